"""The Sustainable Development Report: goals that are missing are imputed, then the plain mean."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.messages.catalogue import has_errors
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints
from kediri_index.model.scores import ScoreOutcome
from kediri_index.scoring.rounding import round_half_up
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import score
from tests.published.tables import overall_of

ORACLE = Path(__file__).parents[3] / "shared" / "oracles" / "sdg-index"
GOALS = [f"goal_{number}_score" for number in range(1, 18)]
DEFINITION = """\
kediri_index: 1
id: sdg
version: "1"
status: own
title: SDG Index
scale: {min: 0, max: 100}
missing: {answers: exclude}
prepare: [{impute: {method: group_mean, by: region}}]
kinds: {goals: {name: Goals}}
groups: [{id: goals, kind: goals, name: Goals}]
indicators:
"""
CLOSE = 6e-9

pytestmark = pytest.mark.skipif(
    not ORACLE.is_dir(), reason=f"{ORACLE.name} is not beside the repository"
)


def rows_of(name: str) -> list[dict[str, str]]:
    with (ORACLE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def definition_of(folder: Path, text: str) -> Definition:
    path = folder / "sdg.yaml"
    goals = (f"  - {{id: {goal}, in: goals, name: {goal}}}\n" for goal in GOALS)
    path.write_text(text + "".join(goals), encoding="utf-8")
    return load_definition(path)


def scored(folder: Path, rows: list[dict[str, str]], text: str = DEFINITION) -> ScoreOutcome:
    data = folder / "sdg.csv"
    with data.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        columns = [*(["region"] if "by: region" in text else []), *GOALS]
        table.writerow(["unit", "year", *columns])
        for row in rows:
            year = row.get("year", "2023")
            table.writerow([row["country"], year, *(row[column] for column in columns)])
    files = read_workbooks(data)
    outcome = score(files, definition_of(folder, text), hints=Hints(decimal_mark="."))
    assert not has_errors(outcome.findings)
    return outcome


def test_all_166_countries_of_2023_with_goals_imputed_by_region(tmp_path: Path) -> None:
    rows = rows_of("sustainable_development_report_2023.csv")
    outcome = scored(tmp_path, rows)
    found = {unit.unit: unit.overall.score for unit in outcome.units or ()}
    assert len(found) == len(rows) == 166
    differing = [
        row["country"]
        for row in rows
        if abs(float(found[row["country"]] or 0) - float(row["overall_score"])) > CLOSE
    ]
    assert differing == []
    imputed = {effect.unit for effect in outcome.prepared}
    complete = {row["country"] for row in rows if all(row[goal] for goal in GOALS)}
    assert len(complete) == 107
    assert imputed == found.keys() - complete


def test_rows_since_2000_without_zeros_are_the_plain_means_of_their_goals(tmp_path: Path) -> None:
    rows = [
        row
        for row in rows_of("sdg_index_2000-2022.csv")
        if not any(float(row[goal]) == 0 for goal in GOALS)
    ]
    assert len(rows) == 2703
    plain = DEFINITION.replace("prepare: [{impute: {method: group_mean, by: region}}]\n", "")
    definition = definition_of(tmp_path, plain)
    by_engine = [overall_of(definition, row).score for row in rows]
    printed = [Fraction(row["sdg_index_score"]) for row in rows]
    assert [
        (row["country"], row["year"])
        for row, found, index in zip(rows, by_engine, printed, strict=True)
        if found is None or abs(found - index) > Fraction("0.12")
    ] == []
    some = slice(None, None, 10)  # by files a row takes five times as long
    outcome = scored(tmp_path, rows[some], plain)
    found = {(one.unit, str(one.year)): one.overall for one in outcome.units or ()}
    names = [(row["country"], row["year"]) for row in rows]
    assert list(found) == sorted(names[some])
    for name, exact in zip(names[some], by_engine[some], strict=True):
        assert exact is not None
        assert found[name].published == round_half_up(exact, definition.publish.decimals)
        assert found[name].score == pytest.approx(exact, rel=1e-12)
