"""Scoring rules that are allowed, but say nothing, or hardly what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.definition.checks.scoring import parameter_finding
from kediri_index.definition.draft import Draft, at
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Range


def check_doubtful(draft: Draft) -> Iterator[Finding]:
    """Yield rules without effect, levels that fall, and targets that no result can have."""
    top = draft.tree.mapping("score")
    if draft.spec.score is not None and top is not None:
        yield from _rule(draft.spec.score, top, None)
    for spec, node in draft.indicators:
        own = node.mapping("score")
        if spec.score is not None and own is not None:
            yield from _rule(spec.score, own, spec.id)
        rule, said = (spec.score, own) if spec.score is not None else (draft.spec.score, top)
        target = rule.method.aim if rule else None
        if target is not None and said is not None and _beyond(target, spec.valid):
            mark = said.place("target") if said is own else node.place("valid")
            low, high = spec.valid or (None, None)
            yield at("D255", mark, seen(said.get("target")), spec.id, low=low, high=high)


def _rule(spec: ScoreSpec, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    method = spec.method
    if spec.to is not None and method.ignores_range:
        yield at("D254", node.place("to"), seen(node.get("to")), indicator, method=method.name)
    for doubt in method.doubts():
        yield parameter_finding(doubt, node, indicator)


def _beyond(target: Fraction | Range, valid: Range | None) -> bool:
    """Return whether *target*, or an end of it, is no possible result."""
    if valid is None:
        return False
    ends = target if isinstance(target, tuple) else (target,)
    return not all(valid[0] <= one <= valid[1] for one in ends)
