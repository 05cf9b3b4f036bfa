"""What is put into a marked copy: notes, and the sheet that lists them and remembers old fills."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from kediri_index.model.findings import Severity
from kediri_index.model.text import printable_lines
from kediri_index.model.workbook import Sheet
from kediri_index.sheets.marking.styles import (
    Fill,
    Scheme,
    StyleSheet,
    TextStyles,
    fill_from,
    remembered,
    resolved,
    scheme_from,
)
from kediri_index.sheets.marking.xml_text import cell_text, escaped
from kediri_index.sheets.reading.read import SIGN, sign_on

PAINTED: Final = frozenset({Severity.ERROR, Severity.WARNING})
"""What colours its cell; a note of what was taken is only listed."""
_MOST_UNITS: Final = 32_767
_MOST_LINKS: Final = 65_000
_MOST_ROWS: Final = 1_000_000
_FIRST_ROW: Final = 4
_COLUMNS: Final = "ABCDE"
_MEMORY: Final = "G"
_INTRODUCTION: Final = "A2:E2"
_WIDTHS: Final = (30, 13, 9, 62, 62)
_LINE_POINTS: Final = 15
_MOST_LINES: Final = 27
"""A row may be 409 points high."""
_VIEW: Final = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)

_Cell = tuple[str, int]
"""A text and the number of its format."""


class Note(NamedTuple):
    """A finding in words; *sheet* and *cell* say where, None for the sheet or file as a whole."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    severity_word: str
    seen: str
    repair: str

    def comment(self, at: str) -> str:
        """Return the lines of a comment at the cell *at*, which may be that of a merged range."""
        place = "" if self.cell == at else f"{self.cell}: "
        return f"{self.severity_word.upper()} {self.code}\n{place}{self.seen}\n→ {self.repair}"


class ListWords(NamedTuple):
    """The fixed words of a marked copy; *headings* are those of the list's five columns."""

    sheet_name: str
    title: str
    introduction: str
    headings: tuple[str, str, str, str, str]
    whole_file: str
    more: str


class Listing(NamedTuple):
    """What the sheet of findings is made of.

    *sheets* are the names of those that links may lead to; *views* is whether the workbook has any
    that a sheet may speak of; *scheme* holds the colours of its theme.
    """

    notes: Sequence[Note]
    words: ListWords
    sheets: frozenset[str]
    views: bool
    scheme: Scheme

    def xml(self, styles: StyleSheet, namespace: str) -> str:
        """Return the sheet; findings on the whole file come first."""
        formats = styles.text_styles()
        notes = sorted(self.notes, key=lambda note: (note.sheet is not None, note.cell is not None))
        rows = [*self._head(formats, len(notes)), *self._rows(notes[:_MOST_ROWS], styles, formats)]
        memory = [SIGN, remembered(self.scheme)]
        memory += (f"{number} {fill.xml()}" for number, fill in styles.old_fills().items())
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(_WIDTHS, 1)
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{namespace}">'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f"{_VIEW if self.views else ''}"
            f'<cols>{columns}<col min="7" max="7" width="9" hidden="1" customWidth="1"/></cols>'
            f"<sheetData>{''.join(_data(rows, memory))}</sheetData>"
            f'<mergeCells count="1"><mergeCell ref="{_INTRODUCTION}"/></mergeCells>'
            f"{self._links(notes[:_MOST_LINKS])}"
            '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
        )

    def _head(self, formats: TextStyles, count: int) -> Iterator[list[_Cell]]:
        words = self.words
        more = f" {words.more}" if count > _MOST_ROWS else ""
        yield [(words.title, formats.title)]
        yield [(words.introduction + more, formats.text)]
        yield [(heading, formats.heading) for heading in words.headings]

    def _rows(
        self, notes: Sequence[Note], styles: StyleSheet, formats: TextStyles
    ) -> Iterator[list[_Cell]]:
        for number, note in enumerate(notes):
            linked = number < _MOST_LINKS and note.sheet in self.sheets
            painted = note.severity in PAINTED
            yield [
                (self._place(note), formats.link if linked else formats.text),
                (
                    note.severity_word,
                    styles.painted_text(note.severity) if painted else formats.text,
                ),
                (note.code, formats.text),
                (note.seen, formats.text),
                (note.repair, formats.text),
            ]

    def _place(self, note: Note) -> str:
        if note.sheet is None:
            return note.cell or self.words.whole_file
        return f"{note.sheet}!{note.cell}" if note.cell else note.sheet

    def _links(self, notes: Sequence[Note]) -> str:
        links = []
        for number, note in enumerate(notes):
            if note.sheet is not None and note.sheet in self.sheets:
                quoted = note.sheet.replace("'", "''")
                where = escaped(f"'{quoted}'!{note.cell or 'A1'}")
                links.append(f'<hyperlink ref="A{_FIRST_ROW + number}" location="{where}"/>')
        return f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""


def old_fills(own: Sheet, scheme: Scheme) -> Mapping[int, Fill]:
    """Return the fills that marks stand upon, by their numbers, as the sheet *own* remembers.

    *scheme* is the workbook's now: where it is another, colours no longer go by their numbers.
    """
    sign = sign_on(own)
    found: dict[int, Fill] = {}
    before: Scheme = ()
    for cell in own.cells:
        if sign is None or cell.column != sign.column:
            continue
        before = before or scheme_from(cell.value)
        number, _, xml = cell.value.partition(" ")
        known = number.isascii() and number.isdecimal() and len(number) <= len("4095")
        fill = fill_from(xml) if known else None
        if fill is not None:
            found[int(number)] = fill
    if scheme == before:
        return found
    return {number: resolved(fill, before) for number, fill in found.items()}


def _data(rows: Sequence[list[_Cell]], memory: Sequence[str]) -> Iterator[str]:
    for number, (cells, kept) in enumerate(zip_longest(rows, memory), 1):
        said = [
            _cell(f"{column}{number}", text, style)
            for column, (text, style) in zip(_COLUMNS, cells or (), strict=False)
        ]
        if kept is not None:
            said.append(_cell(f"{_MEMORY}{number}", kept, 0))
        high = f' ht="{_LINE_POINTS * _lines(cells)}" customHeight="1"' if cells else ""
        yield f'<row r="{number}"{high}>{"".join(said)}</row>'


def _lines(cells: Sequence[_Cell]) -> int:
    """Return how many lines a row needs: not every program makes room for wrapped text."""
    widths = _WIDTHS if len(cells) > 1 else (sum(_WIDTHS),)
    needed = (
        sum(1 + len(line) // width for line in text.split("\n"))
        for (text, _), width in zip(cells, widths, strict=True)
    )
    return min(max(needed), _MOST_LINES)


def _cell(address: str, text: str, style: int) -> str:
    shown = cell_text(printable_lines(text), _MOST_UNITS)
    inside = f'<is><t xml:space="preserve">{shown}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{inside}</c>'
