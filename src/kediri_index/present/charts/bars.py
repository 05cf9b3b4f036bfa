"""Bars along one scale: each under its name, left and right of a line, in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Lettering,
    Picture,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    fitted,
    text_width,
)

WIDTH = 460.0
_ROW, _HEAD, _THICK, _SIZE = 42.0, 26.0, 11.0, 13.5


class Bar(NamedTuple):
    """One bar, or axis of a radar: its reach, and that *before*, each 0 to 1 of the scale."""

    label: str
    text: str
    reach: float | None
    before: float | None = None


class GoalLine(NamedTuple):
    """A line across all bars at *at*, 0 to 1 of the scale."""

    at: float
    text: str


def bars(rows: Sequence[Bar], goal: GoalLine | None = None) -> Picture:
    """Return the bars from top to bottom, with the line of the goal behind their ends."""
    top = _HEAD if goal else 4.0
    height = top + len(rows) * _ROW
    shapes: list[Shape] = []
    for position, one in enumerate(rows):
        shapes += _row(one, top + position * _ROW)
    if goal is not None:
        shapes += _goal(goal, top, height)
    return Picture(WIDTH, height, tuple(shapes))


def _row(one: Bar, top: float) -> list[Shape]:
    track = top + 20
    shapes = _named(one, top)
    if one.reach:
        shapes.append(Rect(0, track, one.reach * WIDTH, _THICK, ShapeRole.MAIN, 2))
    if one.before is not None:
        at = one.before * WIDTH
        shapes.append(Stroke(at, track - 2, at, track + _THICK + 2, ShapeRole.PAPER, 5))
        shapes.append(Stroke(at, track - 3, at, track + _THICK + 3, ShapeRole.EARLIER, 2.5))
    return shapes


def _named(one: Bar | SignedBar, top: float) -> list[Shape]:
    """Return the name and the figure above an empty track."""
    room = WIDTH - text_width(one.text, _SIZE, bold=True) - 12
    return [
        Lettering(0, top + 14, fitted(one.label, room, _SIZE), ShapeRole.INK, _SIZE),
        Lettering(WIDTH, top + 14, one.text, ShapeRole.INK, _SIZE, Anchor.END, bold=True),
        Rect(0, top + 20, WIDTH, _THICK, ShapeRole.TRACK, 2),
    ]


def _goal(goal: GoalLine, top: float, height: float) -> list[Shape]:
    at = goal.at * WIDTH
    half = text_width(goal.text, 12.5, bold=True) / 2
    middle = min(max(at, half), WIDTH - half)
    shapes: list[Shape] = [
        Lettering(middle, 13, goal.text, ShapeRole.TARGET, 12.5, Anchor.MIDDLE, bold=True)
    ]
    tracks = range(int((height - top) // _ROW))
    for position in tracks:  # beside the bars only: figures and names stay free of it
        track = top + position * _ROW + 20
        shapes.append(Stroke(at, track - 3, at, track + _THICK + 3, ShapeRole.TARGET, 2))
    return shapes


class SignedBar(NamedTuple):
    """One signed part; *size* in any unit that all parts share."""

    label: str
    text: str
    size: float


def diverging(parts: Sequence[SignedBar]) -> Picture:
    """Return the parts from top to bottom; what lowers goes left, what raises goes right."""
    low = min([0.0, *(one.size for one in parts)])
    high = max([0.0, *(one.size for one in parts)])
    span = (high - low) or 1.0
    zero = -low / span * WIDTH
    shapes: list[Shape] = []
    for position, one in enumerate(parts):
        top = 2 + position * _ROW
        wide = abs(one.size) / span * WIDTH
        left = zero if one.size > 0 else zero - wide
        shapes += [
            *_named(one, top),
            Rect(left, top + 20, wide, _THICK, ShapeRole.UP if one.size > 0 else ShapeRole.DOWN, 2),
            Stroke(zero, top + 17, zero, top + 20 + _THICK + 3, ShapeRole.INK, 1.5),
        ]
    return Picture(WIDTH, 4 + len(parts) * _ROW, tuple(shapes))


_STACK_THICK, _STACK_GAP = 22.0, 2.0
_SMALL = 13.0
_ROLES = (ShapeRole.MAIN, ShapeRole.EARLIER, ShapeRole.TARGET, ShapeRole.GRID)
"""Of the pieces in their order; which is which the names say."""


class StackPiece(NamedTuple):
    """A piece as long as its number."""

    label: str
    number: int


def stack(pieces: Sequence[StackPiece]) -> Picture:
    """Return the pieces side by side; at most four."""
    total = sum(piece.number for piece in pieces) or 1
    shapes: list[Shape] = [Rect(0, 0, WIDTH, _STACK_THICK, ShapeRole.TRACK, 2)]
    x, legend_x, legend_y = 0.0, 0.0, _STACK_THICK + 22
    for piece, role in zip(pieces, _ROLES, strict=False):
        wide = piece.number / total * WIDTH
        if piece.number:
            shapes.append(Rect(x, 0, max(wide - _STACK_GAP, 1), _STACK_THICK, role, 2))
        x += wide
        text = f"{piece.label} {piece.number}"
        needed = 18 + text_width(text, _SMALL) + 18
        if legend_x and legend_x + needed > WIDTH:
            legend_x, legend_y = 0.0, legend_y + 22
        shapes.append(Rect(legend_x, legend_y - 10, 11, 11, role, 2))
        shapes.append(Lettering(legend_x + 17, legend_y, text, ShapeRole.INK, _SMALL))
        legend_x += needed
    return Picture(WIDTH, legend_y + 8, tuple(shapes))
