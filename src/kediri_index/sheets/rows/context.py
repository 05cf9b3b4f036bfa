"""What is known when a row is read: its context, its indicator, what is asked of each column."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, NamedTuple, Self, TypeGuard

from kediri_index.model.dataset import Reading, Said
from kediri_index.model.definition import Group, Indicator, NotApplicable, ScoreRule
from kediri_index.model.findings import Finding, Source
from kediri_index.model.numbers import Digits
from kediri_index.model.scoring import Fault, Range, Reads
from kediri_index.model.text import Names, Suggestion, exact
from kediri_index.scoring.score_rule import given_rule, readings_of
from kediri_index.sheets.cell_values import (
    ExpectedNumber,
)
from kediri_index.sheets.numbers import NO_MARKS, DecimalMarks, marks_of
from kediri_index.sheets.tables.columns import Column
from kediri_index.sheets.tables.header import Node, Nodes
from kediri_index.sheets.tables.table import Layout, SheetTable

GoodNumbers = dict[str, tuple[Fraction, Digits]]
"""Numbers without a fault, by their digits as stored."""


@dataclass(slots=True)
class RowContext:
    """What the program knows when it reads a row.

    *marks* are the decimal marks of the table at hand. *good* are scores without a fault that were
    read before, by indicator; those of which the same is asked have them in common. *names* are
    those suggested so far, by what was seen. *number_columns* are the columns beside the answers
    that hold numbers.
    *of_units* says that the table is of units, not a form; *said* are the columns of units and
    years where the file as a whole says them. *in_time* receives rows or figures, and raises once
    there is no time left. *wanted* are units that profile or
    definition name, by exact name.
    """

    nodes: Nodes
    scale: Range | None
    from_csv: bool
    definition_id: str
    marks: DecimalMarks = NO_MARKS
    good: dict[Hashable, GoodNumbers] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    number_columns: frozenset[str] = frozenset()
    of_units: bool = False
    said: AbstractSet[Column] = frozenset()
    in_time: Callable[[int], None] = lambda _rows: None
    wanted: AbstractSet[str] = frozenset()

    def of_table(self, table: SheetTable, decimal_mark: str | None, *, several_units: bool) -> Self:
        """Return the context of the rows of *table*; the user may have named its decimal mark."""
        marks = marks_of(table, self.number_columns, decimal_mark, from_csv=self.from_csv)
        of_units = several_units or table.layout is Layout.WIDE
        return replace(self, marks=marks, of_units=of_units)

    def expected(self, bounds: Range | None = None, *, percent: bool = False) -> ExpectedNumber:
        """Return what number a cell of this file may hold."""
        return ExpectedNumber(bounds, percent, self.from_csv, self.marks, self.of_units)

    def nearest(self, code: str, seen: str, known: Iterable[str]) -> Suggestion:
        """Return the known name nearest to *seen* for a finding *code*."""
        if code not in self.names:
            self.names[code] = Names(known)
        return self.names[code].suggest(seen)


class RowKey(NamedTuple):
    """How a row says which indicator it is about: by code, or else by exact name.

    *source* is the cell that says it, *named* that of the name, None if the row has none. *node* is
    the indicator if the caller found it by code and name.
    """

    code: str | None
    name: str | None
    source: Source
    named: Source | None = None
    node: Node | None = None

    def subject(self, context: RowContext) -> "RowSubject":
        """Return the indicator or group that the row is about.

        A group's name may stand beside an indicator's code, and an indicator's beside a group's.
        """
        if self.node is not None:
            return RowSubject(self, self.node)
        named = context.nodes.by_name.get(exact(self.name), ()) if self.name is not None else ()
        if self.code is None:
            return RowSubject(self, named[0]) if len(named) == 1 else RowSubject(self, None, named)
        node = context.nodes.get(self.code)
        if node in named:
            return RowSubject(self, node)
        return RowSubject(self, node, tuple(one for one in named if type(one) is type(node)))


class RowSubject(NamedTuple):
    """What a row with this *key* is about: the *node*, None if that is not clear.

    *others* are the nodes that its name means instead.
    """

    key: RowKey
    node: Node | None
    others: tuple[Node, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether code and name agree on one node."""
        return self.node is not None and not self.others


class Asked(NamedTuple):
    """What the definition asks of a cell: a number in *bounds*, perhaps in *percent*.

    *valid* are the numbers that are possible at all; *rule* scores the number. *always* says that
    n/a is refused; *lenient*, that the cell does not count, so that a fault in it is none.
    """

    bounds: Range | None = None
    percent: bool = False
    valid: Range | None = None
    rule: ScoreRule | None = None
    always: bool = False
    lenient: bool = False


def is_measured(node: Node) -> TypeGuard[Indicator]:
    """Return whether *node* is scored from what is measured."""
    return isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE


def score_asked(node: Node | None, scale: Range | None) -> Asked:
    """Return what is asked of a given score; a measured indicator's has a range alone."""
    if node is None:
        return Asked()
    always = node.not_applicable is NotApplicable.REFUSE
    if isinstance(node, Group) or is_measured(node):
        rule = given_rule(scale if isinstance(node, Group) else node.rule.to)
        return Asked(readings_of(rule), rule=rule, always=always)
    return Asked(readings_of(node.rule), valid=node.valid, rule=node.rule, always=always)


def target_asked(node: Node | None, scale: Range | None) -> Asked:
    """Return what is asked of a target, which counts where the method reads one."""
    del scale
    if not isinstance(node, Indicator):
        return Asked(lenient=node is not None)
    lenient = not node.rule.method.reads_target
    valid = None if lenient else node.valid
    return Asked(node.valid, node.is_percent, valid, lenient=lenient)


def result_asked(node: Node | None, scale: Range | None) -> Asked:
    """Return what is asked of a measured result.

    It is scored by itself where that needs no target of the sheet: that may stand in another file,
    so a rule sees to it.
    """
    if node is None or not is_measured(node):
        return target_asked(node, scale)._replace(valid=None, lenient=node is not None)
    rule = None if node.rule.method.reads_target else node.rule
    always = node.not_applicable is NotApplicable.REFUSE
    return Asked(node.valid, node.is_percent, node.valid, rule, always)


def achievement_asked(node: Node | None, scale: Range | None) -> Asked:
    """Return what is asked of an achievement (capaian): a rule compares it with others."""
    del node, scale
    return Asked(percent=True, lenient=True)


ASKED: Final = {
    Column.SELF: score_asked,
    Column.ASSESSOR: score_asked,
    Column.TARGET: target_asked,
    Column.MEASURE: result_asked,
    Column.ACHIEVEMENT: achievement_asked,
}
"""What the definition asks of each column of numbers, in the order of the model."""

TEXTS: Final = (Column.OPD, Column.EVIDENCE, Column.MEASURE_UNIT)
UNIT_AND_YEAR: Final = (Column.UNIT, Column.YEAR)
"""The other columns: texts about the answer; its unit and year."""

CellRead = tuple[Reading, tuple[Fault, ...]]
"""The reading of a cell, and its faults."""


class RowRead(NamedTuple):
    """The values of a row: its indicator or group, readings and texts (*said*) by column.

    A cell with a fault has an unreadable reading. *node* is None if the row names no known
    indicator or group. *findings* has all faults of the row.
    """

    node: Node | None
    readings: Mapping[Column, tuple[Reading, ...]]
    said: Mapping[Column, Said | None]
    findings: tuple[Finding, ...] = ()
