"""One figure on its scale, with the target and the year before."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Rect,
    Role,
    Shape,
    text_width,
)

WIDTH, HEIGHT = 460.0, 62.0
_TRACK, _THICK, _SIZE, _GAP = 24.0, 14.0, 13.0, 10.0


class Mark(NamedTuple):
    """A mark at *at*, 0 to 1 of the scale."""

    at: float
    text: str


class Ends(NamedTuple):
    """What the ends of the scale are called."""

    low: str
    high: str


def scale(score: float, ends: Ends, target: Mark | None, before: Mark | None) -> Drawing:
    """Return the scale: filled up to *score*, the target above it, the year before below."""
    base = _TRACK + _THICK + 17
    shapes: list[Shape] = [
        Rect(0, _TRACK, WIDTH, _THICK, Role.TRACK, 2),
        Rect(0, _TRACK, score * WIDTH, _THICK, Role.MAIN, 2),
        Label(0, base, ends.low, Role.MUTED, _SIZE),
        Label(WIDTH, base, ends.high, Role.MUTED, _SIZE, Anchor.END),
    ]
    if before is not None:
        at = before.at * WIDTH
        shapes.append(Line(at, _TRACK, at, _TRACK + _THICK, Role.PAPER, 2))
        shapes.append(Line(at, _TRACK + _THICK, at, _TRACK + _THICK + 5, Role.EARLIER, 2))
        room = max(text_width(end, _SIZE) for end in ends) + _GAP
        shapes.append(_text(before, base, Role.MUTED, room))
    if target is not None:
        at = target.at * WIDTH
        shapes.append(Line(at, _TRACK - 6, at, _TRACK + _THICK + 2, Role.TARGET, 3))
        shapes.append(_text(target, 13, Role.TARGET, room=0))
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def _text(mark: Mark, y: float, role: Role, room: float) -> Label:
    half = text_width(mark.text, _SIZE) / 2
    middle = min(max(mark.at * WIDTH, half + room), WIDTH - half - room)
    return Label(middle, y, mark.text, role, _SIZE, Anchor.MIDDLE)
