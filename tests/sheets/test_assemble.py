from __future__ import annotations

from collections.abc import Sequence

import pytest

from kediri_index.model.dataset import FileSays, InputFile, Said, UnitData
from kediri_index.model.findings import Source
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.assemble import assemble
from tests.findings.building import (
    ANSWERS,
    checked,
    codes,
    csv_table,
    definition,
    long_sheet,
    places,
    scores,
    workbook,
)

HEADER = ("Kode", "Nilai asesor")
ROW = ("A-1", 3)
OF_2020 = ANSWERS + "year: 2020\n"


def said(
    book: Workbook,
    *,
    hints: Hints | None = None,
    profile: Profile | None = None,
    text: str = ANSWERS,
) -> tuple[str | None, int | None]:
    """Whose the data are, and when."""
    data, _ = assemble([book], definition(text), profile, hints or Hints())
    (unit,) = data.units
    return unit.unit, unit.year


def layered(*, identity: bool, columns: bool, above: bool) -> Workbook:
    """A file that says whose it is in up to three places, each with a year of its own."""
    rows: list[Sequence[object]] = [("Wilayah: Kota Atas",), ("Tahun: 2013",)] if above else []
    if columns:
        rows += [(*HEADER, "Wilayah", "Tahun"), (*ROW, "Kota Kolom", 2012)]
    else:
        rows += [HEADER, ROW]
    sheets: dict[str, list[Sequence[object]]] = {"Penilaian": rows}
    if identity:
        sheets["Identitas"] = [("Wilayah", "Kota Identitas"), ("Tahun", 2011)]
    return workbook(sheets)


@pytest.mark.parametrize(
    ("identity", "columns", "above", "expected"),
    [
        (True, True, True, ("Kota Identitas", 2011)),
        (False, True, True, ("Kota Kolom", 2012)),
        (False, False, True, ("Kota Atas", 2013)),
        (False, False, False, ("Kota Opsi", 2014)),
        (True, False, True, ("Kota Identitas", 2011)),
    ],
)
def test_the_identity_goes_before_columns_columns_before_rows_above_and_those_before_options(
    *, identity: bool, columns: bool, above: bool, expected: tuple[str, int]
) -> None:
    book = layered(identity=identity, columns=columns, above=above)
    hints = Hints(unit="Kota Opsi", year=2014)
    assert said(book, hints=hints, profile=Profile(unit="Kota Profil"), text=OF_2020) == expected


def test_then_come_the_profile_and_the_definitions_year() -> None:
    profile = Profile(unit="Kota Profil")
    assert said(scores(ROW), profile=profile, text=OF_2020) == ("Kota Profil", 2020)
    hints = Hints(unit="Kota Opsi")
    assert said(scores(ROW), profile=profile, hints=hints) == ("Kota Opsi", None)


def test_without_any_unit_and_year_are_null_and_notes_say_so() -> None:
    data, findings = assemble([scores(ROW)], definition(), None, Hints())
    assert [(unit.unit, unit.year) for unit in data.units] == [(None, None)]
    assert places(findings) == [("F408", None), ("F421", None)]
    assert findings[0].file == "isian.xlsx"


def test_what_a_file_does_not_say_is_filled_in_item_by_item() -> None:
    book = workbook({"Identitas": [("Tahun", 2011)], "Penilaian": [("Kota Atas",), HEADER, ROW]})
    assert said(book, hints=Hints(unit="Kota Opsi", year=2014)) == ("Kota Opsi", 2011)


def test_a_year_that_cannot_be_read_is_named_once() -> None:
    book = workbook({"Identitas": [("Tahun", "2O22")], "Penilaian": [HEADER, ROW, ("A-2", 2)]})
    assert [(one.code, one.sheet, one.cell) for one in checked(book).findings] == [
        ("F409", "Identitas", "B1")
    ]


@pytest.mark.parametrize("year", ["2022", 2022])
def test_a_year_may_be_a_number_or_a_text(year: object) -> None:
    book = workbook({"Identitas": [("Tahun", year)], "Penilaian": [HEADER, ROW]})
    assert said(book) == (None, 2022)


def units(*books: Workbook) -> tuple[UnitData, ...]:
    return checked(*books).data.units


def test_several_files_of_one_unit_are_one_data_set() -> None:
    (unit,) = units(scores(("A-1", 3), path="satu.xlsx"), scores(("A-2", 2), path="dua.xlsx"))
    assert list(unit.answers) == ["A-1", "A-2"]
    assert unit.files == ("satu.xlsx", "dua.xlsx")


def test_a_units_name_is_compared_without_case_and_shown_as_first_written() -> None:
    first = csv_table("unit,year,A-1\nKota Uji,2022,3\n", "satu.csv")
    second = csv_table("unit,year,A-2\nKOTA  UJI,2022,2\n", "dua.csv")
    (unit,) = units(first, second)
    assert unit.unit == "Kota Uji"
    assert sorted(unit.answers) == ["A-1", "A-2"]


def test_units_that_differ_in_brackets_are_two() -> None:
    book = csv_table("unit,year,A-1\nBogor (Kota),2022,3\nBogor (Kab),2022,2\n")
    assert [unit.unit for unit in units(book)] == ["Bogor (Kab)", "Bogor (Kota)"]


@pytest.mark.parametrize("value", ["#N/A", "=B9"])
def test_a_unit_that_is_an_error_or_a_formula_without_a_result_is_no_name(value: str) -> None:
    identity = workbook({"Identitas": [("Wilayah", value)], "Penilaian": [HEADER, ROW]})
    column = workbook({"Penilaian": [(*HEADER, "Wilayah"), (*ROW, value)]})
    wide = workbook({"Data": [("unit", "A-1"), (value, 3)]})
    for book in (identity, column, wide):
        found = checked(book)
        assert found.findings
        assert value not in {unit.unit for unit in found.data.units}


def test_units_and_years_are_told_apart_and_stand_in_order() -> None:
    book = csv_table("unit,year,A-1\nKota B,2021,1\nKota A,2022,2\nKota A,2021,3\n")
    assert [(unit.unit, unit.year) for unit in units(book)] == [
        ("Kota A", 2021),
        ("Kota A", 2022),
        ("Kota B", 2021),
    ]


def test_the_same_indicator_in_two_files_names_both_places() -> None:
    first, second = scores(("A-1", 3), path="satu.xlsx"), scores(("A-1", 2), path="dua.xlsx")
    found = checked(first, second)
    (finding,) = found.findings
    assert (finding.code, finding.file, finding.cell) == ("X303", "dua.xlsx", "B2")
    assert finding.params == {"other": "satu.xlsx · Penilaian!B2", "first": "3"}
    assert finding.value == "2"
    assert found.data.units[0].answers["A-1"].assessor[0].number == 3


def test_the_other_place_in_a_text_table_is_a_cell_without_a_sheet() -> None:
    (finding,) = checked(csv_table("kode,nilai asesor\nA-1,3\nA-1,2\n")).findings
    assert finding.params["other"] == "B2"


def test_the_same_value_twice_is_a_warning() -> None:
    found = checked(scores(("A-1", 3), ("A-1", "3,0")))
    assert places(found.findings) == [("X304", "A3")]


def test_a_row_that_says_less_of_an_indicator_and_the_same_counts_once() -> None:
    header = ("Kode", "Nilai mandiri", "Nilai asesor")
    found = checked(long_sheet(header, ("A-1", 3, 3), ("A-1", 3, None)))
    assert places(found.findings) == [("X304", "A3")]


def test_a_file_is_listed_with_what_it_says_of_itself() -> None:
    book = workbook(
        {
            "Identitas": [("OPD", "dinkes"), ("Revisi", 2)],
            "Sampul": [("Judul",)],
            "Penilaian": [HEADER, ROW],
        }
    )
    (listed,) = checked(book).data.inputs
    agency = Said("dinkes", Source("isian.xlsx", "Identitas", "B1"))
    revision = Said("2", Source("isian.xlsx", "Identitas", "B2"))
    assert listed == InputFile(
        "isian.xlsx",
        book.sha256,
        "long",
        "Penilaian",
        "dinkes",
        2,
        says=FileSays(opd=agency, revision=revision),
        shares=frozenset(
            {("kota uji", 2022), (frozenset({"kota uji"}), frozenset({"2022"}), "dinkes")}
        ),
    )
    (listed,) = checked(csv_table("unit,A-1\nKota A,3\n")).data.inputs
    assert (listed.layout, listed.sheet or None) == ("wide", None)


def test_a_file_that_cannot_be_read_is_listed_and_the_others_are_read() -> None:
    broken = csv_table("", "kosong.csv")
    found = checked(broken, scores(ROW))
    assert codes(found.findings) == ["F101"]
    assert [(one.path, one.layout) for one in found.data.inputs] == [
        ("kosong.csv", None),
        ("isian.xlsx", "long"),
    ]
    assert list(found.data.units[0].answers) == ["A-1"]


OWN = Profile(unit="Kota Kediri", also=("Kediri",), columns={"Nilai asesor": ("Skor tim ahli",)})
OWN_WORDS = [("Kode", "Skor tim ahli"), ROW]


@pytest.mark.parametrize("unit", ["Kota Kediri", "KOTA KEDIRI", "Kediri", None])
def test_the_profiles_words_count_for_its_own_unit_and_for_none_named(unit: str | None) -> None:
    book = workbook({"Identitas": [("Wilayah", unit)], "Penilaian": OWN_WORDS})
    data, findings = assemble([book], definition(), OWN, Hints(year=2022))
    assert findings == ()
    assert list(data.units[0].answers) == ["A-1"]


def test_the_profiles_words_do_not_count_for_another_unit() -> None:
    book = workbook({"Identitas": [("Wilayah", "Kota Blitar")], "Penilaian": OWN_WORDS})
    _, findings = assemble([book], definition(), OWN, Hints(year=2022))
    assert codes(findings) == ["F402"]
    silent = workbook({"Penilaian": OWN_WORDS})
    _, findings = assemble([silent], definition(), OWN, Hints(unit="Kota Blitar"))
    assert codes(findings) == ["F402"]


def test_a_profile_is_its_own_units_or_nobodys() -> None:
    assert OWN.is_of("kota kediri")
    assert OWN.is_of(None)
    assert Profile().is_of("Kota Blitar")
    assert not OWN.is_of("Kabupaten Kediri")


@pytest.mark.parametrize(("mark", "number"), [(",", 1234), (".", "1.234")])
def test_the_decimal_mark_that_the_user_names_counts_for_every_cell(
    mark: str, number: object
) -> None:
    text = ANSWERS.replace("max: 4", "max: 9000")
    hints = Hints("Kota Uji", 2022, mark)
    assert places(checked(scores(("A-1", "1.234")), text=text).findings) == [("C121", "B2")]
    found = checked(scores(("A-1", "1.234")), text=text, hints=hints)
    assert found.findings == ()
    read = found.data.units[0].answers["A-1"].assessor[0].number
    assert str(float(read or 0)) == str(float(str(number)))
