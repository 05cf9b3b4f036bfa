"""Quantile bands: bands that hold about as many units each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    Fault,
    Fit,
    Named,
    PanelMethod,
    Range,
    ScoringMethod,
    SortedValues,
)
from kediri_index.scoring.normalisations.fitted import Stairs

MEANING = Wording(
    "Jenjang menurut kuantil: naik satu untuk setiap batas yang dicapai.",
    "Bands by quantiles: one higher for each cut point that is reached.",
)
KEYS = {
    "bands": Described(
        "Banyaknya jenjang, atau nilai setiap jenjang.",
        "How many bands there are, or the score of each.",
        "bands: [20, 40, 60, 80, 100]",
    )
}

_PERCENT: Range = (Fraction(0), Fraction(100))


@dataclass(frozen=True, slots=True)
class QuantileBands(PanelMethod):
    """Of *bands* bands the k-th from below, as k parts of the range; or the scores of each band.

    Without a range of the score the parts are of 100. A value on a cut point is in the higher band.
    """

    bands: Fraction | tuple[Fraction, ...]

    name: ClassVar[str] = "quantile_bands"
    onto: ClassVar[bool] = True

    def named(self) -> Iterator[Named]:
        """Yield the scores of the bands, where they are said."""
        if isinstance(self.bands, tuple):
            for place, score in enumerate(self.bands):
                yield Named(score, "bands", place)

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the cut points among *column*; too few values for the bands are a fault."""
        if isinstance(self.bands, tuple):
            scores = self.bands
        else:
            low, high = to or _PERCENT
            count = int(self.bands)
            scores = tuple(low + (high - low) * Fraction(k, count) for k in range(1, count + 1))
        cuts = tuple(_quantile(column, Fraction(k, len(scores))) for k in range(1, len(scores)))
        few = column.size < len(scores)
        faults = (Fault("S410", {"bands": len(scores)}),) if few else ()
        return Fit(Stairs(cuts, column.sign, scores), faults)

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return in which band *raw* is, and what that is worth."""
        del to
        if not isinstance(fitted, Stairs):
            return ()
        band = fitted.band(raw)
        params = {"raw": raw, "band": band, "bands": len(fitted.steps)}
        score = fitted.steps[band - 1]
        return (Sentence("trace.quantile-band", {**params, "score": score}),)

    def reach(self, count: int, to: Range | None) -> Range:
        """Return the lowest and the highest score of a band, else the range of the score."""
        del count
        if isinstance(self.bands, tuple):
            return min(self.bands), max(self.bands)
        return to or _PERCENT


def _quantile(column: SortedValues, share: Fraction) -> Fraction:
    """Return the value at (n - 1) *share*, between two by linear interpolation."""
    position = (column.size - 1) * share
    below = position.numerator // position.denominator
    rest = position - below
    if not rest:
        return column.value(below)
    return column.value(below) + rest * (column.value(below + 1) - column.value(below))
