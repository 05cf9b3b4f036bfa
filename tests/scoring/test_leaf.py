from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import (
    Direction,
    Outside,
    Range,
    Scored,
)
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.score_rule import (
    between,
    bounds_of,
    given_rule,
    score_value,
)
from tests.scoring.building import SCALE, Value, rule

FOUR_TO_TEN: Range = (Fraction(4), Fraction(10))
POSTS = Goalposts(Fraction(0), Fraction(100))


def scored(
    raw: Value,
    method: Goalposts | Achievement | AsGiven | Levels = POSTS,
    to: Range | None = SCALE,
    outside: Outside | None = None,
    target: Value | None = None,
) -> Scored:
    goal = None if target is None else Fraction(target)
    return score_value(rule(method, to, outside), Fraction(raw), goal, Direction.HIGHER)


def test_a_share_is_put_onto_the_range_of_the_score() -> None:
    assert scored(25) == Scored(Fraction(1))
    assert scored(25, to=FOUR_TO_TEN) == Scored(Fraction("5.5"))
    assert scored(30, Achievement(), target=40) == Scored(Fraction(3))


def test_without_a_range_a_share_stays_a_share_and_nothing_is_outside() -> None:
    assert scored(25, to=None) == Scored(Fraction(1, 4))
    assert scored(150, to=None) == Scored(Fraction(3, 2))
    assert scored(5000, AsGiven(), to=None) == Scored(Fraction(5000))


def test_a_score_that_is_no_share_is_not_moved() -> None:
    assert scored(5, AsGiven(), to=FOUR_TO_TEN) == Scored(Fraction(5))
    assert scored(5, Levels({Fraction(5): "five"}), to=FOUR_TO_TEN) == Scored(Fraction(5))


@pytest.mark.parametrize(("raw", "score"), [(-50, 0), (0, 0), (100, 4), (150, 4)])
def test_clip_takes_the_nearest_end_of_the_range(raw: int, score: int) -> None:
    assert scored(raw, outside=Outside.CLIP) == Scored(Fraction(score))


@pytest.mark.parametrize(("raw", "score"), [(-50, -2), (150, 6)])
def test_keep_lets_a_score_leave_the_range(raw: int, score: int) -> None:
    assert scored(raw, outside=Outside.KEEP) == Scored(Fraction(score))


@pytest.mark.parametrize("raw", ["-0.01", "4.01"])
def test_error_makes_no_score_beyond_the_range_and_says_which_it_is(raw: str) -> None:
    found = scored(raw, AsGiven(), outside=Outside.ERROR)
    assert found.value is None
    assert [fault.code for fault in found.faults] == ["C203"]
    assert found.faults[0].params == {"low": 0, "high": 4, "score": Fraction(raw)}


@pytest.mark.parametrize("raw", [0, 4])
def test_the_ends_of_the_range_are_inside(raw: int) -> None:
    assert scored(raw, AsGiven(), outside=Outside.ERROR) == Scored(Fraction(raw))


def test_given_scores_are_an_error_outside_and_measured_ones_are_clipped_by_default() -> None:
    assert scored(5, AsGiven()).value is None
    assert scored(150).value == 4
    assert scored(150, Achievement(), target=100).value == 4


def test_the_faults_of_the_method_are_kept() -> None:
    below_zero = scored(-10, Achievement(), target=40)
    assert below_zero.value == 0
    assert [fault.code for fault in below_zero.faults] == ["S202"]
    no_target = scored(10, Achievement())
    assert no_target.value is None
    assert [fault.code for fault in no_target.faults] == ["S203"]


def test_a_faulty_score_outside_its_range_has_both_faults() -> None:
    found = scored(-10, Achievement(), outside=Outside.ERROR, target=40)
    assert found.value is None
    assert [fault.code for fault in found.faults] == ["S202", "C203"]


def test_a_given_score_is_taken_on_the_scale() -> None:
    given = given_rule(SCALE)
    assert given == rule(AsGiven(), SCALE, Outside.ERROR)
    assert score_value(given, Fraction(3), None, Direction.LOWER) == Scored(Fraction(3))
    assert score_value(given, Fraction(5), None, Direction.HIGHER).value is None
    assert score_value(given_rule(None), Fraction(5), None, Direction.HIGHER).value == 5


def test_a_fault_of_a_score_that_stays_beyond_its_range_is_kept() -> None:
    found = scored(-10, Achievement(), outside=Outside.KEEP, target=40)
    assert found.value == -1
    assert [fault.code for fault in found.faults] == ["S202"]


TWENTY_TO_SIXTY = Goalposts(Fraction(20), Fraction(60))


class Between(Achievement):
    """A share from -1 to 2 by its method."""

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        return Fraction(-1), Fraction(2)


@pytest.mark.parametrize(
    ("to", "outside", "bounds"),
    [
        (None, Outside.KEEP, (-1, 2)),
        (FOUR_TO_TEN, Outside.KEEP, (-2, 16)),
        (FOUR_TO_TEN, Outside.CLIP, (4, 10)),
        (FOUR_TO_TEN, Outside.ERROR, (4, 10)),
    ],
)
def test_the_bounds_of_a_method_are_put_onto_the_range_too(
    to: Range | None, outside: Outside, bounds: tuple[int, int]
) -> None:
    assert bounds_of(rule(Between(), to, outside)) == tuple(map(Fraction, bounds))


@pytest.mark.parametrize(
    ("low", "high"), [("0", "4"), ("0.5", "4"), ("0", "3.5"), ("1/3", "2/3"), ("-2", "-1/2")]
)
def test_bounds_belong_to_what_lies_between_them(low: str, high: str) -> None:
    bounds = (Fraction(low), Fraction(high))
    hair = Fraction(1, 10**20)
    inside = (*bounds, sum(bounds, Fraction(0)) / 2, bounds[0] + hair, bounds[1] - hair)
    assert all(between(bounds, one) for one in inside)
    beyond = (bounds[0] - hair, bounds[1] + hair, bounds[0] - 9, bounds[1] + 9)
    assert not any(between(bounds, one) for one in beyond)
