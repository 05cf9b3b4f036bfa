"""Classes of scores and ranks among units."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

from kediri_index.model.definition import ScoreClass

TIE = Fraction(1, 10**10)
"""Scores closer than this are equal."""


def class_of(score: Fraction | None, classes: Sequence[ScoreClass]) -> ScoreClass | None:
    """Return the class that holds *score*; a bound within 1e-10 counts as met exactly."""
    if score is None:
        return None
    for candidate in classes:
        bound = candidate.bound
        if bound is None:
            return candidate
        on_bound = abs(score - bound) <= TIE
        if (on_bound and candidate.bound_included) or (score < bound and not on_bound):
            return candidate
    return None


def ranks(scores: Sequence[Fraction | None]) -> list[int | None]:
    """Return each score's rank, 1 for the highest; ties take the smaller number."""
    order = sorted(score for score in scores if score is not None)
    return [
        None if score is None else 1 + len(order) - bisect_right(order, score + TIE)
        for score in scores
    ]
