"""A marked copy of a workbook: faulty cells coloured and commented, and a sheet of all findings."""

import posixpath
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kediri_index.model.findings import Severity
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Span, Workbook, column_letters
from kediri_index.sheets.marking.comments import new_comments, new_shapes, with_notes, with_shapes
from kediri_index.sheets.marking.findings_list import PAINTED, Listing, ListWords, Note
from kediri_index.sheets.marking.package import EditedPackage, declare, relate, relation_base
from kediri_index.sheets.marking.sheet_patch import Place, SheetPatch
from kediri_index.sheets.marking.styles import StyleSheet, new_styles, scheme_of
from kediri_index.sheets.marking.unmark import undo_comments, unmark
from kediri_index.sheets.marking.xml_text import NotMarkableError, declared_prefix, escaped
from kediri_index.sheets.reading.cell import position_of
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.reading.xlsx import Outline, companion, outline_of
from kediri_index.sheets.reading.xml_part import relations_of

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_COMMENTS = f"{_SPREADSHEET}comments+xml"
_STYLES = f"{_SPREADSHEET}styles+xml"
_WORKSHEET = f"{_SPREADSHEET}worksheet+xml"
_SHAPES = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST_NAME = 31
UNKNOWN_FORMAT = "F220"
"""A cell names a format that is not there."""


class _Marks(NamedTuple):
    """What is to be seen on a sheet: how heavy by cell, and the comments."""

    severities: dict[Place, Severity]
    comments: dict[Place, str]


def marked(
    data: bytes, workbook: Workbook, notes: Sequence[Note], words: ListWords, limits: Limits
) -> bytes:
    """Return a copy of the workbook *data* with *notes*, and without any marks from before.

    *workbook* is what was read from the same bytes. Without notes it is a clean copy. Raises
    :class:`NotMarkableError` where a part that has to be changed cannot be.
    """
    package = EditedPackage(workbook.path, data, limits)
    unmark(package, outline_of(package), workbook.own)
    package.forget_changes()
    if notes:
        if workbook.own is not None:  # what marks hid is seen again
            workbook = read_workbook(workbook.path, package.packed(), limits)
        _Marking(package, workbook, words).put(notes)
    return package.packed()


class _Marking:
    """Puts notes into one package."""

    def __init__(self, package: EditedPackage, workbook: Workbook, words: ListWords) -> None:
        self._package = package
        self._words = words
        self._outline = outline_of(package)
        self._merged = {sheet.name: sheet.merged for sheet in workbook.sheets}
        self._found = workbook.findings
        self._folder = posixpath.dirname(self._outline.part)
        self._workbook = package.tree(self._outline.part)
        self._namespace = self._workbook.namespace
        self._base = relation_base(self._namespace)

    def put(self, notes: Sequence[Note]) -> None:
        """Put in *notes*: on their cells, and all of them into a list."""
        part = self._styles_part(self._outline)
        styles = StyleSheet(self._package.tree(part))
        styles.reserve(
            int(one.value)
            for one in self._found
            if one.code == UNKNOWN_FORMAT and one.value is not None and one.value.isdecimal()
        )
        by_sheet: dict[str, list[Note]] = {}
        for note in notes:
            if note.sheet is not None and note.cell is not None and note.severity in PAINTED:
                by_sheet.setdefault(note.sheet, []).append(note)
        for number, (entry, sheet) in enumerate(self._outline.worksheets, 1):
            if entry.name in by_sheet:
                marks = _marks(by_sheet[entry.name], self._merged.get(entry.name, ()))
                self._put_on(sheet, number, marks, styles)
        self._put_list(notes, styles, part)

    def _styles_part(self, outline: Outline) -> str:
        part = companion(self._package, outline, "styles")
        if part not in self._package:
            part = posixpath.join(self._folder, "styles.xml")
            self._create(part, new_styles(self._namespace), _STYLES, outline.part, "styles")
        return part

    def _create(self, part: str, data: bytes, type_: str, of: str, kind: str) -> str:
        """Put in a part that *of* refers to; return the id by which it does."""
        self._package.create(part, data)
        declare(self._package, part, type_)
        return relate(self._package, of, f"{self._base}/{kind}", part)

    def _put_on(self, part: str, number: int, marks: _Marks, styles: StyleSheet) -> None:
        package = self._package
        relations = relations_of(package, part)
        there = [one.target for one in relations.values() if one.kind == "comments"]
        comments = next((target for target in there if target in package), None)
        if comments is None:
            comments = package.free_name(posixpath.join(self._folder, "comments{}.xml"))
            self._create(comments, new_comments(self._namespace), _COMMENTS, part, "comments")
        root = package.tree(comments)
        if root.local != "comments":
            raise NotMarkableError(comments)
        package.edit(comments, with_notes(root, marks.comments))
        package.tree(comments)  # what cannot be read any more is not sent
        try:
            patch = SheetPatch(package.text(part), marks.severities)
        except NotMarkableError:
            raise NotMarkableError(part) from None
        shapes = relations.get(patch.legacy_drawing[2]) if patch.legacy_drawing else None
        drawing = None
        if shapes is None or shapes.target not in package:
            target = package.free_name(posixpath.join(self._folder, "drawings/vmlDrawing{}.vml"))
            new = new_shapes(number, len(marks.comments))
            drawing = self._create(target, new, _SHAPES, part, "vmlDrawing")
        else:
            target = shapes.target
        body = package.text(target).body
        package.edit(target, with_shapes(body, number, marks.comments))
        package.edit(part, patch.splices(styles.mark, drawing))

    def _put_list(self, notes: Sequence[Note], styles: StyleSheet, styles_part: str) -> None:
        """Put in the sheet of findings, last of all: it knows how all is taken back."""
        package, root = self._package, self._workbook
        names = frozenset(entry.name for entry, _ in self._outline.worksheets)
        views = any(views.children for views in root.named("bookViews"))
        scheme = scheme_of(package, self._outline)
        listing = Listing(notes, self._words, names, views, scheme)
        xml = listing.xml(styles, self._namespace)
        package.edit(styles_part, styles.splices())
        part = package.free_name(posixpath.join(self._folder, "worksheets/sheet{}.xml"))
        declare(package, part, _WORKSHEET)
        id_ = relate(package, self._outline.part, f"{self._base}/worksheet", part)
        self._enter(id_)
        package.create(part, xml.encode("ascii") + undo_comments(package))

    def _enter(self, id_: str) -> None:
        """List the sheet of findings in the workbook, after all others."""
        root = self._workbook
        sheets = root.named("sheets")[0]
        entries = sheets.named("sheet")
        numbers = [one.attributes.get("sheetId", "") for one in entries]
        number = max((int(one) for one in numbers if one.isdecimal()), default=0) + 1
        name = _free_name(
            self._words.sheet_name, [one.attributes.get("name", "") for one in entries]
        )
        prefix = declared_prefix(sheets, self._base) or declared_prefix(root, self._base)
        said = f'{prefix}:id="{id_}"' if prefix else f'xmlns:r="{self._base}" r:id="{id_}"'
        entry = f'<{sheets.prefix}sheet name="{escaped(name)}" sheetId="{number}" {said}/>'
        self._package.edit(self._outline.part, [sheets.append(entry.encode("ascii"))])


def _free_name(wanted: str, names: Iterable[str]) -> str:
    taken = {name.casefold() for name in names}
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        end = f" ({number})"
        name = wanted[: _LONGEST_NAME - len(end)] + end
    return name


def _marks(notes: Sequence[Note], merged: Sequence[Span]) -> _Marks:
    """Return the marks of *notes*, those under a merge at its first cell."""
    places = [(place, note) for note in notes if (place := position_of(note.cell or ""))]
    anchors = _anchors({place for place, _ in places}, merged)
    severities: dict[Place, Severity] = {}
    texts: dict[Place, list[str]] = {}
    for own, note in places:
        place = anchors.get(own, own)
        severities[place] = min(
            severities.get(place, note.severity), note.severity, key=list(Severity).index
        )
        texts.setdefault(place, []).append(note.comment(f"{column_letters(place[1])}{place[0]}"))
    return _Marks(severities, {place: "\n\n".join(said) for place, said in texts.items()})


def _anchors(places: Iterable[Place], merged: Sequence[Span]) -> Mapping[Place, Place]:
    """Return the first cell of the merged range that covers a place, where one does.

    A place is looked at until it is found: a hostile file has many ranges, one over the other.
    """
    left: dict[int, list[int]] = {}
    for row, column in sorted(places):
        left.setdefault(column, []).append(row)
    found: dict[Place, Place] = {}
    for span in merged:
        covered = [one for one in left if span.first_column <= one <= span.last_column]
        for column in covered:
            rows = left[column]
            first = bisect_left(rows, span.first_row)
            last = bisect_right(rows, span.last_row)
            found |= {(row, column): span[:2] for row in rows[first:last]}
            del rows[first:last]
            if not rows:
                del left[column]
        if not left:
            break
    return found
