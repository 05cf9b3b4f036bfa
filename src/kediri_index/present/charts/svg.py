"""Drawings as inline SVG; the page's style sheet gives each role its colour."""

from __future__ import annotations

from html import escape

from kediri_index.present.charts.drawing import (
    Anchor,
    Dot,
    Drawing,
    Label,
    Line,
    Path,
    Rect,
    Shape,
)


def svg(drawing: Drawing, description: str) -> str:
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
        case Line():
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
        case Label():
            bold = " b" if shape.bold else ""
            anchor = "" if shape.anchor is Anchor.START else f' text-anchor="{shape.anchor.value}"'
            return (
                f'<text class="f-{shape.role.value}{bold}" x="{_number(shape.x)}"'
                f' y="{_number(shape.y)}" font-size="{_number(shape.size)}"{anchor}>'
                f"{escape(shape.text)}</text>"
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


def _dashed(shape: Line | Path) -> str:
    return " d" if shape.dashed else ""


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
