"""The children that count in a mean of ratios."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.aggregation import Undefined, Weighted
from kediri_index.model.no_score import NoScore

LAST_DIGIT = Fraction(1, 10**40)
"""Roots and logarithms are right to 50 digits, and scores have a few before the point."""
_ZERO = Fraction(0)


def not_negative(children: Weighted) -> list[tuple[Fraction, Fraction]] | Undefined:
    """Return the children with a share, in an order of their own; undefined where one is below 0.

    Sorted, so that the last digit of a root does not hang on the order in the file. A score that
    should be 0 and is made of roots may be below it by their last digit: it is 0.
    """
    counted = [(share, score) for share, score in children if share]
    if any(score < -LAST_DIGIT for _, score in counted):
        below = (at for at, (share, score) in enumerate(children) if share and score < -LAST_DIGIT)
        return Undefined(NoScore.NEGATIVE, tuple(below))
    return sorted((share, max(score, _ZERO)) for share, score in counted)
