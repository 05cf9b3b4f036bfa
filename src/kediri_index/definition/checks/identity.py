"""Ids: each once in a file, groups and indicators together."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.draft import Draft, at, has_holes
from kediri_index.model.findings import Finding
from kediri_index.model.places import Mark


def check_identity(draft: Draft) -> Iterator[Finding]:
    """Yield ids that stand twice, and a definition without groups."""
    if not draft.groups and not has_holes(draft.tree, "groups"):
        yield at("D207", draft.tree.place("groups"))
    first: dict[str, Mark] = {}
    for spec, node, *_ in (*draft.groups, *draft.indicators):
        if "id" in node.holes:
            continue
        mark = node.place("id")
        folded = spec.id.casefold()  # sheets may write a code in any case
        if folded in first:
            yield at("D201", mark, spec.id, first=str(first[folded]))
        else:
            first[folded] = mark
