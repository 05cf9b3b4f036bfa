"""The index of COINr's own example, from raw data to ranks: its figures are COINr's."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from kediri_index import load_definition, read_workbooks, score
from kediri_index.scoring.rounding import ranks
from kediri_index.usecases.lint import examine

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


def test_correlations_with_denominators_are_those_of_coinr() -> None:
    """What its ``get_denom_corr(coin, dset = "Raw", cor_thresh = 0.7)`` prints in its vignette."""
    definition = load_definition(str(ASEM / "asem.yaml"))
    statistics = examine(read_workbooks(str(ASEM / "asem.csv")), definition).statistics
    assert statistics is not None
    assert set(statistics.denominators) == {"Area", "Energy", "GDP", "Population"}
    assert len(statistics.with_denominators) == 49 * 4
    found = {
        (one.indicator, one.denominator): round(one.measured.pearson, 2)
        for one in statistics.with_denominators
        if one.measured.pearson is not None and abs(one.measured.pearson) > 0.7
    }
    assert found == {
        ("CultGood", "Energy"): 0.71,
        ("CultGood", "GDP"): 0.85,
        ("FDI", "Energy"): 0.74,
        ("FDI", "GDP"): 0.85,
        ("Goods", "GDP"): 0.80,
        ("PRemit", "GDP"): 0.71,
        ("Research", "GDP"): 0.78,
        ("Services", "GDP"): 0.77,
        ("StMob", "Energy"): 0.73,
        ("StMob", "GDP"): 0.84,
    }


def test_every_correlation_with_a_denominator_is_that_of_numpy() -> None:
    definition = load_definition(str(ASEM / "asem.yaml"))
    statistics = examine(read_workbooks(str(ASEM / "asem.csv")), definition).statistics
    assert statistics is not None
    with (ASEM / "asem.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for one in statistics.with_denominators:
        pairs = [(row[one.indicator], row[one.denominator]) for row in rows]
        x, y = np.array([both for both in pairs if "" not in both], dtype=float).T
        assert one.measured.n == len(x)
        assert one.measured.pearson == pytest.approx(np.corrcoef(x, y)[0, 1], abs=CLOSE)
