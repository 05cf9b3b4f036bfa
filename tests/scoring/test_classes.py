from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import ScoreClass
from kediri_index.model.language import Label
from kediri_index.scoring.rounding import TIE, label_of, ranks

NEAR = Fraction(1, 10**11)
BEYOND_A_TIE = Fraction(2, 10**10)

BELOW = (
    ScoreClass(Label("Kurang"), Fraction("1.8")),
    ScoreClass(Label("Cukup"), Fraction("2.6")),
    ScoreClass(Label("Memuaskan"), None),
)
UP_TO = (
    ScoreClass(Label("C"), Fraction(50), bound_included=True),
    ScoreClass(Label("B"), Fraction(70), bound_included=True),
    ScoreClass(Label("A"), None),
)


def named(score: Fraction | None, classes: tuple[ScoreClass, ...]) -> str | None:
    found = label_of(score, classes)
    return found.main if found else None


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("-1", "Kurang"),
        ("1.79", "Kurang"),
        ("1.8", "Cukup"),
        ("2.5999", "Cukup"),
        ("2.6", "Memuaskan"),
        ("9", "Memuaskan"),
    ],
)
def test_below_gives_an_exact_bound_to_the_higher_class(score: str, name: str) -> None:
    assert named(Fraction(score), BELOW) == name


@pytest.mark.parametrize(
    ("score", "name"), [("49.9", "C"), ("50", "C"), ("50.01", "B"), ("70", "B"), ("70.1", "A")]
)
def test_up_to_gives_an_exact_bound_to_the_lower_class(score: str, name: str) -> None:
    assert named(Fraction(score), UP_TO) == name


def test_a_score_within_a_tie_of_a_bound_is_on_it() -> None:
    assert named(Fraction("1.8") - NEAR, BELOW) == "Cukup"
    assert named(Fraction(50) + NEAR, UP_TO) == "C"


def test_a_score_beyond_a_tie_of_a_bound_is_not_on_it() -> None:
    assert named(Fraction("1.8") - BEYOND_A_TIE, BELOW) == "Kurang"
    assert named(Fraction(50) + BEYOND_A_TIE, UP_TO) == "B"


def test_a_difference_of_exactly_the_tolerance_is_a_tie() -> None:
    assert named(Fraction("1.8") - Fraction(1, 10**10), BELOW) == "Cukup"
    assert named(Fraction(50) + Fraction(1, 10**10), UP_TO) == "C"


def test_no_score_has_no_class_and_without_classes_there_is_none() -> None:
    assert named(None, BELOW) is None
    assert named(Fraction(3), ()) is None


def test_a_score_above_the_last_bound_of_closed_classes_has_no_class() -> None:
    assert named(Fraction(3), BELOW[:2]) is None


def test_the_highest_score_is_first_and_ties_share_the_smaller_number() -> None:
    scores = [Fraction(2), Fraction(3), None, Fraction(3), Fraction(1)]
    assert ranks(scores) == [3, 1, None, 1, 4]


def test_scores_within_a_tie_share_a_rank() -> None:
    assert ranks([Fraction(3), Fraction(3) + NEAR, Fraction(2)]) == [1, 1, 3]
    assert ranks([Fraction(3), Fraction(3) + Fraction(1, 10**10)]) == [1, 1]
    assert ranks([Fraction(3), Fraction(3) + BEYOND_A_TIE, Fraction(2)]) == [2, 1, 3]


def test_nobody_is_nobody() -> None:
    assert ranks([]) == []
    assert ranks([None]) == [None]


def test_every_rank_counts_the_scores_that_are_higher_by_more_than_a_tie() -> None:
    scores = [Fraction(n * 7 % 31, 10) + (NEAR if n % 3 else 0) for n in range(120)]
    assert ranks(scores) == [
        1 + sum(other > score + Fraction(1, 10**10) for other in scores) for score in scores
    ]


def test_where_whole_steps_are_the_same_the_scores_themselves_decide() -> None:
    step = Fraction(1, 10**40)
    score = step / 2
    above, tied = score + TIE + step / 4, score + TIE
    assert ranks([score, above, above]) == [3, 1, 1]
    assert ranks([score, tied, above]) == [2, 1, 1]
