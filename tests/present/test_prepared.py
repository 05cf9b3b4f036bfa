"""What was prepared before scoring, in each format."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kediri_index.model.language import Language
from kediri_index.model.scores import ScoreOutcome
from kediri_index.present.commands.score import ScorePresentation
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import HERE, ONE_GROUP, TOP, csv_table, definition
from tests.present.screens import drawn
from tests.scores_as_text import score_csv, score_json, score_md

STEPS = """\
score: {method: min_max}
prepare:
  - denominate: {A-1: Penduduk}
  - impute: {method: mean}
  - screen: {min_present: 1}
"""
INDICATORS = "indicators: [{id: A-1, in: a, name: Satu}, {id: A-2, in: a, name: Dua}]\n"
TABLE = """\
unit,Penduduk,A-1,A-2
Kota A,300,1,10
Kota B,200,4,tidak berlaku
Kota C,100,,30
"""


@pytest.fixture(scope="module")
def outcome() -> ScoreOutcome:
    used = definition(TOP + STEPS + ONE_GROUP + INDICATORS)
    return score(Submission((csv_table(TABLE),)), used, hints=HERE)


def screen(outcome: ScoreOutcome, *, detail: bool, width: int = 100) -> str:
    return drawn(ScorePresentation(Language.EN, outcome, detail), width)


def test_json_lists_every_change_from_what_to_what(outcome: ScoreOutcome) -> None:
    prepared = json.loads(score_json(outcome, Language.EN, detail=False))["result"]["prepared"]
    assert [tuple(one.values()) for one in prepared] == [
        ("denominate", "Penduduk", "Kota A", 2022, "A-1", 1.0, 1 / 300),
        ("denominate", "Penduduk", "Kota B", 2022, "A-1", 4.0, 0.02),
        ("impute", "mean", "Kota C", 2022, "A-1", None, 7 / 600),
    ]
    assert list(prepared[0]) == ["step", "how", "unit", "year", "indicator", "before", "after"]


def test_json_of_a_definition_without_steps_has_no_such_key() -> None:
    plain = definition(TOP + "score: {method: min_max}\n" + ONE_GROUP + INDICATORS)
    found = score(Submission((csv_table("unit,A-1,A-2\nA,1,2\nB,2,3\n"),)), plain, hints=HERE)
    assert list(json.loads(score_json(found, Language.EN, detail=False))["result"]) == ["units"]


def test_the_screen_sums_up_and_in_detail_names_each(outcome: ScoreOutcome) -> None:
    short = screen(outcome, detail=False)
    said = [line.strip() for line in short.splitlines()]
    assert "Prepared before scoring: 2 values divided, 1 missing value estimated." in said
    assert "0.00333333" not in short
    lines = [" ".join(line.split()) for line in screen(outcome, detail=True).splitlines()]
    assert "Step Indicator Before After" in lines
    assert "denominate: Penduduk A-1 1 0.00333333" in lines
    assert "impute: mean A-1 – 0.0116667" in lines


def test_markdown_says_the_same(outcome: ScoreOutcome) -> None:
    short = score_md(outcome, Language.ID, detail=False)
    every = "2 isian dibagi, 1 isian kosong diperkirakan"
    assert f"\nDisiapkan sebelum dinilai: {every}.\n" in short
    assert "0,0116667" not in short
    detailed = score_md(outcome, Language.ID, detail=True)
    assert "\nDisiapkan sebelum dinilai: 1 isian kosong diperkirakan.\n" in detailed
    assert "| impute: mean | A-1 | – | 0,0116667 |" in detailed


def test_where_the_steps_had_nothing_to_do_one_sentence_says_so() -> None:
    steps = (
        "score: {method: min_max}\nprepare: [impute: {method: mean}, screen: {min_present: 1}]\n"
    )
    used = definition(TOP + steps + ONE_GROUP + INDICATORS)
    found = score(Submission((csv_table("unit,A-1,A-2\nA,1,2\nB,2,3\n"),)), used, hints=HERE)
    said = [line.strip() for line in screen(found, detail=False).splitlines()]
    assert "Prepared before scoring: nothing had to be changed." in said
    assert "\nDisiapkan sebelum dinilai: tidak ada yang perlu diubah.\n" in score_md(
        found, Language.ID, detail=False
    )


def test_a_value_without_a_denominator_is_not_counted_as_divided() -> None:
    used = definition(TOP + "missing: {answers: exclude}\n" + STEPS + ONE_GROUP + INDICATORS)
    table = TABLE.replace("A,300", "A,0").replace("B,200", "B,0")
    found = score(Submission((csv_table(table),)), used, hints=HERE)
    said = " ".join(screen(found, detail=False).split())
    assert "Prepared before scoring: 3 units left out, 2 values without a denominator." in said
    assert "A · 2022: no score: too few data, so it was left out" in said


def test_a_unit_that_was_left_out_has_no_score_in_csv_either() -> None:
    used = definition(f"{TOP}prepare: [{{screen: {{min_present: 0.6}}}}]\n{ONE_GROUP}{INDICATORS}")
    found = score(Submission((csv_table("unit,A-1,A-2\nA,1,2\nB,2,\n"),)), used, hints=HERE)
    rows = [*csv.DictReader(io.StringIO(score_csv(found)))]
    scored = {one["unit"]: one["score"] for one in rows if one["id"] == "overall"}
    assert scored == {"A": "1.5", "B": ""}
    assert {(one["score"], one["published"]) for one in rows if one["unit"] == "B"} == {("", "")}


def test_csv_stays_as_it_is(outcome: ScoreOutcome) -> None:
    assert "prepared" not in score_csv(outcome)


def test_a_unit_that_is_left_out_says_so() -> None:
    used = definition(
        TOP
        + STEPS.replace("impute: {method: mean}", "impute: {method: carry_forward}")
        + "missing: {answers: exclude}\n"
        + ONE_GROUP
        + INDICATORS
    )
    found = score(Submission((csv_table(TABLE),)), used, hints=HERE)
    assert "Kota C · 2022: no score: too few data, so it was left out" in screen(
        found, detail=False
    )
    (left,) = (
        one
        for one in json.loads(score_json(found, Language.EN, detail=False))["result"]["units"]
        if one["unit"] == "Kota C"
    )
    assert (left["overall"]["score"], left["overall"]["no_score"]) == (None, "left_out")
    assert [one["score"] for one in left["groups"]] == [None]
