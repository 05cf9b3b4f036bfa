"""Marked copies, and what is in them, for tests."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import lru_cache
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, NamedTuple

import openpyxl

from kediri_index.model.findings import Severity
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.marking.comments import OPENING
from kediri_index.sheets.marking.findings_list import ListWords, Note
from kediri_index.sheets.marking.mark import marked
from kediri_index.sheets.marking.styles import number_in
from kediri_index.sheets.reading.read import read_workbook

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook as OpenpyxlWorkbook

WORDS = ListWords(
    "Daftar perbaikan",
    "Daftar perbaikan untuk isian.xlsx",
    "Mohon perbaiki sel yang berwarna.",
    ("Tempat", "Tingkat", "Kode", "Temuan", "Yang perlu dilakukan"),
    "seluruh berkas",
    "Terpotong.",
)
SHEET = "Lembar1"


def note(
    cell: str | None,
    sheet: str | None = SHEET,
    severity: Severity = Severity.ERROR,
    seen: str = "«5» di luar skala",
) -> Note:
    word = {"error": "galat", "warning": "peringatan", "note": "catatan"}[severity]
    return Note("C203", severity, sheet, cell, word, seen, "ubah angkanya")


@lru_cache(maxsize=4)
def read(data: bytes) -> Workbook:
    """Return what is read from *data*: a test asks for the same file and its copy many times."""
    return read_workbook("isian.xlsx", data, Limits())


def with_marks(data: bytes, *notes: Note | str) -> bytes:
    """Return a copy of *data* with notes, or with errors at addresses on the first sheet."""
    listed = [note(one) if isinstance(one, str) else one for one in notes]
    return marked(data, read(data), listed, WORDS, Limits())


def without_marks(data: bytes) -> bytes:
    return with_marks(data)


def parts(data: bytes) -> dict[str, bytes]:
    """Return what every member holds, by its name as it stands in the package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {one.orig_filename: package.read(one) for one in package.infolist()}


def part(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    return parts(data)[name].decode()


class Member(NamedTuple):
    """A member as it is stored: its packed bytes, how they are packed, its date, its flags."""

    packed: bytes
    method: int
    date: tuple[int, ...]
    header_date: tuple[int, ...]
    flags: int


def members(data: bytes) -> dict[str, Member]:
    found = {}
    with zipfile.ZipFile(BytesIO(data)) as package:
        for one in package.infolist():
            name, extra = struct.unpack_from("<26x2H", data, one.header_offset)
            start = one.header_offset + 30 + name + extra
            packed = data[start : start + one.compress_size]
            flags, *dated = struct.unpack_from("<6xH2x2H", data, one.header_offset)
            member = Member(packed, one.compress_type, one.date_time, tuple(dated), flags)
            found[one.orig_filename] = member
    return found


def opened(data: bytes) -> OpenpyxlWorkbook:
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(BytesIO(data))


def saved_by_openpyxl(book: OpenpyxlWorkbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def not_shown(book: OpenpyxlWorkbook, places: Sequence[tuple[str, str]]) -> list[object]:
    """Return what of fill and comment *book* lacks at *places*, by sheet and address."""
    missing: list[object] = []
    for sheet, address in places:
        cell = book[sheet][address]
        if cell.comment is None or OPENING not in cell.comment.text:
            missing.append((sheet, address, "comment"))
        if cell.fill.fill_type != "solid" or number_in(str(cell.fill.fgColor.rgb)) is None:
            missing.append((sheet, address, "fill"))
    return missing
