"""Numbers as people write them, by strict patterns, and the decimal mark that a table proves."""

import re
from collections.abc import Collection, Container, Iterable
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from kediri_index.model.dataset import MISSING_WORDS, Missing
from kediri_index.model.numbers import SIGNIFICANT_DIGITS
from kediri_index.model.workbook import FORMULA, TEXT, Cell, Row
from kediri_index.sheets.tables.columns import NUMBER_COLUMNS
from kediri_index.sheets.tables.table import SheetTable

LARGEST_EXPONENT: Final = 30


class Number(NamedTuple):
    """A number; with *percent* it is the figure before the percent sign."""

    value: Fraction
    percent: bool = False


class TwoReadings(NamedTuple):
    """A number whose mark may be a decimal one (*first*) or one of thousands (*second*)."""

    first: Fraction
    second: Fraction
    percent: bool = False


class Absent(NamedTuple):
    """A word that says why there is no number, or no text at all."""

    missing: Missing


class Unreadable(NamedTuple):
    """A *text* that is not a number; *out_of_range*: one with too many digits."""

    text: str
    out_of_range: bool = False


Parsed = Number | TwoReadings | Absent | Unreadable

_NUMBER = re.compile(
    r"""(?P<sign>[+-]?)
    (?:(?P<whole>[0-9]+)(?:(?P<mark>[.,])(?P<part>[0-9]+))?
      |(?P<points>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<points_part>[0-9]+))?
      |(?P<commas>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<commas_part>[0-9]+))?)
    (?P<percent>[ \u00a0\u2007\u2009\u202f]*%)?""",
    re.VERBOSE,
)
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_STORED_CHARACTERS: Final = "0123456789.+-eE"
_THOUSAND: Final = 3
EITHER: Final = "either"
"""Instead of a decimal mark: the mark may be that, or the one of thousands."""


def parse_number(text: str, *, exponent_allowed: bool) -> Parsed:
    """Return what *text* says where a number is expected; exponents only from programs (CSV)."""
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is not None:
        return _parsed(match)
    missing = MISSING_WORDS.get(" ".join(text.casefold().split()))
    if missing is not None:
        return Absent(missing)
    if exponent_allowed and _SCIENTIFIC.fullmatch(text):
        value = stored_number(text.replace(",", "."))
        return Unreadable(text, out_of_range=True) if value is None else Number(value)
    return Unreadable(text)


def decimal_mark_of(text: str, *, exponent_allowed: bool) -> str | None:
    """Return the decimal mark that the number *text* must have, ``.`` or ``,``, or EITHER.

    None where the text is not a number, or has no mark.
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is None:
        is_number = exponent_allowed and _SCIENTIFIC.fullmatch(text)
        return next((mark for mark in ".," if mark in text), None) if is_number else None
    if match["points"]:
        return ","
    if match["commas"]:
        return "."
    mark: str | None = match["mark"]
    return EITHER if mark and _has_two_readings(match["whole"], match["part"]) else mark


@lru_cache(maxsize=4096)
def stored_number(text: str) -> Fraction | None:
    """Return a number as a workbook stores it, to 15 significant digits.

    None where *text* is no finite number, or beyond 1e±30.
    """
    if text.strip(_STORED_CHARACTERS):
        return None
    try:
        binary = float(text)
    except ValueError:
        return None
    if binary == 0:
        digits = text.lower().partition("e")[0].strip("+-.0")
        return None if digits else Fraction(0)
    mantissa, _, exponent_text = f"{binary:.{SIGNIFICANT_DIGITS - 1}e}".partition("e")
    if not exponent_text or abs(int(exponent_text)) > LARGEST_EXPONENT:
        return None
    whole, _, part = mantissa.rstrip("0").partition(".")
    exponent = int(exponent_text) - len(part)
    number = int(whole + part)
    return Fraction(number * 10**exponent) if exponent >= 0 else Fraction(number, 10**-exponent)


def _parsed(match: re.Match[str]) -> Number | TwoReadings | Unreadable:
    percent = match["percent"] is not None
    grouped = match["points"] or match["commas"]
    if grouped:
        whole = grouped.replace(".", "").replace(",", "")
        part = match["points_part"] or match["commas_part"] or ""
    else:
        whole, part = match["whole"], match["part"] or ""
    value = _decimal(match["sign"], whole, part)
    if value is None:
        return Unreadable(match.string, out_of_range=True)
    if not grouped and _has_two_readings(whole, part):
        return TwoReadings(value, value * 10**_THOUSAND, percent)
    return Number(value, percent)


def _has_two_readings(whole: str, part: str) -> bool:
    """Return whether a mark between these digits may be the decimal one or that of thousands."""
    return len(part) == _THOUSAND and len(whole) <= _THOUSAND and whole[0] != "0"


def _decimal(sign: str, whole: str, part: str) -> Fraction | None:
    if len(whole) + len(part) > SIGNIFICANT_DIGITS:
        return stored_number(f"{sign}{whole}.{part}")
    return Fraction(int(sign + whole + part), 10 ** len(part))


_MOST: Final = 100_000
_TEXTS: Final = frozenset({TEXT, TEXT + FORMULA})


class MarkProofs(NamedTuple):
    """The text numbers of a table: the first cell that proves each decimal mark, and its text.

    *either* is how many have two readings, *first* the first of these.
    """

    proofs: dict[str, Cell]
    either: int = 0
    first: Cell | None = None


_NOTHING = MarkProofs({})


class DecimalMarks:
    """Settles the numbers of a table that have two readings, all in the same way.

    The mark that the user *named* holds; without one, that which the numbers in the *columns*
    prove. They are looked through once the first number with two readings asks. *used* is set where
    the proven mark settled any.
    """

    def __init__(
        self,
        named: str | None = None,
        table: SheetTable | None = None,
        columns: Collection[int] = (),
        *,
        from_csv: bool = False,
    ) -> None:
        self.named = named
        self.used = False
        self._table = table
        self._columns = frozenset(columns)
        self._from_csv = from_csv

    @cached_property
    def seen(self) -> MarkProofs:
        """What the text numbers of the table show."""
        if self._table is None:
            return _NOTHING
        return _seen(self._table.rows(), self._columns, from_csv=self._from_csv)

    @cached_property
    def decimal(self) -> str | None:
        """The decimal mark, None where it is not certain."""
        if self.named is not None:
            return self.named
        return next(iter(self.seen.proofs)) if len(self.seen.proofs) == 1 else None

    @property
    def proof(self) -> Cell | None:
        """The cell that proves the decimal mark; None where the user named it."""
        if self.named is not None or self.decimal is None:
            return None
        return self.seen.proofs[self.decimal]


NO_MARKS: Final = DecimalMarks()
"""Of numbers that stand in no table."""


def marks_of(
    table: SheetTable, attributes: Container[str], named: str | None, *, from_csv: bool
) -> DecimalMarks:
    """Return the marks of *table*, unless the user *named* one.

    Beside the answers the *attributes* hold numbers.
    """
    columns = {
        *table.of(NUMBER_COLUMNS),
        *table.nodes,
        *(number for number, name in table.attributes.items() if name in attributes),
    }
    return DecimalMarks(named, table, columns, from_csv=from_csv)


def _seen(rows: Iterable[Row], wanted: frozenset[int], *, from_csv: bool) -> MarkProofs:
    marks = _ByText(exponent_allowed=from_csv)
    proofs: dict[str, Cell] = {}
    either = 0
    first: Cell | None = None
    for row in rows:
        if _TEXTS.isdisjoint(row.looks):
            continue
        for column, look, text in zip(row.columns, row.looks, row.texts, strict=True):
            if look not in _TEXTS or column not in wanted:
                continue
            mark = marks[text]
            if mark == EITHER:
                either += 1
                first = first or row.cell(column)
            elif mark is not None and mark not in proofs and (cell := row.cell(column)):
                proofs[mark] = cell
    return MarkProofs(proofs, either, first)


class _ByText(dict[str, str | None]):
    """The decimal marks that texts must have, by the text: figures repeat. So many are kept."""

    def __init__(self, *, exponent_allowed: bool) -> None:
        super().__init__()
        self._exponent_allowed = exponent_allowed

    def __missing__(self, text: str) -> str | None:
        if len(self) == _MOST:
            self.clear()
        mark = decimal_mark_of(text, exponent_allowed=self._exponent_allowed)
        self[text] = mark
        return mark
