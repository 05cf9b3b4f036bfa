"""Weights among siblings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kediri_index.definition.draft import (
    Draft,
    PlacedGroup,
    PlacedIndicator,
    has_holes,
)
from kediri_index.definition.nodes import MarkedMapping
from kediri_index.model.definition import WeightsOf
from kediri_index.model.findings import Finding

TOLERANCE = Fraction(1, 10**9)
_ROUND_SUMS = {Fraction(100): Fraction(1), Fraction(1): Fraction(1, 50)}
"""What people make weights add up to, and how far off a sum is that was meant to be that."""


class _Siblings(NamedTuple):
    """The children of one parent; *sum_known* tells whether all their weights could be read."""

    parent: MarkedMapping
    weights_sum: Fraction | None
    children: tuple[PlacedGroup | PlacedIndicator, ...]
    sum_known: bool


def check_weights(draft: Draft) -> Iterator[Finding]:
    """Yield weights that are not allowed, doubtful ones, and sums that are not as stated."""
    for siblings in _families(draft):
        yield from _single_weights(siblings)
        yield from _mixed(siblings)
        yield from _stated_sum(siblings)
    if draft.spec.weights_of is WeightsOf.WHOLE:
        yield from _shares_of_whole(draft)


def check_near_sums(draft: Draft) -> Iterator[Finding]:
    """Yield weights of siblings that nearly add up to 100 or to 1, and are not said to."""
    families = list(_families(draft))
    if draft.spec.weights_of is WeightsOf.WHOLE:
        del families[1:]  # below the top they add up to their parent
    for siblings in families:
        weights = {child.spec.weight for child in siblings.children}
        if siblings.weights_sum is not None or None in weights or len(weights) == 1:
            continue
        total = _total(siblings.children)
        for stated, reach in _ROUND_SUMS.items():
            if TOLERANCE < abs(total - stated) <= reach:
                shown = _shown(siblings.children)
                mark = siblings.children[0].node.place("weight")
                yield Finding.at_mark("D256", mark, None, total=total, stated=stated, weights=shown)


def _families(draft: Draft) -> Iterator[_Siblings]:
    yield _siblings(draft.tree, draft.spec.weights_sum, draft.top, all_placed=True)
    all_placed = _all_placed(draft)
    for group in draft.groups:
        children: tuple[PlacedGroup | PlacedIndicator, ...] = (*group.indicators, *group.groups)
        yield _siblings(group.node, group.spec.weights_sum, children, all_placed=all_placed)


def _all_placed(draft: Draft) -> bool:
    """Return whether it is known of every indicator in which group it stands."""
    return not has_holes(draft.tree, "indicators") and all(
        "in" not in node.holes and spec.in_ in draft.group_names for spec, node in draft.indicators
    )


def _siblings(
    parent: MarkedMapping,
    weights_sum: Fraction | None,
    children: tuple[PlacedGroup | PlacedIndicator, ...],
    *,
    all_placed: bool,
) -> _Siblings:
    sum_known = (
        all_placed
        and not has_holes(parent, "groups")
        and not any("weight" in child.node.holes for child in children)
    )
    return _Siblings(parent, weights_sum, children, sum_known)


def _single_weights(siblings: _Siblings) -> Iterator[Finding]:
    for child in siblings.children:
        weight = child.spec.weight
        if weight is not None and weight <= 0:
            code = "D212" if weight < 0 else "D213"
            seen = child.node.text("weight")
            yield Finding.at_mark(
                code, child.node.place("weight"), seen, _indicator(child), id=child.spec.id
            )


def _mixed(siblings: _Siblings) -> Iterator[Finding]:
    without = [child for child in siblings.children if child.spec.weight is None]
    if 0 < len(without) < len(siblings.children) and siblings.sum_known:
        first = without[0]
        names = tuple(child.spec.id for child in without)
        yield Finding.at_mark("D214", first.node.mark, None, _indicator(first), without=names)


def _stated_sum(siblings: _Siblings) -> Iterator[Finding]:
    stated = siblings.weights_sum
    if stated is None or not siblings.sum_known:
        return
    total = _total(siblings.children)
    if abs(total - stated) > TOLERANCE:
        yield Finding.at_mark(
            "D210",
            siblings.parent.place("weights_sum"),
            siblings.parent.text("weights_sum"),
            total=total,
            stated=stated,
            weights=_shown(siblings.children),
        )


def _shares_of_whole(draft: Draft) -> Iterator[Finding]:
    for group, siblings in zip(draft.groups, list(_families(draft))[1:], strict=True):
        weight = group.spec.weight
        stated = any(child.spec.weight is not None for child in siblings.children)
        if weight is None or not stated or not siblings.sum_known:
            continue
        total = _total(siblings.children)
        if abs(total - weight) > TOLERANCE:
            yield Finding.at_mark(
                "D211",
                group.node.place("weight"),
                group.node.text("weight"),
                id=group.spec.id,
                total=total,
                weights=_shown(siblings.children),
            )


def _total(children: tuple[PlacedGroup | PlacedIndicator, ...]) -> Fraction:
    return sum(map(_weight, children), start=Fraction(0))


def _weight(child: PlacedGroup | PlacedIndicator) -> Fraction:
    """Return the weight of *child*; without one, it counts as many times as it has leaves."""
    weight = child.spec.weight
    return Fraction(_leaves(child)) if weight is None else weight


def _leaves(child: PlacedGroup | PlacedIndicator) -> int:
    if isinstance(child, PlacedIndicator):
        return 1
    return len(child.indicators) + sum(map(_leaves, child.groups)) or 1


def _shown(children: tuple[PlacedGroup | PlacedIndicator, ...]) -> tuple[str, ...]:
    return tuple(
        f"{child.spec.id} {child.node.text('weight') or f'({_leaves(child)})'}"
        for child in children
    )


def _indicator(child: PlacedGroup | PlacedIndicator) -> str | None:
    return child.spec.id if isinstance(child, PlacedIndicator) else None
