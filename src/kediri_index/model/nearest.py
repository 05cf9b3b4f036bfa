"""The nearest known name to a misspelt one, for suggestions only: never a match."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

NEARLY_THE_SAME = 0.88
"""How like two names are of which one is perhaps a slip for the other."""

_COMPARED = 10
"""How many that are equally like it are compared letter by letter."""


class Suggestion(NamedTuple):
    """A known name near to what was seen, or None; a finding's text shows it or nothing."""

    name: str | None


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name most like *name*, or None where nothing comes near."""
    import difflib  # noqa: PLC0415 - only a fault needs it

    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = name.casefold()

    def likeness(candidate: str) -> tuple[float, int]:
        ratio = difflib.SequenceMatcher(None, candidate, folded).ratio()
        return ratio, sum(map(str.__eq__, candidate, folded))  # the same letters in their places

    close = difflib.get_close_matches(folded, by_folded, n=_COMPARED, cutoff=cutoff)
    return by_folded[max(close, key=likeness)] if close else None


def suggest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> Suggestion:
    """Return the nearest known name as a finding's parameter."""
    return Suggestion(nearest(name, known, cutoff=cutoff))
