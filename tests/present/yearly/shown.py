"""What a report shows, read back from each of its formats; no reader is the project's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from markdown_it import MarkdownIt

from kediri_index.present.document import (
    Bullets,
    Chart,
    Document,
    Heading,
    LabelledTexts,
    Paragraph,
)
from kediri_index.present.renderers.docx.report import report_docx
from kediri_index.present.renderers.html import report_html
from kediri_index.present.renderers.md import rendered

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIGURE = re.compile(r"[+-]?\d[\d.,]*\d|[+-]?\d")


class ShownTable(NamedTuple):
    """A table as a reader sees it: its caption, its titles, the texts of its cells."""

    caption: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """All tables in their order, and how often each figure stands in the words beside them."""

    tables: tuple[ShownTable, ...]
    figures: Counter[str]


def figures_in(text: str) -> Counter[str]:
    return Counter(_FIGURE.findall(text))


def by_document(document: Document, *, drawn: bool = False) -> Shown:
    """Return what every format is to show; one in which pictures are *drawn*, their notes too."""
    head = document.head
    words = [head.of_index, head.title, head.headline, head.score, head.of, head.stamp]
    words += [head.class_name, *head.summary, head.absent]
    words += [part for fact in head.facts for part in (fact.label, fact.text, fact.note)]
    words += [document.warning, document.foot]
    for section in document.sections:
        words.append(section.title)
        for block in section.blocks:
            match block:
                case Paragraph() | Heading():
                    words.append(block.text)
                case Bullets():
                    words += block.entries
                case LabelledTexts():
                    words += [part for pair in block.entries for part in (pair.term, pair.text)]
                case Chart() if drawn:
                    words.append(block.note)
                case _:
                    pass
    words += [table.note for table in document.tables()]
    return Shown(
        tuple(
            ShownTable(
                squeezed(table.caption),
                tuple(squeezed(column.title) for column in table.columns),
                tuple(tuple(squeezed(cell.text) for cell in row) for row in table.rows),
            )
            for table in document.tables()
        ),
        figures_in("\n".join(words)),
    )


def squeezed(text: str) -> str:
    return " ".join(text.split())


class _Page(HTMLParser):
    """Gathers the tables of a page, and the words outside of them."""

    UNSEEN = frozenset(
        {"style", "script", "svg", "nav", "title", "summary", "figcaption", "footer"}
    )
    """What only repeats; the footer's line is counted once, from where the test asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.inner = 0
        """How many elements are open from the first of a picture below another one."""
        self.tables: list[ShownTable] = []
        self.words: list[str] = []
        self.caption = ""
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"meta", "input", "line", "circle", "polygon", "polyline"}:
            return
        self.open.append(tag)
        if self.inner or ("class", "inner") in attrs:
            self.inner += 1
            return
        if tag == "table":
            self.caption, self.rows = "", []
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if self.inner:
            self.inner -= 1
        elif tag == "table":
            titles, *rows = (tuple(map(squeezed, row)) for row in self.rows)
            self.tables.append(ShownTable(squeezed(self.caption), titles, tuple(rows)))

    def handle_data(self, data: str) -> None:
        inside = set(self.open)
        if self.inner:
            return
        if "caption" in inside:
            self.caption += data
        elif inside & {"td", "th"}:
            self.rows[-1][-1] += data
        elif not inside & self.UNSEEN and "table" not in inside:
            self.words.append(data)


def by_html(document: Document) -> Shown:
    page = _Page()
    page.feed(report_html(document))
    return Shown(tuple(page.tables), figures_in("\n".join([*page.words, document.foot])))


def by_md(document: Document) -> Shown:
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered(document))
    tables: list[ShownTable] = []
    words: list[str] = []
    rows: list[list[str]] = []
    inside = False
    for token in tokens:
        match token.type:
            case "table_open":
                inside, rows = True, []
            case "tr_open":
                rows.append([])
            case "table_close":
                inside = False
                titles, *lines = (tuple(row) for row in rows)
                tables.append(ShownTable(words.pop(), titles, tuple(lines)))
            case "inline" if inside:
                rows[-1].append(squeezed(_text_of(token)))
            case "inline":
                words.append(squeezed(_text_of(token)))
            case _:
                pass
    return Shown(tuple(tables), figures_in("\n".join(words)))


def _text_of(token: Token) -> str:
    return "".join(
        "\n" if child.type == "softbreak" else child.content for child in token.children or ()
    )


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def by_docx(document: Document) -> Shown:
    """Read the parts of the package as XML, as another program would."""
    with ZipFile(BytesIO(docx_of(document))) as package:
        body = ET.fromstring(package.read("word/document.xml"))[0]  # noqa: S314 - our own
        foot = ET.fromstring(package.read("word/footer1.xml"))  # noqa: S314 - likewise
    tables: list[ShownTable] = []
    words: list[str] = []
    caption = ""
    for block in body:
        style = next((one.get(f"{_W}val") for one in block.iter(f"{_W}pStyle")), "")
        if style in {"TOCHeading", "TOC1"}:
            continue  # the titles are read where they stand
        if block.tag == f"{_W}tbl" and style != "FactLabel":
            titles, *rows = (
                tuple(squeezed(_said(cell)) for cell in row.iter(f"{_W}tc"))
                for row in block.iter(f"{_W}tr")
            )
            tables.append(ShownTable(re.sub(r"^\w+ \d+\. ", "", caption), titles, tuple(rows)))
        elif style == "Caption":
            caption = squeezed(_said(block))
        else:
            words += [_said(one) for one in block.iter(f"{_W}p")]
    words.append(_said(foot).removesuffix("1 / 1"))  # its own number and how many there are
    return Shown(tuple(tables), figures_in("\n".join(words)))


@cache
def docx_of(document: Document) -> bytes:
    return report_docx(document)


def _said(element: ET.Element) -> str:
    return "".join(
        "\t" if one.tag == f"{_W}tab" else one.text or ""
        for one in element.iter()
        if one.tag in {f"{_W}t", f"{_W}tab"}
    )


READERS: dict[str, Callable[[Document], Shown]] = {
    "html": by_html,
    "docx": by_docx,
    "md": by_md,
}
"""Each writes a document in its format, and reads it back."""
