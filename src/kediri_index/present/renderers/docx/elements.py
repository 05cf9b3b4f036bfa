"""Elements of WordprocessingML, pictures and contents, and the file that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kediri_index.messages.texts import text
from kediri_index.present.charts.drawing import Drawing
from kediri_index.present.charts.scale import Ends, Mark, scale
from kediri_index.present.document import Document

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Return the element ``w:tag``; the names of its attributes are without their prefix too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, style: str = "") -> BaseOxmlElement:
    """Return *text* in a character style."""
    content = element("t")
    content.text = text
    content.set(_XML_SPACE, "preserve")
    return _run(content, style)


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
        _run(element("fldChar", fldCharType="begin"), style),
        _run(code, style),
        _run(element("fldChar", fldCharType="separate"), style),
    )


def field_ends(style: str = "") -> BaseOxmlElement:
    """Return what stands after the text that a field shows."""
    return _run(element("fldChar", fldCharType="end"), style)


def caption(label: str, number: int, text: str, *, keep: bool = True) -> BaseOxmlElement:
    """Return a caption that Word numbers and lists under *label*; *keep* it with what follows."""
    style = "CaptionNumber"
    return paragraph(
        "Caption",
        run(f"{label} ", style),
        *field(f"SEQ {label} \\* ARABIC", str(number), style),
        run(". ", style),
        run(text),
        properties=[] if keep else [element("keepNext", val=0)],
    )


def _run(content: BaseOxmlElement, style: str) -> BaseOxmlElement:
    if not style:
        return element("r", content)
    return element("r", element("rPr", element("rStyle", val=style)), content)


_INSTRUCTION = r'TOC \o "1-1" \h \z \u'
"""Headings of the first level, as links; numbers of pages are not shown on a web page."""


def marked_heading(number: int, text: str) -> BaseOxmlElement:
    """Return the heading of section *number*, to which the contents lead."""
    start = element("bookmarkStart", id=number, name=_mark(number))
    return paragraph("Heading1", start, run(text), element("bookmarkEnd", id=number))


def contents(title: str, headings: Iterable[str]) -> BaseOxmlElement:
    """Return the contents below *title*, at the top of a page: a link to each heading.

    Only a program that lays out pages knows their numbers: they appear when the field is updated.
    """
    links = [
        element("hyperlink", run(text), anchor=_mark(number), history=1)
        for number, text in enumerate(headings)
    ]
    last = len(links) - 1
    entries = [
        paragraph(
            "TOC1",
            *(field_begins(_INSTRUCTION) if number == 0 else ()),
            link,
            *([field_ends()] if number == last else ()),
        )
        for number, link in enumerate(links)
    ]
    kind = element(
        "docPartObj",
        element("docPartGallery", val="Table of Contents"),
        element("docPartUnique"),
    )
    content = element("sdtContent", text_paragraph("TOCHeading", title), *entries)
    return element("sdt", element("sdtPr", kind), content)


def _mark(number: int) -> str:
    return f"_Toc{number:09}"


def scale_picture(document: Document) -> tuple[Drawing, str] | None:
    """Return the scale of the first page and its description, None where there is no score."""
    where = document.head.scale
    if where is None:
        return None
    target, before = where.target_text, where.previous_text
    drawing = scale(
        float(where.score),
        Ends(where.low, where.high),
        None if where.target is None else Mark(float(where.target), target),
        None if where.previous is None else Mark(float(where.previous), before),
    )
    said = "; ".join(part for part in (document.head.score, target, before) if part)
    return drawing, f"{text('yearly.page.scale', document.language)}: {said}"


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
