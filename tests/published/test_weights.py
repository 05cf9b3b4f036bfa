"""Weights proposed from COINr's ASEM data, beside the same formulas in numpy and SciPy."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from kediri_index.model.weighting import GroupWeights, Kept, WeightMethod, WeightsOutcome
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.proposed_weights import weights
from tests.published.coinr import (
    ORACLE,
    POINT,
    cases,
    definition_text,
    indicators,
    metadata,
    table,
)

Array = Any
stats: Any = importlib.import_module("scipy.stats")  # it states no types
linalg: Any = importlib.import_module("scipy.linalg")
optimize: Any = importlib.import_module("scipy.optimize")
WITHIN = 1e-9
SHARE = 5e-7
"""Half of the last decimal of a share as it is written."""
pytestmark = pytest.mark.skipif(
    not ORACLE.is_dir(), reason=f"{ORACLE.name} does not stand beside the repository"
)


@cache
def scored() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in table("scores/c01_minmax_0_100_arith_equal.csv"):
        found.setdefault(row["unit"], {})[row["node"]] = row["score"]
    return found


@pytest.fixture(scope="module")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> Callable[[WeightMethod], WeightsOutcome]:
    """Give what each method proposes for the normalised scores, read from a file."""
    folder = tmp_path_factory.mktemp("weights")
    case = next(one for one in cases() if "c01" in one["scores"])
    as_given = [
        {"aggregate": dict(one["aggregate"])} for one in case["steps"] if "aggregate" in one
    ]
    as_given += [{"normalise": {"method": "as_given", "direction": "none"}}]
    text = definition_text({**case, "steps": as_given})
    (folder / "asem.yaml").write_text(text, encoding="utf-8")
    with (folder / "asem.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", *indicators()])
        writer.writerows(
            [unit, *(row[one] for one in indicators())] for unit, row in scored().items()
        )
    definition = load_definition(folder / "asem.yaml")
    submission = read_workbooks(folder / "asem.csv")

    @cache
    def of(method: WeightMethod) -> WeightsOutcome:
        return weights(submission, definition, method=method, hints=POINT)

    return of


def children(parent: str) -> list[str]:
    return [code for code, row in metadata().items() if row["Parent"] == parent]


def groups_of(outcome: WeightsOutcome) -> dict[str, GroupWeights]:
    assert outcome.proposed is not None
    return {one.id or "Index": one for one in outcome.proposed.groups}


def columns(outcome: WeightsOutcome) -> Mapping[str, Array]:
    """Each node's scores, folded in numpy under the weights of *outcome*."""
    groups = groups_of(outcome)
    found: dict[str, Array] = {
        code: np.array([float(row[code] or "nan") for row in scored().values()])
        for code in indicators()
    }
    for level in ("2", "3", "4"):
        for code, row in metadata().items():
            if row["Level"] == level:
                below = np.array([found[one] for one in children(code)])
                own = {one.id: float(one.after) for one in groups[code].children}
                given = np.array([own[one] for one in children(code)])[:, None]
                there = ~np.isnan(below)
                found[code] = (given * np.nan_to_num(below)).sum(0) / (given * there).sum(0)
    return found


def each(outcome: WeightsOutcome) -> Iterator[tuple[GroupWeights, Array]]:
    """Yield each group with the rows that have all of its children."""
    of_all = columns(outcome)
    for group in groups_of(outcome).values():
        rows = np.array([of_all[child.id] for child in group.children]).T
        yield group, rows[~np.isnan(rows).any(axis=1)]


def test_every_group_is_looked_at_over_its_complete_rows(
    proposals: Callable[[WeightMethod], WeightsOutcome],
) -> None:
    outcome = proposals(WeightMethod.CRITIC)
    assert set(groups_of(outcome)) == {c for c, row in metadata().items() if row["Level"] != "1"}
    for group, rows in each(outcome):
        assert group.n == len(rows)
        assert group.n + group.left_out == 51


@pytest.mark.parametrize("method", WeightMethod)
def test_figures_and_weights_are_those_of_numpy_and_scipy(
    method: WeightMethod, proposals: Callable[[WeightMethod], WeightsOutcome]
) -> None:
    outcome = proposals(method)
    proposed = 0
    for group, rows in each(outcome):
        figures, expected = EXPECTED[method](rows)
        if expected.min() < 0:
            assert group.kept is Kept.NEGATIVE, group.id
            continue
        proposed += 1
        assert group.kept is None, group.id
        found = [child.figure for child in group.children]
        assert found == pytest.approx(list(figures), abs=WITHIN), group.id
        shares = [float(child.after) for child in group.children]
        assert sum(child.after for child in group.children) == 1
        assert shares == pytest.approx(list(expected / expected.sum()), abs=2 * SHARE), group.id
    assert proposed == PROPOSED[method]


def loadings(rows: Array) -> tuple[Array, Array]:
    """By the singular values of the standardised scores, as R's prcomp."""
    _, _, vectors = linalg.svd(stats.zscore(rows, ddof=1), full_matrices=False)
    first = vectors[0] * np.sign(vectors[0].sum())
    return first, first


def entropy(rows: Array) -> tuple[Array, Array]:
    parts = (rows - rows.min(0)) / (rows.max(0) - rows.min(0))
    left = 1 - stats.entropy(parts, axis=0) / np.log(len(rows))
    return left, left


def critic(rows: Array) -> tuple[Array, Array]:
    parts = (rows - rows.min(0)) / (rows.max(0) - rows.min(0))
    names = range(rows.shape[1])
    found = np.array(
        [
            np.sqrt(parts[:, a].var() * len(rows) / (len(rows) - 1))
            * sum(1 - stats.pearsonr(rows[:, a], rows[:, b]).statistic for b in names if b != a)
            for a in names
        ]
    )
    return found, found


def equal(rows: Array) -> tuple[Array, Array]:
    """By a search for equal correlations, with SciPy's hybrid method."""
    size = rows.shape[1]

    def off(given: Array) -> Array:
        mean = rows @ given
        found = [np.corrcoef(rows[:, at], mean)[0, 1] for at in range(size)]
        return np.array([*np.diff(found), given @ rows.std(0) - 1])

    start = 1 / rows.std(0) / size
    done = optimize.root(off, start, tol=1e-13)
    assert done.success or np.abs(done.fun).max() < WITHIN
    mean = rows @ done.x
    return np.array([np.corrcoef(rows[:, at], mean)[0, 1] for at in range(size)]), done.x


EXPECTED = {
    WeightMethod.PCA: loadings,
    WeightMethod.ENTROPY: entropy,
    WeightMethod.CRITIC: critic,
    WeightMethod.EQUAL_INFLUENCE: equal,
}
PROPOSED = {
    WeightMethod.PCA: 7,
    WeightMethod.ENTROPY: 11,
    WeightMethod.CRITIC: 11,
    WeightMethod.EQUAL_INFLUENCE: 4,
}
