"""Small numbers in words, for hints only: what is written in words is never read as a number."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_TEN: Final = 10
_NAMES_BY_MARK: Final = {
    "koma": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "point": "zero one two three four five six seven eight nine ten",
}


def number_in_words(text: str) -> Fraction | None:
    """Return the number that *text* says in the words of one language, or None.

    That is 0 to 10, or digits behind a decimal mark: *tiga koma dua lima* is 3.25.
    """
    first, *others = text.casefold().split() or [""]
    for mark, in_order in _NAMES_BY_MARK.items():
        names = in_order.split()
        if not {first, *others[1:]} <= set(names):
            continue
        whole, digits = names.index(first), [names.index(word) for word in others[1:]]
        if not others:
            return Fraction(whole)
        if others[0] == mark and digits and _TEN not in (whole, *digits):
            return Fraction(int("".join(map(str, (whole, *digits)))), _TEN ** len(digits))
    return None
