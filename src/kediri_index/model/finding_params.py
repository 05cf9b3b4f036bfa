"""Types of what the text of a finding shows beside plain figures; each has its own wording."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple


class Instead(NamedTuple):
    """What to write instead, as it stands in a file; None where nobody knows."""

    text: str | None


class Perhaps(NamedTuple):
    """The number that was perhaps meant; a finding's text asks for it, or shows nothing."""

    number: Fraction | None


class InDigits(NamedTuple):
    """The number that a text holds, to be written in digits; without one, the text shows how."""

    number: Fraction | None


class Recognised(NamedTuple):
    """The known columns that were found where others are missing; perhaps none."""

    names: tuple[str, ...]


class OfUnit(NamedTuple):
    """Which unit, perhaps of which year, a sentence is about; nothing where none is named."""

    name: str | None
    year: int | None = None


class ReadTwoWays(NamedTuple):
    """Some cells with two readings: text, address and both numbers; *more* are not named."""

    cells: tuple[tuple[str, str, object, object], ...]
    more: int = 0


class Proofs(NamedTuple):
    """The text and address of the cell that proves each decimal mark of a table, by the mark."""

    cells: Mapping[str, tuple[str, str]]


class Likewise(NamedTuple):
    """Further cells that a sentence is about, by address, and how many *more* are not named."""

    cells: tuple[str, ...]
    more: int = 0


class OtherThan(NamedTuple):
    """The years of the data where a title names another; none where it is of other values."""

    years: tuple[str, ...] = ()


class Spread(NamedTuple):
    """Both ends; a finding's text shows one figure where they are equal."""

    low: Fraction
    high: Fraction


class NamedFigures(NamedTuple):
    """Some names with their figures, and how many *more* there are that are not named."""

    figures: tuple[tuple[str, object], ...]
    more: int = 0
