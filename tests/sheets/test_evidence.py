"""Evidence by level: the form's sheet, how it is read, what check, status and plan make of it."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Board, Opd, OpdState, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.present.agency_report import agency_document
from kediri_index.present.commands.plan import PlanPresentation
from kediri_index.present.commands.status import StatusPresentation
from kediri_index.present.letters import letters
from kediri_index.present.renderers.md import rendered
from kediri_index.sheets.forms.form import Form, form_rows
from kediri_index.sheets.forms.writing import form_bytes
from kediri_index.usecases.agency_report import agency_reports
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.plan import ANYTHING, plan
from kediri_index.usecases.status import status
from tests.findings.building import (
    HERE,
    TOP,
    Rows,
    checked,
    codes,
    csv_table,
    definition,
    workbook,
)

LEVELS = "score: {method: levels, spread: true, levels: {1: rintisan, 2: terkelola, 3: terpadu}}"
TEXT = f"""{TOP}year: 2022
groups: [{{id: a, kind: pillar, name: Bagian A}}]
indicators:
  - id: A-1
    in: a
    name: Tim
    opd: kominfo
    {LEVELS}
    evidence: {{2: [Laporan rapat, Rencana kerja], 1: SK tim, 3: [Evaluasi]}}
  - {{id: A-2, in: a, name: Laman, opd: kominfo}}
"""
KOMINFO = Opd("kominfo", "Dinas Kominfo")
PROFILE = Profile(unit="Kota Uji", opd=(KOMINFO,))
ANSWERS: Rows = (("Kode", "Nilai mandiri", "Nilai asesor"), ("A-1", 2, None), ("A-2", 3, None))
HEADER = ("Kode", "Indikator", "Tingkat", "Bukti", "Berkas/tautan", "Status", "Catatan")
TEAM = ("A-1.1.1", "Tim", 1, "SK tim", "https://kota.example/sk.pdf", None, None)
REPORT = ("A-1.2.1", "Tim", 2, "Laporan rapat", "rapat.pdf", "Diterima", None)
SCHEDULE = ("A-1.2.2", "Tim", 2, "Rencana kerja", None, "belum ada", None)
REVISED = (*REPORT[:5], "perlu perbaikan", "buram")
IDENTITY: Rows = (("Wilayah", "Kota Uji"), ("OPD", "Dinas Kominfo"))


def sent(
    *rows: tuple[object, ...], answers: Rows = ANSWERS, hidden: tuple[str, ...] = ()
) -> Workbook:
    sheets = {"Identitas": IDENTITY, "Penilaian": answers}
    if rows:
        sheets["Bukti dukung"] = (HEADER, *rows)
    return workbook(sheets, hidden=hidden)


def found(*rows: tuple[object, ...], answers: Rows = ANSWERS) -> list[Finding]:
    return list(checked(sent(*rows, answers=answers), text=TEXT).findings)


def assessed(own: int | None, assessor: float | None) -> Rows:
    return (ANSWERS[0], ("A-1", own, assessor), ANSWERS[2])


def test_items_are_known_by_level_and_place_and_are_part_of_the_meaning() -> None:
    (indicator, other) = definition(TEXT).all_indicators()
    assert [(one.code, int(one.level), one.text) for one in indicator.evidence_items] == [
        ("A-1.1.1", 1, "SK tim"),
        ("A-1.2.1", 2, "Laporan rapat"),
        ("A-1.2.2", 2, "Rencana kerja"),
        ("A-1.3.1", 3, "Evaluasi"),
    ]
    assert other.evidence_items == ()
    assert definition(TEXT).sha256 != definition(TEXT.replace("Rencana", "Jadwal")).sha256
    required = TEXT.replace("groups:", "evidence: required\ngroups:")
    assert [one.evidence.value for one in definition(required).all_indicators()] == [
        "optional",  # its items stand in their place
        "required",
    ]


def test_a_level_that_is_claimed_names_what_it_and_those_below_it_lack() -> None:
    (finding,) = found(TEAM, REPORT, SCHEDULE)
    assert (finding.code, finding.sheet, finding.cell) == ("S840", "Bukti dukung", "E4")
    assert finding.params == {"level": 2, "items": ("A-1.2.2 Rencana kerja",)}
    (below,) = found((*TEAM[:4], "-", None, None), REPORT, (*SCHEDULE[:4], "rencana.pdf"))
    assert below.params["items"] == ("A-1.1.1 SK tim",)
    (no_row,) = found(TEAM, REPORT)
    assert (no_row.code, no_row.sheet, no_row.cell) == ("S840", "Penilaian", "B2")


@pytest.mark.parametrize(
    "rows",
    [
        (TEAM, REPORT, (*SCHEDULE[:4], "rencana.pdf")),
        (TEAM, REPORT, (*SCHEDULE[:4], "rencana.pdf", "belum ada")),  # the assessor has not seen it
        (TEAM, REPORT, (*SCHEDULE[:4], None, "ACCEPTED")),  # the assessor has seen it elsewhere
        (TEAM, REPORT, REPORT, ("a-1", None, None, "rencana  kerja", "rencana.pdf")),
        (
            ("Tingkat 1",),
            TEAM,
            REPORT,
            (*SCHEDULE[:4], "r.pdf"),
            (),
            ("A-1.3.1", "Tim", 3, "Evaluasi"),
        ),
    ],
)
def test_evidence_that_is_complete_has_no_finding(rows: tuple[tuple[object, ...], ...]) -> None:
    assert found(*rows) == []


def test_each_cause_is_one_finding_at_its_cell() -> None:
    complete = (TEAM, REPORT, (*SCHEDULE[:4], "rencana.pdf"))
    cases: list[tuple[tuple[object, ...], str, str]] = [
        ((*SCHEDULE[:4], "rencana.pdf", "perlu perbaikan", "tanpa tanggal"), "S841", "F4"),
        ((*SCHEDULE[:4], "rencana.pdf", "ok"), "S842", "F4"),
        (("A-1.2.2", "Tim", 2, "Jadwal", "rencana.pdf"), "S844", "D4"),
    ]
    for row, code, cell in cases:
        first, *_ = [one for one in found(TEAM, REPORT, row) if one.code != "S840"]
        assert (first.code, first.cell) == (code, cell)
    assert [(one.code, one.cell) for one in found(*complete, ("A-9.1.1", "", 1, "SK", "a"))] == [
        ("S843", "A5")
    ]
    twice = (*REPORT[:4], "lain.pdf", None, None)
    assert [(one.code, one.cell) for one in found(*complete, twice)] == [("S846", "A5")]


def test_an_assessor_gives_no_more_than_the_accepted_items_once_statuses_are_kept() -> None:
    rows = (TEAM, REPORT, (*SCHEDULE[:4], "rencana.pdf"))
    (above,) = found(*rows, answers=assessed(2, 2))
    assert (above.code, above.cell) == ("S845", "C2")
    assert above.params["items"] == ("A-1.1.1 SK tim", "A-1.2.2 Rencana kerja")
    without = [(*row[:5], None, None) for row in rows]
    assert found(*without, answers=assessed(2, 2)) == []


OTHER_SHEETS: tuple[Rows, ...] = (
    [("Kode", "Bukti"), ("A-1.1.1", "SK tim")],
    [(f"Bab {number}",) for number in range(60)],
)


@pytest.mark.parametrize("rows", OTHER_SHEETS, ids=["without files", "without a header"])
def test_another_sheet_is_not_that_of_the_evidence(rows: Rows) -> None:
    sheets = {"Identitas": IDENTITY, "Penilaian": ANSWERS, "Catatan": rows}
    assert "S847" in codes(checked(workbook(sheets), text=TEXT).findings)


def test_a_file_without_the_sheet_is_one_finding_and_only_where_items_are_asked_for() -> None:
    assert [(one.code, one.cell) for one in found()] == [("S847", "A2")]
    assert found(answers=(ANSWERS[0], ANSWERS[2], ("A-1", None, None)))[0].code == "C101"
    plain = TEXT.replace("    evidence: {2", "    # {2")
    assert codes(checked(sent(TEAM, REPORT), text=plain).findings) == []


def test_a_text_table_is_read_as_a_sheet_is_and_a_hidden_sheet_is_not() -> None:
    lines = ("Kode,Bukti,Berkas/tautan", "A-1.1.1,SK tim,sk.pdf", "A-1.2.1,,rapat.pdf")
    items = csv_table("\n".join(lines), "bukti.csv")
    (finding,) = checked(workbook({"Penilaian": ANSWERS}), items, text=TEXT).findings
    assert (finding.code, finding.params["items"]) == ("S840", ("A-1.2.2 Rencana kerja",))
    hidden = sent(TEAM, REPORT, hidden=("Bukti dukung",))
    assert codes(checked(hidden, text=TEXT).findings) == ["F411", "S847"]


def board(text: str, *rows: tuple[object, ...]) -> Board:
    files = check(Submission((sent(*rows),)), definition(text), PROFILE, hints=HERE)
    return status(files, definition(text), PROFILE, today=date(2022, 9, 1), hints=HERE)


def shown(text: str, *rows: tuple[object, ...]) -> StatusPresentation:
    return StatusPresentation(Language.ID, board(text, *rows), definition(text), "masuk")


def test_status_counts_the_items_of_an_agency() -> None:
    found = shown(TEXT, TEAM, REVISED, SCHEDULE)
    (row,) = json.loads(found.json())["result"]["opd"]
    assert row["evidence"] == {"sent": 1, "accepted": 0, "to_revise": 1, "missing": 2}
    head, cells = found.rows()
    assert {key: cell for key, cell in zip(head, cells, strict=True) if "evidence" in str(key)} == {
        "evidence_sent": 1,
        "evidence_accepted": 0,
        "evidence_to_revise": 1,
        "evidence_missing": 2,
    }


def test_without_items_status_counts_none() -> None:
    found = shown(TEXT.replace("    evidence: {2", "    # {2"))
    (row,) = json.loads(found.json())["result"]["opd"]
    assert row["evidence"] is None
    assert [*found.rows()][1][-4:] == (None, None, None, None)


def test_an_agency_whose_evidence_is_sent_back_is_written_to_though_all_is_filled_in() -> None:
    returned = shown(TEXT, TEAM, REVISED, (*SCHEDULE[:4], "rencana.pdf", "dikirim"))
    assert returned.board.opd[0].state is OpdState.COMPLETE
    letter = letters(returned)["kominfo"].text()
    assert letter.startswith("Hal: Uji, Dinas Kominfo: bukti dukung perlu perbaikan\n")
    assert (
        ", lembar Bukti dukung, sel F3\n"
        "   Bukti «A-1.2.1 Laporan rapat» perlu perbaikan: buram.\n"
        "   Yang perlu dilakukan: perbaiki buktinya, isi kembali kolom Berkas/tautan, dan ubah "
        "Status menjadi «dikirim».\n"
    ) in letter
    again = (*REVISED[:5], "dikirim", "buram")
    assert letters(shown(TEXT, TEAM, again, (*SCHEDULE[:4], "rencana.pdf", "dikirim"))) == {}


def test_the_report_of_an_agency_names_its_open_items() -> None:
    files = Submission((sent(TEAM, REVISED, SCHEDULE),))
    reports = agency_reports(files, definition(TEXT), PROFILE, hints=HERE).reports
    assert reports is not None
    page = rendered(agency_document(reports, reports.agencies[0], Language.ID))
    assert "- 1 butir bukti dukung perlu perbaikan: A-1.2.1." in page
    assert "- 2 butir bukti dukung belum ada: A-1.2.2, A-1.3.1." in page


@pytest.mark.parametrize(
    ("target", "lacking"),
    [(3, ["A-1.2.2", "A-1.3.1"]), (Fraction(5, 2), ["A-1.2.2"])],
)
def test_a_step_names_the_items_that_its_level_and_those_below_still_need(
    target: Fraction, lacking: list[str]
) -> None:
    data = Submission((sent(TEAM, REPORT, SCHEDULE, answers=assessed(1, None)),))
    bounds = ANYTHING._replace(fix=("A-2",))
    outcome = plan(data, definition(TEXT), target=Fraction(target), hints=HERE, bounds=bounds)
    shown = PlanPresentation(Language.ID, outcome, bounds, "", "")
    (step,) = json.loads(shown.json())["result"]["steps"]
    assert [one["code"] for one in step["evidence"]] == lacking
    assert {one["state"] for one in step["evidence"]} == {"missing"}


@pytest.mark.parametrize("language", Language)
def test_the_form_has_a_sheet_of_items_that_comes_back_as_it_was_filled_in(
    language: Language, tmp_path: Path
) -> None:
    known = definition(TEXT)
    rows = form_rows(known, PROFILE, KOMINFO, language)
    form = Form(known, "Kota Uji", 2022, KOMINFO, ("Dinas Kominfo",), rows, language)
    path = tmp_path / "isian.xlsx"
    path.write_bytes(form_bytes(form))
    book = openpyxl.load_workbook(path)
    sheet = book["Bukti dukung"]
    assert [cell.value for cell in sheet[4]] == list(HEADER)
    assert [row[0].value for row in sheet.iter_rows(5)] == [
        *("A-1.1.1", "A-1.2.1", "A-1.2.2", "A-1.3.1")
    ]
    (choice,) = sheet.data_validations.dataValidation
    last = {Language.ID: "perlu perbaikan", Language.EN: "to revise"}[language]
    assert choice.formula1.endswith(f'{last}"')
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[5]] == [
        *[True] * 4,
        *(False, False, True),  # the note is the assessor's
    ]
    plain = definition(TEXT.replace("    evidence: {2", "    # {2"))
    rows = form_rows(plain, PROFILE, KOMINFO, language)
    path.write_bytes(form_bytes(form._replace(definition=plain, rows=rows)))
    assert "Bukti dukung" not in openpyxl.load_workbook(path).sheetnames


def test_of_a_level_that_only_the_assessor_gives_or_of_no_answer_nothing_is_lacking() -> None:
    assert [one.code for one in found(TEAM, answers=assessed(None, 2)) if one.code == "S840"] == []
    unanswered = (ANSWERS[0], ANSWERS[2])
    assert not {"S840", "S847"} & set(codes(found(TEAM, answers=unanswered)))
