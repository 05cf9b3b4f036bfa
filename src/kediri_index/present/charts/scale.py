"""Where a score stands on its scale: its class, the target, last year's, or the possible range."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.present.charts.drawing import (
    Anchor,
    Lettering,
    Path,
    Picture,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    fitted,
    text_width,
)
from kediri_index.present.document import ClassBand, Scale

WIDTH = 460.0
_TRACK, _THICK, _SIZE, _GAP = 24.0, 14.0, 13.0, 10.0
_END = _TRACK + _THICK
_BASE = _END + 17
"""Of the words below the track; the names of the classes stand below these."""
_HEIGHT, _NAMES, _LINE = 62.0, 17.0, 14.0
_SMALL = 11.5
_BOLD = 1.1
_FEWEST_LETTERS = 4
"""So many of a name are worth writing."""


def scale(where: Scale) -> Picture:
    """Return the scale, filled as far as the score is sure; what is possible is lighter."""
    sure = where.score if where.span is None else where.span[0]
    shapes: list[Shape] = [
        Rect(0, _TRACK, WIDTH, _THICK, ShapeRole.TRACK, 2),
        Rect(0, _TRACK, _x(sure), _THICK, ShapeRole.MAIN, 2),
        Lettering(0, _BASE, where.low, ShapeRole.MUTED, _SIZE),
        Lettering(WIDTH, _BASE, where.high, ShapeRole.MUTED, _SIZE, Anchor.END),
        *_bands(where.bands),
    ]
    room = max(text_width(end, _SIZE) for end in (where.low, where.high)) + _GAP
    if where.span is not None:
        shapes += _span(where, room)
    elif where.previous is not None:
        at = _x(where.previous)
        shapes.append(Stroke(at, _TRACK, at, _END, ShapeRole.PAPER, 2))
        shapes.append(Stroke(at, _END, at, _END + 5, ShapeRole.EARLIER, 2))
        shapes.append(_mark(at, where.previous_text, _BASE, ShapeRole.MUTED, room))
    if where.target is not None:
        at = _x(where.target)
        shapes.append(Stroke(at, _TRACK - 6, at, _END + 2, ShapeRole.TARGET, 3))
        shapes.append(_mark(at, where.target_text, 13, ShapeRole.TARGET))
    below = _NAMES + _LINE if where.bands else 0
    return Picture(WIDTH, _HEIGHT + below, tuple(shapes))


def _x(part: Fraction) -> float:
    return float(part) * WIDTH


def _bands(bands: tuple[ClassBand, ...]) -> Iterator[Shape]:
    """Yield where one class ends and the next begins, and their names as far as there is room."""
    for band in bands:
        left, right = _x(band.start), _x(band.end)
        if band.start:
            yield Stroke(left, _TRACK, left, _END, ShapeRole.PAPER, 2)
            yield Stroke(left, _END, left, _END + 4, ShapeRole.EARLIER, 1)
        role, room = ShapeRole.MUTED, right - left - 4
        if band.here:
            role, room = ShapeRole.INK, room / _BOLD
        for at, line in enumerate(_lines(band.name, room)):
            place = ((left + right) / 2, _BASE + _NAMES + at * _LINE)
            yield Lettering(*place, line, role, _SMALL, Anchor.MIDDLE, bold=band.here)


def _lines(name: str, room: float) -> tuple[str, ...]:
    """Return *name* in one line or two, none where too little of it has room."""
    if text_width(name, _SMALL) <= room:
        return (name,)
    first, _, rest = name.partition(" ")
    lines = tuple(fitted(line, room, _SMALL) for line in (first, rest) if line)
    return lines if all(len(line) > _FEWEST_LETTERS or line == rest for line in lines) else ()


def _span(where: Scale, room: float) -> Iterator[Shape]:
    """Yield the range in which the score may come to lie, and where it stands as yet."""
    low, high = map(_x, where.span or ())
    corners = ((low, _TRACK), (high, _TRACK), (high, _END), (low, _END))
    yield Path(corners, ShapeRole.SOFT, closed=True, filled=True)
    for end in (low, high):
        yield Stroke(end, _TRACK - 2, end, _END + 4, ShapeRole.MAIN, 2)
    at = _x(where.score)
    yield Stroke(at, _TRACK - 2, at, _END + 2, ShapeRole.INK, 3)
    yield _mark((low + high) / 2, where.span_text, _BASE, ShapeRole.INK, room)


def _mark(at: float, text: str, y: float, role: ShapeRole, room: float = 0) -> Lettering:
    """Return *text* about *at*, but within the picture, *room* from its ends."""
    half = text_width(text, _SIZE) / 2
    middle = min(max(at, half + room), WIDTH - half - room)
    return Lettering(middle, y, text, role, _SIZE, Anchor.MIDDLE)
