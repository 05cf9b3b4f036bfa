"""Legends inside of a picture: of what is drawn in it, and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Dot,
    Lettering,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    fitted,
    text_width,
)

SIZE = 12.5
_LINE, _BETWEEN = 20.0, 16.0
_MARK = 12.0
_ROOM = 18.0
"""How much a mark takes, with what is free beside it."""


class LegendMark(Enum):
    """How an entry looks in the picture."""

    AREA = auto()
    LINE = auto()
    TICK = auto()
    DOT = auto()
    RING = auto()


class ScaleFrame(NamedTuple):
    """The scale of a picture: its ends, the target at *goal*, 0 to 1, and what all is called.

    Without ends nothing stands at them, without *goal* there is no line.
    """

    score: str
    before: str = ""
    low: str = ""
    high: str = ""
    goal: float | None = None
    goal_text: str = ""

    def entries(self, *, before: bool) -> list[LegendEntry]:
        """Return what stands for the target, and for last year where that is drawn."""
        found = []
        if self.goal is not None:
            found.append(LegendEntry(self.goal_text, ShapeRole.TARGET, LegendMark.LINE))
        if before:
            found.append(LegendEntry(self.before, ShapeRole.EARLIER, LegendMark.LINE))
        return found


class LegendEntry(NamedTuple):
    """What a shape of the picture stands for."""

    text: str
    role: ShapeRole
    mark: LegendMark = LegendMark.AREA


def legend(
    entries: Sequence[LegendEntry], width: float, top: float = 0
) -> tuple[list[Shape], float]:
    """Return the entries in as many lines as they need from *top* down, and where these end."""
    shapes: list[Shape] = []
    x, y = 0.0, top
    for entry in entries:
        text = fitted(entry.text, width - _ROOM, SIZE)
        needed = _ROOM + text_width(text, SIZE)
        if x and x + needed > width:
            x, y = 0.0, y + _LINE
        shapes += [
            *_mark(entry, x, y + _LINE / 2),
            Lettering(x + _ROOM, y + _LINE / 2 + 4.5, text, ShapeRole.INK, SIZE),
        ]
        x += needed + _BETWEEN
    return shapes, y + _LINE if entries else top


def _mark(entry: LegendEntry, x: float, y: float) -> list[Shape]:
    half, middle = _MARK / 2, x + _MARK / 2
    match entry.mark:
        case LegendMark.AREA:
            square = Rect(x, y - half, _MARK, _MARK, entry.role, 2)
            edge = Rect(x, y - half, _MARK, _MARK, ShapeRole.GRID, 2)
            inner = Rect(x + 1, y - half + 1, _MARK - 2, _MARK - 2, entry.role, 1)
            return [edge, inner] if entry.role is ShapeRole.TRACK else [square]
        case LegendMark.LINE:
            return [Stroke(x, y, x + _MARK, y, entry.role, 2.5)]
        case LegendMark.TICK:
            return [Stroke(middle, y - half, middle, y + half, entry.role, 2.5)]
        case LegendMark.DOT:
            return [Dot(middle, y, 4.5, entry.role)]
        case _:
            return [Dot(middle, y, 4.5, entry.role, hollow=True)]
