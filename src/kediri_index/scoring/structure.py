"""What counts for one unit: the tree cut down to the answers that are there, with shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.aggregation import Aggregation, Sum
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.no_score import NoScore
from kediri_index.scoring.presence import OVERALL, Node, Presence, applies
from kediri_index.scoring.tree import Parts, parts_of, tree_of
from kediri_index.scoring.whole import total as added

NoScores = Mapping[str, NoScore]
_ONE = Fraction(1)
NONE: NoScores = MappingProxyType({})


class Branch(NamedTuple):
    """An inner node that has a score: its children that count, with shares that add up to 1.

    The shares of a sum are the weights themselves.
    """

    id: str
    kind: str | None
    aggregate: Aggregation
    children: tuple[tuple[str, Fraction], ...]

    def shares(self) -> Iterable[Fraction]:
        """Return the shares of the children; those of equal weights are one object."""
        return {id(share): share for _, share in self.children}.values()


class Structure(NamedTuple):
    """The branches of one unit, children before parents, and the weights in use.

    *kinds* has the kind of each leaf that is a given group (None for indicators);
    *without_score* says why an inner node has no score.
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
            if own is None:
                continue
            products = {id(share): own * share for share in branch.shares()}
            shares.update((child, products[id(share)]) for child, share in branch.children)
        return shares

    def not_added(self) -> frozenset[str]:
        """Return the nodes that are no term of the overall: somewhere above them is no sum."""
        if all(branch.aggregate.additive for branch in self.branches):
            return frozenset()
        found: set[str] = set()
        for branch in reversed(self.branches):
            if branch.id in found or not branch.aggregate.additive:
                found.update(child for child, _ in branch.children)
        return frozenset(found)


def structure_of(
    definition: Definition, presence: Presence, undefined: NoScores = NONE
) -> Structure:
    """Return what counts when the present leaves have a score.

    What stands below a given group does not count, nor do the *undefined* groups, whose children's
    scores have no combined one.
    """
    if undefined:
        return _Builder(definition, presence, undefined, None).build()
    parts = parts_of(tree_of(definition), _Part)
    whole = _Builder(definition, presence, undefined, parts)
    return parts.of_whole(presence, lambda: _Part(0, whole.build())).built


class _Part(NamedTuple):
    """What a group adds to a structure, and how many answers count in it."""

    answers: int
    built: Structure


class _Builder:
    def __init__(
        self,
        definition: Definition,
        presence: Presence,
        undefined: NoScores,
        parts: Parts[_Part] | None,
    ) -> None:
        self.definition = definition
        self.presence = presence
        self.undefined = undefined
        self.parts = parts
        self.branches: list[Branch] = []
        self.kinds: dict[str, str | None] = {}
        self.weights: dict[str, Fraction] = {}
        self.without_score: dict[str, NoScore] = {}

    def build(self) -> Structure:
        definition = self.definition
        self._branch(
            OVERALL,
            None,
            definition.aggregate_top,
            definition.groups,
            definition.missing.min_present,
        )
        return self._built()

    def _built(self) -> Structure:
        return Structure(tuple(self.branches), self.kinds, self.weights, self.without_score)

    def _count(self, node: Node) -> int:
        """Add *node* and return how many answers count in it; 0 where it has no score."""
        if node.id in self.presence.present:
            self.kinds[node.id] = node.kind if isinstance(node, Group) else None
            return 1
        if isinstance(node, Indicator):
            return 0
        if self.parts is None:
            return self._group(node)
        part = self.parts.of(node.id, self.presence, lambda: self._part(node))
        self.branches += part.built.branches
        self.kinds |= part.built.kinds
        self.weights |= part.built.weights
        self.without_score |= part.built.without_score
        return part.answers

    def _part(self, group: Group) -> _Part:
        builder = _Builder(self.definition, self.presence, self.undefined, self.parts)
        answers = builder._group(group)
        return _Part(answers, builder._built())

    def _group(self, group: Group) -> int:
        min_present = group.min_present
        if min_present is None:
            min_present = self.definition.missing.min_present
        return self._branch(group.id, group.kind, group.aggregate, group.children, min_present)

    def _branch(
        self,
        node_id: str,
        kind: str | None,
        aggregate: Aggregation,
        children: tuple[Node, ...],
        min_present: Fraction | None,
    ) -> int:
        counts = {child.id: count for child in children if (count := self._count(child))}
        answers = sum(counts.values())
        adds = isinstance(aggregate, Sum)
        weights = {
            child.id: _weight(child, 1 if adds else counts[child.id])
            for child in children
            if child.id in counts
        }
        self.weights.update(weights)
        total = added(weights.values())
        if not counts:
            self.without_score[node_id] = NoScore.NO_ANSWERS
        elif min_present is not None and self._share(counts, children) < min_present:
            self.without_score[node_id] = NoScore.TOO_FEW
        elif total == 0:
            self.without_score[node_id] = NoScore.ZERO_WEIGHTS
        elif node_id in self.undefined:
            self.without_score[node_id] = self.undefined[node_id]
        else:
            shares = _shares(weights, _ONE if adds else total)
            self.branches.append(Branch(node_id, kind, aggregate, shares))
            return answers
        return 0

    def _share(self, counts: dict[str, int], children: tuple[Node, ...]) -> Fraction:
        expected = sum(1 for child in children if applies(child, self.presence))
        return Fraction(len(counts), expected)


def _weight(child: Node, answers: int) -> Fraction:
    if child.weight is not None:
        return child.weight
    return _ONE if answers == 1 else Fraction(answers)


def _shares(weights: Mapping[str, Fraction], total: Fraction) -> tuple[tuple[str, Fraction], ...]:
    found: dict[tuple[int, int], Fraction] = {}
    for weight in weights.values():
        ratio = weight.as_integer_ratio()
        if ratio not in found:
            found[ratio] = weight / total
    return tuple((child, found[weight.as_integer_ratio()]) for child, weight in weights.items())
