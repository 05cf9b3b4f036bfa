"""Bars as text: from the left, and both ways from a line in the middle."""

from __future__ import annotations

from fractions import Fraction

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_MARK = {True: "|", False: "┊"}
_LINE = {True: "|", False: "│"}


def bar(share: Fraction, width: int, *, mark: Fraction | None = None, ascii_only: bool) -> str:
    """Return *width* characters, filled as far as *share* of 1, with a mark at *mark*."""
    eighths = round(_within(share) * width * 8)
    whole, rest = divmod(eighths, 8)
    if ascii_only:
        cells = list(("#" * round(eighths / 8)).ljust(width))
    else:
        cells = list(("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width))
    if mark is not None:
        place = min(int(_within(mark) * width), width - 1)
        if cells[place] == " ":
            cells[place] = _MARK[ascii_only]
    return "".join(cells)


def both_ways(share: Fraction, width: int, *, ascii_only: bool) -> str:
    """Return a line with a bar at its left below 0, else at its right; what is not 0 is seen."""
    arm = (width - 1) // 2
    halves = round(abs(share) * arm * 2)
    if share:
        halves = max(halves, 1)
    if ascii_only:
        drawn = "#" * ((halves + 1) // 2)
    else:
        rest = ("▐" if share < 0 else "▌") if halves % 2 else ""
        drawn = rest + "█" * (halves // 2) if share < 0 else "█" * (halves // 2) + rest
    left, right = (drawn, "") if share < 0 else ("", drawn)
    return f"{left:>{arm}}{_LINE[ascii_only]}{right:<{arm}}"


def _within(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))
