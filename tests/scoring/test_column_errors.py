"""Columns beside the exact engine: each value within its error, each unit a denominator of all.

The error has to be small as well, else nothing would be sure; so has the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
import pytest

from kediri_index.messages.numbers import plain
from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import Direction, Level, Outside
from kediri_index.scoring.columns import figures as figures_module
from kediri_index.scoring.columns import patterns as patterns_module
from kediri_index.scoring.columns.figures import ColumnScorer, Figures
from kediri_index.scoring.columns.fold import Fold
from kediri_index.scoring.columns.leaves import Cells, cells_of, leaf_column
from kediri_index.scoring.columns.pairs import RELATIVE, Pair, doubles_of, zeros
from kediri_index.scoring.columns.patterns import Patterns
from kediri_index.scoring.columns.values import (
    UNKNOWN,
    Values,
    common,
    fifteen_digits,
    from_whole,
    rounded,
)
from kediri_index.scoring.leaf import scorer_of
from kediri_index.scoring.leaf_scores import leaf_scores
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.tree import tree_of
from kediri_index.scoring.tree_scores import TreeScores, tree_scores
from tests.findings.building import TOP, checked, csv_table, definition
from tests.scoring.building import SCALE, group, index, question, rule

SMALL = 2.0**-94
"""What errors stay below, as a share of the largest value: some hundred digits' worth of steps."""


def value_of(pair: Pair, at: int) -> Fraction:
    return Fraction(float(pair.high[at])) + Fraction(float(pair.low[at]))


def assert_held(values: Values, at: int, exact: Fraction, pattern: int = 0) -> None:
    """The value is as near as it says, and a whole number of its unit."""
    assert abs(value_of(values.pair, at) - exact) <= Fraction(values.error)
    assert values.error <= SMALL * max(1.0, values.pair.size())
    assert (exact * values.unit(pattern)).denominator == 1
    assert 0 < values.unit(pattern) < 10**9


NUMBERS = tuple(
    None if one is None else Fraction(one) for one in ("33.3", None, "20", "7", "61.25")
)
POSTS = Goalposts(Fraction(20), Fraction(60))
FOUR_TO_TEN = (Fraction("4.1"), Fraction("10.3"))


def column_of(numbers: Sequence[Fraction | None]) -> Cells:
    doubles = [np.nan if number is None else float(number) for number in numbers]
    return cells_of(np.array(doubles).reshape(-1, 1)).column(0)


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@pytest.mark.parametrize(
    "used",
    [
        rule(POSTS, None),
        rule(POSTS, FOUR_TO_TEN, Outside.CLIP),
        rule(POSTS, FOUR_TO_TEN, Outside.KEEP),
        rule(POSTS, FOUR_TO_TEN, Outside.ERROR),
        rule(Goalposts(Fraction(0), Fraction(7)), SCALE, Outside.KEEP),
        rule(None, None),
        rule(None, (Fraction(0), Fraction(70)), Outside.CLIP),
        rule(Levels({Fraction(7): "seven", Fraction("33.3"): "more"}), SCALE, Outside.KEEP),
        rule(
            Levels(
                {Fraction(0): Level("none", Fraction(1)), Fraction(33): "more"}, fractional=True
            ),
            None,
        ),
    ],
    ids=repr,
)
def test_the_scores_of_a_leaf_are_those_of_the_exact_engine(
    used: ScoreRule, direction: Direction
) -> None:
    node = question("a", score=used, direction=direction)
    tree = tree_of(index(group("g", node)))
    column = leaf_column(tree, node, column_of(NUMBERS))
    scorer = scorer_of(used, direction)
    for at, number in enumerate(NUMBERS):
        exact = None if number is None else scorer(number)
        assert bool(column.odd[at]) is (number is not None and exact is None)
        assert_held(column.values, at, exact or Fraction(0))


def test_a_score_that_is_given_to_a_group_is_taken_as_it_is() -> None:
    given = group("g")
    numbers = (Fraction("3.25"), None, Fraction(4))
    column = leaf_column(tree_of(index(given)), given, column_of(numbers))
    assert not column.odd.any()
    assert column.values.units == [100]
    for at, number in enumerate(numbers):
        assert_held(column.values, at, number or Fraction(0))


def test_a_column_of_gaps_is_one_of_zeros() -> None:
    node = question("a", score=rule(POSTS, SCALE))
    for numbers in ((None, None), ()):
        column = leaf_column(tree_of(index(group("g", node))), node, column_of(numbers))
        assert column.values.pair.high.tolist() == [0.0] * len(numbers)
        assert not column.odd.any()


def test_numbers_become_whole_ones_and_places() -> None:
    cells = column_of([Fraction("1.25"), None, Fraction(-3), Fraction(1, 2**14)])
    assert cells.whole[[0, 2, 3]].tolist() == [125, -3, 5**14]
    assert np.isnan(cells.whole[1])
    assert cells.places.tolist() == [2, 0, 0, 14]
    assert cells_of(np.empty((0, 0))).whole.shape == (0, 0)
    pair = Cells(np.array([1.0, np.nan]), np.array([1, 0])).pair()
    assert abs(value_of(pair, 0) - Fraction("0.1")) <= Fraction(RELATIVE)
    assert value_of(pair, 1) == 0


class Case(NamedTuple):
    """A definition, and what its rows come to in columns and one by one."""

    fold: Fold
    figures: Figures
    scorer: ColumnScorer
    units: list[TreeScores]


TREE = """groups:
  - {id: a, kind: pillar, name: A, weight: 0.3}
  - {id: b, kind: pillar, name: B, weight: 0.7, groups: [{id: c, kind: pillar, name: C}]}
indicators:
  - {id: A-1, in: a, name: A-1, weight: 0.25}
  - {id: A-2, in: a, name: A-2, weight: 0.75}
  - {id: B-1, in: b, name: B-1}
  - {id: C-1, in: c, name: C-1, score: {method: goalposts, min: 0, max: 7}}
  - {id: C-2, in: c, name: C-2}
"""
IDS = ("A-1", "A-2", "c", "B-1", "C-1", "C-2")
ROWS = (
    ("1", "2.25", "", "3", "1", "2.5"),
    ("", "2.25", "", "3", "6", "2.5"),
    ("1", "", "", "", "2", ""),
    ("", "", "", "3.1", "3", "0"),
    ("4", "4", "2.75", "1", "", ""),
    ("3.3355", "3.3355", "1.5", "", "5", ""),
    ("", "", "", "", "", ""),
    ("0", "1.0055", "", "2", "4", ""),
    ("1", "2", "", "3", "1", "4"),
)


def case(
    more: str, tree: str = TREE, rows: Sequence[Sequence[str]] = ROWS, *, top: str = TOP
) -> Case:
    text = top + more + tree
    lines = [",".join((f"Kota {at}", *row)) for at, row in enumerate(rows)]
    table = csv_table("\n".join([",".join(("unit", *IDS)), *lines, ""]))
    used = definition(text)
    data = checked(table, text=text).data.units
    answers = [one.answers for one in data if isinstance(one.answers, UnitAnswers)]
    assert len(answers) == len(rows)
    folds: list[Fold] = []

    class Kept(Fold):
        def __init__(self, *args: object) -> None:
            super().__init__(*args)  # type: ignore[arg-type]  # whatever it is made with
            folds.append(self)

    scorer = ColumnScorer(used, answers[0].table)
    with patch.object(figures_module, "Fold", Kept):
        figures = scorer.figures(answers)
    leaves = [leaf_scores(used, one, Lead.ASSESSOR) for one in data]
    return Case(folds[0], figures, scorer, [tree_scores(used, one) for one in leaves])


EXCLUDE = "missing: {answers: exclude}\n"


def stages(*names: str) -> str:
    return EXCLUDE + f"publish: {{decimals: 1, round: [{', '.join(names)}]}}\n"


@pytest.mark.parametrize(
    "more",
    [
        EXCLUDE,
        "missing: {answers: zero}\n",
        stages("overall"),
        stages("pillar"),
        stages("indicators"),
        stages("terms", "overall"),
        stages("indicators", "pillar", "terms", "overall"),
    ],
)
def test_every_node_of_every_unit_is_held(more: str) -> None:
    found = case(more)
    for at, unit in enumerate(found.units):
        pattern = int(found.figures.which[at])
        for node in found.scorer.nodes:
            if node not in unit.exact:
                continue
            assert_held(found.fold.exact[node], at, unit.exact[node], pattern)
            if found.fold.sure[at]:
                assert_held(found.fold.published[node], at, unit.published[node], pattern)
    assert found.figures.sure.all()


@pytest.mark.parametrize("more", [EXCLUDE, "missing: {answers: zero}\n", stages("pillar")])
def test_figures_are_those_that_are_shown(more: str) -> None:
    found = case(more)
    columns = 2 * len(found.scorer.nodes)
    assert found.figures.numbers.shape == (len(ROWS), columns)
    decimals = found.fold.publish.decimals
    for at, unit in enumerate(found.units):
        pattern = found.figures.patterns[found.figures.which[at]]
        for node, number in found.scorer.nodes.items():
            assert pattern.has(node) is (node in unit.exact)
            if node in unit.exact:
                score, published = found.figures.numbers[at, 2 * number : 2 * number + 2]
                assert f"{score:.15g}" == plain(unit.exact[node])
                assert f"{published:.15g}" == plain(round_half_up(unit.published[node], decimals))


NO_SCALE = TOP.replace("scale: {min: 0, max: 4}\n", "")
LONG = ("900000", "", "", "1", "1", "1")
"""A number that ten decimals make longer than columns promise."""


@pytest.mark.parametrize(
    "rounded_at", [(), ("indicators",), ("pillar",), ("indicators", "pillar", "overall")]
)
def test_a_unit_of_which_any_figure_is_in_doubt_is_not_sure(rounded_at: tuple[str, ...]) -> None:
    tree = TREE.replace(", score: {method: goalposts, min: 0, max: 7}", "")
    rows = (*ROWS[:2], LONG, *ROWS[2:4])
    ten = stages(*rounded_at).replace("decimals: 1,", "decimals: 10,")
    found = case(ten, tree, rows, top=NO_SCALE)
    assert found.figures.sure.tolist() == [True, True, False, True, True]
    assert found.fold.sure.tolist() == [True, True, not rounded_at, True, True]


def test_a_unit_with_a_number_and_no_score_is_not_sure() -> None:
    text = TOP + EXCLUDE + TREE
    rows = "Kota 1,1,3,3,1\nKota 2,1,3,8,1\nKota 3,2,3,2,1\n"
    data = checked(csv_table("unit,A-1,B-1,C-1,C-2\n" + rows), text=text).data.units
    answers = [one.answers for one in data if isinstance(one.answers, UnitAnswers)]
    refusing = definition(text.replace("max: 7}", "max: 7, outside: error}"))
    for one in (refusing, definition(text)):
        sure = ColumnScorer(one, answers[0].table).figures(answers).sure.tolist()
        assert sure == [True, one is not refusing, True]


def test_patterns_that_were_seen_are_kept_up_to_an_end() -> None:
    used = definition(TOP + EXCLUDE + TREE)
    patterns = Patterns(used, IDS)
    rows = np.eye(len(IDS), dtype=np.bool_)
    (first,), which = patterns.of(rows[[0, 0]])
    assert which.tolist() == [0, 0]
    again, which = patterns.of(rows[[1, 0, 1]])
    assert again[1] is first
    assert which.tolist() == [0, 1, 0]
    assert first.presence.present == {"A-1"}
    with patch.object(patterns_module, "_KEPT", 2):
        of_two = Patterns(used, IDS)
        for row in (0, 1):
            of_two.of(rows[[row]])
        (kept,), _ = of_two.of(rows[[0]])
        of_two.of(rows[[2]])
        (made_anew,), _ = of_two.of(rows[[0]])
        assert made_anew == kept
        assert made_anew is not kept


def pairs(*values: Fraction | str) -> Pair:
    found = np.array([doubles_of(Fraction(value)) for value in values]).reshape(-1, 2)
    return Pair(found[:, 0], found[:, 1])


def of(value: Fraction | str, error: float = 2.0**-90, unit: int = UNKNOWN) -> Values:
    return Values(pairs(value), error, [unit])


def test_no_value_exceeds_the_size_of_its_column() -> None:
    above = 1 + Fraction(1, 2**54)
    size = pairs(above, "-0.5").size()
    assert above <= Fraction(size) < above + Fraction(1, 10**6)
    assert pairs("0.001").size() < 0.002
    assert zeros(0).size() == 0


def test_pairs_are_compared_by_both_parts() -> None:
    hair = Fraction(1, 2**60)
    one, more, less = pairs("1"), pairs(1 + hair), pairs(1 - hair)
    for low, high in ((less, one), (one, more), (less, more), (one, pairs("2"))):
        assert low.under(high).all()
        assert not high.under(low).any()
    assert not one.under(one).any()
    two = pairs("1", 3 + hair).where(np.array([True, False]), pairs(2 + hair, "4"))
    assert [value_of(two, at) for at in (0, 1)] == [2 + hair, 3 + hair]


@pytest.mark.parametrize("power", [-200, 200])
def test_numbers_at_the_bounds_of_doubles_are_refused(power: int) -> None:
    inside = power - 1 if power > 0 else power + 1
    assert doubles_of(-(Fraction(2) ** inside)) == (-(2.0**inside), 0.0)
    for value in (Fraction(2) ** power, Fraction(2) ** power * Fraction(2 + power // 200, 2)):
        with pytest.raises(OverflowError):
            doubles_of(value)
    assert doubles_of(Fraction(0)) == (0.0, 0.0)


def test_the_finest_unit_and_that_of_each_pattern() -> None:
    assert Values(zeros(0), 0.0, []).finest() == 1
    both = Values(zeros(2), 0.0, [4, 6])
    assert (both.finest(), both.unit(0), both.unit(1)) == (6, 4, 6)
    assert Values(zeros(2), 0.0, [4]).unit(1) == 4
    assert both._replace(units=[4, UNKNOWN]).finest() == float("inf")
    assert common([2**120]) == 2**120
    assert common([2**121]) == UNKNOWN


@pytest.mark.parametrize(("apart", "is_sure"), [("0.5e-10", False), ("1.1e-10", True)])
def test_an_error_grows_with_the_decimals(apart: str, *, is_sure: bool) -> None:
    beside = of(Fraction("2.675") + Fraction(apart), error=1e-10)
    assert rounded(beside, 2).sure.tolist() == [is_sure]
    number = of(Fraction("1.000000000000005") + Fraction(apart) / 10**12, error=1e-22)
    assert fifteen_digits(number).sure.tolist() == [is_sure]


@pytest.mark.parametrize(("error", "is_sure"), [(0.1, True), (0.11, True), (0.13, False)])
def test_a_tie_is_one_where_no_other_value_is_so_near(error: float, *, is_sure: bool) -> None:
    shown = rounded(of("0.5", error, unit=2), 0)
    assert shown.sure.tolist() == [is_sure]
    assert shown.numbers.tolist() == [1.0]


@pytest.mark.parametrize(("error", "is_sure"), [(0.0022, True), (0.0025, False), (0.004, False)])
def test_a_zero_is_one_where_no_other_value_is_so_near(error: float, *, is_sure: bool) -> None:
    assert fifteen_digits(of("0", error, unit=100)).sure.tolist() == [is_sure]


@pytest.mark.parametrize("value", ["0.7", "-0.7", "0.3", "-0.3", "0.5", "-0.5", "0"])
def test_numbers_between_zero_and_one_are_rounded_as_any_other(value: str) -> None:
    shown = rounded(of(value, unit=10), 0)
    assert shown.sure.all()
    assert f"{shown.numbers[0]:.15g}" == plain(round_half_up(Fraction(value), 0))


@pytest.mark.parametrize(
    ("value", "is_sure"),
    [
        ("123456789012345", True),
        ("99999999999999.9", True),  # its logarithm as a double is that of 10^14
        ("100000000000000", True),
        ("0.0001", True),
        ("0.000123456789012345", True),
        ("0.00009", False),
        ("0.000001", False),
        ("0.00000000001", False),
        ("1000000000000000", False),
        ("123456789012345678", False),
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_fifteen_digits_are_sure_of_numbers_without_an_exponent(
    value: str, sign: int, *, is_sure: bool
) -> None:
    exact = sign * Fraction(value)
    shown = fifteen_digits(of(exact, unit=exact.denominator, error=float(abs(exact)) * 2.0**-98))
    assert shown.sure.tolist() == [is_sure]
    if is_sure:
        assert f"{shown.numbers[0]:.15g}" == plain(exact)


def test_what_was_rounded_is_exact_again() -> None:
    values = from_whole(np.array([333.0, -5.0, 0.0]), 2)
    assert values.units == [100]
    for at, exact in enumerate(("3.33", "-0.05", "0")):
        assert_held(values, at, Fraction(exact))


@pytest.mark.parametrize("absent", [("A-2",), ("A-1", "A-2"), ("c", "C-1", "C-2")])
@pytest.mark.parametrize("policy", ["exclude", "zero"])
def test_a_leaf_without_a_column_is_missing_for_all(policy: str, absent: tuple[str, ...]) -> None:
    text = f"{TOP}missing: {{answers: {policy}}}\n{TREE}"
    ids = [name for name in IDS if name not in absent]
    rows = "".join(f"Kota {at},{','.join('321'[at % 3] for _ in ids)}\n" for at in range(3))
    data = checked(csv_table(f"unit,{','.join(ids)}\n{rows}"), text=text).data.units
    answers = [one.answers for one in data if isinstance(one.answers, UnitAnswers)]
    used = definition(text)
    scorer = ColumnScorer(used, answers[0].table)
    figures = scorer.figures(answers)
    assert figures.sure.all()
    for at, one in enumerate(data):
        unit = tree_scores(used, leaf_scores(used, one, Lead.ASSESSOR))
        for node, number in scorer.nodes.items():
            if node in unit.exact:
                assert f"{figures.numbers[at, 2 * number]:.15g}" == plain(unit.exact[node])


def test_the_errors_of_parts_add_up() -> None:
    rows = (("3", "1", "", "3", "1", "2"), ("1000", "1.25", "", "3", "6", "2"))
    found = case(EXCLUDE, rows=rows, top=NO_SCALE)
    exact = found.fold.exact
    quarter, rest = exact["A-1"].error / 4, exact["A-2"].error * 3 / 4
    assert exact["a"].error > quarter + rest > quarter > 0


def test_the_bounds_of_a_range_add_to_the_error() -> None:
    errors = []
    for outside in (Outside.KEEP, Outside.CLIP):
        node = question("a", score=rule(POSTS, FOUR_TO_TEN, outside))
        tree = tree_of(index(group("g", node)))
        errors.append(leaf_column(tree, node, column_of(NUMBERS)).values.error)
    assert errors[1] > errors[0] > 0
