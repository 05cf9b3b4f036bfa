"""The colours of a workbook's theme: fills name them by number, and programs change them."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final

from kediri_index.workbook.marking.edited_package import EditedPackage
from kediri_index.workbook.marking.fills import Fill
from kediri_index.workbook.marking.notes import NotMarkableError
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
