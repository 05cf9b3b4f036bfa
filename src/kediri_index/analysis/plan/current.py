"""Where a plan starts, what changed answers come to, and what stands in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.analysis.plan.options import Leaf, Option
from kediri_index.analysis.plan.search import rising_nodes
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Definition, Group, Indicator, Publish
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Label
from kediri_index.model.plans import PlannedSteps, PlanStep
from kediri_index.model.scores import Figure
from kediri_index.model.scoring import Reads, is_panel
from kediri_index.scoring.exact import NOT_COMPARED, ComparedScores, Exact, exact_tree
from kediri_index.scoring.fold import OVERALL, Leaves, fold
from kediri_index.scoring.score_rule import score_value
from kediri_index.scoring.tree import TreeScores

NO_TARGETS: Mapping[str, Fraction] = MappingProxyType({})


class Current(NamedTuple):
    """The scores of one unit now, and what each leaf that counts can do.

    *targets* are those of the sheet; the scores of *overriding* leaves are an assessor's, in place
    of a measured result.
    """

    definition: Definition
    scores: TreeScores
    leaves: Mapping[str, Leaf]
    compared: ComparedScores = NOT_COMPARED
    targets: Mapping[str, Fraction] = NO_TARGETS
    overriding: frozenset[str] = frozenset()

    def leaves_with(self, scores: Mapping[str, Fraction]) -> Leaves:
        """Return the leaves now, some with other *scores*."""
        presence = self.scores.presence(0).with_present(scores)
        return presence.leaves({**self.scores.leaves.scores, **scores})


def steps_of(current: Current, rises: Mapping[str, Option]) -> PlannedSteps:
    """Return the steps of *rises* by their worth, each with what it adds after those before it.

    Worth is judged in the order of the definition, since gains depend on what goes before.
    """
    defined = _in_turn(current, rises, [name for name in current.leaves if name in rises])
    order = [step.id for step in sorted(defined, key=_worth)]
    is_same = order == [step.id for step in defined]
    steps = defined if is_same else _in_turn(current, rises, order)
    cost = sum((step.cost for step in steps), Fraction(0))
    return PlannedSteps(tuple(steps), cost, overall_with(current, rises))


def _worth(step: PlanStep) -> tuple[bool, Fraction, Fraction, str]:
    """Return what steps are sorted by: what is free, then most gain for its cost."""
    rate = step.gain / step.cost if step.cost else step.gain
    return (bool(step.cost), -rate, -step.gain, step.id)


def _in_turn(current: Current, rises: Mapping[str, Option], order: Sequence[str]) -> list[PlanStep]:
    scores, nodes = current.scores, current.definition.nodes()
    so_far = {name: leaf.score for name, leaf in current.leaves.items()}
    before = scores.folded.exact[OVERALL]
    unrounded = current.definition._replace(publish=Publish(stages=frozenset()))
    steps, expected = [], None  # the same leaves have a score at each step
    for name in order:
        leaf, end, cost = current.leaves[name], rises[name].score, rises[name].cost
        so_far[name] = end
        leaves = current.leaves_with(so_far)
        folded = fold(unrounded, leaves, Exact(current.compared), expected)
        after, expected = folded.exact[OVERALL], folded.expected
        measured = name not in current.overriding
        need = need_of(nodes[name], end, current.targets.get(name)) if measured else None
        steps.append(PlanStep(name, leaf.start, end, cost, after - before, need))
        before = after
    return steps


def overall_with(current: Current, rises: Mapping[str, Option]) -> Figure:
    """Return the overall with other scores for some leaves, as it is scored and published."""
    leaves = current.leaves_with({name: option.score for name, option in rises.items()})
    tree = exact_tree(current.definition, leaves, (), current.compared)
    return tree.figures(OVERALL).figure(0)


def known(value: Fraction | None) -> Fraction:
    """Return a figure of the overall: who plans has one."""
    assert value is not None, "who plans has an overall"  # noqa: S101 - an invariant
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


THE_WHOLE = Label("Indeks keseluruhan", english="The overall index")
"""What stands for the overall in a sentence."""


def not_monotone(
    definition: Definition, scores: TreeScores, leaves: Mapping[str, Leaf]
) -> tuple[Finding, ...]:
    """Return why no plan can be made: scores that depend on other units or may fall.

    *definition* is as it was written, before it was fitted to the units.
    """
    branches = scores.branches(0)
    rising = rising_nodes(branches, leaves)
    nodes = definition.nodes()
    found = [
        _at(nodes, "S702", leaf, method=nodes[leaf].rule.method.name)  # type: ignore[union-attr]  # of an indicator
        for leaf in scores.counting_leaves(0)
        if leaf in rising and _is_over_units(nodes[leaf])
    ]
    found += [
        _at(nodes, "S701", branch.id, aggregation=branch.aggregate.name)
        for branch in branches.values()
        if branch.id in rising and not _leads_somewhere(branch.aggregate)
    ]
    return tuple(found)


def not_by_any_amount(
    definition: Definition, scores: TreeScores, leaves: Mapping[str, Leaf]
) -> tuple[Finding, ...]:
    """Return why no plan can be made of rises by any amount: what is no weighted mean."""
    branches = scores.branches(0)
    rising = rising_nodes(branches, leaves)
    nodes = definition.nodes()
    return tuple(
        _at(nodes, "S703", branch.id, aggregation=branch.aggregate.name)
        for branch in branches.values()
        if branch.id in rising and not branch.aggregate.additive
    )


def _leads_somewhere(aggregation: Aggregation) -> bool:
    """Return whether it rises with its parts, in a way that a search knows."""
    return aggregation.function is not None or aggregation.quantile is not None


def _is_over_units(node: Group | Indicator) -> bool:
    return isinstance(node, Indicator) and is_panel(node.rule.method)


def _at(nodes: Mapping[str, Group | Indicator], code: str, name: str, **params: object) -> Finding:
    node = nodes.get(name)
    label: Label = THE_WHOLE if node is None else node.label
    mark: Mark | None = None if node is None else node.mark
    value = None if name == OVERALL else name
    return Finding.at_mark(code, mark, value, None, name=label, **params)
