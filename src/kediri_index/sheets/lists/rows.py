"""The rows of a list: which indicator each is, in which groups, with whose weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.text import exact, suggest
from kediri_index.model.workbook import Cell, Row, column_letters
from kediri_index.sheets.lists.about import aggregation_in, share_in
from kediri_index.sheets.lists.codes import usable
from kediri_index.sheets.lists.headings import LEVELS, ListColumn, heading_of
from kediri_index.sheets.lists.tables import ListTable, filled
from kediri_index.sheets.lists.weights import (
    Node,
    Properties,
    Weighed,
    WeightedIndicator,
    weight_in,
)

NONE: Final = frozenset({"-", "–", "—"})
"""What a cell holds that is empty on purpose."""
NOBODY: Final = "tidak ada"
"""What the column of agencies holds where no agency answers."""
_OF_INDICATORS: Final = (
    *(ListColumn.MEASURE_UNIT, ListColumn.TARGET, ListColumn.METHOD, ListColumn.OPD),
    *(ListColumn.DIRECTION, ListColumn.SOURCE, ListColumn.VALID),
)
"""Columns that only rows of indicators fill in."""
_HEADED_AS: Final = "group"


class IndicatorRow(NamedTuple):
    """The row of one indicator, the group that it stands in, and its weight."""

    row: Row
    name: str
    cell: Cell
    node: Node
    leaf: WeightedIndicator


@dataclass
class Grouped:
    """The tree of a list and the rows of its indicators."""

    top: list[Node] = field(default_factory=list)
    rows: list[IndicatorRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def nodes(self) -> list[Node]:
        """Return all groups, those above first."""
        return [one for node in self.top for one in node.all()]


def groups_of(table: ListTable) -> Grouped:
    """Return the groups and the indicators of *table*, in its order."""
    return _ListRows(table).read()


class _ListRows:
    def __init__(self, table: ListTable) -> None:
        self._table = table
        self._found = Grouped()
        self._levels = [(n, table.headings[n].level) for n in table.of(ListColumn.GROUP)]
        self._names = table.of(ListColumn.INDICATOR)
        self._weights = _weight_columns(table)
        self._repeats = {n: _repeats(table, n) for n, _ in self._levels}
        self._last: dict[int, Cell] = {}
        self._headings: list[Node] = []
        self._was_heading = False
        self._by_path: dict[tuple[str, ...], Node] = {}
        self._seen: set[tuple[int, int]] = set()
        self._fills = any(table.cell(row, one) for row in table.rows for one in _OF_INDICATORS)

    def read(self) -> Grouped:
        for row in self._table.rows:
            self._row(row)
        return self._found

    def _row(self, row: Row) -> None:
        table = self._table
        name = table.cell(row, ListColumn.INDICATOR)
        origin = None if name is None else table.anchored.get((row.number, name.column))
        if origin is not None and (origin.row, origin.column) in self._seen:
            self._further_line(row)
        elif name is None:
            self._without_name(row)
        elif not self._levels and self._is_heading(row):
            self._heading(row, name)
        else:
            if origin is not None:
                self._seen.add((origin.row, origin.column))
            self._indicator(row, name)

    def _further_line(self, row: Row) -> None:
        """Report what a row fills in for an indicator whose cell is merged over it and others."""
        said = (self._table.cell(row, one) for one in _OF_INDICATORS)
        if any(cell is not None and cell.row == row.number for cell in said):
            place = self._table.place(row.number, ListColumn.INDICATOR)
            self._found.findings.append(Finding.at_cell("F507", place))

    def _without_name(self, row: Row) -> None:
        """Read a row with the name of a group alone; report one with more."""
        groups = [n for n, _ in self._levels if _word(row.cell(n)) is not None]
        filled_in = [one for one in _OF_INDICATORS if self._table.cell(row, one)]
        if filled_in or (not groups and self._table.cell(row, ListColumn.CODE)):
            place = self._table.place(row.number, ListColumn.INDICATOR)
            self._found.findings.append(Finding.at_cell("F507", place))
            return
        node = self._node(row) if groups else None
        if node is not None:
            self._weigh_groups(row, node, own=True)

    def _is_heading(self, row: Row) -> bool:
        return self._fills and not any(self._table.cell(row, one) for one in _OF_INDICATORS)

    def _heading(self, row: Row, cell: Cell) -> None:
        """Read a row that heads those below: a group above or beside the last one."""
        name = " ".join(cell.value.split())
        first = name.split(" ", 1)[0].casefold()
        level = next(
            (kind for kind, words in LEVELS.items() if words[0].casefold() == first), _HEADED_AS
        )
        if first == "smart":
            level = "pillar"
        node = Node(level, name, None, cell, self._table.sheet)
        self._found.top.append(node)
        self._headings = [node]
        self._weigh_groups(row, node, own=True)

    def _indicator(self, row: Row, cell: Cell) -> None:
        table = self._table
        node = self._node(row) or Node(_HEADED_AS, "", None, cell, table.sheet)
        own = self._weights.get(None, [])
        said = None
        for number in own:
            weight = filled(row.cell(number))
            if weight is not None and _word(weight) is not None:
                found = weight_in(table.sheet, weight, table.headings[number])
                if isinstance(found, Finding):
                    self._found.findings.append(found)
                    said = said or Weighed(None, table.sheet, weight, points=True)
                else:
                    said = found
        name = " ".join(cell.value.split())
        at = own[0] if own else cell.column
        place = table.sheet.place(f"{column_letters(at)}{row.number}")
        leaf = WeightedIndicator(name, place, said)
        node.leaves.append(leaf)
        self._weigh_groups(row, node, own=False)
        self._found.rows.append(IndicatorRow(row, name, cell, node, leaf))

    def _node(self, row: Row) -> Node | None:
        """Return the group of *row*; None, and a finding, where none is said."""
        if not self._levels:
            return self._under_heading()
        above: Node | None = None
        path: tuple[str, ...] = ()
        changed = False
        for number, level in self._levels:
            cell = filled(row.cell(number))
            if cell is not None and cell.value.strip() in NONE:
                self._last.pop(number, None)
                continue
            if cell is None and (changed or self._repeats[number]):
                self._last.pop(number, None)
            before = self._last.get(number)
            cell = cell or before
            if cell is None:
                continue
            if before is None or exact(before.value) != exact(cell.value):
                changed = True
            self._last[number] = cell
            path = (*path, level or "", exact(cell.value))
            node = self._by_path.get(path)
            if node is None:
                name = " ".join(cell.value.split())
                node = Node(level or _HEADED_AS, name, above, cell, self._table.sheet)
                self._by_path[path] = node
                (self._found.top if above is None else above.groups).append(node)
            above = node
        if above is None:
            place = self._table.place(row.number, ListColumn.GROUP)
            self._found.findings.append(Finding.at_cell("F504", place))
        return above

    def _under_heading(self) -> Node:
        if not self._headings:
            cell = self._table.heading_cells[self._names[0]]
            node = Node(_HEADED_AS, "", None, cell, self._table.sheet)
            self._headings = [node]
            self._found.top.append(node)
        return self._headings[-1]

    def _weigh_groups(self, row: Row, node: Node, *, own: bool) -> None:
        """Add what *row* says of the weights of its groups; of a heading each weight is."""
        table = self._table
        above: Node | None = node
        while above is not None:
            columns = list(self._weights.get(above.level, []))
            if own and above is node:
                columns += self._weights.get(None, [])
            for number in columns:
                cell = filled(row.cell(number))
                if cell is None or _word(cell) is None:
                    continue
                origin = table.anchored.get((cell.row, cell.column), cell)
                if any(one.cell == origin for one in above.said):
                    continue
                found = weight_in(table.sheet, origin, table.headings[number])
                if isinstance(found, Finding):
                    if found not in self._found.findings:
                        self._found.findings.append(found)
                else:
                    above.said.append(found)
            above = above.above


def _word(cell: Cell | None) -> str | None:
    """Return what *cell* says, None where it is empty, also on purpose."""
    cell = filled(cell)
    return None if cell is None or cell.value.strip() in NONE else cell.value.strip()


def _repeats(table: ListTable, column: int) -> bool:
    """Return whether a column of groups says its group in each row, be it by a merged cell.

    Then an empty cell is none; else it is as the one above.
    """
    if any(n == column for _, n in table.anchored):
        return True
    before: str | None = None
    for row in table.rows:
        word = _word(row.cell(column))
        if word is not None and table.cell(row, ListColumn.INDICATOR):
            if before == exact(word):
                return True
            before = exact(word)
    return False


def _weight_columns(table: ListTable) -> dict[str | None, list[int]]:
    """Return the columns of weights by the level that they weigh, None for indicators.

    A plain *Bobot* before the indicator is that of the group at its left, and so is one whose
    cells are merged over the rows of several indicators.
    """
    levels = {n: table.headings[n].level for n in table.of(ListColumn.GROUP)}
    names = table.of(ListColumn.INDICATOR)
    found: dict[str | None, list[int]] = {}
    spans = [span for span in table.sheet.merged if span.last_row > span.first_row > table.row]
    own = {(span.first_row, span.last_row) for span in spans if span.first_column in names}
    for number in table.of(ListColumn.WEIGHT):
        level = table.headings[number].level
        left = [n for n in levels if n < number]
        merged = any(
            span.first_column == number and (span.first_row, span.last_row) not in own
            for span in spans
        )
        first = names[0] if names else None
        if level is None and left and ((first is not None and number < first) or merged):
            level = levels[max(left)] if not merged else levels[min(left)]
        found.setdefault(level, []).append(number)
    return found


def describe(table: ListTable, grouped: Grouped) -> None:
    """Add to the groups of a list what a table of groups says of them: weights and the rest."""
    nodes = grouped.nodes()
    for row in table.rows:
        cells = [one for n in table.of(ListColumn.GROUP) if (one := filled(row.cell(n)))]
        if not cells:
            continue
        found = _meant(table, row, cells, nodes)
        if not found:
            nearest = suggest(cells[-1].value, [one.name for one in nodes])
            grouped.findings.append(table.sheet.finding("F512", cells[-1], nearest=nearest))
            continue
        said = _properties(table, row)
        for node in found:
            node.properties = said
        for number in table.of(ListColumn.WEIGHT):
            cell = filled(row.cell(number))
            if cell is None or _word(cell) is None:
                continue
            weighed = weight_in(table.sheet, cell, table.headings[number])
            if isinstance(weighed, Finding):
                grouped.findings.append(weighed)
            else:
                for node in found:
                    node.said.append(weighed)


def _meant(
    table: ListTable, row: Row, cells: Sequence[Cell], nodes: Sequence[Node]
) -> Sequence[Node]:
    """Return the groups that *row* names, by the level and the group above where it says them."""
    found = [one for one in nodes if exact(one.name) == exact(cells[-1].value)]
    kind = table.cell(row, ListColumn.KIND)
    said = heading_of(kind.value) if kind else table.headings[cells[-1].column]
    level = None if said is None or said.level == _HEADED_AS else said.level
    found = [one for one in found if one.level == level] or found
    parent = table.cell(row, ListColumn.PARENT) or (cells[-2] if len(cells) > 1 else None)
    if parent is None:
        return found
    name = exact(parent.value)
    return [one for one in found if one.above and exact(one.above.name) == name] or found


def _properties(table: ListTable, row: Row) -> Properties:
    def text(column: ListColumn) -> str | None:
        cell = table.cell(row, column)
        return None if cell is None or _word(cell) is None else " ".join(cell.value.split())

    code, how = text(ListColumn.CODE), text(ListColumn.AGGREGATE)
    return Properties(
        usable(code) if code else None,
        text(ListColumn.NAME_ID),
        text(ListColumn.NAME_EN),
        aggregation_in(how) if how else None,
        exact(text(ListColumn.OPTIONAL) or "") in {"ya", "yes"},
        share_in(text(ListColumn.MIN_PRESENT) or ""),
    )


def empty_groups(grouped: Grouped) -> Iterator[Finding]:
    """Yield F512 for each group of the list that no indicator stands in."""
    for node in grouped.nodes():
        if not node.groups and not node.leaves:
            yield node.sheet.finding("F512", node.cell, nearest=suggest("", []))
