"""Trees in which some scores have no combined one: a defined result, and the nodes by name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.aggregation import Aggregation, NoScore
from kediri_index.model.dataset import Answer, Lead, Missing, UnitData
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.scores import Completeness, Figure, MissingRange, Omission
from kediri_index.scoring.aggregations.extremes import Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.answers import leaf_scores
from kediri_index.scoring.tree import TreeScores
from kediri_index.scoring.unit_result import Settings
from tests.scoring.building import answer, assessed, group, index, question, rule, tree_of, unit
from tests.scoring.one_unit import score_unit

FREE = rule(to=None)


def scored(definition: Definition, data: UnitData) -> TreeScores:
    return tree_of(definition, leaf_scores(definition, data, Lead.ASSESSOR))


def two_groups(aggregation: Aggregation, **options: object) -> Definition:
    return index(
        group(
            "p",
            question("a", score=FREE),
            question("b", score=FREE),
            weight=1,
            aggregate=aggregation,
        ),
        group("q", question("c", score=FREE), weight=3),
        **options,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("aggregation", [Geometric(), Harmonic(), Power(Fraction(2))])
def test_a_group_with_a_negative_score_has_none_and_its_siblings_are_weighted_anew(
    aggregation: Aggregation,
) -> None:
    found = scored(two_groups(aggregation), assessed(a=2, b=-1, c=3))
    assert found.without_score[0] == {"p": NoScore.NEGATIVE}
    assert found.undefined_by(found.inners[0], 0) == ("b",)
    assert found.figures("p").figure(0) == Figure(None, None)
    assert found.figures("").figure(0) == Figure(Fraction(3), Fraction(3))
    assert found.shares_of(0)["q"] == 1
    assert "a" not in found.shares_of(0)


def test_the_result_says_which_group_is_left_out_and_why() -> None:
    data = assessed(a=2, b=-1, c=3)
    result = score_unit(two_groups(Geometric()), data)
    assert result.groups[0].no_score is NoScore.NEGATIVE
    assert result.omissions == (Omission("p", NoScore.NEGATIVE),)
    assert result.no_score is None


def test_a_group_without_a_combined_score_is_an_absent_child_to_min_present() -> None:
    found = scored(two_groups(Geometric(), min_present=1), assessed(a=2, b=-1, c=3))
    assert found.without_score[0] == {"p": NoScore.NEGATIVE, "": NoScore.TOO_FEW}


def test_the_overall_may_have_no_combined_score() -> None:
    definition = index(
        group("p", question("a", score=FREE)),
        group("q", question("b", score=FREE)),
        aggregate=Geometric(),
    )
    found = scored(definition, assessed(a=-1, b=2))
    assert found.without_score[0] == {"": NoScore.NEGATIVE}
    assert found.undefined_by(found.inners[-1], 0) == ("p",)
    assert found.figures("p").figure(0) == Figure(Fraction(-1), Fraction(-1))
    assert score_unit(definition, assessed(a=-1, b=2)).no_score is NoScore.NEGATIVE


def test_every_group_without_a_combined_score_is_found_level_by_level() -> None:
    definition = index(
        group(
            "top",
            group("p", question("a", score=FREE), question("b", score=FREE), aggregate=Geometric()),
            group("q", question("c", score=FREE)),
            group("r", question("d", score=FREE)),
            aggregate=MazziottaPareto(-1),
        ),
        group("s", question("e", score=FREE)),
    )
    found = scored(definition, assessed(a=-1, b=1, c=-3, d=1, e=2))
    assert found.without_score[0] == {
        "p": NoScore.NEGATIVE,
        "top": NoScore.MEAN_NOT_POSITIVE,
    }
    assert found.figures("").figure(0) == Figure(Fraction(2), Fraction(2))


def test_a_node_has_neither_figure_where_one_of_them_is_undefined() -> None:
    """Rounded children can come to a mean of zero where the exact ones do not."""
    definition = index(
        group(
            "p", question("a", score=FREE), question("b", score=FREE), aggregate=MazziottaPareto(-1)
        ),
        group("q", question("c", score=FREE)),
        stages=("indicators",),
    )
    found = scored(definition, assessed(a="0.0149", b="-0.0051", c=1))
    assert found.without_score[0] == {"p": NoScore.MEAN_NOT_POSITIVE}
    assert found.undefined_by(found.inners[0], 0) == ()
    assert found.figures("p").figure(0) == Figure(None, None)


def test_missing_children_are_left_out_of_every_aggregation() -> None:
    for aggregation in (Geometric(), Harmonic(), Power(Fraction(2)), Min(), MazziottaPareto(-1)):
        found = scored(two_groups(aggregation), assessed(b=3, c=3))
        assert found.figures("p").figure(0) == Figure(Fraction(3), Fraction(3)), aggregation


def test_a_missing_answer_that_counts_as_zero_is_a_zero_factor() -> None:
    found = scored(two_groups(Geometric(), answers=Unanswered.ZERO), assessed(b=3, c=4))
    assert found.figures("p").figure(0) == Figure(Fraction(0), Fraction(0))


class TestContributions:
    def test_there_are_none_where_the_overall_is_no_sum(self) -> None:
        definition = index(
            group("p", question("a"), weight=1),
            group("q", question("b"), weight=1),
            aggregate=Geometric(),
        )
        data = unit(answer("a", 1), answer("b", 4))
        views = {"opd": {"a": ("dinkes",), "b": ("dishub",)}}
        result = score_unit(definition, data, Settings(views=views))
        assert result.overall == Figure(Fraction(2), Fraction(2))
        assert [one.contribution for one in result.groups] == [Figure(None, None)] * 2
        assert [one.effective_weight for one in result.groups] == [Fraction(1, 2)] * 2
        assert [row.contribution for row in result.views["opd"]] == [None, None]

    @pytest.mark.parametrize("other", [answer("q", 2), answer("b", Missing.NOT_APPLICABLE)])
    def test_a_group_that_is_not_combined_keeps_the_overall_a_sum(self, other: Answer) -> None:
        definition = index(
            group("p", question("a"), weight=1),
            group("q", question("b"), weight=1, aggregate=Geometric()),
        )
        views = {"opd": {"a": ("dinkes",), "b": ("dishub",)}}
        result = score_unit(definition, unit(answer("a", 4), other), Settings(views=views))
        (dinkes,) = result.views["opd"]
        assert dinkes.contribution == result.groups[0].contribution.score
        assert dinkes.completeness == Completeness(1, 1, Fraction(1))

    def test_a_group_contributes_whatever_is_below_it(self) -> None:
        found = scored(two_groups(Geometric()), assessed(a=2, b=8, c=4))
        assert found.figures("p").contribution(0) == Figure(Fraction(1), Fraction(1))
        assert found.figures("q").contribution(0) == Figure(Fraction(3), Fraction(3))
        assert found.figures("a").contribution(0) == Figure(None, None)
        assert found.figures("c").contribution(0) == Figure(Fraction(3), Fraction(3))


class TestRangeIfMissing:
    def bounds(self, aggregation: Aggregation, low: int = 0) -> MissingRange | None:
        ends = (Fraction(low), Fraction(4))
        definition = index(
            group(
                "p",
                question("a", score=rule(to=ends)),
                question("b", score=rule(to=ends)),
                aggregate=aggregation,
            ),
            scale=ends,
        )

        return scored(definition, assessed(a=4)).ranges[0]

    def test_the_ends_bound_a_mean(self) -> None:
        found = self.bounds(Geometric())
        assert found is not None
        assert found.low.score == 0
        assert found.high.score == 4

    def test_a_score_that_a_higher_answer_can_lower_has_no_bounds(self) -> None:
        assert self.bounds(MazziottaPareto(-1)) is None

    def test_nor_has_one_that_is_undefined_at_an_end(self) -> None:
        assert self.bounds(Geometric(), low=-1) is None
