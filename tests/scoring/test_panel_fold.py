"""Groups that are scored by comparing units."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.scores import Figure
from kediri_index.scoring.aggregations.copeland import Copeland, Duels, Row
from kediri_index.scoring.answers import leaf_scores
from kediri_index.scoring.comparisons import Comparisons, compared_scores
from kediri_index.scoring.exact import NOT_COMPARED, ComparedScores
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.tree import TreeScores
from tests.scoring.building import (
    answer,
    assessed,
    copeland,
    group,
    index,
    question,
    tree_of,
    unit,
)

TOP = index(
    group("p", question("a"), weight=3),
    group("q", question("b"), weight=2),
    group("r", question("c"), weight=2),
    aggregate=Copeland(),
)
INNER = index(
    group("p", question("a", 2), question("b", 1), weight=1, aggregate=Copeland()),
    group("q", question("c"), weight=1),
)


def panel(definition: Definition, *units: UnitData) -> list[TreeScores]:
    leaves = [leaf_scores(definition, one, Lead.ASSESSOR) for one in units]
    return [
        tree_of(definition, own, compared)
        for own, compared in zip(leaves, compared_scores(definition, leaves), strict=True)
    ]


def scores(found: list[TreeScores], node: str = "") -> list[Fraction | None]:
    return [one.figures(node).figure(0).score for one in found]


def weighed(**children: tuple[int, int]) -> dict[str, tuple[Fraction, Fraction]]:
    return {name: (Fraction(weight), Fraction(score)) for name, (weight, score) in children.items()}


def outcome(rows: Sequence[Row]) -> list[int]:
    return [int(score) for score in copeland(rows) or []]


class TestRows:
    def test_a_weight_that_differs_between_two_units_counts_with_its_mean(self) -> None:
        """2 against 1.5, though by the second unit's weights alone it would be 1 against 2."""
        rows = [weighed(a=(3, 9), b=(1, 0)), weighed(a=(1, 0), b=(2, 9))]
        assert outcome(rows) == [1, -1]
        assert outcome(rows[::-1]) == [-1, 1]

    def test_a_unit_beats_another_on_children_with_more_than_half_of_the_weight(self) -> None:
        rows = [
            weighed(a=(3, 1), b=(2, 9)),
            weighed(a=(3, 2), b=(2, 0)),
            weighed(a=(3, 0), b=(2, 5)),
        ]
        assert outcome(rows) == [0, 2, -2]

    def test_exactly_half_is_a_draw(self) -> None:
        assert outcome([weighed(a=(1, 5), b=(1, 0)), weighed(a=(1, 0), b=(1, 1))]) == [0, 0]

    def test_equal_children_count_half_for_each(self) -> None:
        assert outcome([weighed(a=(9, 1), b=(1, 1)), weighed(a=(9, 1), b=(1, 0))]) == [1, -1]

    def test_scores_within_a_tie_are_equal(self) -> None:
        third = Fraction(1, 3)
        rows = [{"a": (Fraction(1), third)}, {"a": (Fraction(1), third + Fraction(1, 10**11))}]
        assert outcome(rows) == [0, 0]

    def test_only_children_that_both_have_are_compared(self) -> None:
        rows = [weighed(a=(1, 1), b=(9, 9)), weighed(a=(1, 2), c=(9, 0)), weighed(d=(1, 1))]
        assert outcome(rows) == [-1, 1, 0]

    def test_there_is_none_without_another_unit(self) -> None:
        assert copeland([]) is None
        assert copeland([weighed(a=(1, 1))]) is None


class TestTrees:
    def test_the_overall_compares_the_units(self) -> None:
        found = panel(
            TOP, assessed(a=1, b=1, c=1), assessed(a=4, b=0, c=0), assessed(a=0, b=2, c=0)
        )
        assert scores(found) == [2, 0, -2]

    def test_a_group_below_compares_them_and_flows_upward(self) -> None:
        found = panel(INNER, assessed(a=1, b=4, c=2), assessed(a=2, b=0, c=3))
        assert scores(found, "p") == [-1, 1]
        assert scores(found) == [Fraction(1, 2), 2]

    def test_a_comparison_of_comparisons_goes_level_by_level(self) -> None:
        nested = index(
            group("p", question("a"), aggregate=Copeland(), weight=2),
            group("q", question("b"), weight=1),
            aggregate=Copeland(),
        )
        found = panel(nested, assessed(a=1, b=4), assessed(a=2, b=0), assessed(a=2, b=1))
        assert scores(found, "p") == [-2, 1, 1]
        assert scores(found) == [-2, 0, 2]

    def test_published_figures_compare_published_figures(self) -> None:
        rounded = index(
            group("p", question("a", 1), kind="pillar"),
            aggregate=Copeland(),
            stages=("pillar", "overall"),
        )
        one, other = panel(rounded, assessed(a="1.001"), assessed(a="1.004"))
        assert one.figures("").figure(0) == Figure(Fraction(-1), Fraction(0))
        assert other.figures("").figure(0) == Figure(Fraction(1), Fraction(0))

    def test_a_unit_without_a_score_there_is_not_compared(self) -> None:
        found = panel(INNER, assessed(a=1, b=1, c=1), assessed(c=1), assessed(a=2, b=2, c=2))
        assert scores(found, "p") == [-1, None, 1]
        assert found[1].without_score[0] == {"p": NoScore.NO_ANSWERS}

    def test_one_unit_alone_has_no_such_score(self) -> None:
        (found,) = panel(INNER, assessed(a=1, b=1, c=3))
        assert found.without_score[0] == {"p": NoScore.ONE_UNIT}
        assert found.figures("").figure(0).score == 3

    def test_a_given_score_of_the_group_stands_as_it_is(self) -> None:
        given = unit(answer("p", 3), answer("c", 1))
        found = panel(INNER, given, assessed(a=1, b=1, c=1), assessed(a=0, b=0, c=1))
        assert scores(found, "p") == [3, 1, -1]

    def test_a_tree_without_comparisons_is_left_alone(self) -> None:
        plain = index(group("p", question("a")))
        leaves = [leaf_scores(plain, assessed(a=1), Lead.ASSESSOR)]
        assert compared_scores(plain, leaves) == [NOT_COMPARED]
        assert Comparisons(Prepared((assessed(a=1),), plain)).by_lead(0) == {}


class TestComparisons:
    def test_units_of_different_years_are_not_compared(self) -> None:
        units = [
            unit(answer("a", 1), answer("b", 1), answer("c", 1), year=year)
            for year in (2022, 2022, 2023)
        ]
        comparisons = Comparisons(Prepared(tuple(units), TOP))
        found = [comparisons.of(at, Lead.ASSESSOR).exact for at in range(3)]
        assert found == [{"": 0}, {"": 0}, {}]

    def test_each_total_compares_the_scores_of_its_own_lead(self) -> None:
        units = [
            unit(*(answer(name, assessor, own=own) for name in "abc"), name=f"Kota {own}")
            for assessor, own in ((1, 4), (2, 3))
        ]
        results = list(Scores(Prepared(tuple(units), TOP)))
        assert [one.overall.score for one in results] == [-1, 1]
        own = [one.self_total.figure.score for one in results if one.self_total]
        assert own == [1, -1]

    def test_what_was_compared_is_kept_with_its_duels(self) -> None:
        units = [assessed(a=1, b=1, c=1), assessed(a=2, b=2, c=2), assessed(a=3, b=3, c=3)]
        leaves = [leaf_scores(TOP, one, Lead.ASSESSOR) for one in units]
        assert compared_scores(TOP, leaves) == [
            ComparedScores({OVERALL: Fraction(score)}, {OVERALL: Fraction(score)}, {OVERALL: duels})
            for score, duels in ((-2, Duels(0, 2, 3)), (0, Duels(1, 1, 3)), (2, Duels(2, 0, 3)))
        ]

    def test_duels_of_a_group_stay_beside_those_of_the_whole(self) -> None:
        nested = index(group("p", question("a"), aggregate=Copeland()), aggregate=Copeland())
        leaves = [leaf_scores(nested, assessed(a=one), Lead.ASSESSOR) for one in (1, 2)]
        (first, _) = compared_scores(nested, leaves)
        assert first.duels == {"p": Duels(0, 1, 2), OVERALL: Duels(0, 1, 2)}

    def test_a_unit_that_is_left_out_ends_no_comparison(self) -> None:
        units = [assessed(a=one, b=one, c=one) for one in (9, 1, 2)]
        out = units[0]._replace(left_out=True)
        comparisons = Comparisons(Prepared((out, *units[1:]), TOP))
        found = [comparisons.of(at, Lead.ASSESSOR).exact for at in range(3)]
        assert found == [{}, {OVERALL: -1}, {OVERALL: 1}]

    def test_each_unit_is_compared_by_the_score_that_leads_in_its_data(self) -> None:
        own = unit(*(answer(name, own=4) for name in "abc"), name="Sendiri")
        theirs = unit(*(answer(name, 1) for name in "abc"), name="Asesor")
        made = Prepared((own, theirs), TOP)
        assert Comparisons(made).of(0, Lead.SELF).exact == {OVERALL: 1}
        assert Comparisons(made).of(0, Lead.ASSESSOR).exact == {}
        assert Comparisons(made, Lead.ASSESSOR).of(1, Lead.ASSESSOR).exact == {}
