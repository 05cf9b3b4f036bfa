"""Which indicators several agencies (OPD) share, and who is in charge of each."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.agencies.assignment import Ids, opd_of_leaves
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Profile, Sharing

_SAME = Sharing()


class SharedLeaf(NamedTuple):
    """The agencies that answer for one leaf, by id, and whose value counts."""

    owners: tuple[str, ...]
    sharing: Sharing

    @property
    def counting(self) -> tuple[str, ...]:
        """The agencies whose value counts."""
        return self.owners if self.sharing.lead is None else (self.sharing.lead,)


def shared_leaves(definition: Definition, profile: Profile | None) -> dict[str, SharedLeaf]:
    """Return the leaves of several agencies; an id in *shared* goes before a pattern."""
    several = {
        leaf: owners
        for leaf, owners in opd_of_leaves(definition, profile).items()
        if len(owners) > 1
    }
    if not several:
        return {}
    rules = _rules(profile, Ids(several))
    return {leaf: SharedLeaf(own, rules.get(leaf, _SAME)) for leaf, own in several.items()}


def opd_in_charge(definition: Definition, profile: Profile | None) -> dict[str, tuple[str, ...]]:
    """Return the OPD ids among which the weight of each leaf is divided equally."""
    shared = shared_leaves(definition, profile)
    return {
        leaf: shared[leaf].counting if leaf in shared else owners
        for leaf, owners in opd_of_leaves(definition, profile).items()
    }


def _rules(profile: Profile | None, leaves: Ids) -> dict[str, Sharing]:
    found: dict[str, Sharing] = {}
    shared = profile.shared if profile else {}
    for pattern in sorted(shared, key=lambda name: "*" in name):
        for leaf in leaves.named(pattern):
            found.setdefault(leaf, shared[pattern])
    return found
