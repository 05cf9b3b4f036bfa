"""A bar to the left or the right of a line: what pulls down, and what pulls up."""

from __future__ import annotations

from fractions import Fraction

_LINE, _FULL, _HALF_LEFT, _HALF_RIGHT = "│", "█", "▐", "▌"
_ASCII_LINE, _ASCII_FULL = "|", "#"


def two_sided_bar(value: Fraction, largest: Fraction, arm: int, *, ascii_only: bool) -> str:
    """Return a line with *arm* characters on either side; *largest* (above 0) fills one.

    What is not 0 is never seen as none.
    """
    halves = round(abs(value) / largest * arm * 2)
    if value:
        halves = max(halves, 1)
    if ascii_only:
        drawn = _ASCII_FULL * ((halves + 1) // 2)
    else:
        half = _HALF_LEFT if value < 0 else _HALF_RIGHT
        whole = _FULL * (halves // 2)
        rest = half if halves % 2 else ""
        drawn = rest + whole if value < 0 else whole + rest
    line = _ASCII_LINE if ascii_only else _LINE
    left, right = (drawn, "") if value < 0 else ("", drawn)
    return f"{left:>{arm}}{line}{right:<{arm}}"
