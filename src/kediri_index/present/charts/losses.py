"""Where points are lost: a column is as wide as its weight, and filled as high as its score."""

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
    Zone,
    fitted,
    text_width,
)
from kediri_index.present.charts.legend import LegendEntry, ScaleFrame, legend

WIDTH = 460.0
_HIGH = 170.0
_SIZE, _SMALL = 13.0, 12.0
_GAP = 2.0
"""Between two columns, but never more than a third of the narrower ones."""
_BESIDE_TICK = 0.3
"""Of a column's width, at either side of last year's tick: a whole line would cut it in two."""
_ROW, _APART = 22.0, 14.0


class LossColumn(NamedTuple):
    """A part: its *weight* in any unit that all share; how much of the scale it reaches, 0 to 1.

    *text* is its score, *lost* its points lost, empty where they are not counted; *is_largest*
    where no other part loses more; *opens* is the picture of what is below it.
    """

    label: str
    text: str
    lost: str
    weight: float
    reach: float | None
    before: float | None = None
    is_largest: bool = False
    opens: str = ""


def losses(columns: Sequence[LossColumn], frame: ScaleFrame, lost: str) -> Picture:
    """Return the columns in their order, and below them a row each with its number and figures.

    *lost* is what the points lost are called.
    """
    before = any(one.before is not None and one.weight for one in columns)
    entries = [LegendEntry(frame.score, ShapeRole.MAIN), LegendEntry(lost, ShapeRole.TRACK)]
    shapes, top = legend([*entries, *frame.entries(before=before)], WIDTH)
    top += 8
    floor = top + _HIGH
    left = max(text_width(end, _SMALL) for end in (frame.low, frame.high)) + 8
    for y, end in ((top, frame.high), (floor, frame.low)):
        shapes.append(Lettering(left - 8, y + 4, end, ShapeRole.MUTED, _SMALL, Anchor.END))
        shapes.append(Stroke(left - 5, y, left, y, ShapeRole.EARLIER, 1))
    key = _Key(columns, (frame.score, lost), floor + 26)
    total = sum(one.weight for one in columns) or 1
    zones: list[Zone] = []
    x = left
    for number, one in enumerate(columns, start=1):
        wide = one.weight / total * (WIDTH - left)
        if one.weight:
            shapes += _column(one, x, wide - min(_GAP, wide / 3), floor)
            zones.append(Zone(x, top, wide, _HIGH, key.said(one), one.opens))
        said = str(number)
        if text_width(said, _SMALL, bold=True) <= wide:
            middle = x + wide / 2
            label = Lettering(
                middle, floor + 15, said, ShapeRole.INK, _SMALL, Anchor.MIDDLE, bold=True
            )
            shapes.append(label)
        x += wide
    if frame.goal is not None:
        y = floor - frame.goal * _HIGH
        shapes.append(Stroke(left, y, WIDTH, y, ShapeRole.PAPER, 4.5))
        shapes.append(Stroke(left, y, WIDTH, y, ShapeRole.TARGET, 2.5))
    rows = key.rows()
    return Picture(WIDTH, key.bottom, (*shapes, *rows, *zones, *key.zones()))


def _column(one: LossColumn, x: float, wide: float, floor: float) -> list[Shape]:
    top = floor - _HIGH
    shapes: list[Shape] = [
        Rect(x, top, wide, _HIGH, ShapeRole.TRACK),
        Stroke(x, top, x + wide, top, ShapeRole.EARLIER, 1),
    ]
    if one.reach:
        high = one.reach * _HIGH
        shapes.append(Rect(x, floor - high, wide, high, ShapeRole.MAIN))
    if one.before is not None:
        y, side = floor - one.before * _HIGH, wide * _BESIDE_TICK
        left, right = x + side, x + wide - side
        shapes.append(Stroke(left, y, right, y, ShapeRole.PAPER, 5))
        shapes.append(Stroke(left, y, right, y, ShapeRole.EARLIER, 2.5))
    return shapes


class _Key:
    """The rows below the columns: number, name, score, points lost."""

    def __init__(self, columns: Sequence[LossColumn], titles: tuple[str, str], top: float) -> None:
        self.columns = columns
        self.titles = titles
        self.top = top
        self.counts_lost = any(one.lost for one in columns)
        lost = [titles[1], *(one.lost for one in columns)] if self.counts_lost else []
        self.lost_wide = max((text_width(text, _SIZE, bold=True) for text in lost), default=-_APART)
        scores = [titles[0], *(one.text for one in columns)]
        self.score_wide = max(text_width(text, _SIZE) for text in scores)
        self.name_from = text_width(str(len(columns)), _SIZE, bold=True) + 10

    @property
    def bottom(self) -> float:
        return self.top + _ROW * (len(self.columns) + 1)

    def said(self, one: LossColumn) -> str:
        """Return what is told of a column that somebody points at."""
        lost = f"; {self.titles[1]}: {one.lost}" if one.lost else ""
        return f"{one.label}: {one.text}{lost}"

    def rows(self) -> list[Shape]:
        scores = WIDTH - self.lost_wide - _APART
        shapes = self._figures(self.titles, self.top + 14, ShapeRole.MUTED, scores)
        room = scores - self.score_wide - _APART - self.name_from
        for at, one in enumerate(self.columns):
            y = self.top + _ROW * (at + 1) + 15
            shapes += [
                Stroke(0, y - 15, WIDTH, y - 15, ShapeRole.GRID, 1),
                Lettering(0, y, str(at + 1), ShapeRole.INK, _SIZE, bold=True),
                Lettering(self.name_from, y, fitted(one.label, room, _SIZE), ShapeRole.INK, _SIZE),
                *self._figures((one.text, one.lost), y, ShapeRole.INK, scores, bold=one.is_largest),
            ]
        return shapes

    def _figures(
        self,
        texts: tuple[str, str],
        y: float,
        role: ShapeRole,
        scores: float,
        *,
        bold: bool = False,
    ) -> list[Shape]:
        score, lost = texts
        found: list[Shape] = [Lettering(scores, y, score, role, _SIZE, Anchor.END)]
        if self.counts_lost and lost:
            found.append(Lettering(WIDTH, y, lost, role, _SIZE, Anchor.END, bold=bold))
        return found

    def zones(self) -> list[Zone]:
        return [
            Zone(0, self.top + _ROW * at, WIDTH, _ROW, self.said(one), one.opens)
            for at, one in enumerate(self.columns, start=1)
        ]
