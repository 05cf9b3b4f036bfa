"""Which agency (OPD) a text names."""

from __future__ import annotations

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
    wanted = exact(text)
    for opd in profile.opd:
        if exact(opd.id) == wanted:
            return opd
    for opd in profile.opd:
        spellings = (opd.name, opd.short, *opd.also)
        if any(spelling and exact(spelling) == wanted for spelling in spellings):
            return opd
    return None
