from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Fault, Scored
from kediri_index.scoring.methods.yes_no import YesNo

QUESTION = YesNo(yes=Fraction(4), no=Fraction(1))


@pytest.mark.parametrize("score", [1, 4])
def test_the_score_of_a_yes_and_of_a_no_are_scores(score: int) -> None:
    assert QUESTION.score(Fraction(score), None, Direction.HIGHER) == Scored(Fraction(score))


@pytest.mark.parametrize("score", ["0", "2.5", "5"])
def test_nothing_stands_between_yes_and_no(score: str) -> None:
    assert QUESTION.score(Fraction(score), None, Direction.HIGHER) == Scored(
        None, (Fault("C206", {"yes": Fraction(4), "no": Fraction(1)}),)
    )
