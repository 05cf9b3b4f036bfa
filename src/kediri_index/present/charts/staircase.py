"""A staircase of scores: from one level down and up by steps to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Lettering,
    Picture,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    Zone,
    text_width,
    wrapped,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark, legend

WIDTH = 460.0
_SIZE, _SMALL, _LINE = 12.5, 12.0, 15.0
_NAMES = 196.0
_ROW, _THICK = 36.0, 14.0
_APART = 14.0
_LEAST = 1.5
"""How wide a step is at least, so that one of nothing is seen."""


class Stair(NamedTuple):
    """A row: a step by *size* in points of the scale, or with *level* where the score stands.

    *role* is :attr:`ShapeRole.UP` or ``DOWN`` for what has happened, ``PLAN`` for what may.
    """

    label: str
    text: str
    role: ShapeRole = ShapeRole.MAIN
    size: float = 0
    level: float | None = None


class StairNames(NamedTuple):
    """What each role and the target are called; *goal* in points of the scale."""

    roles: Mapping[ShapeRole, str]
    ticks: Mapping[float, str]
    goal: float | None = None
    goal_text: str = ""


def staircase(rows: Sequence[Stair], names: StairNames) -> Picture:
    """Return the rows from top to bottom; each step begins where the one before it ends."""
    used = {one.role for one in rows}
    entries = [
        LegendEntry(text, role, LegendMark.TICK if role is ShapeRole.MAIN else LegendMark.AREA)
        for role, text in names.roles.items()
        if role in used
    ]
    if names.goal is not None:
        entries.append(LegendEntry(names.goal_text, ShapeRole.TARGET, LegendMark.TICK))
    shapes, top = legend(entries, WIDTH)
    top += 22
    wide = max(text_width(one.text, _SIZE, bold=True) for one in rows)
    place = _StairPlace(names.ticks, WIDTH - wide - _APART)
    floor = top + _ROW * len(rows)
    shapes += place.axis(top, floor)
    if names.goal is not None:
        x = place.x(names.goal)
        shapes.append(Stroke(x, top, x, floor, ShapeRole.TARGET, 2))
    at = 0.0
    for number, one in enumerate(rows):
        y = top + _ROW * number
        start, at = at, at + one.size if one.level is None else one.level
        shapes += place.row(one, (start, at), y)
        if number + 1 < len(rows):
            x, middle = place.x(at), y + _ROW / 2
            shapes.append(Stroke(x, middle, x, middle + _ROW, ShapeRole.MUTED, 1))
    zones = [
        Zone(0, top + _ROW * number, WIDTH, _ROW, f"{one.label}: {one.text}")
        for number, one in enumerate(rows)
    ]
    return Picture(WIDTH, floor + 2, (*shapes, *zones))


class _StairPlace:
    """Where scores stand between the names at the left and the figures at the right."""

    def __init__(self, ticks: Mapping[float, str], right: float) -> None:
        self.ticks = ticks
        self.low, self.high = min(ticks), max(ticks)
        self.left, self.right = _NAMES + 10, right - 6

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0), 1) * (self.right - self.left)

    def axis(self, top: float, floor: float) -> list[Shape]:
        """Return a line for each tick, and its figure where there is room."""
        shapes: list[Shape] = []
        free = -WIDTH
        for tick in sorted(self.ticks):
            x, text = self.x(tick), self.ticks[tick]
            half = text_width(text, _SMALL) / 2
            shapes.append(Stroke(x, top, x, floor, ShapeRole.GRID, 1))
            if x - half > free:
                free = x + half + 6
                shapes.append(Lettering(x, top - 6, text, ShapeRole.MUTED, _SMALL, Anchor.MIDDLE))
        return shapes

    def row(self, one: Stair, ends: tuple[float, float], top: float) -> list[Shape]:
        """Return the name, the figure, and the step between *ends*."""
        middle, is_level = top + _ROW / 2, one.level is not None
        lines = wrapped(one.label, _NAMES, 2, _SIZE)
        first = middle + 4.5 - (len(lines) - 1) * _LINE / 2
        shapes: list[Shape] = [
            Lettering(0, first + _LINE * at, line, ShapeRole.INK, _SIZE, bold=is_level)
            for at, line in enumerate(lines)
        ]
        shapes.append(
            Lettering(
                WIDTH, middle + 4.5, one.text, ShapeRole.INK, _SIZE, Anchor.END, bold=is_level
            )
        )
        left, right = sorted(map(self.x, ends))
        if is_level:
            x = self.x(ends[1])
            shapes.append(Stroke(x, middle - 12, x, middle + 12, ShapeRole.PAPER, 8))
            shapes.append(Stroke(x, middle - 12, x, middle + 12, ShapeRole.MAIN, 5))
        else:
            wide = max(right - left, _LEAST)
            shapes.append(Rect(left, middle - _THICK / 2, wide, _THICK, one.role, 1))
        return shapes
