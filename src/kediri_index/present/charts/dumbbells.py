"""Two figures of each row as dots on one scale, joined by a line, with the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.present.charts.bars import WIDTH
from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Picture,
    Shape,
    ShapeRole,
    Stroke,
    fitted,
    text_width,
)

_ROW, _SIZE, _SMALL = 31.0, 12.5, 11.5
_NAME, _TRACK = 13.0, 22.0
"""Where in a row the baseline of its name is, and the scale."""
_RADIUS, _GAP = 4.5, 10.0
_LEGEND = 20.0


class Dumbbell(NamedTuple):
    """A row: where its dots are, 0 to 1 of the scale, and one text under each title."""

    label: str
    first: float | None
    second: float | None
    texts: tuple[str, ...]


def dumbbells(
    rows: Sequence[Dumbbell], titles: tuple[str, ...], ends: tuple[str, str], dots: int
) -> Picture:
    """Return the rows from top to bottom under the *titles* of their texts.

    *ends* are the least and the most of the scale.
    The first *dots* titles name the dots: of two the first is hollow.
    """
    wide = [
        _GAP + max(text_width(text, _SIZE, bold=True) for text in column)
        for column in zip(titles, *(row.texts for row in rows), strict=True)
    ]
    wide[0] += 2 * _RADIUS + 4
    if dots > 1:
        wide[1] += 2 * _RADIUS + 4
    rights = [WIDTH - sum(wide[at + 1 :]) for at in range(len(wide))]
    shapes = [*_titles(titles, rights, dots)]
    for at, row in enumerate(rows):
        shapes += _row(row, _LEGEND + at * _ROW, rights, WIDTH - sum(wide))
    bottom = _LEGEND + len(rows) * _ROW + 12
    shapes += [
        Lettering(0, bottom, ends[0], ShapeRole.MUTED, _SMALL),
        Lettering(WIDTH, bottom, ends[1], ShapeRole.MUTED, _SMALL, Anchor.END),
    ]
    return Picture(WIDTH, bottom + 4, tuple(shapes))


def _titles(titles: Sequence[str], rights: Sequence[float], dots: int) -> Iterator[Shape]:
    for at, (title, right) in enumerate(zip(titles, rights, strict=True)):
        yield Lettering(right, 12, title, ShapeRole.MUTED, _SMALL, Anchor.END)
        if at < dots:
            x = right - text_width(title, _SMALL) - 2 - _RADIUS
            hollow = at < dots - 1
            role = ShapeRole.EARLIER if hollow else ShapeRole.MAIN
            yield Dot(x, 8, _RADIUS, role, hollow=hollow)


def _row(row: Dumbbell, top: float, rights: Sequence[float], room: float) -> Iterator[Shape]:
    name, track = top + _NAME, top + _TRACK
    yield Lettering(0, name, fitted(row.label, room, _SIZE), ShapeRole.INK, _SIZE)
    for text, right in zip(row.texts, rights, strict=True):
        yield Lettering(right, name, text, ShapeRole.INK, _SIZE, Anchor.END)
    yield Stroke(0, track, WIDTH, track, ShapeRole.GRID, 2)
    inner = WIDTH - 2 * _RADIUS
    first, second = (
        None if at is None else _RADIUS + min(max(at, 0.0), 1.0) * inner
        for at in (row.first, row.second)
    )
    if first is not None and second is not None:
        yield Stroke(first, track, second, track, ShapeRole.EARLIER, 3)
    if first is not None:
        yield Dot(first, track, _RADIUS, ShapeRole.EARLIER, hollow=True)
    if second is not None:
        yield Dot(second, track, _RADIUS - (1 if first == second else 0), ShapeRole.MAIN)
