"""What panel methods are among given values: methods that score one value after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Range, Scored, StraightLine
from kediri_index.scoring.fixed import Fixed
from kediri_index.scoring.whole import in_units

Ends = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Line(Fixed):
    """*offset* + *slope* x, at most *cap*."""

    slope: Fraction
    offset: Fraction
    cap: Fraction | None = None
    ends: Ends = (None, None)

    name: ClassVar[str] = "line"

    def extremes(self) -> Ends:
        """Return the lowest and the highest score there can be."""
        return self.ends

    def line(self, direction: Direction) -> StraightLine | None:
        """Return the line, None where it is capped."""
        del direction
        return StraightLine(self.slope, self.offset) if self.cap is None else None

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of *raw*."""
        del target, direction
        score = StraightLine(self.slope, self.offset).at(raw)
        return Scored(score if self.cap is None else min(score, self.cap))


def share_line(zero: Fraction, one: Fraction, sign: int, to: Range, ends: Ends) -> Line:
    """Return the line through the bottom of *to* at *zero* and its top at *one*, both with sign."""
    slope = (to[1] - to[0]) / (one - zero)
    return Line(sign * slope, to[0] - slope * zero, None, ends)


@dataclass(frozen=True, slots=True)
class Standing(Fixed):
    """*offset* + *slope* times the rank among *ordered*, 1 for the lowest.

    Values within *tie* of each other are equal; all get the smallest rank of the tie, or with
    *average* the mean of its ranks. Both are in units of 1/*unit*.
    """

    ordered: tuple[int, ...]
    unit: int
    sign: int
    tie: int
    average: bool
    slope: Fraction
    offset: Fraction

    name: ClassVar[str] = "standing"

    def extremes(self) -> Ends:
        """Return the scores of the first and of the last rank."""
        return self.offset + self.slope, self.offset + self.slope * len(self.ordered)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the rank of *raw*."""
        del target, direction
        value = in_units(self.sign * raw, self.unit)
        lower = bisect_left(self.ordered, value - self.tie)
        rank = Fraction(lower + 1)
        if self.average:
            tied = bisect_right(self.ordered, value + self.tie) - lower
            rank += Fraction(tied - 1, 2)
        return Scored(self.offset + self.slope * rank)


@dataclass(frozen=True, slots=True)
class Stairs(Fixed):
    """The first of *scores*, and one further for each of *cuts* that the value reaches."""

    cuts: tuple[Fraction, ...]
    sign: int
    scores: tuple[Fraction, ...]

    name: ClassVar[str] = "stairs"

    def extremes(self) -> Ends:
        """Return the lowest and the highest score of any band."""
        return min(self.scores), max(self.scores)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the band of *raw*."""
        del target, direction
        return Scored(self.scores[bisect_right(self.cuts, self.sign * raw)])
