"""The fields of a row: which indicator it is about, and the numbers that it holds.

The definition comes in as the context, so that spellings, ranges and levels are the indicator's
own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, NamedTuple, Self

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.definition import Group, Indicator, NotApplicable, ScoreRule
from kediri_index.model.digits import Digits
from kediri_index.model.findings import Finding
from kediri_index.model.magnitude import with_reading
from kediri_index.model.meant import Perhaps
from kediri_index.model.names import exact
from kediri_index.model.nearest import Names, Suggestion
from kediri_index.model.scoring import Direction, Fault, Range, Reads
from kediri_index.model.workbook import CellFormat, CellKind
from kediri_index.scoring.leaf import given_rule, readings_of, score_value
from kediri_index.workbook.cell_values import (
    CellError,
    Expected,
    Located,
    Remark,
    empty,
    read_number,
)
from kediri_index.workbook.decimal_marks import NO_MARKS, DecimalMarks, marks_of
from kediri_index.workbook.level_names import named_level
from kediri_index.workbook.table import Layout, Table
from kediri_index.workbook.yes_or_no import yes_or_no

Node = Group | Indicator
"""What a row is about: an indicator, or a group whose score is given."""

_NUMBER: Final = CellKind.NUMBER
_PLAIN: Final = CellFormat.PLAIN
MOST_SUGGESTIONS: Final = 50
"""Of a file: to look for a near name takes longer than to read a row."""


ByDigits = dict[str, tuple[Fraction, Digits]]


class GoodScores:
    """Scores of which nothing is to be said: answers repeat, and files of one form share them."""

    def __init__(self) -> None:
        self._by_id: dict[str, ByDigits | None] = {}
        self._by_rule: list[tuple[ScoreRule, Direction, ByDigits]] = []

    def of(self, node: Node) -> ByDigits | None:
        """Return those of all indicators that are scored alike, by their digits as stored.

        None where the rule of *node* is not all that says what is wrong with a number.
        """
        if node.id not in self._by_id:
            self._by_id[node.id] = None
            if isinstance(node, Indicator) and node.valid is None:
                self._by_id[node.id] = self._like(node.rule, node.direction)
        return self._by_id[node.id]

    def _like(self, rule: ScoreRule, direction: Direction) -> ByDigits | None:
        if rule.method.reads is not Reads.SCORE:
            return None
        for known, towards, good in self._by_rule:
            if known == rule and towards is direction:
                return good
        self._by_rule.append((rule, direction, good := {}))
        return good


@dataclass(slots=True)
class RowContext:
    """What a row is validated against; remarks on cells that could be read gather here.

    *marks* are the decimal marks of the table at hand. *good* are scores that had no fault when
    read before. *names* are those suggested so far, by what was seen. *number_columns* are the
    columns beside the answers that hold numbers. *of_units* says that the table is of units, not a
    form. *in_time* is told of rows or figures, and raises once there is no time left. *below* has
    the ids below each group. *wanted* are units that profile or definition name, by exact name.
    """

    nodes: Mapping[str, Node]
    by_name: Mapping[str, tuple[Node, ...]]
    scale: Range | None
    from_csv: bool
    definition_id: str
    marks: DecimalMarks = NO_MARKS
    remarks: list[Finding] = field(default_factory=list)
    good: GoodScores = field(default_factory=GoodScores)
    names: dict[str, Names] = field(default_factory=dict)
    number_columns: frozenset[str] = frozenset()
    of_units: bool = False
    in_time: Callable[[int], None] = lambda _rows: None
    below: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    wanted: AbstractSet[str] = frozenset()

    def of_table(self, table: Table, decimal_mark: str | None, *, several_units: bool) -> Self:
        """Return the context of the rows of *table*; the user may have named its decimal mark."""
        marks = marks_of(table, self.number_columns, decimal_mark, from_csv=self.from_csv)
        of_units = several_units or table.layout is Layout.WIDE
        return replace(self, marks=marks, of_units=of_units)

    def expected(self, bounds: Range | None = None, *, percent: bool = False) -> Expected:
        """Return what number a cell of this file may hold."""
        return Expected(bounds, percent, self.from_csv, self.marks, self.of_units)

    def nearest(self, code: str, seen: str, known: Iterable[str]) -> Suggestion:
        """Return the known name nearest to *seen* for a finding *code*."""
        if code not in self.names:
            self.names[code] = Names(known)
        return self.names[code].suggest(seen)


def by_name(nodes: Iterable[Node]) -> dict[str, tuple[Node, ...]]:
    """Return the nodes by each of their names; a name may be that of several."""
    found: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        label = node.label
        for name in {exact(name) for name in (label.main, label.indonesian, label.english) if name}:
            found[name] = (*found.get(name, ()), node)
    return found


class Key(NamedTuple):
    """How a row says which indicator it is about: by code, or else by exact name.

    *named* is the cell of the name, None where there is none. *node* is what the row is about where
    code and name say so beyond doubt.
    """

    code: str | None
    name: str | None
    located: Located
    named: Located | None = None
    node: Node | None = None


class FieldError(Exception):
    """A field that cannot be read: a finding's code and figures, and what was seen."""

    def __init__(
        self, code: str, value: str | None, indicator: str | None = None, **params: object
    ) -> None:
        super().__init__(code, value, indicator, params)
        self.code = code
        self.value = value
        self.indicator = indicator
        self.params = params


def node_of_row(key: Key, context: RowContext) -> Node:
    """Return the indicator or group that the row names; an error where it names none, or several.

    A name that is another's than the code's is remarked: X310.
    """
    if key.node is not None:
        return key.node
    named = context.by_name.get(exact(key.name), ()) if key.name is not None else ()
    if key.code is not None:
        node = context.nodes.get(key.code.casefold())
        if node is None:
            raise _unknown(key, context)
        if named and node not in named:
            _name_of_another(key, node, named, context)
        return node
    if not named:
        raise _unknown(key, context)
    if len(named) > 1:
        raise FieldError("X305", key.name, ids=tuple(node.id for node in named))
    return named[0]


def _name_of_another(key: Key, node: Node, named: tuple[Node, ...], context: RowContext) -> None:
    """Remark on the name, unless it is a group's beside an indicator's code, or the reverse."""
    others = tuple(other.id for other in named if type(other) is type(node))
    if others:
        source = (key.named or key.located).source
        context.remarks.append(Finding.at_cell("X310", source, key.name, node.id, others=others))


def _unknown(key: Key, context: RowContext) -> FieldError:
    if key.code is not None:
        codes = (node.id for node in context.nodes.values())
        nearest = context.nearest("X301", key.code, codes)
        return FieldError("X301", key.code, nearest=nearest, used=context.definition_id)
    if key.name is None:
        return FieldError("X311", None)
    names = (nodes[0].label.main for nodes in context.by_name.values())
    return FieldError("X302", key.name, nearest=context.nearest("X302", key.name, names))


def given_score(value: Located, node: Node | None, context: RowContext) -> Reading:
    """Validate a score that someone gave: a self-assessment's or an assessor's."""
    cell = value.cell
    if cell is None and value.anchor is None:
        return empty(value.source)
    if cell is None or node is None or cell.kind is not _NUMBER or cell.format is not _PLAIN:
        return _score(value, node, context)
    good = context.good.of(node)
    if good is None:
        return _score(value, node, context)
    known = good.get(cell.value)
    if known is not None:
        return Reading(known[0], None, known[1], value.source)
    remarked = len(context.remarks)
    reading = _score(value, node, context)
    if reading.number is not None and remarked == len(context.remarks):
        good[cell.value] = reading.number, Digits(reading.text)
    return reading


def _score(value: Located, node: Node | None, context: RowContext) -> Reading:
    if node is None:
        return _read(value, context.expected(), context, None)
    rule = _given(node, context.scale)
    worded = _worded(value, rule, node, context)
    if worded is not None:
        return _applying(worded, node)
    reading = _read(value, context.expected(readings_of(rule)), context, node.id)
    reading = _applying(reading, node)
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.SCORE:
        _possible(node, reading)
    _try(rule, reading, node, context)
    return reading


def _worded(value: Located, rule: ScoreRule, node: Node, context: RowContext) -> Reading | None:
    """Return what a word says by the rule: yes, no, or a level; None for what is no such word."""
    if rule.method.names:
        return named_level(value, rule.method.names)
    either = rule.method.yes_or_no
    if either is None:
        return None
    try:
        return yes_or_no(value, either, context.expected())
    except CellError as fault:
        raise FieldError(fault.code, fault.value, node.id, **fault.params) from fault


def target(value: Located, node: Node | None, context: RowContext) -> Reading:
    """Validate a target: a number where one is read."""
    expected = _measure(node, context)
    if node is not None and not _reads_target(node):
        return _leniently(value, expected)
    reading = _read(value, expected, context, node.id if node else None)
    if isinstance(node, Indicator):
        _possible(node, reading)
    return reading


def realisasi(value: Located, node: Node | None, context: RowContext) -> Reading:
    """Validate a measured result: possible at all, and scorable by itself.

    A target of the sheet may stand in another file, so a rule sees to that. What no score is
    computed from may be any text.
    """
    expected = _measure(node, context)
    if node is None:
        return _read(value, expected, context, None)
    if isinstance(node, Group) or node.rule.method.reads is not Reads.MEASURE:
        return _leniently(value, expected)
    reading = _applying(_read(value, expected, context, node.id), node)
    _possible(node, reading)
    if not node.rule.method.reads_target:
        _try(node.rule, reading, node, context)
    return reading


def achievement(value: Located, node: Node | None, context: RowContext) -> Reading:
    """Read the achievement (capaian) that a sheet states, in percent or as a share, for a rule."""
    del node  # what is stated is compared by a rule
    return _leniently(value, context.expected(percent=True))


def _given(node: Node, scale: Range | None) -> ScoreRule:
    """Return how a given score of *node* is read: a measured one's by its range alone."""
    if isinstance(node, Group):
        return given_rule(scale)
    return node.rule if node.rule.method.reads is Reads.SCORE else given_rule(node.rule.to)


def _measure(node: Node | None, context: RowContext) -> Expected:
    if not isinstance(node, Indicator):
        return context.expected()
    return context.expected(node.valid, percent=node.is_percent)


def _reads_target(node: Node) -> bool:
    return isinstance(node, Indicator) and node.rule.method.reads_target


def _leniently(located: Located, expected: Expected) -> Reading:
    """Return the reading of a cell that does not count: a fault in it is none."""
    try:
        return read_number(located, expected)[0]
    except CellError as fault:
        return Reading(None, Missing.UNREADABLE, fault.value, located.source)


def _read(
    located: Located, expected: Expected, context: RowContext, indicator: str | None
) -> Reading:
    try:
        reading, remarks = read_number(located, expected)
    except CellError as fault:
        raise FieldError(fault.code, fault.value, indicator, **fault.params) from fault
    for remark in remarks:
        context.remarks.append(_remark(remark, reading, indicator))
    return reading


def _applying(reading: Reading, node: Node) -> Reading:
    """Return *reading*; raise C213 where it is an n/a that *node* refuses."""
    is_refused = node.not_applicable is NotApplicable.REFUSE
    if is_refused and reading.missing is Missing.NOT_APPLICABLE:
        raise FieldError("C213", reading.text, node.id)
    return reading


def _possible(indicator: Indicator, reading: Reading) -> None:
    """Raise C205 where the reading lies beyond what the indicator calls valid."""
    if reading.number is None or indicator.valid is None:
        return
    low, high = indicator.valid
    if not low <= reading.number <= high:
        from kediri_index.workbook.decimal_slips import slip  # noqa: PLC0415 - only a fault needs it

        perhaps = slip(reading.number, indicator.valid, percent=indicator.is_percent)
        raise FieldError("C205", reading.text, indicator.id, low=low, high=high, perhaps=perhaps)


def _remark(remark: Remark, reading: Reading, indicator: str | None) -> Finding:
    return Finding.at_cell(remark.code, reading.source, reading.text, indicator, **remark.params)


def _try(rule: ScoreRule, reading: Reading, node: Node, context: RowContext) -> None:
    """Score the reading for its faults: those that forbid a score are errors of the row."""
    if reading.number is None:
        return
    direction = node.direction if isinstance(node, Indicator) else Direction.HIGHER
    scored = score_value(rule, reading.number, None, direction)
    for fault in scored.faults:
        if scored.value is None:
            hints = _hints(fault, rule, reading.number)
            raise FieldError(fault.code, reading.text, node.id, **fault.params, **hints)
        valid, percent = (
            (node.valid, node.is_percent) if isinstance(node, Indicator) else (None, False)
        )
        figures = with_reading(fault, reading.number, valid, percent=percent)
        remark = Remark(fault.code, figures)
        context.remarks.append(_remark(remark, reading, node.id))


def _hints(fault: Fault, rule: ScoreRule, number: Fraction) -> Mapping[str, object]:
    """Return what a score out of its range was perhaps meant to be, where *number* is the score."""
    if fault.code != "C203":
        return {}
    bounds = readings_of(rule)
    if bounds is None or rule.method.reads is not Reads.SCORE:
        return {"perhaps": Perhaps(None)}
    from kediri_index.workbook.decimal_slips import slip  # noqa: PLC0415 - only a fault needs it

    return {"perhaps": slip(number, bounds)}
