"""The weighted sum: weights as they are written, nothing divided."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Missing
from kediri_index.model.definition import Unanswered
from kediri_index.model.scores import UnitResult
from kediri_index.scoring.aggregations.sum import Sum
from tests.scoring.building import answer, group, index, question, unit
from tests.scoring.one_unit import score_unit


def scored(*answers: int | str | Missing, policy: Unanswered = Unanswered.EXCLUDE) -> UnitResult:
    """Return what comes of points: 2 x a-1 + 3 x a-2 at one group, b-1 + b-2 at another."""
    definition = index(
        group("a", question("a-1", 2), question("a-2", 3), aggregate=Sum(), weight=10),
        group("b", question("b-1"), question("b-2"), aggregate=Sum()),
        aggregate=Sum(),
        answers=policy,
    )
    ids = ("a-1", "a-2", "b-1", "b-2")
    data = unit(*(answer(name, one) for name, one in zip(ids, answers, strict=True)))
    return score_unit(definition, data)


def test_weights_times_scores_are_added_and_a_group_without_a_weight_weighs_one() -> None:
    result = scored(1, "2.5", 3, 4)
    assert [one.figure.score for one in result.groups] == [Fraction("9.5"), 7]
    assert result.overall.score == 102
    assert [one.contribution.score for one in result.groups] == [95, 7]
    assert [one.effective_weight for one in result.indicators] == [20, 30, 1, 1]


@pytest.mark.parametrize("policy", [Unanswered.EXCLUDE, Unanswered.ZERO])
def test_what_is_missing_adds_nothing_and_nobody_takes_its_weight(policy: Unanswered) -> None:
    result = scored(1, Missing.EMPTY, 3, Missing.EMPTY, policy=policy)
    assert result.overall.score == 10 * 2 + 3


def test_zero_and_negative_scores_count() -> None:
    assert Sum().combine([(Fraction(2), Fraction(0)), (Fraction(3), Fraction(-1))]) == -3


def test_a_group_without_a_weight_weighs_its_answers_but_one_in_a_sum() -> None:
    tree = group("p", group("a", question("a-1"), question("a-2")))
    data = unit(answer("a-1", 1), answer("a-2", 2))
    added = tree._replace(aggregate=Sum())
    for top, weight in ((tree, 2), (added, 1)):
        (whole,) = score_unit(index(top), data).groups
        assert [one.weight for one in (whole, *whole.groups)] == [2, weight]
    (nothing,) = score_unit(index(added), unit()).groups
    assert nothing.groups[0].weight == 0
