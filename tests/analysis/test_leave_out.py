"""Leaving out a node against the exact engine: the definition without it, scored by Fractions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from kediri_index.analysis.robustness.leave_out import leave_out
from kediri_index.model.dataset import Lead
from kediri_index.model.robustness import LeftOut
from kediri_index.model.scores import Figure
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from tests.property.trees import Node, Tree, stage_sets, trees
from tests.scoring.one_unit import score_unit

CLOSE = 1e-9


def pruned(nodes: tuple[Node, ...], left_out: str) -> Iterator[Node]:
    """The nodes without one; a group that had no other child goes with it, unless it is given."""
    for node in nodes:
        if node.id == left_out:
            continue
        children = tuple(pruned(node.children, left_out))
        if children or not node.children or node.score is not None:
            yield replace(node, children=children)


def without(tree: Tree, left_out: str, stages: frozenset[str]) -> Figure:
    """The overall of the definition that has no such node."""
    top = tuple(pruned(tree.top, left_out))
    if not top:
        return Figure(None, None)
    smaller = replace(tree, top=top)
    kept = {one.id for one in smaller.all()}
    data = tree.data()
    answers = {one: answer for one, answer in data.answers.items() if one in kept}
    return score_unit(smaller.definition(stages), data._replace(answers=answers)).overall


def left_out(tree: Tree, stages: frozenset[str]) -> tuple[LeftOut, ...]:
    prepared = Prepared((tree.data(),), tree.definition(stages))
    return leave_out(Scores(prepared, value=Lead.ASSESSOR), [0])


def same(ours: float | None, exact: Fraction | None) -> bool:
    if ours is None or exact is None:
        return ours is None and exact is None
    return abs(ours - float(exact)) <= CLOSE


@settings(max_examples=60)
@given(tree=trees(mixed=True), stages=stage_sets)
def test_a_score_without_a_node_is_that_of_the_definition_without_it(
    tree: Tree, stages: frozenset[str]
) -> None:
    for one in left_out(tree, stages):
        (unit,) = one.units
        exact = without(tree, one.id, stages)
        assert same(unit.score, exact.score)
        assert same(unit.published, exact.published)
