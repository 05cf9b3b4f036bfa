"""Numbers of many units with a bound of their error: the bound holds, whatever is done to them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import isnan

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kediri_index.scoring.arrays.values import Values, of_exact
from kediri_index.scoring.numbers import natural_logarithm
from kediri_index.scoring.rounding import round_half_up

Exact = list[Fraction | None]
Step = tuple[Callable[[Values, Values], Values], Callable[[Fraction, Fraction], Fraction | None]]

SIZE = 4
POINTS = {Fraction(-3): Fraction(2), Fraction("0.7"): Fraction(0), Fraction(5): Fraction(11, 2)}


def on_the_line(number: Fraction) -> Fraction | None:
    levels = sorted(POINTS)
    for low, high in pairwise(levels):
        if low <= number <= high:
            slope = (POINTS[high] - POINTS[low]) / (high - low)
            return POINTS[low] + (number - low) * slope
    return None


def band(number: Fraction) -> Fraction | None:
    if number < Fraction("0.7"):
        return None
    return Fraction(1) if number <= 5 else Fraction(1, 8)


def count(number: Fraction) -> int:
    return sum(1 for one in (-20, 5, 5, 70) if Fraction(one, 10) < number + Fraction(1, 8))


STEPS: dict[str, Step] = {
    "plus": (lambda one, other: one + other, lambda one, other: one + other),
    "less": (lambda one, other: one - other, lambda one, other: one - other),
    "times": (lambda one, other: one * other, lambda one, other: one * other),
    "by": (lambda one, other: one / other, lambda one, other: one / other if other else None),
    "three by": (lambda one, _: 3 / one, lambda one, _: 3 / one if one else None),
    "by seven": (lambda one, _: one / Fraction(7), lambda one, _: one / 7),
    "by nothing": (lambda one, _: one / 0, lambda _one, _other: None),
    "two less": (lambda one, _: Fraction(2) - one, lambda one, _: 2 - one),
    "logarithm": (
        lambda one, _: one.logarithm(),
        lambda one, _: natural_logarithm(one) if one > 0 else None,
    ),
    "clipped": (
        lambda one, _: one.clipped(Fraction(-1, 3), Fraction(5)),
        lambda one, _: min(max(one, Fraction(-1, 3)), Fraction(5)),
    ),
    "within": (
        lambda one, _: one.within(Fraction(-3), Fraction(5)),
        lambda one, _: one if -3 <= one <= 5 else None,
    ),
    "on unit": (lambda one, _: one.on_unit(), lambda one, _: one),
    "along": (lambda one, _: one.along(POINTS), lambda one, _: on_the_line(one)),
    "stepped": (
        lambda one, _: one.stepped([Fraction(5), Fraction("0.7")], band),
        lambda one, _: band(one),
    ),
    "counted": (
        lambda one, _: one.count_below((-20, 5, 5, 70), 10, Fraction(1, 8)),
        lambda one, _: Fraction(count(one)),
    ),
    "counted in sevenths": (
        lambda one, _: (one / Fraction(7)).count_below((-20, 5, 5, 70), 10, Fraction(1, 8)),
        lambda one, _: Fraction(count(one / 7)),
    ),
}

quarters = st.integers(-40, 40).map(lambda one: Fraction(one, 4))
decimals = st.integers(-(10**15) + 1, 10**15 - 1).map(lambda one: Fraction(one, 10**13))
numbers = quarters | decimals | st.sampled_from([*POINTS, Fraction(0)])
columns = st.lists(st.none() | numbers, min_size=SIZE, max_size=SIZE)
blurs = st.sampled_from([0.0, 0.0, 1e-13, 1e-6, 0.3])


def blurred(exact: Exact, blur: float) -> Values:
    """Return numbers that are off by up to *blur*, or as near as doubles are."""
    found = of_exact(exact)
    if not blur:
        return found
    off = np.array([blur, -blur, blur / 3, 0.0])
    return Values(found.numbers + off, found.error + 1.01 * blur)


def hold(values: Values, exact: Exact) -> None:
    unknown = values.unknown
    error = np.broadcast_to(values.error, values.numbers.shape)
    rounded = values.rounded(1)
    for place, one in enumerate(exact):
        number = float(values.numbers[place])
        if unknown[place]:
            assert rounded.doubtful[place]
            continue
        assert isnan(number) is (one is None), (place, number, one)
        if one is None:
            continue
        assert abs(Fraction(number) - one) <= Fraction(float(error[place])), (place, number, one)
        if values.unit:
            assert (one * values.unit).denominator == 1
        if not rounded.doubtful[place]:
            assert Fraction(int(rounded.whole[place]), 10) == round_half_up(one, 1)


@settings(max_examples=200, deadline=None)
@given(
    one=columns,
    other=columns,
    blur=st.tuples(blurs, blurs),
    steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=4),
)
@example(
    one=[None, None, Fraction(0), None],
    other=[None, None, Fraction(0), None],
    blur=(1e-13, 0.0),
    steps=["logarithm", "times", "counted"],
)
def test_each_number_is_within_its_error_or_unknown_after_any_steps(
    one: Exact, other: Exact, blur: tuple[float, float], steps: list[str]
) -> None:
    values, beside = blurred(one, blur[0]), blurred(other, blur[1])
    for step in steps:
        many, alone = STEPS[step]
        values = many(values, beside)
        one = [
            None
            if first is None or (second is None and step in {"plus", "less", "times", "by"})
            else alone(first, Fraction(0) if second is None else second)
            for first, second in zip(one, other, strict=True)
        ]
        hold(values, one)


@given(one=columns, other=columns, mask=st.lists(st.booleans(), min_size=SIZE, max_size=SIZE))
def test_numbers_are_chosen_with_their_errors(one: Exact, other: Exact, mask: list[bool]) -> None:
    first, second = blurred(one, 1e-6), blurred(other, 0.0)
    chosen = first.where(np.array(mask), second)
    hold(chosen, [a if m else b for a, b, m in zip(one, other, mask, strict=True)])


def test_what_is_unknown_stays_so() -> None:
    near_zero = Values(np.array([1e-9, 2.0, np.nan]), 1e-6)
    unknown = 1 / near_zero
    assert unknown.unknown.tolist() == [True, False, False]
    for after in (
        unknown + 1,
        unknown * Fraction(0),
        unknown * unknown,
        unknown.clipped(None, Fraction(1)),
    ):
        assert after.unknown.tolist() == [True, False, False]
        assert after.rounded(2).doubtful.tolist() == [True, after.rounded(2).doubtful[1], False]


def test_a_number_that_its_unit_tells_is_as_near_as_a_double_and_nothing_is_nothing() -> None:
    thirds = of_exact([Fraction(1, 3), Fraction(2, 3), None]) * 3 - 1
    assert (np.asarray(thirds.error) > 0)[:2].all()
    found = thirds.on_unit()
    assert found.numbers.tolist()[:2] == [0, 1]
    assert np.asarray(found.error).tolist()[:2] == [0, 2**-52]
    assert isnan(found.numbers[2])
    unknown = of_exact([Fraction(1, 3)]).doubted(np.array([True]))
    assert unknown.on_unit().unknown.tolist() == [True]


def test_values_that_are_not_there_leave_others_as_sure_as_they_were() -> None:
    values = of_exact([Fraction("0.125"), Fraction("0.375")])
    chosen = values.where(np.array([True, False]), values.none())
    assert chosen.unit == values.unit
    assert chosen.rounded(2).doubtful.tolist() == [False, False]


def test_a_line_of_one_point_is_that_point() -> None:
    numbers = of_exact([Fraction(3), Fraction(4), None])
    found = numbers.along({Fraction(3): Fraction(5)}).numbers.tolist()
    assert [None if isnan(one) else one for one in found] == [5, None, None]
