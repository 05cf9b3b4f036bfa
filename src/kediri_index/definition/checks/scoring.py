"""Scoring rules and ranges: parameters that make sense, bounds that rise, scores on the scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.definition.draft import Draft, has_holes
from kediri_index.definition.nodes import MarkedMapping, Node, seen
from kediri_index.definition.specs.methods import ScoreSpec
from kediri_index.model.dataset import MISSING_WORDS
from kediri_index.model.definition import Unanswered
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.scoring import Doubt, Interval, Named, Range, is_panel
from kediri_index.model.text import exact
from kediri_index.scoring.methods.as_given import AsGiven


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


_LIKE_A_NUMBER = re.compile(r"[-+0-9.,%\s]+")


def check_scoring(draft: Draft) -> Iterator[Finding]:
    """Yield scoring parameters without sense, and scores that lie outside their range."""
    scale = usable_scale(draft)
    top = draft.tree.mapping("score")
    if draft.spec.score is not None and top is not None:
        yield from _rule(draft.spec.score, top, scale, None)
    for spec, node in draft.indicators:
        own = node.mapping("score")
        if spec.score is not None and own is not None:
            yield from _rule(spec.score, own, scale, spec.id)
        if node.get("direction") is None or _is_faulty(node, draft):
            continue
        rule = spec.score or draft.spec.score
        method = rule.method if rule is not None else AsGiven()
        if not (method.onto or is_panel(method)):
            yield Finding.at_mark(
                "D237", node.place("direction"), None, spec.id, method=method.name
            )


def _is_faulty(indicator: MarkedMapping, draft: Draft) -> bool:
    """Return whether the method of *indicator* cannot be told, which is a fault already."""
    has_own = indicator.get("score") is not None
    return "score" in indicator.holes or (not has_own and "score" in draft.tree.holes)


def _rule(
    spec: ScoreSpec, node: MarkedMapping, scale: Range | None, indicator: str | None
) -> Iterator[Finding]:
    yield from reversed_range(spec.to, node, "to", indicator)
    rises = spec.to is not None and spec.to[0] < spec.to[1]
    if spec.to and rises and scale and not scale[0] <= spec.to[0] < spec.to[1] <= scale[1]:
        to = seen(node.get("to"))
        yield Finding.at_mark("D231", node.place("to"), to, indicator, low=scale[0], high=scale[1])
    if spec.outside is not None and spec.to is None and scale is None:
        yield Finding.at_mark("D238", node.place("outside"), spec.outside.value, indicator)
    method = spec.method
    allowed = spec.to or scale
    if allowed is None and method.needs_range:
        yield Finding.at_mark("D246", node.place("spread"), None, indicator)
    yield from not_rising(method.intervals, Where(node, "bands", indicator))
    if isinstance(method.own_target, tuple):
        yield from reversed_range(method.own_target, node, "target", indicator)
    for doubt in method.faults():
        yield parameter_finding(doubt, node, indicator)
    yield from _unclear_names(node, indicator)
    for named in method.named() if allowed else ():
        if allowed and not allowed[0] <= named.score <= allowed[1]:
            text, mark = _place(named, node)
            yield Finding.at_mark("D230", mark, text, indicator, low=allowed[0], high=allowed[1])


def parameter_finding(doubt: Doubt, node: MarkedMapping, indicator: str | None) -> Finding:
    """Return the finding about a parameter in *node*."""
    text = None if doubt.not_shown else node.text(doubt.key)
    return Finding.at_mark(doubt.code, node.place(doubt.key), text, indicator, **doubt.params)


def _unclear_names(node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    """Yield names of levels that a cell cannot hold: of several, or with another meaning there."""
    listed = node.mapping("levels")
    entries = [entry.value for entry in listed.entries.values()] if listed else []
    mappings = [entry for entry in entries if isinstance(entry, MarkedMapping)]
    if not mappings:
        return
    names = [one.text("name") if isinstance(one, MarkedMapping) else seen(one) for one in entries]
    count = Counter(exact(name) for name in names if name is not None)
    for entry in mappings:
        name = entry.text("name") or ""
        means_else = exact(name) in MISSING_WORDS or _LIKE_A_NUMBER.fullmatch(name.strip())
        if count[exact(name)] > 1 or means_else:
            yield Finding.at_mark("D249", entry.place("name"), name, indicator)


def _place(named: Named, node: MarkedMapping) -> tuple[str, Mark]:
    """Return the score that a method names as it stands in the file, and where."""
    if named.place is None:
        return node.text(named.key) or "", node.place(named.key)
    listed = node.mapping(named.key)
    if listed is None:
        item: Node = node.items(named.key)[named.place]
    else:
        entry = list(listed.entries.values())[named.place]
        scored = isinstance(entry.value, MarkedMapping) and entry.value.get("score") is not None
        item = entry.value if scored else entry.key
    if isinstance(item, MarkedMapping):
        return item.text("score") or "", item.place("score")
    return seen(item), item.mark
