"""Contributions to a change are Shapley values, whatever the tree and whatever changed in it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given

from kediri_index.analysis.compare.contributions import Contributions, contributions
from kediri_index.analysis.compare.side import Side, side
from kediri_index.engine.leaf_scores import leaf_scores
from kediri_index.engine.tree_scores import tree_scores
from kediri_index.model.dataset import Lead
from tests.property.pairs import SET, WEIGHTS, Pair, pairs, shapley
from tests.property.trees import Tree

LAST_DIGITS = Fraction(1, 10**30)
"""Roots are right to 50 digits of each score."""
MOST_PLAYERS = 7


def side_of(tree: Tree) -> Side:
    definition = tree.definition()
    leaves = leaf_scores(definition, tree.data(), Lead.ASSESSOR)
    return side(definition, tree_scores(definition, leaves))


def found(pair: Pair, before: Fraction, after: Fraction) -> Contributions:
    return contributions(side_of(pair.old), side_of(pair.new), before, after)


@given(pair=pairs())
def test_contributions_are_the_shapley_values(pair: Pair) -> None:
    players = pair.players()
    before, after = pair.overall(frozenset()), pair.overall(frozenset(players))
    assume(before is not None and after is not None and len(players) <= MOST_PLAYERS)
    assert before is not None
    assert after is not None
    expected = shapley(pair, players, (before + after) / 2)
    result = found(pair, before, after)
    values = {**result.answers, WEIGHTS: result.weights, SET: result.set}
    assert set(pair.answers()) == set(result.answers)
    for player, value in values.items():
        assert abs(value - expected.get(player, Fraction(0))) < LAST_DIGITS
    assert abs(sum(values.values()) - (after - before)) < LAST_DIGITS
