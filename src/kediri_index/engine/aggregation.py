"""How the scores of children are combined into their parent's."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kediri_index.model.definition import Aggregation

Weighted = Sequence[tuple[Fraction, Fraction]]
"""Pairs of a share (all shares add up to 1) and a score."""


def arithmetic(children: Weighted) -> Fraction:
    """Return the weighted mean; zero and negative scores count like any other."""
    return sum((share * score for share, score in children), start=Fraction(0))


AGGREGATIONS = {Aggregation.ARITHMETIC: arithmetic}
