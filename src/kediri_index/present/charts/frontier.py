"""What scores cost: a curve from the score of now to the best that can be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Shape,
    ShapeRole,
    Stroke,
    Zone,
    text_width,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark, legend

WIDTH = 460.0
_HIGH, _SMALL = 190.0, 12.0
_RIGHT, _APART = 18.0, 6.0


class CostPoint(NamedTuple):
    """What it costs to come to a score, and both in words."""

    score: float
    cost: float
    score_text: str
    cost_text: str


class CostAxes(NamedTuple):
    """What the curve and the target are called, and the figures at the axis of costs."""

    cost: str
    score: str
    ticks: Mapping[float, str]
    goal: float | None = None
    goal_text: str = ""


def frontier(points: Sequence[CostPoint], axes: CostAxes) -> Picture:
    """Return the curve of *points*, whose scores rise; one zone a point, in their order."""
    entries = [LegendEntry(axes.cost, ShapeRole.MAIN, LegendMark.DOT)]
    if axes.goal is not None:
        entries.append(LegendEntry(axes.goal_text, ShapeRole.TARGET, LegendMark.TICK))
    shapes, top = legend(entries, WIDTH)
    top += 10
    floor = top + _HIGH
    left = max(text_width(text, _SMALL) for text in axes.ticks.values()) + 12
    low, span = points[0].score, (points[-1].score - points[0].score) or 1
    most = max(axes.ticks) or 1

    def x(score: float) -> float:
        share = min(max((score - low) / span, 0), 1)
        return left + 8 + share * (WIDTH - _RIGHT - left - 8)

    def y(cost: float) -> float:
        return floor - cost / most * _HIGH

    for tick, text in axes.ticks.items():
        shapes.append(Stroke(left, y(tick), WIDTH, y(tick), ShapeRole.GRID, 1))
        shapes.append(Lettering(left - 6, y(tick) + 4, text, ShapeRole.MUTED, _SMALL, Anchor.END))
    if axes.goal is not None:
        at = x(axes.goal)
        shapes.append(Stroke(at, top, at, floor, ShapeRole.TARGET, 2))
    ends = tuple((x(one.score), y(one.cost)) for one in points)
    shapes.append(Path(ends, ShapeRole.MAIN, 2))
    shapes += [Dot(*end, 4, ShapeRole.MAIN) for end in ends]
    shapes += _scores(points, [end[0] for end in ends], floor + 16)
    shapes.append(Lettering(WIDTH, floor + 33, axes.score, ShapeRole.MUTED, _SMALL, Anchor.END))
    return Picture(WIDTH, floor + 38, (*shapes, *_zones(points, axes, ends, (top, floor))))


def _scores(points: Sequence[CostPoint], places: Sequence[float], y: float) -> list[Shape]:
    """Return the scores below their points, where there is room: the first and the last first."""
    kept: list[Lettering] = []
    for at in (0, len(points) - 1, *range(1, len(points) - 1)):
        half = text_width(points[at].score_text, _SMALL) / 2
        x = min(max(places[at], half), WIDTH - half)
        room = [abs(x - one.x) - text_width(one.text, _SMALL) / 2 - half for one in kept]
        if min(room, default=_APART) >= _APART:
            text = points[at].score_text
            kept.append(Lettering(x, y, text, ShapeRole.MUTED, _SMALL, Anchor.MIDDLE))
    return list(kept)


def _zones(
    points: Sequence[CostPoint],
    axes: CostAxes,
    ends: Sequence[tuple[float, float]],
    rows: tuple[float, float],
) -> list[Zone]:
    """Return a zone about each point, as far as half of the way to those beside it."""
    places = [end[0] for end in ends]
    begins = [places[0] - 8, *((a + b) / 2 for a, b in pairwise(places))]
    stops = [*begins[1:], places[-1] + 8]
    return [
        Zone(
            begin,
            rows[0],
            stop - begin,
            rows[1] - rows[0],
            f"{axes.score} {one.score_text}; {axes.cost} {one.cost_text}",
        )
        for one, begin, stop in zip(points, begins, stops, strict=True)
    ]
