"""An axis of scores that lies: its figures, and the classes as bands behind what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kediri_index.present.charts.drawing import (
    Anchor,
    Lettering,
    Rect,
    Shape,
    ShapeRole,
    Stroke,
    text_width,
)
from kediri_index.present.charts.legend import LegendEntry, legend

SMALL = 12.0
_APART = 6.0


class ScoreBand(NamedTuple):
    """A class, from *start* to *end* in points of the scale; None where it has no end."""

    name: str
    start: float | None
    end: float | None


class ScoreAxis:
    """Where scores stand between *left* and *right*; *ticks* are the figures that are written."""

    def __init__(
        self, ticks: Mapping[float, str], bands: Sequence[ScoreBand], left: float, right: float
    ) -> None:
        self.ticks = ticks
        self.low, self.high = min(ticks), max(ticks)
        self.left, self.right = left, right
        self.bands = bands

    def x(self, value: float) -> float:
        """Return where *value* stands, at an end where it is beyond it."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0), 1) * (self.right - self.left)

    def behind(self, top: float, floor: float) -> Iterator[Shape]:
        """Yield every second band as an area, and a line for each figure."""
        for number, (left, right, _) in enumerate(self._places()):
            if number % 2 == 0:
                yield Rect(left, top, right - left, floor - top, ShapeRole.TRACK)
        for tick in self.ticks:
            x = self.x(tick)
            yield Stroke(x, top, x, floor, ShapeRole.GRID, 1)

    def figures(self, y: float) -> Iterator[Shape]:
        """Yield the figures that have room, each about its line."""
        free = float("-inf")
        for tick in sorted(self.ticks):
            text, x = self.ticks[tick], self.x(tick)
            half = text_width(text, SMALL) / 2
            if x - half >= free:
                free = x + half + _APART
                yield Lettering(x, y, text, ShapeRole.MUTED, SMALL, Anchor.MIDDLE)

    def head(self, entries: Sequence[LegendEntry], width: float) -> tuple[list[Shape], float]:
        """Return the legend, below it the names of the bands if they fit, and where these end."""
        shapes, top = legend(entries, width)
        top += 4
        if self.bands and self._names_fit:
            for left, right, band in self._places():
                middle = (left + right) / 2
                shapes.append(
                    Lettering(middle, top + 12, band.name, ShapeRole.MUTED, SMALL, Anchor.MIDDLE)
                )
            top += 16
        return shapes, top

    def bands_below(self, title: str) -> str:
        """Return the *title* and the names of the bands in sight, if these do not fit above."""
        seen = [band.name for _, _, band in self._places()]
        return f"{title} {', '.join(seen)}" if seen and not self._names_fit else ""

    @property
    def _names_fit(self) -> bool:
        """Whether each band that is in sight has room for its name."""
        return all(
            text_width(band.name, SMALL) + _APART <= right - left
            for left, right, band in self._places()
        )

    def _places(self) -> Iterator[tuple[float, float, ScoreBand]]:
        """Yield the bands that are in sight, with their ends."""
        for band in self.bands:
            left = self.left if band.start is None else self.x(band.start)
            right = self.right if band.end is None else self.x(band.end)
            if right > left:
                yield left, right, band
