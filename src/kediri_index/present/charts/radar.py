"""A radar: one axis a part, all with the same scale, from the middle outwards."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kediri_index.present.charts.bars import Bar
from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Shape,
    ShapeRole,
    Stroke,
    fitted,
    text_width,
)

WIDTH, HEIGHT = 460.0, 352.0
_CENTRE, _RADIUS, _SIZE, _LINE = (230.0, 172.0), 122.0, 13.0, 16.0
_OUTSIDE = 1.1
"""Where names stand, in radii."""
_STRAIGHT = 0.05
"""Axes that lean less have their names above or below the end, not beside it."""
_MOST_LINES, _CROWDED = 3, 8
"""So many lines has a name; one less where so many axes leave little room."""
FEWEST = 3
"""So many axes make an area."""


def radar(axes: Sequence[Bar], rings: Sequence[float], goal: float | None = None) -> Picture:
    """Return the radar with rings at *rings* and a dashed one at *goal*, each 0 to 1."""
    web = _Web(axes)
    count = len(axes)
    shapes: list[Shape] = [
        Path(web.ring([ring] * count), ShapeRole.GRID, 1, closed=True) for ring in rings
    ]
    shapes += [
        Stroke(*web.middle, *web.at(position, 1), ShapeRole.GRID, 1) for position in range(count)
    ]
    if all(axis.before is not None for axis in axes):
        before = web.ring([axis.before or 0 for axis in axes])
        shapes.append(Path(before, ShapeRole.EARLIER, 1.5, closed=True, dashed=True))
    if goal is not None:
        shapes.append(Path(web.ring([goal] * count), ShapeRole.TARGET, 1.5, closed=True))
    points = web.ring([axis.reach or 0 for axis in axes])
    shapes.append(Path(points, ShapeRole.SOFT, closed=True, filled=True))
    shapes.append(Path(points, ShapeRole.MAIN, 2.5, closed=True))
    shapes += [Dot(x, y, 3.5, ShapeRole.MAIN) for x, y in points]
    names = [label for position in range(count) for label in web.name(position)]
    lowest = max(label.y for label in names)
    return Picture(WIDTH, max(HEIGHT, lowest + 8), (*shapes, *names))


class _Web:
    """Where the axes stand, and their names."""

    def __init__(self, axes: Sequence[Bar]) -> None:
        self.axes = axes
        self.middle = _CENTRE
        above = min(label.y - _SIZE for label in self.name(0))  # the first axis goes straight up
        if above < 0:
            self.middle = (_CENTRE[0], _CENTRE[1] - above)

    def at(self, position: int, reach: float) -> tuple[float, float]:
        """Return the point on an axis, *reach* radii from the middle."""
        angle = self._angle(position)
        x, y = self.middle
        return x + math.sin(angle) * reach * _RADIUS, y - math.cos(angle) * reach * _RADIUS

    def ring(self, reaches: Sequence[float]) -> tuple[tuple[float, float], ...]:
        """Return a point on each axis."""
        return tuple(self.at(position, reach) for position, reach in enumerate(reaches))

    def name(self, position: int) -> list[Lettering]:
        """Return the name beside the end of its axis, and the figure below it."""
        axis = self.axes[position]
        angle = self._angle(position)
        x, y = self.at(position, _OUTSIDE)
        lean = math.sin(angle)
        if abs(lean) < _STRAIGHT:
            anchor, room = Anchor.MIDDLE, self._between_neighbours()
        elif lean > 0:
            anchor, room = Anchor.START, WIDTH - x
        else:
            anchor, room = Anchor.END, x
        most = _MOST_LINES - (len(self.axes) >= _CROWDED)
        lines = [*_wrapped(axis.label, room, most), axis.text]
        above = 1 - (1 - math.cos(angle)) / 2  # 1 at the top, 0 at the bottom
        first = y + 12 - above * (len(lines) - 1) * _LINE - above * 8
        return [
            Lettering(
                x,
                first + _LINE * number,
                line,
                ShapeRole.INK,
                _SIZE,
                anchor,
                bold=line is lines[-1],
            )
            for number, line in enumerate(lines)
        ]

    def _angle(self, position: int) -> float:
        return 2 * math.pi * position / len(self.axes)

    def _between_neighbours(self) -> float:
        """Return how wide a name straight above or below the middle may be."""
        if self._angle(1) >= math.pi / 2:  # the neighbours' names stand much lower
            return WIDTH - 20
        return 2 * math.sin(self._angle(1)) * _OUTSIDE * _RADIUS - 2 * _SIZE


def _wrapped(label: str, room: float, most: int) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        if lines and text_width(f"{lines[-1]} {word}", _SIZE) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > len(kept):
        kept[-1] = f"{kept[-1]}…"
    return [fitted(line, room, _SIZE) for line in kept]
