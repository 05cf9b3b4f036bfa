"""Draws against the exact engine: the same changes made by hand, and scored by Fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index.analysis.robustness.draws import Overall
from kediri_index.analysis.robustness.factors import Factors, name_of
from kediri_index.analysis.robustness.panel import drawn_panel
from kediri_index.analysis.robustness.sampling import random_draws
from kediri_index.analysis.robustness.summary import ranks_by_draw
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition, Group, Indicator, ScoreClass
from kediri_index.model.language import Label
from kediri_index.model.profile import Hints
from kediri_index.model.robustness import Drawing, FactorKind, WeightSet
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.arrays.tree import in_class
from kediri_index.scoring.arrays.values import Array
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.rounding import label_of
from kediri_index.scoring.rounding import ranks as exact_ranks
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import load_definition, read_workbooks
from kediri_index.usecases.score import score
from tests.property import test_compared_panels as panels
from tests.property.trees import Tree, stage_sets, trees
from tests.scoring.building import answer, group, index, question, unit
from tests.scoring.one_unit import score_unit

CLOSE = 1e-9
CHANGE = Fraction(1, 4)
WAYS: tuple[Aggregation, ...] = (
    Arithmetic(),
    Geometric(),
    Harmonic(),
    Median(),
    Power(Fraction(2)),
)


def drawn(
    definition: Definition, units: Sequence[UnitData], drawing: Drawing, draws: int = 4
) -> tuple[Factors, Array, Overall]:
    factors = factors_of(definition, units, drawing)
    uniform = random_draws(drawing.seed).random((draws, factors.columns))
    return factors, uniform, factors.overall(uniform.T)


def factors_of(definition: Definition, units: Sequence[UnitData], drawing: Drawing) -> Factors:
    scores = Scores(Prepared(tuple(units), definition), value=Lead.ASSESSOR)
    return Factors(drawn_panel(scores, missing=drawing.missing), drawing)


def with_weights(
    group: Group, factors: dict[str, Fraction], aggregate: Aggregation | None = None
) -> Group:
    """The group with every weight below it times its factor, combined in another way."""

    def weight(node: Group | Indicator) -> Fraction:
        own = node.weight if node.weight is not None else Fraction(1)
        return own * factors.get(node.id, Fraction(1))

    return group._replace(
        weight=weight(group),
        aggregate=aggregate or group.aggregate,
        groups=tuple(with_weights(one, factors, aggregate) for one in group.groups),
        indicators=tuple(one._replace(weight=weight(one)) for one in group.indicators),
    )


def with_drawn_weights(definition: Definition, factors: Factors, row: Array) -> Definition:
    """The definition with the weights that a row of uniform numbers stands for."""
    changed = {
        child: 1 + CHANGE * (2 * Fraction(row[part.start + at]) - 1)
        for part in factors.parts
        if part.factor.kind is FactorKind.WEIGHTS
        for at, child in enumerate(factors.panel.siblings[part.factor.node or ""])
    }
    if not changed:
        return definition
    return definition._replace(
        groups=tuple(with_weights(one, changed) for one in definition.groups)
    )


def same(ours: float, exact: Fraction | None) -> bool:
    return bool(np.isnan(ours)) if exact is None else abs(ours - float(exact)) <= CLOSE


def weighted(tree: Tree, stages: frozenset[str]) -> Definition:
    """The definition of *tree* with a weight at every node."""
    definition = tree.definition(stages)
    return definition._replace(groups=tuple(with_weights(one, {}) for one in definition.groups))


@settings(max_examples=40)
@given(tree=trees(mixed=True), stages=stage_sets, seed=st.integers(0, 99))
def test_a_draw_of_weights_scores_as_a_definition_with_these_weights(
    tree: Tree, stages: frozenset[str], seed: int
) -> None:
    definition = weighted(tree, stages)
    factors, uniform, found = drawn(definition, [tree.data()], Drawing(seed=seed, weights=CHANGE))
    for number, row in enumerate(uniform):
        overall = score_unit(with_drawn_weights(definition, factors, row), tree.data()).overall
        assert same(found.exact[0, number], overall.score)


@settings(max_examples=40)
@given(tree=trees(mixed=True), stages=stage_sets, seed=st.integers(0, 99))
def test_a_drawn_aggregation_combines_every_group(
    tree: Tree, stages: frozenset[str], seed: int
) -> None:
    definition = weighted(tree, stages)
    drawing = Drawing(seed=seed, aggregations=WAYS)
    _, uniform, found = drawn(definition, [tree.data()], drawing)
    for number, (value,) in enumerate(uniform):
        way = WAYS[int(value * len(WAYS))]
        other = definition._replace(
            aggregate_top=way,
            groups=tuple(with_weights(one, {}, way) for one in definition.groups),
        )
        overall = score_unit(other, tree.data()).overall
        assert same(found.exact[0, number], overall.score)
        assert same(found.published[0, number], overall.published)


@settings(max_examples=60)
@given(tree=trees(mixed=True), stages=stage_sets, weights=st.booleans(), seed=st.integers(0, 99))
def test_a_missing_answer_is_drawn_as_if_it_were_given(
    tree: Tree, stages: frozenset[str], seed: int, *, weights: bool
) -> None:
    definition = weighted(tree, stages) if weights else tree.definition(stages)
    more = tree.with_states({one.id: Fraction(1) for one in tree.unanswered()[::2]})
    units = [tree.data(), more.data(), unit()]
    drawing = Drawing(seed=seed, missing=True, weights=CHANGE if weights else None)
    factors, uniform, found = drawn(definition, units, drawing)
    for number, row in enumerate(uniform):
        given_now = [dict(one.answers) for one in units]
        gaps = factors.panel.gaps
        for gap, value in zip(gaps, row[len(row) - len(gaps) :], strict=True):
            assert (gap.low, gap.high) == (0, 4)
            given_now[gap.place][gap.leaf] = answer(gap.leaf, 4 * Fraction(value))
        other = with_drawn_weights(definition, factors, row)
        for at, one in enumerate(units):
            overall = score_unit(other, one._replace(answers=given_now[at])).overall
            assert same(found.exact[at, number], overall.score)
            assert same(found.published[at, number], overall.published)


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_units_compared_with_each_other_have_the_engines_scores(
    seed: int, tmp_path: Path, *, each: bool
) -> None:
    rows = panels.drawn(seed)
    config, data = tmp_path / "uji.yaml", tmp_path / "uji.csv"
    config.write_text(panels.DEFINITION % ("each" if each else "pooled"), encoding="utf-8")
    lines = [",".join(("unit", "year", *panels.INDICATORS))]
    for (name, year), row in rows.items():
        cells = (str(row[one]) if one in row else "" for one in panels.INDICATORS)
        lines.append(",".join((name, str(year), *cells)))
    data.write_text("\n".join([*lines, ""]), encoding="utf-8")
    definition, submission = load_definition(config), read_workbooks(data)
    point = Hints(decimal_mark=".")
    made = check(submission, definition, hints=point, complete=True).ready
    assert made is not None
    panel = drawn_panel(Scores(made))
    found = Factors(panel, Drawing()).overall(np.empty((0, 1)))
    outcome = score(submission, definition, hints=point, allow_errors=True)
    assert outcome.units
    counted = [at for at, data in enumerate(made.units) if not data.left_out]
    assert panel.places.tolist() == counted
    for at, place in enumerate(counted):
        overall = outcome.units[place].overall
        assert same(found.exact[at, 0], overall.score)
        assert same(found.published[at, 0], overall.published)


score_lists = st.lists(
    st.none() | st.integers(0, 12).map(lambda n: Fraction(n, 4)), min_size=2, max_size=9
)


@given(rows=st.lists(score_lists, min_size=1, max_size=5))
def test_ranks_are_the_engines_also_in_ties(rows: list[list[Fraction | None]]) -> None:
    width = len(rows[0])
    table = [(row + [None] * width)[:width] for row in rows]
    scores = np.array([[np.nan if one is None else float(one) for one in row] for row in table])
    scores += np.linspace(0, 4e-11, width)  # closer than what counts as different
    found = ranks_by_draw(scores.T, [np.arange(width)])
    for row, ours in zip(table, found.T, strict=True):
        assert [one or None for one in ours.tolist()] == exact_ranks(row)


@given(scores=st.lists(st.integers(0, 16).map(lambda n: Fraction(n, 4)), min_size=1, max_size=9))
def test_classes_are_the_engines_also_at_their_bounds(scores: list[Fraction]) -> None:
    classes = (
        ScoreClass(Label("low"), Fraction(1)),
        ScoreClass(Label("middle"), Fraction(2), bound_included=True),
        ScoreClass(Label("high"), None),
    )
    inside = in_class(np.array([[float(one)] for one in scores]), classes)
    for at, one in enumerate(scores):
        expected = label_of(one, classes)
        assert [mask[at, 0] for mask in inside] == [other.label is expected for other in classes]


def test_a_set_of_weights_stands_in_for_those_of_the_definition() -> None:
    data, definition = _two_questions()
    sets = (
        WeightSet("one", {"n1": Fraction(3), "n2": Fraction(1)}),
        WeightSet("other", {"n1": Fraction(0), "n2": Fraction(1)}),
    )
    factors = factors_of(definition, [data], Drawing(weight_sets=sets))
    each = factors.each_set()
    assert each is not None
    assert factors.overall(each).exact.tolist() == [[1.75, 4]]
    assert [factor.kind for factor in factors.all] == [FactorKind.WEIGHT_SETS]


def test_a_unit_without_any_answer_has_no_score_in_any_draw() -> None:
    _, definition = _two_questions()
    drawing = Drawing(weight_sets=(WeightSet("one", {"n1": Fraction(3)}),))
    found = factors_of(definition, [unit(), unit()], drawing).overall(np.full((1, 1), 0.5))
    assert found.exact.shape == (2, 1)
    assert np.isnan(found.exact).all()


def test_draw_number_i_is_the_same_however_many_there_are() -> None:
    data, definition = _two_questions()
    drawing = Drawing(weights=CHANGE, seed=3)
    few, many = (drawn(definition, [data], drawing, draws)[2].exact for draws in (3, 50))
    assert few.tolist() == many[:, :3].tolist()


def test_aggregations_are_named_as_the_command_line_writes_them() -> None:
    assert [name_of(one) for one in WAYS[-2:]] == ["median", "power:2"]


def _two_questions() -> tuple[UnitData, Definition]:
    definition = index(group("g", question("n1", 1), question("n2", 1)))
    return unit(answer("n1", 1), answer("n2", 4)), definition
