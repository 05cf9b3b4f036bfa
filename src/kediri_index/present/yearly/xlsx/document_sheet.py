"""Sections of the report and its definition as sheets that compute nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from kediri_index.model.dataset import MISSING_WORDS
from kediri_index.present.document import (
    FIGURES,
    Bullets,
    Chart,
    ColumnKind,
    Document,
    Heading,
    LabelledTexts,
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
)
from kediri_index.present.renderers.pages import PageBlock, page_blocks
from kediri_index.present.yearly.wording import ReportWording
from kediri_index.present.yearly.xlsx.sheet import BARS, BookStyles, SheetWriter, decimal_format


class Lists(NamedTuple):
    """Where the names of the classes stand, and the words for a missing answer."""

    classes: str
    missing_words: str


class DefinitionSheet:
    """Writes the sheet, which is called *name*."""

    def __init__(
        self, sheet: SheetWriter, words: ReportWording, styles: BookStyles, name: str
    ) -> None:
        self.sheet = sheet
        self.words = words
        self.styles = styles
        self.name = name
        self.row = 0

    def write(self, sections: Sequence[Section], foot: str) -> Lists:
        """Write it all; return where the lists are."""
        own = DocumentSheet(self.sheet, self.styles, sections)
        own.write_sections()
        own.write_foot(foot)
        self.row = own.row
        classes = [self.words.label(one.label) for one in self.words.definition.classes]
        return Lists(
            self._list("book.classes", classes),
            self._list("book.missing-words", [word for word in MISSING_WORDS if word]),
        )

    def _list(self, title: str, entries: Sequence[str]) -> str:
        """Write a list below what is there; return its range."""
        first = self.row + 2
        if entries:
            said = self.words.say(title)
            self.sheet.put(first - 1, 0, said, self.styles.subheading, across=0)
            for at, entry in enumerate(entries):
                self.sheet.put(first + at, 0, entry, self.styles.cell(left=True))
            self.row = first + len(entries)
        return f"{self.name}!$A${first + 1}:$A${first + max(1, len(entries))}"


_NUMBER = re.compile(r"(?P<sign>[+-]?)\d+(?:[.,](?P<decimals>\d+))?(?P<percent> %)?")
_NARROWEST: Final = 14
_OF_TERMS: Final = 24
"""The first column, with what beside it is about."""
_WIDEST: Final = 48
"""Of a column, in characters; longer texts go over several lines."""
_LAST: Final = 7
"""Paragraphs go over the columns up to this one."""


class DocumentSheet:
    """Writes sections one below the other; charts only as their tables, each once.

    Tables that stand *apart* are not those of charts.
    """

    def __init__(
        self,
        sheet: SheetWriter,
        styles: BookStyles,
        sections: Sequence[Section],
        apart: Collection[str] = (),
    ) -> None:
        self.sheet = sheet
        self.styles = styles
        self.sections = sections
        self.widths = _widths(sections, apart)
        self.row = 0
        self.filters = len(sections) == 1
        """Whether its first long table is to be filtered."""
        self._apart = apart
        self._shown: set[str] = set()
        self.rows: dict[str, range] = {}
        """Where the rows of each table are."""
        sheet.set_widths(self.widths)

    def write_head(self, document: Document, note: str) -> None:
        """Write the first screen."""
        head, styles = document.head, self.styles
        self._line(head.headline, styles.title, 24)
        self._line(f"{head.title} · {head.of_index}", styles.subtitle)
        if note:
            self._words(note, styles.muted)
        if document.warning:
            self._words(document.warning, styles.warning)
        self.row += 1
        score = " ".join(part for part in (head.score, head.stamp, head.of) if part)
        if score:
            self._line(score, styles.title, 24)
        if head.class_name:
            self._line(head.class_name, styles.subheading)
        for fact in head.facts:
            said = f"{fact.text} ({fact.note})" if fact.note else fact.text
            self.sheet.put(self.row, 0, fact.label, styles.label)
            self._beside(said)
            self.row += 1
        self.row += 1
        for sentence in (*head.summary, head.absent):
            if sentence:
                self._words(sentence, styles.text)

    def write_sections(self) -> None:
        """Write all sections."""
        for section in self.sections:
            self.row += 1
            self._line(section.title, self.styles.heading, 20)
            for block in page_blocks(section.blocks, section.id):
                self._block(block)

    def write_foot(self, foot: str) -> None:
        """Write the line that stands below every page."""
        self.row += 1
        self._words(foot, self.styles.muted)

    def _block(self, block: PageBlock) -> None:
        styles = self.styles
        match block:
            case Heading():
                self._line(block.text, styles.subheading)
            case Paragraph():
                usual = styles.caption if block.strong else styles.text
                self._words(block.text, styles.muted if block.muted else usual)
            case Bullets():
                for number, entry in enumerate(block.entries, start=1):
                    mark = f"{number}." if block.numbered else "\N{BULLET}"
                    self._words(f"{mark} {entry}", styles.text)
            case LabelledTexts():
                for pair in block.entries:
                    self.sheet.put(self.row, 0, pair.term, styles.label)
                    self._beside(pair.text)
                    self.row += 1
            case Chart():
                if block.table.id not in self._apart:
                    self._table(block.table)
            case Table():
                self._table(block)

    def _table(self, table: Table) -> None:
        if table.id in self._shown:
            return
        self._shown.add(table.id)
        self.row += 1
        self._line(table.caption, self.styles.caption)
        for at, column in enumerate(table.columns):
            is_figure = column.kind in FIGURES
            style = self.styles.figures_header if is_figure else self.styles.header
            self.sheet.put(self.row, at, column.title, style)
        head = self.row
        for cells in table.rows:
            self.row += 1
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self._cell(at, column, cell)
        self.rows[table.id] = range(head + 1, self.row + 1)
        for at, column in enumerate(table.columns):
            if column.bars and table.rows:
                self.sheet.sheet.conditional_format(head + 1, at, self.row, at, BARS)
        if table.long and table.rows and self.filters:
            self.filters = False  # a sheet has one
            self.sheet.sheet.autofilter(head, 0, self.row, len(table.columns) - 1)
        self.row += 2
        if table.note:
            self._words(table.note, self.styles.muted)

    def _cell(self, at: int, column: TableColumn, cell: TableCell) -> None:
        found = None if cell.value is None else _NUMBER.fullmatch(cell.text)
        if found is None or column.kind in {ColumnKind.TEXT, ColumnKind.CODE}:
            style = self.styles.cell(tone=cell.tone, left=True)
            self.sheet.put(self.row, at, cell.text, style)
            return
        shown = decimal_format(len(found["decimals"] or ""), signed=found["sign"] == "+")
        shown = f"{shown} %" if found["percent"] else shown
        self.sheet.put(self.row, at, cell.value, self.styles.cell(shown, cell.tone))

    def _beside(self, text: str) -> None:
        """Write a text in the second column, over as many as there are."""
        columns = range(1, min(_LAST, len(self.widths) - 1) + 1)
        self.sheet.merged(self.row, columns, text, self.styles.cell(left=True))

    def _line(self, text: str, style: object, height: int | None = None) -> None:
        self.sheet.put(self.row, 0, text, style, across=0)
        if height is not None:
            self.sheet.sheet.set_row(self.row, height)
        self.row += 1

    def _words(self, text: str, style: object) -> None:
        columns = range(min(_LAST, len(self.widths) - 1) + 1)
        self.sheet.merged(self.row, columns, text, style)
        self.row += 1


def _widths(sections: Sequence[Section], apart: Collection[str]) -> tuple[int, ...]:
    """Return the widths of the columns: what the longest text in any table needs, within limits."""
    found = [_OF_TERMS]
    for table in _tables(sections, apart):
        for at, column in enumerate(table.columns):
            texts = [column.title, *(row[at].text for row in table.rows)]
            needed = min(max(max(map(len, texts)) + 2, _NARROWEST), _WIDEST)
            found += [_NARROWEST] * (at + 1 - len(found))
            found[at] = max(found[at], needed)
    return (*found, *[_NARROWEST] * (_LAST + 1 - len(found)))


def _tables(sections: Sequence[Section], apart: Collection[str]) -> Iterator[Table]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Chart) and block.table.id not in apart:
                yield block.table
            elif isinstance(block, Table):
                yield block
