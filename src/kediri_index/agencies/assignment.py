"""Which agency (OPD) answers for which leaf."""

from __future__ import annotations

from collections.abc import Iterable

from kediri_index.model.definition import Definition
from kediri_index.model.names import matches
from kediri_index.model.profile import Profile


def opd_of_leaves(definition: Definition, profile: Profile | None) -> dict[str, tuple[str, ...]]:
    """Return the OPD ids of every group and indicator that has any.

    The profile's assignment goes before the definition's own.
    """
    assigned: dict[str, list[str]] = {}
    ids = Ids(definition.nodes())
    for opd, patterns in (profile.assign if profile else {}).items():
        for node_id in ids.named(*patterns):
            assigned.setdefault(node_id, []).append(opd)
    for indicator in definition.all_indicators():
        if indicator.opd:
            assigned.setdefault(indicator.id, list(indicator.opd))
    return {node_id: tuple(opd) for node_id, opd in assigned.items()}


class Ids:
    """Ids in their order, found by patterns; ``*`` stands for any characters."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._places = {one: place for place, one in enumerate(ids)}

    def named(self, *patterns: str) -> tuple[str, ...]:
        """Return the ids that any of *patterns* names."""
        found = {one for one in patterns if one in self._places}
        for pattern in patterns:
            if "*" in pattern:
                found.update(one for one in self._places if matches(pattern, one))
        return tuple(sorted(found, key=self._places.__getitem__))
