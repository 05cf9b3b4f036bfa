"""Ranges that must rise, and lists of bounds that must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.definition.draft import Draft, has_holes
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.model.definition import Unanswered
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Interval, Range


class Where(NamedTuple):
    """A mapping that holds a list of intervals, the list's key, and the indicator concerned."""

    node: MarkedMapping
    key: str
    indicator: str | None = None


def check_ranges(draft: Draft) -> Iterator[Finding]:
    """Yield a scale or valid range whose ends are the wrong way round, and a zero off the scale."""
    scale = usable_scale(draft)
    if draft.spec.scale is not None and scale is None and "scale" in draft.tree.entries:
        yield Finding.at_mark("D220", draft.tree.place("scale"), seen(draft.tree.get("scale")))
    for spec, node in draft.indicators:
        yield from reversed_range(spec.valid, node, "valid", spec.id)
    missing = draft.tree.mapping("missing")
    zero = draft.spec.missing.answers is Unanswered.ZERO
    if zero and missing and scale and not scale[0] <= 0 <= scale[1]:
        yield Finding.at_mark("D226", missing.place("answers"), "zero", low=scale[0], high=scale[1])


def usable_scale(draft: Draft) -> Range | None:
    """Return the scale where it rises."""
    scale = draft.spec.scale
    return (scale.min, scale.max) if scale is not None and scale.min < scale.max else None


def reversed_range(
    pair: Range | None, node: MarkedMapping, key: str, indicator: str | None
) -> Iterator[Finding]:
    """Yield a finding where the first number of *pair* is not below the second."""
    if pair is not None and pair[0] >= pair[1]:
        yield Finding.at_mark("D221", node.place(key), seen(node.get(key)), indicator, key=key)


def check_classes(draft: Draft) -> Iterator[Finding]:
    """Yield classes whose bounds do not rise to an open last one."""
    yield from not_rising(draft.spec.classes, Where(draft.tree, "classes"))


def not_rising(intervals: Sequence[Interval], where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the bounds of *intervals*: they rise, only the last has none."""
    nodes = where.node.mappings(where.key)
    if has_holes(where.node, where.key) or len(nodes) != len(intervals):
        return
    highest: Fraction | None = None
    for index, (interval, node) in enumerate(zip(intervals, nodes, strict=True)):
        if {"below", "up_to"} & node.holes.keys():
            continue
        last = index == len(intervals) - 1
        bound = interval.up_to if interval.below is None else interval.below
        key = "up_to" if interval.below is None else "below"
        if interval.below is not None and interval.up_to is not None:
            yield Finding.at_mark(
                "D225", node.place("up_to"), seen(node), where.indicator, key=where.key
            )
        elif bound is None and not last:
            yield Finding.at_mark("D222", node.mark, seen(node), where.indicator, key=where.key)
        elif bound is not None and last:
            yield Finding.at_mark(
                "D223", node.place(key), node.text(key), where.indicator, key=where.key
            )
        elif bound is not None and highest is not None and bound <= highest:
            text = node.text(key)
            yield Finding.at_mark(
                "D224", node.place(key), text, where.indicator, key=where.key, before=highest
            )
        if bound is not None:
            highest = bound if highest is None else max(highest, bound)
