"""What stands in the workbook of a form, seen through another program."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.definition import Definition
from kediri_index.model.findings import unfolded
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.sheets.forms.form import (
    ANSWERS_SHEET,
    GUIDE_SHEET,
    HEADER_ROW,
    HIDDEN_LABELS,
    IDENTITY_SHEET,
    STEPS_SHEET,
    Form,
    form_columns,
    form_rows,
)
from kediri_index.sheets.forms.guide import WIDTHS
from kediri_index.sheets.forms.writing import form_bytes
from kediri_index.sheets.identity import HIDDEN_SHEET
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.sheets.tables.columns import Column
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import Submission, load_definition
from tests.sheets.forms.forms import (
    EVERY_METHOD,
    OPD,
    PROFILE,
    columns_of,
    defined,
    filled,
    form,
    rows_of,
)

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).parents[3]
YELLOW, BLUE, GREY = "FFFFF9E5", "FFDDEBF7", "FFD9D9D9"


@pytest.fixture
def definition(tmp_path: Path) -> Definition:
    return defined(EVERY_METHOD, tmp_path)


def opened(one: Form) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(form_bytes(one)))


def answers(one: Form) -> Worksheet:
    return opened(one)[ANSWERS_SHEET]


def found(data: bytes, definition: Definition) -> list[tuple[str, str | None]]:
    """The codes that ``check`` finds in a form, with the indicator."""
    workbook = read_workbook("isian.xlsx", data, Limits())
    checked = check(Submission((workbook,)), definition, PROFILE, hints=Hints(opd="dinkes"))
    return [(one.code, one.indicator) for one in unfolded(checked.findings)]


def test_the_same_form_gives_the_same_bytes(definition: Definition) -> None:
    assert form_bytes(form(definition)) == form_bytes(form(definition))


def test_its_sheets_stand_in_order_and_the_answers_come_up_first(definition: Definition) -> None:
    book = opened(form(definition))
    visible = [IDENTITY_SHEET, ANSWERS_SHEET, GUIDE_SHEET]
    assert book.sheetnames == [*visible, STEPS_SHEET, HIDDEN_SHEET]
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == visible
    assert book[STEPS_SHEET].sheet_state == book[HIDDEN_SHEET].sheet_state == "veryHidden"
    assert book.active is book[ANSWERS_SHEET]


def test_an_agencys_form_has_only_its_own_indicators_in_the_order_of_the_definition(
    definition: Definition,
) -> None:
    assert list(rows_of(answers(form(definition, opd=OPD)))) == [
        *(f"A-{number}" for number in range(1, 8)),
        "C-1",
        "C-2",
    ]
    assert list(rows_of(answers(form(definition)))) == [
        one.id for one in definition.all_indicators()
    ]


def test_columns_are_only_those_that_some_row_needs(definition: Definition) -> None:
    dinsos = PROFILE.opd[1]
    own = Form(*form(definition, opd=dinsos))
    measured = own._replace(rows=tuple(row for row in own.rows if row.indicator.id != "A-5"))
    assert list(columns_of(answers(form(definition)))) == list(form_columns(measured=True))
    assert list(columns_of(answers(form(definition, opd=OPD)))) == list(
        form_columns(measured=False)
    )
    assert list(columns_of(answers(measured))) == list(form_columns(measured=True, scored=False))


def test_only_what_is_to_be_filled_in_can_be_changed_and_what_does_not_apply_is_grey(
    definition: Definition,
) -> None:
    sheet = answers(form(definition))
    columns, rows = columns_of(sheet), rows_of(sheet)

    def of_colour(code: str, colour: str) -> set[str]:
        row = rows[code]
        return {
            name
            for name, column in columns.items()
            if sheet.cell(row, column).fill.fgColor.rgb == colour
        }

    always = {Column.EVIDENCE, Column.REMARK}
    scores, measure = {Column.SELF, Column.ASSESSOR}, {Column.TARGET, Column.MEASURE}
    assert of_colour("A-1", YELLOW) == {Column.SELF, *always}
    assert of_colour("A-1", BLUE) == {Column.ASSESSOR}
    assert of_colour("A-1", GREY) == {Column.MEASURE_UNIT, *measure}
    assert of_colour("B-2", YELLOW) == {*measure, *always}
    assert of_colour("B-2", GREY) == scores
    assert of_colour("B-1", YELLOW) == {Column.MEASURE, *always}
    assert sheet.cell(rows["B-1"], columns[Column.TARGET]).value == 90
    assert sheet.cell(rows["B-1"], columns[Column.MEASURE_UNIT]).value == "%"
    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    yellow = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == YELLOW
    }
    assert unlocked == yellow != set()


def test_the_assessors_column_is_headed_as_such(definition: Definition) -> None:
    sheet = answers(form(definition, opd=OPD))
    column = columns_of(sheet)[Column.ASSESSOR]
    above = sheet.cell(HEADER_ROW - 1, column)
    assert (above.value, above.fill.fgColor.rgb) == ("diisi asesor", BLUE)


def test_columns_that_place_all_rows_alike_are_hidden_and_said_above(
    definition: Definition,
) -> None:
    def hidden(one: Form) -> set[str]:
        sheet = answers(one)
        return {
            name
            for name, column in columns_of(sheet).items()
            if sheet.column_dimensions[get_column_letter(column)].hidden
        }

    every = {Column.PILLAR, Column.SUB_PILLAR, Column.OPD}
    first = form(definition, opd=OPD)
    of_a = first._replace(rows=first.rows[:3])
    assert hidden(form(definition)) == {Column.SUB_PILLAR}
    assert hidden(first) == {Column.SUB_PILLAR, Column.OPD}
    assert hidden(of_a) == every
    assert answers(of_a)["A2"].value == "Dinas Kesehatan · Kota Uji · 2026 · Dinilai"
    assert found(form_bytes(of_a), definition)[:1] == [("C101", "A-1")]  # and nothing of hidden
    no_target = first._replace(
        rows=tuple(row for row in form(definition).rows if row.indicator.id == "B-6")
    )
    assert hidden(no_target) == {*every, Column.TARGET}


def test_all_up_to_periksa_is_in_sight_on_a_small_screen() -> None:
    every = form_columns(measured=True, last_year=True)
    shown = every[: every.index(Column.CHECK) + 1]
    assert sum(7 * WIDTHS[one] + 5 for one in shown) <= 1366 - 60  # row numbers, scroll bar


def test_rows_are_as_high_as_their_texts(definition: Definition) -> None:
    long = "Persentase usaha mikro binaan yang menerima pembayaran nontunai " * 3
    one = form(definition)
    first, *others = one.rows
    texts = {**first.values, Column.INDICATOR: long}
    shared = "\n".join(["Nilai bersama"] * 3)
    one = one._replace(rows=(first._replace(values=texts, shared=shared), *others))
    book = opened(one)
    heights = [book[ANSWERS_SHEET].row_dimensions[row].height for row in (HEADER_ROW, 5, 6)]
    assert heights == [30, 90, 30]  # 6 lines of 34 characters; else room for two
    guide = book[GUIDE_SHEET]
    row = next(row for row, cell in enumerate(guide["C"], 1) if "bersama" in str(cell.value))
    assert guide.row_dimensions[row].height == 15 * 4


def test_every_sheet_fits_the_width_of_a_page_and_a_short_guide_one_page(
    definition: Definition,
) -> None:
    default = load_definition(ROOT / "config" / "pillars.yaml")
    for one, pages in ((form(definition, opd=OPD), 1), (form(default, None), 0)):
        book = opened(one)
        for name in (IDENTITY_SHEET, ANSWERS_SHEET, GUIDE_SHEET):
            setup = book[name].sheet_properties.pageSetUpPr
            assert setup is not None
            assert setup.fitToPage
        height = book[GUIDE_SHEET].page_setup.fitToHeight
        assert (1 if height is None else height) == pages


def test_every_sheet_is_locked_and_none_needs_a_password(definition: Definition) -> None:
    for sheet in opened(form(definition)):
        assert sheet.protection.sheet
        assert sheet.protection.password is None


def test_the_answers_are_ready_for_window_and_paper(definition: Definition) -> None:
    sheet = answers(form(definition))
    assert sheet.freeze_panes == f"F{HEADER_ROW + 1}"  # after the indicator's name
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.page_setup.orientation == "landscape"
    setup = sheet.sheet_properties.pageSetUpPr
    assert setup is not None
    assert setup.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # and 1 to the width, as is understood


def test_ranges_of_answers_and_what_identitas_says_have_names(definition: Definition) -> None:
    names = opened(form(definition)).defined_names
    assert names["Nilai_mandiri"].attr_text == "Penilaian!$J$5:$J$21"
    assert names["Realisasi"].attr_text == "Penilaian!$I$5:$I$21"
    assert names["Kode"].attr_text == "Penilaian!$B$5:$B$21"
    assert names["Revisi"].attr_text == "Identitas!$B$6"


def test_identitas_says_whose_it_is_and_offers_the_agencies(definition: Definition) -> None:
    book = opened(form(definition, opd=OPD))
    sheet = book[IDENTITY_SHEET]
    said = {label: value for label, value, *_ in sheet.iter_rows(min_row=3, values_only=True)}
    assert said == {
        "Wilayah": "Kota Uji",
        "Tahun": 2026,
        "OPD": "Dinas Kesehatan",
        "Revisi": 1,
        "Tanggal": None,
        "Definisi": "semua-cara",
        "Versi definisi": "1",
    }
    choices = next(one for one in sheet.data_validations.dataValidation if one.type == "list")
    assert str(choices.sqref) == "B5"
    _, _, place = choices.formula1.partition("!")
    listed = [cell.value for (cell,) in book[STEPS_SHEET][place.replace("$", "")]]
    assert listed == ["Dinas Kesehatan", "Dinas Sosial"]
    unlocked = [
        cell.coordinate for (_, cell, *_) in sheet.iter_rows() if not cell.protection.locked
    ]
    assert unlocked == ["B5", "B6", "B7"]


def test_the_hidden_sheet_says_definition_version_hash_agency_and_form(
    definition: Definition,
) -> None:
    rows = list(opened(form(definition, opd=OPD))[HIDDEN_SHEET].values)
    hidden = ["semua-cara", "1", definition.sha256, "dinkes", 1]
    assert rows == list(zip(HIDDEN_LABELS, hidden, strict=True))


def test_each_answer_is_asked_for_in_the_words_of_its_rule(definition: Definition) -> None:
    book = opened(form(definition))
    sheet = book[ANSWERS_SHEET]
    rows, own = rows_of(sheet), columns_of(sheet)[Column.SELF]
    by_cell = {str(one.sqref): one for one in sheet.data_validations.dataValidation}

    def asked(code: str, column: int = own) -> tuple[str, str, str]:
        one = by_cell[sheet.cell(rows[code], column).coordinate]
        assert one.errorStyle == "warning"
        return one.type, one.error, one.prompt

    assert asked("A-1") == (
        "decimal",
        "Nilai di luar skala (0–4); ubah angkanya, atau kosongkan bila tidak dinilai.",
        "angka 0–4",
    )
    assert asked("A-2")[1:] == (
        "Nilai yang tidak mungkin (1–3); periksa angka dan satuannya.",
        "angka 1–3",
    )
    assert asked("A-3") == (
        "list",
        "Bukan tingkat yang ada: 0, 1,5, 4; pilih salah satu tingkat.",
        "pilih tingkat 0, 1,5, 4\n0 = Belum\n1,5 = Ada\n4 = Penuh",
    )
    assert asked("A-4")[:2] == ("list", "Bukan ya atau tidak; tulis «ya» atau «tidak».")
    assert asked("A-5")[2] == "angka 0–4; bukti dukung wajib"
    result = columns_of(sheet)[Column.MEASURE]
    assert asked("B-3", result)[2] == (
        "angka dalam %; yang mungkin 0–150; target 60–85; bukti dukung wajib"
    )
    assert asked("B-6", result)[0] == "custom"
    assert asked("B-7", result)[:2] == (
        "decimal",
        "Nilai di luar skala (0–10); ubah angkanya, atau kosongkan bila tidak dinilai.",
    )
    assert CATALOGUE["C203"].repair_id in asked("A-1")[1]


def test_the_guide_tells_what_each_indicator_asks_for(definition: Definition) -> None:
    texts = [
        str(cell) for row in opened(form(definition))[GUIDE_SHEET].values for cell in row if cell
    ]
    assert texts[0] == "Cara mengisi"
    assert "pilih tingkat 0, 1,5, 4\n0 = Belum\n1,5 = Ada\n4 = Penuh" in texts
    assert not any("Tahun lalu" in one for one in texts)
    assert any("diisi asesor" in one for one in texts)
    measured = form(definition)
    rows = tuple(row for row in measured.rows if row.indicator.id in {"B-1", "B-6"})
    measured = measured._replace(rows=rows)
    own = [str(row[0]) for row in opened(measured)[GUIDE_SHEET].values]
    assert own[2].startswith("1. Isilah sel kuning")
    assert not any("asesor" in one for one in own)


def test_levels_whose_names_only_count_are_not_listed_one_by_one() -> None:
    one = Form(
        spbe := load_definition("spbe-2020"),
        None,
        2026,
        None,
        (),
        form_rows(spbe, None, None, Language.ID),
        Language.ID,
    )
    sheet = opened(one)[GUIDE_SHEET]
    rows = [row for row in sheet.values if str(row[0]).startswith("SPBE-")]
    assert {row[2] for row in rows} == {"pilih tingkat 1, 2, 3, 4, 5"}
    assert len(rows) == 47
    assert sheet.page_setup.fitToHeight != 0  # on one page


def test_a_form_in_english_keeps_the_headers_and_says_the_rest_in_english(
    definition: Definition,
) -> None:
    one = form(definition)._replace(language=Language.EN)
    book = opened(one)
    assert list(columns_of(book[ANSWERS_SHEET])) == list(one.columns)
    assert book[GUIDE_SHEET]["A1"].value == "How to fill in this form"
    assert "not filled in" in str(book[STEPS_SHEET]["AG5"].value)


def test_last_years_answers_stand_beside_and_are_never_read(definition: Definition) -> None:
    one = form(definition, opd=OPD, last_year={"A-1": 99, "A-2": "tiga"})
    sheet = answers(one)
    columns, rows = columns_of(sheet), rows_of(sheet)
    assert sheet.cell(rows["A-1"], columns[Column.LAST_YEAR]).value == 99
    assert sheet.cell(rows["A-1"], columns[Column.LAST_YEAR]).protection.locked
    own = {"A-1": 3, "A-2": 3, "A-3": 4, "A-4": "ya", "A-5": 0, "A-6": "Rintisan", "A-7": "2,5"}
    given = {code: {Column.SELF: value} for code, value in own.items()}
    assert found(filled(one, given), definition) == []


@pytest.mark.parametrize("program", [form_bytes, lambda one: filled(one, {})])
def test_an_empty_form_has_nothing_but_its_empty_cells_found(
    program: object, definition: Definition
) -> None:
    assert callable(program)
    data = program(form(definition, opd=OPD))
    assert found(data, definition) == [("C101", f"A-{number}") for number in range(1, 8)]


def test_an_empty_form_of_the_default_definition_has_one_finding_an_indicator() -> None:
    default = load_definition(ROOT / "config" / "pillars.yaml")
    codes = found(form_bytes(form(default, None)), default)
    assert codes == [("C101", one.id) for one in default.all_indicators()]


def test_cells_hold_no_number_format_so_that_dates_and_percentages_show(
    definition: Definition,
) -> None:
    sheet = answers(form(definition))
    formats = {cell.number_format for row in sheet.iter_rows(min_row=HEADER_ROW) for cell in row}
    assert formats == {"General"}
    assert opened(form(definition)).properties.created == datetime(2026, 1, 1)  # noqa: DTZ001 - as stored


def test_its_formulas_are_such_as_every_spreadsheet_since_excel_2007_computes(
    definition: Definition,
) -> None:
    formulas = [
        cell.value
        for sheet in opened(form(definition))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    functions = {name for formula in formulas for name in re.findall(r"([A-Z.]+)\(", str(formula))}
    assert functions == {
        *(
            "ABS",
            "AND",
            "CELL",
            "CHAR",
            "CHOOSE",
            "COUNT",
            "COUNTIF",
            "FIND",
            "IF",
            "IFERROR",
            "ISERROR",
            "SUM",
        ),
        *("ISLOGICAL", "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LOWER", "MAX", "MID", "MIN", "NOT"),
        *("OR", "REPT", "RIGHT", "SUBSTITUTE", "SUMPRODUCT", "TRIM", "VALUE"),
    }
    assert max(len(str(formula)) for formula in formulas) < 8192


def test_a_result_that_is_scored_among_other_regions_is_asked_for_by_itself(tmp_path: Path) -> None:
    method = "score: {method: min_max, outside: clip}, evidence: required"
    head = EVERY_METHOD.partition("  - {id: b")[0]
    text = f"{head}indicators: [{{id: A-1, in: a, name: Satu, {method}}}]\n"
    book = openpyxl.load_workbook(io.BytesIO(form_bytes(form(defined(text, tmp_path)))))
    assert Column.MEASURE in columns_of(book[ANSWERS_SHEET])
    formulas = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    assert not any("None" in formula for formula in formulas)
