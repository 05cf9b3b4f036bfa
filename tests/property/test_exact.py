"""Published figures equal exact arithmetic, as the definition's rules say it in words."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import floor
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from kediri_index.model.definition import Unanswered
from kediri_index.model.results import Figure
from tests.property.trees import KINDS, Node, Tree, groups_of, trees

STAGES = ("indicators", *KINDS, "terms", "overall")
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
        """Half up: add a half of the last place and cut off (no score here is negative)."""
        last = Fraction(1, 10**self.decimals)
        return floor(value / last + Fraction(1, 2)) * last

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
            sum((share * worth.exact for share, worth in parts), Fraction(0)),
            self.at_stage(
                stage, sum((share * worth.published for share, worth in parts), Fraction(0))
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
        terms = [self.at_stage("terms", share * worth.published) for share, worth in parts]
        return Figure(
            sum((share * worth.exact for share, worth in parts), Fraction(0)),
            self.shown(self.at_stage("overall", sum(terms, Fraction(0)))),
        )


def assert_as_the_oracle_says(tree: Tree, stages: frozenset[str], decimals: int) -> None:
    oracle = Oracle(tree, stages, decimals)
    result = tree.result(stages, decimals)
    assert result.overall == oracle.overall
    nothing = Figure(None, None)
    for name, found in groups_of(result).items():
        assert found.figure == oracle.figures.get(name, nothing), name
    for one in result.indicators:
        assert one.figure == oracle.figures.get(one.id, nothing), one.id
    told = {one.id for one in result.indicators} | set(groups_of(result))
    assert set(oracle.figures) <= told


@settings(max_examples=50)
@pytest.mark.parametrize("decimals", range(5))
@given(tree=trees())
def test_every_figure_equals_exact_arithmetic_under_every_combination_of_stages(
    tree: Tree, decimals: int
) -> None:
    for stages in EVERY_COMBINATION:
        assert_as_the_oracle_says(tree, stages, decimals)


@settings(max_examples=20)
@pytest.mark.parametrize("decimals", range(5))
@given(tree=trees(complete=True))
def test_every_figure_of_a_complete_index_equals_exact_arithmetic(
    tree: Tree, decimals: int
) -> None:
    for stages in EVERY_COMBINATION:
        assert_as_the_oracle_says(tree, stages, decimals)
