"""Sheets as agencies and offices make them: what they mean, and nothing lost on the way."""

from __future__ import annotations

import io
from fractions import Fraction

import openpyxl
import pytest

from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.reading.read import read_workbook
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission
from tests.findings.building import (
    ANSWERS,
    HERE,
    checked,
    codes,
    csv_table,
    definition,
    long_sheet,
    places,
    workbook,
)


def assessors(found: Checked, node: str = "A-1") -> list[Fraction | None]:
    return [one.number for one in found.data.units[0].answers[node].assessor]


class TestHeaders:
    def test_a_second_sheet_of_codes_and_numbers_without_a_known_column_is_named(self) -> None:
        rows = [("Kode", "Nilai asesor"), ("A-1", 3)]
        found = checked(workbook({"Satu": rows, "Dua": [("Kode", "Skor"), ("A-2", "2,5")]}))
        assert [(one.code, one.sheet, one.cell) for one in found.findings] == [
            ("F436", "Dua", "A2")
        ]

    def test_a_sheet_that_lists_the_codes_without_figures_is_nobodys_concern(self) -> None:
        rows = [("Kode", "Nilai asesor"), ("A-1", 3)]
        found = checked(workbook({"Satu": rows, "Petunjuk": [("A-1", "Layanan daring")]}))
        assert found.findings == ()

    @pytest.mark.parametrize(
        "lower",
        [(None, 1, 2, 3), (None, "1", "2", "3"), (None, "Asesor 1", "Asesor 2", "Asesor 3")],
    )
    def test_one_header_over_several_assessors(self, lower: tuple[object, ...]) -> None:
        found = checked(long_sheet(("Kode", "Nilai Asesor"), lower, ("A-1", 3, 4, 2)))
        assert codes(found.findings) == []
        assert assessors(found) == [3, 4, 2]

    def test_a_plain_assessor_beside_a_second_is_the_first(self) -> None:
        found = checked(long_sheet(("Kode", "Nilai asesor", "Nilai asesor 2"), ("A-1", 4, 1)))
        assert codes(found.findings) == []
        assert assessors(found) == [4, 1]

    def test_a_plain_column_beside_the_first_is_the_mean_and_said_to_be_left(self) -> None:
        header = ("Kode", "Nilai asesor", "Nilai asesor 1", "Nilai asesor 2")
        found = checked(long_sheet(header, ("A-1", 3, 4, 2)))
        assert codes(found.findings) == ["F419"]
        assert assessors(found) == [4, 2]

    @pytest.mark.parametrize("numbers", [("1", "2", "3"), ("(1)", "(2)", "(3)"), (1, 2, 3)])
    def test_a_line_that_numbers_the_columns_is_no_row(self, numbers: tuple[object, ...]) -> None:
        found = checked(long_sheet(("No", "Kode", "Nilai asesor"), numbers, (1, "A-1", 3)))
        assert codes(found.findings) == []

    def test_the_regions_own_word_goes_before_a_known_one(self) -> None:
        own = Profile(columns={"Indikator": ("Pertanyaan",), "Nilai asesor": ("Nilai",)})
        book = long_sheet(
            ("No", "Indikator", "Subindikator", "Pertanyaan", "Nilai"),
            (1, "Layanan", "Daring", "Layanan daring", 3),
            (2, None, None, "Waktu layanan", 2),
            (None, "Rata-rata", None, None, 2.5),
        )
        found = check(Submission((book,)), definition(), own, hints=HERE)
        assert codes(found.findings) == []
        assert list(found.data.units[0].answers) == ["A-1", "A-2"]


class TestWideTables:
    def test_an_area_code_beside_the_unit_does_not_make_it_long(self) -> None:
        found = checked(csv_table("Kode,Kab/Kota,A-1,A-2\n3571,Kota Uji,3,2\n"))
        assert codes(found.findings) == []
        assert assessors(found) == [3]

    def test_two_header_lines(self) -> None:
        text = "Kabupaten/Kota;Tahun;Layanan;\n;;A-1;A-2\nKota Uji;2021;3;2\n"
        found = checked(csv_table(text))
        assert "F402" not in codes(found.findings)
        assert (found.data.units[0].year, assessors(found)) == (2021, [Fraction(3)])

    def test_a_merged_year_is_that_of_all_its_rows(self) -> None:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in (("unit", "year", "A-1"), ("Kota A", 2021, 3), ("Kota B", None, 2)):
            sheet.append(row)
        sheet.merge_cells("B2:B3")
        data = io.BytesIO()
        book.save(data)
        found = checked(read_workbook("isian.xlsx", data.getvalue(), Limits()))
        assert [(one.unit, one.year) for one in found.data.units] == [
            ("Kota A", 2021),
            ("Kota B", 2021),
        ]
        assert "F439" not in codes(found.findings)

    def test_a_row_without_a_year_is_named_where_there_is_a_column_of_years(self) -> None:
        found = checked(csv_table("unit,year,A-1,A-2\nKota A,2021,3,3\nKota B,,2,2\n"))
        assert places(found.findings) == [("F439", "B3")]

    @pytest.mark.parametrize("foot", ["Sumber: BPS", "*) angka sementara", "Catatan: dibulatkan"])
    def test_a_footnote_is_no_unit(self, foot: str) -> None:
        found = checked(csv_table(f"unit,A-1,A-2\nKota A,3,2\n{foot},,\n"))
        assert [one.unit for one in found.data.units] == ["Kota A"]
        assert codes(found.findings) == []

    def test_every_column_without_a_header_is_named_once(self) -> None:
        found = checked(csv_table("unit;A-1;A-2;;\nKota A;3;2;;\nKota B;3;2;8;7\n"))
        assert places(found.findings) == [("F306", None), ("F420", "D3"), ("F420", "E3")]


class TestWhose:
    def test_two_labels_in_one_row(self) -> None:
        book = long_sheet(
            ("Wilayah", "Kota Lain", "Tahun", 2021), (), ("Kode", "Nilai asesor"), ("A-1", 3)
        )
        (unit,) = checked(book).data.units
        assert (unit.unit, unit.year) == ("Kota Lain", 2021)

    @pytest.mark.parametrize("label", ["Tahun Anggaran", "TAHUN DATA", "Tahun :"])
    def test_other_words_for_the_year(self, label: str) -> None:
        rows = [("Kode", "Nilai asesor"), ("A-1", 3)]
        found = checked(workbook({"Identitas": [(label, 2021)], "Penilaian": rows}))
        assert found.data.units[0].year == 2021

    def test_rows_that_all_say_another_unit_are_a_file_of_another_unit(self) -> None:
        book = csv_table("Wilayah,Tahun,Kode,Nilai asesor\nKota B,2021,A-1,3\nKota B,2021,A-2,3\n")
        hints = Hints("Kota A", 2022, theirs="Kota A")
        found = check(Submission((book,)), definition(), hints=hints)
        assert places(found.findings) == [("F423", "A2"), ("F424", "B2")]

    def test_a_row_without_its_unit_is_named_where_there_is_a_column_of_units(self) -> None:
        book = csv_table("Wilayah,Kode,Nilai asesor\nKota B,A-1,3\n,A-2,3\n")
        assert ("F414", "A3") in places(checked(book).findings)

    def test_rows_that_name_no_unit_are_no_unit_and_contradict_nothing(self) -> None:
        rows = "Kota A,2022,A-1,3\n,2022,A-2,3\nKota B,2022,A-1,2\n,2022,A-1,1\n,2022,A-2,4\n"
        book = csv_table(f"Wilayah,Tahun,Kode,Nilai asesor\n{rows}")
        text = f"missing: {{answers: exclude}}\n{ANSWERS}"
        for hints in (Hints(), Hints(unit="Kota A")):
            found = check(Submission((book,)), definition(text), hints=hints)
            assert set(codes(found.findings)) == {"F414"}
            assert [unit.unit for unit in found.data.units] == ["Kota A", "Kota B"]

    @pytest.mark.parametrize(
        "year", ["Tahun 2021", "tahun anggaran 2021", "TA 2021", "T.A. 2021", "Thn. 2021", "FY2021"]
    )
    def test_a_year_may_have_its_word_before_it(self, year: str) -> None:
        whose = ("Wilayah", "Tahun")
        for book in (
            workbook({"Data": [(*whose, "A-1"), ("Kota A", year, 3)]}),
            workbook({"Data": [(*whose, "Kode", "Nilai asesor"), ("Kota A", year, "A-1", 3)]}),
            workbook(
                {"Identitas": [("Tahun", year)], "Data": [("Kode", "Nilai asesor"), ("A-1", 3)]}
            ),
        ):
            assert checked(book).data.units[0].year == 2021

    def test_what_rows_say_against_the_file_is_named_once_at_its_cell(self) -> None:
        rows = [("Kode", "Nilai asesor", "Wilayah"), ("A-1", 3, "Kota B"), ("A-2", 3, "Kota B")]
        found = checked(workbook({"Identitas": [("Wilayah", "Kota Uji")], "Penilaian": rows}))
        assert places(found.findings) == [("F422", "C2")]

    def test_an_empty_answer_is_asked_of_the_agency_that_answers_for_it(self) -> None:
        profile = Profile(
            unit="Kota Uji",
            opd=(Opd("dinkes", "Dinas Kesehatan"), Opd("dinsos", "Dinas Sosial")),
            assign={"dinsos": ("A-1",), "dinkes": ("A-2",)},
        )

        def sent(path: str, opd: str, *scores: int | None) -> Workbook:
            rows = [("Kode", "Nilai asesor"), *zip(("A-1", "A-2"), scores, strict=True)]
            return workbook({"Identitas": [("OPD", opd)], "Penilaian": rows}, path)

        books = sent("a.xlsx", "Dinas Kesehatan", None, 3), sent("b.xlsx", "dinsos", None, None)
        (finding,) = check(Submission(books), definition(), profile, hints=HERE).findings
        assert (finding.code, finding.file, finding.cell) == ("C101", "b.xlsx", "B2")

    def test_rows_and_labels_may_use_any_spelling_of_the_unit(self) -> None:
        own = Profile(unit="Kota Uji", also=("Pemkot Uji",))
        rows: list[tuple[object, ...]] = [
            ("Wilayah", "Pemkot Uji"),
            (),
            ("Kode", "Nilai asesor", "Wilayah"),
        ]
        rows.append(("A-1", 3, "PEMKOT UJI"))
        book = workbook({"Identitas": [("Wilayah", "Kota Uji")], "Penilaian": rows})
        assert check(Submission((book,)), definition(), own, hints=HERE).findings == ()


class TestUnderTheTable:
    @pytest.mark.parametrize(
        "text", ["Kepala Dinas", "Kediri, 5 Mei 2023", "NIP. 19700101 199503 1"]
    )
    def test_a_signature_in_a_column_of_values_is_no_row(self, text: str) -> None:
        found = checked(long_sheet(("Kode", "Nilai asesor"), ("A-1", 3), (), (None, text)))
        assert found.findings == ()

    def test_other_text_in_a_column_of_values_is_named_once(self) -> None:
        text = ("lihat lampiran", "halaman dua")
        rows = [("Kode", "Nilai asesor"), ("A-1", 3), (), *((None, one) for one in text)]
        assert places(checked(long_sheet(*rows)).findings) == [("F434", "B4")]

    @pytest.mark.parametrize("text", ["Mengetahui,", "*", "Catatan:", "I. Pelayanan"])
    def test_words_in_the_column_of_codes_without_a_value_are_no_row(self, text: str) -> None:
        assert checked(long_sheet(("Kode", "Nilai asesor"), ("A-1", 3), (text,))).findings == ()
