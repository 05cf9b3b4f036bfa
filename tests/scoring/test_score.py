"""One unit's figures, tree and indicators; what is missing stands in ``test_missing.py``."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import ClassesOn, Definition, ScoreClass
from kediri_index.model.language import Label
from kediri_index.model.scores import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    Previous,
    PreviousBasis,
    UnitResult,
)
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.unit_result import NO_SETTINGS, Settings
from tests.scoring.building import (
    answer,
    assessed,
    group,
    index,
    question,
    reading,
    rule,
    source,
    unit,
)
from tests.scoring.one_unit import score_unit

KEDIRI_2022 = {
    "baseline": "3.60",
    "output": "3.21",
    "outcome": "3.23",
    "governance": "2.75",
    "branding": "2.75",
    "economy": "3.5",
    "living": "3.33",
    "society": "3.33",
    "environment": "2.75",
    "quick_win": "3.65",
}
PILLARS = ("governance", "branding", "economy", "living", "society", "environment")


def regular_cohort(*stages: str) -> Definition:
    return index(
        group("baseline", kind="dimension", weight=10),
        group("output", kind="dimension", weight=20),
        group("outcome", kind="dimension", weight=30),
        group("impact", *(group(one, weight=1) for one in PILLARS), kind="dimension", weight=20),
        group("quick_win", kind="dimension", weight=20),
        stages=stages,
    )


def score(
    definition: Definition,
    data: UnitData,
    settings: Settings = NO_SETTINGS,
    lead: Lead | None = None,
) -> UnitResult:
    return score_unit(definition, data, settings, lead=lead)


def groups_of(result: UnitResult) -> dict[str, GroupResult]:
    found = {}
    waiting = list(result.groups)
    while waiting:
        one = waiting.pop()
        found[one.id] = one
        waiting += one.groups
    return found


def indicators_of(result: UnitResult) -> dict[str, IndicatorResult]:
    return {one.id: one for one in result.indicators}


def test_kota_kediri_2022_scores_3_314666_and_is_published_as_3_31() -> None:
    result = score(regular_cohort("dimension", "terms", "overall"), assessed(**KEDIRI_2022))
    assert result.overall == Figure(Fraction("3.314") + Fraction(2, 3000), Fraction("3.31"))
    impact = groups_of(result)["impact"]
    assert impact.figure == Figure(Fraction("18.41") / 6, Fraction("3.07"))
    assert not impact.given
    assert impact.completeness == Completeness(6, 6, Fraction(1))
    assert groups_of(result)["governance"].given
    assert result.completeness == Completeness(10, 10, Fraction(1))


def test_kota_kediri_2022_without_rounded_terms_would_be_3_32() -> None:
    result = score(regular_cohort("dimension", "overall"), assessed(**KEDIRI_2022))
    assert result.overall.published == Fraction("3.32")


def test_the_rounded_terms_of_kota_kediri_2022_are_the_contributions() -> None:
    result = score(regular_cohort("dimension", "terms", "overall"), assessed(**KEDIRI_2022))
    terms = {one.id: one.contribution.published for one in result.groups}
    assert {name: str(float(term or 0)) for name, term in terms.items()} == {
        "baseline": "0.36",
        "output": "0.64",
        "outcome": "0.97",
        "impact": "0.61",
        "quick_win": "0.73",
    }
    impact = groups_of(result)["impact"]
    assert impact.contribution.score == Fraction("18.41") / 30
    assert groups_of(result)["economy"].contribution.score == Fraction("3.5") / 30


def test_a_figure_is_shown_with_the_definitions_decimals_where_no_stage_rounds_it() -> None:
    tree = index(group("p", question("a"), question("b"), question("c")), stages=(), decimals=1)
    result = score(tree, assessed(a=1, b=1, c=2))
    assert result.overall == Figure(Fraction(4, 3), Fraction("1.3"))
    assert groups_of(result)["p"].figure == Figure(Fraction(4, 3), Fraction("1.3"))
    shown = score(tree, assessed(a="1.25", b=1, c=2))
    assert indicators_of(shown)["a"].figure == Figure(Fraction("1.25"), Fraction("1.3"))


def test_what_is_shown_rounded_does_not_flow_up_rounded_without_a_stage() -> None:
    tree = index(
        group("p", question("a"), question("b"), weight=1), group("q", weight=1), stages=["overall"]
    )
    result = score(tree, assessed(a="0.01", b="0.02", q="0"))
    assert groups_of(result)["p"].figure.published == Fraction("0.02")
    assert result.overall.published == Fraction("0.01")  # 0.0075, not 0.02/2


def test_groups_without_weights_make_a_flat_mean() -> None:
    tree = index(
        group("p", question("a")),
        group("q", question("b"), group("r", question("c"), question("d"))),
    )
    assert score(tree, assessed(a=4, b=1, c=1, d=2)).overall.score == 2


@pytest.mark.parametrize(
    "answers", [{"a": 4, "c": 1}, {"b": 1, "c": 1, "d": 2}, {"a": 4, "b": 1, "d": 0}]
)
def test_the_mean_stays_flat_whatever_is_missing(answers: dict[str, int]) -> None:
    tree = index(
        group("p", question("a")),
        group("q", question("b"), group("r", question("c"), question("d"))),
    )
    mean = Fraction(sum(answers.values()), len(answers))
    assert score(tree, assessed(**answers)).overall.score == mean


def test_a_given_group_hides_what_is_below_it() -> None:
    tree = index(group("p", question("a"), question("b")), group("q", question("c")))
    result = score(tree, assessed(p=4, a=1, c=2))
    assert result.overall.score == 3
    p = groups_of(result)["p"]
    assert p.given
    assert p.figure == Figure(Fraction(4), Fraction(4))
    assert p.completeness == Completeness(1, 1, Fraction(1))
    assert p.sources == (source(),)
    assert indicators_of(result)["a"].effective_weight == 0
    assert indicators_of(result)["a"].figure == Figure(None, None)
    assert "b" not in indicators_of(result)


def test_groups_below_a_given_one_have_no_figures_of_their_own() -> None:
    tree = index(group("p", group("inner", question("a"))))
    inner = groups_of(score(tree, assessed(p=4, a=1)))["inner"]
    assert inner.figure == Figure(None, None)
    assert inner.completeness == Completeness(0, 0, None)
    assert inner.contribution == Figure(None, None)
    assert not inner.given


def test_a_given_score_that_cannot_be_read_leaves_what_is_below_to_count() -> None:
    tree = index(group("p", question("a")))
    p = groups_of(score(tree, assessed(p=Missing.EMPTY, a=1)))["p"]
    assert p.figure.score == 1
    assert not p.given
    assert p.sources == ()


def test_effective_weights_are_shares_in_the_overall_that_add_up_to_one() -> None:
    result = score(regular_cohort("overall"), assessed(**KEDIRI_2022))
    groups = groups_of(result)
    assert groups["impact"].effective_weight == Fraction(1, 5)
    assert groups["economy"].effective_weight == Fraction(1, 30)
    assert sum(groups[name].effective_weight for name in KEDIRI_2022) == 1


def test_the_weights_in_use_are_told() -> None:
    tree = index(
        group("p", question("a"), question("b", 3), weight=20), group("q", question("c"), weight=80)
    )
    result = score(tree, assessed(a=1, b=2))
    assert groups_of(result)["p"].weight == 20
    assert groups_of(result)["q"].weight == 80
    assert indicators_of(result)["a"].weight == 1
    assert indicators_of(result)["b"].weight == 3
    assert indicators_of(result)["c"].weight == 1
    assert indicators_of(result)["b"].effective_weight == Fraction(3, 4)
    assert indicators_of(result)["c"].effective_weight == 0
    unweighted = index(group("p", question("a"), question("b")))
    assert groups_of(score(unweighted, assessed(a=1, b=1)))["p"].weight == 2


def test_what_is_not_in_use_is_told_with_the_weight_that_the_definition_gives_it() -> None:
    tree = index(
        group("p", question("a"), question("b", 3)),
        group("q", question("c"), weight=5),
        group("r", question("d")),
    )
    result = score(tree, assessed(a=1))
    assert indicators_of(result)["b"].weight == 3
    weights = {name: one.weight for name, one in groups_of(result).items()}
    assert weights == {"p": 1, "q": 5, "r": 0}


def test_an_indicator_is_told_with_its_cells_and_both_scores() -> None:
    tree = index(group("p", question("a")))
    row = answer("a", own=4)._replace(assessor=(reading(1, "H2"), reading(2, "I2")))
    (one,) = score(tree, unit(row)).indicators
    assert one == IndicatorResult(
        id="a",
        figure=Figure(Fraction(3, 2), Fraction("1.5")),
        raw="1; 2",
        self_score=Fraction(4),
        assessor=Fraction(3, 2),
        sources=(source("H2"), source("I2")),
        weight=Fraction(1),
        effective_weight=Fraction(1),
        missing=None,
    )


def test_a_score_that_the_sheet_does_not_have_is_none() -> None:
    tree = index(group("p", question("a"), question("b"), question("m", score=rule(Achievement()))))
    result = score(
        tree, unit(answer("a", 1), answer("b", 2, own=3), answer("m", measure=1, target=2))
    )
    told = {one.id: (one.self_score, one.assessor) for one in result.indicators}
    assert told == {"a": (None, 1), "b": (3, 2), "m": (None, None)}


def test_a_measured_score_is_never_told_as_a_self_assessment() -> None:
    tree = index(group("p", question("m", score=rule(Achievement()))))
    (one,) = score(tree, unit(answer("m", own=1, measure=5, target=10))).indicators
    assert one.figure.score == 2
    assert one.self_score in {None, Fraction(1)}


def test_indicators_stand_in_the_order_of_the_tree() -> None:
    tree = index(group("p", group("q", question("c")), question("b")), group("r", question("a")))
    assert [one.id for one in score(tree, assessed(a=1, c=1)).indicators] == ["b", "c", "a"]


BOTH = (answer("a", 1, own=3), answer("b", 2, own=4), answer("c", own=2))
QUESTIONS = index(group("p", question("a"), question("b"), question("c")))


def test_both_totals_are_told_with_how_many_answers_each_has() -> None:
    result = score(QUESTIONS, unit(*BOTH))
    assert result.lead is Lead.SELF
    assert result.overall.score == 3
    assert result.self_total == LeadTotal(Figure(Fraction(3), Fraction(3)), 3)
    assert result.assessor_total == LeadTotal(Figure(Fraction(3, 2), Fraction("1.5")), 2)


@pytest.mark.parametrize(
    ("lead", "overall"),
    [
        (Lead.SELF, Fraction(3)),
        (Lead.ASSESSOR, Fraction(3, 2)),
        (Lead.ASSESSOR_ELSE_SELF, Fraction(5, 3)),
    ],
)
def test_who_leads_can_be_said(lead: Lead, overall: Fraction) -> None:
    result = score(QUESTIONS, unit(*BOTH), lead=lead)
    assert result.lead is lead
    assert result.overall.score == overall
    assert result.self_total is not None
    assert result.self_total.figure.score == 3


def test_a_total_that_no_answer_has_is_none() -> None:
    result = score(QUESTIONS, assessed(a=1))
    assert result.self_total is None
    assert result.assessor_total == LeadTotal(Figure(Fraction(1), Fraction(1)), 1)


def test_the_gap_is_the_published_overall_less_the_target() -> None:
    result = score(
        regular_cohort("dimension", "terms", "overall"),
        assessed(**KEDIRI_2022),
        Settings(target=Fraction("3.4")),
    )
    assert (result.target, result.gap) == (Fraction("3.4"), Fraction("-0.09"))


def test_the_change_is_the_difference_of_published_figures() -> None:
    previous = Previous(Fraction("3.06"), PreviousBasis.PUBLISHED, 2021)
    result = score(
        regular_cohort("dimension", "terms", "overall"),
        assessed(**KEDIRI_2022),
        Settings(previous=previous),
    )
    assert (result.previous, result.change) == (previous, Fraction("0.25"))


def test_without_target_last_year_or_overall_there_is_no_difference() -> None:
    plain = score(QUESTIONS, assessed(a=1))
    assert (plain.target, plain.gap, plain.previous, plain.change) == (None, None, None, None)
    previous = Previous(Fraction(3), PreviousBasis.PUBLISHED, 2021)
    empty = score(QUESTIONS, assessed(), Settings(target=Fraction(3), previous=previous))
    assert (empty.gap, empty.change) == (None, None)
    assert (empty.target, empty.previous) == (Fraction(3), previous)


CLASSES = (
    ScoreClass(Label("Kurang"), Fraction("1.8")),
    ScoreClass(Label("Cukup"), None),
)


@pytest.mark.parametrize(
    ("decides", "name"), [(ClassesOn.SCORE, "Kurang"), (ClassesOn.PUBLISHED, "Cukup")]
)
def test_the_class_comes_from_the_unrounded_score_unless_the_definition_says_published(
    decides: ClassesOn, name: str
) -> None:
    tree = index(group("p", question("a")))._replace(classes=CLASSES, classes_on=decides)
    result = score(tree, assessed(a="1.796"))
    assert result.overall.published == Fraction("1.80")
    assert result.class_label == Label(name)
    assert groups_of(result)["p"].class_label == Label(name)


def test_there_is_no_class_without_a_score_or_without_classes() -> None:
    tree = index(group("p", question("a")))
    assert score(tree, assessed(a=1)).class_label is None
    with_classes = tree._replace(classes=CLASSES)
    assert score(with_classes, assessed()).class_label is None


def test_the_result_names_its_unit_and_year() -> None:
    result = score(QUESTIONS, unit(answer("a", 1), name="Kota Kediri", year=2022))
    assert (result.unit, result.year) == ("Kota Kediri", 2022)
    assert result.rank is None


def test_an_indicator_that_is_not_expected_ends_no_list() -> None:
    used = index(group("o", question("a"), optional=True), group("p", question("b")))
    result = score_unit(used, assessed(b=3))
    assert [one.id for one in result.indicators] == ["b"]


def test_a_unit_that_is_left_out_has_no_score() -> None:
    used = index(group("p", question("b")))
    result = score_unit(used, assessed(b=3)._replace(left_out=True))
    assert (result.unit, result.overall.score) == ("Kota", None)
