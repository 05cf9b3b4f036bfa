"""What a cell says where a number is expected: the number, a kind of missing, or a fault.

It may also be a mark of missing data, such as NA, a *ya* or *tidak*, or a level by its name.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kediri_index.model.dataset import Missing, Reading, is_missing_mark, says_nothing
from kediri_index.model.findings import Finding, Source
from kediri_index.model.numbers import Digits, PercentDigits, stored_digits
from kediri_index.model.scoring import Fault, Range, YesOrNo
from kediri_index.model.text import exact
from kediri_index.model.workbook import Cell, CellFormat, CellKind
from kediri_index.sheets.numbers import (
    NO_MARKS,
    Absent,
    DecimalMarks,
    Number,
    Unreadable,
    parse_number,
    stored_number,
)


class Located(NamedTuple):
    """A cell of a table, or the place of an empty one.

    *anchor* is the first cell of the merged range that covers an empty one.
    """

    cell: Cell | None
    source: Source
    anchor: Cell | None = None


class ExpectedNumber(NamedTuple):
    """What number a cell may hold: *percent* says that its unit is %.

    *of_units* says that the table is of units, not a form: marks such as NA are missing data. Two
    readings are settled by the *marks* of the table, where they are certain, else by *bounds*.
    """

    bounds: Range | None = None
    percent: bool = False
    from_csv: bool = False
    marks: DecimalMarks = NO_MARKS
    of_units: bool = False


class CellError(Exception):
    """A cell that cannot be read as what is expected: a finding's code and figures."""

    def __init__(self, code: str, value: str, **params: object) -> None:
        super().__init__(code, value, params)
        self.code = code
        self.value = value
        self.params = params


_KIND_CODES = {
    CellKind.ERROR: "C111",
    CellKind.NO_VALUE: "C112",
    CellKind.BOOLEAN: "C114",
}
_UNCERTAIN = "C115"
_DIVISORS = {
    CellFormat.THOUSANDS: 10**3,
    CellFormat.MILLIONS: 10**6,
    CellFormat.BILLIONS: 10**9,
    CellFormat.TRILLIONS: 10**12,
}
_PERCENT = 100

YES_WORDS = frozenset({"ya", "yes", "true"})
NO_WORDS = frozenset({"tidak", "no", "false"})
_EITHER = frozenset(
    {
        "tidak ada",
        "tidak tersedia",
        "belum",
        "belum ada",
        "belum tersedia",
        "not available",
        "not yet",
    }
)
"""Answers to "is there one?" as much as words for missing data."""


def empty(source: Source) -> Reading:
    """Return the reading of an empty cell."""
    return Reading(None, Missing.EMPTY, "", source)


def read_number(located: Located, expected: ExpectedNumber) -> tuple[Reading, tuple[Fault, ...]]:
    """Return the reading of a cell and its faults; raises :class:`CellError` where it has none."""
    cell, source = located.cell, located.source
    if located.anchor is not None:
        raise CellError("C105", _seen(located.anchor), anchor=located.anchor.address)
    if cell is None or (cell.kind is CellKind.TEXT and not cell.value.strip()):
        return empty(source), ()
    if cell.kind in _KIND_CODES:
        raise CellError(_KIND_CODES[cell.kind], cell.value)
    if cell.kind is CellKind.DATE:
        raise _unreadable(None, cell.value, expected)
    if cell.format is CellFormat.MARKED:
        raise marked(cell)
    if cell.kind is CellKind.NUMBER:
        return _stored(cell, source, expected), ()
    if expected.of_units and is_missing_mark(cell.value):
        return Reading(None, Missing.NOT_COLLECTED, cell.value, source), ()
    return _written(cell.value, source, expected)


def marked(cell: Cell) -> CellError:
    """Return the fault of a cell that is raised, lowered or struck out, if only in part."""
    return CellError("C132", _seen(cell))


def _seen(cell: Cell) -> str:
    number = stored_number(cell.value) if cell.kind is CellKind.NUMBER else None
    if number is None:
        return cell.value
    percent = cell.format is CellFormat.PERCENT
    digits = stored_digits(cell.value, number)
    return PercentDigits(digits) if percent else Digits(digits)


def _stored(cell: Cell, source: Source, expected: ExpectedNumber) -> Reading:
    number = stored_number(cell.value)
    if number is None:
        raise CellError(_UNCERTAIN, cell.value)
    divisor = _DIVISORS.get(cell.format)
    if divisor is not None and number:
        seen = Digits(stored_digits(cell.value, number))
        raise CellError("C131", seen, first=number, second=number / divisor, divisor=divisor)
    if cell.format is not CellFormat.PERCENT:
        return Reading(number, None, Digits(stored_digits(cell.value, number)), source)
    seen = PercentDigits(stored_digits(cell.value, number))
    if not expected.percent:
        raise CellError("C123", seen, first=number, second=number * _PERCENT)
    return Reading(number * _PERCENT, None, seen, source)


def _written(
    text: str, source: Source, expected: ExpectedNumber
) -> tuple[Reading, tuple[Fault, ...]]:
    parsed = parse_number(text, exponent_allowed=expected.from_csv)
    match parsed:
        case Absent(missing):
            return Reading(None, missing, text, source), ()
        case Unreadable():
            raise _unreadable(parsed, text, expected)
        case Number(value, percent):
            _refuse_percent(text, value, percent=percent, expected=expected)
            return Reading(value, None, text, source), ()
    readings = (parsed.first, parsed.second)
    return _settled(text, source, readings, expected, percent=parsed.percent)


def _unreadable(parsed: Unreadable | None, text: str, expected: ExpectedNumber) -> CellError:
    """Return the error of a text, or of a date if there is nothing *parsed*."""
    from kediri_index.sheets.number_faults import (  # noqa: PLC0415 - only a fault needs it
        REASON_CODES,
        UnreadableReason,
        hints_of,
        unreadable_reason,
    )

    reason = UnreadableReason.DATE if parsed is None else unreadable_reason(parsed)
    hints = hints_of(reason, text, expected.bounds, percent=expected.percent)
    return CellError(REASON_CODES.get(reason, _UNCERTAIN), text, **hints)


def _settled(
    text: str,
    source: Source,
    readings: tuple[Fraction, Fraction],
    expected: ExpectedNumber,
    *,
    percent: bool,
) -> tuple[Reading, tuple[Fault, ...]]:
    """Take the reading that the table or the range leaves, and say so; else refuse both."""
    decimal = expected.marks.decimal
    if decimal is not None:
        return _by_mark(text, source, readings, expected, decimal, percent=percent)
    bounds = expected.bounds
    possible = _possible(readings, bounds)
    if bounds is None or len(possible) != 1:
        raise CellError("C121", text, first=readings[0], second=readings[1])
    taken = possible[0]
    _refuse_percent(text, taken, percent=percent, expected=expected)
    other = readings[1] if taken == readings[0] else readings[0]
    fault = Fault("C122", {"first": taken, "second": other, "low": bounds[0], "high": bounds[1]})
    return Reading(taken, None, text, source), (fault,)


def _possible(readings: tuple[Fraction, Fraction], bounds: Range | None) -> list[Fraction]:
    if bounds is None:
        return []
    return [reading for reading in readings if bounds[0] <= reading <= bounds[1]]


def _by_mark(
    text: str,
    source: Source,
    readings: tuple[Fraction, Fraction],
    expected: ExpectedNumber,
    decimal: str,
    *,
    percent: bool,
) -> tuple[Reading, tuple[Fault, ...]]:
    """Take the reading with the mark *decimal*; refuse it where only the other is possible."""
    taken, other = readings if decimal in text else readings[::-1]
    _refuse_percent(text, taken, percent=percent, expected=expected)
    reading = Reading(taken, None, text, source)
    proof, bounds = expected.marks.proof, expected.bounds
    if proof is None:
        return reading, ()
    if bounds is not None and _possible(readings, bounds) == [other]:
        low, high = bounds
        raise CellError(
            "C140",
            text,
            first=taken,
            second=other,
            low=low,
            high=high,
            mark=decimal,
            proof=proof.value,
            place=proof.address,
        )
    return reading, (Fault("F456"),)


def _refuse_percent(text: str, value: Fraction, *, percent: bool, expected: ExpectedNumber) -> None:
    if percent and not expected.percent:
        raise CellError("C123", text, first=value / _PERCENT, second=value)


def yes_or_no(located: Located, scores: YesOrNo, expected: ExpectedNumber) -> Reading | None:
    """Return the score of a *ya* or *tidak*, of TRUE or FALSE; None for what is no such word.

    Raises :class:`CellError`: C207 for a word of two readings, C206 for any other word.
    """
    cell = located.cell
    if cell is None or cell.kind not in {CellKind.TEXT, CellKind.BOOLEAN}:
        return None
    if cell.format is CellFormat.MARKED:
        raise marked(cell)
    word = _word(cell.value)
    score = score_of_word(cell.value, scores)
    if score is not None:
        return Reading(score, None, cell.value, located.source)
    if word in _EITHER:
        raise CellError("C207", cell.value, no=scores.no)
    try:
        read_number(located, expected)
    except CellError as fault:
        if fault.code == "C110":
            raise CellError("C206", cell.value, yes=scores.yes, no=scores.no) from fault
    return None


def score_of_word(text: str, scores: YesOrNo) -> Fraction | None:
    """Return the score of a *ya* or *tidak*, None for any other text."""
    word = _word(text)
    if word in YES_WORDS:
        return scores.yes
    return scores.no if word in NO_WORDS else None


def _word(text: str) -> str:
    return " ".join(text.split()).strip(" :.").casefold()


def named_level(located: Located, names: Mapping[Fraction, str]) -> Reading | None:
    """Return the level whose name stands in a cell; None where none does."""
    cell = located.cell
    if cell is None or cell.kind is not CellKind.TEXT or cell.format is CellFormat.MARKED:
        return None
    level = levels_by_name(names).get(exact(cell.value))
    return None if level is None else Reading(level, None, cell.value, located.source)


def levels_by_name(names: Mapping[Fraction, str]) -> dict[str, Fraction]:
    """Return the levels by their names in small letters.

    Left out are names that say something else in a cell, a number or a word for missing data, and
    names of several levels.
    """
    said = [(exact(name), level) for level, name in names.items()]
    clear = _clear_names(tuple(name for name, _ in said))
    return {name: level for name, level in said if name in clear}


@lru_cache(maxsize=1000)
def _clear_names(names: tuple[str, ...]) -> frozenset[str]:
    """Return those of *names* that say one thing in a cell."""
    return frozenset(
        name
        for name, count in Counter(names).items()
        if count == 1
        and not says_nothing(name)
        and isinstance(parse_number(name, exponent_allowed=True), Unreadable)
    )


def is_mark(cell: Cell) -> bool:
    """Return whether *cell* holds nothing but a mark of missing data."""
    is_text = cell.kind is CellKind.TEXT and cell.format is CellFormat.PLAIN
    return is_text and is_missing_mark(cell.value)


class MissingMarks:
    """Counts the marks of one table."""

    def __init__(self) -> None:
        self._count = 0
        self._first: Located | None = None

    def add(self, count: int, first: Located) -> None:
        """Count marks of a row, the *first* of them with its place.

        A row's marks come in any order: those written as programs do are told before the others.
        """
        self._count += count
        if self._first is None or _place(first) < _place(self._first):
            self._first = first

    def findings(self) -> list[Finding]:
        """Return the note that counts the marks, if there are any."""
        if self._first is None or self._first.cell is None:
            return []
        value = self._first.cell.value.strip()
        return [Finding.at_cell("C134", self._first.source, value, count=self._count)]


def _place(located: Located) -> tuple[int, int]:
    return (0, 0) if located.cell is None else (located.cell.row, located.cell.column)
