"""Published figures equal exact arithmetic, as the definition's rules say it in words."""

from __future__ import annotations

import operator
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from math import floor
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Unanswered
from kediri_index.model.scores import Figure
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from tests.property.trees import KINDS, Node, Tree, groups_of, stage_sets, trees

STAGES = ("indicators", *KINDS, "terms", "overall")
HALF = Fraction(1, 2)
NOTHING_MUCH = Fraction(1, 10**45)
EVERY_COMBINATION = [
    frozenset(chosen) for size in range(len(STAGES) + 1) for chosen in combinations(STAGES, size)
]


class Worth(NamedTuple):
    """What a node comes to: how many answers count in it, and its two values."""

    answers: int
    exact: Fraction
    published: Fraction


class Oracle:
    """The rules, one after the other, for one tree and one way of publishing."""

    def __init__(self, tree: Tree, stages: frozenset[str], decimals: int) -> None:
        self.tree = tree
        self.stages = stages
        self.decimals = decimals
        self.figures: dict[str, Figure] = {}
        self.overall = self._overall()

    def shown(self, value: Fraction) -> Fraction:
        """Half up, away from zero: add a half of the last place and cut off.

        A root that comes to a tie may be short of it by its last digit.
        """
        last = Fraction(1, 10**self.decimals)
        size = floor(abs(value) / last + Fraction(1, 2) + NOTHING_MUCH) * last
        return size if value >= 0 else -size

    def at_stage(self, stage: str, value: Fraction) -> Fraction:
        return self.shown(value) if stage in self.stages else value

    def worth(self, node: Node) -> Worth | None:
        found = self._worth(node)
        if found is not None:
            self.figures[node.id] = Figure(found.exact, self.shown(found.published))
        return found

    def _worth(self, node: Node) -> Worth | None:
        score = node.score
        as_zero = self.tree.answers is Unanswered.ZERO
        if score is None and not node.children and as_zero and node.applies:
            score = Fraction(0)
        stage = node.kind or "indicators"
        if score is not None:
            return Worth(1, score, self.at_stage(stage, score))
        if not node.applies:
            return None
        limit = self.tree.min_present if node.min_present is None else node.min_present
        parts = self.parts(node.children, limit)
        if not parts:
            return None
        return Worth(
            sum(worth.answers for _, worth in parts),
            combined(node.aggregate, [(share, worth.exact) for share, worth in parts]),
            self.at_stage(
                stage,
                combined(node.aggregate, [(share, worth.published) for share, worth in parts]),
            ),
        )

    def parts(
        self, children: tuple[Node, ...], limit: Fraction | None
    ) -> list[tuple[Fraction, Worth]]:
        there = [(child, worth) for child in children if (worth := self.worth(child)) is not None]
        expected = sum(child.applies for child in children)
        if not there or (limit is not None and len(there) < limit * expected):
            return []
        weights = [
            Fraction(worth.answers) if child.weight is None else child.weight
            for child, worth in there
        ]
        whole = sum(weights)
        if whole == 0:
            return []
        return [(weight / whole, worth) for weight, (_, worth) in zip(weights, there, strict=True)]

    def _overall(self) -> Figure:
        parts = self.parts(self.tree.top, self.tree.min_present)
        if not parts:
            return Figure(None, None)
        exact = combined(self.tree.aggregate, [(share, worth.exact) for share, worth in parts])
        if self.tree.aggregate == Arithmetic():
            terms = [self.at_stage("terms", share * worth.published) for share, worth in parts]
            published = sum(terms, Fraction(0))
        else:  # there are no terms to round
            worths = [(share, worth.published) for share, worth in parts]
            published = combined(self.tree.aggregate, worths)
        return Figure(exact, self.shown(self.at_stage("overall", published)))


def combined(  # noqa: PLR0911 - one return an aggregation
    aggregation: Aggregation, parts: list[tuple[Fraction, Fraction]]
) -> Fraction:
    """Return what its textbook formula gives, roots to 90 digits."""
    total = sum((share * score for share, score in parts), Fraction(0))
    if isinstance(aggregation, Arithmetic):
        return total
    counted = [(share, score) for share, score in parts if share]
    lowest = min(score for _, score in counted)
    # Mazziotta-Pareto comes below zero where scores differ much; then some means have no formula
    assume(lowest >= 0 or not isinstance(aggregation, Harmonic | Geometric | Power))
    equal = all(score == lowest for _, score in counted)
    assume(total > 0 or equal or not isinstance(aggregation, MazziottaPareto))
    match aggregation:
        case Min():
            return lowest
        case Max():
            return max(score for _, score in counted)
        case Median():
            low, high = (
                next(
                    edge
                    for edge in order
                    if sum(share for share, score in counted if reaches(score, edge)) >= HALF
                )
                for order, reaches in (
                    (sorted(score for _, score in counted), operator.le),
                    (sorted((score for _, score in counted), reverse=True), operator.ge),
                )
            )
            return (low + high) / 2
        case MazziottaPareto(sign):
            square = sum((share * score * score for share, score in parts), Fraction(0))
            return total if equal else total + sign * (square - total * total) / total
        case Harmonic():
            inverse = [share / score for share, score in counted] if lowest else []
            return 1 / sum(inverse, Fraction(0)) if lowest else lowest
        case Geometric():
            return root_of([(share, score, Fraction(1)) for share, score in counted], None)
        case Power(exponent):
            return root_of([(share, score, exponent) for share, score in counted], exponent)
    raise AssertionError(aggregation)


def root_of(
    parts: list[tuple[Fraction, Fraction, Fraction]], exponent: Fraction | None
) -> Fraction:
    """Return the power mean with *exponent*, or the geometric mean without one."""
    with localcontext(Context(prec=90)):
        shares, scores = ([as_decimal(part[at]) for part in parts] for at in (0, 1))
        if exponent is None:
            logs = [score.ln() if score else None for score in scores]
            if any(log is None for log in logs):
                return Fraction(0)
            weighted = [s * log for s, log in zip(shares, logs, strict=True) if log is not None]
            return Fraction(sum(weighted, Decimal(0)).exp())
        if exponent < 0 and not all(scores):
            return Fraction(0)
        power = as_decimal(exponent)
        mean = sum((s * y**power for s, y in zip(shares, scores, strict=True)), Decimal(0))
        return Fraction(mean ** (1 / power)) if mean else Fraction(0)


def as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def assert_same(figure: Figure, expected: Figure, name: str) -> None:
    """Exactly the same where no root is in it; roots to 45 digits, and the same in print."""
    assert figure.published == expected.published, name
    assert (figure.score is None) == (expected.score is None), name
    if figure.score is not None and expected.score is not None:
        assert abs(figure.score - expected.score) <= NOTHING_MUCH, name


def assert_as_the_oracle_says(tree: Tree, stages: frozenset[str], decimals: int) -> None:
    oracle = Oracle(tree, stages, decimals)
    result = tree.result(stages, decimals)
    is_sums = tree.is_sums
    if is_sums:
        assert result.overall == oracle.overall
    assert_same(result.overall, oracle.overall, "overall")
    nothing = Figure(None, None)
    for name, found in groups_of(result).items():
        assert_same(found.figure, oracle.figures.get(name, nothing), name)
        if is_sums:
            assert found.figure == oracle.figures.get(name, nothing), name
    for one in result.indicators:
        assert one.figure == oracle.figures.get(one.id, nothing), one.id
    told = {one.id for one in result.indicators} | set(groups_of(result))
    assert set(oracle.figures) <= told


@settings(max_examples=8)
@pytest.mark.parametrize("decimals", range(5))
@given(tree=trees())
def test_every_figure_equals_exact_arithmetic_under_every_combination_of_stages(
    tree: Tree, decimals: int
) -> None:
    for stages in EVERY_COMBINATION:
        assert_as_the_oracle_says(tree, stages, decimals)


@settings(max_examples=4)
@pytest.mark.parametrize("decimals", range(5))
@given(tree=trees(complete=True))
def test_every_figure_of_a_complete_index_equals_exact_arithmetic(
    tree: Tree, decimals: int
) -> None:
    for stages in EVERY_COMBINATION:
        assert_as_the_oracle_says(tree, stages, decimals)


@settings(max_examples=60)
@given(tree=trees(mixed=True), stages=stage_sets, decimals=st.integers(0, 4))
def test_every_figure_of_different_aggregations_in_one_tree_is_its_formulas(
    tree: Tree, stages: frozenset[str], decimals: int
) -> None:
    assert_as_the_oracle_says(tree, stages, decimals)
