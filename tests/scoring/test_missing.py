"""What unanswered questions do to one unit's score, and what is said of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Missing, UnitData
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.scores import (
    Completeness,
    Figure,
    MissingRange,
    Omission,
    UnitResult,
)
from kediri_index.scoring.unit_result import Settings
from tests.scoring.building import Value, answer, assessed, group, index, question, unit
from tests.scoring.one_unit import score_unit


def score(definition: Definition, data: UnitData) -> UnitResult:
    return score_unit(definition, data)


def tree(answers: Unanswered, min_present: Value | None = None) -> Definition:
    return index(
        group("p", question("a"), question("b"), weight=60),
        group("q", question("c"), question("d", 3), weight=40),
        answers=answers,
        min_present=min_present,
    )


@pytest.mark.parametrize("policy", [Unanswered.EXCLUDE, Unanswered.ERROR])
def test_excluded_answers_leave_their_weight_to_the_siblings(policy: Unanswered) -> None:
    result = score(tree(policy), assessed(a=4, c=2, d=1))
    assert result.overall.score == Fraction("0.6") * 4 + Fraction("0.4") * Fraction(5, 4)
    assert result.completeness == Completeness(3, 4, Fraction("0.7"))
    assert result.omissions == (Omission("b", Missing.EMPTY),)


def test_unanswered_counts_as_zero_where_the_definition_says_so() -> None:
    result = score(tree(Unanswered.ZERO), assessed(a=4, c=2, d=1))
    assert result.overall.score == Fraction("0.6") * 2 + Fraction("0.4") * Fraction(5, 4)
    assert result.completeness == Completeness(3, 4, Fraction("0.7"))
    assert result.omissions == (Omission("b", Missing.EMPTY, counted_as_zero=True),)


@pytest.mark.parametrize(
    "reason", [Missing.EMPTY, Missing.NOT_COLLECTED, Missing.NOT_DUE, Missing.UNREADABLE]
)
def test_every_kind_of_missing_answer_is_listed_with_its_reason(reason: Missing) -> None:
    zero = score(tree(Unanswered.ZERO), assessed(a=4, b=reason, c=2, d=2))
    assert zero.overall.score == 2
    assert zero.omissions == (Omission("b", reason, counted_as_zero=True),)
    exclude = score(tree(Unanswered.EXCLUDE), assessed(a=4, b=reason, c=2, d=2))
    assert exclude.overall.score == Fraction("3.2")
    assert exclude.omissions == (Omission("b", reason),)


@pytest.mark.parametrize("policy", list(Unanswered))
def test_what_does_not_apply_is_no_zero_and_not_missing_but_listed(policy: Unanswered) -> None:
    result = score(tree(policy), assessed(a=4, b=Missing.NOT_APPLICABLE, c=2, d=2))
    assert result.overall.score == Fraction("3.2")
    assert result.completeness == Completeness(3, 3, Fraction(1))
    assert result.omissions == (Omission("b", Missing.NOT_APPLICABLE),)
    assert result.range_if_missing is None
    told = {one.id: one.missing for one in result.indicators}
    assert told == {"a": None, "b": Missing.NOT_APPLICABLE, "c": None, "d": None}


def test_a_real_zero_keeps_its_weight() -> None:
    result = score(tree(Unanswered.EXCLUDE), assessed(a=4, b=0, c=2, d=2))
    assert result.overall.score == 2
    assert result.omissions == ()


def with_option(answers: Unanswered) -> Definition:
    return index(
        group("p", weight=90), group("kolaborasi", weight=10, optional=True), answers=answers
    )


@pytest.mark.parametrize("policy", list(Unanswered))
@pytest.mark.parametrize("data", [assessed(p=3), assessed(p=3, kolaborasi=Missing.EMPTY)])
def test_an_empty_option_does_not_apply(policy: Unanswered, data: UnitData) -> None:
    result = score(with_option(policy), data)
    assert result.overall.score == 3
    assert result.completeness == Completeness(1, 1, Fraction(1))
    assert result.omissions == (Omission("kolaborasi", NoScore.NO_ANSWERS),)


def test_an_option_of_zero_keeps_its_ten_percent() -> None:
    result = score(with_option(Unanswered.EXCLUDE), assessed(p=3, kolaborasi=0))
    assert result.overall.score == Fraction("2.7")
    assert result.completeness == Completeness(2, 2, Fraction(1))


def test_an_option_that_was_begun_is_expected_whole() -> None:
    option = index(
        group("p", question("a"), weight=1),
        group("o", question("b"), question("c"), weight=1, optional=True),
        answers=Unanswered.ZERO,
    )
    assert score(option, assessed(a=4)).overall.score == 4
    assert score(option, assessed(a=4, b=4)).overall.score == 3


def test_too_few_direct_parts_make_no_score_and_the_output_says_why() -> None:
    definition = index(
        group("p", question("a"), question("b"), question("c"), weight=60, min_present="0.66"),
        group("q", question("d"), weight=40),
    )
    result = score(definition, assessed(a=4, b=Missing.EMPTY, d=2))
    assert result.groups[0].figure == Figure(None, None)
    assert result.groups[0].no_score is NoScore.TOO_FEW
    assert result.groups[0].completeness == Completeness(1, 3, Fraction(1, 3))
    assert result.groups[0].effective_weight == 0
    assert result.overall.score == 2
    assert result.omissions == (
        Omission("b", Missing.EMPTY),
        Omission("c", Missing.EMPTY),
        Omission("p", NoScore.TOO_FEW),
    )


def test_too_few_parts_of_the_top_level_make_no_overall() -> None:
    result = score(tree(Unanswered.EXCLUDE, min_present="0.51"), assessed(a=4, b=4))
    assert result.overall == Figure(None, None)
    assert result.no_score is NoScore.TOO_FEW
    assert result.groups[0].figure.score == 4
    assert result.groups[0].contribution == Figure(None, None)
    passing = score(tree(Unanswered.EXCLUDE, min_present="0.5"), assessed(a=4, b=4))
    assert passing.overall.score == 4
    assert passing.no_score is None


def test_a_zero_in_place_of_an_answer_counts_as_present() -> None:
    result = score(tree(Unanswered.ZERO, min_present=1), assessed(a=4))
    assert result.overall.score == Fraction("1.2")


def test_weights_that_sum_to_zero_make_no_score() -> None:
    definition = index(group("p", question("a", 0), weight=1), group("q", weight=1))
    result = score(definition, assessed(a=4, q=2))
    assert result.groups[0].figure == Figure(None, None)
    assert result.groups[0].no_score is NoScore.ZERO_WEIGHTS
    assert result.overall.score == 2
    assert result.omissions == (Omission("p", NoScore.ZERO_WEIGHTS),)


def test_without_any_answer_there_is_no_overall_and_nothing_breaks() -> None:
    result = score(tree(Unanswered.EXCLUDE), assessed())
    assert result.overall == Figure(None, None)
    assert result.no_score is NoScore.NO_ANSWERS
    assert result.completeness == Completeness(0, 4, Fraction(0))
    assert [one.reason for one in result.omissions] == [Missing.EMPTY] * 4
    assert result.range_if_missing == MissingRange(
        Figure(Fraction(0), Fraction(0)), Figure(Fraction(4), Fraction(4))
    )


def test_a_missing_indicator_is_told_without_a_score() -> None:
    result = score(tree(Unanswered.EXCLUDE), assessed(a=1, b=Missing.NOT_DUE, c=1))
    told = {one.id: (one.figure.score, one.missing) for one in result.indicators}
    assert told == {
        "a": (1, None),
        "b": (None, Missing.NOT_DUE),
        "c": (1, None),
        "d": (None, Missing.EMPTY),
    }


def test_an_indicator_of_an_unused_option_is_not_told() -> None:
    option = index(group("p", question("a")), group("o", question("b"), optional=True))
    assert [one.id for one in score(option, assessed(a=1)).indicators] == ["a"]


@pytest.mark.parametrize("min_present", [None, "0.5"])
def test_a_group_said_not_to_apply_whose_questions_are_answered_counts_or_does_not(
    min_present: str | None,
) -> None:
    definition = index(group("p", question("a")), min_present=min_present)
    result = score(definition, assessed(p=Missing.NOT_APPLICABLE, a=4))
    assert (result.overall.score is None) == (result.completeness.answered == 0)


@pytest.mark.parametrize("policy", [Unanswered.EXCLUDE, Unanswered.ZERO])
def test_a_view_counts_as_answered_only_what_was_answered(policy: Unanswered) -> None:
    views = {"opd": {"a": ("dinkes",), "b": ("dinkes",)}}
    result = score_unit(tree(policy), unit(answer("a", 4), answer("c", 1)), Settings(views=views))
    (row,) = result.views["opd"]
    assert row.completeness == Completeness(1, 2, Fraction(1, 2))


def test_a_view_shows_mean_completeness_and_contribution() -> None:
    views = {"opd": {"a": ("dinkes",), "d": ("dinkes",), "c": ("kominfo",)}}
    data = assessed(a=4, b=0, c=2)
    result = score_unit(tree(Unanswered.EXCLUDE), data, Settings(views=views))
    dinkes, kominfo = result.views["opd"]
    assert (dinkes.id, dinkes.score) == ("dinkes", Fraction(4))
    # a weighs 0.3 of the whole and d would weigh 0.3
    assert dinkes.completeness == Completeness(1, 2, Fraction(1, 2))
    assert dinkes.contribution == Fraction("1.2")
    assert (kominfo.id, kominfo.score) == ("kominfo", Fraction(2))
    assert kominfo.contribution == Fraction("0.8")
    assert kominfo.completeness == Completeness(1, 1, Fraction(1))


def test_contributions_of_a_view_that_divides_all_answers_add_up_to_the_overall() -> None:
    views = {"opd": {"a": ("x",), "b": ("y",), "c": ("y",), "d": ("x",)}}
    data = assessed(a=4, b=1, c=2, d=3)
    result = score_unit(tree(Unanswered.EXCLUDE), data, Settings(views=views))
    assert sum(row.contribution or 0 for row in result.views["opd"]) == result.overall.score
