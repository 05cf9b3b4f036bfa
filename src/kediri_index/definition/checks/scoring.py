"""Scoring rules: parameters that make sense, scores on the scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kediri_index.definition.checks.intervals import (
    Where,
    not_rising,
    reversed_range,
    usable_scale,
)
from kediri_index.definition.draft import Draft
from kediri_index.definition.nodes import MarkedMapping, Node, seen
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.model.findings import Finding
from kediri_index.model.missing_words import MISSING_WORDS
from kediri_index.model.names import exact
from kediri_index.model.places import Mark
from kediri_index.model.scoring import Doubt, Named, Range, is_panel
from kediri_index.scoring.methods.as_given import AsGiven

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
