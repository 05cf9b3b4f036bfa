"""The column Periksa against ``check``: LibreOffice computes the one, this program is the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kediri_index.messages.findings import cell
from kediri_index.model.definition import Definition
from kediri_index.model.findings import unfolded
from kediri_index.model.limits import Limits
from kediri_index.sheets.forms.form import ANSWERS_SHEET
from kediri_index.sheets.forms.writing import form_bytes
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission, load_definition
from tests.sheets.forms.forms import (
    EVERY_METHOD,
    Put,
    columns_of,
    day,
    defined,
    filled,
    form,
    rows_of,
    text,
)
from tests.sheets.forms.libreoffice import needs_libreoffice, recomputed
from tests.sheets.number_spellings import SPELLINGS, Field

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).parents[3]

HEAD = EVERY_METHOD.partition("  - {id: b")[0]
"""Of a definition with one group, whose indicators follow."""

GIVEN = ""
BOUNDED = "valid: [1, 3]"
LEVELS = "score: {method: levels, levels: {0: Belum, 1.5: Ada, 4: Penuh}}"
YES_NO = "score: {method: yes_no, yes: 4, no: 0}"
PROVEN = "evidence: required"
REFUSING = "not_applicable: refuse"
PERCENT = 'unit: "%", valid: [0, 100], score: {method: achievement, cap: 1}'
FIXED = 'unit: "%", valid: [0, 100], score: {method: achievement, target: 90, cap: 1}'
RANGE = f"{PROVEN}, score: {{method: achievement, target: [60, 85]}}"
LOWER = f"{PROVEN}, unit: menit, direction: lower, score: {{method: achievement}}"
POSTS = f"{PROVEN}, direction: lower, score: {{method: goalposts, min: 2, max: 12}}"
STRICT = "score: {method: goalposts, min: 0, max: 10, outside: error}"
BANDS = (
    f"{PROVEN}, score: {{method: bands, bands: "
    "[{below: 10, score: 1}, {up_to: 20, score: 2}, {score: 4}]}"
)

OWN, ASSESSED, RESULT, TARGET = Column.SELF, Column.ASSESSOR, Column.MEASURE, Column.TARGET
SHOWN = Column.EVIDENCE
Answers = dict[Column, object]


class Case(NamedTuple):
    """An indicator, and its answers; the code found there, None where nothing is wrong."""

    code: str | None
    asks: str
    answers: Answers


def faulty(code: str, value: object, asks: str = GIVEN, column: Column = OWN) -> Case:
    return Case(code, asks, {column: value})


def clean(answers: Answers, asks: str = GIVEN) -> Case:
    return Case(None, asks, answers)


FAULTS = (
    Case("C101", GIVEN, {}),
    Case("C101", PERCENT, {TARGET: 80}),
    faulty("C101", text("  ")),
    faulty("C102", "belum ada data"),
    faulty("C102", "-", STRICT, RESULT),
    faulty("C104", 3, PROVEN),
    Case("C104", PROVEN, {OWN: 0, ASSESSED: 1, SHOWN: "-"}),
    Case("C104", RANGE, {RESULT: 70}),
    Case("C104", RANGE, {RESULT: 20}),
    Case("C104", LOWER, {RESULT: 15, TARGET: 10}),
    Case("C104", POSTS, {RESULT: 11}),
    Case("C104", BANDS, {RESULT: 20}),
    faulty("C104", 9, f"{PROVEN}, score: {{method: as_given, outside: keep}}"),
    faulty(
        "C104", 1, f"{PROVEN}, score: {{method: achievement, target: 9, outside: keep}}", RESULT
    ),
    faulty("C110", "tiga"),
    faulty("C110", "ada", STRICT, RESULT),
    faulty("C111", Put("#DIV/0!", data_type="e")),
    faulty("C111", text("#N/A")),
    faulty("C112", "=1+2"),
    faulty("C113", day(date(2026, 4, 3))),
    faulty("C113", text("3-4-2026")),
    faulty("C114", value=True),
    faulty("C115", "3,"),
    faulty("C115", "1.2345.67"),
    faulty("C116", "3 - 4"),
    faulty("C117", "Rp 3"),
    faulty("C118", "3 poin"),
    faulty("C119", "3\u200b"),
    faulty("C121", "1.234", "score: {method: goalposts, min: 0, max: 9}", RESULT),
    faulty("C122", "3,200"),
    faulty("C123", Put(0.03, number_format="0%")),
    faulty("C123", "3 %"),
    faulty("C124", "3/4"),
    faulty("C125", "> 3"),
    faulty("C126", "\u0663"),
    faulty("C127", "3; 4"),
    faulty("C131", Put(3, number_format="0,")),
    faulty("C132", CellRichText(TextBlock(InlineFont(strike=True), "0"), "3")),
    faulty("C133", "NA"),
    Case("C130", PERCENT, {RESULT: 0.85, TARGET: 85}),
    faulty("C130", 0.9, FIXED, RESULT),
    Case("C130", 'unit: "%", score: {method: achievement}', {RESULT: 8500, TARGET: 85}),
    faulty("C203", 5),
    Case("C203", GIVEN, {OWN: 4, ASSESSED: "4,01"}),
    faulty("C203", 11, STRICT, RESULT),
    faulty("C204", 2, LEVELS),
    faulty("C205", 3.5, BOUNDED),
    Case("C205", PERCENT, {RESULT: 80, TARGET: 101}),
    faulty("C206", "mungkin", YES_NO),
    faulty("C206", 3, YES_NO),
    faulty("C206", "Ya (lihat lampiran)", YES_NO),
    faulty("C207", "tidak ada", YES_NO),
    faulty("C213", "n/a", REFUSING),
    faulty("C213", "tidak berlaku", f"{REFUSING}, {STRICT}", RESULT),
    Case("S203", PERCENT, {RESULT: 85}),
    Case("S201", "score: {method: achievement}", {RESULT: 85, TARGET: 0}),
    faulty("S204", 0, "score: {method: goalposts, min: 1, max: 9, transform: log}", RESULT),
)
CLEAN = (
    clean({OWN: 3}),
    clean({OWN: "3,20", ASSESSED: " 3.5 "}),
    clean({OWN: "tidak berlaku"}),
    clean({OWN: "N/A"}),
    clean({OWN: 3}, BOUNDED),
    clean({OWN: 1.5, ASSESSED: "1,5"}, LEVELS),
    clean({OWN: "ya", ASSESSED: "Tidak."}, YES_NO),
    clean({OWN: True, ASSESSED: 4}, YES_NO),
    clean({OWN: 0}, PROVEN),
    clean({OWN: 3, SHOWN: "https://bukti.example/1"}, PROVEN),
    clean({RESULT: 85, TARGET: "90,5 %"}, PERCENT),
    clean({RESULT: Put(0.85, number_format="0.0%"), TARGET: 90}, PERCENT),
    clean({RESULT: "n/a"}, PERCENT),
    clean({RESULT: 85}, FIXED),
    clean({RESULT: 0}, RANGE),
    clean({RESULT: 170}, RANGE),
    clean({RESULT: 20, TARGET: 10}, LOWER),
    clean({RESULT: 12}, POSTS),
    clean({RESULT: 13}, POSTS),
    clean({RESULT: 9.99}, BANDS),
    clean({RESULT: "1.234.567,8"}, "score: {method: goalposts, min: 0, max: 9}"),
)


def asked(asks: Iterable[str]) -> str:
    """A definition of indicators A-0, A-1, …, each with one of *asks*."""
    lines = (
        f"  - {{id: A-{number}, in: a, name: Nama {number}{more and f', {more}'}}}"
        for number, more in enumerate(asks)
    )
    return "\n".join([HEAD, "indicators:", *lines])


MAGNITUDES = {"C150", "C151", "C152", "C155", "C156"}
"""What is odd beside a target or a range, but may be right: no form objects to it."""


def codes_by_indicator(data: bytes, definition: Definition) -> dict[str | None, list[str]]:
    """What ``check`` finds wrong, by indicator."""
    workbook = read_workbook("isian.xlsx", data, Limits())
    found = defaultdict(list)
    for finding in unfolded(check(Submission((workbook,)), definition).findings):
        if finding.code not in MAGNITUDES and not finding.code.startswith("S33"):  # n/a
            found[finding.indicator].append(finding.code)
    return found


def shown(book: Workbook) -> dict[str, str]:
    """What the column Periksa says, by code."""
    sheet = book[ANSWERS_SHEET]
    column = columns_of(sheet)[Column.CHECK]
    return {code: str(sheet.cell(row, column).value or "") for code, row in rows_of(sheet).items()}


def merge_first_two(sheet: Worksheet) -> None:
    first = rows_of(sheet)["A-0"]
    own = columns_of(sheet)[OWN]
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=own, end_column=own)


def spelt() -> dict[str, Answers]:
    """The spellings of the reader's own tests, one an indicator."""
    return {
        f"A-{number}": {OWN if one.field is Field.SCORE else RESULT: text(one.text)}
        for number, one in enumerate(SPELLINGS)
    }


class Computed(NamedTuple):
    """What LibreOffice computed, and the files it was given."""

    files: dict[str, bytes]
    books: dict[str, Workbook]
    definitions: dict[str, Definition]


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Computed:
    folder = tmp_path_factory.mktemp("libreoffice")
    cases = FAULTS + CLEAN
    definitions = {
        "kasus": defined(asked(case.asks for case in cases), folder),
        "gabung": defined(asked((GIVEN, GIVEN)), folder),
        "ejaan": defined(asked(one.field.value for one in SPELLINGS), folder),
        "kosong": load_definition(ROOT / "config" / "pillars.yaml"),
        "semua": defined(EVERY_METHOD, folder),
    }
    answers: dict[str, dict[str, Answers]] = {
        "kasus": {f"A-{number}": case.answers for number, case in enumerate(cases)},
        "gabung": {"A-0": {OWN: 3}},
        "ejaan": spelt(),
        "kosong": {},
        "semua": {},
    }
    files = {
        name: filled(
            form(definition, None), answers[name], merge_first_two if name == "gabung" else None
        )
        for name, definition in definitions.items()
    }
    return Computed(files, recomputed(files, folder), definitions)


def at_least_once(computed: Computed) -> tuple[dict[str, set[bool]], list[str]]:
    """Return for each code whether its rows are flagged, and the clean rows that are."""
    flagged: dict[str, set[bool]] = defaultdict(set)
    says = shown(computed.books["kasus"])
    for number, case in enumerate(FAULTS):
        flagged[case.code or ""].add(says[f"A-{number}"] != "")
    flagged["C105"].add(shown(computed.books["gabung"])["A-1"] != "")
    first = len(FAULTS)
    wrong = [says[f"A-{number}"] for number in range(first, first + len(CLEAN))]
    return flagged, [one for one in wrong if one]


@needs_libreoffice
def test_check_finds_in_every_row_what_was_planted_there(computed: Computed) -> None:
    found = codes_by_indicator(computed.files["kasus"], computed.definitions["kasus"])
    expected = {f"A-{n}": [c.code] for n, c in enumerate(FAULTS + CLEAN) if c.code is not None}
    assert {one: codes for one, codes in found.items() if one is not None} == expected


@needs_libreoffice
def test_periksa_names_nearly_every_kind_of_faulty_cell_and_no_clean_row(
    computed: Computed,
) -> None:
    flagged, wrong = at_least_once(computed)
    assert wrong == []
    # a form has one column of assessors and one of evidence, and no units; the rest can occur
    possible = {entry.code for entry in cell.FINDINGS if entry.code[0] == "C"} - {
        "C103",
        "C106",
        "C107",
        "C134",
        "C159",
    }
    possible -= {"C140"}  # what other rows prove: Periksa names two readings wherever they are
    assert possible <= flagged.keys()
    unnamed = {code for code in possible if flagged[code] != {True}}
    # a formula has its result once a spreadsheet has opened the file; others see no formats
    assert unnamed == {"C112", "C131", "C132"}
    assert len(possible - unnamed) >= 0.8 * len(possible)
    assert all(flagged[code] == {True} for code in ("S201", "S203", "S204"))


@needs_libreoffice
def test_periksa_reads_every_spelling_of_a_number_as_check_does(computed: Computed) -> None:
    found = codes_by_indicator(computed.files["ejaan"], computed.definitions["ejaan"])
    for number, one in enumerate(SPELLINGS):
        if one.reads.code in {"C121", "C122"}:  # told of the sheet as a whole
            found[f"A-{number}"] = [one.reads.code]
    says = shown(computed.books["ejaan"])
    differ = {
        SPELLINGS[int(code.removeprefix("A-"))].text: found[code]
        for code, said in says.items()
        if bool(said) is not bool(found[code])
    }
    assert differ == {
        "9" * 40: ["C115"],
        f"0,{'0' * 40}1": ["C115"],
    }


@needs_libreoffice
@pytest.mark.parametrize("name", ["kosong", "semua"])
def test_an_empty_form_says_before_it_is_computed_what_it_says_after(
    name: str, computed: Computed, tmp_path: Path
) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(form_bytes(form(computed.definitions[name], None)))
    before, after = openpyxl.load_workbook(path, data_only=True), computed.books[name]
    for sheet in before:
        values = [[cell or None for cell in row] for row in sheet.values]
        assert [[cell or None for cell in row] for row in after[sheet.title].values] == values
    says = shown(after)
    assert says == {code: "" if code.startswith("C-") else "belum diisi" for code in says}


@needs_libreoffice
def test_periksa_says_the_column_the_fault_and_what_to_do(computed: Computed) -> None:
    says = shown(computed.books["kasus"])
    by_code = {case.code: says[f"A-{number}"] for number, case in reversed([*enumerate(FAULTS)])}
    assert by_code["C101"] == "belum diisi"
    assert by_code["C110"] == "Nilai mandiri: bukan angka; tulis dengan angka"
    assert by_code["C123"] == "Nilai mandiri: tulis tanpa persen"
    assert by_code["C203"] == "Nilai mandiri: nilai di luar skala (0–4)"
    assert by_code["C204"] == "Nilai mandiri: bukan tingkat yang ada: 0, 1,5, 4"
    assert by_code["C104"] == "bukti dukung belum ada"
