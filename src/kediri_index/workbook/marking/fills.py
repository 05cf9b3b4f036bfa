"""The colours of marks. A colour says how heavy a finding is, and which fill stood there before.

The second is what brings the old fill back after any program has saved the workbook anew, and
after rows were moved: it is the number of a fill in a list on the sheet of findings, in the low
four bits of red, green and blue, where nobody sees it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from kediri_index.model.findings import Severity
from kediri_index.workbook.marking.notes import NotMarkableError
from kediri_index.workbook.marking.xml_text import Element, Encoded, escaped, tree_of

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
