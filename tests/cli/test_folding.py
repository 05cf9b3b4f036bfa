"""What has one cause in a column is one finding, with a range and a count, in every output."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped] # annotated, but without a py.typed

from kediri_index import check, load_definition, mark, read_workbooks, waive
from kediri_index.messages.catalogue import message_of
from kediri_index.model.findings import (
    Finding,
    Mark,
    Source,
    cells_of,
    folded,
    range_of,
    shown_range,
    unfolded,
)
from kediri_index.model.language import Language
from kediri_index.model.profile import Waiver
from kediri_index.usecases.check import Checked
from tests.cli.running import Cli

DEFINITION = load_definition("kominfo-2023-reguler")
HEAD = ("Kode", "Indikator", "Nilai asesor")
TODAY = date(2026, 9, 13)
ROWS = 2_000


def empty(*rows: int, code: str = "C101", column: str = "H") -> list[Finding]:
    return [Finding(code, "a.xlsx", "Penilaian", f"{column}{row}") for row in rows]


def written(path: Path, rows: Sequence[tuple[object, ...]]) -> Path:
    """A form at *path*; what begins with = is a formula that shows 0."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Penilaian")
    for number, row in enumerate([HEAD, *rows]):
        for column, value in enumerate(row):
            if str(value).startswith("="):
                sheet.write_formula(number, column, str(value), None, 0)
            else:
                sheet.write(number, column, value)
    book.add_worksheet("Daftar")
    book.close()
    return path


def checked(path: Path) -> Checked:
    return check(read_workbooks([path]), DEFINITION)


@pytest.mark.parametrize(
    ("row", "code", "cells"),
    [
        (lambda row: (f"=Daftar!A{row}", "", f"=Daftar!C{row}"), "X301", "A3:A2002"),
        (lambda row: ("", f"=Daftar!A{row}", 3), "X302", "B3:B2002"),
        (lambda row: (f"ZZ-{row}", "", 3), "X301", "A3:A2002"),
        (lambda row: ("", f"Catatan {row}", 3), "X302", "B3:B2002"),
    ],
)
def test_two_thousand_rows_of_one_cause_are_one_finding(
    row: object, code: str, cells: str, tmp_path: Path
) -> None:
    assert callable(row)
    rows = [("baseline", "", 3), *(row(number) for number in range(3, ROWS + 3))]
    findings = [one for one in checked(written(tmp_path / "a.xlsx", rows)).findings if one.sheet]
    assert (findings[0].code, range_of(findings[0])) == (code, cells)
    assert {cells_of(one) for one in findings} == {ROWS}
    assert [one.code for one in findings[1:]] in ([], ["C112"])  # a stored 0 may be no result


def test_from_three_on_and_only_what_says_the_same_in_one_column_of_one_sheet() -> None:
    two = empty(4, 5)
    assert folded(two) == tuple(two)
    assert [shown_range(one) for one in folded(empty(4, 5, 6))] == ["H4:H6"]
    apart = [
        *empty(4, 5),
        *empty(6, 7, column="I"),
        *(one._replace(sheet="Lain") for one in empty(6, 7)),
        *(one._replace(file="b.xlsx") for one in empty(6, 7)),
        *empty(6, 7, code="C102"),
        *(one._replace(value="9") for one in empty(8, 9)),
        *(one._replace(params={"low": 0}) for one in empty(10, 11)),
    ]
    assert not any(one.others for one in folded(apart))


def test_a_range_names_every_cell_and_nothing_between() -> None:
    (one,) = folded(empty(14, 15, 16, 20, 30))
    assert (one.cell, range_of(one), cells_of(one)) == ("H14", "H14:H16,H20,H30", 5)
    assert shown_range(one) == "H14…H30"
    assert list(unfolded([one])) == empty(14, 15, 16, 20, 30)


def test_what_is_folded_can_be_folded_with_more() -> None:
    some = folded(empty(4, 5, 6))
    assert folded([*some, *empty(8, 7)]) == folded(empty(4, 5, 6, 7, 8))
    assert folded(some) == some


def test_codes_that_nobody_knows_are_one_finding_from_ten_on() -> None:
    codes = [one._replace(code="X301", value=f"Z-{one.cell}") for one in empty(*range(2, 12))]
    assert len(folded(codes[:9])) == 9
    (one,) = folded(codes)
    assert message_of(one._replace(params={"nearest": ""}), Language.EN) == (
        "unknown code: Z-H2; likewise in 9 more cells of this column (such as Z-H3, Z-H4)"
    )


def test_a_finding_says_in_both_languages_how_many_more_there_are() -> None:
    (one,) = folded(empty(*range(4, 2004)))
    assert message_of(one, Language.ID).endswith("; hal yang sama pada 1.999 sel lain di kolom ini")
    assert message_of(one, Language.EN).endswith("; likewise in 1,999 more cells of this column")


def test_a_waiver_for_one_cell_of_a_range_takes_that_cell_out() -> None:
    def accepted(cell: str | None) -> Checked:
        place = Source("a.xlsx", "Penilaian", cell)
        marks = Mark("w.yaml", 1, 1), Mark("w.yaml", 2, 1)
        waiver = Waiver("C101", place, "Disepakati", "Dewi", TODAY, *marks)
        found = checked_of(folded(empty(4, 5, 6, 7)))
        return waive(found, [waiver], TODAY)

    def checked_of(findings: tuple[Finding, ...]) -> Checked:
        return Checked(check(read_workbooks([]), DEFINITION).data, findings)

    one = accepted("H5")
    assert [range_of(left) for left in one.findings] == ["H4,H6:H7"]
    assert [range_of(out.finding) for out in one.waived] == ["H5"]
    whole = accepted(None)
    assert whole.findings == ()
    assert [range_of(out.finding) for out in whole.waived] == ["H4:H7"]


def test_a_marked_copy_marks_every_cell_of_a_range(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [(f"ZZ-{row}", "", 3) for row in range(20)])
    found = checked(path)
    (workbook,) = read_workbooks([path]).workbooks
    copy = mark(workbook, path.read_bytes(), found.findings)
    assert copy is not None
    sheet = openpyxl.load_workbook(io.BytesIO(copy))["Penilaian"]
    noted = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment]
    assert noted == [f"A{row}" for row in range(2, 22)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_output_counts_and_places_a_folded_finding_alike(
    language: str, cli: Cli, project: Path
) -> None:
    rows = [("baseline", "", 3), *((f"ZZ-{row}", "", 3) for row in range(50))]
    written(project / "isian.xlsx", rows)
    (project / "profile.yaml").write_text(
        "unit: Kota Uji\nopd:\n  - {id: x, name: Dinas X}\nassign:\n  x: ['*']\n", encoding="utf-8"
    )
    call = ("--config", "kominfo-2023-reguler", "--lang", language)

    def run(*line: str) -> str:
        return cli(*line, *call).out

    as_json = json.loads(run("check", "isian.xlsx", "--format", "json"))
    (error,) = [one for one in as_json["findings"] if one["severity"] == "error"]
    assert (error["cell"], error["range"], error["count"]) == ("A3", "A3:A52", 50)
    assert error["value"] == "ZZ-0"
    assert as_json["result"]["errors"] == 1
    lines = run("check", "isian.xlsx", "--format", "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == as_json["findings"]
    for output_format in ("text", "junit", "github", "md"):
        said = run("check", "isian.xlsx", "--format", output_format).replace("%3A", ":")
        assert Counter(re.findall(r"\bA\d+(?::A\d+)?\b", said)).keys() == {"A3:A52"}, output_format
    counted = re.compile(r"\d+ (?:galat|kesalahan|errors?), \d+ \w+, \d+ \w+")
    partial = ("--allow-errors",)
    counts = [
        counted.findall(run(*line))
        for line in (
            ("check", "isian.xlsx", "--complete"),
            ("score", "isian.xlsx", *partial),
            ("trace", "isian.xlsx", *partial),
            ("report", "isian.xlsx", "--format", "md", "--output", "-", *partial),
        )
    ]
    assert len({line for (line, *_) in counts}) == 1, counts


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_command_counts_alike_and_says_what_check_leaves_out(language: str, cli: Cli) -> None:
    counted = re.compile(r"(\d+) (?:galat|kesalahan|errors?), (\d+) \w+, (\d+) \w+(.*)")

    def counts(*line: str) -> tuple[list[int], int]:
        found = counted.search(cli(*line, "--lang", language).out)
        assert found is not None, line
        absent = re.search(r"· (\d+)", found[4])
        return [int(one) for one in found.groups()[:3]], int(absent[1]) if absent else 0

    folder, partial = "examples/kota-contoh-salah", "--allow-errors"
    score = counts("score", folder, partial)
    (errors, warnings, notes), absent = score
    assert absent
    assert counts("check", folder, "--complete") == score
    assert counts("report", folder, partial, "--format", "md", "--output", "-") == score
    there = [errors - absent, warnings, notes], 0
    assert counts("check", folder) == there
    assert counts("status", folder) == there
