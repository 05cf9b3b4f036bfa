from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Fault, Scored
from kediri_index.scoring.methods.achievement import Achievement

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def achieved(
    method: Achievement, raw: str | int, target: str | int | None, direction: Direction = HIGHER
) -> Scored:
    return method.score(Fraction(raw), None if target is None else Fraction(target), direction)


@pytest.mark.parametrize(
    ("raw", "target", "share"),
    [("3.2", "3.45", "320/345"), ("30", "40", "3/4"), ("40", "40", "1"), ("60", "40", "3/2")],
)
def test_where_higher_is_better_it_is_result_over_target(raw: str, target: str, share: str) -> None:
    assert achieved(Achievement(), raw, target) == Scored(Fraction(share))


@pytest.mark.parametrize(
    ("raw", "share"), [("50", "3/4"), ("40", "1"), ("30", "5/4"), ("0", "2"), ("80", "0")]
)
def test_where_lower_is_better_it_is_twice_the_target_less_the_result_over_it(
    raw: str, share: str
) -> None:
    assert achieved(Achievement(), raw, 40, LOWER) == Scored(Fraction(share))


def test_the_share_is_at_most_the_cap() -> None:
    capped = Achievement(cap=Fraction("1.2"))
    assert achieved(capped, 60, 40) == Scored(Fraction("1.2"))
    assert achieved(capped, 48, 40) == Scored(Fraction("1.2"))
    assert achieved(capped, 44, 40) == Scored(Fraction("1.1"))
    assert achieved(capped, 0, 40, LOWER) == Scored(Fraction("1.2"))


def test_the_definitions_target_goes_before_the_sheets() -> None:
    assert achieved(Achievement(target=Fraction(50)), 25, 100) == Scored(Fraction(1, 2))
    assert achieved(Achievement(target=Fraction(50)), 25, None) == Scored(Fraction(1, 2))


IN_RANGE = Achievement(target=(Fraction(40), Fraction(60)))


@pytest.mark.parametrize("direction", [HIGHER, LOWER])
@pytest.mark.parametrize("raw", [40, 50, 60])
def test_a_result_inside_a_target_range_is_one(raw: int, direction: Direction) -> None:
    assert achieved(IN_RANGE, raw, None, direction) == Scored(Fraction(1))


@pytest.mark.parametrize("direction", [HIGHER, LOWER])
def test_below_a_range_more_would_be_better_and_above_it_less(direction: Direction) -> None:
    assert achieved(IN_RANGE, 30, None, direction) == Scored(Fraction(3, 4))
    assert achieved(IN_RANGE, 75, None, direction) == Scored(Fraction(3, 4))


def test_a_target_range_does_not_need_the_sheets_target() -> None:
    assert achieved(IN_RANGE, 50, 7) == Scored(Fraction(1))


def test_a_cap_below_one_holds_inside_a_range_too() -> None:
    capped = Achievement(cap=Fraction("0.9"), target=(Fraction(40), Fraction(60)))
    assert achieved(capped, 50, None) == Scored(Fraction("0.9"))


@pytest.mark.parametrize("direction", [HIGHER, LOWER])
def test_a_target_of_zero_is_a_fault(direction: Direction) -> None:
    assert achieved(Achievement(), 5, 0, direction) == Scored(None, (Fault("S201"),))
    assert achieved(Achievement(target=Fraction(0)), 5, 7, direction).faults == (Fault("S201"),)


def test_the_end_of_a_range_that_counts_must_not_be_zero() -> None:
    from_zero = Achievement(target=(Fraction(0), Fraction(60)))
    assert achieved(from_zero, -1, None) == Scored(None, (Fault("S201"),))
    assert achieved(from_zero, 0, None) == Scored(Fraction(1))
    assert achieved(from_zero, 75, None) == Scored(Fraction(3, 4))
    to_zero = Achievement(target=(Fraction(-60), Fraction(0)))
    assert achieved(to_zero, 1, None) == Scored(None, (Fault("S201"),))
    assert achieved(to_zero, 0, None) == Scored(Fraction(1))


def test_no_target_is_a_fault() -> None:
    assert achieved(Achievement(), 5, None) == Scored(None, (Fault("S203"),))


@pytest.mark.parametrize(
    ("raw", "direction", "share"), [(-10, HIGHER, "-1/4"), (90, LOWER, "-1/4")]
)
def test_an_achievement_below_zero_is_told_and_kept(
    raw: int, direction: Direction, share: str
) -> None:
    assert achieved(Achievement(), raw, 40, direction) == Scored(
        Fraction(share), (Fault("S202", {"share": Fraction(share), "target": 40}),)
    )


def test_an_achievement_of_zero_is_no_fault() -> None:
    assert achieved(Achievement(), 0, 40) == Scored(Fraction(0))
