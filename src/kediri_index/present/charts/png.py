"""Drawings as PNG for print, in a font of our own: the same bytes on every machine."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from kediri_index.present.charts.drawing import (
    LIGHT,
    SOFT_OPACITY,
    Anchor,
    Dot,
    Lettering,
    Path,
    Picture,
    Rect,
    ShapeRole,
    Stroke,
)

SHARPNESS = 2
"""Pixels of the picture for each of the drawing."""
_FINER = 2
"""So much larger it is painted first, for smooth edges."""
_SCALE = SHARPNESS * _FINER
_DASH, _SPACE = 5.0, 4.0
_RIM = 2.0
_HALO = 1.5
"""What keeps lines off the words upon them."""
_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
_UNKNOWN = "?"
_SPACES = " \N{NO-BREAK SPACE}"
_FONT = "DejaVuSansCondensed.ttf"
"""About as wide as the letters of a page; has the signs of Latin, Greek and Cyrillic scripts."""

_Point = tuple[float, float]


def png(drawing: Picture) -> bytes:
    """Return *drawing* on white paper, :data:`SHARPNESS` times as many pixels wide and high."""
    size = (math.ceil(drawing.width) * _SCALE, math.ceil(drawing.height) * _SCALE)
    image = Image.new("RGB", size, LIGHT[ShapeRole.PAPER])
    brush = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        match shape:
            case Rect():
                _rect(brush, shape)
            case Stroke():
                ends = ((shape.x1, shape.y1), (shape.x2, shape.y2))
                _strokes(brush, ends, shape)
            case Path(filled=True):
                _area(image, shape)
            case Path():
                closing = shape.points[:1] if shape.closed else ()
                _strokes(brush, (*shape.points, *closing), shape)
            case Dot():
                _dot(brush, shape)
            case Lettering():  # and of zones, which say more on a page, nothing is seen
                _label(brush, shape)
    out = BytesIO()
    image.reduce(_FINER).save(out, "PNG")
    return out.getvalue()


def shown(text: str) -> str:
    """Return *text* in signs that the font has: others by their plain letters, the rest as ``?``.

    The same words stand exactly in the table of a chart.
    """
    together = unicodedata.normalize("NFC", text)
    return "".join(sign if _has(sign) else _plainer(sign) for sign in together)


def wide(label: Lettering) -> float:
    """Return how wide the words of *label* are in a picture, in pixels of the drawing."""
    return _font(label.size * _SCALE).getlength(shown(label.text)) / _SCALE


def _plainer(sign: str) -> str:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return ""  # a mark on the letter before, or nothing that is seen
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one)
    )
    return bare if bare and all(map(_has, bare)) else _UNKNOWN


@lru_cache(maxsize=1024)
def _has(sign: str) -> bool:
    if sign.isspace():
        return sign in _SPACES
    return unicodedata.category(sign) != "Cf" and _mask(sign) != _mask("\N{NULL}")


def _mask(sign: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(40).getmask(sign)
    return mask.size, bytes(mask)


@lru_cache(maxsize=32)
def _font(size: float) -> ImageFont.FreeTypeFont:
    """Return our own font; its letters are set one by one, whatever else is installed."""
    return ImageFont.truetype(BytesIO(_font_file()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font_file() -> bytes:
    return files("kediri_index.present.charts").joinpath("font", _FONT).read_bytes()


def _rect(brush: ImageDraw.ImageDraw, shape: Rect) -> None:
    left, top = _scaled((shape.x, shape.y))
    right, bottom = _scaled((shape.x + shape.width, shape.y + shape.height))
    if right <= left or bottom <= top:
        return
    radius = min(shape.radius * _SCALE, (right - left) / 2, (bottom - top) / 2)
    box = (left, top, right - 1, bottom - 1)  # its last pixel is part of it
    brush.rounded_rectangle(box, radius, fill=LIGHT[shape.role])


def _area(image: Image.Image, shape: Path) -> None:
    mask = Image.new("L", image.size, 0)
    opacity = SOFT_OPACITY if shape.role is ShapeRole.SOFT else 1
    ImageDraw.Draw(mask).polygon(list(map(_scaled, shape.points)), fill=round(255 * opacity))
    image.paste(LIGHT[shape.role], mask=mask)


def _dot(brush: ImageDraw.ImageDraw, shape: Dot) -> None:
    x, y = _scaled((shape.x, shape.y))
    rim = _RIM / 2 if shape.hollow else 0
    colour = LIGHT[shape.role]
    for grown, fill in ((rim, colour), (-rim, LIGHT[ShapeRole.PAPER])):
        radius = (shape.radius + grown) * _SCALE
        if radius < 0:  # too small to be hollow
            return
        brush.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
        if not shape.hollow:
            return


def _strokes(brush: ImageDraw.ImageDraw, points: Sequence[_Point], shape: Stroke | Path) -> None:
    width = max(round(shape.width * _SCALE), 1)
    lines = _dashes(points) if shape.dashed else iter([points])
    for line in lines:
        brush.line(list(map(_scaled, line)), fill=LIGHT[shape.role], width=width, joint="curve")


def _dashes(points: Sequence[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """Yield the dashes of each straight piece, from its beginning."""
    for start, end in pairwise(points):
        length = math.dist(start, end)
        at = 0.0
        while at < length:
            yield (
                _between(start, end, at / length),
                _between(start, end, min(at + _DASH, length) / length),
            )
            at += _DASH + _SPACE


def _between(start: _Point, end: _Point, part: float) -> _Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _label(brush: ImageDraw.ImageDraw, shape: Lettering) -> None:
    at, text, font = _scaled((shape.x, shape.y)), shown(shape.text), _font(shape.size * _SCALE)
    anchor, ink = _ANCHORS[shape.anchor], LIGHT[shape.role]
    halo, bolder = round(_HALO * _SCALE), round(shape.size * _SCALE / 50) if shape.bold else 0
    paper = LIGHT[ShapeRole.PAPER]
    brush.text(at, text, paper, font, anchor, stroke_width=halo, stroke_fill=paper)
    brush.text(at, text, ink, font, anchor, stroke_width=bolder, stroke_fill=ink)


def _scaled(point: _Point) -> tuple[int, int]:
    return round(point[0] * _SCALE), round(point[1] * _SCALE)
