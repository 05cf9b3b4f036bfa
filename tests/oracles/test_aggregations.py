"""Every case of COINr: its normalised indicators, aggregated here, make all of its scores."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from kediri_index.engine.aggregation.copeland import Copeland
from kediri_index.engine.aggregation.geometric import Geometric
from kediri_index.engine.aggregation.harmonic import Harmonic
from kediri_index.engine.aggregation.power import Power
from kediri_index.engine.leaf_scores import LeafScore
from kediri_index.engine.panel_fold import compared_scores
from kediri_index.engine.presence import OVERALL
from kediri_index.engine.tree_scores import tree_scores
from kediri_index.model.aggregation import Aggregation, Arithmetic
from kediri_index.model.definition import Definition, Group, Indicator, Unanswered
from tests.engine.building import group, index, question

TOLERANCE = Fraction(1, 10**9)
CASES = (*(f"c{number:02}" for number in range(1, 34)), "cp1", "cp2", "cp3")
Scores = Mapping[str, Fraction | None]
UnitYear = tuple[str, str]


def rows_of(path: Path) -> list[dict[str, str]]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def scores_by_unit(path: Path) -> dict[UnitYear, dict[str, Fraction | None]]:
    found: dict[UnitYear, dict[str, Fraction | None]] = defaultdict(dict)
    for row in rows_of(path):
        score = Fraction(row["score"]) if row["score"] else None
        found[row["unit"], row.get("year", "")][row["node"]] = score
    return dict(found)


def aggregation_of(name: str, step: Mapping[str, Any]) -> Aggregation:
    if name == "power":
        return Power(Fraction(step["power"]))
    words: dict[str, Aggregation] = {
        "arithmetic": Arithmetic(),
        "geometric": Geometric(),
        "harmonic": Harmonic(),
        "copeland": Copeland(),
    }
    return words[name]


def definition_of(folder: Path, step: Mapping[str, Any]) -> Definition:
    """The tree of ``metadata.csv`` with the aggregations of one case."""
    nodes = rows_of(folder / "metadata.csv")
    weights = {row["iCode"]: row["Weight"] for row in rows_of(folder / "weights_uneven.csv")}
    limits = [None if one is None else str(one) for one in step["min_available"]]
    aggregations = [aggregation_of(name, step) for name in step["levels"]]

    def children(parent: str) -> Sequence[Group | Indicator]:
        return [built(row) for row in nodes if row["Parent"] == parent]

    def built(row: Mapping[str, str]) -> Group | Indicator:
        name = row["iCode"]
        weight = weights[name] if step["weights"] == "uneven" else "1"
        below = int(row["Level"]) - 2
        if below < 0:
            return question(name, weight)
        return group(
            name,
            *children(name),
            weight=weight,
            min_present=limits[below],
            aggregate=aggregations[below],
        )

    return index(
        *(child for child in children("Index") if isinstance(child, Group)),
        answers=Unanswered.EXCLUDE,
        min_present=limits[2],
        aggregate=aggregations[2],
        scale=None,
    )


def leaves_of(definition: Definition, scores: Scores) -> dict[str, LeafScore]:
    return {
        indicator.id: LeafScore(indicator.id, scores.get(indicator.id), None, None, ())
        for indicator in definition.all_indicators()
    }


@pytest.fixture(scope="module")
def cases(asem: Path) -> dict[str, Any]:
    """The cases by their number."""
    said = yaml.safe_load((asem / "cases.yaml").read_text(encoding="utf-8"))
    return {case["id"].split("_")[0]: case for case in said["cases"]}


def test_no_case_is_left_out(cases: Mapping[str, Any]) -> None:
    assert set(CASES) == set(cases)


@pytest.mark.parametrize("number", CASES)
def test_all_scores_of_a_case_are_coinrs(asem: Path, cases: Mapping[str, Any], number: str) -> None:
    case = cases[number]
    definition = definition_of(asem, case["steps"][-1]["aggregate"])
    groups = {one.id: one.id for one in definition.all_groups()} | {"Index": OVERALL}
    years: dict[str, dict[UnitYear, dict[str, Fraction | None]]] = defaultdict(dict)
    for key, theirs in scores_by_unit(asem / case["scores"]).items():
        years[key[1]][key] = theirs
    compared_figures = 0
    for units in years.values():
        leaves = [leaves_of(definition, theirs) for theirs in units.values()]
        compared = compared_scores(definition, leaves)
        for theirs, own, panel in zip(units.values(), leaves, compared, strict=True):
            exact = tree_scores(definition, own, panel).exact
            for name, node in groups.items():
                expected, score = theirs.get(name), exact.get(node)
                assert (expected is None) == (score is None), name
                if expected is not None and score is not None:
                    assert abs(score - expected) < TOLERANCE, name
                    compared_figures += 1
    assert compared_figures > 300
