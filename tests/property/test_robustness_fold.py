"""Folding many draws at once in floats comes to what the exact engine comes to for one."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.analysis.robustness.factors import Factors
from kediri_index.analysis.robustness.panel import drawn_panel
from kediri_index.model.dataset import Lead
from kediri_index.model.robustness import Drawing
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from tests.property.trees import Tree, stage_sets, trees

CLOSE = 1e-12
DECIMALS = 2


def folded(tree: Tree, stages: frozenset[str]) -> tuple[float, float]:
    definition = tree.definition(stages, DECIMALS)
    panel = drawn_panel(Scores(Prepared((tree.data(),), definition), value=Lead.ASSESSOR))
    found = Factors(panel, Drawing()).overall(np.empty((0, 1)))
    return float(found.exact[0, 0]), float(found.published[0, 0])


def same(ours: float, exact: Fraction | None) -> bool:
    return (
        np.isnan(ours) if exact is None else abs(ours - float(exact)) <= CLOSE * max(1, abs(ours))
    )


@given(tree=trees(mixed=True, sums=True), stages=stage_sets)
def test_a_nominal_draw_is_the_score_whatever_is_missing(
    tree: Tree, stages: frozenset[str]
) -> None:
    overall = tree.result(stages, DECIMALS).overall
    exact, published = folded(tree, stages)
    assert same(exact, overall.score)
    assert same(published, overall.published)


@given(tree=trees(sums=True), stages=stage_sets, draws=st.integers(1, 3))
def test_draws_without_any_change_are_all_the_same(
    tree: Tree, stages: frozenset[str], draws: int
) -> None:
    definition = tree.definition(stages, DECIMALS)
    panel = drawn_panel(Scores(Prepared((tree.data(),), definition), value=Lead.ASSESSOR))
    factors = Factors(panel, Drawing(weights=Fraction(1, 4)))
    found = factors.overall(np.full((factors.columns, draws), 0.5))
    exact, published = folded(tree, stages)
    assert found.exact.shape == (1, draws)
    assert np.allclose(found.exact, exact, rtol=CLOSE, atol=CLOSE, equal_nan=True)
    assert np.allclose(found.published, published, rtol=CLOSE, atol=CLOSE, equal_nan=True)
