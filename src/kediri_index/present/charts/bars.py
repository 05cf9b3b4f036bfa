"""Bars along one scale, each under its name."""

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
_ROW, _HEAD, _THICK, _SIZE = 42.0, 26.0, 11.0, 13.5


class Bar(NamedTuple):
    """One bar: how far it reaches and reached *before*, each 0 to 1 of the scale."""

    label: str
    text: str
    reach: float | None
    before: float | None = None


class Goal(NamedTuple):
    """A line across all bars at *at*, 0 to 1 of the scale."""

    at: float
    text: str


def bars(rows: Sequence[Bar], goal: Goal | None = None) -> Drawing:
    """Return the bars from top to bottom, with the line of the goal behind their ends."""
    top = _HEAD if goal else 4.0
    height = top + len(rows) * _ROW
    shapes: list[Shape] = []
    for position, one in enumerate(rows):
        shapes += _row(one, top + position * _ROW)
    if goal is not None:
        shapes += _goal(goal, top, height)
    return Drawing(WIDTH, height, tuple(shapes))


def _row(one: Bar, top: float) -> list[Shape]:
    room = WIDTH - text_width(one.text, _SIZE, bold=True) - 12
    track = top + 20
    shapes: list[Shape] = [
        Label(0, top + 14, fitted(one.label, room, _SIZE), Role.INK, _SIZE),
        Label(WIDTH, top + 14, one.text, Role.INK, _SIZE, Anchor.END, bold=True),
        Rect(0, track, WIDTH, _THICK, Role.TRACK, 2),
    ]
    if one.reach:
        shapes.append(Rect(0, track, one.reach * WIDTH, _THICK, Role.MAIN, 2))
    if one.before is not None:
        at = one.before * WIDTH
        shapes.append(Line(at, track - 2, at, track + _THICK + 2, Role.PAPER, 5))
        shapes.append(Line(at, track - 3, at, track + _THICK + 3, Role.EARLIER, 2.5))
    return shapes


def _goal(goal: Goal, top: float, height: float) -> list[Shape]:
    at = goal.at * WIDTH
    half = text_width(goal.text, 12.5, bold=True) / 2
    middle = min(max(at, half), WIDTH - half)
    shapes: list[Shape] = [
        Label(middle, 13, goal.text, Role.TARGET, 12.5, Anchor.MIDDLE, bold=True)
    ]
    tracks = range(int((height - top) // _ROW))
    for position in tracks:  # beside the bars only: figures and names stay free of it
        track = top + position * _ROW + 20
        shapes.append(Line(at, track - 3, at, track + _THICK + 3, Role.TARGET, 2))
    return shapes
