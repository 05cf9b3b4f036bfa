"""Values far from the others: whether a column has any, and which they are."""

from __future__ import annotations

from kediri_index.model.statistics import Description, Outlier, Values
from kediri_index.scoring.statistics.limits import FENCE, KURTOSIS, SKEWNESS


def is_skewed(column: Description) -> bool:
    """Return whether the shape of *column* speaks of outliers: both its moments are large."""
    if column.skewness is None or column.kurtosis is None:
        return False
    return abs(column.skewness) > SKEWNESS and column.kurtosis > KURTOSIS


def outliers(
    values: Values, column: Description, units: tuple[tuple[str | None, int | None], ...]
) -> tuple[Outlier, ...]:
    """Return the values outside Tukey's fences, in the order of *units*."""
    if column.q1 is None or column.q3 is None:
        return ()
    width = column.q3 - column.q1
    low, high = column.q1 - FENCE * width, column.q3 + FENCE * width
    return tuple(
        Outlier(unit, year, value)
        for (unit, year), value in zip(units, values, strict=True)
        if value is not None and not low <= value <= high
    )
