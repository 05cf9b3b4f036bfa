"""Signed bars left and right of a line, each under its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Rect,
    Role,
    Shape,
    fitted,
    text_width,
)

WIDTH = 460.0
_ROW, _THICK, _SIZE = 42.0, 11.0, 13.5


class Part(NamedTuple):
    """One signed part; *size* in any unit that all parts share."""

    label: str
    text: str
    size: float


def diverging(parts: Sequence[Part]) -> Drawing:
    """Return the parts from top to bottom; what lowers goes left, what raises goes right."""
    low = min([0.0, *(one.size for one in parts)])
    high = max([0.0, *(one.size for one in parts)])
    span = (high - low) or 1.0
    zero = -low / span * WIDTH
    shapes: list[Shape] = []
    for position, one in enumerate(parts):
        top = 2 + position * _ROW
        room = WIDTH - text_width(one.text, _SIZE, bold=True) - 12
        wide = abs(one.size) / span * WIDTH
        left = zero if one.size > 0 else zero - wide
        shapes += [
            Label(0, top + 14, fitted(one.label, room, _SIZE), Role.INK, _SIZE),
            Label(WIDTH, top + 14, one.text, Role.INK, _SIZE, Anchor.END, bold=True),
            Rect(0, top + 20, WIDTH, _THICK, Role.TRACK, 2),
            Rect(left, top + 20, wide, _THICK, Role.UP if one.size > 0 else Role.DOWN, 2),
            Line(zero, top + 17, zero, top + 20 + _THICK + 3, Role.INK, 1.5),
        ]
    return Drawing(WIDTH, 4 + len(parts) * _ROW, tuple(shapes))
