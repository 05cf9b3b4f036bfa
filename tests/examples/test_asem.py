"""The index of COINr's own example, from raw data to ranks: its figures are COINr's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kediri_index import load_definition, read_workbooks, score
from kediri_index.scoring.rounding import ranks

ASEM = Path(__file__).parents[2] / "examples" / "asem"
CLOSE = 1e-9


def test_scores_and_ranks_are_those_of_coinr() -> None:
    definition = load_definition(str(ASEM / "asem.yaml"))
    outcome = score(read_workbooks(str(ASEM / "asem.csv")), definition)
    with (ASEM / "coinr.csv").open(newline="") as file:
        wanted = {row["unit"]: row for row in csv.DictReader(file)}
    assert outcome.units is not None
    found = {str(one.unit): one.overall.score for one in outcome.units}
    assert found.keys() == wanted.keys()
    for unit, value in found.items():
        assert value is not None
        assert float(value) == pytest.approx(float(wanted[unit]["score"]), abs=CLOSE)
    placed = dict(zip(found, ranks(list(found.values())), strict=True))
    assert placed == {unit: int(row["rank"]) for unit, row in wanted.items()}
