"""Goalposts: where a value stands between a fixed lowest and highest one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import ScoreFormula, number
from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    Direction,
    Doubt,
    Fault,
    Number,
    Outside,
    Range,
    Reads,
    Scored,
    ScoringMethod,
    StraightLine,
    Values,
)
from kediri_index.scoring.numbers import natural_logarithm, share_of_logarithms

MEANING = Wording(
    "(x - min)/(max - min); dari ujung lain bila yang lebih rendah lebih baik.",
    "(x - min)/(max - min); from the other end where lower is better.",
)
KEYS = {
    "min": Described("Patok bawah.", "The lower goalpost.", "min: 20, max: 85"),
    "max": Described("Patok atas.", "The upper goalpost.", "min: 20, max: 85"),
    "transform": Described(
        "Logaritma realisasi dan kedua patok lebih dahulu.",
        "Logarithms of the result and both goalposts first.",
        "min: 100, max: 75000, transform: log",
    ),
}


class Transform(StrEnum):
    """What is done to the value and both posts first."""

    LOG = "log"


@dataclass(frozen=True, slots=True)
class Goalposts(ScoringMethod):
    """(x - min)/(max - min); counted from the other post where lower is better.

    Source: UNDP, Human Development Report, technical notes (dimension index).
    """

    min: Fraction
    max: Fraction
    transform: Transform | None = None

    name: ClassVar[str] = "goalposts"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = True
    default_outside: ClassVar[Outside] = Outside.CLIP
    normalises: ClassVar[bool] = True

    @property
    def posts(self) -> Range:
        """Both goalposts."""
        return self.min, self.max

    @property
    def above_zero(self) -> bool:
        """Only values above zero have a logarithm."""
        return self.transform is Transform.LOG

    @property
    def scores_any(self) -> bool:
        """Any number lies somewhere on a line."""
        return self.transform is None

    def faults(self) -> Iterator[Doubt]:
        """Yield posts that are the wrong way round, or without a logarithm."""
        if self.min >= self.max:
            yield Doubt("D232", "max", {"min": self.min})
        if self.transform is Transform.LOG and self.min <= 0:
            yield Doubt("D233", "min")

    def line(self, direction: Direction) -> StraightLine | None:
        """Return the line between the posts, None where it is one of logarithms."""
        if self.transform is not None:
            return None
        slope = 1 / (self.max - self.min)
        if direction is Direction.HIGHER:
            return StraightLine(slope, -self.min * slope)
        return StraightLine(-slope, 1 + self.min * slope)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the share of the way between the posts, unclipped."""
        del target
        if self.transform is None:
            return Scored(self._share(raw, self.min, self.max, direction))
        if raw <= 0:
            return Scored(None, (Fault("S204"),))
        share = share_of_logarithms(raw, self.min, self.max)
        return Scored(share if direction is Direction.HIGHER else 1 - share)

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the shares of the way between the posts, unclipped."""
        del target
        if self.transform is None:
            return self._share(raw, self.min, self.max, direction)
        low, high = natural_logarithm(self.min), natural_logarithm(self.max)
        return self._share(raw.logarithm(), low, high, direction)

    def _share(self, raw: Number, low: Fraction, high: Fraction, direction: Direction) -> Number:
        share = (raw - low) / (high - low)
        return share if direction is Direction.HIGHER else 1 - share

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return which share of the way it is."""
        higher = direction is Direction.HIGHER
        if self.transform is None:
            key = "trace.goalposts" if higher else "trace.goalposts-lower"
        else:
            key = "trace.goalposts-log" if higher else "trace.goalposts-log-lower"
        share = self.score(raw, target, direction).value
        return (Sentence(key, {"raw": raw, "low": self.min, "high": self.max, "share": share}),)

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula:
        """Return the share of the way between the posts, unclipped."""
        del target
        low, high = number(self.min), number(self.max)
        share = f"({cell}-{low})/({high}-{low})"
        conditions: tuple[str, ...] = ()
        if self.transform is Transform.LOG:
            share = f"(LN({cell})-LN({low}))/(LN({high})-LN({low}))"
            conditions = (f"{cell}>0",)
        return ScoreFormula(share if direction is Direction.HIGHER else f"1-{share}", conditions)
