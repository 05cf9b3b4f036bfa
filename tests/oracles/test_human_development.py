"""Published human development indices: a geometric mean over goalposts, to the last decimal."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.engine.leaf_scores import leaf_scores
from kediri_index.engine.presence import OVERALL
from kediri_index.engine.tree_scores import tree_scores
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from tests.engine.building import answer, unit
from tests.findings.building import definition
from tests.oracles.conftest import ORACLES

YEARS = {"1990", "2021"}
MEASURES = {"H-1": "life_expectancy", "E-1": "expected_schooling", "E-2": "mean_schooling"}
TEXT = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Pembangunan manusia
scale: {{min: 0, max: {top}}}
publish: {{decimals: {decimals}, round: [overall]}}
kinds: {{dimension: {{name: Dimensi}}}}
aggregate_top: geometric
groups:
  - {{id: H, kind: dimension, weight: 1, name: Umur panjang}}
  - {{id: E, kind: dimension, weight: 1, name: Pengetahuan}}
  - {{id: I, kind: dimension, weight: 1, name: Hidup layak}}
indicators:
  - {{id: H-1, in: H, name: Umur, score: {{method: goalposts, min: 20, max: 85}}}}
  - {{id: E-1, in: E, name: Harapan, score: {{method: goalposts, min: 0, max: 18}}}}
  - {{id: E-2, in: E, name: Rata-rata, score: {{method: goalposts, min: 0, max: 15}}}}
  - {{id: I-1, in: I, name: Biaya, score: {{method: goalposts, transform: log, {posts}}}}}
"""
UNDP = TEXT.format(top=1, decimals=3, posts="min: 100, max: 75000")
BPS = TEXT.format(top=100, decimals=2, posts="min: 1007436, max: 26572352")


def rows_of(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        pytest.skip(f"{path.name} does not stand beside the repository")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def published(used: Definition, row: Mapping[str, str], measures: Mapping[str, str]) -> object:
    data = unit(*(answer(name, measure=row[column]) for name, column in measures.items()))
    scores = tree_scores(used, leaf_scores(used, data, Lead.ASSESSOR))
    return scores.figure(OVERALL).published


def test_undps_index_of_a_year() -> None:
    measures = MEASURES | {"I-1": "gni_per_capita"}
    rows = [
        row
        for row in rows_of(ORACLES / "undp-hdi" / "hdi.csv")
        if row["year"] in YEARS and all(row[column] for column in (*measures.values(), "hdi"))
    ]
    used = definition(UNDP)
    wrong = [row for row in rows if published(used, row, measures) != Fraction(row["hdi"])]
    assert not wrong
    assert len(rows) > 300


def test_bps_index_of_a_province() -> None:
    measures = MEASURES | {"I-1": "adjusted_expenditure_rupiah"}
    rows = rows_of(ORACLES / "bps-ipm" / "ipm_2019_2022.csv")
    used = definition(BPS)
    assert [published(used, row, measures) for row in rows] == [
        Fraction(row["ipm"]) for row in rows
    ]
    assert len(rows) == 24
