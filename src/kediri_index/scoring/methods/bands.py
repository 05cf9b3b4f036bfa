"""Bands: a score for each interval of the raw value."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Outside, Reads, Scored
from kediri_index.model.wording import Described, Wording

MEANING = Wording(
    "Nilai jenjang pertama yang batasnya belum tercapai.",
    "The score of the first band whose bound the result stays under.",
)
KEYS = {
    "bands": Described(
        "Jenjang; batasnya naik, yang terakhir tanpa batas.",
        "The bands; bounds rise, the last one has none.",
        "bands: [{below: 40, score: 1}, {below: 70, score: 2}, {score: 4}]",
    )
}


@dataclass(frozen=True, slots=True)
class Band:
    """A score for values *below* a bound, or *up_to* and with it; the last has neither."""

    score: Fraction
    below: Fraction | None = None
    up_to: Fraction | None = None

    def holds(self, raw: Fraction) -> bool:
        """Return whether *raw* lies under this band's bound."""
        if self.below is not None:
            return raw < self.below
        return self.up_to is None or raw <= self.up_to


@dataclass(frozen=True, slots=True)
class Bands:
    """The score of the first band whose bound the value stays under; bounds rise."""

    bands: tuple[Band, ...]

    name: ClassVar[str] = "bands"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def reads_target(self) -> bool:
        """No target is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and the highest score of any band."""
        scores = [band.score for band in self.bands]
        return min(scores), max(scores)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the band that holds *raw*."""
        del target, direction
        return Scored(next(band.score for band in self.bands if band.holds(raw)))
