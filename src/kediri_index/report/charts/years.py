"""A line of scores over the years, with targets."""

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
    text_width,
)

WIDTH, HEIGHT = 460.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 26.0, 46.0, 30.0
_SIZE = 13.0
_FEW_PIXELS = 14


class Point(NamedTuple):
    """One year; *score* and *target* in points of the scale, with their texts."""

    year: int
    score: float | None
    score_text: str
    target: float | None
    target_text: str


class Names(NamedTuple):
    """What the two lines are called, and how a figure on the axis is written."""

    score: str
    target: str
    ticks: dict[float, str]


def axis(values: Sequence[float], low: float | None, high: float | None) -> tuple[float, ...]:
    """Return the figures on the axis around *values*: halves, within the ends of the scale."""
    step = 0.5
    while (max(values) - min(values)) / step > 5:  # noqa: PLR2004 - as many lines are still quiet
        step *= 2
    first = math.floor((min(values) - step / 5) / step) * step
    last = math.ceil((max(values) + step / 5) / step) * step
    first = first if low is None else max(first, low)
    last = last if high is None else min(last, high)
    count = max(round((last - first) / step), 1)
    return tuple(first + step * number for number in range(count + 1))


def years(points: Sequence[Point], names: Names) -> Drawing:
    """Return the line; what lies between two points that are years apart is drawn straight."""
    place = _Place(points, tuple(names.ticks))
    shapes: list[Shape] = []
    for tick, text in names.ticks.items():
        y = place.y(tick)
        shapes.append(Line(_LEFT, y, WIDTH - _RIGHT + 14, y, Role.GRID, 1))
        shapes.append(Label(_LEFT - 8, y + 4, text, Role.MUTED, 12, Anchor.END))
    shapes += [
        Label(place.x(one.year), HEIGHT - 8, str(one.year), Role.MUTED, _SIZE, Anchor.MIDDLE)
        for one in points
    ]
    targets = [one for one in points if one.target is not None]
    scores = [one for one in points if one.score is not None]
    if targets:
        ends = tuple((place.x(one.year), place.y(one.target or 0)) for one in targets)
        shapes.append(Path(ends, Role.TARGET, 1.5, dashed=True))
        shapes += [Dot(x, y, 4.5, Role.TARGET, hollow=True) for x, y in ends]
    ends = tuple((place.x(one.year), place.y(one.score or 0)) for one in scores)
    shapes.append(Path(ends, Role.MAIN, 2.5))
    shapes += [Dot(x, y, 4.5, Role.MAIN) for x, y in ends]
    for one in points:
        shapes += place.figures(one)
    return Drawing(WIDTH, HEIGHT, (*shapes, *_legend(names, with_targets=bool(targets))))


class _Place:
    """Where years and figures stand."""

    def __init__(self, points: Sequence[Point], ticks: Sequence[float]) -> None:
        self.first, self.last = points[0].year, points[-1].year
        self.low, self.high = ticks[0], ticks[-1]

    def x(self, year: int) -> float:
        inner = WIDTH - _LEFT - _RIGHT - 30
        part = (year - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return _LEFT + 20 + part * inner

    def y(self, value: float) -> float:
        inner = HEIGHT - _TOP - _BOTTOM
        return _TOP + (self.high - value) / ((self.high - self.low) or 1) * inner

    def figures(self, one: Point) -> list[Shape]:
        """Return the figures of a year: the higher one above its dot, the lower one below."""
        score, target = one.score, one.target
        below = score is not None and target is not None and target >= score
        found: list[Shape] = []
        if score is not None:
            y = self.y(score) + (20 if below else -10)
            found.append(
                Label(
                    self.x(one.year), y, one.score_text, Role.INK, _SIZE, Anchor.MIDDLE, bold=True
                )
            )
        if target is not None:
            above = below or score is None
            y = self.y(target) + (-10 if above else 20)
            found.append(
                Label(self.x(one.year), y, one.target_text, Role.TARGET, _SIZE, Anchor.MIDDLE)
            )
        return found


def _legend(names: Names, *, with_targets: bool) -> list[Shape]:
    shapes: list[Shape] = [
        Dot(7, 13, 4.5, Role.MAIN),
        Label(18, 17.5, names.score, Role.INK, _SIZE),
    ]
    if with_targets:
        at = 18 + text_width(names.score, _SIZE) + _FEW_PIXELS
        shapes.append(Dot(at + 7, 13, 4.5, Role.TARGET, hollow=True))
        shapes.append(Label(at + 18, 17.5, names.target, Role.INK, _SIZE))
    return shapes
