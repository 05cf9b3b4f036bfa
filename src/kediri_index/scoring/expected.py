"""Which leaves are expected of a unit, and how complete its answers are."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.results import Completeness
from kediri_index.scoring.presence import OVERALL, Node, Presence, applies, children_of, is_leaf
from kediri_index.scoring.tree import Parts, parts_of, tree_of

_ANSWERED = Completeness(1, 1, Fraction(1))
_UNANSWERED = Completeness(0, 1, Fraction(0))


class _Part(NamedTuple):
    """The leaves expected below a group, and the completeness of all nodes at or below it."""

    leaves: tuple[str, ...]
    complete: dict[str, Completeness]


def expected_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves expected of a unit, in the order of the tree."""
    return _whole(definition, presence).leaves


def completeness_of(definition: Definition, presence: Presence) -> dict[str, Completeness]:
    """Return the completeness of every node, and of the whole under the overall's id."""
    return _whole(definition, presence).complete


def _whole(definition: Definition, presence: Presence) -> _Part:
    parts = parts_of(tree_of(definition), _Part)
    make = partial(_below, OVERALL, definition.groups, presence, parts)
    return parts.of_whole(presence, make)


def _below(
    node_id: str, children: tuple[Node, ...], presence: Presence, parts: Parts[_Part]
) -> _Part:
    leaves: list[str] = []
    found: dict[str, Completeness] = {}
    answered = expected = 0
    weighted: Fraction | int = 0  # whole numbers as long as they will do: Fractions take long
    total: Fraction | int = 0
    for child in children:
        if not applies(child, presence):
            continue
        if is_leaf(child, presence):
            leaves.append(child.id)
            part = found[child.id] = _ANSWERED if child.id in presence.present else _UNANSWERED
        else:
            below = parts.of(child.id, presence, partial(_of, child, presence, parts))
            leaves += below.leaves
            found |= below.complete
            part = found[child.id]
        answered += part.answered
        expected += part.expected
        weight = child.weight if child.weight is not None else part.expected
        if part.share is not None:
            weighted += weight if _is_one(part.share) else weight * part.share
        total += weight
    share = Fraction(weighted) / total if total else None
    found[node_id] = Completeness(answered, expected, share)
    return _Part(tuple(leaves), found)


def _is_one(share: Fraction) -> bool:
    over, under = share.as_integer_ratio()
    return over == under


def _of(node: Node, presence: Presence, parts: Parts[_Part]) -> _Part:
    return _below(node.id, children_of(node), presence, parts)
