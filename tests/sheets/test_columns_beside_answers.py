"""Columns of a wide table that a step of ``prepare`` names."""

from __future__ import annotations

import io
from fractions import Fraction

import openpyxl
import pytest

from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import checked, csv_table, measured

PREPARED = measured("method: goalposts, min: 0, max: 100") + (
    "missing: {answers: exclude}\n"
    "prepare:\n"
    "  - denominate: {M-1: Penduduk}\n"
    "  - impute: {method: group_mean, by: Region}\n"
)
TABLE = "unit,region,PENDUDUK,M-1\nKota A,Jawa,10,3\nKota B,Bali,20,4\n"


def test_they_belong_to_the_unit_and_are_no_unknown_columns() -> None:
    found = checked(csv_table(TABLE), text=PREPARED)
    assert found.findings == ()
    first, second = found.data.units
    assert [first.unit, second.unit] == ["Kota A", "Kota B"]  # though region is a word for unit
    assert first.columns["Region"].text == "Jawa"
    assert second.columns["Penduduk"].number == 20
    assert second.columns["Penduduk"].source.cell == "C3"


def test_any_other_unknown_column_still_is_a_warning() -> None:
    found = checked(csv_table(TABLE.replace("region", "kawasan")), text=PREPARED)
    assert {(one.code, one.value) for one in found.findings} == {
        ("F413", "kawasan"),
        ("S413", "Region"),
    }


@pytest.mark.parametrize(
    ("cell", "codes"),
    [("", ["S411"]), ("0", ["S411"]), ("dua juta", ["C110", "S411"]), ("1.234", ["C121", "S411"])],
)
def test_a_denominator_that_cannot_be_read_or_used_is_named_at_its_cell(
    cell: str, codes: list[str]
) -> None:
    table = TABLE.replace(",20,", f",{cell},")
    found = checked(csv_table(table), text=PREPARED)
    assert [one.code for one in found.findings] == codes
    assert {one.cell for one in found.findings} == {"C3"}


def test_the_decimal_mark_settles_a_denominator_too() -> None:
    hints = Hints(unit="Kota Uji", year=2022, decimal_mark=".")
    found = checked(csv_table(TABLE.replace(",20,", ",1.234,")), text=PREPARED, hints=hints)
    assert found.data.units[1].columns["Penduduk"].number == Fraction("1.234")


def test_two_files_that_say_different_things_are_named() -> None:
    again = csv_table("unit,region,penduduk,M-1\nKota A,Jawa,11,\n", "lagi.csv")
    found = checked(csv_table(TABLE), again, text=PREPARED)
    (finding,) = (one for one in found.findings if one.code == "X303")
    assert (finding.file, finding.cell, finding.value) == ("lagi.csv", "C2", "11")
    assert finding.params["first"] == "10"
    assert found.data.units[0].columns["Penduduk"].number == 10


def test_an_empty_cell_of_one_file_is_filled_by_another() -> None:
    again = csv_table("unit,region,penduduk,M-1\nKota A,Jawa,10,3\n", "lagi.csv")
    found = checked(csv_table(TABLE.replace("Jawa,10", "Jawa,")), again, text=PREPARED)
    assert found.data.units[0].columns["Penduduk"].number == 10


def test_a_table_of_rows_by_indicator_has_no_such_columns() -> None:
    long = csv_table("Kode,Realisasi\nM-1,3\n")
    found = checked(long, text=PREPARED)
    assert [(one.code, one.value) for one in found.findings] == [
        ("S413", "Penduduk"),
        ("S413", "Region"),
    ]


def merged(area: str, *, region: str | None = "Jawa", people: float | None = 10) -> Workbook:
    """A workbook in which the cells of *area* are merged."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("unit", "region", "Penduduk", "M-1"), ("Kota A", region, people, 3)):
        sheet.append(row)
    sheet.append(("Kota B", None, None, 4))
    sheet.merge_cells(area)
    data = io.BytesIO()
    book.save(data)
    return read_workbook("isian.xlsx", data.getvalue(), Limits())


def test_a_merged_group_is_that_of_all_its_rows() -> None:
    found = checked(merged("B2:B3"), text=PREPARED)
    assert [one.columns["Region"].text for one in found.data.units] == ["Jawa", "Jawa"]


def test_a_merged_number_is_that_of_its_first_row_alone() -> None:
    found = checked(merged("C2:C3"), text=PREPARED)
    assert [one.code for one in found.findings if one.cell == "C3"] == ["C105", "S411"]


def test_a_group_that_a_formula_could_not_compute_is_no_group() -> None:
    found = checked(merged("B2:B2", region="#REF!"), text=PREPARED)
    assert ("F417", "B2") in {(one.code, one.cell) for one in found.findings}
    assert found.data.units[0].columns["Region"].text == ""


def test_a_hidden_one_is_read_and_named() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("unit", "region", "Penduduk", "M-1"), ("Kota A", "Jawa", 10, 3)):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    data = io.BytesIO()
    book.save(data)
    found = checked(read_workbook("isian.xlsx", data.getvalue(), Limits()), text=PREPARED)
    assert [(one.code, one.cell) for one in found.findings] == [("F431", "C1")]
    assert found.data.units[0].columns["Penduduk"].number == 10
