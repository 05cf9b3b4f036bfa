"""A picture as plain shapes, and as inline SVG.

Lengths are in pixels of a drawing that is *width* wide.

Shapes have a *role* instead of a colour: a page that is light or dark, or paper, each has its own
colours for it.
"""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import NamedTuple


class ShapeRole(StrEnum):
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
    PLAN = "plan"
    PAPER = "paper"


LIGHT: dict[ShapeRole, str] = {
    ShapeRole.INK: "#1c2530",
    ShapeRole.MUTED: "#55606d",
    ShapeRole.GRID: "#d9dde2",
    ShapeRole.TRACK: "#eceff2",
    ShapeRole.MAIN: "#17527a",
    ShapeRole.SOFT: "#17527a",
    ShapeRole.EARLIER: "#7b8794",
    ShapeRole.TARGET: "#8f6400",
    ShapeRole.UP: "#1f8464",
    ShapeRole.DOWN: "#7d1a12",
    ShapeRole.PLAN: "#a9c6dc",
    ShapeRole.PAPER: "#ffffff",
}
"""Colours on white paper, as ``#rrggbb``."""

DARK: dict[ShapeRole, str] = {
    ShapeRole.INK: "#e8ebee",
    ShapeRole.MUTED: "#a7b1bc",
    ShapeRole.GRID: "#3a444f",
    ShapeRole.TRACK: "#2a333d",
    ShapeRole.MAIN: "#7fb8e0",
    ShapeRole.SOFT: "#7fb8e0",
    ShapeRole.EARLIER: "#8c98a5",
    ShapeRole.TARGET: "#f2c14e",
    ShapeRole.UP: "#8fe3c0",
    ShapeRole.DOWN: "#e07b5a",
    ShapeRole.PLAN: "#3f6a8c",
    ShapeRole.PAPER: "#161c23",
}
"""Colours on a dark screen."""

SOFT_OPACITY = 0.18
"""How much of the colour of :attr:`ShapeRole.SOFT` covers what is below it."""


def mixed(one: str, other: str, part: float) -> str:
    """Return the colour that has *part* of *other* in it."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in pairs).hex()


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
    role: ShapeRole
    radius: float = 0


class Stroke(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: ShapeRole
    width: float = 1
    dashed: bool = False


class Path(NamedTuple):
    """Straight lines from point to point; *closed* and *filled* make it an area."""

    points: tuple[tuple[float, float], ...]
    role: ShapeRole
    width: float = 1
    closed: bool = False
    filled: bool = False
    dashed: bool = False


class Dot(NamedTuple):
    """A disc; *hollow* leaves only its rim."""

    x: float
    y: float
    radius: float
    role: ShapeRole
    hollow: bool = False


class Lettering(NamedTuple):
    """A line of text; *y* is its baseline, *size* its height in pixels."""

    x: float
    y: float
    text: str
    role: ShapeRole = ShapeRole.INK
    size: float = 13
    anchor: Anchor = Anchor.START
    bold: bool = False


class Zone(NamedTuple):
    """A part of the picture that says *text* where somebody points at it; a page alone has these.

    *opens* is the id of the chart that a click on it opens.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    opens: str = ""


Shape = Rect | Stroke | Path | Dot | Lettering | Zone


class Picture(NamedTuple):
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


def wrapped(text: str, room: float, most: int, size: float = 13) -> list[str]:
    """Return *text* in lines of *room*, at most so many: what is cut ends with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > len(kept):
        kept[-1] = f"{kept[-1]} {lines[most]}"
    return [fitted(line, room, size) for line in kept]


def svg(drawing: Picture, description: str) -> str:
    """Return *drawing* as an ``svg`` element that a screen reader calls *description*.

    Texts are escaped, figures rounded to a tenth of a pixel: the same drawing is the same bytes.
    """
    size = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    inner = "".join(map(_shape, drawing.shapes))
    label = escape(description, quote=True)
    return f'<svg viewBox="{size}" role="img" aria-label="{label}">{inner}</svg>'


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            radius = f' rx="{_number(shape.radius)}"' if shape.radius else ""
            return (
                f'<rect class="f-{shape.role.value}" x="{_number(shape.x)}" y="{_number(shape.y)}"'
                f' width="{_number(shape.width)}" height="{_number(shape.height)}"{radius}/>'
            )
        case Stroke():
            return (
                f'<line class="s-{shape.role.value}{_dashed(shape)}" x1="{_number(shape.x1)}"'
                f' y1="{_number(shape.y1)}" x2="{_number(shape.x2)}" y2="{_number(shape.y2)}"'
                f' stroke-width="{_number(shape.width)}"/>'
            )
        case Path():
            return _path(shape)
        case Dot():
            kind = f"h-{shape.role.value}" if shape.hollow else f"f-{shape.role.value}"
            return (
                f'<circle class="{kind}" cx="{_number(shape.x)}" cy="{_number(shape.y)}"'
                f' r="{_number(shape.radius)}"/>'
            )
        case Lettering():
            bold = " b" if shape.bold else ""
            anchor = "" if shape.anchor is Anchor.START else f' text-anchor="{shape.anchor.value}"'
            return (
                f'<text class="f-{shape.role.value}{bold}" x="{_number(shape.x)}"'
                f' y="{_number(shape.y)}" font-size="{_number(shape.size)}"{anchor}>'
                f"{escape(shape.text)}</text>"
            )
        case _:
            opens = f' data-opens="{escape(shape.opens, quote=True)}"' if shape.opens else ""
            return (
                f'<rect class="zone"{opens} x="{_number(shape.x)}" y="{_number(shape.y)}"'
                f' width="{_number(shape.width)}" height="{_number(shape.height)}">'
                f"<title>{escape(shape.text)}</title></rect>"
            )


def _path(shape: Path) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points)
    element = "polygon" if shape.closed else "polyline"
    if shape.filled:
        return f'<{element} class="f-{shape.role.value}" points="{points}"/>'
    return (
        f'<{element} class="s-{shape.role.value}{_dashed(shape)}" points="{points}"'
        f' stroke-width="{_number(shape.width)}"/>'
    )


def _dashed(shape: Stroke | Path) -> str:
    return " d" if shape.dashed else ""


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
