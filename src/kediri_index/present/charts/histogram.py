"""How scores are spread: a column for each step of the scale, as high as its units are many."""

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
from kediri_index.present.charts.legend import LegendEntry, LegendMark
from kediri_index.present.charts.score_axis import SMALL, ScoreAxis, ScoreBand

WIDTH = 460.0
_HIGH, _ROOM = 170.0, 18.0
"""Of the highest column, and above it for its number."""
_SIDE, _LINE = 22.0, 15.0


class HistogramColumn(NamedTuple):
    """The units with a score from *start* to *end*; *own* is one's own among them."""

    start: float
    end: float
    units: int
    said: str = ""
    own: bool = False


class HistogramNames(NamedTuple):
    """What columns, one's own and the middle one's score are called, and where that stands.

    *bands* says what the areas behind are.
    """

    units: str
    own: str
    median: float
    median_text: str
    bands: str = ""


def histogram(
    columns: Sequence[HistogramColumn],
    names: HistogramNames,
    ticks: Mapping[float, str],
    bands: Sequence[ScoreBand],
) -> Picture:
    """Return the columns over the axis, each with its number where there is room."""
    has_own = any(one.own for one in columns)
    role = ShapeRole.EARLIER if has_own else ShapeRole.MAIN
    entries = [LegendEntry(names.units, role)]
    if has_own:
        entries.append(LegendEntry(names.own, ShapeRole.MAIN))
    entries.append(LegendEntry(names.median_text, ShapeRole.INK, LegendMark.TICK))
    axis = ScoreAxis(ticks, bands, _SIDE, WIDTH - _SIDE)
    shapes, top = axis.head(entries, WIDTH)
    floor = top + _ROOM + _HIGH
    shapes += axis.behind(top, floor)
    most = max(one.units for one in columns)
    numbers: list[Shape] = []
    zones: list[Zone] = []
    for one in columns:
        left, right = axis.x(one.start), axis.x(one.end)
        high = one.units / most * _HIGH
        x, wide = left + 0.75, max(right - left - 1.5, 0.5)
        fill = ShapeRole.MAIN if one.own else role
        if one.units:
            shapes.append(Rect(x, floor - high, wide, high, fill))
        text = str(one.units)
        if one.units and text_width(text, SMALL) <= right - left:
            middle = (left + right) / 2
            numbers.append(
                Lettering(middle, floor - high - 4, text, ShapeRole.INK, SMALL, Anchor.MIDDLE)
            )
        zones.append(Zone(left, top, right - left, floor - top, one.said))
    x = axis.x(names.median)
    shapes += [
        Stroke(axis.left, floor, axis.right, floor, ShapeRole.EARLIER, 1),
        Stroke(x, floor - _HIGH, x, floor, ShapeRole.PAPER, 4),
        Stroke(x, floor - _HIGH, x, floor, ShapeRole.INK, 2),
        *numbers,
        *axis.figures(floor + 15),
    ]
    y = floor + 20
    below = wrapped(axis.bands_below(names.bands), WIDTH, 2, SMALL)
    for line in below:
        y += _LINE
        shapes.append(Lettering(0, y, line, ShapeRole.MUTED, SMALL))
    y += 5 if below else 0
    return Picture(WIDTH, y, (*shapes, *zones))
