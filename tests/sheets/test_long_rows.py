from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction

import openpyxl
import pytest

from kediri_index.messages.catalogue import message_of
from kediri_index.model.dataset import Said
from kediri_index.model.findings import Source
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import (
    ANSWERS,
    checked,
    codes,
    csv_table,
    definition,
    long_sheet,
    places,
    workbook,
)
from tests.scoring.one_unit import score_unit

HEADER = ("No", "Kode", "Indikator", "Nilai asesor", "Keterangan")
NAMES = ("Indikator", "Nilai asesor")


def answers(*rows: Sequence[object], header: Sequence[object] = HEADER) -> list[str]:
    """The ids that were read; nothing else is found."""
    found = checked(long_sheet(header, *rows))
    assert found.findings == ()
    return list(found.data.units[0].answers)


@pytest.mark.parametrize(
    "name",
    ["Layanan daring", "LAYANAN  DARING", " Layanan\ndaring ", "Online services"],
)
def test_a_row_without_a_code_is_known_by_its_exact_name_in_either_language(name: str) -> None:
    assert answers((1, None, name, 3, None)) == ["A-1"]
    assert answers((name, 3), header=NAMES) == ["A-1"]


def test_a_row_may_be_a_groups_by_its_name() -> None:
    assert answers(("Bagian A", 3), header=NAMES) == ["a"]


@pytest.mark.parametrize("name", ["Layanan darin", "Layanan daring kota", "Layanan-daring"])
def test_a_name_that_is_only_near_is_suggested_and_never_taken(name: str) -> None:
    found = checked(long_sheet(HEADER, (1, None, name, 3, None)))
    assert places(found.findings) == [("X302", "C2")]
    assert found.data.units == ()
    assert "terdekat: Layanan daring" in message_of(found.findings[0], Language.ID)


def test_a_code_that_is_only_near_is_suggested_and_never_taken() -> None:
    found = checked(long_sheet(HEADER, (1, "A1", "Layanan daring", 3, None)))
    assert places(found.findings) == [("X301", "B2")]
    assert found.data.units == ()
    assert "terdekat: A-1" in message_of(found.findings[0], Language.ID)


def test_a_name_like_no_other_has_no_suggestion() -> None:
    found = checked(long_sheet(HEADER, (1, None, "Xyz", 3, None)))
    assert message_of(found.findings[0], Language.EN).endswith("«Xyz»")


def test_a_code_goes_before_a_name() -> None:
    found = checked(long_sheet(HEADER, (1, "A-2", "Layanan daring", 3, None)))
    assert list(found.data.units[0].answers) == ["A-2"]
    assert places(found.findings) == [("X310", "C2")]


@pytest.mark.parametrize(
    "names",
    [("Kemajuan program", "Kemajuan program"), ("Kemajuan (2021)", "Kemajuan (2022)")],
)
def test_a_name_that_two_indicators_have_is_no_key(names: tuple[str, str]) -> None:
    text = (
        ANSWERS.replace("Layanan daring", names[0])
        .replace("Waktu layanan", names[1])
        .replace(", name_en: Online services", "")
        .replace(", name_en: Time of service", "")
    )
    found = checked(long_sheet(NAMES, (names[0], 3)), text=text)
    answers = found.data.units[0].answers if found.data.units else {}
    assert "A-2" not in answers
    assert found.findings or list(answers) == ["A-1"]


def test_a_value_without_any_name_is_an_error_and_not_lost() -> None:
    found = checked(long_sheet(HEADER, (1, None, None, 3, None)))
    assert places(found.findings) == [("X311", "B2")]


@pytest.mark.parametrize(
    "total",
    [
        (None, None, "Rata-rata", 3, None),
        (None, None, "JUMLAH", 3, None),
        ("Total", None, None, 3, None),
        (None, None, "Average:", 3, None),
        (None, "Rata-rata", None, 3, None),
        (None, "Jumlah", None, 3, None),
    ],
)
def test_a_total_is_no_indicator(total: Sequence[object]) -> None:
    assert answers((1, "A-1", None, 3, None), total) == ["A-1"]


def test_a_total_in_a_sheet_without_codes_is_no_indicator() -> None:
    assert answers(("Layanan daring", 3), ("Rata-rata", 3), header=NAMES) == ["A-1"]


@pytest.mark.parametrize("remark", ["total", "Jumlah", "rata-rata"])
def test_a_remark_does_not_make_a_row_a_total(remark: str) -> None:
    found = checked(long_sheet(HEADER, (1, None, "Layanan daring", 3, remark)))
    assert found.findings == ()
    assert found.data.units[0].answers["A-1"].assessor[0].number == 3


def test_headings_and_empty_rows_between_are_passed_over() -> None:
    rows = [
        ("A.", None, "Smart Governance", None, None),
        (1, "A-1", "Layanan daring", 3, None),
        (),
        ("Bagian kedua", None, None, None, None),
        (2, "A-2", "Waktu layanan", 2, None),
        (None, None, None, None, "Diisi oleh Diskominfo"),
    ]
    assert answers(*rows) == ["A-1", "A-2"]


def test_a_heading_in_a_sheet_without_codes_may_be_a_groups_name() -> None:
    rows = [("Bagian A", None), ("Layanan daring", 3), ("Waktu layanan", 2)]
    found = checked(long_sheet(NAMES, *rows))
    assert found.findings == ()
    result = score_unit(definition(), found.data.units[0])
    assert result.overall.score == Fraction(5, 2)


def test_a_header_said_again_on_the_next_page_is_no_row() -> None:
    found = checked(long_sheet(HEADER, (1, "A-1", None, 3, None), HEADER, (2, "A-2", None, 2)))
    assert codes(found.findings) == []
    assert list(found.data.units[0].answers) == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        ((3, 4), "3.5"),
        ((3, 3, 4), "10/3"),
        (("3,3", 3.3, "3.4", 3.6), "3.4"),
        ((0.1, 0.2, 0.3, 0.1, 0.3), "0.2"),
        ((1, None, 2), "1.5"),
    ],
)
def test_the_score_is_the_exact_mean_of_all_assessors(values: Sequence[object], mean: str) -> None:
    header = ("Kode", *(f"Nilai asesor {number}" for number in range(1, len(values) + 1)))
    found = checked(long_sheet(header, ("A-1", *values)))
    result = score_unit(definition(), found.data.units[0])
    (first, _) = result.indicators
    assert first.figure.score == Fraction(mean)
    assert len(first.sources) == sum(1 for value in values if value is not None)


def test_a_column_of_the_mean_is_not_one_more_assessor() -> None:
    header = ("Kode", "Nilai asesor 1", "Nilai asesor 2", "Nilai asesor 3", "Nilai asesor")
    found = checked(long_sheet(header, ("A-1", 3, 3, 4, 3.33)))
    result = score_unit(definition(), found.data.units[0])
    assert found.findings or result.indicators[0].figure.score == Fraction(10, 3)


def test_assessors_columns_stand_anywhere_and_in_any_order() -> None:
    header = ("Nilai asesor 2", "Kode", "Nilai asesor 1")
    found = checked(long_sheet(header, (1, "A-1", 3)))
    assert [reading.number for reading in found.data.units[0].answers["A-1"].assessor] == [1, 3]


def test_what_stands_beside_the_numbers_is_kept() -> None:
    header = ("Kode", "Nilai mandiri", "OPD pengampu", "Bukti dukung")
    found = checked(long_sheet(header, ("A-1", 3, "Dinas Kesehatan", "SK 12/2022")))
    answer = found.data.units[0].answers["A-1"]
    assert answer.opd == "Dinas Kesehatan"
    assert answer.evidence == Said("SK 12/2022", Source("isian.xlsx", "Penilaian", "D2"))
    assert answer.self_score is not None
    assert answer.self_score.number == 3


def test_what_nobody_sees_is_no_evidence() -> None:
    sheet = long_sheet(("Kode", "Nilai mandiri", "Bukti dukung"), ("A-1", 3, "\u200b\ufeff"))
    evidence = checked(sheet).data.units[0].answers["A-1"].evidence
    assert evidence == Said("", Source("isian.xlsx", "Penilaian", "C2"))


def test_a_long_text_table_is_read_as_a_sheet_is() -> None:
    found = checked(csv_table('kode;"nilai asesor"\nA-1;"3,25"\nA-2;2.5\n'))
    assert codes(found.findings) == ["F306"]
    numbers = [one.assessor[0].number for one in found.data.units[0].answers.values()]
    assert numbers == [Fraction("3.25"), Fraction("2.5")]


def test_a_merged_unit_is_that_of_all_its_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ("Wilayah", "Kode", "Nilai asesor"), ("Kota A", "A-1", 3), (None, "A-2", 2):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    data = io.BytesIO()
    book.save(data)
    found = checked(read_workbook("isian.xlsx", data.getvalue(), Limits()))
    assert [(unit.unit, list(unit.answers)) for unit in found.data.units] == [
        ("Kota A", ["A-1", "A-2"])
    ]


def test_an_empty_unit_or_year_is_that_which_the_file_says() -> None:
    identity = (("Wilayah", "Kota Uji"), ("Tahun", 2022))
    rows = (("Kode", "Wilayah", "Tahun", "Nilai asesor"), ("A-1", None, None, 3))
    found = checked(workbook({"Identitas": identity, "Penilaian": rows}))
    assert [(one.unit, one.year) for one in found.data.units] == [("Kota Uji", 2022)]
    assert {"F414", "F439"}.isdisjoint(codes(found.findings))


def test_two_units_and_years_in_one_sheet_are_told_apart_by_their_columns() -> None:
    header = ("Wilayah", "Tahun", "Kode", "Nilai asesor")
    rows = [("Kota A", 2021, "A-1", 1), ("Kota A", 2022, "A-1", 2), ("Kota B", 2022, "A-1", 3)]
    units = checked(long_sheet(header, *rows)).data.units
    assert [(unit.unit, unit.year) for unit in units] == [row[:2] for row in rows]
    assert [unit.answers["A-1"].assessor[0].number for unit in units] == [row[3] for row in rows]


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_a_hyphen_of_a_code_may_be_another_dash(dash: str) -> None:
    code = f"A{dash}1"
    for book in (
        long_sheet(("Kode", "Nilai asesor"), (code, 3), ("A-2", 2)),
        long_sheet(
            ("Kode", "Indikator", "Nilai asesor"), (code, "Layanan daring", 3), ("A-2", "", 2)
        ),
        long_sheet(("Wilayah", code, "A-2"), ("Kota Uji", 3, 2)),
    ):
        found = checked(book)
        assert found.findings == ()
        assert sorted(found.data.units[0].answers) == ["A-1", "A-2"]
