"""Marked copies from Python."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
import pytest

import kediri_index
from kediri_index import Checked, UsageError, check, load_definition, mark, read_workbooks
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.usecases.inputs import Submission, load_profile
from kediri_index.usecases.mark import to_send_back
from tests.present.test_status_letters import SPEAKS_TO_THE_ANALYST
from tests.sheets.marking.copies import opened, parts, read, saved_by_openpyxl

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EXAMPLES = Path(kediri_index.__file__).parents[2] / "examples"
PATH = EXAMPLES / "kota-contoh-salah" / "Dinas Lingkungan Hidup.xlsx"
DATA = PATH.read_bytes()
FILLED = ("G6", "H8", "H11")


def checked(path: Path = PATH) -> tuple[Submission, Checked]:
    submission = read_workbooks(path)
    return submission, check(submission, load_definition())


def copy_of(path: Path, language: Language = Language.ID) -> bytes | None:
    submission, found = checked(path)
    (workbook,) = submission.workbooks
    return mark(workbook, path.read_bytes(), found.findings, language)


def test_the_form_of_an_agency_comes_back_with_its_faults_coloured_and_told() -> None:
    copy = copy_of(PATH)
    assert copy is not None
    sheet = opened(copy)["Penilaian"]
    told = {one: sheet[one].comment.text for one in FILLED}
    assert told["G6"].splitlines() == [
        "[kediri-index]",
        "GALAT C101",
        "belum diisi, padahal definisi mewajibkan jawaban",
        "→ isi nilainya, atau tulis «tidak berlaku» bila memang tidak berlaku",
        "[/kediri-index]",
    ]
    assert "H9: " in told["H8"]
    assert sheet.protection.sheet is True
    assert [sheet[one].protection.locked for one in FILLED] == [False, False, True]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} >= set(
        FILLED
    )
    assert read(copy).sheets == read(DATA).sheets


def test_the_list_has_every_finding_with_a_link_to_its_cell() -> None:
    copy = copy_of(PATH, Language.EN)
    assert copy is not None
    sheet = opened(copy)["What to correct"]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=3)]
    assert rows[0] == ["Place", "Severity", "Code", "Finding", "What to do"]
    assert [row[:3] for row in rows[1:4]] == [
        ["Penilaian!G6", "error", "C101"],
        ["Penilaian!H9", "error", "C105"],
        ["Penilaian!H11", "error", "C116"],
    ]
    assert [sheet[f"A{row}"].hyperlink.location for row in (4, 5, 6)] == [
        "'Penilaian'!G6",
        "'Penilaian'!H9",
        "'Penilaian'!H11",
    ]
    assert sheet["A1"].value == (
        "What to correct in Dinas Lingkungan Hidup.xlsx: 3 errors, 0 warnings, 0 notes"
    )
    assert sheet.column_dimensions["G"].hidden


def list_of(path: Path, language: Language = Language.ID) -> Worksheet:
    copy = copy_of(path, language)
    assert copy is not None
    return opened(copy).worksheets[-1]


def test_every_row_of_the_list_is_as_high_as_its_text() -> None:
    sheet = list_of(PATH)
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A2:E2"]
    assert sheet["A2"].alignment.wrap_text is True
    for row in (4, 5, 6):
        assert {cell.alignment.vertical for cell in sheet[row][:5]} == {"top"}
        assert sheet[row][1].fill.fgColor.rgb.startswith("FFF")
    for row in (2, 4, 5, 6):
        lines = max(len(str(cell.value or "")) for cell in sheet[row][3:5]) / 62
        lines = max(lines, len(str(sheet.cell(row, 1).value)) / (30 if row > 2 else 176))
        assert sheet.row_dimensions[row].height >= 15 * lines


@pytest.mark.parametrize(
    ("name", "language", "says", "not_said"),
    [
        (PATH.name, Language.ID, ("sel yang berwarna", "Revisi pada lembar Identitas"), ()),
        ("Salinan Dinas Sosial.xlsx", Language.EN, ("list below", "Revisi"), ("coloured",)),
        ("Badan Kepegawaian dan Pengembangan SDM.xlsx", Language.ID, ("daftar di bawah",), ()),
    ],
)
def test_the_list_says_what_to_do_with_this_very_file(
    name: str, language: Language, says: tuple[str, ...], not_said: tuple[str, ...], salah: Salah
) -> None:
    said = str(salah.lists[language][name]["A2"].value)
    assert [one for one in says if one not in said] == []
    assert [one for one in not_said if one in said] == []


class Salah(NamedTuple):
    """The lists of all marked copies of the faulty example, by language and file."""

    lists: dict[Language, dict[str, Worksheet]]


@pytest.fixture(scope="module")
def salah() -> Salah:
    folder = PATH.parent
    submission = read_workbooks(folder)
    found = check(submission, load_definition(), load_profile(folder / "profile.yaml"))
    lists: dict[Language, dict[str, Worksheet]] = {}
    for language in Language:
        of_files = lists.setdefault(language, {})
        for workbook in submission.workbooks:
            path = Path(workbook.path)
            if to_send_back(workbook, found.findings) and workbook.sheets:
                copy = mark(workbook, path.read_bytes(), found.findings, language)
                assert copy is not None
                of_files[path.name] = opened(copy).worksheets[-1]
    return Salah(lists)


def test_a_copy_says_only_what_an_agency_can_do_and_no_folder_of_ours(salah: Salah) -> None:
    repairs = {}
    for files in salah.lists.values():
        for name, sheet in files.items():
            for row in sheet.iter_rows(min_row=4, max_col=5, values_only=True):
                texts = [str(one) for one in row if one is not None]
                assert [one for one in texts if str(PATH.parent.parent) in one] == []
                repairs[name, row[2]] = texts[-1].replace("minta templat", "")
    assert [one for one in repairs.values() if SPEAKS_TO_THE_ANALYST.search(one)] == []
    assert len({name for name, _ in repairs}) == 19
    ours = salah.lists[Language.ID]["Dinas Pendidikan_perbaikan.xlsx"]
    assert "sudah ada di Dinas Pendidikan.xlsx · Penilaian!H8" in str(ours["D4"].value)
    assert ("Dinas Pemuda dan Olahraga.xlsx", "X307") in repairs


def test_repaired_and_sent_again_the_copy_is_fine_and_its_copy_is_clean(tmp_path: Path) -> None:
    copy = copy_of(PATH)
    assert copy is not None
    book = opened(copy)
    sheet = book["Penilaian"]
    sheet.unmerge_cells("H8:H9")
    for address in ("G6", "H9", "H11"):
        sheet[address] = 3
    repaired = tmp_path / "Dinas Lingkungan Hidup.xlsx"
    repaired.write_bytes(saved_by_openpyxl(book))
    submission, found = checked(repaired)
    assert [one.code for one in found.findings if one.code.startswith("C1")] == []
    (workbook,) = submission.workbooks
    clean = mark(workbook, repaired.read_bytes(), found.findings)
    assert clean is not None
    shown = opened(clean)
    assert shown.sheetnames == openpyxl.load_workbook(PATH).sheetnames
    before = openpyxl.load_workbook(PATH)["Penilaian"]
    for address in FILLED:
        assert shown["Penilaian"][address].comment is None
        assert shown["Penilaian"][address].fill.fgColor.rgb == before[address].fill.fgColor.rgb
    again = tmp_path / "lagi.xlsx"
    again.write_bytes(clean)
    assert copy_of(again) is None


def test_where_there_is_nothing_to_mark_nor_to_take_away_there_is_no_copy() -> None:
    (workbook,) = read_workbooks(PATH).workbooks
    assert mark(workbook, DATA, [Finding("F428", str(PATH)), Finding("C101", "lain.xlsx")]) is None


def test_a_copy_that_comes_back_unchanged_finds_the_same_and_is_marked_the_same(
    tmp_path: Path,
) -> None:
    copy = copy_of(PATH)
    assert copy is not None
    back = tmp_path / PATH.name
    back.write_bytes(copy)
    assert [one._replace(file="") for one in checked(back)[1].findings] == [
        one._replace(file="") for one in checked()[1].findings
    ]
    assert copy_of(back) == copy


@pytest.mark.parametrize("name", ["isian.csv", "rusak.xlsx"])
def test_what_is_no_readable_workbook_cannot_be_marked(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("unit,tahun\nKota A,2023\n", encoding="utf-8")
    (workbook,) = read_workbooks(path).workbooks
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-no-workbook"):
        mark(workbook, path.read_bytes(), [])


def test_other_bytes_than_were_read_are_not_marked() -> None:
    (workbook,) = read_workbooks(PATH).workbooks
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-changed"):
        mark(workbook, DATA + b" ", [Finding("C101", str(PATH), "Penilaian", "G6")])


def test_a_workbook_with_more_cells_than_are_compared_is_not_marked() -> None:
    (workbook,) = read_workbooks(PATH).workbooks
    found = [Finding("C101", str(PATH), "Penilaian", "G6")]
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-large") as told:
        mark(workbook, DATA, found, limits=Limits(marked_cells=10))
    said = told.value.params
    assert said["option"] == f"--limit marked_cells={said['seen']}"
    enough = Limits(marked_cells=int(str(said["seen"])))
    assert mark(workbook, DATA, found, limits=enough) is not None


def test_a_copy_that_would_read_otherwise_is_never_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = (EXAMPLES / "kota-kediri-2022.xlsx").read_bytes()
    monkeypatch.setattr("kediri_index.usecases.mark.marked", lambda *_: other)
    (workbook,) = read_workbooks(PATH).workbooks
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-differs"):
        mark(workbook, DATA, [Finding("C101", str(PATH), "Penilaian", "G6")])


def test_a_copy_of_which_something_else_is_found_is_never_returned() -> None:
    (workbook,) = read_workbooks(PATH).workbooks
    odd = workbook._replace(findings=(Finding("F217", str(PATH), "Penilaian", "G6"),))
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-differs"):
        mark(odd, DATA, [Finding("C101", str(PATH), "Penilaian", "G6")])


def test_a_defect_of_ours_is_told_and_ends_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise KeyError("x")

    monkeypatch.setattr("kediri_index.usecases.mark.marked", broken)
    (workbook,) = read_workbooks(PATH).workbooks
    with pytest.raises(UsageError, check=lambda error: error.message == "mark-failed"):
        mark(workbook, DATA, [Finding("C101", str(PATH), "Penilaian", "G6")])


def test_a_part_that_cannot_be_changed_is_named(tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts(DATA).items():
            package.writestr(name, b"<rusak" if name == "[Content_Types].xml" else content)
    (workbook,) = read_workbooks(path).workbooks
    findings = [Finding("C101", str(path), "Penilaian", "G6")]
    with pytest.raises(UsageError) as caught:
        mark(workbook, path.read_bytes(), findings)
    assert (caught.value.message, caught.value.params["part"]) == (
        "mark-part",
        "[Content_Types].xml",
    )
