"""What the engine and a scoring method say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol, TypeGuard

Range = tuple[Fraction, Fraction]

UNDEFINED = "undefined"
"""The name of what a panel method is where the values of the units give no score."""


YOUNGER: Mapping[str, bool] = MappingProxyType({"younger": True})
"""Marks a parameter that came later: at its default it is no part of a definition's hash."""


class Direction(StrEnum):
    """Whether a higher or a lower raw value is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Outside(StrEnum):
    """What happens to a score beyond its range."""

    CLIP = "clip"
    KEEP = "keep"
    ERROR = "error"


class Reads(StrEnum):
    """Which columns of a sheet hold a method's raw value."""

    SCORE = "score"
    MEASURE = "measure"


class Years(StrEnum):
    """Over which years of data a method looks that needs several units."""

    POOLED = "pooled"
    EACH = "each"


class Fault(NamedTuple):
    """Something that a value does not allow: a finding's code and the figures for its text."""

    code: str
    params: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Level:
    """A level's *name*, and its *score* where that is not the level itself."""

    name: str
    score: Fraction | None = None

    def simplest(self, level: Fraction) -> Level | str:
        """Return the name alone where the score is the *level* itself."""
        return self.name if self.score in {None, level} else self


class Scored(NamedTuple):
    """A method's result; *value* is None where *faults* forbid one."""

    value: Fraction | None
    faults: tuple[Fault, ...] = ()


class ScoringMethod(Protocol):
    """A scoring method with its parameters: one frozen dataclass a method.

    A method with *onto* gives a share, 0 at the bottom of the score's range and 1 at its top;
    the others give the score itself.
    """

    name: ClassVar[str]
    reads: ClassVar[Reads]
    onto: ClassVar[bool]
    default_outside: ClassVar[Outside]

    @property
    def reads_target(self) -> bool:
        """Whether the sheet's target counts."""
        ...

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and the highest result; None where the formula knows no bound."""
        ...

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of *raw*, or the faults that forbid one."""
        ...


class Column(NamedTuple):
    """The values of one indicator over several units, at least two of them.

    All are multiplied by *sign*, -1 where a lower value is better. *by_unit* has those of the year
    that is scored, by the exact name of the unit; *units* are all names there.
    """

    values: tuple[Fraction, ...]
    sign: int
    by_unit: Mapping[str, Fraction]
    units: frozenset[str] = frozenset()

    @property
    def spread(self) -> Fraction:
        """The distance from the lowest to the highest value."""
        low, high = self.ends
        return high - low

    @property
    def ends(self) -> Range:
        """The lowest and the highest value."""
        ratios = {value.as_integer_ratio() for value in self.values}
        unit = lcm(*{under for _, under in ratios})
        whole = [over * (unit // under) for over, under in ratios]
        return Fraction(min(whole), unit), Fraction(max(whole), unit)


class Fit(NamedTuple):
    """What a panel method is among certain values: an ordinary method, or None for no score."""

    method: ScoringMethod | None
    faults: tuple[Fault, ...] = ()


class PanelMethod(ScoringMethod, Protocol):
    """A scoring method that looks at the values of several units; by itself it gives no score.

    A method with *onto* stretches its share onto the score's range while it is fitted.
    """

    @property
    def years(self) -> Years:
        """Over which years it looks."""
        ...

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return what this method is among the values of *column*, with scores in *to*."""
        ...


def is_panel(method: ScoringMethod) -> TypeGuard[PanelMethod]:
    """Return whether *method* needs the values of several units."""
    return hasattr(method, "fit")


class StraightLine(NamedTuple):
    """*offset* + *slope* x."""

    slope: Fraction
    offset: Fraction

    def at(self, raw: Fraction) -> Fraction:
        """Return the value at *raw*, by whole numbers: at a quarter of what Fractions take."""
        slope, slope_under = self.slope.as_integer_ratio()
        offset, offset_under = self.offset.as_integer_ratio()
        over, under = raw.as_integer_ratio()
        under *= slope_under
        return Fraction(slope * over * offset_under + offset * under, under * offset_under)


class StraightMethod(ScoringMethod, Protocol):
    """A scoring method whose score may lie on a straight line."""

    def line(self, direction: Direction) -> StraightLine | None:
        """Return the line, None where there is no single one."""
        ...


def is_straight(method: ScoringMethod) -> TypeGuard[StraightMethod]:
    """Return whether the scores of *method* may lie on a straight line."""
    return hasattr(method, "line")
