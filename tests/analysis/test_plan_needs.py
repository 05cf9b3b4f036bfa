"""The measured result that a score takes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.analysis.plan.current import need_of
from kediri_index.model.scoring import Direction, ScoringMethod
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts, Transform
from tests.scoring.building import group, question, rule

POSTS = Goalposts(Fraction(20), Fraction(60))


@pytest.mark.parametrize(
    ("method", "direction", "score", "need"),
    [
        (POSTS, Direction.HIGHER, 3, 50),
        (POSTS, Direction.LOWER, 3, 30),
        (Goalposts(Fraction(1), Fraction(9), Transform.LOG), Direction.HIGHER, 2, None),
        (Achievement(target=Fraction(80)), Direction.HIGHER, 3, 60),
        (Achievement(), Direction.HIGHER, 3, 30),
        (Achievement(), Direction.LOWER, 3, 50),
        (Achievement(target=(Fraction(1), Fraction(2))), Direction.HIGHER, 3, None),
        (
            Bands((Band(Fraction(0), below=Fraction(3)), Band(Fraction(4)))),
            Direction.HIGHER,
            4,
            None,
        ),
    ],
)
def test_what_is_measured_is_computed_back(
    method: ScoringMethod, direction: Direction, score: int, need: int | None
) -> None:
    indicator = question("q", score=rule(method), direction=direction)
    assert need_of(indicator, Fraction(score), Fraction(40)) == need


def test_an_answer_a_given_group_and_a_missing_target_need_nothing() -> None:
    assert need_of(question("q"), Fraction(3), None) is None
    assert need_of(group("g"), Fraction(3), None) is None
    assert need_of(question("q", score=rule(Achievement())), Fraction(3), None) is None
