"""Taking our marks out of a workbook that came back, whether or not it was saved again."""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from kediri_index.model.workbook import Sheet
from kediri_index.sheets.marking.comments import has_ours, without_ours, without_shapes
from kediri_index.sheets.marking.findings_list import old_fills
from kediri_index.sheets.marking.package import EditedPackage, drop, unrelate
from kediri_index.sheets.marking.sheet_patch import Place, SheetPatch
from kediri_index.sheets.marking.styles import NO_FILL, scheme_of, without_marks
from kediri_index.sheets.marking.xml_text import Element, NotMarkableError, Splice
from kediri_index.sheets.reading.xlsx import Outline, companion
from kediri_index.sheets.reading.xml_part import relations_of

_PIECE: Final = 500_000
"""Shorter than any reader's longest token."""
_MOST: Final = 100_000_000
_COMMENT: Final = re.compile(rb"<!--kediri-index ([A-Za-z0-9+/=]*)-->")


def undo_comments(package: EditedPackage) -> bytes:
    """Return as XML comments what takes back all that was done to *package* so far."""
    created = {part.lower() for part in package.created}
    changed = {change.part for change in package.changes} - created
    document = {
        "changes": [
            [change.part, [[start, end, old.decode("latin-1")] for start, end, old in change.back]]
            for change in package.changes
            if change.part in changed
        ],
        "created": sorted(package.created),
        "sha256": {
            part: sha256(package.read(part)).hexdigest() for part in sorted(changed | created)
        },
    }
    packed = b64encode(zlib.compress(json.dumps(document).encode()))
    pieces = [packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE)]
    return b"".join(b"<!--kediri-index " + piece + b"-->" for piece in pieces)


def undone(package: EditedPackage, own: str) -> bool:
    """Take back all marks if everything is as it was written; *own* is the sheet of findings."""
    packed = b"".join(_COMMENT.findall(package.text(own).body))
    if not packed:
        return False
    try:
        inflater = zlib.decompressobj()
        document = json.loads(inflater.decompress(b64decode(packed, validate=True), _MOST))
        hashes: dict[str, str] = document["sha256"]
        if any(
            part not in package or sha256(package.read(part)).hexdigest() != hash_
            for part, hash_ in hashes.items()
        ):
            return False
        for part, back in reversed(document["changes"]):
            if part in hashes:
                package.edit(part, [Splice(s, e, old.encode("latin-1")) for s, e, old in back])
        created: list[str] = document["created"]
        for part in [*created, own]:
            if part in package:
                package.remove(part)
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        raise NotMarkableError(own) from None  # written by somebody else
    return True


_SHARED: Final = re.compile(
    rb"""\st\s*=\s*["']s["'][^<>]*>\s*<(?:[\w.-]+:)?v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<"""
)


def unmark(package: EditedPackage, outline: Outline, own: Sheet | None) -> None:
    """Take out the marks of ours; *own* is the sheet of findings, if it is still there."""
    parts = {entry.name: part for entry, part in outline.worksheets}
    listed = parts.get(own.name) if own is not None else None
    if listed is not None and undone(package, listed):
        related = {one.target for one in relations_of(package, outline.part).values()}
        if listed in related:
            raise NotMarkableError(listed)  # likewise
        return
    commented = [part for part in parts.values() if part != listed and _comments(package, part)]
    for part in commented:
        _without_comments(package, part)
    if listed is None and not commented:
        return  # nothing of ours: a colour like ours is theirs
    scheme = scheme_of(package, outline)
    fills = {0: NO_FILL} | dict(old_fills(own, scheme) if own is not None else {})
    styles = companion(package, outline, "styles")
    if styles in package:
        package.edit(styles, without_marks(package.tree(styles), fills))
    if own is not None and listed is not None:
        without_texts(package, outline, listed)
        _without_list(package, outline, own.name, listed)


def _comments(package: EditedPackage, part: str) -> list[tuple[str, str]]:
    """Return by id the parts with comments of a sheet in which any is ours."""
    return [
        (id_, relation.target)
        for id_, relation in relations_of(package, part).items()
        if relation.kind == "comments"
        and relation.target in package
        and has_ours(package.text(relation.target).body)
    ]


def _without_comments(package: EditedPackage, part: str) -> None:
    for id_, comments in _comments(package, part):
        splices, gone, left = without_ours(package.tree(comments))
        package.edit(comments, splices)
        if not left:
            unrelate(package, part, id_)
            drop(package, comments)
        _without_shapes(package, part, gone)


def _without_shapes(package: EditedPackage, part: str, gone: set[Place]) -> None:
    patch = SheetPatch(package.text(part), {})
    if patch.legacy_drawing is None:
        return
    start, end, id_ = patch.legacy_drawing
    relation = relations_of(package, part).get(id_)
    if relation is None or relation.target not in package:
        return
    splices, any_left = without_shapes(package.text(relation.target).body, gone)
    package.edit(relation.target, splices)
    if not any_left:
        package.edit(part, [Splice(start, end, b"")])
        unrelate(package, part, id_)
        drop(package, relation.target)


def _without_list(package: EditedPackage, outline: Outline, name: str, part: str) -> None:
    """Take out the sheet of findings, and what the workbook says of it."""
    root = package.tree(outline.part)
    entries = root.below("sheets", "sheet")
    names = [one.attributes.get("name") for one in entries]
    index = names.index(name)
    ids = [value for key, value in entries[index].attributes.items() if key.endswith(" id")]
    splices = [entries[index].remove(), *_names_without(root, index), *_views_without(root, index)]
    package.edit(outline.part, splices)
    unrelate(package, outline.part, *ids)
    drop(package, part)


def _names_without(root: Element, index: int) -> list[Splice]:
    """Return the changes that take out the names of a sheet, and count later sheets one less."""
    splices = []
    for list_ in root.named("definedNames"):
        numbered = [(_number(one, "localSheetId"), one) for one in list_.named("definedName")]
        gone = [one.remove() for number, one in numbered if number == index]
        if len(gone) == len(numbered):
            splices.append(list_.remove())
            continue
        splices += gone
        splices += [
            one.set("localSheetId", str(number - 1)) for number, one in numbered if number > index
        ]
    return splices


def _views_without(root: Element, index: int) -> list[Splice]:
    last = len(root.below("sheets", "sheet")) - 2
    return [
        view.set(attribute, str(min(max(number - (number > index), 0), max(last, 0))))
        for view in root.below("bookViews", "workbookView")
        for attribute in ("activeTab", "firstSheet")
        if (number := _number(view, attribute)) >= index
    ]


def _number(element: Element, attribute: str) -> int:
    text = element.attributes.get(attribute, "")
    return int(text) if text.isdecimal() else -1


def without_texts(package: EditedPackage, outline: Outline, own: str) -> None:
    """Empty the shared texts that only the sheet in the part *own* has; the others keep theirs."""
    part = companion(package, outline, "sharedStrings")
    if part not in package:
        return
    orphaned = _texts_of(package, own)
    for _, other in outline.worksheets:
        if other != own and orphaned:
            orphaned -= _texts_of(package, other)
    if orphaned:
        package.edit(part, _emptied(package.tree(part), orphaned))


def _texts_of(package: EditedPackage, part: str) -> set[int]:
    return set(map(int, _SHARED.findall(package.text(part).body)))


def _emptied(root: Element, numbers: set[int]) -> Iterator[Splice]:
    for number, text in enumerate(root.named("si")):
        if number in numbers and not text.is_empty:
            yield Splice(text.head_end, text.tail, f"<{text.prefix}t></{text.prefix}t>".encode())
