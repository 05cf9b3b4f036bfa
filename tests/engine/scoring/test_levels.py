from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.engine.scoring.levels import Levels
from kediri_index.model.scoring import Direction, Fault, Scored

LEVELS = Levels({Fraction(4): "all", Fraction(1): "some", Fraction("2.5"): "half"})


@pytest.mark.parametrize("level", ["1", "2.5", "4"])
def test_a_listed_value_is_the_score(level: str) -> None:
    assert LEVELS.score(Fraction(level), None, Direction.HIGHER) == Scored(Fraction(level))


@pytest.mark.parametrize("level", ["0", "2", "2.51"])
def test_any_other_value_is_a_fault_that_names_the_levels_in_order(level: str) -> None:
    assert LEVELS.score(Fraction(level), None, Direction.HIGHER) == Scored(
        None, (Fault("C204", {"levels": (Fraction(1), Fraction("2.5"), Fraction(4))}),)
    )
