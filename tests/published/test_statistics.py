"""COINr's statistics of its ASEM data: 51 units, 49 indicators, 8 pillars, 2 sub-indices."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Hints
from kediri_index.model.statistics import (
    GroupStatistics,
    IndexStatistics,
    LeafStatistics,
    Observations,
    Values,
)
from kediri_index.scoring.statistics.of_index import statistics_of
from kediri_index.usecases.inputs import read_workbooks
from kediri_index.usecases.lint import examine

ASEM = Path(__file__).parents[3] / "shared" / "oracles" / "coinr-asem"
WITHIN = 1e-9
TOP = """\
kediri_index: 1
id: asem
version: "1"
status: own
title: ASEM
year: 2018
missing: {answers: exclude}
kinds: {sub: {name: Subindeks}, pillar: {name: Pilar}}
"""
Row = Mapping[str, str]


def rows_of(name: str) -> list[Row]:
    with (ASEM / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def metadata() -> list[Row]:
    if not ASEM.is_dir():
        pytest.skip(f"{ASEM.name} does not stand beside the repository")
    return rows_of("metadata.csv")


@pytest.fixture(scope="module")
def definition(metadata: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Definition:
    """The tree with the uneven weights; scores are taken as they are."""
    weights = {row["iCode"]: row["Weight"] for row in rows_of("weights_uneven.csv")}

    def node(row: Row, more: str) -> str:
        code = row["iCode"]
        return f"{{id: {code}, name: {code}, weight: {weights[code]}, {more}}}"

    def level(number: int, parent: str | None = None) -> Iterable[Row]:
        return (
            row
            for row in metadata
            if row["Level"] == str(number) and parent in (None, row["Parent"])
        )

    lines = []
    for sub in level(3):
        pillars = ", ".join(node(pillar, "kind: pillar") for pillar in level(2, sub["iCode"]))
        lines.append(node(sub, f"kind: sub, groups: [{pillars}]"))
    groups = "".join(f"  - {line}\n" for line in lines)
    indicators = "".join(f"  - {node(row, 'in: ' + row['Parent'])}\n" for row in level(1))
    path = tmp_path_factory.mktemp("asem") / "asem.yaml"
    path.write_text(f"{TOP}groups:\n{groups}indicators:\n{indicators}", encoding="utf-8")
    return load_definition_file(path).definition


def table(name: str) -> dict[str, dict[str, str]]:
    """The values of each unit by node, from a table of scores."""
    found: dict[str, dict[str, str]] = {}
    for row in rows_of(name):
        found.setdefault(row["unit"], {})[row["node"]] = row["score"]
    return found


def columns(rows: Mapping[str, Row], codes: Iterable[str]) -> dict[str, Values]:
    """Each node's values, with all 17 digits."""
    return {
        code: tuple(float(row[code]) if row[code] else None for row in rows.values())
        for code in codes
    }


@pytest.fixture(scope="module")
def codes(definition: Definition) -> list[str]:
    return [indicator.id for indicator in definition.all_indicators()]


@pytest.fixture(scope="module")
def raw(definition: Definition, codes: list[str]) -> IndexStatistics:
    values = columns({row["uCode"]: row for row in rows_of("indicators.csv")}, codes)
    units = tuple((row["uCode"], 2018) for row in rows_of("indicators.csv"))
    return statistics_of(definition, Observations(units, values, values))


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, str]]:
    return table("scores/c01_minmax_0_100_arith_equal.csv")


@pytest.fixture(scope="module")
def normalised(
    definition: Definition, codes: list[str], scores: dict[str, dict[str, str]]
) -> IndexStatistics:
    values = columns(scores, codes)
    units = tuple((unit, 2018) for unit in scores)
    return statistics_of(definition, Observations(units, values, values))


def test_every_indicator_by_itself_is_described_as_there(raw: IndexStatistics) -> None:
    expected = {row["iCode"]: row for row in rows_of("stats_raw.csv")}
    assert [leaf.id for leaf in raw.leaves] == list(expected)
    for leaf in raw.leaves:
        row, column = expected[leaf.id], leaf.measured.figures
        figures = {
            "Min": column.minimum,
            "Max": column.maximum,
            "Mean": column.mean,
            "Median": column.median,
            "Std": column.sd,
            "Skew": column.skewness,
            "Kurt": column.kurtosis,
        }
        for name, figure in figures.items():
            assert figure == pytest.approx(float(row[name]), rel=WITHIN, abs=WITHIN), name
        counts = (column.n, column.nonzero, column.distinct, column.same)
        names = ("N.Avail", "N.NonZero", "N.Unique", "N.Same")
        assert counts == tuple(int(row[name]) for name in names)


def test_the_same_indicators_are_found_to_have_outliers(raw: IndexStatistics) -> None:
    expected = [row["iCode"] for row in rows_of("stats_raw.csv") if row["Flag.SkewKurt"] == "OUT"]
    assert expected
    assert [leaf.id for leaf in raw.leaves if leaf.measured.is_skewed] == expected


def test_every_pair_of_indicators_has_the_correlation_that_it_has_there(
    normalised: IndexStatistics,
) -> None:
    found = {frozenset((pair.a, pair.b)): pair for pair in normalised.pairs}
    expected = rows_of("correlations_normalised_c01.csv")
    assert len(expected) == 49 * 48 // 2
    for row in expected:
        pair = found[frozenset((row["a"], row["b"]))]
        assert pair.pearson == pytest.approx(float(row["pearson"]), abs=WITHIN)
        assert pair.spearman == pytest.approx(float(row["spearman"]), abs=WITHIN)


def test_every_pillar_has_the_alpha_that_it_has_there(normalised: IndexStatistics) -> None:
    found: dict[str, GroupStatistics] = {group.id: group for group in normalised.groups}
    expected = rows_of("cronbach_normalised_c01.csv")
    assert len(expected) == 2 * 8
    for row in expected:
        alpha = found[row["group"]].alpha
        pairwise = row["use"] == "pairwise.complete.obs"
        figure = alpha.pairwise if pairwise else alpha.complete
        assert figure == pytest.approx(float(row["alpha"]), abs=WITHIN), row


def test_every_node_has_the_effective_weight_that_it_has_there(
    normalised: IndexStatistics,
) -> None:
    nodes: tuple[GroupStatistics | LeafStatistics, ...] = (*normalised.leaves, *normalised.groups)
    found = {node.id or "Index": float(node.effective_weight or 0) for node in nodes}
    expected = {
        row["iCode"]: float(row["EffWeight"]) for row in rows_of("effective_weights_uneven.csv")
    }
    assert found == pytest.approx(expected, abs=WITHIN)


def test_what_goes_through_a_file_comes_to_the_same_but_for_ties_beyond_15_digits(
    definition: Definition,
    codes: list[str],
    scores: dict[str, dict[str, str]],
    normalised: IndexStatistics,
    tmp_path: Path,
) -> None:
    path = tmp_path / "asem.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", *codes])
        writer.writerows([unit, *(row[code] for code in codes)] for unit, row in scores.items())
    examined = examine(read_workbooks(path), definition, hints=Hints(decimal_mark="."))
    assert {one.code[:2] for one in examined.findings} == {"S5"}
    found = examined.statistics
    assert found is not None
    pairs = len(codes) * (len(codes) - 1) // 2
    for here, there in zip(found.pairs[:pairs], normalised.pairs[:pairs], strict=True):
        assert (here.a, here.b, here.n) == (there.a, there.b, there.n)
        assert here.pearson == pytest.approx(there.pearson, abs=WITHIN)
    alphas = {group.id: group.alpha for group in normalised.groups}
    for group in found.groups:
        if group.children[0].id in codes:
            assert group.alpha.pairwise == pytest.approx(alphas[group.id].pairwise, abs=WITHIN)
            assert group.alpha.complete == pytest.approx(alphas[group.id].complete, abs=WITHIN)
