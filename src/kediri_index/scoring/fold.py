"""The tree folded from its leaves up, for one unit in fractions or for many in arrays.

What counts, with which weight, what has a score, and where figures are rounded on their way up is
said here once. It is written in operators that fractions and arrays both have; what they have not
in common is handed in as the arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from kediri_index.model.aggregation import Aggregation, NoScore
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_OVERALL,
    STAGE_TERMS,
    Definition,
    Group,
    Indicator,
    Unanswered,
)
from kediri_index.scoring.completeness import ExpectedNodes, expected_of, negated

OVERALL = ""
"""The id under which the overall stands among the nodes; no definition can use it."""

Node = Group | Indicator
Number = Any
"""A fraction, or an array over units: a score, a weight, a share. None, or NaN, for no score."""
Count = Any
"""A whole number, or an array of them."""
Truth = Any
"""A bool, or a mask over units."""

HAS_SCORE = 0
REASONS = tuple(NoScore)


def code_of(reason: NoScore) -> int:
    """Return the number by which *reason* stands in :attr:`Folded.reasons`."""
    return 1 + REASONS.index(reason)


UNDEFINED = code_of(NoScore.NEGATIVE)
"""From this code on, the scores of children have no combined one."""


class Inner(NamedTuple):
    """An inner node, or the whole, with what its score is made by."""

    id: str
    kind: str | None
    aggregate: Aggregation
    min_present: Fraction | None
    optional: bool
    children: tuple[Node, ...]

    @property
    def stage(self) -> str:
        """The stage of rounding that its score is."""
        return STAGE_OVERALL if self.kind is None else self.kind


class State(NamedTuple):
    """A node: its *score*, and how many *answers* count in it, 0 where it has no score.

    *answered* and *applies*: as in :class:`ExpectedNodes`.
    """

    score: Number
    answers: Count
    answered: Truth
    applies: Truth


_NO_STATES: Mapping[str, State] = MappingProxyType({})


class Leaves(NamedTuple):
    """The leaves by id: their *scores*, and which are *present* (have one) or *inapplicable*.

    Of one unit, or of many; an id that is nowhere is as if nothing was said. A leaf that stands for
    a whole group has a state of its own in *states*, and is in none of the others.
    """

    scores: Mapping[str, Number]
    present: Mapping[str, Truth]
    inapplicable: Mapping[str, Truth]
    states: Mapping[str, State] = _NO_STATES


class Children(NamedTuple):
    """The children of an inner node in their order, with the *total* of their weights.

    What does not count has no score, and the weight 0.
    """

    weights: Sequence[Number]
    total: Number
    shares: Sequence[Number]
    scores: Sequence[Number]


class ChildWeights(NamedTuple):
    """How the children of an inner node counted: each one's *weight* in use and *share*."""

    inner: Inner
    weights: dict[str, Number]
    shares: dict[str, Number]


class Folded(NamedTuple):
    """The scores of all nodes by id, exact and published, and how they came about.

    *answers* is how many answers count in a node, 0 where it has no score; *reasons* why a branch
    has none (see :func:`code_of`). *branches* come children first. A node that is no stage itself
    is not rounded in *published*: what is shown of it still has to be.
    """

    expected: ExpectedNodes
    exact: dict[str, Number]
    published: dict[str, Number]
    answers: dict[str, Count]
    reasons: dict[str, Count]
    branches: dict[str, ChildWeights]


class FoldArithmetic(Protocol):
    """What fractions of one unit and arrays of many do not have in common."""

    nothing: Number
    zero: Number

    def where(self, mask: Truth, then: Number, otherwise: Number) -> Number:
        """Return *then* where *mask* is true, else *otherwise*."""
        ...

    def nowhere(self, mask: Truth) -> bool:
        """Return whether *mask* is false for all units."""
        ...

    def or_zero(self, value: Number) -> Number:
        """Return *value*, 0 where there is none."""
        ...

    def ratio(self, over: Number, under: Number) -> Number:
        """Return *over* / *under*, nothing where *under* is 0."""
        ...

    def share(self, weight: Number, total: Number) -> Number:
        """Return *weight* / *total*, nothing where *total* is 0."""
        ...

    def weight(self, inner: Inner, node: Node, answers: Count) -> Number:
        """Return the weight of a child of *inner*; its *answers* where it has none of its own."""
        ...

    def combined(
        self, inner: Inner, children: Children, ok: Truth, *, published: bool
    ) -> tuple[Number, Count]:
        """Return the combined score of children, and why there is none (0 where there is one).

        *ok* says where there is anything to combine, and *published* whether the scores are those
        that flow up rounded.
        """
        ...

    def rounded(self, node: str, values: Number, decimals: int, *, term: bool = False) -> Number:
        """Return the scores of *node* rounded half up, or with *term* its parts of the overall."""
        ...


def inner_nodes(definition: Definition) -> tuple[Inner, ...]:
    """Return every inner node, children before parents; the whole comes last."""
    least = definition.missing.min_present

    def at_or_below(group: Group) -> Iterator[Inner]:
        for one in group.groups:
            yield from at_or_below(one)
        own = least if group.min_present is None else group.min_present
        yield Inner(group.id, group.kind, group.aggregate, own, group.optional, group.children)

    below = [inner for group in definition.groups for inner in at_or_below(group)]
    whole = Inner(OVERALL, None, definition.aggregate_top, least, False, definition.groups)  # noqa: FBT003
    return (*below, whole)


def reason_of(
    inner: Inner,
    counting: Count,
    applying: Count,
    total: Number,
    where: Callable[[Truth, Count, Count], Count],
) -> Count:
    """Return why *inner* has no score, whatever its children's scores are; HAS_SCORE if it may.

    So many children are *counting* and *applying*; *total* is the weight of those that count.
    """
    reason = where(total > 0, HAS_SCORE, code_of(NoScore.ZERO_WEIGHTS))
    if inner.min_present is not None:
        least, of = inner.min_present.as_integer_ratio()
        enough = counting * of >= least * applying
        reason = where(enough, reason, code_of(NoScore.TOO_FEW))
    return where(counting > 0, reason, code_of(NoScore.NO_ANSWERS))


def filled(state: State, expected: Truth, arithmetic: FoldArithmetic) -> State:
    """Return *state* with a score of 0 where one is *expected* and missing."""
    missing = expected & (state.answers == 0)
    score = arithmetic.where(missing, arithmetic.zero, state.score)
    return state._replace(score=score, answers=arithmetic.where(missing, 1, state.answers))


def fold(
    definition: Definition,
    leaves: Leaves,
    arithmetic: FoldArithmetic,
    expected: ExpectedNodes | None = None,
) -> Folded:
    """Return the scores of all nodes; what is missing counts as 0 where *definition* says so.

    *expected* is what :func:`expected_of` says of the leaves, where that is known.

    A group whose children's scores have no combined one has none, and is left out like one without
    answers: what stands above it is weighted anew. It has neither figure where only one of both,
    exact or published, has no combined score.
    """
    return _Fold(definition, leaves, arithmetic, expected).folded()


class _Part(NamedTuple):
    """The two scores of a node that counts, and how many answers do in it; 0 without a score."""

    exact: Number
    published: Number
    answers: Count


class _Fold:
    def __init__(
        self,
        definition: Definition,
        leaves: Leaves,
        arithmetic: FoldArithmetic,
        expected: ExpectedNodes | None,
    ) -> None:
        self.inners = inner_nodes(definition)
        self.leaves = leaves
        self.arithmetic = arithmetic
        self.stages = definition.publish.stages
        self.decimals = definition.publish.decimals
        self.zeros = definition.missing.answers is Unanswered.ZERO
        self.expected = expected or expected_of(self.inners, leaves)
        self.nowhere = _Part(arithmetic.nothing, arithmetic.nothing, 0)
        self.parts: dict[str, _Part] = {}
        self.reasons: dict[str, Count] = {}
        self.branches: dict[str, ChildWeights] = {}

    def folded(self) -> Folded:
        for inner in self.inners:
            reached = self.expected.reached[inner.id]
            for child in inner.children:
                if child.id not in self.parts:
                    self.parts[child.id] = self._leaf(child)
            given = self.leaves.present.get(inner.id, False)
            if self.arithmetic.nowhere(reached):
                self.parts[inner.id] = self.nowhere
            elif self.arithmetic.nowhere(negated(given)):
                self.parts[inner.id] = self._leaf(inner)
            elif inner.children or inner.kind is None:
                self.parts[inner.id] = self._at(inner.id, self._branch(inner), reached)
        return Folded(
            self.expected,
            {node: part.exact for node, part in self.parts.items()},
            {node: part.published for node, part in self.parts.items()},
            {node: part.answers for node, part in self.parts.items()},
            self.reasons,
            self.branches,
        )

    def _at(self, node: str, part: _Part, reached: Truth) -> _Part:
        """Return the *part* of *node* where no score above it is given."""
        if reached is True:
            return part
        where, nothing = self.arithmetic.where, self.arithmetic.nothing
        if node in self.reasons:
            self.reasons[node] = where(reached, self.reasons[node], HAS_SCORE)
        exact = where(reached, part.exact, nothing)
        same = part.published is part.exact
        published = exact if same else where(reached, part.published, nothing)
        return _Part(exact, published, where(reached, part.answers, 0))

    def _leaf(self, node: Node | Inner) -> _Part:
        """Return an indicator, a group without children, or one whose score is given."""
        where = self.arithmetic.where
        counts, expected = self.expected.reached[node.id], self.expected.expected[node.id]
        state = self.leaves.states.get(node.id)
        if state is None:
            there = self.leaves.present.get(node.id, False)
            score = self.leaves.scores.get(node.id, self.arithmetic.nothing)
            state = State(score, where(there, 1, 0), there, expected)
        else:
            counts = expected
        if self.zeros and not (isinstance(node, Group) and node.children):
            state = filled(state, expected, self.arithmetic)
        stage = STAGE_INDICATORS
        if not isinstance(node, Indicator):
            stage = node.kind or STAGE_OVERALL
            self.reasons[node.id] = where(state.answers > 0, HAS_SCORE, code_of(NoScore.NO_ANSWERS))
        published = self._staged(node.id, state.score, stage)
        return self._at(node.id, _Part(state.score, published, state.answers), counts)

    def _staged(self, node: str, value: Number, stage: str) -> Number:
        if stage not in self.stages:
            return value
        return self.arithmetic.rounded(node, value, self.decimals)

    def _branch(self, inner: Inner) -> _Part:
        arithmetic = self.arithmetic
        where, nothing = arithmetic.where, arithmetic.nothing
        parts = {child.id: self.parts[child.id] for child in inner.children}
        there = {child: part.answers > 0 for child, part in parts.items()}
        weights = {}
        for child in inner.children:
            answers = parts[child.id].answers if inner.aggregate.by_shares else 1
            own = arithmetic.weight(inner, child, answers)
            weights[child.id] = where(there[child.id], own, 0)
        total, applying = sum(weights.values()), 0
        if inner.min_present is not None:
            applying = sum(self.expected.applies[child] for child in parts)
        reason = reason_of(inner, sum(there.values()), applying, total, where)
        ok = reason == HAS_SCORE
        divisor = total if inner.aggregate.by_shares else 1
        shares = {child: arithmetic.share(weight, divisor) for child, weight in weights.items()}
        rounded = inner.aggregate.over_units or any(
            part.published is not part.exact for part in parts.values()
        )
        each = tuple(weights.values()), total, tuple(shares.values())
        exact, undefined = nothing, HAS_SCORE
        if not arithmetic.nowhere(ok):
            scores = [part.exact for part in parts.values()]
            children = Children(*each, scores)
            exact, undefined = arithmetic.combined(inner, children, ok, published=False)
        published = exact
        if rounded and not arithmetic.nowhere(ok):
            scores = [part.published for part in parts.values()]
            children = Children(*each, scores)
            published, also = arithmetic.combined(inner, children, ok, published=True)
            undefined = where(undefined > 0, undefined, also)
        terms = inner.id == OVERALL and STAGE_TERMS in self.stages and inner.aggregate.additive
        if terms and not arithmetic.nowhere(ok):
            published = self._sum_of_terms(shares, parts)
        self.branches[inner.id] = ChildWeights(inner, weights, shares)
        self.reasons[inner.id] = where(ok, undefined, reason)
        ok = ok & (undefined == HAS_SCORE)
        same = published is exact
        exact = where(ok, exact, nothing)
        published = exact if same else where(ok, published, nothing)
        published = self._staged(inner.id, published, inner.stage)
        answers = where(ok, sum(part.answers for part in parts.values()), 0)
        return self._or_given(inner, _Part(exact, published, answers))

    def _sum_of_terms(self, shares: Mapping[str, Number], parts: Mapping[str, _Part]) -> Number:
        arithmetic = self.arithmetic
        return sum(
            arithmetic.rounded(
                child, share * arithmetic.or_zero(parts[child].published), self.decimals, term=True
            )
            for child, share in shares.items()
        )

    def _or_given(self, inner: Inner, computed: _Part) -> _Part:
        """Return what is given for an inner node where it is, else what was *computed*."""
        given = self.leaves.present.get(inner.id, False)
        if inner.kind is None or self.arithmetic.nowhere(given):
            return computed
        where = self.arithmetic.where
        score = self.leaves.scores[inner.id]
        shown = self._staged(inner.id, score, inner.stage)
        exact = where(given, score, computed.exact)
        same = shown is score and computed.published is computed.exact
        self.reasons[inner.id] = where(given, HAS_SCORE, self.reasons[inner.id])
        return _Part(
            exact,
            exact if same else where(given, shown, computed.published),
            where(given, 1, computed.answers),
        )
