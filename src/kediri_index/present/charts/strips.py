"""Where one unit stands among all, a row for each score: how the others are spread behind it."""

from __future__ import annotations

from collections.abc import Sequence
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
    fitted,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark, legend

WIDTH = 460.0
_ROW, _HIGH, _SIZE = 36.0, 24.0, 13.0
_NAMES, _PLOT = 140.0, 214.0
"""How wide names and the plot are; the rest is for figures."""
_GAP = 8.0
_BINS = 36
"""Into so many steps the scores of a row are counted."""
_DOT = 5.0


class Strip(NamedTuple):
    """A row: *own* and *others* are places from 0 to 1, *said* what somebody reads who points."""

    label: str
    text: str
    own: float
    median: float
    others: tuple[float, ...]
    said: str
    strong: bool = False


class StripNames(NamedTuple):
    """What is drawn: one's own, the others, the middle one; and the ends of all rows, if alike."""

    own: str
    others: str
    median: str
    ends: tuple[str, str] | None = None


def strips(rows: Sequence[Strip], names: StripNames) -> Picture:
    """Return the rows below each other."""
    entries = [
        LegendEntry(names.own, ShapeRole.MAIN, LegendMark.DOT),
        LegendEntry(names.others, ShapeRole.PLAN),
        LegendEntry(names.median, ShapeRole.INK, LegendMark.TICK),
    ]
    shapes, top = legend(entries, WIDTH)
    left = _NAMES + _GAP
    found: list[Shape] = list(shapes)
    zones: list[Zone] = []
    top += 6
    for at, row in enumerate(rows):
        floor = top + at * _ROW + _HIGH
        label = fitted(row.label, _NAMES, _SIZE)
        found += [
            Lettering(0, floor - 5, label, ShapeRole.INK, _SIZE, bold=row.strong),
            *_spread(row, left, floor),
            Stroke(left, floor, left + _PLOT, floor, ShapeRole.EARLIER, 1),
            Stroke(x := left + row.median * _PLOT, floor - _HIGH + 4, x, floor, ShapeRole.INK, 2),
            Dot(left + row.own * _PLOT, floor, _DOT + 2, ShapeRole.PAPER),
            Dot(left + row.own * _PLOT, floor, _DOT, ShapeRole.MAIN),
            Lettering(WIDTH, floor - 5, row.text, ShapeRole.INK, _SIZE, Anchor.END, row.strong),
        ]
        zones.append(Zone(0, floor - _HIGH, WIDTH, _ROW, row.said))
    bottom = top + len(rows) * _ROW
    if names.ends is not None:
        low, high = names.ends
        found += [
            Lettering(left, bottom + 4, low, ShapeRole.MUTED, 12),
            Lettering(left + _PLOT, bottom + 4, high, ShapeRole.MUTED, 12, Anchor.END),
        ]
        bottom += 8
    return Picture(WIDTH, bottom, (*found, *zones))


def _spread(row: Strip, left: float, floor: float) -> list[Shape]:
    """Return how the others are spread, as an outline with a step for each count."""
    counts = [0] * _BINS
    for place in row.others:
        counts[min(int(place * _BINS), _BINS - 1)] += 1
    most = max(counts)
    if not most:
        return []
    points = [(left, floor)]
    for at, count in enumerate(counts):
        high = floor - count / most * _HIGH
        points += [(left + at * _PLOT / _BINS, high), (left + (at + 1) * _PLOT / _BINS, high)]
    points.append((left + _PLOT, floor))
    needed = [
        point
        for at, point in enumerate(points)
        if not 0 < at < len(points) - 1 or not points[at - 1][1] == point[1] == points[at + 1][1]
    ]
    return [Path(tuple(needed), ShapeRole.PLAN, closed=True, filled=True)]
