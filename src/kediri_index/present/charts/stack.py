"""One bar of several pieces, with their names and numbers below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import Drawing, Label, Rect, Role, Shape, text_width

WIDTH = 460.0
_THICK, _SIZE, _GAP = 22.0, 13.0, 2.0
_ROLES = (Role.MAIN, Role.EARLIER, Role.TARGET, Role.GRID)
"""Of the pieces in their order; which is which the names say."""


class Piece(NamedTuple):
    """A piece as long as its number."""

    label: str
    number: int


def stack(pieces: Sequence[Piece]) -> Drawing:
    """Return the pieces side by side; at most four."""
    total = sum(piece.number for piece in pieces) or 1
    shapes: list[Shape] = [Rect(0, 0, WIDTH, _THICK, Role.TRACK, 2)]
    x, legend_x, legend_y = 0.0, 0.0, _THICK + 22
    for piece, role in zip(pieces, _ROLES, strict=False):
        wide = piece.number / total * WIDTH
        if piece.number:
            shapes.append(Rect(x, 0, max(wide - _GAP, 1), _THICK, role, 2))
        x += wide
        text = f"{piece.label} {piece.number}"
        needed = 18 + text_width(text, _SIZE) + 18
        if legend_x and legend_x + needed > WIDTH:
            legend_x, legend_y = 0.0, legend_y + 22
        shapes.append(Rect(legend_x, legend_y - 10, 11, 11, role, 2))
        shapes.append(Label(legend_x + 17, legend_y, text, Role.INK, _SIZE))
        legend_x += needed
    return Drawing(WIDTH, legend_y + 8, tuple(shapes))
