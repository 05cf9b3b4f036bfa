from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.scoring import Direction, Fault, Level, Scored
from kediri_index.scoring.methods.levels import Levels

LEVELS = Levels({Fraction(4): "all", Fraction(1): "some", Fraction("2.5"): "half"})


@pytest.mark.parametrize("level", ["1", "2.5", "4"])
def test_a_listed_value_is_the_score(level: str) -> None:
    assert LEVELS.score(Fraction(level), None, Direction.HIGHER) == Scored(Fraction(level))


@pytest.mark.parametrize("level", ["0", "2", "2.51"])
def test_any_other_value_is_a_fault_that_names_the_levels_in_order(level: str) -> None:
    assert LEVELS.score(Fraction(level), None, Direction.HIGHER) == Scored(
        None, (Fault("C204", {"levels": (Fraction(1), Fraction("2.5"), Fraction(4))}),)
    )


SCORED = Levels(
    {
        Fraction(1): Level("awal", Fraction(0)),
        Fraction(2): Level("tengah", Fraction(20)),
        Fraction(5): Level("akhir", Fraction(100)),
    }
)
MEANS = Levels(SCORED.levels, fractional=True)


@pytest.mark.parametrize(("level", "score"), [("1", "0"), ("2", "20"), ("5", "100")])
def test_a_level_may_have_a_score_of_its_own(level: str, score: str) -> None:
    for method in (SCORED, MEANS):
        assert method.score(Fraction(level), None, Direction.HIGHER) == Scored(Fraction(score))
    assert SCORED.extremes() == (Fraction(0), Fraction(100))


@pytest.mark.parametrize(
    ("mean", "score"), [("1.26", "5.2"), ("1.5", "10"), ("2.5", "100/3"), ("4.99", "1496/15")]
)
def test_what_lies_between_two_levels_is_worth_what_lies_between_their_scores(
    mean: str, score: str
) -> None:
    assert MEANS.score(Fraction(mean), None, Direction.HIGHER) == Scored(Fraction(score))
    own = Levels(LEVELS.levels, fractional=True)
    assert own.score(Fraction(mean), None, Direction.HIGHER).value in {Fraction(mean), None}


@pytest.mark.parametrize("mean", ["0.99", "5.01"])
def test_beyond_the_levels_there_is_no_score(mean: str) -> None:
    beyond = Fault("C203", {"low": Fraction(1), "high": Fraction(5), "score": Fraction(mean)})
    assert MEANS.score(Fraction(mean), None, Direction.HIGHER) == Scored(None, (beyond,))
    assert SCORED.score(Fraction("1.5"), None, Direction.HIGHER).value is None


def test_spread_levels_lie_on_the_line_over_the_range() -> None:
    five = {Fraction(at): str(at) for at in range(1, 6)}
    over = Levels(five, spread=True).on_range((Fraction(0), Fraction(100)))
    assert over.worth == {Fraction(at): 25 * (at - 1) for at in range(1, 6)}
    own = Levels(five, spread=True).on_range((Fraction(1), Fraction(5)))
    assert own == Levels(five)
