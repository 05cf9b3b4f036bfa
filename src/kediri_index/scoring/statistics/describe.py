"""One column by itself: where its values lie, how they spread, what shape they have.

Skewness and kurtosis are corrected for small samples, as spreadsheets do (SKEW, KURT); Joanes and
Gill (1998) call them G1 and G2.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from kediri_index.model.statistics import Description

_FOR_SKEWNESS, _FOR_KURTOSIS = 3, 4
_NORMAL = 3
"""The fourth standardised moment of a normal distribution."""


def describe(values: Sequence[float | None]) -> Description:
    """Return the description of *values*, None being missing ones."""
    there = sorted(value for value in values if value is not None)
    n, missing = len(there), sum(value is None for value in values)
    if not there:
        return Description(0, missing)
    frequencies: dict[float, int] = {}
    for value in there:
        frequencies[value] = frequencies.get(value, 0) + 1
    mean, scale, parts = _standardised(there)
    return Description(
        n=n,
        missing=missing,
        minimum=there[0],
        q1=quantile(there, 0.25),
        median=quantile(there, 0.5),
        q3=quantile(there, 0.75),
        maximum=there[-1],
        mean=mean,
        sd=scale * sqrt(_sum(parts, 2) / (n - 1)) if n > 1 else None,
        skewness=_skewness(parts) if scale and n >= _FOR_SKEWNESS else None,
        kurtosis=_kurtosis(parts) if scale and n >= _FOR_KURTOSIS else None,
        nonzero=sum(value != 0 for value in there),
        distinct=len(frequencies),
        same=max(frequencies.values()),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value at *share* of *ordered*, interpolated at the position (n - 1) x share."""
    position = (len(ordered) - 1) * share
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    rest = position - below
    return ordered[below] * (1 - rest) + ordered[above] * rest


def _standardised(ordered: Sequence[float]) -> tuple[float, float, list[float]]:
    """Return the mean, the largest distance from it, and each distance as a share of that.

    Shares neither overflow nor vanish when raised to a power, whatever the size of the values.
    """
    if ordered[0] == ordered[-1]:  # a mean may miss what it is the mean of by the last bit
        return ordered[0], 0.0, [0.0] * len(ordered)
    largest = max(abs(ordered[0]), abs(ordered[-1]))
    mean = largest * (fsum(value / largest for value in ordered) / len(ordered))
    distances = [value - mean for value in ordered]
    scale = max(map(abs, distances))
    return mean, scale, [distance / scale for distance in distances]


def _sum(parts: Sequence[float], power: int) -> float:
    return fsum(part**power for part in parts)


def _skewness(parts: Sequence[float]) -> float:
    n = len(parts)
    m2, m3 = (_sum(parts, power) / n for power in (2, 3))
    return sqrt(n * (n - 1)) / (n - 2) * m3 / (m2 * sqrt(m2))


def _kurtosis(parts: Sequence[float]) -> float:
    n = len(parts)
    m2, m4 = (_sum(parts, power) / n for power in (2, 4))
    return ((n + 1) * (m4 / m2**2 - _NORMAL) + 6) * (n - 1) / ((n - 2) * (n - 3))
