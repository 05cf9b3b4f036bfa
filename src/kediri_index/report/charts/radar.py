"""A radar: one axis a part, all with the same scale, from the middle outwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.report.charts.drawing import (
    Anchor,
    Dot,
    Drawing,
    Label,
    Line,
    Path,
    Role,
    Shape,
    fitted,
    text_width,
)

WIDTH, HEIGHT = 460.0, 352.0
_MIDDLE, _RADIUS, _SIZE = (230.0, 172.0), 122.0, 13.0
_STRAIGHT = 0.05
"""Axes that lean less have their names above or below the end, not beside it."""
FEWEST = 3
"""So many axes make an area."""


class Axis(NamedTuple):
    """One axis: how far its part reaches and reached *before*, each 0 to 1 of the scale."""

    label: str
    text: str
    reach: float | None
    before: float | None = None


def radar(axes: Sequence[Axis], rings: Sequence[float], goal: float | None = None) -> Drawing:
    """Return the radar with rings at *rings* and a dashed one at *goal*, each 0 to 1."""
    count = len(axes)
    shapes: list[Shape] = [
        Path(_ring(count, [ring] * count), Role.GRID, 1, closed=True) for ring in rings
    ]
    for position in range(count):
        end = _at(position, count, 1)
        shapes.append(Line(*_MIDDLE, *end, Role.GRID, 1))
    if all(axis.before is not None for axis in axes):
        before = _ring(count, [axis.before or 0 for axis in axes])
        shapes.append(Path(before, Role.EARLIER, 1.5, closed=True, dashed=True))
    if goal is not None:
        shapes.append(Path(_ring(count, [goal] * count), Role.TARGET, 1.5, closed=True))
    points = _ring(count, [axis.reach or 0 for axis in axes])
    shapes.append(Path(points, Role.SOFT, closed=True, filled=True))
    shapes.append(Path(points, Role.MAIN, 2.5, closed=True))
    shapes += [Dot(x, y, 3.5, Role.MAIN) for x, y in points]
    for position, axis in enumerate(axes):
        shapes += _name(axis, position, count)
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def _at(position: int, count: int, reach: float) -> tuple[float, float]:
    angle = 2 * math.pi * position / count
    x, y = _MIDDLE
    return x + math.sin(angle) * reach * _RADIUS, y - math.cos(angle) * reach * _RADIUS


def _ring(count: int, reaches: Sequence[float]) -> tuple[tuple[float, float], ...]:
    return tuple(_at(position, count, reach) for position, reach in enumerate(reaches))


def _name(axis: Axis, position: int, count: int) -> list[Shape]:
    """Return the name in up to three lines beside the end of its axis, and the figure below."""
    angle = 2 * math.pi * position / count
    lean = math.sin(angle)
    x, y = _at(position, count, 1.1)
    if abs(lean) < _STRAIGHT:
        anchor, room = Anchor.MIDDLE, WIDTH - 20
    elif lean > 0:
        anchor, room = Anchor.START, WIDTH - x
    else:
        anchor, room = Anchor.END, x
    lines = [*_wrapped(axis.label, room), axis.text]
    above = 1 - (1 - math.cos(angle)) / 2  # 1 at the top, 0 at the bottom
    first = y + 12 - above * (len(lines) - 1) * 16 - above * 8
    return [
        Label(x, first + 16 * number, line, Role.INK, _SIZE, anchor, bold=line is lines[-1])
        for number, line in enumerate(lines)
    ]


def _wrapped(label: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        if lines and text_width(f"{lines[-1]} {word}", _SIZE) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = lines[:3]
    if len(lines) > len(kept):
        kept[-1] = f"{kept[-1]}…"
    return [fitted(line, room, _SIZE) for line in kept]
