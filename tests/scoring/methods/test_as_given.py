from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Scored
from kediri_index.scoring.methods.as_given import AsGiven


@pytest.mark.parametrize("direction", list(Direction))
def test_the_value_is_the_score_whatever_the_direction_and_the_target(direction: Direction) -> None:
    assert AsGiven().score(Fraction("3.2"), Fraction(4), direction) == Scored(Fraction("3.2"))
