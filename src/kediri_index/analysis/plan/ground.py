"""Where a plan starts, and what changed answers come to: their scores, and results to measure."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.analysis.plan.moves import Leaf, Option
from kediri_index.model.definition import Definition, Group, Indicator, Publish
from kediri_index.model.plans import PlannedSteps, Step
from kediri_index.model.results import Figure
from kediri_index.model.scoring import Reads
from kediri_index.scoring.exact import NOT_COMPARED, Compared, Exact
from kediri_index.scoring.fold import OVERALL, fold
from kediri_index.scoring.leaf import score_value
from kediri_index.scoring.leaves import LeafScore
from kediri_index.scoring.tree_scores import TreeScores, tree_scores

NO_TARGETS: Mapping[str, Fraction] = MappingProxyType({})


class Ground(NamedTuple):
    """The scores now, and what each leaf that counts can do; *targets* are those of the sheet."""

    definition: Definition
    scores: TreeScores
    leaves: Mapping[str, Leaf]
    compared: Compared = NOT_COMPARED
    targets: Mapping[str, Fraction] = NO_TARGETS


def steps_of(ground: Ground, rises: Mapping[str, Option]) -> PlannedSteps:
    """Return the steps of *rises*, each with what it adds after those before it."""
    scores, nodes = ground.scores, ground.definition.nodes()
    so_far = {name: leaf.score for name, leaf in ground.leaves.items()}
    before = scores.exact[OVERALL]
    unrounded = ground.definition._replace(publish=Publish(stages=frozenset()))
    steps = []
    for name, leaf in ground.leaves.items():
        if name not in rises:
            continue
        end, cost = rises[name].score, rises[name].cost
        so_far[name] = end
        leaves = scores.presence.with_present(so_far).leaves(so_far)
        after = fold(unrounded, leaves, Exact(ground.compared)).exact[OVERALL]
        said = scores.leaves.get(name)
        measured = said is None or not said.overrides
        need = need_of(nodes[name], end, ground.targets.get(name)) if measured else None
        steps.append(Step(name, leaf.start, end, cost, after - before, need))
        before = after
    cost = sum((step.cost for step in steps), Fraction(0))
    return PlannedSteps(tuple(steps), cost, overall_with(ground, rises))


def overall_with(ground: Ground, rises: Mapping[str, Option]) -> Figure:
    """Return the overall with other scores for some leaves, as it is scored and published."""
    leaves = dict(ground.scores.leaves)
    for name, option in rises.items():
        was = leaves.get(name)
        answered = LeafScore(name, None, None, None, ()) if was is None else was
        leaves[name] = answered._replace(score=option.score, missing=None)
    return tree_scores(ground.definition, leaves, ground.compared).figure(OVERALL)


def known(value: Fraction | None) -> Fraction:
    """Return a figure of the overall: who plans has one."""
    if value is None:
        message = "there is no overall"
        raise TypeError(message)
    return value


def need_of(node: Group | Indicator, score: Fraction, target: Fraction | None) -> Fraction | None:
    """Return the raw value that makes *score*; None for answers, and where no single one does.

    *target* is the sheet's, for an achievement that reads it.
    """
    if isinstance(node, Group) or node.rule.method.reads is not Reads.MEASURE:
        return None
    raw = node.rule.method.raw_of(_share(node, score), target, node.direction)
    if raw is None or score_value(node.rule, raw, target, node.direction).value != score:
        return None
    return raw


def _share(indicator: Indicator, score: Fraction) -> Fraction:
    rule = indicator.rule
    if not rule.method.onto or rule.to is None:
        return score
    low, high = rule.to
    return (score - low) / (high - low)
