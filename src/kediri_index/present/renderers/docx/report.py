"""The yearly report as a Word document: real styles, headings, captions, tables, pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from docx.shared import Mm, Pt

from kediri_index.messages.texts import text
from kediri_index.present.charts.drawing import Picture
from kediri_index.present.charts.png import png
from kediri_index.present.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Head,
    Heading,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
)
from kediri_index.present.renderers.docx.elements import (
    asks_for_page_numbers,
    caption,
    contents,
    element,
    empty,
    high_of,
    marked_heading,
    on,
    packed,
    paragraph,
    room_of,
    room_on,
    run,
    tab,
    text_paragraph,
    turned,
)
from kediri_index.present.renderers.pages import pages, scale_picture

if TYPE_CHECKING:
    from docx.document import Document as Letter
    from docx.oxml.xmlchemy import BaseOxmlElement


from kediri_index.present.renderers.docx.tables import facts, is_wide, table

_PICTURE = Mm(115)
"""How wide pictures are: their letters are then as high as those of the text."""
_ON_A_SHEET = Mm(96)
_PIXELS = 460
_DECIMAL_LIST = 1


def report_docx(document: Document, letterhead: bytes | None = None) -> bytes:
    """Return the file, on *letterhead* if any; nothing in it tells when it was made.

    Raises :class:`UsageError` where the letterhead cannot be used.
    """
    writer = _DocumentWriter(document, letterhead)
    writer.write()
    out = BytesIO()
    writer.letter.save(out)
    return packed(out.getvalue())


class _DocumentWriter:
    """Writes a document from its beginning to its end."""

    def __init__(self, document: Document, letterhead: bytes | None) -> None:
        document = pages(document)
        self.document = document
        self.is_ours = letterhead is None
        """Whether paper, header and footer are the report's."""
        self.letter: Letter = empty(document) if letterhead is None else on(letterhead, document)
        self.landscape = False
        self.tables: set[str] = set()
        self.apart = document.apart()
        self.figures = 0
        self.pictures = 0

    def write(self) -> None:
        if self.is_ours:
            turned(self.letter, self.document, first=True, landscape=False)
        if self.document.head.title:
            self._add(*self._head())
        sections = self.document.sections
        opening = len(list(takewhile(lambda one: not any(_tables(one)), sections)))
        for number, section in enumerate(sections):
            if number == opening and self.document.head.title and not self.document.sheet:
                self._add_contents()
            self._turn(section)
            if section.title:
                self._add(marked_heading(number, section.title))
            self._add(*self._blocks(section))

    def _add_contents(self) -> None:
        """Add what leads to the sections, where there are several."""
        named = [(at, one.title) for at, one in enumerate(self.document.sections) if one.title]
        if len(named) > 1:
            asks_for_page_numbers(self.letter)
            self._add(*contents(text("yearly.page.contents", self.document.language), named))

    @property
    def _room(self) -> float:
        if self.is_ours:
            return room_of(landscape=self.landscape)
        return room_on(self.letter)

    def _add(self, *content: BaseOxmlElement) -> None:
        for one in content:
            self.letter.element.body[-1].addprevious(one)  # the last are the pages' properties

    def _turn(self, section: Section) -> None:
        """Turn our paper where the tables of *section* need that, and back."""
        if not self.is_ours:
            return
        tables = _tables(section, self.apart)
        landscape = any(is_wide(one, room_of(landscape=False)) for one in tables)
        if landscape != self.landscape:
            turned(self.letter, self.document, first=False, landscape=landscape)
            self.landscape = landscape

    def _head(self) -> Iterator[BaseOxmlElement]:
        head = self.document.head
        whose = (head.title if head.headline else "", head.of_index)
        yield text_paragraph("Subtitle", " · ".join(filter(None, whose)))
        yield text_paragraph("Title", head.headline or head.title)
        if self.document.warning:
            yield text_paragraph("Warning", self.document.warning)
        if head.score:
            yield paragraph("Score", *self._score(head))
        picture = None if self.document.sheet else scale_picture(self.document)
        if picture is not None:
            yield self._picture(*picture)
        for sentence in head.summary:
            yield text_paragraph("Summary", sentence)
        yield text_paragraph("TableEnd", "")
        if head.facts:
            yield facts(head.facts, self._room)
            yield text_paragraph("TableEnd", "")
        if head.absent:
            yield paragraph("Summary", run(head.absent, "Muted"))

    def _score(self, head: Head) -> Iterator[BaseOxmlElement]:
        yield run(head.score, "ScoreNumber")
        if head.stamp:
            yield run(f" {head.stamp}", "Bad")
        if head.of:
            yield run(f" {head.of}")
        if head.class_name:
            yield run(f" · {head.class_name}", "ScoreClass")

    def _blocks(self, section: Section) -> Iterator[BaseOxmlElement]:
        alike = [tuple(blocks) for _, blocks in groupby(section.blocks, key=type)]
        for number, blocks in enumerate(alike, start=1):
            remarked = any(_is_remark(following[0]) for following in alike[number : number + 1])
            charts = [one for one in blocks if isinstance(one, Chart)]
            if charts:
                yield from self._charts(charts, remarked=remarked)
                continue
            for block in blocks[:-1]:
                yield from self._block(block)
            yield from self._block(blocks[-1], remarked=remarked)

    def _charts(self, charts: list[Chart], *, remarked: bool) -> Iterator[BaseOxmlElement]:
        """Yield the pictures one below the other, then their figures as tables."""
        for chart in charts:
            self.figures += 1
            label = text("yearly.docx.figure", self.document.language)
            yield caption(label, self.figures, chart.caption)
            yield self._picture(chart.drawing, chart.description)
            if chart.note:
                yield paragraph("TableNote", run(chart.note))
        every = {chart.table.id: chart.table for chart in charts}
        new = [block for key, block in every.items() if key not in self.tables | self.apart]
        for number, block in enumerate(new, start=1):
            yield from self._table(block, remarked=remarked and number == len(new))

    def _block(self, block: Block, *, remarked: bool = False) -> Iterator[BaseOxmlElement]:
        """Yield *block*; a table with a remark below stays together with it."""
        match block:
            case Heading():
                yield text_paragraph(f"Heading{block.level - 1}", block.text)
            case Paragraph():
                style = "ScoreClass" if block.strong else ""
                yield paragraph("Note" if block.muted else "Normal", run(block.text, style))
            case Bullets():
                yield from self._list(block)
            case LabelledTexts():
                for number, pair in enumerate(block.entries, start=1):
                    description = run(pair.text, "Code" if pair.code else "")
                    said = run(pair.term, "TermName"), tab(), description
                    last = number == len(block.entries)
                    together = [] if last else [element("keepNext")]
                    yield paragraph("Term", *said, properties=[element("keepLines"), *together])
            case Table():
                yield from self._table(block, remarked=remarked)

    def _table(self, block: Table, *, remarked: bool = False) -> Iterator[BaseOxmlElement]:
        self.tables.add(block.id)
        label = text("yearly.docx.table", self.document.language)
        yield caption(label, len(self.tables), block.caption)
        yield table(block, self._room, keep=bool(block.note) or remarked)
        yield paragraph(
            "TableNote" if block.note else "TableEnd",
            run(block.note),
            properties=[element("keepNext")] if remarked else [],
        )

    def _list(self, block: Bullets) -> Iterator[BaseOxmlElement]:
        if not block.numbered:
            for entry in block.entries:
                yield text_paragraph("ListBullet", entry)
            return
        number = self._new_numbers()
        for entry in block.entries:
            own = element("numPr", element("ilvl", val=0), element("numId", val=number))
            yield paragraph("ListNumber", run(entry), properties=[own])

    def _new_numbers(self) -> int:
        """Return the id of a numbering that begins with one: else lists would go on counting."""
        numbering = self.letter.part.numbering_part.element
        number = len(numbering)
        again = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        numbering.append(
            element("num", element("abstractNumId", val=_DECIMAL_LIST), again, numId=number)
        )
        return number

    def _picture(self, drawing: Picture, description: str) -> BaseOxmlElement:
        """Return *drawing* as a picture that a screen reader calls *description*."""
        wide = _ON_A_SHEET if self.document.sheet else _PICTURE
        high = high_of(landscape=self.landscape) * drawing.width / drawing.height
        width = min(round(wide * drawing.width / _PIXELS), Pt(self._room), Pt(high))
        inline = self.letter.part.new_pic_inline(BytesIO(png(drawing)), width)
        self.pictures += 1
        inline.docPr.set(
            "id", str(self.pictures)
        )  # those not yet in the text are not counted by themselves
        inline.docPr.set("descr", description)
        for side in ("distT", "distB", "distL", "distR"):  # LibreOffice's own is not nothing
            inline.set(side, "0")
        return paragraph("Figure", element("r", element("drawing", inline)))


def _is_remark(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.muted


def _tables(section: Section, apart: Collection[str] = ()) -> Iterator[Table]:
    """Yield the tables of *section*; of a chart only one that does not stand *apart*."""
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart) and block.table.id not in apart:
            yield block.table
