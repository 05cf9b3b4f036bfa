"""A row of a table: the values of its cells, and their faults.

Each cell is read here, once. Most rows have no faults; only a row with faults is given to its
Pydantic model (:mod:`~kediri_index.sheets.rows.row_model`), which makes findings of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, cast

from kediri_index.model.dataset import Missing, Reading, Said
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.language import Perhaps
from kediri_index.model.numbers import Digits, with_reading
from kediri_index.model.scoring import Direction, Fault, Range, Reads
from kediri_index.model.text import whole
from kediri_index.model.workbook import CellFormat, CellKind
from kediri_index.scoring.score_rule import readings_of, score_value
from kediri_index.sheets.cell_values import (
    CellError,
    Located,
    empty,
    named_level,
    read_number,
    yes_or_no,
)
from kediri_index.sheets.identity import WITHOUT_TEXT
from kediri_index.sheets.rows.context import (
    ASKED,
    TEXTS,
    UNIT_AND_YEAR,
    Asked,
    CellRead,
    RowContext,
    RowKey,
    RowRead,
    is_measured,
    result_asked,
    score_asked,
)
from kediri_index.sheets.tables.columns import Column
from kediri_index.sheets.tables.header import Node

_AROUND: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""All blanks, and the unseen characters that web pages and joined files leave around a text."""
_GIVEN: Final = {Column.SELF, Column.ASSESSOR}


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
