"""Rows that are not what they look like: headings with figures, second tables, statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import pytest

from kediri_index.messages.catalogue import message_of, severity_of
from kediri_index.model.findings import Finding, Severity, unfolded
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import (
    HERE,
    TOP,
    Rows,
    checked,
    codes,
    csv_table,
    definition,
    measured,
    places,
    workbook,
)

TEXT = (
    TOP
    + "groups:\n"
    + "  - id: d\n"
    + "    kind: pillar\n"
    + "    name: Dimensi D\n"
    + "    groups: [{id: p, kind: pillar, name: Pilar P}, {id: q, kind: pillar, name: Pilar Q}]\n"
    + "  - {id: r, kind: pillar, name: Pilar R}\n"
    + "indicators:\n"
    + "".join(
        f"  - {{id: {group.upper()}-{number}, in: {group}, name: Soal {group}{number}}}\n"
        for group in "pqr"
        for number in (1, 2)
    )
)
HEADER = {
    "id": ("No", "Kode", "Indikator", "Nilai asesor"),
    "en": ("No", "Code", "Indicator", "Assessor score"),
}
ANSWERS = {"P-1": 3, "P-2": 2, "Q-1": 1, "Q-2": 4, "R-1": 2, "R-2": 3}
DUE = Fraction(5, 2)
MANY_ROWS = 512


def book(kind: str, rows: Rows, path: str = "isian") -> Workbook:
    """The same rows as a workbook or a text table."""
    if kind == "xlsx":
        return workbook({"Penilaian": rows}, f"{path}.xlsx")
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return csv_table(text.getvalue(), f"{path}.csv")


def scored(*books: Workbook, text: str = TEXT) -> ScoreOutcome:
    return score(Submission(books), definition(text), hints=HERE, allow_errors=True)


def each(findings: Iterable[Finding]) -> list[tuple[str, str | None]]:
    """Each finding as its code and its cell, those of one cause in further cells too."""
    return places(unfolded(findings))


def all_codes(findings: Iterable[Finding]) -> list[str]:
    return [code for code, _ in each(findings)]


def units(outcome: ScoreOutcome) -> Sequence[UnitResult]:
    return outcome.units or ()


def overall(outcome: ScoreOutcome) -> Fraction | None:
    (unit,) = units(outcome)
    return unit.overall.score


def rows_of(answers: Mapping[str, object]) -> list[Sequence[object]]:
    return [
        (number, code, f"Soal {code[0].lower()}{code[-1]}", value)
        for number, (code, value) in enumerate(answers.items(), 1)
    ]


EMPTY = dict.fromkeys(ANSWERS)
KINDS = pytest.mark.parametrize("kind", ["xlsx", "csv"])
LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])


class TestRowsOfGroups:
    @KINDS
    @LANGUAGES
    @pytest.mark.parametrize("figure", [0, 0.0, "", None, 4])
    def test_a_heading_with_a_figure_hides_no_blank_below_it(
        self, kind: str, language: str, figure: object
    ) -> None:
        rows: list[Sequence[object]] = [HEADER[language]]
        for group, name in (("d", "Dimensi D"), ("p", "Pilar P"), ("q", "Pilar Q")):
            rows.append((None, group, name, figure))
        rows += [*rows_of(EMPTY), (None, "r", "Pilar R", figure)]
        found = checked(book(kind, rows), text=TEXT)
        blank = ["C101"] * len(EMPTY)
        assert all_codes(found.findings) == blank
        assert overall(scored(book(kind, rows))) is None

    @KINDS
    @pytest.mark.parametrize("named", ["code", "name"])
    def test_subtotals_that_agree_as_published_change_nothing(self, kind: str, named: str) -> None:
        values: dict[str, object] = dict(ANSWERS) | {"P-1": 3.33}
        rows = [HEADER["id"], *rows_of(values)]
        for group, name, figure in (("d", "Dimensi D", 2.58), ("p", "Pilar P", 2.67)):
            rows.append((None, group if named == "code" else None, name, figure))
        outcome = scored(book(kind, rows))
        assert all_codes(outcome.findings) == []
        assert overall(outcome) == Fraction("15.33") / 6

    @KINDS
    @pytest.mark.parametrize("place", ["above", "below", "twice"])
    def test_a_subtotal_that_disagrees_is_named_and_the_indicators_count(
        self, kind: str, place: str
    ) -> None:
        subtotal = (None, "p", "Pilar P", 3.5)
        above = [subtotal] * (place != "below")
        below = [(None, "p", "Pilar P", 3)] * (place != "above")
        outcome = scored(book(kind, [HEADER["id"], *above, *rows_of(ANSWERS), *below]))
        told = {"above": ["D2"], "below": ["D8"], "twice": ["D2", "D9"]}[place]
        assert each(outcome.findings) == [("S311", cell) for cell in told]
        assert overall(outcome) == DUE
        assert outcome.findings[0].params["computed"] == Fraction(5, 2)

    @pytest.mark.parametrize("figure", ["#DIV/0!", "tiga", 47])
    def test_a_subtotal_that_is_no_score_refuses_no_sheet(self, figure: object) -> None:
        filled = book("xlsx", [HEADER["id"], *rows_of(ANSWERS), (None, "p", None, figure)])
        assert each(scored(filled).findings) == [("S312", "D8")]
        assert overall(scored(filled)) == DUE
        empty = book("xlsx", [HEADER["id"], *rows_of(EMPTY), (None, "p", None, figure)])
        assert set(all_codes(checked(empty, text=TEXT).findings)) == {"C101"}

    def test_indicators_in_another_file_or_on_another_sheet_count_too(self) -> None:
        recap = [HEADER["id"], (1, "p", None, 4), (2, "q", None, 4), (3, "r", None, 4)]
        single = [HEADER["id"], *rows_of(ANSWERS)]
        beside = scored(workbook({"Rekap": recap, "Isian": single}))
        other = scored(book("csv", recap, "rekap"), book("xlsx", single))
        assert [overall(one) for one in (beside, other)] == [DUE, DUE]
        assert [all_codes(one.findings) for one in (beside, other)] == [["S311"] * 3] * 2

    def test_a_group_is_given_where_the_data_have_no_row_below_it(self) -> None:
        rows = [HEADER["id"], (1, "d", None, 4), (2, "R-1", None, 2), (3, "R-2", None, 2)]
        outcome = scored(book("xlsx", rows))
        assert all_codes(outcome.findings) == []
        assert [(one.id, one.given) for one in units(outcome)[0].groups] == [
            ("d", True),
            ("r", False),
        ]

    def test_a_given_pillar_counts_and_the_dimension_above_it_is_compared(self) -> None:
        rows = [HEADER["id"], (1, "d", None, 4), (2, "p", None, 3), (3, "q", None, 2)]
        outcome = scored(book("xlsx", [*rows, (4, "r", None, 1)]))
        assert each(outcome.findings) == [("S301", "D2")]
        blank = scored(book("xlsx", [*rows[:3], (3, "q", None, None), (4, "r", None, 1)]))
        assert each(blank.findings) == [("C101", "D4")]

    def test_a_group_said_not_to_apply_is_an_answer(self) -> None:
        values = dict(ANSWERS) | {"R-1": None, "R-2": None}
        rows = [HEADER["id"], *rows_of(values), (None, "r", "Pilar R", "tidak berlaku")]
        outcome = scored(book("xlsx", rows))
        assert all_codes(outcome.findings) == ["S330"]
        assert overall(outcome) == Fraction(5, 2)

    @pytest.mark.parametrize("complete", [False, True])
    def test_an_agencys_part_below_the_headings_figure(self, *, complete: bool) -> None:
        rows = [HEADER["id"], (None, "p", "Pilar P", 3.5), (1, "P-1", None, 3)]
        found = checked(book("xlsx", rows), text=TEXT, complete=complete)
        assert all_codes(found.findings) == ["S101"] * (3 if complete else 0)

    @KINDS
    def test_a_column_of_a_group_beside_those_of_its_indicators(self, kind: str) -> None:
        rows = [
            ("unit", "d", *ANSWERS, "r"),
            ("Kota A", 2.5, *ANSWERS.values(), 2.5),
            ("Kota B", 4, *ANSWERS.values(), "x"),
            ("Kota C", 4, *[None] * len(ANSWERS), 4),
        ]
        outcome = scored(book(kind, rows))
        blank = [("C101", f"{column}4") for column in "CDEFGH"]
        assert each(outcome.findings) == [("S311", "B3"), ("S312", "I3"), *blank]
        assert [unit.overall.score for unit in units(outcome)] == [DUE, DUE, None]

    def test_a_wide_table_of_groups_above_a_long_one_of_indicators(self) -> None:
        wide = book("csv", [("unit", "d", "r"), ("Kota Uji", 4, 4)], "wilayah")
        long = book("xlsx", [HEADER["id"], *rows_of(ANSWERS)])
        for books in ((wide, long), (long, wide)):
            outcome = scored(*books)
            assert all_codes(outcome.findings) == ["S311", "S311"]
            assert overall(outcome) == DUE

    def test_in_a_table_of_plain_rows_too(self) -> None:
        cities = [f"Kota {number}" for number in range(MANY_ROWS // len(ANSWERS) + 1)]
        rows: list[Sequence[object]] = [("unit", "Kode", "Nilai asesor")]
        for unit in cities:
            rows += [(unit, "p", 4), *((unit, code, value) for code, value in ANSWERS.items())]
        outcome = scored(book("csv", rows))
        assert all_codes(outcome.findings) == ["S311"] * len(cities)
        assert {unit.overall.score for unit in units(outcome)} == {DUE}


STATISTICS = {
    "id": ("Minimum", "Nilai maksimum", "Median", "Simpangan baku", "Standar deviasi", "Terendah"),
    "more": ("Maksimal", "Stand. Dev.", "Target RPJMD 2025", "Q3", "Skor ideal", "Selisih"),
    "en": ("Min", "Max", "Std. Dev.", "N", "90th percentile", "Highest score", "Weight"),
}
SAME = (3, 2, 1, 4, 2, 3)


def of_units(kind: str, *names: str) -> Workbook:
    """A table of units that all have the same values."""
    return book(kind, [("unit", *ANSWERS), *((name, *SAME) for name in names)])


class TestRowsOfAllUnits:
    @KINDS
    @pytest.mark.parametrize("language", list(STATISTICS))
    def test_statistics_are_named_once_and_never_units(self, kind: str, language: str) -> None:
        names = ("Kota A", "Kota B", *STATISTICS[language], "Bobot (%)", "Target 2025", "Rata-rata")
        outcome = scored(of_units(kind, *names))
        assert [unit.unit for unit in units(outcome)] == ["Kota A", "Kota B"]
        assert places(outcome.findings) == [("F445", "A4")]
        rows = outcome.findings[0].params["rows"]
        assert isinstance(rows, tuple)
        assert len(rows) == len(STATISTICS[language]) + 2

    def test_they_are_not_part_of_a_comparison_of_units(self) -> None:
        text = measured("method: min_max")
        rows = [("unit", "M-1"), ("Kota A", 10), ("Kota B", 20), ("Minimum", 0), ("Maksimum", 40)]
        outcome = scored(book("xlsx", rows), text=text)
        assert [unit.overall.score for unit in units(outcome)] == [0, 4]

    @pytest.mark.parametrize(
        ("names", "left_out"),
        [
            (("Kabupaten Pacitan", "Kota Kediri", "Jawa Timur"), {"Jawa Timur"}),
            (("KAB. PACITAN", "KOTA KEDIRI", "PROVINSI JAWA TIMUR"), {"PROVINSI JAWA TIMUR"}),
            (("Pacitan", "Kediri", "JAWA TIMUR", "INDONESIA"), {"JAWA TIMUR", "INDONESIA"}),
            (("Kota Jambi", "Kabupaten Bungo", "Indonesia"), {"Indonesia"}),
            (("Boalemo", "Gorontalo", "Kota Gorontalo", "GORONTALO"), {"GORONTALO"}),
            (("Boalemo", "Gorontalo", "Kota Gorontalo"), set()),
            (("Jawa Timur", "Bali", "Banten", "Indonesia"), {"Indonesia"}),
            (("Provinsi Bali", "Provinsi Banten", "Kota Kediri"), set()),
            (("Norway", "Indonesia", "Malaysia"), set()),
            (("Kabupaten Pacitan", "Kota Kediri", "Prov. Jatim"), {"Prov. Jatim"}),
            (("Kota Kediri", "Kota Batu", "PROVINSI"), {"PROVINSI"}),
            (("Kota Kediri", "Kota Batu", "Capaian Nasional"), {"Capaian Nasional"}),
            (("Jawa Timur",), set()),
            (("Kabupaten Bintan", "Kota Batam", "Kep. Riau"), {"Kep. Riau"}),
            (("Kabupaten Bintan", "Kota Batam", "KEP RIAU"), {"KEP RIAU"}),
            (("Kabupaten Belitung", "Kep. Bangka-Belitung"), {"Kep. Bangka-Belitung"}),
            (("Kabupaten Sleman", "D.I. Yogyakarta"), {"D.I. Yogyakarta"}),
            (("Kabupaten Sleman", "D. I. YOGYAKARTA"), {"D. I. YOGYAKARTA"}),
            (("Kabupaten Sleman", "Yogyakarta"), set()),
            (("Kota Jakarta Pusat", "D.K.I. Jakarta"), {"D.K.I. Jakarta"}),
            (("Kota Jakarta Pusat", "Daerah Khusus Jakarta"), {"Daerah Khusus Jakarta"}),
            (
                ("Kota Jakarta Pusat", "Daerah Khusus Ibukota Jakarta"),
                {"Daerah Khusus Ibukota Jakarta"},
            ),
            (("Kota Mataram", "Kabupaten Bima", "NTB"), {"NTB"}),
            (("NTB", "NTT", "Jawa Timurr"), set()),
            (("Kabupaten Kepulauan Sula", "Kep. Sula"), set()),
        ],
    )
    def test_a_province_is_no_unit_among_its_own_regions(
        self, names: tuple[str, ...], left_out: set[str]
    ) -> None:
        outcome = scored(of_units("csv", *names))
        assert {unit.unit for unit in units(outcome)} == set(names) - left_out
        assert codes(outcome.findings) == ["F445"] * bool(left_out)

    @KINDS
    @pytest.mark.parametrize("name", ["Minimum", "Rata-rata", "Jawa Timur", "Provinsi", "Target"])
    @pytest.mark.parametrize("more", [0, MANY_ROWS])
    def test_in_a_long_table_with_a_column_of_units_too(
        self, kind: str, name: str, more: int
    ) -> None:
        names = ["Kota A", "Kota B", *(f"Kota {n}" for n in range(more // 2)), name]
        header = ("Wilayah", "Kode", "Realisasi")
        rows = [(one, "M-1", 40 if one == name else 10 + at) for at, one in enumerate(names)]
        text = measured("method: min_max")
        with_it = scored(book(kind, [header, *rows, *rows[-1:]][: len(rows) + 1]), text=text)
        without = scored(book(kind, [header, *rows[:-1]]), text=text)
        assert units(with_it) == units(without)
        assert each(with_it.findings) == [("F445", f"A{len(rows) + 1}"), *each(without.findings)]

    def test_every_place_of_a_name_is_named(self) -> None:
        rows: list[tuple[object, ...]] = [("unit", "year", *ANSWERS)]
        for year in range(2018, 2023):
            rows += [("Kota A", year, *SAME), ("Minimum", year, *SAME)]
            rows += [("Median", year, *SAME)] * (year < 2020)
        finding = scored(book("xlsx", rows)).findings[0]
        assert finding.params["rows"] == ("Minimum (A3 … A13, 5 ×)", "Median (A4, A7)")

    @KINDS
    @pytest.mark.parametrize("label", ["Jumlah", "Rata2", "Minimum", "Simpangan baku"])
    def test_a_label_before_the_column_of_units_is_none_of_them(
        self, kind: str, label: str
    ) -> None:
        rows = [("No", "unit", *ANSWERS), (1, "Kota A", *SAME), (label, "", *SAME)]
        outcome = scored(book(kind, rows))
        assert [unit.unit for unit in units(outcome)] == ["Kota A"]
        found = [("F445", "A3")] if label in STATISTICS["id"] else []
        assert each(outcome.findings) == found

    @pytest.mark.parametrize("is_wide", [True, False])
    @pytest.mark.parametrize("name", ["RS Total Husada", "Rerata Jaya"])
    def test_a_name_with_the_word_for_a_total_is_named_or_asked_for(
        self, name: str, *, is_wide: bool
    ) -> None:
        names = (name, "RS Lain", "RS Dua")
        rows = [(one, *pair) for one in names for pair in ANSWERS.items()]
        long = book("csv", [("unit", "Kode", "Nilai asesor"), *rows])
        table = of_units("csv", *names) if is_wide else long
        outcome = scored(table)
        assert {unit.unit for unit in units(outcome)} == {"RS Lain", "RS Dua"}
        assert places(outcome.findings) == [("F445", "A2")]
        asked = score(Submission((table,)), definition(TEXT), hints=Hints(unit=name))
        assert name in {unit.unit for unit in units(asked)}
        assert "F445" not in codes(asked.findings)

    def test_what_the_user_or_the_definition_names_is_a_unit(self) -> None:
        table = of_units("csv", "Kota Kediri", "Jawa Timur")
        asked = score(Submission((table,)), definition(TEXT), hints=Hints(unit="Jawa Timur"))
        assert [unit.unit for unit in units(asked)] == ["Jawa Timur", "Kota Kediri"]
        rows = [("unit", "M-1"), ("Kota A", 10), ("Kota B", 20), ("Indonesia", 40)]
        text = measured("method: distance_to_reference, unit: Indonesia")
        assert len(units(scored(book("csv", rows), text=text))) == 3


ROWS = rows_of(ANSWERS)
WEIGHTS = {
    "id": ("No", "Kode", "Indikator", "Bobot"),
    "en": ("No", "Code", "Indicator", "Weight"),
}
LAST_YEAR = {"id": ("Tahun 2021", "Nilai tahun lalu"), "en": ("Year 2021", "Last year's scores")}
NUMBERED = {code: 10 * number for number, code in enumerate(ANSWERS, 1)}


class TestSecondTables:
    @KINDS
    @LANGUAGES
    def test_weights_below_are_not_scores(self, kind: str, language: str) -> None:
        blank = rows_of({**ANSWERS, "P-1": None})
        below = [WEIGHTS[language], *rows_of(NUMBERED)]
        outcome = scored(book(kind, [HEADER[language], *blank, ("", "", "", ""), *below]))
        assert each(outcome.findings) == [("C101", "D2"), ("F446", "A9")]

    @KINDS
    @LANGUAGES
    @pytest.mark.parametrize("title", [0, 1])
    def test_last_years_table_is_not_read(self, kind: str, language: str, title: int) -> None:
        below = [
            (LAST_YEAR[language][title],),
            HEADER[language],
            *rows_of(dict.fromkeys(ANSWERS, 1)),
        ]
        outcome = scored(book(kind, [HEADER[language], *ROWS, ("",), *below]))
        assert each(outcome.findings) == [("F446", "A10")]
        assert outcome.findings[0].params["other"] == "A1"
        assert overall(outcome) == DUE

    def test_a_title_that_says_this_year_or_cites_a_regulation_divides_nothing(self) -> None:
        for title in ("Pilar Q Tahun 2022", "Pilar Q (Perwali Nomor 5 Tahun 2021)", "Pilar Q"):
            blocks = [HEADER["id"], *ROWS[:2], (), (title,), HEADER["id"], *ROWS[2:]]
            outcome = scored(book("xlsx", blocks))
            assert codes(outcome.findings) == []
            assert overall(outcome) == DUE

    def test_another_year_that_has_further_indicators_is_an_error_that_names_both(self) -> None:
        blocks = [HEADER["id"], *ROWS[:2], (), ("Tahun 2021",), HEADER["id"], *ROWS[2:]]
        outcome = scored(book("xlsx", blocks))
        finding = next(one for one in outcome.findings if one.code == "F447")
        assert (finding.cell, finding.value, finding.params["other"]) == ("A6", "Tahun 2021", "A1")

    def test_unknown_words_for_values_with_further_indicators_are_an_error(self) -> None:
        blocks = [HEADER["id"], *ROWS[:2], (), ("No", "Kode", "Indikator", "Poin"), *ROWS[2:]]
        assert ("F404", "A5") in each(scored(book("xlsx", blocks)).findings)
        repeated = [HEADER["id"], *ROWS, (), ("No", "Kode", "Indikator", "Poin"), *ROWS[2:]]
        assert each(scored(book("xlsx", repeated)).findings) == [("F446", "A9")]

    def test_a_recap_in_other_columns_below_is_named_once(self) -> None:
        recap = [("Rekapitulasi",), ("No", "Pilar", "Nilai asesor"), (1, "Pilar P", 2.5)]
        shuffled = [("Nilai asesor", "Kode"), *((row[3], row[1]) for row in ROWS)]
        outcome = scored(book("xlsx", [*shuffled, (), *recap, (2, "Pilar Q", 2.5)]))
        assert each(outcome.findings) == [("F446", "A10")]
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("header", ["Nilai asesor", "Nilai mandiri", "Rata-rata"])
    def test_a_recap_of_groups_below_a_table_without_codes(self, kind: str, header: str) -> None:
        rows = [("No", "Indikator", "Nilai asesor"), *((row[0], *row[2:]) for row in ROWS)]
        recap = [(1, "Pilar P", 2.5), (2, "Pilar Q", 2.5), (3, "Pilar R", 2.5)]
        below = [("Rekapitulasi", "", ""), ("No", "Pilar", header), *recap]
        outcome = scored(book(kind, [*rows, ("", "", ""), *below]))
        assert each(outcome.findings) == [("F446", "A10")]
        assert outcome.findings[0].value == "Rekapitulasi"
        assert overall(outcome) == DUE
        untitled = scored(book(kind, [*rows, ("", "", ""), *below[1:]]))
        assert [one.value for one in untitled.findings] == ["Pilar"]

    @KINDS
    def test_a_recap_with_codes_in_other_columns(self, kind: str) -> None:
        rows = [("No", "Indikator", "Nilai asesor"), *((row[0], *row[2:]) for row in ROWS)]
        recap = [("Kode", "Pilar", "Nilai asesor"), ("p", "Pilar P", 2.5), ("r", "Pilar R", 2.5)]
        outcome = scored(book(kind, [*rows, ("", "", ""), *recap]))
        assert codes(outcome.findings) == ["F446"]
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("title", ["Rekap", "Lanjutan"])
    def test_the_title_of_a_further_part_is_no_row(self, kind: str, title: str) -> None:
        codes_first = [(row[1], row[2], row[3]) for row in ROWS]
        header = HEADER["id"][1:]
        rows = [header, *codes_first[:3], ("", "", ""), (title,), header, *codes_first[3:]]
        outcome = scored(book(kind, [*rows, ("d", "Dimensi D", 2.5)]))
        assert codes(outcome.findings) == []
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("year", [None, 2022])
    @pytest.mark.parametrize("other", [HEADER["id"], ("Kode", "Indikator", "Nilai asesor")])
    def test_last_years_table_above_is_an_error_that_names_both(
        self, kind: str, year: int | None, other: Sequence[str]
    ) -> None:
        old = [("Tahun 2021",), HEADER["id"], *rows_of(dict.fromkeys(ANSWERS, 1)), ("",)]
        rows = ROWS if other == HEADER["id"] else [row[1:] for row in ROWS]
        sheet = book(kind, [*old, ("Tahun 2022",), other, *rows])
        hints = Hints(unit="Kota Uji", year=year)
        outcome = score(Submission((sheet,)), definition(TEXT), hints=hints, allow_errors=True)
        finding = next(one for one in outcome.findings if one.code in {"F404", "F447"})
        assert (finding.cell, finding.params["other"]) == ("A11", "A2")

    def test_the_first_table_goes_on_below_another(self) -> None:
        between = [(), WEIGHTS["id"], *rows_of(NUMBERED)[:2], ()]
        outcome = scored(book("xlsx", [HEADER["id"], *ROWS[:2], *between, HEADER["id"], *ROWS[2:]]))
        assert codes(outcome.findings) == ["F446"]
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("title", ["Tahun 2021", "Bobot", "Last year"])
    def test_below_a_table_of_units_too(self, kind: str, title: str) -> None:
        names = ("unit", *ANSWERS)
        empty = [""] * len(names)
        rows = [
            names,
            ("Kota A", *SAME),
            empty,
            (title, *empty[1:]),
            names,
            ("Kota A", *SAME[::-1]),
        ]
        outcome = scored(book(kind, rows))
        assert codes(outcome.findings) == ["F446"]
        assert [unit.overall.score for unit in units(outcome)] == [DUE]

    @KINDS
    @pytest.mark.parametrize("number", [(), ("No",)])
    @pytest.mark.parametrize(
        "header", [("Kode", "Bobot"), ("Variabel", "Weight"), ("Kode", "Nama"), ("Bobot",), ()]
    )
    def test_a_list_of_indicators_below_units_is_not_units(
        self, kind: str, number: tuple[str, ...], header: tuple[str, ...]
    ) -> None:
        names = (*number, "unit", "year", *ANSWERS)
        row = (*(1 for _ in number), "Kota A", 2022, *SAME)
        wide = [names, row, [""] * len(names), header, *((code, 1) for code in ANSWERS)]
        outcome = scored(book(kind, [[*one, *[""] * (len(names) - len(one))] for one in wide]))
        assert each(outcome.findings) == [("F446", "A4" if header else "A5")]
        assert [unit.overall.score for unit in units(outcome)] == [DUE]

    def test_units_may_be_called_as_indicators_are(self) -> None:
        outcome = scored(of_units("xlsx", "P-1", "P-2"))
        assert codes(outcome.findings) == []
        assert [unit.unit for unit in units(outcome)] == ["P-1", "P-2"]

    def test_a_table_of_units_in_blocks_is_one(self) -> None:
        names = ("unit", *ANSWERS)
        rows = [names, ("Kota A", *SAME), (), ("Bakorwil II",), names, ("Kota B", *SAME)]
        outcome = scored(book("xlsx", rows))
        assert codes(outcome.findings) == []
        assert [unit.unit for unit in units(outcome)] == ["Kota A", "Kota B"]


SIGNED = [
    (None, None, None, "Kediri, 5 Mei 2023"),
    (None, None, None, "Kepala Dinas"),
    (None, None, None, "Budi Santoso"),
    (None, None, None, "197001011995031001"),
]


class TestNormalRows:
    @KINDS
    @LANGUAGES
    @pytest.mark.parametrize(
        "numbers",
        [
            (1, 2, 3, 4),
            ("(1)", "(2)", "(3)", "(4)"),
            ("a", "b", "c", "d"),
            ("I", "II", "III", "IV"),
        ],
    )
    def test_a_line_that_numbers_the_columns(
        self, kind: str, language: str, numbers: tuple[object, ...]
    ) -> None:
        header = HEADER[language]
        rows = [header, numbers, *ROWS[:3], header, numbers, *ROWS[3:]]
        outcome = scored(book(kind, rows))
        assert codes(outcome.findings) == []
        assert overall(outcome) == DUE

    def test_a_line_that_numbers_the_columns_by_formulas(self) -> None:
        rows = [HEADER["id"], (1, "=A2+1", "=B2+1", "4=3"), *ROWS]
        assert codes(scored(book("xlsx", rows)).findings) == []

    @KINDS
    @LANGUAGES
    @pytest.mark.parametrize(
        ("at", "row"),
        [
            (0, (None, "A", "Tata kelola", None)),
            (0, ("A.", None, "Dimensi D", None)),
            (2, (None, "II", "Pilar Q", None)),
            (2, (None, "2.", "Lain-lain", None)),
            (2, ("B", "Pilar Q", None, 2.5)),
            (6, ("Sumber: BPS", None, None, None)),
            (6, (None, "Sumber", "BPS", 2022)),
            (6, (None, "Catatan:", "angka sementara", None)),
            (6, (None, "X-1", "kode yang lama", None)),
            (6, ("Jumlah", None, None, 15)),
            (6, (None, "Rata-rata", None, 2.5)),
            (6, ("Mengetahui,", None, None, "Kepala Dinas")),
        ],
    )
    def test_headings_totals_and_lines_below(
        self, kind: str, language: str, at: int, row: tuple[object, ...]
    ) -> None:
        rows = [HEADER[language], *ROWS[:at], row, *ROWS[at:]]
        outcome = scored(book(kind, rows))
        assert codes(outcome.findings) == []
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("label", [("Jumlah", ""), ("", "Jumlah")])
    def test_totals_with_their_label_to_the_right(self, kind: str, label: Sequence[str]) -> None:
        rows = [(value, name, number) for number, _, name, value in ROWS]
        total = (15, *label)
        outcome = scored(book(kind, [("Nilai asesor", "Indikator", "No"), *rows, total]))
        assert codes(outcome.findings) == []
        assert overall(outcome) == DUE
        wrong = scored(book(kind, [("Nilai asesor", "Indikator", "No"), *rows, (16, *label)]))
        assert codes(wrong.findings) == ["X322"]

    @KINDS
    def test_a_signature(self, kind: str) -> None:
        rows = [HEADER["id"], *ROWS, [None] * 4, *SIGNED]
        assert codes(scored(book(kind, rows)).findings) == []
        names = ("unit", *ANSWERS)
        of_all = [names, ("Kota A", *SAME), *([*row, None, None, None] for row in SIGNED)]
        assert codes(scored(book(kind, of_all)).findings) == []

    def test_a_heading_of_a_letter_with_a_groups_name_is_compared(self) -> None:
        rows = [HEADER["id"], (None, "A", "Pilar P", 4), *ROWS]
        outcome = scored(book("xlsx", rows))
        assert each(outcome.findings) == [("S311", "D2")]
        other = scored(book("xlsx", [HEADER["id"], (None, "A", "Tata kelola", 4), *ROWS]))
        assert each(other.findings) == [("F434", "D2")]
        assert [overall(one) for one in (outcome, other)] == [DUE, DUE]

    @KINDS
    @pytest.mark.parametrize(
        "text", ["A. Pilar P", "I) PILAR P", "1.2. Pilar P", "Pilar 1: Pilar P", "Aspek Pilar P"]
    )
    @pytest.mark.parametrize("coded", [False, True])
    def test_a_heading_with_a_mark_before_a_groups_name_is_that_groups(
        self, kind: str, text: str, *, coded: bool
    ) -> None:
        for figure, told in ((2.5, []), (4, [("S311", "D2")])):
            row = (None, text if coded else None, None if coded else text, figure)
            outcome = scored(book(kind, [HEADER["id"], row, *ROWS]))
            assert each(outcome.findings) == told
            assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("text", ["Indeks", "NILAI INDEKS", "Nilai akhir", "Skor keseluruhan"])
    @pytest.mark.parametrize("at", [1, 2])
    def test_the_index_itself_below_is_named_and_refuses_no_sheet(
        self, kind: str, text: str, at: int
    ) -> None:
        row: list[object] = [None, None, None, 2.5]
        row[at] = text
        outcome = scored(book(kind, [HEADER["id"], *ROWS, row]))
        assert each(outcome.findings) == [("F434", "D8")]
        assert overall(outcome) == DUE

    @KINDS
    @pytest.mark.parametrize("mark", ["A", "II.", None])
    def test_headings_of_any_name_in_a_table_without_codes(
        self, kind: str, mark: str | None
    ) -> None:
        rows: list[Sequence[object]] = [(row[0], *row[2:]) for row in ROWS]
        headed = [(mark, "Bidang satu", None), *rows[:3], (mark, "Bidang dua", None), *rows[3:]]
        outcome = scored(book(kind, [("No", "Indikator", "Nilai asesor"), *headed]))
        assert codes(outcome.findings) == []
        assert overall(outcome) == DUE
        misspelt = [*rows[:5], (6, "Soal er dua", None)]
        told = scored(book(kind, [("No", "Indikator", "Nilai asesor"), *misspelt]))
        assert "S101" in codes(told.findings)

    def test_a_figure_with_another_label_is_named_and_refuses_no_sheet(self) -> None:
        rows = [HEADER["id"], *ROWS, ("Indeks SPBE", None, None, 2.5)]
        assert each(scored(book("xlsx", rows)).findings) == [("F434", "D8")]

    def test_a_misspelt_code_with_a_value_is_an_error_wherever_it_stands(self) -> None:
        for at in (0, 3, 6):
            rows = [HEADER["id"], *ROWS[:at], (None, "P-9", None, 3), *ROWS[at:]]
            assert each(scored(book("xlsx", rows)).findings) == [("X301", f"B{at + 2}")]

    def test_headings_between_units(self) -> None:
        rows = [
            ("unit", *ANSWERS),
            ("Kabupaten",),
            ("Pacitan", *SAME),
            ("Kota",),
            ("Kediri", *SAME),
        ]
        notes = [("Sumber: BPS",), ("*) Rata-rata Dua Tahun",), ("Jumlah Penduduk: BPS",)]
        outcome = scored(book("xlsx", [*rows, *notes]))
        assert codes(outcome.findings) == []
        assert [unit.unit for unit in units(outcome)] == ["Kediri", "Pacitan"]

    @KINDS
    @pytest.mark.parametrize(
        ("lines", "found"),
        [
            (["1) angka sementara", "¹ angka diperbaiki", "x = direvisi"], []),
            (["Catatan metodologi", "1. Skala 0-4", "Dicetak 3 Januari 2023"], []),
            (["Data diolah dari laporan kinerja", "Skala 0-4"], [("F445", "A4")]),
        ],
    )
    def test_lines_below_units(
        self, kind: str, lines: Sequence[str], found: list[tuple[str, str]]
    ) -> None:
        names = ("unit", *ANSWERS)
        below = [(line, *[""] * len(ANSWERS)) for line in lines]
        outcome = scored(book(kind, [names, ("Kota A", *SAME), ("Kota B", *SAME), *below]))
        assert each(outcome.findings) == found
        assert [unit.unit for unit in units(outcome)] == ["Kota A", "Kota B"]

    def test_a_unit_without_values_below_the_others_is_missing(self) -> None:
        for name in ("Kota B", "Siau Tagulandang Biaro", "Republik Demokratik Kongo"):
            rows = [("unit", *ANSWERS), ("Kota A", *SAME), (name, *[None] * len(ANSWERS))]
            assert {"C101"} == set(codes(scored(book("xlsx", rows)).findings))


class TestAColumnBesideNumberedAssessors:
    WORDS: Mapping[str, str] = {"id": "Nilai asesor", "en": "Assessor score"}

    def table(self, language: str, *rows: tuple[object, ...]) -> Rows:
        word = self.WORDS[language]
        code = HEADER[language][1]
        return ((code, f"{word} 1", f"{word} 2", word), *rows)

    @KINDS
    @LANGUAGES
    def test_that_is_not_their_mean_is_a_warning_with_a_count(
        self, kind: str, language: str
    ) -> None:
        rows = self.table(language, ("P-1", 3, 2, 2.5), ("P-2", 4, 2, 1), ("Q-1", 3, 3, 4))
        (finding,) = checked(book(kind, rows), text=TEXT).findings
        assert (finding.code, finding.cell, finding.params["count"]) == ("C159", "D3", 2)
        assert severity_of(finding) is Severity.WARNING
        for shown in Language:
            assert f"{self.WORDS[language]}" in message_of(finding, shown)
            assert "B, C" in message_of(finding, shown)

    @KINDS
    @LANGUAGES
    @pytest.mark.parametrize("mean", [3.67, "3,67", 3.7, 3.6666667, None, "n/a", True])
    def test_that_is_their_mean_as_rounded_is_only_noted(
        self, kind: str, language: str, mean: object
    ) -> None:
        code, one, two, word = self.table(language)[0]
        rows = (
            (code, one, two, f"{word} 3", word),
            ("P-1", 4, 4, 3, mean),
            ("P-2", 3, 3, 3, 3),
            ("p", "", "", "", 1),
            ("Rata-rata", 3.5, 3.5, 3, 3.3),
        )
        found = checked(book(kind, rows), text=TEXT)
        assert {"F419"} <= set(codes(found.findings))
        assert "C159" not in codes(found.findings)

    @pytest.mark.parametrize(
        ("scores", "plain", "code"),
        [
            (("1.234", "2.234"), "1.734", "F419"),
            (("1.234", "2.234"), "1734", "F419"),
            (("1.234", "2.234"), "1117.617", "C159"),
            (("1.500", "2,5"), "2,0", "F419"),
        ],
    )
    def test_has_the_decimal_mark_of_its_row(
        self, scores: tuple[str, ...], plain: str, code: str
    ) -> None:
        rows = self.table("id", ("P-1", *scores, plain))
        found = places(checked(book("csv", rows), text=TEXT).findings)
        assert {one for one, _ in found} & {"F419", "C159"} == {code}

    @KINDS
    @pytest.mark.parametrize("dash", "-\N{EN DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}")
    def test_is_compared_where_the_code_has_another_dash_too(self, kind: str, dash: str) -> None:
        rows = self.table("id", (f"P{dash}1", 3, 2, 1), ("P-2", 4, 2, 3))
        found = places(checked(book(kind, rows), text=TEXT).findings)
        assert [one for one in found if one[0] in {"F419", "C159"}] == [("C159", "D2")]

    @KINDS
    @pytest.mark.parametrize("count", [3, MANY_ROWS + 1])
    def test_nor_a_title_of_another_year_is_overlooked_in_a_long_sheet(
        self, kind: str, count: int
    ) -> None:
        header, *_ = self.table("id")
        rows = [(f"Kota {n}", "P-1", 3, 2, 2.5 if n else 4) for n in range(count)]
        sheet = [("Penilaian tahun 2021",), (), ("Wilayah", *header), *rows]
        found = checked(book(kind, sheet), text=TEXT).findings
        said = [one for one in places(found) if one[0] in {"C159", "F448"}]
        assert said == [("F448", "A1"), ("C159", "E4")]
