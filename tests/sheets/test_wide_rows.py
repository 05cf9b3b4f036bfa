from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.dataset import UnitData
from kediri_index.model.language import Language
from tests.findings.building import (
    ANSWERS,
    Rows,
    checked,
    codes,
    csv_table,
    measured,
    percent,
    places,
    workbook,
)

EXCLUDE = ANSWERS + "missing: {answers: exclude}\n"


def units(rows: Rows, text: str = EXCLUDE) -> tuple[UnitData, ...]:
    """The units that a wide sheet holds; nothing is found."""
    found = checked(workbook({"Data": rows}), text=text)
    assert found.findings == ()
    return found.data.units


def numbers(unit: UnitData) -> dict[str, Fraction | None]:
    return {one.id: one.assessor[0].number for one in unit.answers.values()}


def test_a_row_is_a_unit_in_a_year_and_a_column_an_indicator() -> None:
    found = units(
        [("Wilayah", "Tahun", "A-1", "A-2"), ("Kota B", 2022, 3, 4), ("Kota A", 2021, 1, 2)]
    )
    assert [(unit.unit, unit.year) for unit in found] == [("Kota A", 2021), ("Kota B", 2022)]
    assert numbers(found[0]) == {"A-1": 1, "A-2": 2}
    assert found[1].answers["A-2"].row == ("isian.xlsx", "Data", "D2")


@pytest.mark.parametrize(
    "text",
    [
        "unit,year,A-1,A-2\nKota A,2021,1.5,2\n",
        "\ufeffunit,year,A-1,A-2\nKota A,2021,1.5,2\n",
        'REGION,Year,a-1,a-2\nKota A,2021,"1,5",2\n',
    ],
)
def test_a_text_table_gives_the_same(text: str) -> None:
    found = checked(csv_table(text))
    assert found.findings == ()
    (unit,) = found.data.units
    assert (unit.unit, unit.year) == ("Kota A", 2021)
    assert numbers(unit) == {"A-1": Fraction("1.5"), "A-2": 2}


def test_a_text_table_may_have_semicolons_and_decimal_commas() -> None:
    found = checked(csv_table("unit;year;A-1;A-2\nKota A;2021;1,5;2,25\n"))
    assert codes(found.findings) == ["F306"]
    assert numbers(found.data.units[0]) == {"A-1": Fraction("1.5"), "A-2": Fraction("2.25")}


def test_a_column_may_be_a_group_whose_score_is_given() -> None:
    (unit,) = units([("unit", "a"), ("Kota A", 3.2)])
    assert numbers(unit) == {"a": Fraction("3.2")}


def test_without_a_year_column_the_year_is_the_one_named() -> None:
    (unit,) = units([("unit", "A-1"), ("Kota A", 3)])
    assert (unit.unit, unit.year) == ("Kota A", 2022)


def test_the_year_above_a_wide_header_counts_where_no_column_names_one() -> None:
    (unit,) = units([("Tahun", 2019), (), ("unit", "A-1"), ("Kota A", 3)])
    assert unit.year == 2019


def test_the_year_of_the_identity_counts_where_no_column_names_one() -> None:
    book = workbook({"Identitas": [("Tahun", 2019)], "Data": [("unit", "A-1"), ("Kota A", 3)]})
    assert [unit.year for unit in checked(book, text=EXCLUDE).data.units] == [2019]


def test_a_year_that_is_none_is_named_at_its_cell() -> None:
    found = checked(workbook({"Data": [("unit", "year", "A-1"), ("Kota A", "akhir", 3)]}))
    assert ("F409", "B2") in places(found.findings)


def test_an_empty_cell_is_an_answer_that_is_not_there() -> None:
    found = checked(workbook({"Data": [("unit", "A-1", "A-2"), ("Kota A", 3, None)]}))
    assert places(found.findings) == [("C101", "C2")]


def test_a_faulty_cell_is_named_and_the_rest_is_kept() -> None:
    found = checked(workbook({"Data": [("unit", "A-1", "A-2"), ("Kota A", "tiga", 9)]}))
    assert places(found.findings) == [("C110", "B2"), ("C203", "C2")]


def test_a_measured_indicators_column_holds_its_result() -> None:
    text = measured("method: goalposts, min: 0, max: 100", 'unit: "%", ')
    (unit,) = units([("unit", "M-1"), ("Kota A", percent(0.5))], text)
    answer = unit.answers["M-1"]
    assert answer.measure is not None
    assert answer.measure.number == 50
    assert answer.assessor == ()


def test_an_unknown_column_is_a_warning_that_names_the_nearest_id() -> None:
    found = checked(workbook({"Data": [("unit", "A-1", "A2"), ("Kota A", 3, 3)]}), text=EXCLUDE)
    assert places(found.findings) == [("F413", "C1")]
    assert "terdekat: A-2" in message_of(found.findings[0], Language.ID)


def test_a_row_with_values_and_no_unit_is_an_error_and_an_empty_one_is_not() -> None:
    rows = [("unit", "A-1"), ("Kota A", 3), (None, None), (" ", 2), (None, "x")]
    found = checked(workbook({"Data": rows}), text=EXCLUDE)
    assert places(found.findings) == [("F414", "A4"), ("F414", "A5")]


def test_what_stands_before_an_empty_unit_names_it_only_if_it_is_a_statistic() -> None:
    rows = [("No", "Wilayah", "A-1"), (1, "Kota A", 3), ("lain", None, 2), ("Rata-rata", None, 3)]
    found = checked(workbook({"Data": rows}), text=EXCLUDE)
    assert places(found.findings) == [("F414", "B3")]
    assert [unit.unit for unit in found.data.units] == ["Kota A"]


def test_the_same_unit_and_year_twice_is_an_error_where_values_differ() -> None:
    rows = [("unit", "year", "A-1"), ("Kota A", 2022, 3), ("KOTA A", 2022, 2)]
    found = checked(workbook({"Data": rows}), text=EXCLUDE)
    assert places(found.findings) == [("X303", "C3")]
