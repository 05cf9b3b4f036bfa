"""Ranks of the ASEM oracle under 100 given sets of weights, as COINr has them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kediri_index import (
    Drawing,
    RobustnessOutcome,
    load_definition,
    load_weight_sets,
    read_workbooks,
    robustness,
)
from tests.published.coinr import ORACLE, POINT, cases, data_rows, definition_text, table

CHAIN = [case for case in cases() if case["id"].startswith("c32_")]
CLOSE = 1e-9

pytestmark = [
    pytest.mark.skipif(not CHAIN, reason=f"{ORACLE.name} is not beside the repository"),
    pytest.mark.no_cover,
]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> RobustnessOutcome:
    folder: Path = tmp_path_factory.mktemp("asem")
    (case,) = CHAIN
    (folder / "asem.yaml").write_text(definition_text(case), encoding="utf-8")
    with (folder / "asem.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(data_rows(case))
    sets: dict[str, dict[str, str]] = {}
    for row in table("ua/weights_per_draw.csv.gz"):
        if row["node"] != "Index":
            sets.setdefault(row["draw"], {})[row["node"]] = row["weight"]
    with (folder / "sets.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["set", *sets["1"]])
        writer.writeheader()
        writer.writerows({"set": name, **weights} for name, weights in sets.items())
    definition = load_definition(folder / "asem.yaml")
    return robustness(
        read_workbooks(folder / "asem.csv"),
        definition,
        hints=POINT,
        drawing=Drawing(weight_sets=load_weight_sets(folder / "sets.csv", definition)),
    )


def test_the_ranks_over_given_sets_of_weights_are_coinrs(outcome: RobustnessOutcome) -> None:
    assert outcome.result is not None
    assert outcome.result.draws == 100
    ours = {unit.unit: unit for unit in outcome.result.units}
    rows = table("ua/rank_statistics.csv")
    assert len(rows) == 51
    for row in rows:
        rank = ours[row["unit"]].rank
        assert rank is not None
        assert rank.nominal == int(row["Nominal"])
        theirs = [float(row[name]) for name in ("Mean", "Median", "Q5", "Q95")]
        assert [rank.mean, rank.p50, rank.p5, rank.p95] == pytest.approx(theirs, abs=CLOSE)


def test_the_scores_over_given_sets_of_weights_are_coinrs(outcome: RobustnessOutcome) -> None:
    assert outcome.result is not None
    theirs: dict[str, list[float]] = {}
    for row in table("ua/index_per_draw.csv.gz"):
        theirs.setdefault(row["unit"], []).append(float(row["score"]))
    for unit in outcome.result.units:
        scores = theirs[unit.unit or ""]
        assert unit.mean == pytest.approx(sum(scores) / len(scores), abs=CLOSE)
        assert unit.p50 is not None
        assert min(scores) <= unit.p50 <= max(scores)
