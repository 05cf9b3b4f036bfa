from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Scored
from kediri_index.scoring.methods.bands import Band, Bands

BELOW = Bands(
    (
        Band(Fraction(1), below=Fraction(40)),
        Band(Fraction(2), below=Fraction(60)),
        Band(Fraction(4)),
    )
)
UP_TO = Bands(
    (
        Band(Fraction(4), up_to=Fraction(40)),
        Band(Fraction(3), up_to=Fraction(60)),
        Band(Fraction(1)),
    )
)


@pytest.mark.parametrize(
    ("raw", "score"), [("-5", 1), ("39.99", 1), ("40", 2), ("59.99", 2), ("60", 4), ("1000", 4)]
)
def test_below_gives_an_exact_bound_to_the_next_band(raw: str, score: int) -> None:
    assert BELOW.score(Fraction(raw), None, Direction.HIGHER) == Scored(Fraction(score))


@pytest.mark.parametrize(
    ("raw", "score"), [("-5", 4), ("40", 4), ("40.01", 3), ("60", 3), ("60.01", 1), ("1000", 1)]
)
def test_up_to_keeps_an_exact_bound_in_its_band(raw: str, score: int) -> None:
    assert UP_TO.score(Fraction(raw), None, Direction.HIGHER) == Scored(Fraction(score))


def test_the_bands_say_which_way_is_better_not_the_direction() -> None:
    assert BELOW.score(Fraction(10), None, Direction.LOWER) == Scored(Fraction(1))
