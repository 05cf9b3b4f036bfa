"""The colours of marks, and those of a workbook's theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final, NamedTuple

from kediri_index.model.findings import Severity
from kediri_index.workbook.marking.package import EditedPackage
from kediri_index.workbook.marking.xml_text import (
    Element,
    Encoded,
    NotMarkableError,
    escaped,
    tree_of,
)
from kediri_index.workbook.reading.xlsx_outline import Outline

Scheme = tuple[str, ...]
"""Colours as six digits, in the order in which fills count them."""

_NAMES: Final = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_WORD: Final = "scheme"


def scheme_of(package: EditedPackage, outline: Outline) -> Scheme:
    """Return the colours of the workbook's theme; none where it has no theme that can be read."""
    parts = [one.target for one in outline.relations.values() if one.kind == "theme"]
    if not parts or parts[0] not in package:
        return ()
    try:
        root = package.tree(parts[0])
    except NotMarkableError:
        return ()
    found: dict[str, str] = {}
    for scheme in (one for one in root.all() if one.local == "clrScheme"):
        for entry in scheme.children:
            for kind in entry.children:
                said = kind.attributes.get("lastClr") or kind.attributes.get("val", "")
                found.setdefault(entry.local, said.upper())
    colours = tuple(found.get(name, "") for name in _NAMES)
    return colours if all(map(_COLOUR.fullmatch, colours)) else ()


def remembered(scheme: Scheme) -> str:
    """Return *scheme* as a text."""
    return " ".join((_WORD, *scheme))


def scheme_from(text: str) -> Scheme:
    """Return what :func:`remembered` made a text of, or none."""
    word, *colours = text.split(" ")
    known = word == _WORD and len(colours) == len(_NAMES) and all(map(_COLOUR.fullmatch, colours))
    return tuple(colours) if known else ()


def resolved(fill: Fill, scheme: Scheme) -> Fill:
    """Return *fill* with the colours themselves in the place of their numbers in *scheme*."""
    said = dict(fill.attributes)
    number = said.get("theme", "")
    attributes = fill.attributes
    if number.isdecimal() and int(number) < len(scheme):
        attributes = (("rgb", f"FF{_tinted(scheme[int(number)], said.get('tint', '0'))}"),)
    return Fill(fill.name, attributes, tuple(resolved(child, scheme) for child in fill.children))


def _tinted(colour: str, tint: str) -> str:
    """Return *colour* made darker (down to -1) or lighter (up to 1)."""
    try:
        by = min(max(float(tint), -1.0), 1.0)
    except ValueError:
        by = 0.0
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = rgb_to_hls(red, green, blue)
    light = light * (1 + by) if by < 0 else light * (1 - by) + by
    return "".join(f"{round(255 * part):02X}" for part in hls_to_rgb(hue, light, full))


MOST_FILLS: Final = 0x1000
_BASES: Final = {Severity.ERROR: 0xF0A0A0, Severity.WARNING: 0xF0D080}
_SHIFT: Final = 0x5B7
"""Keeps the commonest colour, that of cells without a fill, from being a round one."""
_CHANNELS: Final = ((16, 8), (8, 4), (0, 0))
_HIGH: Final = 0xF0F0F0
_ELEMENTS: Final = frozenset(
    {"fill", "patternFill", "gradientFill", "fgColor", "bgColor", "stop", "color"}
)
_VALUE: Final = re.compile(r"[\w.+-]*")
_DEEPEST: Final = 4


class Fill(NamedTuple):
    """A ``fill`` of a part with styles, or an element of one, without prefix."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Fill, ...] = ()

    def xml(self, prefix: str = "") -> str:
        """Return it as XML with the main namespace's *prefix*."""
        said = "".join(f' {name}="{escaped(value)}"' for name, value in self.attributes)
        inside = "".join(child.xml(prefix) for child in self.children)
        return f"<{prefix}{self.name}{said}>{inside}</{prefix}{self.name}>"


NO_FILL: Final = Fill("fill", (), (Fill("patternFill", (("patternType", "none"),)),))
GREY: Final = Fill("fill", (), (Fill("patternFill", (("patternType", "gray125"),)),))


def fill_of(element: Element) -> Fill:
    """Return what a ``fill`` says, as far as the standard knows it."""
    return _fill(element, 0)


def _fill(element: Element, depth: int) -> Fill:
    if element.local not in _ELEMENTS or depth > _DEEPEST:
        raise NotMarkableError("fill")
    attributes = tuple(
        (name, value)
        for name, value in sorted(element.attributes.items())
        if " " not in name and _VALUE.fullmatch(value)
    )
    children = tuple(
        _fill(child, depth + 1) for child in element.children if child.local in _ELEMENTS
    )
    return Fill(element.local, attributes, children)


def fill_from(text: str) -> Fill | None:
    """Return the fill that :meth:`Fill.xml` wrote, or None where it did not write *text*."""
    try:
        root = tree_of(Encoded(text.encode()))
        return fill_of(root) if root.local == "fill" else None
    except (NotMarkableError, UnicodeEncodeError):
        return None


def colour(severity: Severity, number: int) -> str:
    """Return the colour of a mark over the fill of this *number*."""
    spread = number ^ _SHIFT
    low = sum((spread >> bits & 0xF) << place for place, bits in _CHANNELS)
    return f"FF{_BASES[severity] | low:06X}"


def number_in(argb: str) -> int | None:
    """Return the number of the fill that stood where this colour is, or None if it is not ours."""
    try:
        rgb = int(argb[-6:], 16)
    except ValueError:
        return None
    if rgb & _HIGH not in _BASES.values():
        return None
    return sum((rgb >> place & 0xF) << bits for place, bits in _CHANNELS) ^ _SHIFT


def painted(severity: Severity, number: int) -> Fill:
    """Return the fill of a mark."""
    rgb = (("rgb", colour(severity, number)),)
    kinds = (Fill("fgColor", rgb), Fill("bgColor", (("indexed", "64"),)))
    return Fill("fill", (), (Fill("patternFill", (("patternType", "solid"),), kinds),))


def colour_of(fill: Fill) -> str | None:
    """Return the colour of a solid fill, or None where it has no colour of its own."""
    for pattern in fill.children:
        if dict(pattern.attributes).get("patternType") == "solid":
            named: Mapping[str, Fill] = {one.name: one for one in pattern.children}
            if "fgColor" in named:
                return dict(named["fgColor"].attributes).get("rgb")
    return None
