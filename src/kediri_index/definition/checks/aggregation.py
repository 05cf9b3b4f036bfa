"""Aggregations and the stages at which figures are rounded."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.draft import Draft, at
from kediri_index.model.definition import STAGE_TERMS
from kediri_index.model.findings import Finding


def check_aggregation(draft: Draft) -> Iterator[Finding]:
    """Yield the stage ``terms`` where the overall is no sum of terms."""
    key = "aggregate_top" if draft.spec.aggregate_top is not None else "aggregate"
    aggregation = draft.spec.aggregate_top or draft.spec.aggregate
    publish = draft.tree.mapping("publish")
    if {"aggregate_top", "aggregate"} & draft.tree.holes.keys() or publish is None:
        return
    if aggregation is None or aggregation.additive:
        return
    for stage, node in zip(draft.spec.publish.round, publish.items("round"), strict=False):
        if stage == STAGE_TERMS:
            yield at("D241", node.mark, stage, key=key, aggregation=aggregation.name)
