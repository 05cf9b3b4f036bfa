"""Units compared with each other after screening and fitting, against a plain computation.

Copeland, ``screen``, panel methods over pooled years or each, and last year's file meet here: who
is left out must count in none of them.
"""

from __future__ import annotations

import csv
import itertools
import random
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import LastYear, score

POINT = Hints(decimal_mark=".")
INDICATORS = "ABCDE"
SHARE = Fraction(3, 5)
DEFINITION = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
missing: {answers: exclude}
kinds: {pillar: {name: Pilar}}
score: {method: min_max, years: %s}
aggregate_top: copeland
prepare: [{screen: {min_present: 0.6}}]
groups:
  - {id: g, kind: pillar, name: G, weight: 2}
  - {id: h, kind: pillar, name: H, weight: 1}
  - {id: k, kind: pillar, name: K, weight: 1, aggregate: copeland}
indicators:
  - {id: A, in: g, name: A}
  - {id: B, in: g, name: B, direction: lower}
  - {id: C, in: h, name: C}
  - {id: D, in: k, name: D, weight: 2}
  - {id: E, in: k, name: E}
"""
WEIGHTS = {"g": 2, "h": 1, "k": 1, "D": 2, "E": 1}

Place = tuple[str, int]
Rows = dict[Place, dict[str, Fraction]]
Row = Mapping[str, Fraction]


def drawn(seed: int) -> Rows:
    """Return a table of two years with holes, ties and units that have too little."""
    draw = random.Random(seed)  # noqa: S311 - data for a test
    return {
        (unit, year): {
            one: Fraction(draw.randint(0, 9)) for one in INDICATORS if draw.random() < 0.75
        }
        for unit in "PQRSTU"[: draw.randint(2, 6)]
        for year in (2021, 2022)
        if draw.random() < 0.9
    }


def expected(rows: Rows, *, each: bool) -> dict[Place, Fraction]:
    """Return every overall there is."""
    there = {at: row for at, row in rows.items() if Fraction(len(row), 5) >= SHARE}
    found: dict[Place, Fraction] = {}
    for year in {year for _, year in there}:
        fit = {at: row for at, row in there.items() if not each or at[1] == year}
        here = {unit: scaled(row, fit) for (unit, of), row in there.items() if of == year}
        inner = compared(
            {unit: {one: row[one] for one in "DE" if one in row} for unit, row in here.items()}
        )
        tops = {}
        for unit, row in here.items():
            means = {"g": mean(row, "AB"), "h": mean(row, "C"), "k": inner.get(unit)}
            tops[unit] = {name: value for name, value in means.items() if value is not None}
        found |= {(unit, year): value for unit, value in compared(tops).items()}
    return found


def scaled(row: Row, fit: Rows) -> dict[str, Fraction]:
    """Return the scores of a row's indicators that can be told apart at all."""
    found = {}
    for one, value in row.items():
        column = [other[one] for other in fit.values() if one in other]
        low, high = min(column), max(column)
        if low < high:
            found[one] = (high - value if one == "B" else value - low) / (high - low)
    return found


def mean(row: Row, ids: str) -> Fraction | None:
    values = [row[one] for one in ids if one in row]
    return sum(values, start=Fraction(0)) / len(values) if values else None


def compared(rows: Mapping[str, Row]) -> dict[str, Fraction]:
    """Return for each unit with scores how many it beats less how many beat it."""
    there = {unit: row for unit, row in rows.items() if row}
    found = dict.fromkeys(there, Fraction(0))
    for one, other in itertools.permutations(there, 2):
        balance = sum(
            WEIGHTS[child] * ((value > there[other][child]) - (value < there[other][child]))
            for child, value in there[one].items()
            if child in there[other]
        )
        found[one] += (balance > 0) - (balance < 0)
    return found if len(there) > 1 else {}


def table(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", "year", *INDICATORS])
        writer.writerows(
            [unit, year, *(row.get(one, "") for one in INDICATORS)]
            for (unit, year), row in rows.items()
        )
    return path


@pytest.mark.parametrize("each", [False, True], ids=["pooled", "each"])
@pytest.mark.parametrize("seed", range(10))
def test_scores_are_those_of_a_plain_computation(seed: int, *, each: bool, tmp_path: Path) -> None:
    path = tmp_path / "uji.yaml"
    path.write_text(DEFINITION % ("each" if each else "pooled"), encoding="utf-8")
    definition, rows = load_definition(path), drawn(seed)
    files = read_workbooks(table(tmp_path / "a.csv", rows))
    outcome = score(files, definition, hints=POINT, allow_errors=True)
    found = {
        (one.unit, one.year): one.overall.score
        for one in outcome.units or ()
        if one.overall.score is not None
    }
    assert found == expected(rows, each=each)
    assert {(one.unit, one.year) for one in outcome.units or ()} == rows.keys()


@pytest.mark.parametrize("seed", range(6))
def test_last_years_file_is_compared_by_itself(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "uji.yaml"
    path.write_text(DEFINITION % "pooled", encoding="utf-8")
    definition, rows = load_definition(path), drawn(seed)
    last, this = ({at: row for at, row in rows.items() if at[1] == year} for year in (2021, 2022))
    previous = LastYear(read_workbooks(table(tmp_path / "last.csv", last)), definition, "last.csv")
    files = read_workbooks(table(tmp_path / "this.csv", this))
    outcome = score(files, definition, hints=POINT, allow_errors=True, previous=previous)
    before, now = expected(last, each=True), expected(this, each=True)
    assert outcome.units
    for unit in outcome.units:
        theirs = unit.previous.published if unit.previous else None
        assert theirs == before.get((unit.unit or "", 2021))
        assert unit.overall.score == now.get((unit.unit or "", 2022))
