"""Sheets whose header covers more than one column, names another year, or is not their own.

Each is an error that names every place, or is read as the one sensible reading says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest

from kediri_index.messages.catalogue import message_of, severity_of
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.workbook import Span, Workbook
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission
from tests.findings.building import (
    ONE_GROUP,
    TOP,
    Rows,
    csv_table,
    definition,
    places,
    workbook,
)

UNSAID = Hints(unit="Kota Uji")
OF_2023 = Hints(unit="Kota Uji", year=2023)
MEASURED = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: M-1, in: a, name: Satu, unit: "%", score: {{method: goalposts, min: 0, max: 100}}}}
  - {{id: M-2, in: a, name: Dua, unit: "%", score: {{method: goalposts, min: 0, max: 100}}}}
"""


class Layout(NamedTuple):
    """Rows of a sheet, its merged ranges, and the places that an error must name."""

    rows: Rows
    merged: tuple[Span, ...] = ()
    cell: str | None = None
    columns: tuple[str, ...] = ()


def sheet(layout: Layout) -> Workbook:
    book = workbook({"Penilaian": layout.rows})
    return book._replace(sheets=(replace(book.sheets[0], merged=layout.merged),))


def text_table(rows: Rows, delimiter: str = ";") -> Workbook:
    lines = (["" if value is None else str(value) for value in row] for row in rows)
    return csv_table("".join(f"{delimiter.join(line)}\n" for line in lines))


def result(
    book: Workbook,
    columns: Mapping[str, tuple[str, ...]] | None = None,
    hints: Hints = OF_2023,
) -> Checked:
    profile = Profile(columns=columns) if columns else None
    return check(Submission((book,)), definition(MEASURED), profile, hints=hints)


def values(found: Checked, unit: int = 0) -> list[object]:
    answers = found.data.units[unit].answers
    measures = [answers[one].measure if one in answers else None for one in ("M-1", "M-2")]
    return [None if one is None else one.number for one in measures]


def errors(found: Checked) -> list[Finding]:
    return [one for one in found.findings if severity_of(one) is Severity.ERROR]


def header_of_two(upper: str, *lower: str | None) -> tuple[Sequence[object], ...]:
    """A header over columns from C on, and two rows of figures below each."""
    numbers = range(10, 10 * len(lower) + 1, 10)
    return (
        ("Kode", "Indikator", upper),
        (None, None, *lower),
        ("M-1", "Satu", *numbers),
        ("M-2", "Dua", *(number + 1 for number in numbers)),
    )


OVER_FOUR = (Span(1, 3, 1, 6),)
OVER_TWO = (Span(1, 3, 1, 4),)
QUARTERS = header_of_two("Realisasi", "TW I", "TW II", "TW III", "TW IV")
SPREAD = {
    "quarters merged": Layout(QUARTERS, OVER_FOUR, "C1", ("C TW I", "D TW II", "F TW IV")),
    "quarters unmerged": Layout(QUARTERS, (), "C1", ("C TW I", "D TW II", "F TW IV")),
    "triwulan": Layout(
        header_of_two("Realisasi", "Triwulan 1", "Triwulan 2"), OVER_TWO, "C1", ("D Triwulan 2",)
    ),
    "English": Layout(header_of_two("Actual", "Q1", "Q2"), OVER_TWO, "C1", ("C Q1", "D Q2")),
    "names": Layout(
        header_of_two("Nilai asesor", "Budi", "Sri"), OVER_TWO, "C1", ("C Budi", "D Sri")
    ),
    "first and last": Layout(
        header_of_two("Realisasi", "Awal", "Akhir"), OVER_TWO, "C1", ("C Awal", "D Akhir")
    ),
    "count and percent": Layout(
        header_of_two("Realisasi", "Jumlah", "%"), OVER_TWO, "C1", ("C Jumlah", "D %")
    ),
    "halves": Layout(
        header_of_two("Nilai mandiri", "Semester 1", "Semester 2"), (), "C1", ("D Semester 2",)
    ),
    "targets": Layout(
        (
            ("Kode", "Realisasi", "Target", None),
            (None, None, "TW I", "TW II"),
            ("M-1", 5, 10, 20),
            ("M-2", 6, 11, 21),
        ),
        (),
        "C1",
        ("C TW I", "D TW II"),
    ),
    "merged without words below": Layout(
        (("Kode", "Indikator", "Realisasi", None), ("M-1", "Satu", 10, 20), ("M-2", "Dua", 11, 21)),
        OVER_TWO,
        "C1",
        ("C Realisasi", "D"),
    ),
    "numbers beside without a header": Layout(
        (("Kode", "Indikator", "Realisasi", None), ("M-1", "Satu", 10, 20), ("M-2", "Dua", 11, 21)),
        (),
        "C1",
        ("D",),
    ),
    "beside scores that are told apart": Layout(
        (
            ("Kode", "Realisasi", None, "Nilai", None),
            (None, "TW I", "TW II", "Mandiri", "Asesor"),
            ("M-1", 10, 20, 1, 2),
            ("M-2", 11, 21, 1, 2),
        ),
        (),
        "B1",
        ("B TW I", "C TW II"),
    ),
    "quarters in one row": Layout(
        (("Kode", "Realisasi TW I", "Realisasi TW II"), ("M-1", 10, 20), ("M-2", 11, 21)),
        (),
        "B1",
        ("B Realisasi TW I", "C Realisasi TW II"),
    ),
    "wide": Layout(
        (("unit", "M-1", None, "M-2"), (None, "Nilai", "Peringkat"), ("Kota Uji", 10, 2, 20)),
        (Span(1, 2, 1, 3),),
        "B1",
        ("B Nilai", "C Peringkat"),
    ),
}


class TestOneHeaderOverSeveralColumns:
    @pytest.mark.parametrize("layout", SPREAD.values(), ids=SPREAD)
    @pytest.mark.parametrize("kind", ["xlsx", "csv"])
    def test_names_every_column(self, layout: Layout, kind: str) -> None:
        book = sheet(layout) if kind == "xlsx" else text_table(layout.rows)
        found = [one for one in errors(result(book)) if one.code == "F450"]
        assert [one.cell for one in found] == [layout.cell]
        for language in Language:
            assert all(column in message_of(found[0], language) for column in layout.columns)

    @pytest.mark.parametrize("merged", [(), OVER_FOUR])
    @pytest.mark.parametrize("word", ["Realisasi TW IV", "TW IV", "REALISASI  tw iv"])
    def test_the_profile_says_which_counts(self, word: str, merged: tuple[Span, ...]) -> None:
        found = result(sheet(Layout(QUARTERS, merged)), {"Realisasi": (word,)})
        assert errors(found) == []
        assert values(found) == [40, 41]

    @pytest.mark.parametrize("counts", ["TW IV", "2022"])
    def test_the_profile_says_which_of_two_in_brackets_counts(self, counts: str) -> None:
        header = ("Kode", "Realisasi (TW I)", f"Realisasi ({counts})")
        rows = (header, ("M-1", 1, 4), ("M-2", 2, 5))
        found = result(sheet(Layout(rows)), {"Realisasi": (f"Realisasi ({counts})",)})
        assert (errors(found), values(found)) == ([], [4, 5])

    @pytest.mark.parametrize("header", ["Realisasi (TW I)", "Realisasi"])
    def test_two_alike_in_one_row_are_an_error_that_names_both(self, header: str) -> None:
        rows = (("Kode", header, "Realisasi (TW IV)"), ("M-1", 1, 4), ("M-2", 2, 5))
        for book in (sheet(Layout(rows)), text_table(rows)):
            (finding,) = errors(result(book))
            assert (finding.code, finding.cell, finding.params["other"]) == ("F412", "C1", "B1")

    def test_a_single_number_beside_the_table_is_only_named(self) -> None:
        rows = (("Kode", "Realisasi"), ("M-1", 1), ("M-2", 2, 99))
        found = result(sheet(Layout(rows)))
        assert (places(found.findings), values(found)) == ([("F420", "C3")], [1, 2])

    @pytest.mark.parametrize(
        ("upper", "lower"),
        [
            ("Realisasi", ("(%)",)),
            ("Realisasi", ("persen",)),
            ("Realisasi", ("2023",)),
            ("Realisasi", ("TW IV",)),
        ],
    )
    def test_over_one_column_the_words_below_are_part_of_it(
        self, upper: str, lower: tuple[str, ...]
    ) -> None:
        for book in (
            sheet(Layout(header_of_two(upper, *lower))),
            text_table(header_of_two(upper, *lower)),
        ):
            found = result(book)
            assert [one for one in found.findings if severity_of(one) is not Severity.NOTE] == []
            assert values(found) == [10, 11]

    def test_a_merged_header_over_a_column_of_words_is_no_question(self) -> None:
        rows = (("Kode", "Realisasi", None), ("M-1", 10, "persen"), ("M-2", 11, "persen"))
        found = result(sheet(Layout(rows, (Span(1, 2, 1, 3),))))
        assert (found.findings, values(found)) == ((), [10, 11])


class TestYearsAndOtherValuesInHeaders:
    @pytest.mark.parametrize(
        "header",
        [
            "Realisasi (2023)",
            "Realisasi 2023",
            "Realisasi Tahun 2023",
            "2023 Realisasi",
            "Realisasi (%)",
            "Realisasi (s.d. Desember 2023)",
            "Realisasi (diisi OPD)",
            "Realisasi (skala 0–100)",
            "Realisasi (maks. 100)",
        ],
    )
    @pytest.mark.parametrize("other", ["Realisasi (2022)", "Realisasi (tahun lalu)"])
    def test_the_column_of_the_datas_year_is_read(self, header: str, other: str) -> None:
        rows = (("Kode", other, header), ("M-1", 1, 3), ("M-2", 2, 4))
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            assert values(found) == [3, 4]
            noted = [("F453", "B1")] if other == "Realisasi (2022)" else []
            assert [one for one in places(found.findings) if one[0] != "F306"] == noted

    def test_years_in_the_row_above_or_below_tell_columns_apart(self) -> None:
        below = (
            ("Kode", "Target", None, "Realisasi", None),
            (None, 2022, 2023, 2022, 2023),
            ("M-1", 10, 20, 1, 3),
            ("M-2", 11, 21, 2, 4),
        )
        above = (
            ("Kode", "Tahun 2022", None, "Tahun 2023", None),
            (None, "Target", "Realisasi", "Target", "Realisasi"),
            ("M-1", 10, 1, 20, 3),
            ("M-2", 11, 2, 21, 4),
        )
        for rows in (below, above):
            for book in (sheet(Layout(rows)), text_table(rows)):
                found = result(book)
                assert (errors(found), values(found)) == ([], [3, 4])
                answer = found.data.units[0].answers["M-1"]
                assert answer.target is not None
                assert answer.target.number == 20

    @pytest.mark.parametrize(
        "rows",
        [
            (("Kode", "Realisasi (2022)", "Realisasi (2023)"), ("M-1", 1, 3), ("M-2", 2, 4)),
            (("unit", "M-1 (2022)", "M-1 (2023)", "M-2"), ("Kota Uji", 1, 3, 4)),
        ],
    )
    def test_two_years_and_nobody_says_which_is_an_error_naming_both(self, rows: Rows) -> None:
        for book in (sheet(Layout(rows)), text_table(rows)):
            (finding,) = errors(result(book, hints=UNSAID))
            assert (finding.code, finding.cell) == ("F451", "B1")
            for language in Language:
                assert "C1" in message_of(finding, language)
        assert values(result(sheet(Layout(rows)))) == [3, 4]

    def test_years_over_or_under_ids_tell_columns_apart(self) -> None:
        over = (("unit", 2022, None, 2023, None), (None, "M-1", "M-2", "M-1", "M-2"))
        under = (("unit", "M-1", None, "M-2", None), (None, 2022, 2023, 2022, 2023))
        for header, expected in ((over, [3, 4]), (under, [2, 4])):
            rows = (*header, ("Kota Uji", 1, 2, 3, 4))
            for book in (sheet(Layout(rows)), text_table(rows)):
                found = result(book)
                assert (errors(found), values(found)) == ([], expected)

    def test_a_year_of_its_own_rows_decides_in_a_wide_table_too(self) -> None:
        rows = (("unit", "year", "M-1 (2022)", "M-1 (2021)", "M-2"), ("Kota Uji", 2022, 1, 3, 4))
        assert values(result(sheet(Layout(rows)))) == [1, 4]

    @pytest.mark.parametrize(
        "rows",
        [
            (("Kode", "Realisasi (2022)"), ("M-1", 1), ("M-2", 2)),
            (("unit", "M-1 (2022)"), ("Kota Uji", 1)),
            (("Kode", "Realisasi (2022)", "Realisasi (2021)"), ("M-1", 1), ("M-2", 2)),
        ],
    )
    def test_values_of_another_year_alone_are_one_error(self, rows: Rows) -> None:
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            assert places(errors(found)) == [("F452", "B1")]
            for language in Language:
                message = message_of(errors(found)[0], language)
                named = zip("BC", rows[0][1:], strict=False)
                assert all(f"{column}1 {header}" in message for column, header in named)
                assert "2023" in message
        if len(rows[0]) == 2:
            assert values(result(sheet(Layout(rows)), hints=UNSAID))[0] == 1

    @pytest.mark.parametrize("word", ["maksimum", "max", "bobot", "nilai x bobot", "target"])
    def test_a_bound_a_weight_or_a_target_is_not_the_value(self, word: str) -> None:
        rows = (("Kode", f"Realisasi ({word})", "Realisasi"), ("M-1", 90, 3), ("M-2", 91, 4))
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            assert values(found) == [3, 4]
            assert ("F433", "B1") in places(found.findings)
        wide = (("unit", f"M-1 ({word})", "M-1", "M-2"), ("Kota Uji", 90, 3, 4))
        assert values(result(sheet(Layout(wide)))) == [3, 4]


class TestLabelsAboveAHeader:
    BELOW: Rows = ((), ("Kode", "Realisasi"), ("M-1", 3), ("M-2", 4))

    @pytest.mark.parametrize(
        ("labels", "place"),
        [
            ((("Wilayah: Kota A",), ("Wilayah: Kota B",)), "A2"),
            ((("Wilayah", "Kota A", None, "Wilayah", "Kota B"),), "E1"),
            ((("Tahun", 2022), ("Tahun Anggaran", 2023)), "B2"),
        ],
    )
    def test_two_units_or_years_are_an_error_naming_both(self, labels: Rows, place: str) -> None:
        rows = (*labels, *self.BELOW)
        for book in (sheet(Layout(rows)), text_table(rows)):
            assert places(errors(result(book, hints=UNSAID))) == [("F435", place)]

    @pytest.mark.parametrize(
        "labels",
        [
            (("Tahun:", None, "OPD:", "Dinas Uji"), ("Wilayah:", "Kota A")),
            (("Tahun:", "OPD: Dinas Uji"), ("Wilayah:", "Kota A")),
            (("Tahun:", None, "Petugas:", "Budi"), ("Wilayah:", "Kota A")),
            (("Tahun", "OPD", "Wilayah"), (None, "Dinas Uji", "Kota A")),
        ],
    )
    def test_a_label_is_never_a_value(self, labels: Rows) -> None:
        rows = (*labels, *self.BELOW)
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            assert errors(found) == []
            assert [(one.unit, one.year) for one in found.data.units] == [("Kota A", 2023)]

    @pytest.mark.parametrize("year", [2022, "2022", "2022.0", 2022.0])
    def test_a_block_of_labels_side_by_side_has_its_values_below(self, year: object) -> None:
        rows = (("Wilayah", "Tahun:", "OPD"), ("Kota A", year, "Dinas Uji"), *self.BELOW)
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book, hints=UNSAID)
            assert errors(found) == []
            assert [(one.unit, one.year) for one in found.data.units] == [("Kota A", 2022)]
            assert found.data.inputs[0].opd == "Dinas Uji"


TITLES_OF_ANOTHER_YEAR = (
    "Penilaian tahun 2021",
    "PENILAIAN MANDIRI KOTA CERDAS TAHUN ANGGARAN 2021",
    "Smart city assessment 2021",
    "Tahun 2021",
)
TITLES_OF_OTHER_VALUES = (
    "Nilai tahun lalu",
    "Last year's scores",
    "Target",
    "Target tahun 2023",
    "Bobot indikator",
    "Weights",
)
TITLES_OF_THE_DATA = (
    "Penilaian tahun 2023",
    "Penilaian tahun 2023 (tahun lalu 2022)",
    "Penilaian menurut Perwali Nomor 5 Tahun 2021",
    "Lampiran Peraturan Wali Kota Kediri No. 12 Tahun 2019",
    "Indikator RPJMD 2019–2024",
    "Realisasi 2019-2022",
    "RPJMD 2020",
    "Kediri, 12 Januari 2024",
    "Diisi paling lambat 31/01/2024",
    "Nomor 045/12/2021",
    "Sumber BPS 2021",
    "SE Menpan 2021",
    "Visi Indonesia Emas 2045",
    "Indeks SDGs 2030",
    "Target dan realisasi",
    "Perbandingan dengan tahun lalu",
    "Bobot: 40",
    "Penilaian Kota Kediri",
)
IN_2023 = (("Tahun", 2023), ())


def said(found: Checked) -> list[Finding]:
    """What is said beside the delimiter of a text table."""
    return [one for one in found.findings if one.code != "F306"]


class TestTitlesOfAnotherYear:
    BELOW: Rows = (("Kode", "Realisasi"), ("M-1", 3), ("M-2", 4))
    WIDE: Rows = (("unit", "M-1", "M-2"), ("Kota Uji", 3, 4))

    @pytest.mark.parametrize("title", TITLES_OF_ANOTHER_YEAR)
    @pytest.mark.parametrize("below", [BELOW, WIDE])
    def test_are_a_warning_that_names_both_years(self, title: str, below: Rows) -> None:
        rows = ((title,), (), *below)
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            (finding,) = said(found)
            assert (finding.code, finding.cell, finding.value) == ("F448", "A1", title)
            assert severity_of(finding) is Severity.WARNING
            assert values(found) == [3, 4]
            for language in Language:
                assert title in message_of(finding, language)
                assert "(2023)" in message_of(finding, language)

    @pytest.mark.parametrize("title", TITLES_OF_OTHER_VALUES)
    def test_nor_of_other_values(self, title: str) -> None:
        rows = ((title,), (), *self.BELOW)
        for book in (sheet(Layout(rows)), text_table(rows), workbook({title: self.BELOW})):
            (finding,) = said(result(book))
            assert (finding.code, finding.value) == ("F448", title)
            for language in Language:
                assert "target" in message_of(finding, language)

    @pytest.mark.parametrize("title", TITLES_OF_THE_DATA)
    def test_the_datas_year_ranges_regulations_and_dates_are_none(self, title: str) -> None:
        rows = ((title,), (), *self.BELOW)
        for book in (sheet(Layout(rows)), text_table(rows)):
            assert said(result(book)) == []

    def test_a_title_says_what_a_column_says(self) -> None:
        for word in ("Target", "Bobot"):
            rows = ((word,), ("Kode", word, "Realisasi"), ("M-1", 80, 3), ("M-2", 80, 4))
            for book in (sheet(Layout(rows)), text_table(rows)):
                assert "F448" not in [one.code for one in result(book).findings]

    def test_labels_columns_or_the_user_say_the_year(self) -> None:
        title = ("Penilaian tahun 2021",)
        column = (("Kode", "Tahun", "Realisasi"), ("M-1", 2023, 3), ("M-2", 2023, 4))
        dated = (("Kode", "Realisasi (2023)"), ("M-1", 3), ("M-2", 4))
        for rows in ((*IN_2023, title, *self.BELOW), (title, *column), (title, *dated)):
            for book in (sheet(Layout(rows)), text_table(rows)):
                found = [one.code for one in said(result(book, hints=UNSAID))]
                assert [code for code in found if code != "F421"] == ["F448"]
        identity = {"Identitas": (("Tahun", 2023),), "Isian": (title, *self.BELOW)}
        assert places(result(workbook(identity), hints=UNSAID).findings) == [("F448", "A1")]

    def test_the_definitions_year_is_only_assumed(self) -> None:
        text = MEASURED.replace("status: own", "status: own\nyear: 2023")
        book = sheet(Layout((("Penilaian tahun 2021",), *self.BELOW)))
        found = check(Submission((book,)), definition(text), hints=UNSAID)
        assert found.findings == ()

    def test_a_sheets_name_is_a_title(self) -> None:
        for name in ("2021", "Penilaian 2021"):
            (finding,) = result(workbook({name: self.BELOW})).findings
            assert (finding.code, finding.sheet, finding.cell) == ("F448", name, None)
        for name in ("2023", "Isian", "2019-2024", "RPJMD 2024"):
            assert result(workbook({name: self.BELOW})).findings == ()

    def test_two_sheets_of_two_years_are_named(self) -> None:
        sheets = {"2022": self.BELOW[:2], "2023": (self.BELOW[0], self.BELOW[2])}
        (finding,) = result(workbook(sheets)).findings
        assert (finding.code, finding.sheet) == ("F448", "2022")
        (finding,) = result(workbook(sheets), hints=UNSAID).findings
        assert (finding.code, finding.sheet) == ("F449", "2023")
        for language in Language:
            assert "2022" in message_of(finding, language)
            assert "2023" in message_of(finding, language)
        named = {f"Penilaian {year}": rows for year, rows in sheets.items()}
        assert [one.code for one in errors(result(workbook(named), hints=UNSAID))] == ["F449"]
        own = {"2022": (("Tahun", 2022), *sheets["2022"]), "2023": (*IN_2023, *sheets["2023"])}
        assert result(workbook(own), hints=UNSAID).findings == ()


class TestWhatOfficesSendEveryDay:
    @pytest.mark.parametrize(
        "two",
        [
            ("Dimensi", "Pilar"),
            ("Keterangan", "Catatan"),
            ("Bukti", "Data dukung"),
            ("No", "Nomor"),
            ("Remarks", "Notes"),
            ("Satuan", "Satuan"),
            ("OPD", "OPD Pengampu"),
        ],
    )
    def test_two_columns_that_nobody_scores(self, two: tuple[str, str]) -> None:
        rows = (
            (two[0], "Kode", "Realisasi", two[1]),
            ("%", "M-1", 3, None),
            ("%", "M-2", 4, "%"),
        )
        for book in (sheet(Layout(rows)), text_table(rows)):
            found = result(book)
            assert [one.code for one in found.findings if one.code != "F306"] == []
            assert values(found) == [3, 4]

    def test_of_two_columns_of_evidence_the_filled_one_counts(self) -> None:
        rows = (("Kode", "Realisasi", "Bukti", "Data dukung"), ("M-1", 3, None, "SK"), ("M-2", 4))
        answers = result(sheet(Layout(rows))).data.units[0].answers
        assert answers["M-1"].evidence is not None
        assert answers["M-1"].evidence.text == "SK"

    @pytest.mark.parametrize("year", ["2022.0", "2022", 2022.0])
    def test_a_year_with_a_zero_behind_it(self, year: object) -> None:
        rows: Rows = (("Kode", "Realisasi"), ("M-1", 3), ("M-2", 4))
        books = [
            workbook({"Identitas": [("Tahun", year)], "Penilaian": rows}),
            sheet(Layout((("Tahun", year), (), *rows))),
            sheet(Layout((("Tahun", "Kode", "Realisasi"), (year, "M-1", 3), (year, "M-2", 4)))),
            text_table((("Tahun", "Kode", "Realisasi"), (year, "M-1", 3), (year, "M-2", 4))),
            text_table((("unit", "year", "M-1", "M-2"), ("Kota Uji", year, 3, 4))),
        ]
        for book in books:
            found = result(book, hints=UNSAID)
            assert errors(found) == []
            assert [(one.year, values(found)) for one in found.data.units] == [(2022, [3, 4])]

    @pytest.mark.parametrize(
        ("header", "codes"),
        [
            (("Kode", "Realisasi", "OPD.pengampu"), []),
            (("\ufeffKode", "realisasi", "opd_pengampu"), []),
            (("Kode", "Realisasi", "Realisasi.1"), ["F412"]),
        ],
    )
    def test_headers_that_r_or_pandas_wrote(
        self, header: tuple[str, ...], codes: list[str]
    ) -> None:
        found = result(text_table((header, ("\u200bM-1", 3, 1), ("M-2", 4, 1))))
        assert [one.code for one in found.findings if one.code != "F306"] == codes
        assert values(found) == [3, 4]

    @pytest.mark.parametrize(
        "around",
        [
            "\u200b ",
            "\ufeff\xa0\u200b",
            " \u200b\t\ufeff ",
            *filter(str.isspace, map(chr, range(0x20, 0x3001))),
        ],
    )
    def test_blanks_and_unseen_characters_around_a_code_are_none_of_it(self, around: str) -> None:
        code = f"{around}M-1{around[::-1]}"
        found = result(sheet(Layout((("Kode", "Realisasi"), (code, 3), ("M-2", 4)))))
        assert found.findings == ()
        assert values(found) == [3, 4]

    @pytest.mark.parametrize("word", ["persen", "Persen", "percent", "%"])
    def test_percent_is_a_unit_by_any_name(self, word: str) -> None:
        text = MEASURED.replace('unit: "%"', f'unit: "{word}", valid: [0, 100]')
        rows: Rows = (("Kode", "Satuan", "Realisasi"), ("M-1", "%", "30 %"), ("M-2", "persen", 40))
        book = Submission((sheet(Layout(rows)),))
        found = check(book, definition(text), hints=OF_2023)
        assert found.findings == ()
        assert values(found) == [30, 40]


class TestRecordsLongerThanTheirHeader:
    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("Kode,OPD,Realisasi\nM-1,Dinas,27,5\nM-2,Dinas,28\n", ("F454", "D2", "27,5")),
            ("Kode,Realisasi,Ket\nM-1,1,ada\nM-2,27,5,ada\n", ("F454", "D3", "27,5")),
            ("Kode,Realisasi,Ket\nM-1,1,ada\nM-2,27,5,\n", ("F454", "C3", "27,5")),
            ("unit,M-1,M-2\nKota A,3,5,2\nKota B,3,2\n", ("F454", "D2", "3,5")),
            ("Kode,Realisasi,Ket\nM-1,1,surat, foto\nM-2,2,\n", ("F455", "D2", " foto")),
            ("Kode,Realisasi,,\nM-1,1,,\nM-2,27,5,\n", ("F454", "C3", "27,5")),
            ("Kode,Realisasi,Ket,\nM-1,1,ada,\nM-2,27,5,ada\n", ("F454", "D3", "27,5")),
            ("Kode;Realisasi\nM-1;27;5\nM-2;3\n", ("F455", "C2", "5")),
        ],
    )
    def test_are_an_error_naming_line_and_likely_cause(
        self, text: str, finding: tuple[str, str, str]
    ) -> None:
        (found,) = errors(result(csv_table(text)))
        assert (found.code, found.cell, found.value) == finding
        for language in Language:
            assert finding[1][1:] in message_of(found, language)
            assert finding[2] in message_of(found, language)

    def test_are_one_finding_with_a_count(self) -> None:
        rows = "".join(f"Kota {n},{n},5,7\n" for n in range(50))
        (found,) = errors(result(csv_table(f"unit,M-1,M-2\n{rows}")))
        assert found.params["rows"] == 50

    @pytest.mark.parametrize(
        "text",
        [
            "Kode,Realisasi,,,\nM-1,3,,,\nM-2,4,,,\n",
            "Kode,Realisasi,,,\nM-1,3,,dilihat,\nM-2,4,,,\n",
            "Kode,Realisasi,Ket,,\nM-1,3,5,,\nM-2,4,,,\n",
            "Kode,Realisasi\nM-1,3,\nM-2,4,,\n",
            "Kode,Ket,Realisasi,Ket\nM-1,,3\nM-2,,4\n",
            "Kode,Target,Realisasi\nM-1,80,3,\nM-2,90,4,\n",
            "unit,M-1,M-2\nKota A,3,4\nSumber: BPS,,,2023\n",
            'Kode,Realisasi\nM-1,"3,0"\nM-2,4\n',
            "Laporan,2023,Dinas,Uji\nKode,Realisasi\nM-1,3\nM-2,4\n",
        ],
    )
    def test_empty_fields_and_lines_around_the_table_are_no_fault(self, text: str) -> None:
        found = result(csv_table(text))
        assert (errors(found), values(found)) == ([], [3, 4])
