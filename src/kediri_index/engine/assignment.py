"""Which agency (OPD) answers for which leaf."""

from __future__ import annotations

from collections.abc import Collection

from kediri_index.model.definition import Definition
from kediri_index.model.profile import Profile


def opd_of_leaves(definition: Definition, profile: Profile | None) -> dict[str, tuple[str, ...]]:
    """Return the OPD ids of every group and indicator that has any.

    The profile's assignment goes before the definition's own.
    """
    assigned: dict[str, list[str]] = {}
    ids = list(definition.nodes())
    for opd, patterns in (profile.assign if profile else {}).items():
        for node_id in nodes_named(patterns, ids):
            assigned.setdefault(node_id, []).append(opd)
    for indicator in definition.all_indicators():
        if indicator.opd:
            assigned.setdefault(indicator.id, list(indicator.opd))
    return {node_id: tuple(opd) for node_id, opd in assigned.items()}


def nodes_named(patterns: Collection[str], ids: list[str]) -> tuple[str, ...]:
    """Return the ids that any pattern names; ``*`` stands for any characters."""
    exact = frozenset(patterns)
    wild = [pattern.split("*") for pattern in patterns if "*" in pattern]
    return tuple(
        node_id
        for node_id in ids
        if node_id in exact or any(_is_named(node_id, parts) for parts in wild)
    )


def _is_named(node_id: str, parts: list[str]) -> bool:
    """Return whether *node_id* is *parts* with any characters between; no pattern is slow."""
    first, *between, last = parts
    at, end = len(first), len(node_id) - len(last)
    if at > end or not (node_id.startswith(first) and node_id.endswith(last)):
        return False
    for part in between:
        found = node_id.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
