"""Names: each id once, and what refers to groups, kinds, tags, stages and steps."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.placed import PlacedDefinition, has_holes
from kediri_index.definition.source import MarkedMapping, seen
from kediri_index.definition.specs import ImputeSpec, StepSpec, TreatSpec
from kediri_index.model.definition import (
    BY_GROUP,
    FIXED_STAGES,
    IN_TIME,
    STAGE_TERMS,
    Imputation,
    Logarithm,
    Treatment,
)
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.text import Names


def check_identity(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield ids that stand twice, and a definition without groups."""
    if not placed.groups and not has_holes(placed.tree, "groups"):
        yield Finding.at_mark("D207", placed.tree.place("groups"))
    first: dict[str, Mark] = {}
    for spec, node, *_ in (*placed.groups, *placed.indicators):
        if "id" in node.holes:
            continue
        mark = node.place("id")
        folded = spec.id.casefold()  # sheets may write a code in any case
        if folded in first:
            yield Finding.at_mark("D201", mark, spec.id, first=str(first[folded]))
        else:
            first[folded] = mark


def check_references(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield names that refer to nothing, kinds called as a stage is, stages without effect."""
    yield from _parents(placed)
    yield from _kinds(placed)
    yield from _tags(placed)
    yield from _stages(placed)
    yield from _terms(placed)


def _parents(placed: PlacedDefinition) -> Iterator[Finding]:
    parents = (placed.tree, *(one.node for one in placed.groups))
    if "" in placed.group_names or any(has_holes(one, "groups") for one in parents):
        return
    known = Names(placed.group_names)
    for spec, node in placed.indicators:
        if spec.in_ not in placed.group_names and "in" not in node.holes:
            near = known.suggest(spec.in_)
            yield Finding.at_mark("D202", node.place("in"), spec.in_, spec.id, near=near)


def _known(placed: PlacedDefinition, key: str) -> set[str] | None:
    """Return the names declared under *key*, also faulty ones, or None where that is unknown."""
    if key in placed.tree.holes:
        return None
    declared = placed.tree.mapping(key)
    return {*declared.entries, *declared.holes} if declared else set()


def _kinds(placed: PlacedDefinition) -> Iterator[Finding]:
    known = _known(placed, "kinds")
    if known is None:
        return
    names = Names(known)
    for spec, node, *_ in placed.groups:
        if spec.kind not in known and "kind" not in node.holes:
            near = names.suggest(spec.kind)
            yield Finding.at_mark("D203", node.place("kind"), spec.kind, group=spec.id, near=near)
    declared = placed.tree.mapping("kinds") or MarkedMapping(placed.tree.mark)
    for name in FIXED_STAGES:
        if name in declared.entries:
            yield Finding.at_mark("D206", declared.entries[name].key.mark, name)


def _tags(placed: PlacedDefinition) -> Iterator[Finding]:
    known = _known(placed, "tags")
    if known is None:
        return
    names = Names(known)
    for spec, node in placed.indicators:
        tags = node.mapping("tags")
        for name, entry in tags.entries.items() if tags else ():
            if name not in known:
                near = names.suggest(name)
                yield Finding.at_mark("D204", entry.key.mark, name, spec.id, near=near)


def _stages(placed: PlacedDefinition) -> Iterator[Finding]:
    publish, kinds = placed.tree.mapping("publish"), _known(placed, "kinds")
    if publish is None or kinds is None:
        return
    known = (*FIXED_STAGES, *placed.spec.kinds)
    names = Names(known)
    for stage, node in zip(placed.spec.publish.round, publish.items("round"), strict=False):
        if stage not in known and stage not in kinds:
            yield Finding.at_mark("D205", node.mark, stage, known=known, near=names.suggest(stage))


def _terms(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield the stage ``terms`` where the overall is no sum of terms."""
    key = "aggregate_top" if placed.spec.aggregate_top is not None else "aggregate"
    aggregation = placed.spec.aggregate_top or placed.spec.aggregate
    publish = placed.tree.mapping("publish")
    if {"aggregate_top", "aggregate"} & placed.tree.holes.keys() or publish is None:
        return
    if aggregation is None or aggregation.additive:
        return
    for stage, node in zip(placed.spec.publish.round, publish.items("round"), strict=False):
        if stage == STAGE_TERMS:
            yield Finding.at_mark("D241", node.mark, stage, key=key, aggregation=aggregation.name)


def check_prepare(placed: PlacedDefinition) -> Iterator[Finding]:
    """Yield steps that are none or several, unknown indicators, and keys that do not belong."""
    nodes = placed.tree.mappings("prepare")
    for spec, node in zip(placed.spec.prepare, nodes, strict=True):
        if len(node.entries) + len(node.holes) != 1:
            yield Finding.at_mark("D240", node.mark, seen(node))
        yield from _step(spec, node, placed)


def _step(spec: StepSpec, node: MarkedMapping, placed: PlacedDefinition) -> Iterator[Finding]:
    impute, treat = node.mapping("impute"), node.mapping("treat")
    if spec.impute is not None and impute is not None:
        yield from _impute(spec.impute, impute)
    if spec.treat is not None and treat is not None:
        yield from _treat(spec.treat, treat)
    denominate = node.mapping("denominate")
    if denominate is None or has_holes(placed.tree, "indicators"):
        return
    known = {indicator.spec.id for indicator in placed.indicators}
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
    for key in ("log", "power", "combine") if treat.method is Treatment.WINSORISE else ():
        if key in node.entries:
            yield _useless(node, key, treat.method.value)
    log = treat.log or Logarithm.LOG
    of_others = treat.method is not Treatment.WINSORISE and log is not Logarithm.BOX_COX
    if of_others and treat.power is not None:
        yield _useless(node, "power", log.value)


def _useless(node: MarkedMapping, key: str, method: str) -> Finding:
    return Finding.at_mark("D243", node.entries[key].key.mark, key, method=method)
