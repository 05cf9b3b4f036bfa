"""The children that count in a mean of ratios."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.model.no_score import NoScore


def not_negative(children: Weighted) -> list[tuple[Fraction, Fraction]] | Undefined:
    """Return the children with a share, in an order of their own; undefined where one is below 0.

    Sorted, so that the last digit of a root does not hang on the order in the file.
    """
    counted = [pair for pair in children if pair[0]]
    if any(score < 0 for _, score in counted):
        below = (at for at, (share, score) in enumerate(children) if share and score < 0)
        return Undefined(NoScore.NEGATIVE, tuple(below))
    return sorted(counted)
