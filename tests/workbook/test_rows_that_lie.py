"""Rows that are not what they look like: headings with figures, second tables, statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import pytest

from kediri_index.api.read import Submission
from kediri_index.api.score import score
from kediri_index.model.findings import Finding
from kediri_index.model.folding import unfolded
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.results import UnitResult
from kediri_index.model.workbook import Workbook
from kediri_index.workbook.assemble import FEWEST_PLAIN_ROWS
from tests.findings.building import (
    HERE,
    TOP,
    Rows,
    checked,
    csv_table,
    definition,
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
        assert all_codes(outcome.findings) == []
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
        cities = [f"Kota {number}" for number in range(FEWEST_PLAIN_ROWS // len(ANSWERS) + 1)]
        rows: list[Sequence[object]] = [("unit", "Kode", "Nilai asesor")]
        for unit in cities:
            rows += [(unit, "p", 4), *((unit, code, value) for code, value in ANSWERS.items())]
        outcome = scored(book("csv", rows))
        assert all_codes(outcome.findings) == ["S311"] * len(cities)
        assert {unit.overall.score for unit in units(outcome)} == {DUE}
