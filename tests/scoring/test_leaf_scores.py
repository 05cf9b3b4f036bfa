from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from kediri_index.model.dataset import Answer, Lead, Missing
from kediri_index.model.definition import Indicator
from kediri_index.model.profile import Basis
from kediri_index.model.scoring import Direction, Range
from kediri_index.scoring.answers import (
    LeafScore,
    are_comparable,
    basis_of,
    direction_of,
    leading,
    leaf_scores,
)
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from tests.scoring.building import (
    answer,
    group,
    index,
    present,
    question,
    reading,
    rule,
    source,
    unit,
)

ANY = Lead.ASSESSOR
PERCENT: Range = (Fraction(0), Fraction(100))


def leaf(one: Answer, lead: Lead = ANY, indicator: Indicator | None = None) -> LeafScore:
    definition = index(group("p", indicator or question("a"), kind="pillar"))
    return leaf_scores(definition, unit(one), lead)[one.id]


def lead_of(*answers: Answer, measured: str = "") -> Lead:
    questions = [
        question(one.id, score=rule(Achievement())) if one.id == measured else question(one.id)
        for one in answers
    ]
    return leading(index(group("p", *questions)), unit(*answers))


def test_the_assessor_leads_where_every_answer_has_an_assessors_score() -> None:
    assert lead_of(answer("a", 3, own=4), answer("b", 2)) is Lead.ASSESSOR


def test_the_self_assessment_leads_where_an_answer_has_no_assessors_score() -> None:
    assert lead_of(answer("a", 3, own=4), answer("b", own=4)) is Lead.SELF
    assert lead_of(answer("a", 3, own=4), answer("b", Missing.EMPTY, own=4)) is Lead.SELF


def test_a_row_without_any_answer_does_not_decide_who_leads() -> None:
    assert lead_of(answer("a", 3, own=4), answer("b", Missing.EMPTY, own=Missing.EMPTY)) is (
        Lead.ASSESSOR
    )


def test_measured_indicators_do_not_decide_who_leads() -> None:
    assert lead_of(answer("a", 3), answer("m", own=2, measure=9), measured="m") is Lead.ASSESSOR


def test_one_of_several_assessors_is_enough_for_the_assessor_to_lead() -> None:
    assert lead_of(answer("a", Missing.EMPTY, 3, own=4)) is Lead.ASSESSOR


def test_each_lead_takes_its_own_column_and_never_mixes() -> None:
    both = answer("a", 2, own=4)
    assert leaf(both, Lead.SELF).score == 4
    assert leaf(both, Lead.ASSESSOR).score == 2
    assert leaf(both, Lead.ASSESSOR_ELSE_SELF).score == 2
    own = answer("a", Missing.EMPTY, own=4)
    assert leaf(own, Lead.SELF).score == 4
    assert leaf(own, Lead.ASSESSOR).score is None
    assert leaf(own, Lead.ASSESSOR).missing is Missing.EMPTY
    assert leaf(own, Lead.ASSESSOR_ELSE_SELF).score == 4
    theirs = answer("a", 2)
    assert leaf(theirs, Lead.SELF).score is None
    assert leaf(theirs, Lead.ASSESSOR_ELSE_SELF).score == 2


def test_the_mean_of_several_assessors_is_exact() -> None:
    found = leaf(answer("a", 0, 1, 1))
    assert found.score == Fraction(2, 3)
    assert found.raw == "0; 1; 1"
    assert found.sources == (source(), source(), source())


def test_an_assessor_who_left_the_cell_empty_is_no_zero() -> None:
    found = leaf(answer("a", 3, Missing.EMPTY, 4))
    assert found.score == Fraction(7, 2)
    assert found.raw == "3; 4"
    assert len(found.sources) == 2


def test_each_assessor_gives_a_level_and_their_mean_need_not_be_one() -> None:
    levels = question("a", score=rule(Levels({Fraction(n): str(n) for n in range(5)})))
    assert leaf(answer("a", 2, 3), indicator=levels).score == Fraction(5, 2)
    assert leaf(answer("a", "2.5"), indicator=levels).score is None


def test_one_impossible_score_makes_the_mean_unreadable() -> None:
    found = leaf(answer("a", 3, 5))
    assert found.score is None
    assert found.missing is Missing.UNREADABLE
    assert found.raw == "3; 5"


def test_a_real_zero_is_a_score() -> None:
    assert leaf(answer("a", 0)) == LeafScore("a", Fraction(0), None, "0", (source(),))


@pytest.mark.parametrize(
    "reason", [Missing.NOT_APPLICABLE, Missing.NOT_COLLECTED, Missing.NOT_DUE, Missing.UNREADABLE]
)
def test_the_reason_that_the_sheet_gives_is_kept(reason: Missing) -> None:
    assert leaf(answer("a", reason)).missing is reason
    assert leaf(answer("a", Missing.EMPTY, reason)).missing is reason


def test_a_row_without_a_cell_is_empty() -> None:
    assert leaf(answer("a")) == LeafScore("a", None, Missing.EMPTY, None, ())


def test_what_the_sheet_says_does_not_apply_does_not_apply_whoever_leads() -> None:
    rows = (answer("a", 3, own=4), answer("b", Missing.EMPTY, own=Missing.NOT_APPLICABLE))
    definition = index(group("p", question("a"), question("b")))
    lead = leading(definition, unit(*rows))
    assert leaf_scores(definition, unit(*rows), lead)["b"].missing is Missing.NOT_APPLICABLE


def test_an_answer_to_an_unknown_question_is_passed_over() -> None:
    definition = index(group("p", question("a")))
    assert list(leaf_scores(definition, unit(answer("a", 1), answer("x", 2)), ANY)) == ["a"]


def test_a_given_group_is_read_as_a_score_on_the_scale() -> None:
    found = leaf(answer("p", 3, own=2))
    assert found.score == 3
    assert leaf(answer("p", 3, own=2), Lead.SELF).score == 2
    assert leaf(answer("p", 5)).missing is Missing.UNREADABLE


def measured(to: Range | None = None) -> Indicator:
    return question("a", score=rule(Achievement(), to or (Fraction(0), Fraction(4))))


@pytest.mark.parametrize("lead", list(Lead))
def test_a_measured_indicator_reads_its_result_and_target_whoever_leads(lead: Lead) -> None:
    found = leaf(answer("a", own=1, measure=30, target=40), lead, measured())
    assert found == LeafScore("a", Fraction(3), None, "30", (source(), source()))


def test_the_sources_of_a_measured_score_are_the_result_and_the_target() -> None:
    row = answer("a")._replace(measure=reading(30, "H2"), target=reading(40, "G2"))
    assert leaf(row, indicator=measured()).sources == (source("H2"), source("G2"))


def test_a_result_without_a_target_column_has_one_source() -> None:
    posts = question("a", score=rule(Goalposts(Fraction(0), Fraction(100))))
    assert leaf(answer("a", measure=25), indicator=posts).sources == (source(),)
    empty = answer("a", measure=25, target=Missing.EMPTY)
    assert leaf(empty, indicator=posts).sources == (source(),)


def test_the_direction_of_a_measured_indicator_counts() -> None:
    lower = question("a", score=rule(Achievement()), direction=Direction.LOWER)
    assert leaf(answer("a", measure=50, target=40), indicator=lower).score == 3


@pytest.mark.parametrize("lead", [Lead.ASSESSOR, Lead.ASSESSOR_ELSE_SELF])
def test_an_assessors_score_overrides_a_measured_one_and_is_marked(lead: Lead) -> None:
    found = leaf(answer("a", 1, 2, measure=30, target=40), lead, measured())
    assert found.score == Fraction(3, 2)
    assert found.overrides
    assert found.raw == "1; 2"


def test_an_assessors_score_does_not_override_where_the_self_assessment_leads() -> None:
    found = leaf(answer("a", 1, measure=30, target=40), Lead.SELF, measured())
    assert found.score == 3
    assert not found.overrides


def test_an_overriding_score_stands_on_the_range_of_the_measured_one() -> None:
    percent = measured(PERCENT)
    assert leaf(answer("a", 80, measure=30, target=40), indicator=percent).score == 80
    unbounded = question("a", score=rule(Achievement(), None))
    overriding = leaf(answer("a", 5, measure=30, target=40), indicator=unbounded)
    assert overriding.missing is Missing.UNREADABLE  # the scale, where the score has no range


def test_a_measured_indicator_without_a_result_says_why() -> None:
    assert leaf(answer("a"), indicator=measured()).missing is Missing.EMPTY
    not_due = answer("a", measure=Missing.NOT_DUE, target=40)
    assert leaf(not_due, indicator=measured()).missing is Missing.NOT_DUE


def test_a_result_that_cannot_be_scored_is_unreadable() -> None:
    no_target = leaf(answer("a", measure=30), indicator=measured())
    assert (no_target.score, no_target.missing) == (None, Missing.UNREADABLE)
    of_zero = leaf(answer("a", measure=30, target=0), indicator=measured())
    assert (of_zero.score, of_zero.missing) == (None, Missing.UNREADABLE)


def test_an_unreadable_mean_keeps_what_was_seen_and_where() -> None:
    row = answer("a")._replace(
        assessor=(reading(3, "C2"), reading(9, "D2"), reading(Missing.EMPTY, "E2"))
    )
    leaves = leaf_scores(index(group("p", question("a"))), unit(row), Lead.ASSESSOR)
    places = (source("C2"), source("D2"))
    assert leaves["a"] == LeafScore("a", None, Missing.UNREADABLE, "3; 9", places)


def test_a_change_is_told_of_scores_that_rest_on_the_same_assessment_or_on_none_that_is_known() -> (
    None
):
    for one, other in product([None, *Basis], repeat=2):
        assert are_comparable(one, other) is (one is None or other is None or one == other)


OWN, ASSESSED, BOTH = answer("a", own=2), answer("b", 3), answer("c", 3, own=2)
MEASURED = answer("m", own=2, measure=9)


@pytest.mark.parametrize(
    ("lead", "answers", "basis"),
    [
        (Lead.SELF, (OWN, ASSESSED), Basis.SELF),
        (Lead.SELF, (ASSESSED, MEASURED), None),
        (Lead.ASSESSOR, (OWN, ASSESSED), Basis.ASSESSOR),
        (Lead.ASSESSOR, (OWN, MEASURED), None),
        (Lead.ASSESSOR_ELSE_SELF, (OWN, MEASURED), Basis.SELF),
        (Lead.ASSESSOR_ELSE_SELF, (OWN, BOTH), Basis.MIXED),
        (Lead.ASSESSOR_ELSE_SELF, (BOTH, ASSESSED), Basis.ASSESSOR),
        (Lead.ASSESSOR_ELSE_SELF, (MEASURED,), None),
    ],
)
def test_scores_rest_on_the_assessment_that_counts(
    lead: Lead, answers: tuple[Answer, ...], basis: Basis | None
) -> None:
    measured = question("m", score=rule(Achievement()))
    definition = index(group("p", *map(question, "abc"), measured))
    data = unit(*answers)
    assert basis_of(definition, data, lead) is basis
    elsewhere = data._replace(wide_files=frozenset({"other.xlsx"}))
    assert basis_of(definition, elsewhere, lead) is basis
    table = data._replace(wide_files=frozenset({"other.xlsx", *data.files}))
    assert basis_of(definition, table, lead) is None


def test_a_lower_direction_is_that_of_results_alone() -> None:
    posts = rule(Goalposts(Fraction(0), Fraction(10)))
    lower = question("m", score=posts, direction=Direction.LOWER)
    given = question("a", direction=Direction.LOWER)
    assert direction_of(lower) is Direction.LOWER
    assert [direction_of(one) for one in (given, group("g"))] == [Direction.HIGHER] * 2
    read = reading(3)
    used = index(group("g", lower, given), group("h"))
    answers = (Answer("m", source(), measure=read), Answer("a", source(), assessor=(read,)))
    found = leaf_scores(used, unit(*answers, answer("h", 3)), Lead.ASSESSOR)
    assert [found[one].score for one in "mah"] == [Fraction("2.8"), 3, 3]


def test_a_presence_with_more_leaves_keeps_what_does_not_apply() -> None:
    assert present("a", not_applicable="n").with_present("bc") == present(
        *"abc", not_applicable="n"
    )
