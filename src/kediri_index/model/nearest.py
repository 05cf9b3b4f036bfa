"""The nearest known name to a misspelt one, for suggestions only: never a match."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

NEARLY_THE_SAME = 0.88
"""How like two names are of which one is perhaps a slip for the other."""

_COMPARED = 10
"""How many that are equally like it are compared letter by letter."""
_LONGEST: Final = 100
"""Letters of a name that has a nearest one: the time of a comparison grows with their square."""
_WORK: Final = 10_000_000
"""Pairs of letters compared for the misspelt names of one list: about a second."""
_WORK_OF_A_NAME: Final = 40


class Suggestion(NamedTuple):
    """A known name near to what was seen, or None; a finding's text shows it or nothing."""

    name: str | None


class Names:
    """Known names; each misspelt one gets the nearest, until a bounded amount of work is done.

    Some hundred misspelt names among a thousand are within it. What is beyond it has no suggestion.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._by_folded = {name.casefold(): name for name in known}
        self._by_length: dict[int, list[str]] = {}
        for name in self._by_folded:
            self._by_length.setdefault(len(name), []).append(name)
        self._found: dict[tuple[str, float], str | None] = {}
        self._work = _WORK

    def nearest(self, name: str, *, cutoff: float = 0.6) -> str | None:
        """Return the known name most like *name*, or None where nothing comes near."""
        if len(name) > _LONGEST:
            return None
        asked = name.casefold(), cutoff
        if asked not in self._found and self._work > 0:
            self._found[asked] = self._nearest(*asked)
        return self._found.get(asked)

    def _nearest(self, folded: str, cutoff: float) -> str | None:
        size = len(folded)
        reach = (2 - cutoff) / cutoff  # beyond it too few letters can be the same
        candidates: list[str] = []
        for length, names in self._by_length.items():
            if size <= length * reach and length <= min(size * reach, 2 * _LONGEST):
                self._work -= len(names) * (_WORK_OF_A_NAME + size * length)
                candidates += names
        return None if self._work <= 0 else self._closest(folded, candidates, cutoff)

    def _closest(self, folded: str, candidates: list[str], cutoff: float) -> str | None:
        import difflib  # noqa: PLC0415 - only a fault needs it

        def likeness(candidate: str) -> tuple[float, int]:
            ratio = difflib.SequenceMatcher(None, candidate, folded).ratio()
            return ratio, sum(map(str.__eq__, candidate, folded))  # the same letters in place

        close = difflib.get_close_matches(folded, candidates, n=_COMPARED, cutoff=cutoff)
        return self._by_folded[max(close, key=likeness)] if close else None

    def suggest(self, name: str, *, cutoff: float = 0.6) -> Suggestion:
        """Return the nearest known name as a finding's parameter."""
        return Suggestion(self.nearest(name, cutoff=cutoff))


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name most like *name*, or None where nothing comes near."""
    return Names(known).nearest(name, cutoff=cutoff)


def suggest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> Suggestion:
    """Return the nearest known name as a finding's parameter."""
    return Names(known).suggest(name, cutoff=cutoff)
