"""The shapes of comments, which are VML and often no XML: text is put in and cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kediri_index.workbook.marking.sheet_patch import Place
from kediri_index.workbook.marking.xml_text import Splice
from kediri_index.workbook.reading.cell_addresses import LAST_COLUMN, LAST_ROW

_BLOCK: Final = 1024
_SHAPE_ID: Final = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_CLOSING: Final = re.compile(rb"</(?:[\w.-]+:)?xml\s*>\s*\Z")
_SHAPE: Final = re.compile(
    rb"<((?:[\w.-]+:)?shape)\s(?:(?!<(?:[\w.-]+:)?shape\s).)*?</\1\s*>", re.DOTALL
)
_ANY_SHAPE: Final = re.compile(
    rb"<(?:[\w.-]+:)?(?:shape|rect|oval|line|polyline|curve|arc|image|roundrect|group)\s"
)
_OF_NOTE: Final = re.compile(rb"ObjectType\s*=\s*[\"']Note[\"']", re.IGNORECASE)
_NUMBER: Final = rb"<(?:[\w.-]+:)?%s>\s*([0-9]{1,7})\s*<"
_ROW: Final = re.compile(_NUMBER % b"Row")
_COLUMN: Final = re.compile(_NUMBER % b"Column")
_TYPE: Final = re.compile(rb"\sid\s*=\s*[\"']_x0000_t202[\"']")
_SPACES: Final = (
    *(("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office")),
    ("x", "urn:schemas-microsoft-com:office:excel"),
)
_SHAPE_TYPE: Final = (
    '<v:shapetype id="_x0000_t202"{spaces} coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOTE: Final = (
    '<v:shape id="_x0000_s{id}"{spaces} type="#_x0000_t202" style="position:absolute;'
    'margin-left:0;margin-top:0;width:240pt;height:{height}pt;z-index:1;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_WIDE: Final = 4
_LETTERS_A_LINE: Final = 42
_LINE_POINTS: Final = 13


def new_shapes(sheet: int, count: int) -> bytes:
    """Return a part for *count* shapes of the sheet of this number; none is in it yet."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES)
    first = _BLOCK * sheet
    blocks = ",".join(str(first // _BLOCK + one) for one in range(1 + count // _BLOCK))
    return (
        f'<xml{spaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/>'
        f"</o:shapelayout></xml>"
    ).encode()


def with_shapes(body: bytes, sheet: int, notes: Mapping[Place, str]) -> list[Splice]:
    """Return the changes that put in a shape for each comment that has none."""
    closing = _CLOSING.search(body)
    if closing is None:
        return []
    there = _places(body)
    head = body[: body.find(b">", body.find(b"<xml")) + 1]
    spaces = "".join(
        f' xmlns:{prefix}="{space}"'
        for prefix, space in _SPACES
        if re.search(rf"xmlns:{prefix}\s*=\s*[\"']{space}[\"']".encode(), head) is None
    )
    used = [int(number) for number in _SHAPE_ID.findall(body)]
    id_ = max([*used, _BLOCK * sheet])
    new = [] if _TYPE.search(body) else [_SHAPE_TYPE.format(spaces=spaces)]
    for place, text in sorted(notes.items()):
        if place not in there:
            id_ += 1
            new.append(_shape(id_, place, text, spaces))
    return [Splice(closing.start(), closing.start(), "".join(new).encode("ascii"))]


def without_shapes(body: bytes, places: Iterable[Place]) -> tuple[list[Splice], bool]:
    """Return the changes that take out the shapes of comments, and whether any shape is left."""
    gone = set(places)
    splices = [
        Splice(match.start(), match.end(), b"")
        for match in _SHAPE.finditer(body)
        if _place(match[0]) in gone
    ]
    return splices, len(_ANY_SHAPE.findall(body)) > len(splices)


def _places(body: bytes) -> set[Place | None]:
    return {_place(match[0]) for match in _SHAPE.finditer(body)}


def _place(shape: bytes) -> Place | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if row is None or column is None or not _OF_NOTE.search(shape):
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _shape(id_: int, place: Place, text: str, spaces: str) -> str:
    row, column = place
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n")) + 2
    left = min(column, LAST_COLUMN - _WIDE - 1)
    top = min(max(row - 2, 0), LAST_ROW - lines - 1)
    anchor = (left, 15, top, 2, left + _WIDE, 15, top + lines, 4)
    return _NOTE.format(
        id=id_,
        spaces=spaces,
        height=_LINE_POINTS * lines,
        anchor=", ".join(map(str, anchor)),
        row=row - 1,
        column=column - 1,
    )
