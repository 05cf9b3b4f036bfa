"""What a unit's data hold: which leaves have a score, and which need none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.dataset import Missing
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.scoring.expected import expected_of
from kediri_index.scoring.fold import Leaves, Node, inner_nodes
from kediri_index.scoring.leaves import LeafScore

NEEDS_NO_ANSWER = frozenset({Missing.NOT_APPLICABLE, Missing.UNDEFINED})
"""What is left out under any policy: nobody could have given a score."""


class Presence(NamedTuple):
    """*present* leaves have a score, *not_applicable* ones need none.

    A leaf is an indicator, a group whose score is given, or a group without anything below it.
    """

    present: frozenset[str]
    not_applicable: frozenset[str] = frozenset()

    @property
    def known(self) -> AbstractSet[str]:
        """All leaves of which something is said that counts."""
        return self.present | self.not_applicable

    def leaves(self, scores: Mapping[str, Fraction]) -> Leaves:
        """Return the leaves as a fold takes them, with their *scores*."""
        return Leaves(
            scores, dict.fromkeys(self.present, True), dict.fromkeys(self.not_applicable, True)
        )

    def with_present(self, leaves: Iterable[str]) -> Presence:
        """Return the presence if *leaves* had a score too."""
        return Presence(self.present.union(leaves), self.not_applicable)


def is_leaf(node: Node, presence: Presence) -> bool:
    """Return whether *node* is one answer: an indicator, a given group, or a childless one."""
    return isinstance(node, Indicator) or node.id in presence.present or not node.children


def children_of(node: Node) -> tuple[Node, ...]:
    """Return the direct children; an indicator has none."""
    return node.children if isinstance(node, Group) else ()


def known_scores(leaves: Mapping[str, LeafScore]) -> dict[str, Fraction]:
    """Return the scores that there are, by id."""
    return {leaf.id: leaf.score for leaf in leaves.values() if leaf.score is not None}


def leaves_of(leaves: Mapping[str, LeafScore]) -> Leaves:
    """Return *leaves* as a fold takes them."""
    return presence_of(leaves).leaves(known_scores(leaves))


def presence_of(leaves: Mapping[str, LeafScore]) -> Presence:
    """Return which of *leaves* have a score, and which need none."""
    return Presence(
        frozenset(leaf.id for leaf in leaves.values() if leaf.score is not None),
        frozenset(leaf.id for leaf in leaves.values() if leaf.missing in NEEDS_NO_ANSWER),
    )


def expected_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves expected of a unit, in the order of the tree."""
    found = expected_of(inner_nodes(definition), presence.leaves({}))
    return tuple(
        name
        for name, node in definition.nodes().items()
        if found.expected[name]
        and (isinstance(node, Indicator) or not node.children or name in presence.present)
    )
