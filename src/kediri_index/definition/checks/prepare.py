"""Steps before scoring: one a list item, about indicators that there are, no key without use."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.draft import Draft, at, has_holes
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.prepare import StepSpec
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import suggest
from kediri_index.model.prepare_words import BY_GROUP, IN_TIME, Treatment


def check_prepare(draft: Draft) -> Iterator[Finding]:
    """Yield steps that are none or several, unknown indicators, and keys that do not belong."""
    steps, nodes = draft.spec.prepare, draft.tree.mappings("prepare")
    if len(steps) != len(nodes):
        return
    for spec, node in zip(steps, nodes, strict=True):
        if len(node.entries) + len(node.holes) != 1:
            yield at("D240", node.mark, seen(node))
        yield from _step(spec, node, draft)


def _step(spec: StepSpec, node: MarkedMapping, draft: Draft) -> Iterator[Finding]:
    for key, check in (("impute", _impute), ("treat", _treat)):
        inner = node.mapping(key)
        if inner is not None:
            yield from check(spec, inner)
    denominate = node.mapping("denominate")
    if denominate is None or has_holes(draft.tree, "indicators"):
        return
    known = {indicator.spec.id for indicator in draft.indicators}
    for name, entry in denominate.entries.items():
        if name not in known:
            yield at("D241", entry.key.mark, name, near=suggest(name, known))


def _impute(spec: StepSpec, node: MarkedMapping) -> Iterator[Finding]:
    impute = spec.impute
    if impute is None or "method" in node.holes:
        return
    method = impute.method
    if method in BY_GROUP and impute.by is None and "by" not in node.holes:
        yield at("D242", node.place("method"), method.value, key="by")
    if method not in BY_GROUP and impute.by is not None:
        yield _useless(node, "by", method.value)
    if method in IN_TIME and impute.years is not None:
        yield _useless(node, "years", method.value)


def _treat(spec: StepSpec, node: MarkedMapping) -> Iterator[Finding]:
    treat = spec.treat
    if treat is None or treat.method is not Treatment.WINSORISE:
        return
    for key in ("log", "combine"):
        if key in node.entries:
            yield _useless(node, key, treat.method.value)


def _useless(node: MarkedMapping, key: str, method: str) -> Finding:
    return at("D243", node.entries[key].key.mark, key, method=method)
