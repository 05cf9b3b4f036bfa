"""How parts go together: a disc for every two of them, as large as their correlation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Picture,
    Rect,
    Shape,
    ShapeRole,
    Zone,
    fitted,
    text_width,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark, legend

WIDTH = 460.0
_NAMES, _CELL, _MARGIN = 190.0, 40.0, 4.0
_SIZE, _SMALL = 12.5, 12.0
MOST = 14
"""So many parts have room for their figures."""


class MatrixPair(NamedTuple):
    """Two parts by their numbers, the first above the second; *size* is from -1 to 1."""

    first: int
    second: int
    text: str
    size: float | None
    said: str = ""


def matrix(
    labels: Sequence[str], pairs: Sequence[MatrixPair], together: str, against: str
) -> Picture:
    """Return a row and a column for each part: discs below the diagonal, figures above it.

    *together* and *against* are what full and hollow discs stand for.
    """
    signs = {one.size > 0 for one in pairs if one.size}
    entries = [LegendEntry(together, ShapeRole.MAIN, LegendMark.DOT)] if True in signs else []
    if False in signs:
        entries.append(LegendEntry(against, ShapeRole.DOWN, LegendMark.RING))
    shapes, top = legend(entries, WIDTH)
    top += 20
    count = len(labels)
    numbers = text_width(str(count), _SIZE, bold=True) + 8
    widest = max(text_width(one, _SIZE) for one in labels) + 10
    cell = min(_CELL, (WIDTH - numbers - min(widest, _NAMES)) / count)
    left = WIDTH - cell * count
    for at, label in enumerate(labels):
        number, y = str(at + 1), top + (at + 0.5) * cell
        text = fitted(label, left - numbers - 10, _SIZE)
        x = left + (at + 0.5) * cell
        shapes += [
            Lettering(0, y + 4.5, number, ShapeRole.INK, _SIZE, bold=True),
            Lettering(numbers, y + 4.5, text, ShapeRole.INK, _SIZE),
            Lettering(x, top - 6, number, ShapeRole.INK, _SIZE, Anchor.MIDDLE, bold=True),
            Rect(x - cell / 2 + 1, y - cell / 2 + 1, cell - 2, cell - 2, ShapeRole.TRACK),
        ]
    zones: list[Zone] = []
    for one in pairs:
        shapes += _pair(one, left, top, cell)
        for column, row in ((one.first, one.second), (one.second, one.first)):
            zones.append(Zone(left + column * cell, top + row * cell, cell, cell, one.said))
    return Picture(WIDTH, top + cell * count + 2, (*shapes, *zones))


def _pair(one: MatrixPair, left: float, top: float, cell: float) -> list[Shape]:
    x, y = left + one.first * cell, top + one.second * cell
    shapes: list[Shape] = [Rect(x + 1, y + 1, cell - 2, cell - 2, ShapeRole.TRACK)]
    if one.size:
        radius = (cell / 2 - _MARGIN) * abs(one.size) ** 0.5
        is_against = one.size < 0
        role = ShapeRole.DOWN if is_against else ShapeRole.MAIN
        shapes.append(Dot(x + cell / 2, y + cell / 2, radius, role, hollow=is_against))
    middle, base = left + (one.second + 0.5) * cell, top + (one.first + 0.5) * cell + 4.5
    if text_width(one.text, _SMALL) <= cell:
        shapes.append(Lettering(middle, base, one.text, ShapeRole.INK, _SMALL, Anchor.MIDDLE))
    return shapes
