"""What counts for one unit: the tree cut down to the answers that are there, with shares."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation, NoScore
from kediri_index.model.definition import STAGE_INDICATORS, Definition, Group
from kediri_index.scoring.exact import Shape
from kediri_index.scoring.fold import (
    OVERALL,
    REASONS,
    Folded,
    fold,
)
from kediri_index.scoring.presence import Presence

_ZERO, _ONE = Fraction(0), Fraction(1)


class Branch(NamedTuple):
    """An inner node that has a score: its children that count, with shares that add up to 1.

    The shares of a sum are the weights themselves.
    """

    id: str
    kind: str | None
    aggregate: Aggregation
    children: tuple[tuple[str, Fraction], ...]


class Structure(NamedTuple):
    """What counts of one unit: its branches, children before parents, and the weights in use.

    *kinds* has the kind of each leaf that is a given group (None for indicators); *without_score*
    says why an inner node has no score.
    """

    branches: tuple[Branch, ...]
    kinds: dict[str, str | None]
    weights: dict[str, Fraction]
    without_score: dict[str, NoScore]

    def effective_weights(self) -> dict[str, Fraction]:
        """Return each counting node's share in the overall; leaves add up to 1."""
        if self.branches and self.branches[-1].id != OVERALL:
            return {}
        shares = self.shares_in(OVERALL)
        del shares[OVERALL]
        return shares

    def shares_in(self, node: str) -> dict[str, Fraction]:
        """Return the share in *node* of itself, and of each counting node below it."""
        shares: dict[str, Fraction] = {node: _ONE}
        for branch in reversed(self.branches):
            own = shares.get(branch.id)
            if own is not None:
                shares.update((child, own * share) for child, share in branch.children)
        return shares

    def rounded(self, stages: frozenset[str]) -> frozenset[str]:
        """Return the nodes that are one of *stages*: their scores flow upward rounded."""
        kinds = {leaf: kind or STAGE_INDICATORS for leaf, kind in self.kinds.items()}
        kinds |= {branch.id: branch.kind for branch in self.branches if branch.kind}
        return frozenset(node for node, kind in kinds.items() if kind in stages)

    def not_added(self) -> frozenset[str]:
        """Return the nodes that are no term of the overall: somewhere above them is no sum."""
        found: set[str] = set()
        for branch in reversed(self.branches):
            if branch.id in found or not branch.aggregate.additive:
                found.update(child for child, _ in branch.children)
        return frozenset(found)


def structure_of(definition: Definition, presence: Presence) -> Structure:
    """Return what counts when the present leaves have a score, if all combinations have one."""
    present = presence.leaves(dict.fromkeys(presence.present, _ZERO))
    return of_folded(definition, fold(definition, present, Shape()))


def of_folded(definition: Definition, folded: Folded) -> Structure:
    """Return what counted in a fold of one unit."""
    nodes = definition.nodes()
    branches = [one for one in folded.branches.values() if not folded.reasons[one.inner.id]]
    counting = {node for node, answers in folded.answers.items() if answers}
    made = {branch.inner.id for branch in branches}
    return Structure(
        tuple(
            Branch(
                one.inner.id,
                one.inner.kind,
                one.inner.aggregate,
                tuple((child, share) for child, share in one.shares.items() if child in counting),
            )
            for one in branches
        ),
        {
            node: one.kind if isinstance(one, Group) else None
            for node, one in nodes.items()
            if node in counting and node not in made
        },
        {
            child: Fraction(weight)
            for one in folded.branches.values()
            for child, weight in one.weights.items()
            if child in counting
        },
        {node: REASONS[code - 1] for node, code in folded.reasons.items() if code},
    )


def nominal_shares(definition: Definition) -> dict[str, Fraction]:
    """Return each node's share by id if everything is answered, 0 for a weight of zero."""
    leaves = [indicator.id for indicator in definition.all_indicators()]
    leaves += [group.id for group in definition.all_groups() if not group.children]
    return structure_of(definition, Presence(frozenset(leaves))).effective_weights()
