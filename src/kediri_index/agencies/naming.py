"""Which agency (OPD) a text names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kediri_index.model.names import exact
from kediri_index.model.profile import Opd, Profile


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
