"""Scoring rules: parameters that make sense, scores on the scale."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.definition.checks.intervals import (
    Where,
    not_rising,
    reversed_range,
    usable_scale,
)
from kediri_index.definition.draft import Draft, at
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.engine.scoring.achievement import Achievement
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.scoring.bands import Bands
from kediri_index.engine.scoring.goalposts import Goalposts, Transform
from kediri_index.engine.scoring.levels import Levels
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.model.findings import Finding
from kediri_index.model.places import Mark
from kediri_index.model.scoring import Range, ScoringMethod, is_panel

Score = tuple[Fraction, str, Mark]


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
    yield from _parameters(method, node, indicator)
    for score, text, mark in _scores(method, node):
        if allowed and not allowed[0] <= score <= allowed[1]:
            yield at("D230", mark, text, indicator, low=allowed[0], high=allowed[1])


def _parameters(
    method: ScoringMethod, node: MarkedMapping, indicator: str | None
) -> Iterator[Finding]:
    """Yield parameters of *method* that its formula cannot use."""
    match method:
        case Levels():
            if not method.levels:
                yield at("D236", node.place("levels"), None, indicator, key="levels")
        case Bands():
            yield from not_rising(method.bands, Where(node, "bands", indicator))
            if not method.bands:
                yield at("D236", node.place("bands"), None, indicator, key="bands")
        case Goalposts():
            yield from _goalposts(method, node, indicator)
        case Achievement():
            yield from _achievement(method, node, indicator)


def _goalposts(method: Goalposts, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    if method.min >= method.max:
        yield at("D232", node.place("max"), node.text("max"), indicator, min=method.min)
    if method.transform is Transform.LOG and method.min <= 0:
        yield at("D233", node.place("min"), node.text("min"), indicator)


def _achievement(
    method: Achievement, node: MarkedMapping, indicator: str | None
) -> Iterator[Finding]:
    if isinstance(method.target, tuple):
        yield from reversed_range(method.target, node, "target", indicator)
    elif method.target == 0:
        yield at("D234", node.place("target"), node.text("target"), indicator)
    if method.cap is not None and method.cap <= 0:
        yield at("D235", node.place("cap"), node.text("cap"), indicator)


def _scores(method: ScoringMethod, node: MarkedMapping) -> list[Score]:
    """Return the scores that *method* itself names, each as it stands there, with its place."""
    match method:
        case Levels():
            levels = node.mapping("levels")
            keys = [entry.key for entry in levels.entries.values()] if levels else []
            return [
                (score, key.text, key.mark) for score, key in zip(method.levels, keys, strict=True)
            ]
        case YesNo():
            return [_score(method.yes, node, "yes"), _score(method.no, node, "no")]
        case Bands():
            items = zip(method.bands, node.mappings("bands"), strict=True)
            return [_score(band.score, item, "score") for band, item in items]
    return []


def _score(score: Fraction, node: MarkedMapping, key: str) -> Score:
    return score, node.text(key) or "", node.place(key)
