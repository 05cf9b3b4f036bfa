"""The search up the tree: fronts of leaves, of groups, of the published overall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from math import lcm
from typing import NamedTuple

from kediri_index.analysis.plan.combining import combined, rounded
from kediri_index.analysis.plan.options import Leaf
from kediri_index.analysis.plan.pareto_fronts import (
    Front,
    Levels,
    Point,
    Search,
    exact_front,
    pruned,
)
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_TERMS,
    Definition,
    Group,
    Publish,
)
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.tree import Branch, TreeScores

COARSE = 150_000
"""How many pairs of points the first search looks at in all."""

Watch = Callable[[int, int], None]
"""Receives how many parts of the tree a search has combined, of how many."""


_ONE = Fraction(1)


class Pick(NamedTuple):
    """A leaf that rises, and to which of its options."""

    leaf: str
    option: int


class Problem(NamedTuple):
    """A tree of *branches* whose *leaves* can rise.

    *published* are the values that flow upward now, rounded where they are in *rounded*.

    Costs are whole multiples of 1/*unit*, and each step costs *step* besides. *rising* are the
    nodes with a leaf that can rise at or below them.
    """

    branches: Mapping[str, Branch]
    publish: Publish
    leaves: Mapping[str, Leaf]
    published: Mapping[str, Fraction]
    rounded: frozenset[str]
    unit: int
    rising: frozenset[str]
    watch: Watch | None = None
    step: int = 0

    def with_steps_counted(self) -> Problem:
        """Return the problem in which, of what costs the same, fewer steps cost less."""
        return self._replace(unit=self.unit * (len(self.leaves) + 1), step=1)

    @property
    def merges(self) -> int:
        """About how many mergings of two fronts a search takes."""
        return max(len(self.rising), 1)


def problem_of(
    scores: TreeScores, leaves: Mapping[str, Leaf], watch: Watch | None = None
) -> Problem:
    """Return the problem of the tree of one unit, with these *scores*."""
    unit = lcm(*(one.cost.denominator for leaf in leaves.values() for one in leaf.options))
    branches, definition = scores.branches(0), scores.definition
    rising, rounded_ = rising_nodes(branches, leaves), rounded_nodes(definition)
    published = scores.folded.published
    return Problem(branches, definition.publish, leaves, published, rounded_, unit, rising, watch)


def rounded_nodes(definition: Definition) -> frozenset[str]:
    """Return the nodes whose scores flow upward rounded."""
    return frozenset(
        name
        for name, node in definition.nodes().items()
        if (node.kind if isinstance(node, Group) else STAGE_INDICATORS) in definition.publish.stages
    )


def rising_nodes(branches: Mapping[str, Branch], leaves: Mapping[str, Leaf]) -> frozenset[str]:
    """Return the leaves that can rise, and all nodes above them whose score hangs on them."""
    rising = {name for name, leaf in leaves.items() if leaf.can_rise}
    for branch in branches.values():  # children before parents
        if any(child in rising for child, share in branch.children if share):
            rising.add(branch.id)
    return frozenset(rising)


def searching(
    problem: Problem,
    pairs: int,
    *,
    cap: int | None = None,
    most_steps: int | None = None,
    ways: int = 1,
    goal: Fraction | None = None,
) -> Front:
    """Return the front of the published overall, with *pairs* looked at in all.

    With a *goal* it has only ways that reach it at a cost of *cap* at most, if there are any.
    """
    each = max(pairs // problem.merges, 4)
    return _Tree(problem, Search(each, cap, most_steps, ways), goal, pairs).overall()


class _Tree:
    """The fronts of one search."""

    def __init__(self, problem: Problem, search: Search, goal: Fraction | None, pairs: int) -> None:
        self.problem = problem
        self.left = pairs
        self.goal = None if goal is None else lowest_published_as(goal, problem.publish.decimals)
        self.search = search._replace(room=self._room)
        self.done = 0
        self.branches = problem.branches
        self.rounded = problem.rounded

    def _room(self, wanted: int) -> int:
        """Return how many pairs the next merging may look at: an even part of what is left."""
        to_come = max(self.problem.merges - self.done, 1)
        room = max(self.left // to_come, self.search.pairs)
        self.left -= min(wanted, room)
        self.done = min(self.done + 1, self.problem.merges)
        if self.problem.watch is not None:
            self.problem.watch(self.done, self.problem.merges)
        return room

    def overall(self) -> Front:
        """Return the front of the overall as it is published."""
        return rounded(self._node(OVERALL), self._round, self.search)

    def _node(self, node: str) -> Front:
        """Return the front of a node's value as it flows upward."""
        if node not in self.problem.rising:
            return exact_front(([Point(0, self.problem.published[node])],))
        branch = self.branches.get(node)
        front = self._leaf(node) if branch is None else self._branch(branch)
        return rounded(front, self._round, self.search) if node in self.rounded else front

    def _leaf(self, name: str) -> Front:
        unit, step = self.problem.unit, self.problem.step
        stay, *rises = (
            Point(int(option.cost * unit) + step, option.score, Pick(name, at))
            if at
            else Point(int(option.cost * unit), option.score)
            for at, option in enumerate(self.problem.leaves[name].options)
        )
        levels: Levels = ([stay, *rises],)
        if self.search.most_steps is not None:
            levels = ([stay], rises) if self.search.most_steps else ([stay],)
        return exact_front(pruned(levels, self.search.ways))

    def _branch(self, branch: Branch) -> Front:
        goal = self.goal if branch.id == OVERALL else None
        if not branch.aggregate.additive:
            children = [(share, self._node(child)) for child, share in branch.children if share]
            return combined(branch.aggregate, children, self.search, goal)
        if branch.id == OVERALL and STAGE_TERMS in self.problem.publish.stages:
            terms = [
                (_ONE, rounded(self._node(child), partial(self._term, share), self.search))
                for child, share in branch.children
                if share
            ]
            return combined(branch.aggregate, terms, self.search, goal)
        parts = [(share, self._node(child)) for share, child in self._flat(branch, _ONE)]
        return combined(branch.aggregate, parts, self.search, goal)

    def _flat(self, branch: Branch, whole: Fraction) -> Iterator[tuple[Fraction, str]]:
        """Yield what is added up in *branch*: sums within the sum are parts of it."""
        for child, share in ((child, share) for child, share in branch.children if share):
            inner = self.branches.get(child)
            adds = inner is not None and inner.aggregate.additive and child not in self.rounded
            if inner is not None and adds and child in self.problem.rising:
                yield from self._flat(inner, whole * share)
            else:
                yield whole * share, child

    def _round(self, value: Fraction) -> Fraction:
        return round_half_up(value, self.problem.publish.decimals)

    def _term(self, share: Fraction, value: Fraction) -> Fraction:
        return self._round(share * value)


def lowest_published_as(goal: Fraction, decimals: int) -> Fraction:
    """Return the lowest value that is published as *goal* or more.

    From 0 down there is no lowest one, since -0.005 is published as -0.01: it is the figure.
    """
    unit = 10**decimals
    figure = -(-goal.numerator * unit // goal.denominator)  # the next that can be published
    return Fraction(2 * figure - (figure > 0), 2 * unit)


def picks_of(point: Point) -> dict[str, int]:
    """Return the leaves that rise in *point*, and to which option."""
    found: dict[str, int] = {}
    stack = [point.picks]
    while stack:
        picks = stack.pop()
        if isinstance(picks, Pick):
            found[picks.leaf] = picks.option
        elif isinstance(picks, tuple):
            stack += picks
    return found
