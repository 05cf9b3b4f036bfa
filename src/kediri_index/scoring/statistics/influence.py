"""What moves a score: the influence of its parts, to be held against their weights.

A weight says how much a part should count. How much it does depends on its spread and on the other
parts: Paruolo, Saisana and Saltelli (2013), "Ratings and rankings: voodoo or science?", J. R. Stat.
Soc. A 176(3), 609-634, measure it by the correlation ratio of the part with the whole, which in the
linear case is the squared correlation. As weights, influences are shares: squares over their sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from kediri_index.model.statistics import Values
from kediri_index.scoring.statistics.correlation import pearson


def influences(
    parts: Sequence[Values], whole: Values
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return each part's correlation with the *whole*, and its share in what moves it.

    A part that does not vary moves nothing. None where no part goes with the whole.
    """
    found = tuple(pearson(part, whole) for part in parts)
    squares = [(one or 0) ** 2 for one in found]
    total = fsum(squares)
    return found, tuple(square / total if total else None for square in squares)
