"""Goalposts: where a value stands between a fixed lowest and highest one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Fault, Outside, Reads, Scored, StraightLine
from kediri_index.model.wording import Described, Wording
from kediri_index.scoring.logarithm import share_of_logarithms

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
class Goalposts:
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

    @property
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return none: a value may lie beyond the posts."""
        return None, None

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
        low, high = self.min, self.max
        if self.transform is Transform.LOG:
            if raw <= 0:
                return Scored(None, (Fault("S204"),))
            share = share_of_logarithms(raw, low, high)
        else:
            share = (raw - low) / (high - low)
        return Scored(share if direction is Direction.HIGHER else 1 - share)
