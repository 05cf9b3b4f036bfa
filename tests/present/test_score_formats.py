"""One outcome in every format: the same figures, each in the format's own way."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from kediri_index.model.language import Language
from kediri_index.model.profile import Opd, Profile
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.commands.score import ScorePresentation
from kediri_index.present.commands.score_csv import AT_THE_END, HEADER
from kediri_index.present.wording import kind_tables
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import csv_table, definition, long_sheet
from tests.present.screens import drawn
from tests.scores_as_text import score_csv, score_json, score_md

TEXT = """\
kediri_index: 1
id: uji
version: "3"
status: own
title: Indeks uji
title_en: Test index
scale: {min: 0, max: 4}
publish: {decimals: 2, round: [overall]}
missing: {answers: exclude}
classes: [{name: Rendah, name_en: Low, below: 3}, {name: Tinggi, name_en: High}]
kinds:
  dimension: {name: Dimensi, name_en: Dimension}
  pillar: {name: Pilar, name_en: Pillar}
  sub: {name: Subpilar, name_en: Sub-pillar}
tags: {theme: {name: Tema}}
groups:
  - id: a
    kind: dimension
    weight: 3
    name: Bagian A
    name_en: Part A
    groups:
      - id: b
        kind: pillar
        name: Pilar B
        groups: [{id: c, kind: sub, name: Sub C}]
  - {id: d, kind: dimension, weight: 1, name: Bagian D, name_en: Part D}
indicators:
  - {id: C-1, in: c, name: Satu, name_en: One, tags: {theme: x}}
  - {id: C-2, in: c, name: Dua, name_en: Two}
"""
ALL = ("Wilayah", "Tahun", "Kode", "Nilai mandiri", "Nilai asesor")
ROWS = (
    ("Kota Uji", 2022, "C-1", 4, 3),
    ("Kota Uji", 2022, "C-2", None, None),
    ("Kota Uji", 2022, "d", 4, 2),
)
PROFILE = Profile(
    unit="Kota Uji",
    opd=(Opd("dinkes", "Dinas Kesehatan"),),
    assign={"dinkes": ("C-*",)},
    targets={2022: Fraction(3)},
    history={2021: Fraction("3.06")},
)


def outcome(*rows: tuple[object, ...], allow_errors: bool = False) -> ScoreOutcome:
    book = long_sheet(ALL, *(rows or ROWS))
    return score(Submission((book,)), definition(TEXT), PROFILE, allow_errors=allow_errors)


def several() -> ScoreOutcome:
    text = "unit,year,C-1,C-2,d\nKota A,2022,3,3,3\n=Kota|B,2022,4,4,4\nKota A,2021,1,1,1\n"
    return score(Submission((csv_table(text),)), definition(TEXT))


def as_json(result: ScoreOutcome, *, detail: bool = False) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(score_json(result, Language.ID, detail=detail))


def as_table(
    result: ScoreOutcome, language: Language = Language.ID, *, detail: bool = False
) -> list[str]:
    return [
        line.strip()
        for line in drawn(ScorePresentation(language, result, detail), 110).splitlines()
    ]


class TestJson:
    """The envelope that scripts rely on."""

    def test_the_envelope_has_its_keys_in_order(self) -> None:
        document = as_json(outcome())
        assert list(document) == ["schema", "tool", "definition", "inputs", "result", "findings"]
        assert document["schema"] == "kediri-index/score/1"
        assert list(document["tool"]) == ["name", "version"]
        assert list(document["definition"]) == ["id", "version", "status", "sha256", "path"]
        assert list(document["inputs"][0]) == [
            "path",
            "sha256",
            "layout",
            "sheet",
            "opd",
            "revision",
            "superseded_by",
        ]

    @pytest.mark.parametrize(
        ("place", "keys"),
        [
            ((), "unit year value overall groups views indicators"),
            (
                ("overall",),
                (
                    "score published class rank target gap previous change previous_basis "
                    "completeness answered expected range_if_missing self assessor"
                ),
            ),
            (
                ("groups", 0),
                (
                    "id kind name score published weight effective_weight given completeness "
                    "answered expected class groups"
                ),
            ),
            (
                ("views", "opd", 0),
                "id name score answered expected completeness contribution",
            ),
            (
                ("indicators", 0),
                "id score raw self assessor sources effective_weight missing",
            ),
        ],
    )
    def test_a_unit_has_all_promised_keys(self, place: tuple[str | int, ...], keys: str) -> None:
        found = as_json(outcome())["result"]["units"][0]
        for step in place:
            found = found[step]
        assert set(keys.split()) <= set(found)

    def test_scores_are_exact_and_published_figures_are_texts(self) -> None:
        overall = as_json(outcome())["result"]["units"][0]["overall"]
        assert (overall["score"], overall["published"], overall["class"]) == (
            2.75,
            "2.75",
            "Rendah",
        )
        assert (overall["target"], overall["gap"]) == (3, -0.25)
        assert (overall["previous"], overall["change"]) == (3.06, -0.31)
        assert overall["previous_basis"] == "published"
        assert (overall["answered"], overall["expected"]) == (2, 3)
        assert overall["self"] == {"score": 4.0, "published": "4.00", "answered": 2}
        assert overall["range_if_missing"]["low"]["score"] == 1.625
        assert overall["range_if_missing"]["high"]["score"] == 3.125

    def test_effective_weights_of_the_leaves_that_count_add_up_to_1(self) -> None:
        (unit,) = as_json(outcome())["result"]["units"]
        given = [group["effective_weight"] for group in groups(unit) if group["given"]]
        leaves = [one["effective_weight"] for one in unit["indicators"]]
        assert given == [0.25]
        assert leaves == [0.75, 0]
        assert sum([*given, *leaves]) == 1

    def test_an_empty_answer_is_null_and_says_why(self) -> None:
        second = as_json(outcome())["result"]["units"][0]["indicators"][1]
        assert (second["id"], second["score"], second["published"]) == ("C-2", None, None)
        assert second["missing"] == "not_collected"

    def test_a_source_is_a_file_a_sheet_and_a_cell(self) -> None:
        first = as_json(outcome())["result"]["units"][0]["indicators"][0]
        assert first["sources"] == [{"file": "isian.xlsx", "sheet": "Penilaian", "cell": "E2"}]
        assert (first["raw"], first["self"], first["assessor"]) == ("3", 4.0, 3.0)

    def test_several_units_leave_indicators_out_unless_asked_for(self) -> None:
        units = as_json(several())["result"]["units"]
        assert [unit["overall"]["rank"] for unit in units] == [1, None, 2]
        assert all("indicators" not in unit for unit in units)
        detailed = as_json(several(), detail=True)["result"]["units"]
        assert all(len(unit["indicators"]) == 2 for unit in detailed)

    def test_a_refused_score_has_a_null_result_and_a_partial_one_says_so(self) -> None:
        wrong = (("Kota Uji", 2022, "C-1", None, 9), *ROWS[1:])
        document = as_json(outcome(*wrong))
        assert document["result"] is None
        assert "partial" not in document
        document = as_json(outcome(*wrong, allow_errors=True))
        assert document["partial"] is True
        assert document["result"] is not None


def groups(unit: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever JSON holds
    """Every group of a unit, parents first."""
    stack = list(unit["groups"])
    while stack:
        group = stack.pop(0)
        yield group
        stack[:0] = group["groups"]


class TestCsv:
    """One row a node, for programs."""

    def test_every_node_has_a_row_with_its_path(self) -> None:
        rows = list(csv.DictReader(io.StringIO(score_csv(outcome()))))
        assert tuple(rows[0]) == (*HEADER, *AT_THE_END)
        assert [(row["path"], row["id"], row["kind"]) for row in rows] == [
            ("overall", "overall", "overall"),
            ("a", "a", "dimension"),
            ("a/b", "b", "pillar"),
            ("a/b/c", "c", "sub"),
            ("a/b/c/C-1", "C-1", "indicator"),
            ("a/b/c/C-2", "C-2", "indicator"),
            ("d", "d", "dimension"),
        ]
        assert {(row["unit"], row["year"]) for row in rows} == {("Kota Uji", "2022")}

    def test_figures_have_points_and_what_is_not_there_is_empty(self) -> None:
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(score_csv(outcome())))}
        assert rows["overall"]["score"] == "2.75"
        assert rows["overall"]["published"] == "2.75"
        assert (rows["C-2"]["score"], rows["C-2"]["published"]) == ("", "")
        assert (rows["C-1"]["completeness"], rows["C-2"]["completeness"]) == ("1", "0")
        assert rows["a"]["completeness"] == "0.5"

    def test_a_unit_that_looks_like_a_formula_is_quoted(self) -> None:
        rows = list(csv.DictReader(io.StringIO(score_csv(several()))))
        assert {row["unit"] for row in rows} == {"Kota A", "'=Kota|B"}

    def test_classes_and_ranks_stand_at_the_end(self) -> None:
        rows = list(csv.DictReader(io.StringIO(score_csv(several()))))
        assert [(one["unit"], one["year"], one["rank"]) for one in rows if one["rank"]] == [
            ("'=Kota|B", "2022", "1"),
            ("Kota A", "2022", "2"),
        ]
        assert {(one["kind"] == "indicator", one["score"], one["class"]) for one in rows} == {
            (False, "1", "Rendah"),
            (False, "3", "Tinggi"),
            (False, "4", "Tinggi"),
            (True, "1", ""),
            (True, "3", ""),
            (True, "4", ""),
        }
        partial = score_csv(outcome(("Kota Uji", 2022, "C-1", None, 9), allow_errors=True))
        assert partial.splitlines()[0].endswith(",completeness,partial,class,rank")

    def test_a_refused_score_is_its_header_alone(self) -> None:
        refused = outcome(("Kota Uji", 2022, "C-1", None, 9))
        assert score_csv(refused) == ",".join((*HEADER, *AT_THE_END)) + "\n"


class TestMarkdown:
    """Tables for pages and pull requests."""

    def test_a_unit_is_a_section_with_a_table_a_kind(self) -> None:
        text = score_md(outcome(), Language.ID, detail=False)
        lines = text.splitlines()
        assert lines[0] == "**Tanpa temuan.**"
        assert lines[2] == "## Kota Uji · 2022"
        assert lines[4] == "Indeks uji, versi 3, milik sendiri"
        assert lines[6].startswith("**2,75** · ▼ -0,31 dari 2021")
        assert "| Bagian A | 75 % | **3,00** | 2,25 | 1 dari 2 isian |" in lines
        assert "Tidak dihitung: C-2 (belum diisi)" in lines
        assert text.endswith("\n")
        assert "Sub C" not in text

    def test_detail_shows_every_level_and_every_indicator(self) -> None:
        text = score_md(outcome(), Language.EN, detail=True)
        assert "Sub C" in text
        assert "| C-1 |" in text
        assert "One" in text

    def test_several_units_stand_in_one_table_first_best_first_within_a_year(self) -> None:
        lines = score_md(several(), Language.EN, detail=False).splitlines()
        assert [line for line in lines if line.startswith("|")] == [
            "| Rank | Unit | Year | Overall | Class | Part A | Part D |",
            "| ---: | --- | --- | ---: | --- | ---: | ---: |",
            "| – | Kota A | 2021 | 1.00 | Low | 1.00 | 1.00 |",
            r"| 1 | =Kota\|B | 2022 | 4.00 | High | 4.00 | 4.00 |",
            "| 2 | Kota A | 2022 | 3.00 | High | 3.00 | 3.00 |",
        ]
        assert [line for line in lines if line.startswith("## ")] == ["## 3 units"]
        detailed = score_md(several(), Language.EN, detail=True).splitlines()
        assert sum(line.startswith("## ") for line in detailed) == 4
        outcome = several()
        assert isinstance(outcome.units, Scores)
        places = [at for at, unit in enumerate(outcome.units) if unit.year == 2022]
        later = outcome._replace(units=outcome.units.only(places))
        of_a_year = score_md(later, Language.EN, detail=False).splitlines()
        assert "## 2 units · 2022" in of_a_year
        assert "| Rank | Unit | Overall | Class | Part A | Part D |" in of_a_year

    def test_a_name_does_not_break_the_table_or_the_heading(self) -> None:
        text = score_md(several(), Language.ID, detail=True)
        assert r"## =Kota\|B · 2022" in text.splitlines()
        rows = [line for line in text.splitlines() if line.startswith("| Bagian")]
        assert {line.count("|") for line in rows} <= {5, 6}


class TestTable:
    """The screen."""

    def test_what_stands_where(self) -> None:
        lines = as_table(outcome())
        assert lines[0].startswith("Kota Uji · 2022")
        assert lines[0].endswith("Indeks uji, versi 3, milik sendiri")
        assert lines[2].startswith("2,75")
        assert "kelas Rendah" in " ".join(lines)
        assert "sasaran 3: selisih -0,25" in " ".join(lines)
        first = next(line for line in lines if line.startswith("Bagian A"))
        assert first.split()[2:5] == ["75", "%", "3,00"]
        assert "1 dari 2 isian" in first
        assert any(line.startswith("Pilar (dalam Bagian A)") for line in lines)
        assert not any(line.startswith("Subpilar") for line in lines)

    def test_what_was_left_out_and_its_range_are_named(self) -> None:
        lines = as_table(outcome())
        assert "Tidak dihitung: C-2 (belum diisi)" in lines
        assert "Bila yang belum ada bernilai terburuk atau terbaik: 1,63 sampai 3,13." in lines

    def test_both_totals_are_shown_where_both_scores_are_there(self) -> None:
        said = " ".join(as_table(outcome(), Language.EN))
        assert "self-assessed 4.00 (2 answers) · assessor's 2.75 (2 answers)" in said

    def test_detail_shows_every_level_and_every_indicator_with_its_cell(self) -> None:
        lines = as_table(outcome(), detail=True)
        assert any(line.startswith("Subpilar") for line in lines)
        first = next(line for line in lines if line.startswith("C-1"))
        assert first.split() == ["C-1", "Satu", "3", "3,00", "75", "%", "E2"]
        second = next(line for line in lines if line.startswith("C-2"))
        assert "belum diisi" in second

    def test_several_units_are_one_table_best_first_within_a_year(self) -> None:
        lines = as_table(several())
        rows = [line.split() for line in lines if "Kota" in line]
        assert [row[:4] for row in rows] == [
            ["–", "Kota", "A", "2021"],
            ["1", "=Kota|B", "2022", "4,00"],
            ["2", "Kota", "A", "2022"],
        ]

    def test_several_units_in_detail_have_one_table_and_then_a_screen_each(self) -> None:
        lines = as_table(several(), detail=True)
        assert sum(1 for line in lines if "Indeks uji, versi 3" in line) == 4

    def test_a_unit_without_a_score_says_so(self) -> None:
        none = outcome(("Kota Uji", 2022, "C-1", None, None))
        assert "tidak bernilai" in " ".join(as_table(none))


def test_tables_are_made_a_kind_and_know_the_one_group_that_holds_them() -> None:
    result = outcome()
    assert result.units is not None
    tables = kind_tables(definition(TEXT), result.units[0], detail=True)
    assert [(table.kind.id, table.top) for table in tables] == [
        ("dimension", True),
        ("pillar", False),
        ("sub", False),
    ]
    assert [table.parent and table.parent.id for table in tables] == [None, "a", "b"]
    assert len(kind_tables(definition(TEXT), result.units[0], detail=False)) == 2


@pytest.mark.parametrize("language", Language)
def test_every_format_has_the_same_published_overall(language: Language) -> None:
    result = outcome()
    shown = "2.75" if language is Language.EN else "2,75"
    assert any(line.startswith(shown) for line in as_table(result, language))
    assert f"**{shown}**" in score_md(result, language, detail=False)
    assert as_json(result)["result"]["units"][0]["overall"]["published"] == "2.75"
    assert "overall,2.75,2.75," in score_csv(result)


class TestAnOverallThatIsNoSum:
    """Its parts have weights, but no contributions."""

    TEXT = TEXT + "aggregate_top: {power: 0.5}\n"
    BOOK = csv_table("Wilayah,Tahun,C-1,C-2,d\nKota A,2022,2,2,4\n")

    def outcome(self) -> ScoreOutcome:
        return score(Submission((self.BOOK,)), definition(self.TEXT))

    def test_the_screen_says_so_in_place_of_the_column(self) -> None:
        for language, column, footnote in (
            (Language.EN, "Contribution", "not the sum of its parts: power mean, exponent 0.5."),
            (Language.ID, "Sumbangan ", "bukan jumlah bagiannya: rata-rata pangkat 0,5."),
        ):
            screen = drawn(ScorePresentation(language, self.outcome()), 110)
            assert column not in screen
            assert footnote in screen

    def test_so_does_markdown(self) -> None:
        text = score_md(self.outcome(), Language.EN, detail=False)
        assert "| Dimension | Weight | Score |" in text
        assert "not the sum of its parts: power mean, exponent 0.5" in text

    def test_in_json_they_are_null(self) -> None:
        document = json.loads(score_json(self.outcome(), Language.EN, detail=False))
        (unit,) = document["result"]["units"]
        assert [one["contribution"] for one in unit["groups"]] == [None, None]
        assert [one["effective_weight"] for one in unit["groups"]] == [0.75, 0.25]
        assert [row["contribution"] for row in unit["views"]["theme"]] == [None]
