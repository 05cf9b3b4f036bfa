"""Which agency (OPD) a text names, and which answers for which leaf, alone or with others."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.profile import Opd, Profile, Sharing
from kediri_index.model.text import exact, matches


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


def spellings(profile: Profile) -> list[str]:
    """Return every name by which the profile knows its agencies."""
    return [
        name for opd in profile.opd for name in (opd.name, opd.short or opd.name, *opd.also, opd.id)
    ]


def opd_named(profile: Profile, text: str) -> Opd | None:
    """Return the agency whose id, name or other spelling *text* is; None where it is no one's.

    Letters may be small or capital and spaces many; nothing that is merely alike matches.
    """
    return _by_name(profile.opd).get(exact(text))


@lru_cache(maxsize=4)
def _by_name(agencies: tuple[Opd, ...]) -> Mapping[str, Opd]:
    """Return the agency of each name: ids come before other spellings, and the first wins."""
    named: dict[str, Opd] = {}
    for opd in agencies:
        named.setdefault(exact(opd.id), opd)
    for opd in agencies:
        for spelling in filter(None, (opd.name, opd.short, *opd.also)):
            named.setdefault(exact(spelling), opd)
    return named


_SAME = Sharing()


class SharedLeaf(NamedTuple):
    """The agencies that answer for one leaf, by id, and whose value counts."""

    owners: tuple[str, ...]
    sharing: Sharing

    @property
    def counting(self) -> tuple[str, ...]:
        """The agencies whose value counts."""
        return self.owners if self.sharing.lead is None else (self.sharing.lead,)

    def named(self, opd: str, names: Mapping[str, str]) -> dict[str, str]:
        """Return the names of the *others* beside *opd*, and of the *lead*, as *names* has them."""
        others = (names.get(one, one) for one in self.owners if one != opd)
        lead = self.sharing.lead or ""
        return {"others": ", ".join(others), "lead": names.get(lead, lead)}

    def part_of(self, opd: str) -> str:
        """Return what becomes of the value of *opd*: ``same``, ``mean`` or ``sum`` with others.

        With a lead it is ``lead`` where the value counts, ``beside`` where it does not.
        """
        if self.sharing.lead is None:
            return self.sharing.combine.value
        return "lead" if self.sharing.lead == opd else "beside"


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
