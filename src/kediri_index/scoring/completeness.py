"""Which nodes are expected of a unit, or of many, and how complete their answers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.definition import Group

if TYPE_CHECKING:
    from kediri_index.scoring.fold import Count, FoldArithmetic, Inner, Leaves, Number, Truth


class ExpectedNodes(NamedTuple):
    """What depends only on which leaves are present, by id of the node.

    *answered*: something at or below it has a score; *applies*: it is neither declared inapplicable
    nor an unused option; *reached*: no score above it is given; *expected*: it applies and so does
    all above.
    """

    present: Mapping[str, Truth]
    answered: dict[str, Truth]
    applies: dict[str, Truth]
    reached: dict[str, Truth]
    expected: dict[str, Truth]


class Complete(NamedTuple):
    """How many leaves are *answered* and *expected* at or below a node, and the *share* of weight.

    The share is from 0 to 1; none where nothing has any weight.
    """

    answered: Count
    expected: Count
    share: Number


def negated(mask: Truth) -> Truth:
    """Return where *mask* is false."""
    return mask ^ True


def wanted_of(inner: Inner, answered: Truth, applies: Truth) -> Truth:
    """Return where *inner* is wanted, if any child is *answered*, and any *applies*."""
    return applies & answered if inner.optional else applies


def expected_of(inners: Sequence[Inner], leaves: Leaves) -> ExpectedNodes:
    """Return what is expected when the leaves are there that are."""
    answered: dict[str, Truth] = {}
    applies: dict[str, Truth] = {}

    def stays(node: str) -> Truth:
        return negated(leaves.inapplicable.get(node, False))

    for inner in inners:
        for child in inner.children:
            state = leaves.states.get(child.id)
            if state is not None:
                answered[child.id], applies[child.id] = state.answered, state.applies
            elif child.id not in answered:
                answered[child.id] = own = leaves.present.get(child.id, False)
                optional = isinstance(child, Group) and child.optional
                applies[child.id] = own | (False if optional else stays(child.id))
        if inner.children:
            own = leaves.present.get(inner.id, False)
            below = reduce(or_, (answered[child.id] for child in inner.children))
            wanted = reduce(or_, (applies[child.id] for child in inner.children))
            wanted = wanted_of(inner, below, wanted)
            answered[inner.id] = own | below
            applies[inner.id] = own | (wanted & (stays(inner.id) | below))
    whole = inners[-1].id
    reached: dict[str, Truth] = {whole: True}
    expected: dict[str, Truth] = {whole: True}
    for inner in reversed(inners):
        computed = negated(leaves.present.get(inner.id, False))
        for child in inner.children:
            reached[child.id] = reached[inner.id] & computed
            expected[child.id] = expected[inner.id] & computed & applies[child.id]
    return ExpectedNodes(leaves.present, answered, applies, reached, expected)


def completeness(
    inners: Sequence[Inner], expected: ExpectedNodes, arithmetic: FoldArithmetic
) -> dict[str, Complete]:
    """Return how complete every node is, where it is expected; the whole under OVERALL."""
    where = arithmetic.where
    found: dict[str, Complete] = {}
    for inner in inners:
        for child in inner.children:
            if child.id not in found:
                there = where(expected.present.get(child.id, False), 1, 0)
                found[child.id] = Complete(there, 1, there)
        if not inner.children:
            continue
        answered = wanted = weighted = total = 0
        for child in inner.children:
            part, applies = found[child.id], expected.applies[child.id]
            weight = where(applies, arithmetic.weight(inner, child, part.expected), 0)
            answered = answered + where(applies, part.answered, 0)
            wanted = wanted + where(applies, part.expected, 0)
            weighted = weighted + weight * arithmetic.or_zero(part.share)
            total = total + weight
        given = expected.present.get(inner.id, False)
        found[inner.id] = Complete(
            where(given, 1, answered),
            where(given, 1, wanted),
            where(given, 1, arithmetic.ratio(weighted, total)),
        )
    return found
