"""Steps before scoring: one a list item, about indicators that there are, no key without use."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.draft import Draft, has_holes
from kediri_index.definition.nodes import MarkedMapping, seen
from kediri_index.definition.specs.prepare import ImputeSpec, StepSpec, TreatSpec
from kediri_index.model.findings import Finding
from kediri_index.model.nearest import Names
from kediri_index.model.prepare_words import BY_GROUP, IN_TIME, Imputation, Treatment


def check_prepare(draft: Draft) -> Iterator[Finding]:
    """Yield steps that are none or several, unknown indicators, and keys that do not belong."""
    nodes = draft.tree.mappings("prepare")
    for spec, node in zip(draft.spec.prepare, nodes, strict=True):
        if len(node.entries) + len(node.holes) != 1:
            yield Finding.at_mark("D240", node.mark, seen(node))
        yield from _step(spec, node, draft)


def _step(spec: StepSpec, node: MarkedMapping, draft: Draft) -> Iterator[Finding]:
    impute, treat = node.mapping("impute"), node.mapping("treat")
    if spec.impute is not None and impute is not None:
        yield from _impute(spec.impute, impute)
    if spec.treat is not None and treat is not None:
        yield from _treat(spec.treat, treat)
    denominate = node.mapping("denominate")
    if denominate is None or has_holes(draft.tree, "indicators"):
        return
    known = {indicator.spec.id for indicator in draft.indicators}
    names = Names(known)
    for name, entry in denominate.entries.items():
        if name not in known:
            yield Finding.at_mark("D245", entry.key.mark, name, near=names.suggest(name))


def _impute(impute: ImputeSpec, node: MarkedMapping) -> Iterator[Finding]:
    method = impute.method
    if method in BY_GROUP and impute.by is None and "by" not in node.holes:
        yield Finding.at_mark("D242", node.place("method"), method.value, key="by")
    if method not in BY_GROUP and impute.by is not None:
        yield _useless(node, "by", method.value)
    if method in IN_TIME and impute.years is not None:
        yield _useless(node, "years", method.value)
    if method is not Imputation.LINEAR_IN_TIME and impute.beyond is not None:
        yield _useless(node, "beyond", method.value)


def _treat(treat: TreatSpec, node: MarkedMapping) -> Iterator[Finding]:
    for key in ("log", "combine") if treat.method is Treatment.WINSORISE else ():
        if key in node.entries:
            yield _useless(node, key, treat.method.value)


def _useless(node: MarkedMapping, key: str, method: str) -> Finding:
    return Finding.at_mark("D243", node.entries[key].key.mark, key, method=method)
