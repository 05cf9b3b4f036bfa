"""The comments of a sheet and their shapes: ours put in, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kediri_index.model.text import printable_lines
from kediri_index.model.workbook import column_letters
from kediri_index.sheets.marking.sheet_patch import Place
from kediri_index.sheets.marking.xml_text import Element, Splice, cell_text
from kediri_index.sheets.reading.cell import LAST_COLUMN, LAST_ROW, position_of

AUTHOR: Final = "kediri-index"
OPENING: Final = "[kediri-index]"
CLOSING: Final = "[/kediri-index]"
"""Between these two stands what we wrote into a comment; all else in it is somebody else's."""

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


_MOST: Final = 8_000
"""Units of UTF-16; programs take four times as much, people don't."""
_OURS: Final = re.compile(
    rf"(?:\r?\n){{0,2}}{re.escape(OPENING)}(?:(?!{re.escape(OPENING)}).)*?(?:{re.escape(CLOSING)}|\Z)",
    re.DOTALL,
)


def has_ours(body: bytes) -> bool:
    """Return whether there is a comment of ours in the text of a part."""
    return OPENING.encode() in body


def new_comments(namespace: str) -> bytes:
    """Return a part without any comment."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<comments xmlns="{namespace}">'
        "<authors></authors><commentList></commentList></comments>"
    ).encode()


def with_notes(root: Element, notes: Mapping[Place, str]) -> list[Splice]:
    """Return the changes that put *notes* into a part with comments.

    Where a cell has a comment, of a thread too, ours follows in the same one.
    """
    splices = []
    prefix = root.prefix
    there: dict[str, Element] = {}
    lists = root.named("commentList")
    for one in root.below("commentList", "comment"):
        place = position_of(one.attributes.get("ref", ""))
        if place is not None:
            there.setdefault(_address(place), one)
    new = []
    author, added = _author(root)
    for place, text in sorted(notes.items()):
        ours = cell_text(f"{OPENING}\n{printable_lines(text)}", _MOST) + f"\n{CLOSING}"
        comment = there.get(_address(place))
        if comment is None:
            new.append(
                f'<{prefix}comment ref="{_address(place)}" authorId="{author}"><{prefix}text>'
                f"{_run(ours, prefix)}</{prefix}text></{prefix}comment>"
            )
        else:
            splices += _after_theirs(comment, ours)
    if new:
        raw = "".join(new).encode("ascii")
        if root.is_empty:
            return [root.append(_lists(prefix, raw))]
        splices += added
        if lists:
            splices.append(lists[0].append(raw))
        else:
            list_ = f"<{prefix}commentList>".encode() + raw + f"</{prefix}commentList>".encode()
            splices.append(Splice(root.tail, root.tail, list_))
    return splices


def without_ours(root: Element) -> tuple[list[Splice], set[Place], int]:
    """Return the changes that take ours out, where comments are gone by that, how many are left.

    One of somebody else's stays even if nothing is in it.
    """
    splices: list[Splice] = []
    gone: set[Place] = set()
    left: list[Element] = []
    names = [one.text.strip() for one in root.below("authors", "author")]
    ours = {str(number) for number, name in enumerate(names) if name == AUTHOR}
    for comment in root.below("commentList", "comment"):
        changes, is_empty = _stripped(comment)
        place = position_of(comment.attributes.get("ref", ""))
        if changes and is_empty and (not ours or comment.attributes.get("authorId") in ours):
            splices.append(comment.remove())
            if place is not None:
                gone.add(place)
        else:
            splices += changes
            left.append(comment)
    splices += _without_author(root, left)
    return splices, gone, len(left)


def _without_author(root: Element, left: list[Element]) -> list[Splice]:
    """Return the changes that take our name out of the authors where no comment left is ours."""
    authors = root.below("authors", "author")
    ours = next((n for n, one in enumerate(authors) if one.text.strip() == AUTHOR), None)
    numbers = [one.attributes.get("authorId", "") for one in left]
    if ours is None or str(ours) in numbers or not all(map(str.isdecimal, numbers)):
        return []
    return [
        authors[ours].remove(),
        *(
            comment.set("authorId", str(int(number) - 1))
            for comment, number in zip(left, numbers, strict=True)
            if int(number) > ours
        ),
    ]


def _address(place: Place) -> str:
    return f"{column_letters(place[1])}{place[0]}"


def _run(ours: str, prefix: str) -> str:
    return f'<{prefix}r><{prefix}t xml:space="preserve">{ours}</{prefix}t></{prefix}r>'


def _author(root: Element) -> tuple[int, list[Splice]]:
    """Return the number of our name among the authors, and the change that puts it there."""
    name = f"<{root.prefix}author>{AUTHOR}</{root.prefix}author>".encode()
    lists = root.named("authors")
    if not lists:
        tag = f"{root.prefix}authors>".encode()
        list_ = b"<" + tag + name + b"</" + tag
        place = root.head_end
        return 0, [Splice(place, place, list_)]
    names = [one.text for one in lists[0].named("author")]
    if AUTHOR in names:
        return names.index(AUTHOR), []
    return len(names), [lists[0].append(name)]


def _lists(prefix: str, comments: bytes) -> bytes:
    """Return the authors, ours alone, and the list of *comments*."""
    start = f"<{prefix}authors><{prefix}author>{AUTHOR}</{prefix}author></{prefix}authors>"
    return f"{start}<{prefix}commentList>".encode() + comments + f"</{prefix}commentList>".encode()


def _after_theirs(comment: Element, ours: str) -> list[Splice]:
    """Return the changes that let our text follow theirs; a plain text becomes a run first."""
    texts = comment.named("text")
    prefix = comment.prefix
    if not texts:
        new = f"<{prefix}text>{_run(ours, prefix)}</{prefix}text>".encode("ascii")
        return [comment.append(new)]
    text = texts[0]
    open_, close = f"<{prefix}r>".encode(), f"</{prefix}r>".encode()
    splices = [
        splice
        for plain in text.named("t")
        for splice in (
            Splice(plain.start, plain.start, open_),
            Splice(plain.end, plain.end, close),
        )
    ]
    runs = text.named("t", "r")
    separated = f"\n\n{ours}" if runs else ours
    new = _run(separated, prefix).encode("ascii")
    if runs:
        return [*splices, Splice(runs[-1].end, runs[-1].end, new)]
    return [text.append(new)]


def _stripped(comment: Element) -> tuple[list[Splice], bool]:
    """Return the changes that take our text out of a comment, and whether nothing is left."""
    runs = [
        one
        for text in comment.named("text")
        for child in text.named("t", "r")
        for one in ([child] if child.local == "t" else child.named("t"))
    ]
    whole = "".join(one.text for one in runs)
    ours = [match.span() for match in _OURS.finditer(whole)]
    if not ours:
        return [], False
    kept = [True] * len(whole)
    for start, end in ours:
        kept[start:end] = [False] * (end - start)
    parents = {
        child.start: run
        for text in comment.named("text")
        for run in text.named("r")
        for child in run.named("t")
    }
    splices = []
    at = 0
    for one in runs:
        flags = kept[at : at + len(one.text)]
        at += len(one.text)
        if all(flags):
            continue
        rest = "".join(sign for sign, keep in zip(one.text, flags, strict=True) if keep)
        if rest:
            new = cell_text(rest, len(rest) * 2).encode("ascii")
            splices.append(Splice(one.head_end, one.tail, new))
        else:
            splices.append(parents.get(one.start, one).remove())
    return splices, not any(kept) or not "".join(
        sign for sign, keep in zip(whole, kept, strict=True) if keep
    ).strip()
