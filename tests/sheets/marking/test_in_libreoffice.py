"""LibreOffice shows the marks, and what it has saved comes back without them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from tests.sheets.forms.libreoffice import needs_libreoffice, recomputed
from tests.sheets.marking.copies import (
    not_shown,
    note,
    opened,
    parts,
    read,
    saved_by_openpyxl,
    with_marks,
    without_marks,
)
from tests.sheets.test_corpus import CORPUS

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

EXAMPLES = Path(__file__).parents[3] / "examples"
FORM = EXAMPLES / "kota-contoh-salah" / "Dinas Lingkungan Hidup.xlsx"
REAL = ("poi__sample.strict", "phpspreadsheet__namespacenonstd")


def commented() -> bytes:
    """Return a workbook with a comment of somebody else's on a cell in a colour of the theme."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Lembar1", 0)
    sheet["A1"] = 5
    sheet["A1"].comment = Comment("Sudah benar?", "Sari")
    sheet["A1"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
    return saved_by_openpyxl(book)


def cases() -> dict[str, tuple[bytes, list[tuple[str, str]]]]:
    """Return workbooks, and the cells to mark in each."""
    form = [("Penilaian", address) for address in ("G6", "H8", "H11", "Z99")]
    found = {
        "isian": (FORM.read_bytes(), form),
        "komentar": (commented(), [("Lembar1", "A1"), ("Lembar1", "B2")]),
    }
    for name in REAL:
        path = CORPUS / f"{name}.xlsx"
        if path.exists():
            sheet = read(path.read_bytes()).sheets[0]
            addresses = (sheet.cells[0].address, "M40") if sheet.cells else ("M40",)
            found[name] = path.read_bytes(), [(sheet.name, address) for address in addresses]
    return found


def values(book: Workbook) -> dict[str, list[list[object]]]:
    """What the cells of the form hold, sheet by sheet."""
    return {
        sheet.title: [[cell.value or None for cell in row] for row in sheet["A1:P60"]]
        for sheet in book.worksheets[:5]
    }


@needs_libreoffice
def test_libreoffice_shows_every_mark_and_what_it_saves_gets_rid_of_them(tmp_path: Path) -> None:
    all_cases = cases()
    copies = {
        name: with_marks(data, *(note(address, sheet) for sheet, address in places))
        for name, (data, places) in all_cases.items()
    }
    shown = recomputed({**copies, "tanpa": FORM.read_bytes()}, tmp_path)
    assert values(shown["isian"]) == values(shown["tanpa"])  # what Periksa computes, too
    for name, (data, places) in all_cases.items():
        assert (name, not_shown(shown[name], places)) == (name, [])
        saved = (tmp_path / "after" / f"{name}.xlsx").read_bytes()
        names = [sheet.name for sheet in read(data).sheets]
        assert [sheet.name for sheet in read(saved).sheets] == names
        clean = without_marks(saved)
        assert [one for one, held in parts(clean).items() if b"kediri-index]" in held.lower()] == []
        assert "Daftar perbaikan" not in opened(clean).sheetnames
    kept = opened(without_marks((tmp_path / "after" / "komentar.xlsx").read_bytes()))["Lembar1"]
    assert kept["A1"].comment.text == "Sudah benar?"
    assert kept["A1"].fill.fgColor.rgb == "FF95B3D7"  # the theme's fourth, two fifths lighter
    assert kept["B2"].comment is None
    form = opened(without_marks((tmp_path / "after" / "isian.xlsx").read_bytes()))["Penilaian"]
    before = openpyxl.load_workbook(FORM)["Penilaian"]
    assert form["G6"].protection.locked is before["G6"].protection.locked is False
