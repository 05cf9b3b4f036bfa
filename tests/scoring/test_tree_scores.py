from __future__ import annotations

from fractions import Fraction

from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Definition, Unanswered
from kediri_index.model.scores import Figure, MissingRange
from kediri_index.scoring.answers import leaf_scores
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.tree import TreeScores
from tests.scoring.building import Value, assessed, group, index, question, rule, tree_of


def tree(answers: Unanswered = Unanswered.EXCLUDE, min_present: Value | None = None) -> Definition:
    return index(
        group("p", question("a"), question("b"), weight=60),
        group("q", question("c"), question("d", 3), weight=40),
        answers=answers,
        min_present=min_present,
    )


def scored(definition: Definition, **scores: Value | Missing) -> TreeScores:
    return tree_of(definition, leaf_scores(definition, assessed(**scores), Lead.ASSESSOR))


def bounds(definition: Definition, **scores: Value | Missing) -> MissingRange | None:
    return scored(definition, **scores).ranges[0]


def test_the_figures_of_a_node_are_exact_and_shown() -> None:
    found = scored(index(group("p", question("a"), question("b"), question("c"))), a=1, b=1, c=0)
    assert found.figures("p").figure(0) == Figure(Fraction(2, 3), Fraction("0.67"))


def test_a_contribution_is_the_share_of_the_overall_times_the_score() -> None:
    found = scored(tree(), a=4, b=1, c=2, d=2)
    assert found.figures("p").contribution(0) == Figure(Fraction("1.5"), Fraction("1.5"))
    assert found.figures("a").contribution(0) == Figure(Fraction("1.2"), Fraction("1.2"))


def test_without_an_overall_nothing_contributes() -> None:
    found = scored(tree(min_present="0.6"), a=4, b=4)
    assert found.figures("p").figure(0) == Figure(Fraction(4), Fraction(4))
    assert found.figures("p").contribution(0) == Figure(None, None)


def test_missing_leaves_are_those_expected_that_have_no_score() -> None:
    assert scored(tree(), a=1, b=Missing.NOT_DUE, c=Missing.NOT_APPLICABLE).missing[0] == ["b", "d"]


def test_nominal_weights_are_those_of_a_complete_unit() -> None:
    nominal = scored(tree(), a=1).nominal[0]
    assert {name: nominal[name] for name in "abcd"} == {
        "a": Fraction("0.3"),
        "b": Fraction("0.3"),
        "c": Fraction("0.1"),
        "d": Fraction("0.3"),
    }
    complete = scored(tree(), a=1, b=1, c=1, d=1)
    assert complete.nominal[0] == complete.shares_of(0)


def test_the_range_puts_every_missing_answer_at_the_worst_and_at_the_best() -> None:
    found = bounds(tree(), a=3, c=2)
    # worst: 0.6 x (3 + 0)/2 + 0.4 x (2 + 3 x 0)/4; best: 0.6 x (3 + 4)/2 + 0.4 x (2 + 3 x 4)/4
    assert found == MissingRange(
        Figure(Fraction("1.1"), Fraction("1.1")), Figure(Fraction("3.5"), Fraction("3.5"))
    )


def test_both_ends_of_the_range_are_published_by_the_definitions_stages() -> None:
    definition = index(
        group("p", question("a"), question("b"), question("c"), weight=1),
        group("q", weight=1),
        stages=["pillar", "overall"],
    )
    found = bounds(definition, a=1, b=1, q=1)
    # worst: 2/3 -> 0.67, (0.67 + 1)/2 = 0.835 -> 0.84; best: 6/3 = 2, 1.5
    assert found == MissingRange(
        Figure(Fraction(5, 6), Fraction("0.84")), Figure(Fraction("1.5"), Fraction("1.5"))
    )


def test_the_range_answers_what_is_missing_so_nothing_is_too_few() -> None:
    definition = tree(min_present=1)
    assert scored(definition, a=4, b=4, c=4).folded.exact[OVERALL] is None
    found = bounds(definition, a=4, b=4, c=4)
    assert found is not None
    assert found.high.score == 4
    assert found.low.score == Fraction("2.8")


def test_each_missing_answer_ranges_over_its_own_scores() -> None:
    definition = index(
        group(
            "p",
            question("a"),
            question("b", score=rule(to=(Fraction(1), Fraction(3)))),
            question("m", score=rule(Achievement(), (Fraction(2), Fraction(10)))),
            group("g"),
        )
    )
    found = bounds(definition, a=0)
    assert found is not None
    assert found.low.score == Fraction(0 + 1 + 2 + 0, 4)
    assert found.high.score == Fraction(0 + 3 + 10 + 4, 4)


def test_the_worst_is_the_bottom_of_the_scale_even_where_unanswered_is_zero() -> None:
    one_to_five = (Fraction(1), Fraction(5))
    a, b = (question(name, score=rule(to=one_to_five)) for name in "ab")
    definition = index(
        group("p", a, b),
        answers=Unanswered.ZERO,
        scale=one_to_five,
    )
    found = bounds(definition, a=3)
    assert scored(definition, a=3).folded.exact[OVERALL] == Fraction(3, 2)
    assert found is not None
    assert found.low.score == 2
    assert found.high.score == 4


def test_there_is_no_range_where_nothing_is_missing() -> None:
    assert bounds(tree(), a=1, b=1, c=1, d=1) is None


def test_there_is_no_range_where_a_missing_answer_has_no_scale() -> None:
    definition = index(
        group("p", question("a", score=rule(to=None)), question("b", score=rule(to=None))),
        scale=None,
    )
    assert bounds(definition, a=1) is None
    bare = index(group("p"), group("q"), scale=None)
    assert bounds(bare, p=1) is None


def test_there_is_no_range_of_an_overall_that_no_answer_could_give_a_score() -> None:
    weightless = index(group("p", question("a"), question("b"), weight=0))
    assert bounds(weightless, a=1) == MissingRange(Figure(None, None), Figure(None, None))
