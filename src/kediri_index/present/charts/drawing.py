"""A picture as plain shapes. Lengths are in pixels of a drawing that is *width* wide.

Shapes have a *role* instead of a colour: a page that is light or dark, or paper, each has its own
colours for it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a shape is there for."""

    INK = "ink"
    MUTED = "muted"
    GRID = "grid"
    TRACK = "track"
    MAIN = "main"
    SOFT = "soft"
    EARLIER = "earlier"
    TARGET = "target"
    UP = "up"
    DOWN = "down"
    PAPER = "paper"


LIGHT: dict[Role, str] = {
    Role.INK: "#1c2530",
    Role.MUTED: "#55606d",
    Role.GRID: "#d9dde2",
    Role.TRACK: "#eceff2",
    Role.MAIN: "#17527a",
    Role.SOFT: "#17527a",
    Role.EARLIER: "#7b8794",
    Role.TARGET: "#a3430c",
    Role.UP: "#1d6b4f",
    Role.DOWN: "#a3430c",
    Role.PAPER: "#ffffff",
}
"""Colours on white paper, as ``#rrggbb``."""

DARK: dict[Role, str] = {
    Role.INK: "#e8ebee",
    Role.MUTED: "#a7b1bc",
    Role.GRID: "#3a444f",
    Role.TRACK: "#2a333d",
    Role.MAIN: "#7fb8e0",
    Role.SOFT: "#7fb8e0",
    Role.EARLIER: "#8c98a5",
    Role.TARGET: "#f0a070",
    Role.UP: "#72c9a4",
    Role.DOWN: "#f0a070",
    Role.PAPER: "#161c23",
}
"""Colours on a dark screen."""

SOFT_OPACITY = 0.18
"""How much of the colour of :attr:`Role.SOFT` covers what is below it."""


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Rect(NamedTuple):
    """A filled rectangle; *x* and *y* are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    radius: float = 0


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    width: float = 1
    dashed: bool = False


class Path(NamedTuple):
    """Straight lines from point to point; *closed* and *filled* make it an area."""

    points: tuple[tuple[float, float], ...]
    role: Role
    width: float = 1
    closed: bool = False
    filled: bool = False
    dashed: bool = False


class Dot(NamedTuple):
    """A disc; *hollow* leaves only its rim."""

    x: float
    y: float
    radius: float
    role: Role
    hollow: bool = False


class Label(NamedTuple):
    """A line of text; *y* is its baseline, *size* its height in pixels."""

    x: float
    y: float
    text: str
    role: Role = Role.INK
    size: float = 13
    anchor: Anchor = Anchor.START
    bold: bool = False


Shape = Rect | Line | Path | Dot | Label


class Drawing(NamedTuple):
    """A picture; later shapes cover earlier ones."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


_NARROW = frozenset("iljtfrIJ.,:;'|!()[]/- ·")
_WIDE = frozenset("mwMWQOGDCNHUAKVXYZRBP&%–—…+=<>")
_WIDEST = frozenset("mMWw%—…")
_LAST_LATIN = "\u024f"


def text_width(text: str, size: float = 13, *, bold: bool = False) -> float:
    """Return about how wide *text* is, in pixels; rather too much.

    Measured on DejaVu Sans, the widest of the sans-serifs that systems come with.
    """
    return sum(map(_units, text)) * size * (1.1 if bold else 1)


def _units(sign: str) -> float:
    if sign in _NARROW:
        return 0.41
    if sign in _WIDEST or (sign > _LAST_LATIN and sign not in _WIDE):
        return 1
    return 0.79 if sign in _WIDE else 0.64


def fitted(text: str, width: float, size: float = 13) -> str:
    """Return *text*, cut with an ellipsis where it is wider than *width*."""
    if text_width(text, size) <= width:
        return text
    cut = text
    while cut and text_width(f"{cut}…", size) > width:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"
