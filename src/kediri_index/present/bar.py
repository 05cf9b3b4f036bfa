"""A bar as text: a score's place on the scale."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.scoring import Range

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_ASCII_FULL = "#"
_MARK = "┊"
_ASCII_MARK = "|"


def bar(
    score: Fraction, scale: Range, width: int, *, mark: Fraction | None = None, ascii_only: bool
) -> str:
    """Return *width* characters that show where *score* stands, with a mark at *mark*."""
    eighths = round(_share(score, scale) * width * 8)
    whole, rest = divmod(eighths, 8)
    if ascii_only:
        cells = list((_ASCII_FULL * round(eighths / 8)).ljust(width))
    else:
        cells = list(("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width))
    if mark is not None:
        place = min(int(_share(mark, scale) * width), width - 1)
        if cells[place] == " ":
            cells[place] = _ASCII_MARK if ascii_only else _MARK
    return "".join(cells)


def _share(value: Fraction, scale: Range) -> Fraction:
    low, high = scale
    return min(max((value - low) / (high - low), Fraction(0)), Fraction(1))
