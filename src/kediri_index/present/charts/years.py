"""A line of scores over the years, with targets."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
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
    text_width,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark, legend

WIDTH, HEIGHT = 460.0, 312.0
_RIGHT, _TOP, _BOTTOM = 26.0, 46.0, 46.0
_SIZE, _SMALL = 13.0, 12.0
_ABOVE, _BELOW, _APART = 10.0, 20.0, 3.0
"""How far figures stand from their dots, and at least from each other."""
_FINEST, _MOST_LINES = 8, 5
"""Lines are not closer than so many to the scale, nor so many between the values."""


class ChartedYear(NamedTuple):
    """One year; *score* and *target* in points of the scale, with their texts.

    A score that rests on another assessment than the others is not *joined* to them.
    """

    year: int
    score: float | None
    score_text: str
    target: float | None
    target_text: str
    joined: bool = True


class YearNames(NamedTuple):
    """What the two lines are called, and how a figure on the axis is written."""

    score: str
    target: str
    ticks: dict[float, str]


def axis(values: Sequence[float], low: float | None, high: float | None) -> tuple[float, ...]:
    """Return the figures on the axis around *values*: round ones, within the ends of the scale.

    They are never closer than an eighth of the scale, so that a small change does not look like a
    large one. Values beyond the scale, as a target may be, widen it.
    """
    least, most = min(values), max(values)
    span = most - least if low is None or high is None else high - low
    if low is None and least >= 0:
        low = 0
    step = next(
        step for step in round_steps(span / _FINEST) if (most - least) / step <= _MOST_LINES
    )
    first = math.floor((least - step / 5) / step)
    last = math.ceil((most + step / 5) / step)
    if low is not None:
        first = max(first, math.floor(min(low, least) / step))
    if high is not None:
        last = min(last, math.ceil(max(high, most) / step))
    return tuple(round(step * number, 10) for number in range(first, max(last, first + 1) + 1))


def round_steps(about: float) -> Iterator[float]:
    """Yield 0.1, 0.2, 0.5, 1, 2, 5 and so on, the first not above *about* where there is one."""
    size = math.floor(math.log10(about)) if about > 0 else 0
    for power in count(size):
        for figure in (1, 2, 5):
            following = {1: 2, 2: 5, 5: 10}[figure]
            if following * 10.0**power > about:
                yield figure * 10.0**power


def years(points: Sequence[ChartedYear], names: YearNames) -> Picture:
    """Return the line; what lies between two points that are years apart is drawn straight.

    Where years stand close, only figures that have room are written: the last ones first.
    """
    place = _ChartPlace(points, names.ticks)
    shapes: list[Shape] = []
    for tick, text in names.ticks.items():
        y = place.y(tick)
        shapes.append(Stroke(place.left, y, WIDTH - _RIGHT + 14, y, ShapeRole.GRID, 1))
        shapes.append(Lettering(place.left - 8, y + 4, text, ShapeRole.MUTED, _SMALL, Anchor.END))
    targets = [one for one in points if one.target is not None]
    scores = [one for one in points if one.score is not None]
    if targets:
        ends = tuple((place.x(one.year), place.y(one.target or 0)) for one in targets)
        shapes.append(Path(ends, ShapeRole.TARGET, 1.5, dashed=True))
        shapes += [Dot(x, y, 4.5, ShapeRole.TARGET, hollow=True) for x, y in ends]
    ends = tuple((place.x(one.year), place.y(one.score or 0)) for one in scores if one.joined)
    shapes.append(Path(ends, ShapeRole.MAIN, 2.5))
    shapes += [
        Dot(place.x(one.year), place.y(one.score or 0), 4.5, ShapeRole.MAIN, hollow=not one.joined)
        for one in scores
    ]
    backwards = list(reversed(points))
    shapes += _with_room([place.year(one) for one in backwards])
    shapes += _with_room([label for one in backwards for label in place.figures(one)])
    entries = [LegendEntry(names.score, ShapeRole.MAIN, LegendMark.DOT)]
    if targets:
        entries.append(LegendEntry(names.target, ShapeRole.TARGET, LegendMark.RING))
    return Picture(WIDTH, HEIGHT, (*shapes, *legend(entries, WIDTH, 3)[0]))


def _with_room(labels: Sequence[Lettering]) -> list[Lettering]:
    """Return the labels that do not run into one before them."""
    kept: list[Lettering] = []
    for label in labels:
        if not any(_meet(label, one) for one in kept):
            kept.append(label)
    return kept


def _meet(one: Lettering, other: Lettering) -> bool:
    """Return whether two labels, both about their middle, touch."""
    wide = (_width(one) + _width(other)) / 2 + _APART
    return abs(one.x - other.x) < wide and abs(one.y - other.y) < _SIZE


def _width(label: Lettering) -> float:
    return text_width(label.text, label.size, bold=label.bold)


class _ChartPlace:
    """Where years and figures stand."""

    def __init__(self, points: Sequence[ChartedYear], ticks: Mapping[float, str]) -> None:
        self.first, self.last = points[0].year, points[-1].year
        self.low, self.high = min(ticks), max(ticks)
        self.left = max(text_width(text, _SMALL) for text in ticks.values()) + 12
        texts = [text for one in points for text in (one.score_text, one.target_text)]
        self.inset = max(text_width(text, _SIZE, bold=True) for text in texts) / 2

    def x(self, year: int) -> float:
        """Return where a year stands: figures about it stay inside of the picture."""
        begin, end = self.left + self.inset, WIDTH - max(self.inset, _RIGHT)
        part = (year - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return begin + part * (end - begin)

    def y(self, value: float) -> float:
        """Return where a figure of the axis stands."""
        inner = HEIGHT - _TOP - _BOTTOM
        return _TOP + (self.high - value) / (self.high - self.low) * inner

    def year(self, one: ChartedYear) -> Lettering:
        """Return the year below the axis."""
        return Lettering(
            self.x(one.year), HEIGHT - 8, str(one.year), ShapeRole.MUTED, _SIZE, Anchor.MIDDLE
        )

    def figures(self, one: ChartedYear) -> list[Lettering]:
        """Return the figures of a year: the higher one above its dot, the lower one below."""
        score, target, x = one.score, one.target, self.x(one.year)
        below = score is not None and target is not None and target >= score
        found = []
        if score is not None:
            y = self.y(score) + (_BELOW if below else -_ABOVE)
            found.append(
                Lettering(x, y, one.score_text, ShapeRole.INK, _SIZE, Anchor.MIDDLE, bold=True)
            )
        if target is not None:
            y = self.y(target) + (-_ABOVE if below or score is None else _BELOW)
            found.append(Lettering(x, y, one.target_text, ShapeRole.TARGET, _SIZE, Anchor.MIDDLE))
        return found
