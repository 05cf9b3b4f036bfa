"""Taking our marks out of a workbook that came back, whichever program has saved it since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kediri_index.model.workbook import Sheet
from kediri_index.workbook.marking.comment_shapes import without_shapes
from kediri_index.workbook.marking.comments import has_ours, without_ours
from kediri_index.workbook.marking.edited_package import EditedPackage
from kediri_index.workbook.marking.fills import NO_FILL
from kediri_index.workbook.marking.findings_list import old_fills
from kediri_index.workbook.marking.relations import drop, unrelate
from kediri_index.workbook.marking.sheet_patch import Place, SheetPatch
from kediri_index.workbook.marking.style_sheet import without_marks
from kediri_index.workbook.marking.theme_colours import scheme_of
from kediri_index.workbook.marking.undo import undone
from kediri_index.workbook.marking.xml_text import Element, Splice
from kediri_index.workbook.reading.relationships import relations_of
from kediri_index.workbook.reading.xlsx_outline import Outline, companion

_SHARED: Final = re.compile(
    rb"""\st\s*=\s*["']s["'][^<>]*>\s*<(?:[\w.-]+:)?v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<"""
)


def unmark(package: EditedPackage, outline: Outline, own: Sheet | None) -> None:
    """Take out the marks of ours; *own* is the sheet of findings, if it is still there."""
    parts = {entry.name: part for entry, part in outline.worksheets}
    listed = parts.get(own.name) if own is not None else None
    if listed is not None and undone(package, listed):
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
    id_ = patch.legacy_drawing[2]
    relation = relations_of(package, part).get(id_)
    if relation is None or relation.target not in package:
        return
    splices, any_left = without_shapes(package.text(relation.target).body, gone)
    package.edit(relation.target, splices)
    if not any_left:
        package.edit(part, patch.without_drawing())
        unrelate(package, part, id_)
        drop(package, relation.target)


def _without_list(package: EditedPackage, outline: Outline, name: str, part: str) -> None:
    """Take out the sheet of findings, and what the workbook says of it."""
    root = package.tree(outline.part)
    entries = [one for list_ in root.named("sheets") for one in list_.named("sheet")]
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
    last = sum(len(list_.named("sheet")) for list_ in root.named("sheets")) - 2
    return [
        view.set(attribute, str(min(max(number - (number > index), 0), max(last, 0))))
        for views in root.named("bookViews")
        for view in views.named("workbookView")
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
