"""Where a formula has no answer, a finding names the indicator and the result is defined.

COINr gives NaN, infinite or silently wrong figures for these, or stops.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.running import Cli

TOP = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
language: en
missing: {answers: exclude}
kinds: {pillar: {name: Pillar}}
"""
ONE_GROUP = "groups: [{id: g, kind: pillar, name: G}]\n"
TWO = "indicators: [{id: A, in: g, name: Air%s}, {id: B, in: g, name: Baca}]\n"
Scored = Callable[..., tuple[int, dict[str, Any]]]


class Case(NamedTuple):
    """A definition and a table, the findings that name what, and each unit's overall."""

    definition: str
    rows: str
    findings: list[tuple[str, str]]
    overall: list[float | None]
    allow_errors: bool = False


CASES = {
    "a constant indicator leaves its weight to its siblings": Case(
        ONE_GROUP + "score: {method: min_max, to: [0, 100]}\n" + TWO % "",
        "X,2022,3,1\nY,2022,3,2\nZ,2022,3,5\n",
        [("S402", "Air")],
        [0, 25, 100],
    ),
    "one unit has no score, since there is no other": Case(
        ONE_GROUP + "score: {method: z_score}\n" + TWO % "",
        "X,2022,3,1\n",
        [("S401", "Air"), ("S401", "Baca")],
        [None],
    ),
    "weights that sum to zero leave the group out": Case(
        "groups: [{id: g, kind: pillar, name: G, weight: 1},"
        " {id: h, kind: pillar, name: H, weight: 1}]\n"
        "indicators: [{id: A, in: g, name: Air, weight: 0}, {id: B, in: h, name: Baca}]\n",
        "X,2022,3,1\nY,2022,4,2\n",
        [("S303", "A"), ("S303", "A")],
        [1, 2],
        allow_errors=True,
    ),
    "a fraction of the maximum where lower is better": Case(
        ONE_GROUP + "score: {method: fraction_of_max}\n" + TWO % ", direction: lower",
        "X,2022,3,1\nY,2022,4,2\nZ,2022,5,5\n",
        [("S408", "Air")],
        [0.2, 0.4, 1],
    ),
    "a fraction of a maximum that is not above zero": Case(
        ONE_GROUP + "score: {method: fraction_of_max}\n" + TWO % "",
        "X,2022,-3,1\nY,2022,-4,2\nZ,2022,-5,5\n",
        [("S409", "Air")],
        [0.2, 0.4, 1],
    ),
    "a negative score in a geometric mean leaves the group out": Case(
        ONE_GROUP + "aggregate: geometric\n" + TWO % "",
        "X,2022,-3,1\nY,2022,4,9\n",
        [("S320", "A")],
        [None, 6],
        allow_errors=True,
    ),
    "a power mean with a missing child is that of the others": Case(
        ONE_GROUP + "aggregate: {power: 2}\n" + TWO % "",
        "X,2022,3,\nY,2022,1,7\n",
        [],
        [3, 5],
    ),
}


@pytest.fixture
def scored(cli: Cli, project: Path) -> Scored:
    def score(case: Case, *options: str) -> tuple[int, dict[str, Any]]:
        columns = "unit,year,A,B"
        (project / "uji.yaml").write_text(TOP + case.definition, encoding="utf-8")
        (project / "uji.csv").write_text(f"{columns}\n{case.rows}", encoding="utf-8")
        words = ["score", "uji.csv", "--config", "uji.yaml", "--lang", "en", "--format", "json"]
        ran = cli(*words, *options)
        return ran.code, json.loads(ran.out) if ran.out else {}

    return score


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_finding_names_the_indicator_and_the_result_is_defined(
    case: Case, scored: Scored
) -> None:
    if case.allow_errors:
        code, _ = scored(case)
        assert code == 1
    code, document = scored(case, *(["--allow-errors"] if case.allow_errors else []))
    assert code == 0
    found = [(one["code"], one["message"]) for one in document["findings"]]
    assert [code for code, _ in found] == [code for code, _ in case.findings]
    assert all(name in text for (_, text), (_, name) in zip(found, case.findings, strict=True))
    units = sorted(document["result"]["units"], key=lambda unit: unit["unit"])
    assert [unit["overall"]["score"] for unit in units] == case.overall


def test_one_unit_is_told_why_it_has_no_score(cli: Cli, scored: Scored) -> None:
    scored(CASES["one unit has no score, since there is no other"])
    out = cli("score", "uji.csv", "--config", "uji.yaml", "--lang", "en").out
    assert "no score: no answer that counts" in out
    assert "A, B (no score among these units)" in out
    assert "the score above is given" not in out


def test_where_there_are_answers_it_is_the_parts_that_have_no_score(
    cli: Cli, scored: Scored
) -> None:
    scored(CASES["a negative score in a geometric mean leaves the group out"])
    score = ("score", "uji.csv", "--config", "uji.yaml", "--allow-errors", "--lang")
    assert "X · 2022: no score: none of its parts has a score" in cli(*score, "en").out
    assert "X · 2022: tidak bernilai: tidak ada bagian yang bernilai" in cli(*score, "id").out


def test_a_group_without_weight_is_told_of_each_year(cli: Cli, scored: Scored) -> None:
    case = CASES["weights that sum to zero leave the group out"]
    scored(case._replace(rows="X,2022,3,1\nX,2023,4,2\n"))
    told = cli("check", "uji.csv", "--config", "uji.yaml", "--complete", "--lang", "en").out
    assert "X 2022: G has no score" in told
    assert "X 2023: G has no score" in told


def test_a_missing_child_of_a_power_mean_is_a_fault_where_answers_are_due(
    cli: Cli, project: Path, scored: Scored
) -> None:
    case = CASES["a power mean with a missing child is that of the others"]
    scored(case)
    due = (TOP + case.definition).replace("{answers: exclude}", "{answers: error}")
    (project / "uji.yaml").write_text(due, encoding="utf-8")
    words = ["score", "uji.csv", "--config", "uji.yaml", "--format", "json"]
    assert cli(*words).code == 1
    document = json.loads(cli(*words, "--allow-errors").out)
    found = [(one["code"], one["cell"], one["indicator"]) for one in document["findings"]]
    assert found == [("C101", "D2", "B")]
    units = {unit["unit"]: unit for unit in document["result"]["units"]}
    assert [units[name]["overall"]["score"] for name in ("X", "Y")] == [3, 5]


def test_a_missing_child_of_a_power_mean_is_listed_where_it_may_be(
    cli: Cli, scored: Scored
) -> None:
    scored(CASES["a power mean with a missing child is that of the others"])
    out = cli("score", "uji.csv", "--config", "uji.yaml", "--detail", "--lang", "en").out
    assert "Left out" in out
    assert "B (" in out
