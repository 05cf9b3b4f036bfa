"""Marked copies of real files, and of our examples: nothing lost, all seen, all taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kediri_index.model.findings import Severity
from kediri_index.model.workbook import Sheet, Workbook, column_letters
from kediri_index.sheets.marking.findings_list import Note
from kediri_index.sheets.marking.mark import UNKNOWN_FORMAT
from kediri_index.sheets.reading.cell import position_of
from tests.sheets.marking.copies import (
    Member,
    members,
    not_shown,
    note,
    opened,
    parts,
    read,
    with_marks,
    without_marks,
)
from tests.sheets.test_corpus import CORPUS, FAILS_IN_OPENPYXL, FILES, LONG, REFUSED

NAMES = [file.name for file in FILES if file.name not in {*REFUSED, *LONG}]

needs_corpus = pytest.mark.skipif(
    not FILES, reason="the corpus does not stand beside the repository"
)
EXAMPLES = Path(__file__).parents[3] / "examples"

pytestmark = pytest.mark.no_cover  # long, and nothing that other tests do not run

MAY_CHANGE = ("workbook.xml", "styles.xml", ".rels", "[content_types].xml", "comments", "vml")
SHEETS_MARKED = 3


def chosen(sheet: Sheet) -> Iterator[str]:
    """Yield the first filled cell, one in the middle, two where nothing is, one under a merge."""
    if sheet.cells:
        first, middle = sheet.cells[0], sheet.cells[len(sheet.cells) // 2]
        yield from (first.address, middle.address)
        yield f"ZZ{first.row}"
        yield f"C{max(cell.row for cell in sheet.cells) + 3}"
    for span in sheet.merged[:1]:
        yield f"{column_letters(span.last_column)}{span.last_row}"


def seen_at(sheet: Sheet, address: str) -> str:
    """Return where a mark is seen: at the first cell of a merged range."""
    row, column = position_of(address) or (0, 0)
    for span in sheet.merged:
        if span.first_row <= row <= span.last_row and (
            span.first_column <= column <= span.last_column
        ):
            row, column = span.first_row, span.first_column
    return f"{column_letters(column)}{row}"


def notes_on(name: str, workbook: Workbook) -> tuple[list[Note], list[tuple[str, str]]]:
    """Return notes on cells of the first sheets and on all that was found, and where they show."""
    notes, places = [note(None, None, seen=f"=HYPERLINK({name!r})")], []
    for sheet in workbook.sheets[:SHEETS_MARKED]:
        found = [one.cell for one in workbook.findings if one.sheet == sheet.name and one.cell]
        for number, address in enumerate(dict.fromkeys([*chosen(sheet), *found])):
            severity = (Severity.ERROR, Severity.WARNING)[number % 2]
            notes.append(note(address, sheet.name, severity))
            places.append((sheet.name, seen_at(sheet, address)))
    return notes, places


@needs_corpus
@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_loses_nothing_by_marks_and_gets_rid_of_them(name: str) -> None:
    data = (CORPUS / name).read_bytes()
    assert_lossless(name, data, read(data), in_openpyxl=name not in FAILS_IN_OPENPYXL)


def test_no_example_of_ours_loses_anything_either() -> None:
    done = 0
    for number, path in enumerate(sorted(EXAMPLES.rglob("*.xlsx"))[::4]):
        data = path.read_bytes()
        workbook = read(data)
        if workbook.sheets:
            opens = number % 8 == 0 and not path.name.startswith("F2")  # broken ones, to openpyxl
            assert_lossless(path.name, data, workbook, in_openpyxl=opens)
            done += 1
    assert done > 45


def assert_lossless(name: str, data: bytes, before: Workbook, *, in_openpyxl: bool = True) -> None:
    notes, places = notes_on(name, before)
    copy = with_marks(data, *notes)
    after = read(copy)
    mended = [one for one in before.findings if one.code == UNKNOWN_FORMAT]
    assert after.sheets == before.sheets
    assert [one for one in before.findings if one not in after.findings] == mended
    assert [one for one in after.findings if one not in before.findings] == []
    assert after.own is not None
    stored, stored_after = members(data), members(copy)
    changed = [one for one in stored if stored_after.get(one) != without_descriptor(stored[one])]
    folded = [Path(one.replace("\\", "/").lower()) for one in changed]
    marked = {sheet for sheet, _ in places}
    assert sum("sheets" in one.parts and one.suffix == ".xml" for one in folded) <= len(marked)
    assert [
        str(one)
        for one in folded
        if not any(word in one.name for word in MAY_CHANGE) and "sheet" not in one.name
    ] == []
    assert with_marks(copy, *notes) == copy
    assert parts(without_marks(copy)) == parts(data)
    if in_openpyxl:
        assert not_shown(opened(copy), places) == []


def without_descriptor(member: Member) -> Member:
    """Return a member as it is copied: its sizes stand before it, and no descriptor after it."""
    return member._replace(flags=member.flags & ~0x8)


@needs_corpus
def test_some_real_files_have_what_needs_care() -> None:
    flagged = [
        name
        for name in NAMES
        if any(one.flags & 0x8 for one in members((CORPUS / name).read_bytes()).values())
    ]
    assert flagged
    copy = with_marks((CORPUS / flagged[0]).read_bytes(), note(None, None))
    assert not any(one.flags & 0x8 for one in members(copy).values())
