"""Sheets of evidence (bukti dukung): a row for each item that a level of an indicator asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Final, NamedTuple

from kediri_index.model.dataset import says_nothing
from kediri_index.model.definition import Definition
from kediri_index.model.evidence import EvidenceItem, EvidenceRow, EvidenceState
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Language
from kediri_index.model.text import Names, exact
from kediri_index.model.workbook import CellKind, Row, Sheet, Workbook, column_letters
from kediri_index.sheets.identity import Identity, identity_above, is_identity
from kediri_index.sheets.tables.columns import VALUE_COLUMNS, Column, folded, header_of
from kediri_index.sheets.tables.find import HEADER_SEARCH_ROWS
from kediri_index.sheets.tables.header import Sought


class ItemColumn(StrEnum):
    """A column of the sheet, as the form calls it."""

    CODE = "Kode"
    INDICATOR = "Indikator"
    LEVEL = "Tingkat"
    ITEM = "Bukti"
    FILE = "Berkas/tautan"
    STATUS = "Status"
    NOTE = "Catatan"


_OF_ROWS: Final = {
    Column.CODE: ItemColumn.CODE,
    Column.INDICATOR: ItemColumn.INDICATOR,
    Column.EVIDENCE: ItemColumn.ITEM,
    Column.REMARK: ItemColumn.NOTE,
}
"""Columns that tables of answers have too, with the same words."""
_WORDS: Final = {
    **dict.fromkeys(("tingkat", "tingkat kematangan", "level", "maturity level"), ItemColumn.LEVEL),
    **dict.fromkeys(("butir bukti", "evidence item", "item"), ItemColumn.ITEM),
    **dict.fromkeys(
        ("berkas/tautan", "berkas / tautan", "berkas", "tautan", "file/link", "file", "link"),
        ItemColumn.FILE,
    ),
    **dict.fromkeys(("status", "status bukti"), ItemColumn.STATUS),
    **dict.fromkeys(("catatan asesor", "assessor's note"), ItemColumn.NOTE),
}
STATUS_WORDS: Final[Mapping[EvidenceState, Mapping[Language, str]]] = {
    EvidenceState.MISSING: {Language.ID: "belum ada", Language.EN: "missing"},
    EvidenceState.SENT: {Language.ID: "dikirim", Language.EN: "sent"},
    EvidenceState.ACCEPTED: {Language.ID: "diterima", Language.EN: "accepted"},
    EvidenceState.TO_REVISE: {Language.ID: "perlu perbaikan", Language.EN: "to revise"},
}
"""What the column *Status* says; both languages are read."""
_STATES: Final = {word: state for state, each in STATUS_WORDS.items() for word in each.values()}
_JUDGED: Final = frozenset({EvidenceState.ACCEPTED, EvidenceState.TO_REVISE})


@dataclass(frozen=True)
class EvidenceTable:
    """The table on *sheet*: the columns of its header, in *row*, and what is said *above* it."""

    sheet: Sheet
    row: int
    columns: Mapping[ItemColumn, int]
    above: Identity

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header that say more than one thing."""
        for number, row in self.sheet.rows.items():
            if number > self.row and self._filled(row) > 1:
                yield row

    def text(self, row: Row, column: ItemColumn) -> str:
        """Return the text in a column of *row*; of an error or no such column, nothing."""
        number = self.columns.get(column)
        cell = None if number is None else row.cell(number)
        if cell is None or cell.kind is CellKind.ERROR:
            return ""
        return cell.value.strip()

    def place(self, row: Row, column: ItemColumn) -> Source:
        """Return the cell in a column of *row*; that of the code where there is no such column."""
        number = self.columns.get(column, self.columns[ItemColumn.CODE])
        return self.sheet.place(f"{column_letters(number)}{row.number}")

    def _filled(self, row: Row) -> int:
        return sum(1 for column in self.columns if self.text(row, column))


class EvidenceSheets(NamedTuple):
    """The tables of a workbook, its *hidden* sheets with one, and the workbook without both."""

    tables: tuple[EvidenceTable, ...]
    hidden: tuple[Sheet, ...]
    others: Workbook


def evidence_sheets(workbook: Workbook, sought: Sought) -> EvidenceSheets:
    """Return the sheets of evidence in *workbook*; those that are hidden are not read."""
    found = {}
    for sheet in workbook.sheets:
        table = None if is_identity(sheet) else _table(sheet, sought)
        if table is not None:
            found[sheet.name] = table
    return EvidenceSheets(
        tuple(table for table in found.values() if not table.sheet.hidden),
        tuple(table.sheet for table in found.values() if table.sheet.hidden),
        workbook._replace(
            sheets=tuple(sheet for sheet in workbook.sheets if sheet.name not in found)
        ),
    )


_NEEDED: Final = frozenset({ItemColumn.CODE, ItemColumn.ITEM})
_ITS_OWN: Final = frozenset({ItemColumn.FILE, ItemColumn.STATUS})


def _table(sheet: Sheet, sought: Sought) -> EvidenceTable | None:
    """Return the table whose header stands near the top; one with answers is another."""
    last = next(iter(sheet.rows), 0) + HEADER_SEARCH_ROWS
    for number in takewhile(lambda row: row <= last, sheet.rows):
        columns: dict[ItemColumn, int] = {}
        has_answers = False
        for cell in sheet.cells_in(number):
            header = header_of(cell.value, sought.own_words)
            has_answers = has_answers or (header is not None and header.column in VALUE_COLUMNS)
            known = _WORDS.get(folded(cell.value)) or (header and _OF_ROWS.get(header.column))
            if known:
                columns.setdefault(known, cell.column)
        if has_answers:
            return None
        if columns.keys() >= _NEEDED and columns.keys() & _ITS_OWN:
            return EvidenceTable(sheet, number, columns, identity_above(sheet, number))
    return None


def read_evidence(
    table: EvidenceTable, definition: Definition
) -> tuple[list[EvidenceRow], list[Finding]]:
    """Return what the rows of *table* say of the items of *definition*, and what is wrong."""
    return _EvidenceRows(table, definition).read()


class _EvidenceRows:
    def __init__(self, table: EvidenceTable, definition: Definition) -> None:
        self.table = table
        asked = definition.with_evidence_items.values()
        self.items = {exact(item.code): item for one in asked for item in one.evidence_items}
        self.by_text = {
            (exact(one.id), exact(item.text)): item for one in asked for item in one.evidence_items
        }
        self.names = Names(one.code for one in self.items.values())
        self.findings: list[Finding] = []
        self.first: dict[str, tuple[EvidenceRow, tuple[str, str, str]]] = {}

    def read(self) -> tuple[list[EvidenceRow], list[Finding]]:
        rows = [found for row in self.table.rows() if (found := self._row(row)) is not None]
        return rows, self.findings

    def _row(self, row: Row) -> EvidenceRow | None:
        table = self.table
        item = self._item(row)
        if item is None:
            return None
        file, status, note = (
            table.text(row, column)
            for column in (ItemColumn.FILE, ItemColumn.STATUS, ItemColumn.NOTE)
        )
        found = EvidenceRow(
            item.code,
            self._state(row, file, status, item),
            table.place(row, ItemColumn.FILE),
            table.place(row, ItemColumn.STATUS),
            note,
        )
        said = (file, exact(status), note)
        first, before = self.first.setdefault(item.code, (found, said))
        if first is not found and said != before and any(said) and any(before):
            other = first.file.seen_from(found.file.file)
            self._say("S846", row, ItemColumn.CODE, item=_named(item), other=other)
        return found

    def _item(self, row: Row) -> EvidenceItem | None:
        """Return the item that *row* is about: by its code, or its indicator's and its text."""
        code, text = (self.table.text(row, one) for one in (ItemColumn.CODE, ItemColumn.ITEM))
        item = self.items.get(exact(code))
        if item is not None:
            if not text or exact(text) == exact(item.text):
                return item
            self._say("S844", row, ItemColumn.ITEM, known=_named(item), said=text)
            return None
        item = self.by_text.get((exact(code), exact(text)))
        if item is None and (code or text):
            named = code or text
            self._say("S843", row, ItemColumn.CODE, item=named, nearest=self.names.suggest(code))
        return item

    def _state(self, row: Row, file: str, status: str, item: EvidenceItem) -> EvidenceState:
        """Return what the assessor has said, else whether there is a file or a link."""
        known = _STATES.get(exact(status))
        if known is None and status:
            self._say("S842", row, ItemColumn.STATUS, item=_named(item))
        if known in _JUDGED:
            return known
        return EvidenceState.MISSING if says_nothing(file) else EvidenceState.SENT

    def _say(self, code: str, row: Row, column: ItemColumn, **params: object) -> None:
        value = self.table.text(row, column) or None
        place = self.table.place(row, column)
        self.findings.append(Finding.at_cell(code, place, value, None, **params))


def _named(item: EvidenceItem) -> str:
    return f"{item.code} {item.text}"
