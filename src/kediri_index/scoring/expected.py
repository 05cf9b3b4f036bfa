"""Which leaves are expected of a unit, and how complete its answers are."""

from __future__ import annotations

from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.results import Completeness
from kediri_index.scoring.exact import Exact
from kediri_index.scoring.fold import OVERALL, completeness, expected_of, inner_nodes
from kediri_index.scoring.presence import Presence


def expected_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves expected of a unit, in the order of the tree."""
    found = expected_of(inner_nodes(definition), presence.leaves({}))
    return tuple(
        name
        for name, node in definition.nodes().items()
        if found.expected[name]
        and (isinstance(node, Indicator) or not node.children or name in presence.present)
    )


def missing_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves that are expected, but of which nothing is said that counts."""
    known = presence.known
    return tuple(leaf for leaf in expected_leaves(definition, presence) if leaf not in known)


def completeness_of(definition: Definition, presence: Presence) -> dict[str, Completeness]:
    """Return the completeness of every node, and of the whole under the overall's id."""
    inners = inner_nodes(definition)
    expected = expected_of(inners, presence.leaves({}))
    found = completeness(inners, expected, Exact())
    return {
        node: Completeness(*one)
        for node, one in found.items()
        if expected.expected[node] or node == OVERALL
    }
