"""Units by group: a row for each group with a dot for each unit, and a mark at the mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Picture,
    Shape,
    ShapeRole,
    Stroke,
    Zone,
    fitted,
    text_width,
    wrapped,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark
from kediri_index.present.charts.score_axis import SMALL, ScoreAxis, ScoreBand

WIDTH = 460.0
MOST = 45
"""More rows than that are a table, not a picture: a page of a Word document has no room."""
_ROW, _DENSE, _FEW = 26.0, 18.0, 20
"""How high a row is, and one of more than a few."""
_SIZE, _BASE, _GAP = 12.5, 4.4, 10.0
_NAMES = 150.0
"""How wide names are at most."""
_DOT, _OWN, _LINE = 3.0, 5.0, 15.0


class StripUnit(NamedTuple):
    """A unit: its *score* in points of the scale, and what somebody reads who points."""

    score: float
    said: str
    own: bool = False


class GroupStrip(NamedTuple):
    """A row: the group's name, its mean in points of the scale and as text, and its units."""

    label: str
    text: str
    mean: float
    units: tuple[StripUnit, ...]
    said: str

    @property
    def has_own(self) -> bool:
        """Whether one's own unit is among them."""
        return any(one.own for one in self.units)


class GroupStripNames(NamedTuple):
    """What a dot and the mark are called, and one's own unit; empty without one.

    *bands* says what the areas behind are.
    """

    unit: str
    mean: str
    own: str = ""
    bands: str = ""


def group_strips(
    rows: Sequence[GroupStrip],
    names: GroupStripNames,
    ticks: Mapping[float, str],
    bands: Sequence[ScoreBand],
) -> Picture:
    """Return the rows below each other over one axis of scores."""
    role = ShapeRole.EARLIER if names.own else ShapeRole.MAIN
    entries = [LegendEntry(names.unit, role, LegendMark.DOT)]
    if names.own:
        entries.append(LegendEntry(names.own, ShapeRole.MAIN, LegendMark.DOT))
    entries.append(LegendEntry(names.mean, ShapeRole.INK, LegendMark.TICK))
    room = min(max(text_width(one.label, _SIZE, bold=one.has_own) for one in rows), _NAMES)
    figure = max(text_width(one.text, _SIZE, bold=one.has_own) for one in rows)
    axis = ScoreAxis(ticks, bands, room + 2 * _GAP, WIDTH - figure - 2 * _GAP)
    shapes, top = axis.head(entries, WIDTH)
    high = _ROW if len(rows) <= _FEW else _DENSE
    floor = top + len(rows) * high
    shapes += axis.behind(top, floor)
    zones: list[Zone] = []
    for at, row in enumerate(rows):
        y = top + (at + 0.5) * high
        shapes += _row(row, axis, y, room, role)
        zones.append(Zone(0, y - high / 2, WIDTH, high, row.said))
        zones += [
            Zone(axis.x(one.score) - _DOT, y - _OWN, 2 * _DOT, 2 * _OWN, one.said)
            for one in row.units
        ]
    shapes += axis.figures(floor + 14)
    bottom = floor + 20
    for line in wrapped(axis.bands_below(names.bands), WIDTH, 2, SMALL):
        bottom += _LINE
        shapes.append(Lettering(0, bottom - 4, line, ShapeRole.MUTED, SMALL))
    return Picture(WIDTH, bottom, (*shapes, *zones))


def _row(
    row: GroupStrip, axis: ScoreAxis, y: float, room: float, role: ShapeRole
) -> Iterator[Shape]:
    bold, base = row.has_own, y + _BASE
    label = fitted(row.label, room / (1.1 if bold else 1), _SIZE)
    yield Lettering(0, base, label, ShapeRole.INK, _SIZE, bold=bold)
    yield Lettering(WIDTH, base, row.text, ShapeRole.INK, _SIZE, Anchor.END, bold=bold)
    ends = [axis.x(one.score) for one in row.units]
    yield Stroke(min(ends), y, max(ends), y, ShapeRole.EARLIER, 1)
    for one in row.units:
        yield from _dot(axis.x(one.score), y, _DOT, role)
    x = axis.x(row.mean)
    yield Stroke(x, y - _DENSE / 2, x, y + _DENSE / 2, ShapeRole.INK, 2)
    for one in row.units:
        if one.own:  # it covers all others
            yield from _dot(axis.x(one.score), y, _OWN, ShapeRole.MAIN)


def _dot(x: float, y: float, radius: float, role: ShapeRole) -> Iterator[Shape]:
    """Yield a dot with a rim of paper, which parts it from the next."""
    yield Dot(x, y, radius + 1, ShapeRole.PAPER)
    yield Dot(x, y, radius, role)
