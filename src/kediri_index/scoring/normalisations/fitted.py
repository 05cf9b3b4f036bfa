"""What panel methods are among given values: methods that score one value after another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import ClassVar

from kediri_index.model.language import Sentence, Sentences
from kediri_index.model.scoring import (
    UNIT_RANGE,
    Direction,
    Ends,
    Number,
    Outside,
    PanelMethod,
    Range,
    Reads,
    Scored,
    ScoringMethod,
    StraightLine,
    Values,
)
from kediri_index.scoring.score_rule import said_of_range


@dataclass(frozen=True, slots=True)
class Fixed(ScoringMethod):
    """The score itself, of a measured value; the definition never names such a method."""

    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.KEEP
    is_fitted: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class UndefinedMethod(Fixed):
    """No score: the values of the units give none, whatever the one."""

    name: ClassVar[str] = "undefined"
    is_undefined: ClassVar[bool] = True

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return no score."""
        del raw, target, direction
        return Scored(None)

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return no scores."""
        del target, direction
        return raw.none()


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

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of *raw*."""
        del target, direction
        return (self.offset + self.slope * raw).clipped(None, self.cap)

    def raw_at(self, score: Fraction) -> Fraction:
        """Return the value at which the line has *score*."""
        return (score - self.offset) / self.slope


def share_line(zero: Fraction, one: Fraction, sign: int, to: Range, ends: Ends) -> Line:
    """Return the line through the bottom of *to* at *zero* and its top at *one*, both with sign."""
    slope = (to[1] - to[0]) / (one - zero)
    return Line(sign * slope, to[0] - slope * zero, None, ends)


def capped_line(zero: Fraction, one: Fraction, sign: int, to: Range, cap: Fraction | None) -> Line:
    """Return that line from the bottom of *to* on, at most *cap* times the way to its top."""
    low, high = to
    line = share_line(zero, one, sign, to, (low, None))
    if cap is None:
        return line
    highest = low + cap * (high - low)
    return replace(line, cap=highest, ends=(low, highest))


@dataclass(frozen=True, slots=True)
class ShareOfWay(PanelMethod):
    """A share of the way from one value to another, which ``trace`` says under the key *said*."""

    onto: ClassVar[bool] = True
    said: ClassVar[str]

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return which share of the way *raw* is; its ends are read off the line *fitted*."""
        if not isinstance(fitted, Line):
            return ()
        low, high = to or UNIT_RANGE
        zero, one = fitted.raw_at(low), fitted.raw_at(high)
        share = (raw - zero) / (one - zero)
        params = {"raw": raw, "worst": zero, "best": one, "share": share, "unit": self.reference}
        sentences = (Sentence(self.said, params), *said_of_range(to, low + share * (high - low)))
        if fitted.cap is None or fitted.offset + fitted.slope * raw <= fitted.cap:
            return sentences
        return (*sentences, Sentence("trace.at-most", {"cap": fitted.cap}))


@dataclass(frozen=True, slots=True)
class Standing(Fixed):
    """*offset* + *slope* times the rank among *ordered*, 1 for the lowest.

    *ordered* are whole numbers of 1/*unit*. Values within *tie* of each other are equal; all get
    the smallest rank of the tie, or with *average* the mean of its ranks.
    """

    ordered: tuple[int, ...]
    unit: int
    sign: int
    tie: Fraction
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
        return Scored(self.score_of(raw))

    def score_of(self, raw: Fraction) -> Fraction:
        """Return the score of the rank of *raw*."""
        value = self.sign * raw
        below = bisect_left(self.ordered, ceil((value - self.tie) * self.unit))
        up_to = below + 1
        if self.average:
            up_to = bisect_right(self.ordered, floor((value + self.tie) * self.unit))
        score: Fraction = self._score(below, up_to)
        return score

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of the ranks of *raw*."""
        del target, direction
        value = self.sign * raw
        below = value.count_below(self.ordered, self.unit, -self.tie)
        up_to = below + 1
        if self.average:
            up_to = value.count_below(self.ordered, self.unit, self.tie, included=True)
        return self._score(below, up_to)

    def rank(self, score: Fraction) -> Fraction:
        """Return the rank that has *score*."""
        return (score - self.offset) / self.slope

    def _score(self, below: Number, up_to: Number) -> Number:
        """Return the score where so many values are *below*, and so many below or tied."""
        return self.offset + self.slope * ((below + 1 + up_to) / Fraction(2))


@dataclass(frozen=True, slots=True)
class Stairs(Fixed):
    """The first of *scores*, and one further for each of *cuts* that the value reaches."""

    cuts: tuple[Fraction, ...]
    sign: int
    steps: tuple[Fraction, ...]

    name: ClassVar[str] = "stairs"

    def extremes(self) -> Ends:
        """Return the lowest and the highest score of any band."""
        return min(self.steps), max(self.steps)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the band of *raw*."""
        del target, direction
        return Scored(self.steps[self.band(raw) - 1])

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of the bands of *raw*."""
        del target, direction
        cuts = [self.sign * cut for cut in self.cuts]
        return raw.stepped(cuts, lambda one: self.steps[self.band(one) - 1])

    def band(self, raw: Fraction) -> int:
        """Return in which band *raw* is, 1 for the lowest."""
        return bisect_right(self.cuts, self.sign * raw) + 1
