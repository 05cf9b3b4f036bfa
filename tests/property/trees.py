"""Random trees with their answers, as plain data, and the definitions and data they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count

from hypothesis import strategies as st

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.dataset import Answer, Missing, UnitData
from kediri_index.model.definition import Definition, Group, Indicator, Unanswered
from kediri_index.model.scores import GroupResult, UnitResult
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.aggregations.sum import Sum
from tests.scoring.building import answer, group, index, question, unit
from tests.scoring.one_unit import score_unit

KINDS = ("dimension", "pillar")
DEPTH = 4
ARITHMETIC: Aggregation = Arithmetic()
State = Fraction | Missing | None
"""A score, the reason that a row gives for none, or no row at all."""


@dataclass(frozen=True)
class Node:
    """An indicator (*kind* None) or a group; a group's *state* is its given score."""

    id: str
    kind: str | None = None
    weight: Fraction | None = None
    state: State = None
    optional: bool = False
    min_present: Fraction | None = None
    children: tuple[Node, ...] = ()
    aggregate: Aggregation = ARITHMETIC

    @property
    def score(self) -> Fraction | None:
        return self.state if isinstance(self.state, Fraction) else None

    @property
    def answered(self) -> bool:
        """Whether anything at or below the node has a score."""
        return self.score is not None or any(child.answered for child in self.children)

    @property
    def applies(self) -> bool:
        """Whether an answer is expected: not of an unused option, nor where none applies."""
        if self.score is not None:
            return True
        if self.state is Missing.NOT_APPLICABLE or (self.optional and not self.answered):
            return False
        return not self.children or any(child.applies for child in self.children)

    def unanswered(self) -> Iterator[Node]:
        """Yield the expected leaves at or below the node that have no score."""
        if self.applies and self.score is None:
            if not self.children:
                yield self
            for child in self.children:
                yield from child.unanswered()

    def with_states(self, states: Mapping[str, State]) -> Node:
        """Return the node with other states, by id."""
        return replace(
            self,
            state=states.get(self.id, self.state),
            children=tuple(child.with_states(states) for child in self.children),
        )

    def all(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True)
class Tree:
    """The top level of an index, with what it does about missing answers."""

    top: tuple[Node, ...]
    answers: Unanswered
    min_present: Fraction | None = None
    aggregate: Aggregation = ARITHMETIC

    @property
    def is_sums(self) -> bool:
        """Whether every figure is a weighted mean."""
        return self.aggregate.additive and all(one.aggregate.additive for one in self.all())

    def all(self) -> Iterator[Node]:
        for node in self.top:
            yield from node.all()

    def unanswered(self) -> tuple[Node, ...]:
        return tuple(leaf for node in self.top for leaf in node.unanswered())

    def with_states(self, states: Mapping[str, State]) -> Tree:
        return replace(self, top=tuple(node.with_states(states) for node in self.top))

    def definition(self, stages: frozenset[str] = frozenset(), decimals: int = 2) -> Definition:
        return index(
            *(_group(node) for node in self.top),
            answers=self.answers,
            min_present=self.min_present,
            stages=stages,
            decimals=decimals,
            aggregate=self.aggregate,
        )

    def data(self) -> UnitData:
        return unit(*(_answer(node, node.state) for node in self.all() if node.state is not None))

    def result(self, stages: frozenset[str] = frozenset(), decimals: int = 2) -> UnitResult:
        return score_unit(self.definition(stages, decimals), self.data())


def _group(node: Node) -> Group:
    return group(
        node.id,
        *(_node(child) for child in node.children),
        kind=node.kind or "",
        weight=node.weight,
        optional=node.optional,
        min_present=node.min_present,
        aggregate=node.aggregate,
    )


def _node(node: Node) -> Group | Indicator:
    return question(node.id, node.weight) if node.kind is None else _group(node)


def _answer(node: Node, state: Fraction | Missing) -> Answer:
    return answer(node.id, state)


def groups_of(result: UnitResult) -> dict[str, GroupResult]:
    """Return every group's result by id."""
    found: dict[str, GroupResult] = {}
    waiting = list(result.groups)
    while waiting:
        one = waiting.pop()
        found[one.id] = one
        waiting += one.groups
    return found


hundredths = st.integers(0, 400).map(lambda n: Fraction(n, 100))
near_ties = st.integers(0, 800).map(lambda n: Fraction(n, 200))
means_of_assessors = st.builds(
    lambda total, share: Fraction(total % (4 * share + 1), share),
    st.integers(0, 1000),
    st.integers(1, 7),
)
scores = hundredths | near_ties | means_of_assessors
reasons = st.sampled_from([Missing.EMPTY, Missing.NOT_APPLICABLE, Missing.NOT_DUE])
some_score = st.integers(0, 9).flatmap(
    lambda n: scores if n < 7 else st.none() if n < 8 else reasons
)
some_weight = st.integers(1, 40).map(lambda n: Fraction(n, 4)) | st.sampled_from(
    [Fraction(0), Fraction(10), Fraction(30), Fraction(1, 3)]
)
exponents = st.sampled_from(
    [Fraction(one) for one in ("2", "-1", "-2", "3", "0.5", "-0.5", "0.1", "7.25")]
)
means: st.SearchStrategy[Aggregation] = st.one_of(
    st.sampled_from([Arithmetic(), Geometric(), Harmonic(), Min(), Max(), Median()]),
    exponents.map(Power),
)
aggregations = means | st.sampled_from([MazziottaPareto(1), MazziottaPareto(-1)])
policies = st.sampled_from(list(Unanswered))
stage_sets = st.frozensets(st.sampled_from(["indicators", *KINDS, "terms", "overall"]))


@st.composite
def trees(
    draw: st.DrawFn,
    *,
    complete: bool = False,
    weightless: bool = True,
    mixed: bool = False,
    sums: bool = False,
) -> Tree:
    """Return a ragged tree of up to four levels.

    *complete* leaves nothing out: every leaf has a score and there is no limit below which a group
    has none. Without *weightless* every weight is above zero. *mixed* combines the children of each
    group in another way, with *sums* also as a sum.
    """
    numbers = count(1)
    ways = aggregations if mixed else st.just(ARITHMETIC)
    ways = ways | st.just(Sum()) if sums else ways
    weights = some_weight if weightless else some_weight.filter(bool)
    states = scores if complete else some_score
    limits = (
        st.none()
        if complete
        else st.none()
        | st.sampled_from(
            [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]
        )
    )

    def siblings(depth: int) -> tuple[Node, ...]:
        weighted = draw(st.sampled_from(["all", "all", "none", "some"]))
        size = draw(st.integers(1, 4 if depth < 3 else 3))
        return tuple(node(depth, weighted) for _ in range(size))

    def node(depth: int, weighted: str) -> Node:
        weight = None
        if weighted == "all" or (weighted == "some" and draw(st.booleans())):
            weight = draw(weights)
        name = f"n{next(numbers)}"
        is_group = depth == 1 or (depth < DEPTH and draw(st.integers(0, 2)) == 0)
        if not is_group:
            return Node(name, weight=weight, state=draw(states))
        kind = draw(st.sampled_from(KINDS))
        optional = draw(st.integers(0, 4)) == 0
        shape = draw(st.integers(0, 9))
        if shape == 0 or depth == DEPTH:
            return Node(name, kind, weight, draw(states), optional)
        given: State = None
        if shape == 1:
            given = draw(scores)
        elif shape == 2 and not complete:
            given = Missing.EMPTY
        limit, inner = draw(limits), siblings(depth + 1)
        return Node(name, kind, weight, given, optional, limit, inner, draw(ways))

    return Tree(siblings(1), draw(policies), draw(limits), draw(ways))
