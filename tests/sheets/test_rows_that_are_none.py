"""Totals, signatures, scratch figures: what stands in a sheet beside its rows, and is not lost."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Summands
from tests.findings.building import checked, codes, csv_table, long_sheet, places, workbook

HEADER = ("Kode", "Indikator", "Nilai asesor")
ONE, TWO = ("A-1", "Layanan daring", 3), ("A-2", "Waktu layanan", 2)


@pytest.mark.parametrize(
    ("word", "is_sum"),
    [("Rata-rata", False), ("rerata", False), ("JUMLAH", True), ("Total", True), ("Mean", False)],
)
def test_a_row_that_sums_up_is_no_indicator_and_its_figure_is_kept(
    word: str, *, is_sum: bool
) -> None:
    found = checked(long_sheet(HEADER, ONE, TWO, (None, word, 2.5 if not is_sum else 5)))
    assert codes(found.findings) == []
    (total,) = found.data.totals
    assert (total.is_sum, total.blocks) == (is_sum, (Summands(2, Fraction(5)),))
    assert total.reading.source.cell == "C4"


def test_subtotals_keep_what_stands_between_them() -> None:
    found = checked(long_sheet(HEADER, ONE, (None, "Jumlah", 3), TWO, (None, "Jumlah", 2)))
    assert [one.blocks for one in found.data.totals] == [
        (Summands(1, Fraction(3)),),
        (Summands(1, Fraction(2)), Summands(2, Fraction(5)), Summands(1, Fraction(3))),
    ]


def test_cells_that_say_that_there_is_none_do_not_enter_a_total() -> None:
    found = checked(long_sheet(HEADER, ONE, ("A-2", None, "n/a"), (None, "Jumlah", "3,0")))
    (total,) = found.data.totals
    assert (total.reading.number, total.blocks) == (Fraction(3), (Summands(1, Fraction(3)),))


def test_below_a_cell_that_cannot_be_read_there_are_no_totals_to_compare() -> None:
    found = checked(long_sheet(HEADER, ONE, ("A-2", None, "tiga"), (None, "Jumlah", "3,0")))
    assert found.data.totals == ()
    assert codes(found.findings) == ["C110"]


def test_a_wide_table_has_its_totals_by_column() -> None:
    found = checked(csv_table("unit,A-1,A-2\nKota A,3,2\nKota B,2,2\nRata-rata,2.5,2\n"))
    assert [(one.reading.number, one.blocks) for one in found.data.totals] == [
        (Fraction(5, 2), (Summands(2, Fraction(5)),)),
        (Fraction(2), (Summands(2, Fraction(4)),)),
    ]


def test_a_signature_in_a_column_of_values_is_not_taken_for_a_row() -> None:
    found = checked(
        long_sheet(HEADER, ONE, (), (None, None, "Kepala Dinas"), (None, None, "NIP -"))
    )
    assert found.findings == ()
    assert list(found.data.units[0].answers) == ["A-1"]


def test_a_number_without_a_code_is_a_row_without_a_code() -> None:
    assert places(checked(long_sheet(HEADER, ONE, (None, None, 2))).findings) == [("X311", "A3")]


def test_a_row_of_a_known_name_is_a_row_even_if_nothing_is_filled_in() -> None:
    found = checked(long_sheet(HEADER, ONE, (None, "Waktu layanan", None)))
    assert places(found.findings) == [("C101", "C3")]


def test_a_heading_is_no_row() -> None:
    assert checked(long_sheet(HEADER, (None, "A. Pelayanan", None), ONE)).findings == ()


def test_columns_of_numbers_that_are_not_read_are_named_each_once() -> None:
    header = (*HEADER, "Anggaran", "Rencana", None)
    found = checked(long_sheet(header, (*ONE, 250, "x", 7), (*TWO, 300, "y", 8)))
    assert places(found.findings) == [("F433", "D1"), ("F420", "F2")]


def test_what_a_file_says_of_itself_twice_and_differently_is_named() -> None:
    found = checked(
        workbook(
            {
                "Identitas": [("Wilayah", "Kota Uji"), ("Tahun", 2022), ("Definisi", "uji")],
                "_kediri_index": [("Definisi", "uji"), ("Versi definisi", 1), ("OPD", "dinkes")],
                "Penilaian": [("Wilayah: Kota Lain",), HEADER, ONE],
            },
            hidden=["_kediri_index"],
        )
    )
    (finding,) = found.findings
    assert (finding.code, finding.sheet, finding.cell) == ("F435", "Penilaian", "A1")
    assert finding.params == {"name": "Wilayah", "first": "Kota Uji", "other": "Identitas!B1"}
