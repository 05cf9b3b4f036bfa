"""The formats and colours of a workbook, with those of marks put in and taken out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final, NamedTuple

from kediri_index.model.findings import Severity
from kediri_index.sheets.marking.package import EditedPackage
from kediri_index.sheets.marking.xml_text import (
    Element,
    Encoded,
    NotMarkableError,
    Splice,
    escaped,
    set_attribute,
    spliced,
    tree_of,
)
from kediri_index.sheets.reading.xlsx import Outline

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


def resolved(fill: "Fill", scheme: Scheme) -> "Fill":
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
    children: "tuple[Fill, ...]" = ()

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
    if depth > _DEEPEST:
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


_ORDER: Final = (
    *("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"),
    *("tableStyles", "colors", "extLst"),
)
_RESERVED: Final = (NO_FILL, GREY)
"""The first two fills are these, whatever a workbook says."""
_MOST_RESERVED: Final = 4096

NEW_STYLES: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="{namespace}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    "</styleSheet>"
)


class TextStyles(NamedTuple):
    """The formats of the sheet of findings, by their numbers."""

    title: int
    heading: int
    text: int
    link: int


class StyleSheet:
    """Reads the part with the formats, and gathers what is to be put in."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._sections = {one.local: one for one in root.named(*_ORDER)}
        self._prefix = root.prefix
        self._fills = [fill_of(one) for one in self._there("fills", "fill")]
        self._fonts = len(self._there("fonts", "font"))
        self._formats = self._there("cellXfs", "xf")
        self._taken = {number_in(colour_of(fill) or "") for fill in self._fills} - {None}
        self._added: dict[str, list[bytes]] = {"fonts": [], "fills": [], "cellXfs": []}
        padding = _RESERVED[len(self._fills) :]
        self._added["fills"] += [self._raw(fill) for fill in padding]
        self._numbers: dict[Fill, int] = {NO_FILL: self._free_number(0)}
        self._marks: dict[tuple[int, Severity], int] = {}
        self._painted_texts: dict[Severity, int] = {}
        self._painted: dict[tuple[Severity, int], int] = {}
        if not self._formats:
            self._added["cellXfs"].append(self._plain_format())

    def mark(self, format_: int, severity: Severity) -> int:
        """Return the number of a copy of the format numbered *format_*, in a mark's colour."""
        key = format_, severity
        if key not in self._marks:
            raw, fill = self._copied(format_)
            painted_ = self._mark_fill(severity, fill)
            self._marks[key] = self._add_format(_with(raw, fillId=painted_, applyFill=1))
        return self._marks[key]

    def text_styles(self) -> TextStyles:
        """Return the formats of the sheet of findings."""
        p = self._prefix
        base = f'<{p}sz val="11"/>{{}}<{p}name val="Calibri"/>'
        normal = self._add_font(base.format(""))
        bold = self._add_font(f"<{p}b/>{base.format('')}")
        blue = f'<{p}color rgb="FF0563C1"/>'
        link = self._add_font(f"<{p}u/>{base.format(blue)}")
        wrap = self._wrapped()
        fonts = ((bold, "/>"), (bold, wrap), (normal, wrap), (link, wrap))
        plain = f"<{p}xf {self._base_attributes()}"
        return TextStyles(
            *(
                self._add_format(f'{plain} fontId="{font}" applyFont="1" {rest}'.encode())
                for font, rest in fonts
            )
        )

    def painted_text(self, severity: Severity) -> int:
        """Return the number of a format for text on that sheet, in a mark's colour."""
        if severity not in self._painted_texts:
            plain = f"<{self._prefix}xf {self._base_attributes()} {self._wrapped()}".encode()
            painted_ = self._mark_fill(severity, NO_FILL)
            format_ = self._add_format(_with(plain, fillId=painted_, applyFill=1))
            self._painted_texts[severity] = format_
        return self._painted_texts[severity]

    def _wrapped(self) -> str:
        p = self._prefix
        return f'applyAlignment="1"><{p}alignment vertical="top" wrapText="1"/></{p}xf>'

    def reserve(self, numbers: Iterable[int]) -> None:
        """Put plain formats where cells name *numbers* that are not there, lest ours come there."""
        formats = self._added["cellXfs"]
        last = max((one for one in numbers if one < _MOST_RESERVED), default=-1)
        missing = last + 1 - len(self._formats) - len(formats)
        formats.extend([self._plain_format()] * missing)

    def old_fills(self) -> dict[int, Fill]:
        """Return the fills that stood where marks are now, by their numbers."""
        return {number: fill for fill, number in self._numbers.items()}

    def splices(self) -> Iterator[Splice]:
        """Yield the changes that put in what was gathered."""
        missing: dict[int, list[bytes]] = {}
        for name, added in self._added.items():
            section = self._sections.get(name)
            if not added:
                continue
            if section is not None:
                yield section.append(b"".join(added))
                count = section.attributes.get("count", "")
                if count.isdecimal():
                    yield section.set("count", str(int(count) + len(added)))
                continue
            tag = f"{self._prefix}{name}".encode()
            new = b"<%s>%s</%s>" % (tag, b"".join(added), tag)
            missing.setdefault(self._place_of(name), []).append(new)
        if self._root.is_empty:
            yield self._root.append(b"".join(b"".join(new) for new in missing.values()))
            return
        for place, sections in missing.items():
            yield Splice(place, place, b"".join(sections))

    def _there(self, section: str, name: str) -> list[Element]:
        return list(_in_effect(self._sections[section], name)) if section in self._sections else []

    def _place_of(self, name: str) -> int:
        """Return where a section that is not there belongs."""
        before = _ORDER[: _ORDER.index(name)]
        ends = [self._sections[one].end for one in before if one in self._sections]
        return max([self._root.head_end, *ends])

    def _copied(self, format_: int) -> tuple[bytes, Fill]:
        """Return a format as it is written, and its fill; one that is not there is the first."""
        if not self._formats:
            return self._plain_format(), NO_FILL
        found = self._formats[format_ if format_ < len(self._formats) else 0]
        fill = found.attributes.get("fillId", "0")
        number = int(fill) if fill.isdecimal() else 0
        fills = [*_RESERVED, *self._fills[len(_RESERVED) :]]
        return found.raw(), fills[number] if number < len(fills) else NO_FILL

    def _plain_format(self) -> bytes:
        return f"<{self._prefix}xf {self._base_attributes()}/>".encode()

    def _base_attributes(self) -> str:
        """Return the attributes of a format without anything; of missing sections, none."""
        named = (("borders", "borderId"), ("cellStyleXfs", "xfId"))
        there = "".join(f' {name}="0"' for section, name in named if section in self._sections)
        return f'numFmtId="0" fillId="0"{there}'

    def _mark_fill(self, severity: Severity, old: Fill) -> int:
        number = self._numbers.get(old)
        if number is None:
            number = self._free_number(max(self._numbers.values()) + 1)
            if number >= MOST_FILLS:  # more fills than colours: the rest come back as none
                number = self._numbers[NO_FILL]
            else:
                self._numbers[old] = number
        key = severity, number
        if key not in self._painted:
            added = self._added["fills"]
            added.append(self._raw(painted(severity, number)))
            self._painted[key] = len(self._fills) + len(added) - 1
        return self._painted[key]

    def _free_number(self, first: int) -> int:
        while first in self._taken:
            first += 1
        return first

    def _raw(self, fill: Fill) -> bytes:
        return fill.xml(self._prefix).encode("ascii")

    def _add_font(self, inside: str) -> int:
        fonts = self._added["fonts"]
        fonts.append(f"<{self._prefix}font>{inside}</{self._prefix}font>".encode())
        return self._fonts + len(fonts) - 1

    def _add_format(self, raw: bytes) -> int:
        formats = self._added["cellXfs"]
        formats.append(raw)
        return len(self._formats) + len(formats) - 1


def without_marks(root: Element, old_fills: Mapping[int, Fill]) -> list[Splice]:
    """Return the changes that put the old fill in the place of every mark's."""
    found = []
    for section in root.named("fills"):
        for element in _in_effect(section, "fill"):
            number = number_in(colour_of(fill_of(element)) or "")
            if number is not None and number in old_fills:
                new = old_fills[number].xml(element.prefix).encode("ascii")
                found.append(Splice(element.start, element.end, new))
    return found


def _in_effect(section: Element, name: str) -> Iterator[Element]:
    """Yield the elements of this name that count where a part offers alternatives."""
    for child in section.children:
        if child.local == name:
            yield child
        elif child.local == "AlternateContent":
            for fallback in child.children:
                if fallback.local == "Fallback":
                    yield from _in_effect(fallback, name)


def _with(raw: bytes, **attributes: int) -> bytes:
    for name, value in attributes.items():
        raw = spliced(raw, [set_attribute(raw, 0, name, str(value))])[0]
    return raw


def new_styles(namespace: str) -> bytes:
    """Return a part with the formats of a workbook that had none."""
    return NEW_STYLES.format(namespace=namespace).encode()
