"""Scoring rules that are allowed, but say nothing, or hardly what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kediri_index.definition.draft import Draft, at
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.scoring import ScoreSpec
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Range
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo


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
        target = getattr(rule.method, "target", None) if rule else None
        if target is not None and said is not None and _beyond(target, spec.valid):
            mark = said.place("target") if said is own else node.place("valid")
            low, high = spec.valid or (None, None)
            yield at("D255", mark, seen(said.get("target")), spec.id, low=low, high=high)


def _rule(spec: ScoreSpec, node: MarkedMapping, indicator: str | None) -> Iterator[Finding]:
    method = spec.method
    lists = isinstance(method, Levels | YesNo) and not getattr(method, "spread", False)
    if spec.to is not None and lists:
        yield at("D254", node.place("to"), seen(node.get("to")), indicator, method=method.name)
    if isinstance(method, Levels):
        for (low, worth), (high, less) in pairwise(method.worth.items()):
            if less < worth:
                params = {"low": low, "high": high, "worth": worth, "less": less}
                yield at("D253", node.place("levels"), None, indicator, **params)
                break


def _beyond(target: Fraction | Range, valid: Range | None) -> bool:
    """Return whether *target*, or an end of it, is no possible result."""
    if valid is None:
        return False
    ends = target if isinstance(target, tuple) else (target,)
    return not all(valid[0] <= one <= valid[1] for one in ends)
