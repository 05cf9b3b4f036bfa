"""A list of indicators, as an office keeps it, becomes a definition; what is unclear is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from kediri_index.messages.catalogue import has_errors
from kediri_index.model.definition import (
    Definition,
    Group,
    Indicator,
    MissingPolicy,
    Publish,
    Tag,
)
from kediri_index.model.findings import Finding, folded
from kediri_index.model.language import Label, Language, Recognised
from kediri_index.model.profile import Opd
from kediri_index.model.scoring import Range
from kediri_index.model.text import exact, nearest
from kediri_index.model.workbook import Cell, CellFormat, CellKind, Workbook
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.sheets.lists.about import AboutIndex, about_index
from kediri_index.sheets.lists.codes import free_code, free_id, letters_of, stem_of, usable
from kediri_index.sheets.lists.headings import ListColumn, kind_of
from kediri_index.sheets.lists.indicators import IndicatorCells
from kediri_index.sheets.lists.opd import Agencies
from kediri_index.sheets.lists.rows import (
    NOBODY,
    NONE,
    describe,
    empty_groups,
    groups_of,
)
from kediri_index.sheets.lists.tables import ListTable, ListTables, filled, recognised, tables_of
from kediri_index.sheets.lists.weights import ListWeights, Node

_ALIKE: Final = 0.9
"""How near two names of agencies are that may be one."""
_SPOILED: Final = frozenset({"F522", "F526"})
"""Codes of cells of which nothing else is said."""
_SHOWN: Final = 10
_ONCE: Final = (
    *(ListColumn.CODE, ListColumn.INDICATOR, ListColumn.MEASURE_UNIT, ListColumn.DIRECTION),
    *(ListColumn.METHOD, ListColumn.OPD, ListColumn.VALID),
)
"""Columns of which two would be two readings."""


class ListRead(NamedTuple):
    """A list as it was read; *definition* is None where *findings* have errors.

    *assign* has the indicators of each agency, *remarks* what the list says of the source of data
    of an indicator, *codes* those that were made, by row.
    """

    definition: Definition | None
    findings: tuple[Finding, ...]
    about: AboutIndex = AboutIndex()
    opd: tuple[Opd, ...] = ()
    assign: Mapping[str, tuple[str, ...]] = {}
    remarks: Mapping[str, str] = {}
    codes: Mapping[int, str] = {}
    table: ListTable | None = None


class AskedIndex(NamedTuple):
    """What the caller says of an index: id, year, title, source and language.

    *elsewhere* has the ids that other definitions use, in small letters, each with its name.
    """

    id: str
    year: int | None
    title: Label
    source: str | None
    language: Language
    elsewhere: Mapping[str, str] = {}


def read_list(workbook: Workbook) -> Reader | ListRead:
    """Return a reader of the list in *workbook*, or why there is none."""
    if not workbook.sheets:
        return ListRead(None, workbook.findings)
    tables = tables_of(workbook)
    with_rows = [table for table in tables.indicators if table.rows]
    if len(with_rows) == 1:
        return Reader(workbook, tables, with_rows[0])
    if with_rows:
        first, other = with_rows[:2]
        place = first.sheet.place(first.heading_cells[min(first.heading_cells)].address)
        there = other.sheet.place(other.heading_cells[min(other.heading_cells)].address)
        finding = Finding.at_cell("F502", there, other=place.seen_from(""))
        return ListRead(None, (*workbook.findings, finding))
    if tables.indicators:
        empty = tables.indicators[0]
        start = empty.place(empty.row + 1, ListColumn.INDICATOR)
        return ListRead(None, (*workbook.findings, Finding.at_cell("F556", start)))
    finding = Finding(
        "F501", file=workbook.path, params={"known": Recognised(recognised(workbook))}
    )
    return ListRead(None, (*workbook.findings, finding))


class Reader:
    """Reads one list; *about* is what it says of its index."""

    def __init__(self, workbook: Workbook, tables: ListTables, table: ListTable) -> None:
        self._tables = tables
        self._table = table
        self._findings: list[Finding] = list(workbook.findings)
        self._grouped = groups_of(table)
        self.about = about_index(tables, self._findings)
        self._doubled: set[int] = set()

    def read(self, named: AskedIndex) -> ListRead:
        """Return the list as a definition that is *named* so."""
        table, findings = self._table, self._findings
        findings += _columns_twice(table)
        findings += _not_read(table)
        grouped = self._grouped
        for other in self._tables.groups:
            describe(other, grouped)
        grouped.findings += empty_groups(grouped)
        findings += grouped.findings
        findings += _errors_in(table)
        findings += _hidden_rows(table)
        self._weigh()
        self._name_groups(named)
        codes, made = self._codes(named.elsewhere)
        cells = IndicatorCells(table, self.about, named.year, findings)
        said = {row.row.number: cells.said(row) for row in grouped.rows}
        scale = cells.scale(said.values())
        agencies, assign = self._agencies(codes)
        remarks = {
            codes[row.row.number]: " ".join(cell.value.split())
            for row in grouped.rows
            if (cell := table.cell(row.row, ListColumn.SOURCE))
        }
        indicators: dict[int, Indicator] = {}
        for row in grouped.rows:
            number = row.row.number
            code = codes[number]
            opd = assign.get(code, ()) if self.about.opd_in else ()
            doubled = number in self._doubled
            indicators[number] = cells.made(row, code, said[number], scale, opd, doubled=doubled)
        spoiled = {(one.sheet, one.cell) for one in findings if one.code in _SPOILED}
        found = folded(
            one for one in findings if one.code in _SPOILED or (one.sheet, one.cell) not in spoiled
        )
        if has_errors(found):
            return ListRead(None, found, self.about)
        definition = self._definition(named, scale, indicators)
        by_opd: dict[str, tuple[str, ...]] = {
            one.id: tuple(code for code, ids in assign.items() if one.id in ids) for one in agencies
        }
        return ListRead(definition, found, self.about, agencies, by_opd, remarks, made, table)

    def _weigh(self) -> None:
        table = self._table
        numbers = table.of(ListColumn.GROUP) or table.of(ListColumn.INDICATOR)
        weights = ListWeights(self._grouped.top, table.heading_cells[numbers[0]], table.sheet)
        weights.settle()
        unplaced = any(one.code == "F504" for one in self._findings)
        sums = {"F509"} if unplaced else set()  # what is not placed yet is missing in a sum
        self._findings += [one for one in weights.findings if one.code not in sums]

    def _name_groups(self, named: AskedIndex) -> None:
        taken: set[str] = set()
        for node in self._grouped.nodes():
            if not node.name:
                node.name = named.title.main
            above = None if node.above is None else node.above.id
            others = {one for one, name in named.elsewhere.items() if name != exact(node.name)}
            node.id = node.properties.id or free_id(node.name, above, taken | others)
            taken.add(node.id.casefold())

    def _codes(self, elsewhere: Mapping[str, str]) -> tuple[dict[int, str], dict[int, str]]:
        """Return the id of each row's indicator, and those that were made."""
        table, rows = self._table, self._grouped.rows
        taken = {node.id.casefold() for node in self._grouped.nodes()}
        seen: dict[str, Cell] = {}
        names: dict[tuple[str, int], Cell] = {}
        found: dict[int, str] = {}
        for row in rows:
            key = (exact(row.name), 0)
            if key in names:
                first = names[key]
                self._findings.append(table.sheet.finding("F505", row.cell, first=first.address))
            names.setdefault(key, row.cell)
            cell = table.cell(row.row, ListColumn.ID) or table.cell(row.row, ListColumn.CODE)
            code = None if cell is None else usable(cell.value)
            if cell is None or code is None:
                continue
            if code.casefold() in seen:
                first = seen[code.casefold()]
                self._findings.append(table.sheet.finding("F506", cell, first=first.address))
                self._doubled.add(row.row.number)
                continue
            seen[code.casefold()] = cell
            if code.casefold() not in taken:
                found[row.row.number] = code
        taken |= seen.keys()
        letters = self._letters(found, elsewhere)
        made: dict[int, str] = {}
        for row in rows:
            if row.row.number not in found:
                code = free_code(letters.get(id(row.node.top()), ""), taken)
                taken.add(code.casefold())
                found[row.row.number] = code
                made[row.row.number] = code
        return found, made

    def _letters(self, codes: Mapping[int, str], elsewhere: Mapping[str, str]) -> dict[int, str]:
        """Return the letters of codes in each top group: its own, else new ones of its name."""
        tops = self._grouped.top
        used = {stem_of(one) for one in elsewhere}
        new = letters_of((node.name for node in tops), used)
        found = dict(zip(map(id, tops), new, strict=True))
        for row in self._grouped.rows:
            code = codes.get(row.row.number)
            if code is not None and stem_of(code) != code.upper():
                found[id(row.node.top())] = stem_of(code)
        return found

    def _agencies(
        self, codes: Mapping[int, str]
    ) -> tuple[tuple[Opd, ...], dict[str, tuple[str, ...]]]:
        """Return the agencies, and those of each indicator by its id."""
        table = self._table
        if not table.of(ListColumn.OPD):
            place = table.sheet.place(table.heading_cells[min(table.heading_cells)].address)
            self._findings.append(Finding.at_cell("F537", place))
            return (), {}
        agencies = Agencies(_agencies_in(self._tables.agencies))
        cells: dict[str, str] = {}
        for row in self._grouped.rows:
            cell = table.cell(row.row, ListColumn.OPD)
            if cell is None or cell.value.strip() in NONE:
                place = table.place(row.row.number, ListColumn.OPD)
                self._findings.append(Finding.at_cell("F520", place))
            elif exact(cell.value) != NOBODY:
                cells[codes[row.row.number]] = cell.value
        agencies.learn(cells.values())
        if not self._tables.agencies:
            self._findings += self._nearly_alike(agencies)
        return agencies.all, {code: agencies.named_in(text) for code, text in cells.items()}

    def _nearly_alike(self, agencies: Agencies) -> Iterator[Finding]:
        """Yield F540 for each agency whose name is nearly that of one before it."""
        names: list[str] = []
        for one in agencies.all:
            other = nearest(one.name, names, cutoff=_ALIKE)
            names.append(one.name)
            cells = (self._table.cell(row.row, ListColumn.OPD) for row in self._grouped.rows)
            cell = next((c for c in cells if c and one.id in agencies.named_in(c.value)), None)
            if other is not None and cell is not None:
                found = self._table.sheet.finding("F540", cell, other=other)
                yield found._replace(value=one.name)

    def _definition(
        self, named: AskedIndex, scale: Range, indicators: Mapping[int, Indicator]
    ) -> Definition:
        about = self.about
        by_node: dict[int, list[Indicator]] = {}
        for row in self._grouped.rows:
            by_node.setdefault(id(row.node), []).append(indicators[row.row.number])

        def group(node: Node) -> Group:
            said = node.properties
            return Group(
                node.id,
                node.level,
                Label(node.name, said.name_id, said.name_en),
                said.aggregate or AGGREGATIONS[DEFAULT](),
                node.weight,
                said.optional,
                said.min_present,
                about.not_applicable,
                tuple(map(group, node.groups)),
                tuple(by_node.get(id(node), ())),
            )

        levels = dict.fromkeys(node.level for node in self._grouped.nodes())
        return Definition(
            named.id,
            about.version or "1",
            about.status,
            named.title,
            named.language,
            tuple(map(group, self._grouped.top)),
            about.aggregate_top or AGGREGATIONS[DEFAULT](),
            scale,
            named.year,
            named.source,
            Publish(about.decimals, stages=about.stages),
            MissingPolicy(about.answers, about.min_present, about.not_applicable),
            about.classes,
            about.classes_on,
            tuple(map(kind_of, levels)),
            tuple(_tags_of(self._table)),
        )


def _tags_of(table: ListTable) -> Iterator[Tag]:
    for number in table.of(ListColumn.TAG):
        heading = table.headings[number]
        tag = heading.level or ""
        name, _, english = (heading.name or tag).partition(" / ")
        yield Tag(tag, Label(name, None, english or None))


def _agencies_in(tables: Iterable[ListTable]) -> Iterator[Opd]:
    """Yield the agencies that tables of agencies list with their codes."""
    for table in tables:
        for row in table.rows:
            name = table.cell(row, ListColumn.AGENCY_NAME) or table.cell(row, ListColumn.OPD)
            code = table.cell(row, ListColumn.AGENCY_CODE)
            short = table.cell(row, ListColumn.AGENCY_SHORT)
            said = None if code is None else usable(code.value)
            if name is not None and said is not None:
                yield Opd(
                    said, " ".join(name.value.split()), short.value.strip() if short else None
                )


def _columns_twice(table: ListTable) -> Iterator[Finding]:
    """Yield F503 for each second column of one meaning, where both are filled in."""
    for column in _ONCE:
        numbers = [n for n in table.of(column) if any(filled(row.cell(n)) for row in table.rows)]
        for number in numbers[1:]:
            first = table.heading_cells[numbers[0]].address
            yield table.sheet.finding("F503", table.heading_cells[number], first=first)


def _not_read(table: ListTable) -> Iterator[Finding]:
    """Yield F538 once for the columns that hold something and are not read."""
    cells = [
        cell
        for cell in table.unknown
        if cell.value.strip() and any(filled(row.cell(cell.column)) for row in table.rows)
    ]
    if cells:
        columns = tuple(f"{cell.address} {' '.join(cell.value.split())}" for cell in cells)
        yield table.sheet.finding("F538", cells[0], columns=columns)._replace(value=None)


def _errors_in(table: ListTable) -> Iterator[Finding]:
    """Yield F522 for each cell that is read and shows an error or no value, F526 for marked ones.

    Part of a marked text is raised or struck out: a footnote's sign, or what no longer counts.
    """
    for row in table.rows:
        for number, heading in table.headings.items():
            cell = None if heading.column is ListColumn.CHECK else row.cell(number)
            if cell is not None and cell.kind in {CellKind.ERROR, CellKind.NO_VALUE}:
                yield table.sheet.finding("F522", cell)
            elif cell is not None and cell.format is CellFormat.MARKED:
                yield table.sheet.finding("F526", cell)


def _hidden_rows(table: ListTable) -> Iterator[Finding]:
    """Yield F430 once for the hidden rows that are read."""
    rows = [row.number for row in table.rows if row.number in table.sheet.hidden_rows]
    if rows:
        place = table.place(rows[0], ListColumn.INDICATOR)
        more = ("…",) if len(rows) > _SHOWN else ()
        shown = (*map(str, rows[:_SHOWN]), *more)
        yield Finding.at_cell("F430", place, count=len(rows), rows=shown)
