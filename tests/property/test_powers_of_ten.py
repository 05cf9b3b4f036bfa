"""What is a power of ten off is found, however near the edge it is."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kediri_index.model.numbers import NEAR, factor_near, factor_within

numbers = st.fractions(min_value=0, max_value=10**6, max_denominator=10**4)
edges = st.sampled_from([Fraction(n, d) for n in (1, 2, 5, 10, 20) for d in (1, 2, 5, 10, 20)])


@given(numbers, numbers | edges, st.booleans())
def test_none_is_missed_by_looking_at_the_ratio_first(
    goal: Fraction,
    other: Fraction,
    scaled: bool,  # noqa: FBT001 - drawn
) -> None:
    number = goal * other if scaled else other
    if number > 0 and goal > 0:
        wanted = factor_within(number, (goal / NEAR, goal * NEAR))
        assert factor_near(number, goal, percent=True) == wanted
