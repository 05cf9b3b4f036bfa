"""Which leaves are expected of a unit, and how complete its answers are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.engine.presence import OVERALL, Node, Presence, applies, children_of, is_leaf
from kediri_index.model.definition import Definition
from kediri_index.model.results import Completeness


def expected_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves expected of a unit, in the order of the tree."""
    return tuple(_leaves(definition.groups, presence))


def completeness_of(definition: Definition, presence: Presence) -> dict[str, Completeness]:
    """Return the completeness of every node, and of the whole under the overall's id."""
    found: dict[str, Completeness] = {}
    _complete(OVERALL, definition.groups, presence, found)
    return found


def _leaves(nodes: tuple[Node, ...], presence: Presence) -> Iterator[str]:
    for node in nodes:
        if not applies(node, presence):
            continue
        if is_leaf(node, presence):
            yield node.id
        else:
            yield from _leaves(children_of(node), presence)


def _complete(
    node_id: str, children: tuple[Node, ...], presence: Presence, found: dict[str, Completeness]
) -> Completeness:
    answered = expected = 0
    weighted = total = Fraction(0)
    for child in children:
        if not applies(child, presence):
            continue
        if is_leaf(child, presence):
            there = int(child.id in presence.present)
            part = found[child.id] = Completeness(there, 1, Fraction(there))
        else:
            part = _complete(child.id, children_of(child), presence, found)
        answered += part.answered
        expected += part.expected
        weight = child.weight if child.weight is not None else Fraction(part.expected)
        weighted += weight * (part.share or 0)
        total += weight
    found[node_id] = Completeness(answered, expected, weighted / total if total else None)
    return found[node_id]
