"""Bands: a score for each interval of the raw value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import MOST_CHOICES, ScoreFormula, number
from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    Direction,
    Doubt,
    Ends,
    Named,
    Outside,
    Reads,
    Scored,
    ScoringMethod,
    Values,
)

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

    @property
    def bound(self) -> Fraction | None:
        """The bound, if there is one."""
        return self.up_to if self.below is None else self.below

    def holds(self, raw: Fraction) -> bool:
        """Return whether *raw* lies under this band's bound."""
        if self.below is not None:
            return raw < self.below
        return self.up_to is None or raw <= self.up_to


@dataclass(frozen=True, slots=True)
class Bands(ScoringMethod):
    """The score of the first band whose bound the value stays under; bounds rise."""

    bands: tuple[Band, ...]

    name: ClassVar[str] = "bands"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.ERROR

    @property
    def scores_any(self) -> bool:
        """Any number lies in a band."""
        return True

    @property
    def choices(self) -> tuple[Fraction, ...]:
        """The scores of the bands."""
        return tuple(sorted({band.score for band in self.bands}))

    @property
    def between(self) -> bool:
        """Nothing lies between the scores of two bands."""
        return False

    @property
    def intervals(self) -> tuple[Band, ...]:
        """The bands."""
        return self.bands

    def faults(self) -> Iterator[Doubt]:
        """Yield a list of no bands."""
        if not self.bands:
            yield Doubt("D236", "bands", {"key": "bands"}, not_shown=True)

    def named(self) -> Iterator[Named]:
        """Yield the scores of the bands."""
        for place, band in enumerate(self.bands):
            yield Named(band.score, "bands", place)

    def extremes(self) -> Ends:
        """Return the lowest and the highest score of any band."""
        scores = [band.score for band in self.bands]
        return min(scores), max(scores)

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return the score of the band that holds *raw*."""
        del target, direction
        return Scored(self._band(raw).score)

    def scores(self, raw: Values, target: Values | None, direction: Direction) -> Values:
        """Return the scores of the bands that hold *raw*."""
        del target, direction
        bounds = [band.bound for band in self.bands if band.bound is not None]
        return raw.stepped(bounds, lambda one: self._band(one).score)

    def explain(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Sentences:
        """Return which band holds *raw*."""
        del target, direction
        band = self._band(raw)
        at = self.bands.index(band)
        before = self.bands[at - 1] if at else None
        params: dict[str, object] = {"raw": raw, "score": band.score}
        if band.below is not None:
            return (Sentence("trace.band-below", {**params, "bound": band.below}),)
        if band.up_to is not None:
            return (Sentence("trace.band-up-to", {**params, "bound": band.up_to}),)
        if before is None:
            return (Sentence("trace.band-any", params),)
        key = "trace.band-from" if before.below is not None else "trace.band-above"
        return (Sentence(key, {**params, "bound": before.bound}),)

    def formula(self, cell: str, target: str | None, direction: Direction) -> ScoreFormula | None:
        """Return the score by the number of bounds that lie below."""
        del target, direction
        passed = ["1"]
        for band in self.bands[:-1]:
            if band.bound is None:
                return None
            passed.append(f"({cell}{'>' if band.below is None else '>='}{number(band.bound)})")
        if len(self.bands) > MOST_CHOICES:
            return None
        scores = ",".join(number(band.score) for band in self.bands)
        return ScoreFormula(f"CHOOSE({'+'.join(passed)},{scores})")

    def _band(self, raw: Fraction) -> Band:
        return next(band for band in self.bands if band.holds(raw))
