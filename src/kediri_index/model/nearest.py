"""The nearest known name to a misspelt one, for suggestions only: never a match."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

NEARLY_THE_SAME = 0.88
"""How like two names are of which one is perhaps a slip for the other."""


class Suggestion(NamedTuple):
    """A known name near to what was seen, or None; a finding's text shows it or nothing."""

    name: str | None


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name most like *name*, or None where nothing comes near."""
    import difflib  # noqa: PLC0415 - only a fault needs it

    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def suggest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> Suggestion:
    """Return the nearest known name as a finding's parameter."""
    return Suggestion(nearest(name, known, cutoff=cutoff))
