"""A row of a table: its context, what the definition asks of its cells, and its values.

Each cell is read here, once. Most rows have no faults; only a row with faults is given to its
Pydantic model (:mod:`~kediri_index.sheets.rows.row_model`), which makes findings of them.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, NamedTuple, Self, TypeGuard, cast

from kediri_index.model.dataset import Missing, Reading, Said
from kediri_index.model.definition import Group, Indicator, NotApplicable, ScoreRule
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Perhaps
from kediri_index.model.numbers import Digits, with_reading
from kediri_index.model.scoring import Direction, Fault, Range, Reads
from kediri_index.model.text import Names, Suggestion, exact, whole
from kediri_index.model.workbook import CellFormat, CellKind
from kediri_index.scoring.score_rule import given_rule, readings_of, score_value
from kediri_index.sheets.cell_values import (
    CellError,
    ExpectedNumber,
    Located,
    empty,
    named_level,
    read_number,
    yes_or_no,
)
from kediri_index.sheets.identity import WITHOUT_TEXT
from kediri_index.sheets.numbers import NO_MARKS, DecimalMarks, marks_of
from kediri_index.sheets.tables.columns import Column
from kediri_index.sheets.tables.header import Node, Nodes
from kediri_index.sheets.tables.table import Layout, Table

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

    def of_table(self, table: Table, decimal_mark: str | None, *, several_units: bool) -> Self:
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

_AROUND: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""All blanks, and the unseen characters that web pages and joined files leave around a text."""
_GIVEN: Final = {Column.SELF, Column.ASSESSOR}


def is_measured(node: Node) -> TypeGuard[Indicator]:
    """Return whether *node* is scored from what is measured."""
    return isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE


def read_cell(
    located: Located, node: Node | None, asked: Asked, context: RowContext
) -> tuple[Reading, tuple[Fault, ...]]:
    """Return the reading of a cell and its faults; the reading may be unreadable."""
    faults: tuple[Fault, ...] = ()
    try:
        reading, faults = _value(located, asked, context)
        faults = (*faults, *_faults_of_number(reading, node, asked))
    except CellError as error:
        reading = Reading(None, Missing.UNREADABLE, error.value, located.source)
        faults = (*faults, Fault(error.code, error.params))
    return reading, () if asked.lenient else faults


def _value(
    located: Located, asked: Asked, context: RowContext
) -> tuple[Reading, tuple[Fault, ...]]:
    """Return the number of a cell; a *ya*, a *tidak* or the name of a level may stand for it."""
    method = asked.rule.method if asked.rule is not None else None
    word = None
    if method is not None and method.names:
        word = named_level(located, method.names)
    elif method is not None and method.yes_or_no is not None:
        word = yes_or_no(located, method.yes_or_no, context.expected())
    if word is not None:
        return word, ()
    return read_number(located, context.expected(asked.bounds, percent=asked.percent))


def _faults_of_number(reading: Reading, node: Node | None, asked: Asked) -> Iterator[Fault]:
    """Yield the faults of a number with a score; raise CellError for a number without one."""
    number = reading.number
    if asked.always and reading.missing is Missing.NOT_APPLICABLE:
        raise CellError("C213", reading.text)
    if number is None:
        return
    direction, valid, percent = Direction.HIGHER, None, False
    if isinstance(node, Indicator):
        direction, valid, percent = node.direction, node.valid, node.is_percent
    if asked.valid is not None and not asked.valid[0] <= number <= asked.valid[1]:
        low, high = asked.valid
        perhaps = _slip(number, asked.valid, percent=percent)
        raise CellError("C205", reading.text, low=low, high=high, perhaps=perhaps)
    if asked.rule is None:
        return
    value, faults = score_value(asked.rule, number, None, direction)
    for fault in faults:
        if value is None:
            hints = _meant(fault, asked.rule, number)
            raise CellError(fault.code, reading.text, **fault.params, **hints)
        yield Fault(fault.code, with_reading(fault, number, valid, percent=percent))


def faults_of_value(reading: Reading, indicator: Indicator) -> tuple[Reading, tuple[Fault, ...]]:
    """Return the *reading* of a value that no cell holds, and its faults as of one in a cell."""
    asked = (result_asked if is_measured(indicator) else score_asked)(indicator, None)
    try:
        return reading, tuple(_faults_of_number(reading, indicator, asked))
    except CellError as error:
        unreadable = reading._replace(number=None, missing=Missing.UNREADABLE)
        return unreadable, (Fault(error.code, error.params),)


def _meant(fault: Fault, rule: ScoreRule, number: Fraction) -> Mapping[str, object]:
    """Return what a score out of its range was perhaps meant to be, where *number* is the score."""
    if fault.code != "C203":
        return {}
    bounds = readings_of(rule)
    if bounds is None or rule.method.reads is not Reads.SCORE:
        return {"perhaps": Perhaps(None)}
    return {"perhaps": _slip(number, bounds)}


def _slip(number: Fraction, bounds: Range, *, percent: bool = False) -> Perhaps:
    from kediri_index.sheets.number_faults import slip  # noqa: PLC0415 - only a fault needs it

    return slip(number, bounds, percent=percent)


def bare(text: str) -> str:
    """Return *text* without the blanks and unseen characters around it."""
    return text.strip() if text.isascii() else text.strip(_AROUND)


def read_text(cells: Sequence[Located]) -> Said | None:
    """Return the text of the first filled cell; an Excel error is not readable."""
    found = None
    for located in cells:
        cell = located.cell or located.anchor
        text = "" if cell is None else bare(cell.value)
        if found is None or (text and not found.text):
            readable = cell is None or cell.kind is not CellKind.ERROR
            found = Said(text, located.source, readable)
    return found


def read_unit_or_year(
    located: Located, column: Column, context: RowContext
) -> Said | Finding | None:
    """Return the unit or the year in a cell; F417, F414 or F439 if the cell has none."""
    cell, source = located.cell, located.source
    if cell is not None and cell.kind in WITHOUT_TEXT:
        return Finding.at_cell("F417", source, cell.value, name=column.value)
    text = "" if cell is None else cell.value.strip()
    if text:
        return Said(whole(text) if column is Column.YEAR else text, source)
    if column in context.said:
        return None
    return Finding.at_cell("F414" if column is Column.UNIT else "F439", source)


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


def read_row(
    key: RowKey, cells: Mapping[Column, Sequence[Located]], context: RowContext
) -> RowRead:
    """Return the values of a row with these *cells* by column."""
    subject = key.subject(context)
    node, is_good = subject.node, subject.is_sure
    numbers: dict[Column, list[CellRead]] = {}
    texts: dict[Column, Said | Finding | None] = {}
    for column, located in cells.items():
        if column in TEXTS:
            texts[column] = read_text(located)
        elif column in UNIT_AND_YEAR:
            texts[column] = text = read_unit_or_year(located[0], column, context)
            is_good = is_good and not isinstance(text, Finding)
        else:
            numbers[column] = found = [_read(cell, column, node, context) for cell in located]
            is_good = is_good and not any(faults for _, faults in found)
    if not is_good:
        from kediri_index.sheets.rows.row_model import validated  # noqa: PLC0415 - Pydantic takes a while

        return validated(subject, {**numbers, **texts}, context)
    readings = {column: tuple([one for one, _ in found]) for column, found in numbers.items()}
    return RowRead(node, readings, cast("Mapping[Column, Said | None]", texts))


def _read(located: Located, column: Column, node: Node | None, context: RowContext) -> CellRead:
    cell, source, anchor = located
    if cell is None and anchor is None:
        return empty(source), ()
    plain = cell is not None and cell.kind is CellKind.NUMBER and cell.format is CellFormat.PLAIN
    if cell is None or node is None or not plain or column not in _GIVEN:
        return read_cell(located, node, ASKED[column](node, context.scale), context)
    good = context.good.get(node.id)
    if good is None:
        direction = node.direction if isinstance(node, Indicator) else None
        same = ASKED[column](node, context.scale), direction
        good = context.good[node.id] = context.good.setdefault(same, {})
    known = good.get(cell.value)
    if known is not None:
        return Reading(known[0], None, known[1], source), ()
    reading, faults = read_cell(located, node, ASKED[column](node, context.scale), context)
    if not faults and reading.number is not None:
        good[cell.value] = reading.number, Digits(reading.text)
    return reading, faults
