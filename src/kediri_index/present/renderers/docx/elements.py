"""Elements of WordprocessingML, styles and paper, and the file that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from kediri_index import __version__
from kediri_index.errors import UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.present.charts.drawing import LIGHT
from kediri_index.present.document import Document

if TYPE_CHECKING:
    from docx.document import Document as Letter
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section as Pages


_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Return the element ``w:tag``; the names of its attributes are without their prefix too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, style: str = "") -> BaseOxmlElement:
    """Return *text* in a character style, its lines apart by breaks."""
    content: list[BaseOxmlElement] = []
    for line in text.split("\n"):
        said = element("t")
        said.text = line
        said.set(_XML_SPACE, "preserve")
        content += [element("br"), said] if content else [said]
    return _run(style, *content)


def tab() -> BaseOxmlElement:
    """Return a tab."""
    return element("r", element("tab"))


def paragraph(
    style: str, *runs: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """Return a paragraph in the style with the id *style*."""
    about = element("pPr", element("pStyle", val=style), *properties)
    return element("p", about, *runs)


def text_paragraph(style: str, text: str) -> BaseOxmlElement:
    """Return *text* alone as a paragraph."""
    return paragraph(style, run(text))


def field(instruction: str, shown: str, style: str = "") -> tuple[BaseOxmlElement, ...]:
    """Return a field, with what it shows until it is computed."""
    return (*field_begins(instruction, style), run(shown, style), field_ends(style))


def field_begins(instruction: str, style: str = "") -> tuple[BaseOxmlElement, ...]:
    """Return what stands before the text that a field shows."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return (
        _run(style, element("fldChar", fldCharType="begin")),
        _run(style, code),
        _run(style, element("fldChar", fldCharType="separate")),
    )


def field_ends(style: str = "") -> BaseOxmlElement:
    """Return what stands after the text that a field shows."""
    return _run(style, element("fldChar", fldCharType="end"))


def caption(label: str, number: int, text: str) -> BaseOxmlElement:
    """Return a caption that Word numbers and lists under *label*, together with what follows."""
    style = "CaptionNumber"
    return paragraph(
        "Caption",
        run(f"{label} ", style),
        *field(f"SEQ {label} \\* ARABIC", str(number), style),
        run(". ", style),
        run(text),
    )


def _run(style: str, *content: BaseOxmlElement) -> BaseOxmlElement:
    about = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *about, *content)


def marked_heading(number: int, text: str) -> BaseOxmlElement:
    """Return the heading of section *number*, to which the contents lead."""
    start = element("bookmarkStart", id=number, name=_mark(number))
    return paragraph("Heading1", start, run(text), element("bookmarkEnd", id=number))


def contents(title: str, headings: Iterable[tuple[int, str]]) -> Iterator[BaseOxmlElement]:
    """Yield the contents below *title*: a link to each heading, and the number of its page.

    Only a program that lays out pages knows that. LibreOffice counts on opening, unless all stand
    in a field for a table of contents; Word once it is asked to (:func:`asks_for_page_numbers`).
    """
    yield text_paragraph("TOCHeading", title)
    for number, heading in headings:
        page = field(f"PAGEREF {_mark(number)} \\h", "")
        link = element("hyperlink", run(heading), tab(), *page, anchor=_mark(number), history=1)
        yield paragraph("TOC1", link)


def asks_for_page_numbers(letter: Letter) -> None:
    """Let Word fill in the page numbers of the contents, which it asks about when it opens them."""
    for compat in letter.settings.element.xpath("./w:compat"):
        compat.addprevious(element("updateFields", val="true"))


def _mark(number: int) -> str:
    return f"_Toc{number:09}"


_NO_TIME = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_READABLE = 0o100644 << 16
_UNIX = 3


def packed(data: bytes) -> bytes:
    """Return a package with its parts in their order and without the time they were written."""
    out = BytesIO()
    with (
        ZipFile(BytesIO(data)) as old,
        ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as new,
    ):
        for name in old.namelist():
            part = ZipInfo(name, _NO_TIME)
            part.compress_type = ZIP_DEFLATED
            part.external_attr, part.create_system = _READABLE, _UNIX
            new.writestr(part, old.read(name))
    return out.getvalue()


_SHORT, _LONG, _MARGIN = Mm(210), Mm(297), Mm(20)
"""A4."""
_LOWER = Mm(25)
_CAPTION = Mm(20)
_LOCALES = {Language.ID: "id-ID", Language.EN: "en-GB"}
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""A report has no clock; without a date python-docx would ask it."""
_WORD_2013 = "15"
"""And all later ones."""
_LONGEST = 255
"""So long may a property be."""
_UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")
"""What the empty document of python-docx has of the program that it was made with."""


def empty(document: Document) -> Letter:
    """Return a document with our styles and nothing in it yet."""
    letter = docx.Document()
    styles = _file("styles.xml", document.language)
    _replace(letter.styles.element, _of_a_sheet(styles) if document.sheet else styles)
    _replace(letter.part.numbering_part.element, _file("numbering.xml", document.language))
    for relations in (letter.part.rels, letter.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED:
                del relations[key]
    _settings(letter, document)
    _properties(letter, document)
    return letter


_OF_TABLES = ("TableText", "TableHead")
_MOST = 50_000_000
"""Bytes of all parts of a letterhead together."""


def on(letterhead: bytes, document: Document) -> Letter:
    """Return the Word document *letterhead*, for *document* to follow what stands in it.

    Its paper, header, footer and styles stay; ours are added where it has none of their names.
    Raises :class:`UsageError` for a file that is no such document, or that would load something
    from elsewhere when it is opened.
    """
    try:
        with ZipFile(BytesIO(letterhead)) as package:
            if sum(one.file_size for one in package.infolist()) > _MOST:
                raise UsageError("letterhead-unreadable")
        letter = docx.Document(BytesIO(letterhead))
    except (ValueError, KeyError, BadZipFile, OSError, SyntaxError) as error:
        raise UsageError("letterhead-unreadable") from error
    parts = letter.part.package.iter_parts()
    relations = [one for part in parts for one in part.rels.values()]
    if any(one.is_external and not one.reltype.endswith("/hyperlink") for one in relations):
        raise UsageError("letterhead-loads")
    own = letter.styles.element
    known = set(own.xpath("./w:style/@w:styleId"))
    ours = parse_xml(_file("styles.xml", document.language))
    for style in ours.xpath("./w:style"):
        name = style.get(qn("w:styleId"))
        if name in known:
            continue
        if name in _OF_TABLES:  # whose columns are as wide as our letters need
            fonts = ours.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:rFonts")[0]
            style.get_or_add_rPr().insert(0, deepcopy(fonts))
        own.append(style)
    _properties(letter, document)
    return letter


def room_on(letter: Letter) -> float:
    """Return how wide the text of a letterhead is, in points."""
    pages = letter.sections[-1]
    sides = (pages.left_margin or _MARGIN) + (pages.right_margin or _MARGIN)
    return float(Length((pages.page_width or _SHORT) - sides).pt)


def turned(letter: Letter, document: Document, *, first: bool, landscape: bool) -> None:
    """Begin pages of an orientation: the *first* ones, or others after them."""
    if first:
        pages = letter.sections[0]
    else:
        pages = letter.add_section(WD_SECTION.NEW_PAGE)
        _break_after_last_text(letter)
    pages.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    pages.left_margin = pages.right_margin = pages.top_margin = pages.bottom_margin = _MARGIN
    pages.header_distance = pages.footer_distance = Mm(10)
    pages.gutter = Mm(0)
    if document.warning:
        pages.top_margin = _LOWER  # the header has a second line
    _header(pages, document)
    _footer(pages, document)


def _break_after_last_text(letter: Letter) -> None:
    """Let the last paragraph end the pages; an empty one might take a page for itself."""
    broken = letter.paragraphs[-1]
    before = broken._p.getprevious()  # noqa: SLF001 - python-docx breaks in no other
    if before is None or before.tag != qn("w:p"):
        broken.style = letter.styles["Table End"]
        return
    before.get_or_add_pPr().extend(broken._p.xpath("./w:pPr/w:sectPr"))  # noqa: SLF001 - likewise
    letter.element.body.remove(broken._p)  # noqa: SLF001 - likewise


def room_of(*, landscape: bool) -> float:
    """Return how wide the text is, in points."""
    return float(Length((_LONG if landscape else _SHORT) - 2 * _MARGIN).pt)


def high_of(*, landscape: bool) -> float:
    """Return how high a picture may be that stands on a page with its caption, in points."""
    return float(Length((_SHORT if landscape else _LONG) - _MARGIN - _LOWER - _CAPTION).pt)


def _header(pages: Pages, document: Document) -> None:
    kind = document.head.kind or text("yearly.kind", document.language)
    lines = [paragraph("Header", run(f"{kind} · {document.head.title}"))]
    if document.warning:
        lines.append(paragraph("Header", run(document.warning, "Bad")))
    pages.header.is_linked_to_previous = False
    _replace_content(pages.header._element, lines)  # noqa: SLF001 - python-docx shows no other


def _footer(pages: Pages, document: Document) -> None:
    at = round(Length(pages.page_width - 2 * _MARGIN).twips) if pages.page_width else 0
    tabs = element("tabs", element("tab", val="right", pos=at))
    line = paragraph(
        "Footer",
        run(document.foot),
        tab(),
        *field("PAGE", "1"),
        run(" / "),
        *field("NUMPAGES", "1"),
        properties=[tabs],
    )
    pages.footer.is_linked_to_previous = False
    _replace_content(pages.footer._element, [line])  # noqa: SLF001 - likewise


def _settings(letter: Letter, document: Document) -> None:
    """Say the language, and that Word need not behave like one of its elders."""
    settings = letter.settings.element
    for spoken in settings.xpath("./w:themeFontLang"):
        spoken.attrib.clear()
        spoken.set(qn("w:val"), _LOCALES[document.language])
    for mode in settings.xpath("./w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), _WORD_2013)


def _properties(letter: Letter, document: Document) -> None:
    about = letter.core_properties
    about.title = document.head.title[:_LONGEST]
    about.subject = document.head.of_index[:_LONGEST]
    about.author = f"kediri-index {__version__}"
    about.comments = ""
    about.language = _LOCALES[document.language]
    about.created = about.modified = _NO_DAY


def _file(name: str, language: Language) -> str:
    filled = _read(name).replace("{{ language }}", _LOCALES[language])
    for role, colour in LIGHT.items():
        filled = filled.replace(f"{{{{ {role.value} }}}}", colour[1:])
    return filled


_SIZES = re.compile(r'(?<=<w:sz w:val=")[0-9]+|(?<=<w:szCs w:val=")[0-9]+')
_SPACES = re.compile(r'(?<=w:before=")[0-9]+|(?<=w:after=")[0-9]+')
_SMALLER, _CLOSER = 0.84, 0.45


def _of_a_sheet(styles: str) -> str:
    """Return *styles* with smaller letters and less space, for what stands on one page."""
    smaller = _SIZES.sub(lambda found: str(round(int(found.group()) * _SMALLER)), styles)
    return _SPACES.sub(lambda found: str(round(int(found.group()) * _CLOSER)), smaller)


@lru_cache(maxsize=2)
def _read(name: str) -> str:
    return files("kediri_index.present.renderers.docx").joinpath(name).read_text(encoding="utf-8")


def _replace(old: BaseOxmlElement, xml: str) -> None:
    _replace_content(old, list(parse_xml(xml)))


def _replace_content(old: BaseOxmlElement, content: list[BaseOxmlElement]) -> None:
    for child in list(old):
        old.remove(child)
    old.extend(content)
