"""How scores move over years: exactly, but for the growth rate, which is a root of many digits."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kediri_index.model.comparison import Trend
from kediri_index.model.definition import Definition
from kediri_index.scoring.numbers import root

_ENOUGH = 2


def trend_of(points: Iterable[tuple[int, Fraction | None]], *, from_zero: bool) -> Trend | None:
    """Return the trend of scores by year, in the order of the years; None of fewer than two.

    Years without a score are passed over, and count in the distance between the others. Where
    scores are counted *from_zero* there is a growth rate, unless the first or the last is not
    above it.
    """
    there = [(year, score) for year, score in points if score is not None]
    if len(there) < _ENOUGH:
        return None
    (first, before), (last, after) = there[0], there[-1]
    span, change = last - first, after - before
    growth = root(after / before, span) - 1 if from_zero and before > 0 and after > 0 else None
    return Trend(first, last, len(there), change, change / span, _slope(there), growth)


def counts_from_zero(definition: Definition) -> bool:
    """Return whether 0 is the worst score: then twice a score is twice as good."""
    return definition.scale is not None and definition.scale[0] == 0


def _slope(points: list[tuple[int, Fraction]]) -> Fraction:
    """Return the slope of the line of least squares."""
    middle = Fraction(sum(year for year, _ in points), len(points))
    spread = sum((year - middle) ** 2 for year, _ in points)
    return sum(((year - middle) * score for year, score in points), Fraction(0)) / spread
