from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Fault, Scored
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from kediri_index.scoring.rounding import round_half_up

LIFE = Goalposts(Fraction(20), Fraction(85))
INCOME = Goalposts(Fraction(1007436), Fraction(26572352), Transform.LOG)


def share(posts: Goalposts, raw: str, direction: Direction = Direction.HIGHER) -> Fraction:
    found = posts.score(Fraction(raw), None, direction)
    assert found.faults == ()
    assert found.value is not None
    return found.value


@pytest.mark.parametrize(
    ("raw", "value"), [("20", "0"), ("52.5", "1/2"), ("85", "1"), ("65.28", "4528/6500")]
)
def test_the_share_of_the_way_between_the_posts(raw: str, value: str) -> None:
    assert share(LIFE, raw) == Fraction(value)


@pytest.mark.parametrize(("raw", "value"), [("7", "-0.2"), ("98", "1.2")])
def test_values_beyond_the_posts_are_not_clipped_here(raw: str, value: str) -> None:
    assert share(LIFE, raw) == Fraction(value)


@pytest.mark.parametrize(("raw", "value"), [("20", "1"), ("33", "0.8"), ("85", "0")])
def test_where_lower_is_better_the_way_is_counted_from_the_other_post(raw: str, value: str) -> None:
    assert share(LIFE, raw, Direction.LOWER) == Fraction(value)


def by_decimal(raw: int) -> Decimal:
    with localcontext() as context:
        context.prec = 80
        low, high = Decimal(1007436).ln(), Decimal(26572352).ln()
        return (Decimal(raw).ln() - low) / (high - low)


@pytest.mark.parametrize("raw", [7148000, 11156000, 1007437, 26572351])
def test_the_log_of_value_and_posts_is_taken_with_fifty_digits(raw: int) -> None:
    # each logarithm is right to 49 decimals or so, and the posts are more than 3 apart
    assert abs(share(INCOME, str(raw)) - Fraction(by_decimal(raw))) < Fraction(1, 10**47)


def test_the_posts_themselves_are_zero_and_one_under_a_log() -> None:
    assert share(INCOME, "1007436") == 0
    assert share(INCOME, "26572352") == 1
    assert share(INCOME, "1007436", Direction.LOWER) == 1


@pytest.mark.parametrize(("raw", "value"), [("1/2", "0"), ("1", "1/2"), ("2", "1")])
def test_a_value_of_one_and_less_has_a_logarithm(raw: str, value: str) -> None:
    around_one = Goalposts(Fraction(1, 2), Fraction(2), Transform.LOG)
    assert share(around_one, raw) == Fraction(value)


@pytest.mark.parametrize("raw", ["0", "-3"])
def test_there_is_no_logarithm_of_zero_or_less(raw: str) -> None:
    assert INCOME.score(Fraction(raw), None, Direction.HIGHER) == Scored(None, (Fault("S204"),))


def test_zero_is_a_value_like_any_other_without_a_log() -> None:
    assert share(LIFE, "0") == Fraction(-20, 65)


def test_a_tie_after_logarithms_is_published_as_a_tie() -> None:
    """ln 8 lies halfway between ln 2 and ln 32: on 0 to 0.25 that is 0.125, published 0.13."""
    logs = Goalposts(Fraction(2), Fraction(32), Transform.LOG)
    for direction in Direction:
        share = logs.score(Fraction(8), None, direction).value
        assert share is not None
        assert round_half_up(share / 4, 2) == Fraction("0.13")
