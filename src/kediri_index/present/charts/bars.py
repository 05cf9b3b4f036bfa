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
from kediri_index.present.charts.legend import LegendEntry, ScaleFrame, legend

WIDTH = 460.0
_ROW, _THICK, _SIZE = 42.0, 11.0, 13.5
_FOOT = 14.0


class Bar(NamedTuple):
    """One bar: its reach, and that *before*, each 0 to 1 of the scale."""

    label: str
    text: str
    reach: float | None
    before: float | None = None


def bars(rows: Sequence[Bar], frame: ScaleFrame) -> Picture:
    """Return the bars from top to bottom, each with the mark of the target across its track."""
    before = any(one.before is not None for one in rows)
    shapes, top = legend(frame.entries(before=before), WIDTH)
    top += 4
    for position, one in enumerate(rows):
        shapes += _row(one, top + position * _ROW, frame.goal)
    height = top + len(rows) * _ROW
    if frame.high:
        for x, end, anchor in ((0.0, frame.low, Anchor.START), (WIDTH, frame.high, Anchor.END)):
            shapes.append(Lettering(x, height + 4, end, ShapeRole.MUTED, _SMALL, anchor))
        height += _FOOT
    return Picture(WIDTH, height, tuple(shapes))


def _row(one: Bar, top: float, goal: float | None) -> list[Shape]:
    track = top + 20
    shapes = _named(one, top)
    if one.reach:
        shapes.append(Rect(0, track, one.reach * WIDTH, _THICK, ShapeRole.MAIN, 2))
    if one.before is not None:
        at = one.before * WIDTH
        shapes.append(Stroke(at, track - 2, at, track + _THICK + 2, ShapeRole.PAPER, 5))
        shapes.append(Stroke(at, track - 3, at, track + _THICK + 3, ShapeRole.EARLIER, 2.5))
    if goal is not None:  # on the bar only: figures and names stay free of it
        at = goal * WIDTH
        shapes.append(Stroke(at, track - 2, at, track + _THICK + 2, ShapeRole.PAPER, 5))
        shapes.append(Stroke(at, track - 3, at, track + _THICK + 3, ShapeRole.TARGET, 2.5))
    return shapes


def _named(one: Bar | SignedBar, top: float) -> list[Shape]:
    """Return the name and the figure above an empty track."""
    room = WIDTH - text_width(one.text, _SIZE, bold=True) - 12
    return [
        Lettering(0, top + 14, fitted(one.label, room, _SIZE), ShapeRole.INK, _SIZE),
        Lettering(WIDTH, top + 14, one.text, ShapeRole.INK, _SIZE, Anchor.END, bold=True),
        Rect(0, top + 20, WIDTH, _THICK, ShapeRole.TRACK, 2),
    ]


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
_ROLES = (ShapeRole.MAIN, ShapeRole.PLAN, ShapeRole.DOWN, ShapeRole.GRID)
"""Of the pieces in their order; which is which the names say."""


class StackPiece(NamedTuple):
    """A piece as long as its number."""

    label: str
    number: int


def stack(pieces: Sequence[StackPiece]) -> Picture:
    """Return the pieces side by side; at most four."""
    total = sum(piece.number for piece in pieces) or 1
    shapes: list[Shape] = [Rect(0, 0, WIDTH, _STACK_THICK, ShapeRole.TRACK, 2)]
    entries, x = [], 0.0
    for piece, role in zip(pieces, _ROLES, strict=False):
        if piece.number:
            wide = piece.number / total * WIDTH
            shapes.append(Rect(x, 0, max(wide - _STACK_GAP, 1), _STACK_THICK, role, 2))
            entries.append(LegendEntry(f"{piece.label} {piece.number}", role))
            x += wide
    named, height = legend(entries, WIDTH, _STACK_THICK + 8)
    return Picture(WIDTH, height, (*shapes, *named))
