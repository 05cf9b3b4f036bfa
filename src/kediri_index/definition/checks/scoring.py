"""Scoring rules: parameters that make sense, scores on the scale."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.checks.intervals import reversed_range, usable_scale
from kediri_index.definition.draft import Draft, at
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Range, is_panel
from kediri_index.scoring.methods.as_given import AsGiven


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
            yield at("D237", node.place("direction"), None, spec.id, method=method.name)


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
        yield at("D231", node.place("to"), to, indicator, low=scale[0], high=scale[1])
    if spec.outside is not None and spec.to is None and scale is None:
        yield at("D238", node.place("outside"), spec.outside.value, indicator)
    method = spec.method
    allowed = spec.to or scale
    if is_panel(method):
        from kediri_index.definition.checks.panel import (  # noqa: PLC0415 - most have no use for it
            check_panel,
        )

        yield from check_panel(method, node, indicator, allowed)
        return
    if allowed is None and getattr(method, "spread", False):
        yield at("D246", node.place("spread"), None, indicator)
    if isinstance(method, AsGiven):
        return  # it has no parameters
    from kediri_index.definition.checks.parameters import (  # noqa: PLC0415 - imports the methods
        check_parameters,
        scores_named,
    )

    yield from check_parameters(method, node, indicator)
    for score, text, mark in scores_named(method, node):
        if allowed and not allowed[0] <= score <= allowed[1]:
            yield at("D230", mark, text, indicator, low=allowed[0], high=allowed[1])
