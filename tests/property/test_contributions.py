"""Contributions to a change are Shapley values, whatever the tree and whatever changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from random import Random
from time import process_time
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kediri_index.analysis.compare import contributions as module
from kediri_index.analysis.compare.contributions import Contributions, contributions
from kediri_index.analysis.compare.sides import Side, side
from kediri_index.analysis.compare.terms import shapley
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.comparison import ShapleyMethod
from kediri_index.model.dataset import Lead, Missing
from kediri_index.model.definition import Unanswered
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum
from kediri_index.scoring.answers import leaf_scores
from kediri_index.scoring.fold import OVERALL
from tests.property.pairs import SET, WEIGHTS, Pair, Players, by_orders, pairs, shapley_of
from tests.property.trees import Node, State, Tree, scores
from tests.scoring.building import answer, group, index, question, tree_of, unit

ENOUGH = Fraction(1, 10**12)
"""What is promised is nine decimals."""
LAST_DIGITS = Fraction(1, 10**30)
"""Roots are right to 50 digits of each score."""
MOST_PLAYERS = 6
MANY_ERRORS = 8
"""So many standard errors nothing is off."""


def side_of(tree: Tree) -> Side:
    definition = tree.definition()
    leaves = leaf_scores(definition, tree.data(), Lead.ASSESSOR)
    return side(definition, tree_of(definition, leaves))


def found(pair: Pair, before: Fraction, after: Fraction, work: int = 50_000) -> Contributions:
    return contributions(side_of(pair.old), side_of(pair.new), before, after, work=work)


@settings(max_examples=40)
@given(pair=pairs())
def test_contributions_are_the_shapley_values(pair: Pair) -> None:
    players = pair.players()
    before, after = pair.overall(frozenset()), pair.overall(frozenset(players))
    assume(before is not None and after is not None and len(players) <= MOST_PLAYERS)
    assert before is not None
    assert after is not None
    middle = (before + after) / 2

    def worth(chosen: Players) -> Fraction:
        overall = pair.overall(chosen)
        return middle if overall is None else overall

    expected = shapley_of(worth, players)
    result = found(pair, before, after)
    values = {**result.answers, WEIGHTS: result.weights, SET: result.set}
    assert set(pair.answers()) == set(result.answers)
    for player, value in values.items():
        assert abs(value - expected.get(player, Fraction(0))) < LAST_DIGITS
    assert abs(sum(values.values()) - (after - before)) < LAST_DIGITS
    with patch.object(module, "FRACTIONS", 0):
        in_whole_numbers = found(pair, before, after)
    for answer_id, value in result.answers.items():
        assert abs(in_whole_numbers.answers[answer_id] - value) < ENOUGH


def without_weights_below(state: State, aggregate: Aggregation) -> Tree:
    """Return a tree with a group whose one child weighs nothing, so that it needs a score given."""

    def node(node_id: str, weight: int, state: State, *children: Node) -> Node:
        return Node(
            node_id,
            "dimension",
            Fraction(weight),
            state,
            optional=True,
            min_present=None,
            children=children,
            aggregate=Arithmetic(),
        )

    first = node("n1", 1, state, node("n2", 0, Fraction(0)))
    others = (node("n3", 1, Fraction(1, 100)), node("n4", 1, Fraction(0)))
    return Tree((first, *others), Unanswered.ZERO, None, aggregate)


def test_a_group_that_its_children_cannot_make_is_none_until_it_is_given() -> None:
    """It is left out, though whatever else is missing counts as 0."""
    pair = Pair(
        without_weights_below(Missing.EMPTY, Arithmetic()),
        without_weights_below(Fraction(0), Geometric()),
    )
    result = found(pair, Fraction(1, 200), Fraction(0))
    assert result.answers["n1"] == Fraction(-1, 1200)
    assert result.weights == Fraction(-1, 240)


def with_an_index_of_0(state: State, top: Aggregation) -> Tree:
    """Return a tree in which the index of 0, 0.95 and what does not apply is 0."""

    def node(
        node_id: str, state: State, *children: Node, aggregate: Aggregation | None = None
    ) -> Node:
        kind = "dimension" if children or node_id == "last" else None
        way = aggregate or Arithmetic()
        return Node(
            node_id,
            kind,
            None,
            state,
            optional=False,
            min_present=None,
            children=children,
            aggregate=way,
        )

    none = Missing.EMPTY
    parts = (node("q1", Fraction(0)), node("q2", Fraction(19, 20)), node("q3", state))
    inner = node("inner", none, *parts, aggregate=MazziottaPareto(-1))
    first = node(
        "first",
        none,
        node("q0", Fraction(1, 100)),
        node("n", none, inner),
        aggregate=Power(Fraction(2)),
    )
    return Tree((first, node("last", Fraction(0))), Unanswered.ZERO, None, top)


def test_a_score_that_is_0_but_for_the_last_digits_of_a_double_is_no_score_below_0() -> None:
    old = with_an_index_of_0(Fraction(0), Geometric())
    pair = Pair(old, with_an_index_of_0(Missing.NOT_APPLICABLE, Arithmetic()))
    after = pair.overall(frozenset(pair.players()))
    assert after is not None
    exact = found(pair, Fraction(0), after)
    with patch.multiple(module, FRACTIONS=0, ENUMERATED=0, ENUMERATED_SHIFTING=0):
        sampled = found(pair, Fraction(0), after)
    assert abs(sampled.weights - exact.weights) < ENOUGH
    assert abs(sampled.answers["q3"] - exact.answers["q3"]) < ENOUGH
    assert exact.answers["q3"] > 0


WAYS = (
    *(Arithmetic(), Sum(), Geometric(), Harmonic(), Power(Fraction(2)), Power(Fraction(-1, 2))),
    *(Min(), Max(), Median(), MazziottaPareto(1), MazziottaPareto(-1)),
)
TEN = tuple(f"q{number}" for number in range(10))


def to_forty_decimals(value: Fraction) -> Fraction:
    """Sums of two thousand unlike fractions would grow beyond use."""
    return Fraction(int(value * 10**40), 10**40)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.name}")
def test_ten_indicators_and_the_weights_have_their_shapley_values(way: Aggregation) -> None:
    """The oracle takes the tree's means by itself: of three groups, each of some indicators."""
    seed = Random(7)  # noqa: S311 - the same on every run
    groups = (TEN[:3], TEN[3:7], TEN[7:])
    scores = [{one: Fraction(seed.randint(200, 400), 100) for one in TEN} for _ in range(2)]
    if isinstance(way, (Geometric, Power, MazziottaPareto)):  # these take their time
        scores[1] |= {one: scores[0][one] for one in TEN[::2]}
    weights = [{one: Fraction(seed.randint(1, 9)) for one in (*TEN, *"abc")} for _ in range(2)]

    def mean(parts: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
        total = 1 if isinstance(way, Sum) else sum(weight for weight, _ in parts)
        combined = way.combine([(weight / total, score) for weight, score in parts])
        assert isinstance(combined, Fraction)
        return combined

    @cache
    def of_group(name: str, chosen: frozenset[str]) -> Fraction:
        weight = weights[WEIGHTS in chosen]
        ids = groups["abc".index(name)]
        return mean([(weight[one], scores[one in chosen][one]) for one in ids])

    def overall(chosen: frozenset[str]) -> Fraction:
        weight = weights[WEIGHTS in chosen]
        return mean(
            [
                (weight[name], of_group(name, chosen & {*ids, WEIGHTS}))
                for name, ids in zip("abc", groups, strict=True)
            ]
        )

    def side_at(year: int) -> Side:
        nodes = [
            group(
                name,
                *(question(one, weights[year][one]) for one in ids),
                weight=weights[year][name],
                aggregate=way,
            )
            for name, ids in zip("abc", groups, strict=True)
        ]
        by = index(*nodes, stages=(), aggregate=way)
        data = unit(*(answer(one, scores[year][one]) for one in TEN))
        return side(by, tree_of(by, leaf_scores(by, data, Lead.ASSESSOR)))

    players = [*(one for one in TEN if scores[0][one] != scores[1][one]), WEIGHTS]
    before, after = overall(frozenset()), overall(frozenset(players))
    expected = shapley_of(lambda chosen: to_forty_decimals(overall(chosen)), players)
    result = contributions(side_at(0), side_at(1), before, after)
    for one in TEN:
        assert abs(result.answers[one] - expected.get(one, Fraction(0))) < LAST_DIGITS
    assert abs(result.weights - expected[WEIGHTS]) < LAST_DIGITS
    assert result.set == 0
    assert sum(result.answers.values()) + result.weights == after - before


def test_weights_that_come_where_answers_were_counted_are_a_change_of_the_weights() -> None:
    def side_at(*weights: int | None) -> Side:
        first = group("a", question("q1"), question("q2"), weight=weights[0])
        by = index(first, group("b", question("q3"), weight=weights[1]), stages=())
        data = unit(answer("q1", 1), answer("q2", 1), answer("q3", 4))
        return side(by, tree_of(by, leaf_scores(by, data, Lead.ASSESSOR)))

    counted, weighed = side_at(None, None), side_at(5, 1)
    before, after = (one.scores.folded.exact[OVERALL] for one in (counted, weighed))
    assert (before, after) == (Fraction(2), Fraction(3, 2))
    for old, new in ((counted, weighed), (weighed, counted)):
        here, there = old.scores.folded.exact[OVERALL], new.scores.folded.exact[OVERALL]
        result = contributions(old, new, here, there)
        assert (result.weights, result.set) == (there - here, Fraction(0))
        assert set(result.answers.values()) == {0}


@given(
    worths=st.lists(scores, min_size=8, max_size=8),
)
def test_the_oracle_is_the_mean_over_all_orders(worths: list[Fraction]) -> None:
    names = ["p", "q", "r"]

    def worth(chosen: frozenset[str]) -> Fraction:
        return worths[sum(1 << names.index(one) for one in chosen)]

    assert shapley_of(worth, names) == by_orders(worth, names)
    assert shapley(worths) == list(by_orders(worth, names).values())


@settings(max_examples=25)
@given(pair=pairs())
def test_sampled_parts_add_up_to_the_change_and_are_as_near_as_is_said(pair: Pair) -> None:
    players = pair.players()
    before, after = pair.overall(frozenset()), pair.overall(frozenset(players))
    assume(before is not None and after is not None and len(players) <= MOST_PLAYERS)
    assert before is not None
    assert after is not None
    expected = found(pair, before, after)
    with patch.multiple(module, FRACTIONS=0, ENUMERATED=0, ENUMERATED_SHIFTING=0):
        result = found(pair, before, after)
    assert sum(result.answers.values()) + result.weights + result.set == after - before
    assert result.method in {ShapleyMethod.SAMPLED, ShapleyMethod.CLOSED_FORM}
    near = MANY_ERRORS * (result.error.standard_error if result.error else 0) + ENOUGH * 1000
    for name, value in expected.answers.items():
        assert abs(result.answers[name] - value) <= near
    assert abs(result.weights - expected.weights) <= near
    assert abs(result.set - expected.set) <= near


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.name}")
def test_sixty_answers_are_sampled_quickly_and_the_same_on_every_run(way: Aggregation) -> None:
    seed = Random(3)  # noqa: S311 - the same on every run
    names = [f"q{number}" for number in range(60)]

    def random_side() -> Side:
        asked = [question(one, seed.randint(1, 9)) for one in names]
        data = unit(*(answer(one, Fraction(seed.randint(100, 400), 100)) for one in names))
        wholes = group("a", *asked[:20], aggregate=way), group("b", *asked[20:], aggregate=way)
        top: Aggregation = way if way.monotone and not way.additive else Harmonic()
        by = index(*wholes, stages=(), aggregate=top)
        return side(by, tree_of(by, leaf_scores(by, data, Lead.ASSESSOR)))

    old, new = random_side(), random_side()
    before, after = (one.scores.folded.exact[OVERALL] for one in (old, new))
    little, again, more = (
        contributions(old, new, before, after, work=work) for work in (1, 1, 200_000)
    )
    assert little == again
    for result in (little, more):
        assert sum(result.answers.values()) + result.weights == after - before
        assert (result.method, result.set) == (ShapleyMethod.SAMPLED, Fraction(0))
    assert little.error is not None
    assert more.error is not None
    assert little.error.orders < more.error.orders
    spread = max(abs(little.answers[one] - more.answers[one]) for one in names)
    errors = little.error.standard_error + more.error.standard_error
    assert spread <= MANY_ERRORS * errors + ENOUGH * 1000


def test_a_group_that_is_small_enough_stays_exact_beside_one_that_is_sampled() -> None:
    small, large = TEN[:4], [f"r{number}" for number in range(30)]

    def compared(parts: Sequence[str]) -> Contributions:
        seed = Random(9)  # noqa: S311 - the same on every run

        def random_side() -> Side:
            values = {one: Fraction(seed.randint(100, 400), 100) for one in (*small, *large)}
            asked = [question(one, seed.randint(1, 9)) for one in small]
            first = group("a", *asked, weight=2, aggregate=Geometric())
            second = group("b", *map(question, parts), weight=3, aggregate=Geometric())
            by = index(first, second, stages=())
            data = unit(*(answer(one, values[one]) for one in (*small, *parts)))
            return side(by, tree_of(by, leaf_scores(by, data, Lead.ASSESSOR)))

        old, new = random_side(), random_side()
        return contributions(
            old, new, old.scores.folded.exact[OVERALL], new.scores.folded.exact[OVERALL]
        )

    sampled, exact = compared(large), compared(large[:1])
    assert (sampled.method, exact.method) == (ShapleyMethod.SAMPLED, ShapleyMethod.ENUMERATION)
    assert [sampled.answers[one] for one in small] == [exact.answers[one] for one in small]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.name}")
@pytest.mark.parametrize("grouped", [True, False])
def test_written_out_in_whole_numbers_a_game_has_the_same_values(
    way: Aggregation, *, grouped: bool
) -> None:
    seed = Random(5)  # noqa: S311 - the same on every run
    names = TEN[:7]
    weights = [seed.choices([Fraction(0), Fraction(1), Fraction(3)], k=7) for _ in range(2)]
    weights = [[*one[:-1], Fraction(2)] for one in weights]
    data = [unit(*(answer(one, Fraction(seed.randint(0, 40), 10)) for one in names)) for _ in "ab"]

    def side_at(year: int) -> Side:
        asked = [question(one, weight) for one, weight in zip(names, weights[year], strict=True)]
        parts = [asked[:2], asked[2:]] if grouped else [asked]
        nodes = [
            group(name, *part, weight=year + at + 1, aggregate=way)
            for at, (name, part) in enumerate(zip("ab", parts, strict=False))
        ]
        top: Aggregation = way if way.monotone else Median()
        by = index(*nodes, stages=(), aggregate=top)
        return side(by, tree_of(by, leaf_scores(by, data[year], Lead.ASSESSOR)))

    old, new = side_at(0), side_at(1)
    before, after = (one.scores.folded.exact[OVERALL] for one in (old, new))
    assert before is not None
    assert after is not None
    expected = contributions(old, new, before, after)
    with patch.object(module, "FRACTIONS", 0):
        written = contributions(old, new, before, after)
    assert written.method is not ShapleyMethod.SAMPLED
    for name, value in expected.answers.items():
        assert abs(written.answers[name] - value) < ENOUGH
    assert abs(written.weights - expected.weights) < ENOUGH


def test_a_thousand_answers_of_which_some_are_missing_cost_no_more_than_they_are_many() -> None:
    """Whoever comes or goes changes the weight of the others, which are not combined again."""
    seed = Random(5)  # noqa: S311 - the same on every run
    names = [f"q{number}" for number in range(1_000)]
    sides = []
    for _ in range(2):
        questions = [question(name, weight=seed.randint(1, 9)) for name in names]
        definition = index(group("g", *questions, aggregate=Median()), stages=())
        data = unit(
            *(
                answer(name, Fraction(seed.randint(1, 400), 100))
                for name in names
                if seed.random() < 0.8
            )
        )
        sides.append(
            side(definition, tree_of(definition, leaf_scores(definition, data, Lead.ASSESSOR)))
        )
    before, after = (one.scores.folded.exact[OVERALL] for one in sides)
    start = process_time()
    result = contributions(sides[0], sides[1], before, after, work=1)
    assert process_time() - start < 5
    assert result.error is not None
    assert result.error.orders == 4
    assert sum(result.answers.values()) + result.weights + result.set == after - before
