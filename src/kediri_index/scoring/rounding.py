"""Rounding as people do it by hand, and the classes and ranks of what is rounded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from kediri_index.model.definition import ScoreClass
from kediri_index.model.language import Label


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Return *value* at *decimals* decimals, exactly; 3.315 becomes 3.32, -0.125 becomes -0.13."""
    factor = 10**decimals
    over, under = value.as_integer_ratio()
    if factor % under == 0:  # it has no more decimals
        return value
    whole = (2 * abs(over) * factor + under) // (2 * under)
    return Fraction(whole if over >= 0 else -whole, factor)


TIE = Fraction(1, 10**10)
"""Scores closer than this are equal."""
_STEPS = 10**40
_TIES_IN_ONE = 10**10
_TIE_IN_STEPS = int(TIE * _STEPS)


def label_of(score: Fraction | None, classes: Sequence[ScoreClass]) -> Label | None:
    """Return the class that holds *score*; a bound within 1e-10 counts as met exactly."""
    if score is None:
        return None
    over, under = score.as_integer_ratio()
    for candidate in classes:
        bound = candidate.bound
        if bound is None:
            return candidate.label
        bound_over, bound_under = bound.as_integer_ratio()
        beyond = over * bound_under - bound_over * under  # as of Fractions, in a fifth of the time
        on_bound = abs(beyond) * _TIES_IN_ONE <= under * bound_under
        if (on_bound and candidate.bound_included) or (beyond < 0 and not on_bound):
            return candidate.label
    return None


def ranks(scores: Sequence[Fraction | None]) -> list[int | None]:
    """Return each score's rank, 1 for the highest; ties take the smaller number."""
    order = sorted((_in_steps(score), score) for score in scores if score is not None)
    steps = [step for step, _ in order]

    def rank(score: Fraction) -> int:
        """Return the rank of *score*: whole steps decide, but where they are the same."""
        limit = _in_steps(score) + _TIE_IN_STEPS
        low, high = bisect_left(steps, limit), bisect_right(steps, limit)
        above = sum(1 for _, other in order[low:high] if other > score + TIE)
        return 1 + len(order) - high + above

    return [None if score is None else rank(score) for score in scores]


def _in_steps(score: Fraction) -> int:
    """Return *score* as a whole number, rounded down: comparing Fractions takes ten times that."""
    over, under = score.as_integer_ratio()
    return over * _STEPS // under
