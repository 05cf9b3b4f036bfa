"""Units in the order of their scores: a dot each, with its interval and a strip for each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    Zone,
    fitted,
    text_width,
    wrapped,
)
from kediri_index.present.charts.legend import LegendEntry, LegendMark
from kediri_index.present.charts.score_axis import ScoreAxis, ScoreBand

WIDTH = 760.0
"""More than other pictures have: on a small screen the strips are pushed sideways."""
_ROW, _SIZE, _SMALL, _LINE = 18.0, 12.0, 11.5, 15.0
_BASE = 4.2
"""How far below the middle of a row its words stand."""
_GAP = 10.0
_NAMES, _PLOT = 196.0, 180.0
"""How wide names are at most, and the plot where there are strips."""
_BETWEEN, _STRIPS, _NARROWEST = 8.0, 296.0, 14.0
"""Between two strips, all of them together, and one at least."""
_STRIP = 60.0
FEW = 40
"""So many units are all listed."""
_TOP, _BOTTOM, _BESIDE = 12, 10, 3
"""Of more, so many at each end, and on either side of one's own."""
_LEAST = 4
"""Fewer than so many in between are listed too."""
_FOLDED, _THINNEST, _THICKEST = 0.5, 40.0, 150.0
"""How high a unit of those in between is, and how high all of them are."""


class RankedUnit(NamedTuple):
    """A row: *score* and *interval* in points of the scale, *parts* 0 to 1 of their strip."""

    rank: str
    label: str
    text: str
    score: float
    interval: tuple[float, float] | None = None
    parts: tuple[float | None, ...] = ()
    said: str = ""
    own: bool = False


class RankingNames(NamedTuple):
    """What everything is called: the dot, the interval, one's own, the parts of the strips.

    *folded* says of units in between from which to which rank they are, and how many; *bands*
    what the areas behind the dots are, and *ends* where strips begin and end.
    """

    score: str
    interval: str
    own: str
    parts: tuple[str, ...]
    folded: tuple[str, ...] = ()
    bands: str = ""
    ends: str = ""


class _Folded(NamedTuple):
    """Units that are not listed, and what stands instead."""

    rows: Sequence[RankedUnit]
    text: str


def stretches(count: int, own: int | None) -> list[range]:
    """Return the places that are listed, in stretches: both ends, and those beside one's own."""
    if count <= FEW:
        return [range(count)]
    listed = {*range(_TOP), *range(count - _BOTTOM, count)}
    if own is not None:
        listed |= {*range(max(own - _BESIDE, 0), min(own + _BESIDE + 1, count))}
    found: list[range] = []
    for at in sorted(listed):
        if found and at - found[-1].stop < _LEAST:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def ranking(
    rows: Sequence[RankedUnit],
    names: RankingNames,
    ticks: Mapping[float, str],
    bands: Sequence[ScoreBand],
) -> Picture:
    """Return the rows from top to bottom; those in between two stretches as a dense strip."""
    own = next((at for at, one in enumerate(rows) if one.own), None)
    place = _RankingLayout(rows, names, ticks, bands)
    shapes, top = place.axis.head(place.entries(), WIDTH)
    shapes += [*place.axis.figures(top + 12), *place.titles(top + 12)]
    top += 18
    inner: list[Shape] = []
    zones: list[Zone] = []
    y = top
    for item in _items(rows, names.folded, own):
        high = place.height(item)
        if isinstance(item, _Folded):
            inner += place.fold(item, y, high)
            zones.append(Zone(0, y, WIDTH, high, item.text))
        else:
            inner += place.row(item, y + high / 2)
            zones.append(Zone(0, y, WIDTH, high, item.said))
        y += high
    behind = [*place.axis.behind(top, y), *place.tracks(top, y)]
    shapes += [*behind, *inner, *place.axis.figures(y + 14), *place.titles(y + 14)]
    key, y = place.key(y + 22)
    return Picture(WIDTH, y, (*shapes, *key, *zones))


def _items(
    rows: Sequence[RankedUnit], folded: Sequence[str], own: int | None
) -> Iterator[RankedUnit | _Folded]:
    """Yield the rows that are listed, and what stands for those in between."""
    said = iter(folded)
    before = 0
    for stretch in stretches(len(rows), own):
        if stretch.start > before:
            yield _Folded(rows[before : stretch.start], next(said, ""))
        yield from (rows[at] for at in stretch)
        before = stretch.stop


class _RankingLayout:
    """Where things stand: rank, name, plot, score, strips."""

    def __init__(
        self,
        rows: Sequence[RankedUnit],
        names: RankingNames,
        ticks: Mapping[float, str],
        bands: Sequence[ScoreBand],
    ) -> None:
        self.rows, self.names = rows, names
        self.has_own = any(one.own for one in rows)
        count = len(names.parts)
        strip = min(_STRIP, (_STRIPS + _BETWEEN) / count - _BETWEEN) if count else 0
        self.strip = strip if strip >= _NARROWEST else 0.0
        self.strips = WIDTH - (self.strip + _BETWEEN) * count + _BETWEEN
        self.scores = self.strips - 2 * _GAP if self.strip else WIDTH
        figure = max(text_width(one.text, _SIZE, bold=one.own) for one in rows)
        right = self.scores - figure - _GAP
        self.ranks = max(text_width(one.rank, _SIZE, bold=True) for one in rows)
        self.name = self.ranks + 6
        needed = max(text_width(one.label, _SIZE, bold=one.own) for one in rows)
        self.room = min(needed, _NAMES)
        self.axis = ScoreAxis(ticks, bands, self.name + self.room + 2 * _GAP, right - _GAP)

    def entries(self) -> list[LegendEntry]:
        found = [LegendEntry(self.names.score, self._role(own=False), LegendMark.DOT)]
        if self.has_own:
            found.append(LegendEntry(self.names.own, ShapeRole.MAIN, LegendMark.DOT))
        if any(one.interval for one in self.rows):
            found.append(LegendEntry(self.names.interval, self._role(own=False), LegendMark.LINE))
        return found

    def _role(self, *, own: bool) -> ShapeRole:
        return ShapeRole.MAIN if own or not self.has_own else ShapeRole.EARLIER

    def _strips(self) -> Iterator[tuple[int, float]]:
        if self.strip:
            for at in range(len(self.names.parts)):
                yield at, self.strips + at * (self.strip + _BETWEEN)

    def titles(self, y: float) -> Iterator[Shape]:
        """Yield the number of each strip."""
        for at, x in self._strips():
            middle = x + self.strip / 2
            yield Lettering(middle, y, str(at + 1), ShapeRole.MUTED, _SMALL, Anchor.MIDDLE)

    def tracks(self, top: float, floor: float) -> Iterator[Shape]:
        for _, x in self._strips():
            yield Rect(x, top, self.strip, floor - top, ShapeRole.TRACK)

    def height(self, item: RankedUnit | _Folded) -> float:
        if isinstance(item, RankedUnit):
            return _ROW
        most = _THICKEST * len(item.rows) / len(self.rows)
        return min(max(len(item.rows) * _FOLDED, _THINNEST), max(most, _THINNEST))

    def row(self, one: RankedUnit, y: float) -> Iterator[Shape]:
        role, base, bold = self._role(own=one.own), y + _BASE, one.own
        if bold:
            top, floor = y - _ROW / 2, y + _ROW / 2
            corners = ((0.0, top), (WIDTH, top), (WIDTH, floor), (0.0, floor))
            yield Path(corners, ShapeRole.SOFT, closed=True, filled=True)
        label = fitted(one.label, self.room / (1.1 if bold else 1), _SIZE)
        yield Lettering(self.ranks, base, one.rank, ShapeRole.MUTED, _SIZE, Anchor.END)
        yield Lettering(self.name, base, label, ShapeRole.INK, _SIZE, bold=bold)
        x = self.axis.x(one.score)
        if one.interval is not None:
            left, right = map(self.axis.x, one.interval)
            yield Stroke(left, y, right, y, role, 2)
        yield Dot(x, y, 5, ShapeRole.PAPER)
        yield Dot(x, y, 4, role)
        yield Lettering(self.scores, base, one.text, ShapeRole.INK, _SIZE, Anchor.END, bold=bold)
        for at, left in self._strips():
            reach = one.parts[at]
            if reach is not None:
                x = left + 2 + reach * (self.strip - 4)
                yield Stroke(x, y - 6, x, y + 6, role, 3)

    def fold(self, fold: _Folded, top: float, high: float) -> Iterator[Shape]:
        """Yield a small dot for each unit, one below the other: the curve goes on."""
        step = (high - 8) / len(fold.rows)
        for at, one in enumerate(fold.rows):
            y = top + 4 + (at + 0.5) * step
            yield Dot(self.axis.x(one.score), y, 1.3, self._role(own=False))
        text = fitted(fold.text, self.axis.left - self.name - _GAP, _SMALL)
        yield Lettering(self.name, top + high / 2 + _BASE, text, ShapeRole.MUTED, _SMALL)

    def key(self, y: float) -> tuple[list[Shape], float]:
        """Return what bands and strips are, in lines from *y* down, and where these end."""
        lines = wrapped(self.axis.bands_below(self.names.bands), WIDTH, 2, _SMALL)
        if self.strip:
            parts = ", ".join(f"{at} {name}" for at, name in enumerate(self.names.parts, start=1))
            lines += wrapped(f"{self.names.ends} {parts}", WIDTH, 4, _SMALL)
        shapes: list[Shape] = [
            Lettering(0, y + 12 + at * _LINE, line, ShapeRole.MUTED, _SMALL)
            for at, line in enumerate(lines)
        ]
        return shapes, y + len(lines) * _LINE + 4
