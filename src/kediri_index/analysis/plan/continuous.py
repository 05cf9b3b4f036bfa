"""Plans in which a score may rise by any amount: exact where all that counts are weighted means.

Within a sum the cheapest rise comes first. Where a figure is rounded, only the lowest values that
round to each figure matter: so a rounded part of the tree has a front of single points again, and
what stands above chooses among them and fills up by the cheapest rises.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import add
from typing import NamedTuple

from kediri_index.analysis.plan.current import Current, known, overall_with, steps_of
from kediri_index.analysis.plan.options import Leaf, Option
from kediri_index.analysis.plan.pareto_fronts import Picks, Point, Search, exact_front, merged
from kediri_index.analysis.plan.search import lowest_published_as, rising_nodes, rounded_nodes
from kediri_index.model.definition import STAGE_TERMS
from kediri_index.model.plans import FrontierPoint, Plan, PlannedSteps
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.tree import Branch

_ZERO, _ONE = Fraction(0), Fraction(1)
_ALL_PAIRS = 1 << 62


class Piece(NamedTuple):
    """A rise of one leaf: what a point of the node's value costs, and how far it goes.

    *share* is what a point of the leaf adds to the node.
    """

    price: Fraction
    length: Fraction
    leaf: str
    share: Fraction


class Start(NamedTuple):
    """A way to begin with: its cost, the value it has, and the leaves that rise, by how much."""

    cost: Fraction
    value: Fraction
    rises: tuple[tuple[str, Fraction], ...] = ()


class ReachableScores(NamedTuple):
    """What a node can come to: one of *starts*, and from there along *pieces*."""

    starts: tuple[Start, ...]
    pieces: tuple[Piece, ...] = ()

    def times(self, share: Fraction) -> ReachableScores:
        """Return the state of share x value."""
        return ReachableScores(
            tuple(one._replace(value=share * one.value) for one in self.starts),
            tuple(
                Piece(one.price / share, one.length * share, one.leaf, one.share * share)
                for one in self.pieces
            ),
        )

    @property
    def top(self) -> Fraction:
        """The highest value."""
        return max(one.value for one in self.starts) + sum(
            (one.length for one in self.pieces), _ZERO
        )


def planned_freely(current: Current, target: Fraction, *, frontier: bool = False) -> Plan:
    """Return the plan in which scores rise by any amount; every figure is exact."""
    return _FreePlanning(current).plan(target, frontier=frontier)


class _FreePlanning:
    def __init__(self, current: Current) -> None:
        self.current = current
        self.publish = current.definition.publish
        self.branches = current.scores.branches(0)
        self.rounded = rounded_nodes(current.definition)
        self.rising = rising_nodes(self.branches, current.leaves)
        self.state = self._node(OVERALL)

    def plan(self, target: Fraction, *, frontier: bool) -> Plan:
        current = self.current
        before = current.scores.figures(OVERALL).figure(0)
        tops = {
            name: _rise(leaf, leaf.top - leaf.score)
            for name, leaf in current.leaves.items()
            if leaf.top is not None and leaf.can_rise
        }
        best = known(overall_with(current, tops).published)
        chosen = self._way(min(target, best))
        proven = all(score is None or score >= 0 for score in current.scores.folded.exact.values())
        return Plan(
            target=target,
            before=before,
            chosen=chosen,
            reached=best >= target,
            best=best,
            optimal=proven,
            cost_at_least=chosen.cost if proven else _ZERO,
            movable=len(tops),
            frontier=self._frontier(known(before.published), best, proven=proven)
            if frontier
            else None,
        )

    def _frontier(
        self, before: Fraction, best: Fraction, *, proven: bool
    ) -> tuple[FrontierPoint, ...]:
        found = []
        for goal in self._figures(before, best):
            way = self._way(goal)
            found.append(FrontierPoint(way.cost, way.after, proven=proven))
        return tuple(
            one
            for one, following in zip(found, [*found[1:], None], strict=True)
            if following is None or one.cost < following.cost
        )

    def _way(self, goal: Fraction) -> PlannedSteps:
        """Return the cheapest way to have *goal* published."""
        if known(self.current.scores.figures(OVERALL).published[0]) >= goal:
            return steps_of(self.current, {})
        start = min(_filled(self.state, self._lowest(goal)), key=_cheapest)
        leaves = self.current.leaves
        return steps_of(
            self.current, {name: _rise(leaves[name], amount) for name, amount in start.rises}
        )

    def _node(self, node: str) -> ReachableScores:
        if node not in self.rising:
            return ReachableScores((Start(_ZERO, self.current.scores.folded.published[node]),))
        branch = self.branches.get(node)
        state = self._leaf(self.current.leaves[node]) if branch is None else self._branch(branch)
        return self._rounded(state) if node in self.rounded else state

    def _leaf(self, leaf: Leaf) -> ReachableScores:
        length = known(leaf.top) - leaf.score
        return ReachableScores(
            (Start(_ZERO, leaf.score),), (Piece(leaf.per_level, length, leaf.id, _ONE),)
        )

    def _branch(self, branch: Branch) -> ReachableScores:
        parts = [self._node(child).times(share) for child, share in branch.children if share]
        if branch.id == OVERALL and STAGE_TERMS in self.publish.stages:
            parts = [self._rounded(part) for part in parts]
        starts = reduce(_together, (part.starts for part in parts))
        pieces = sorted(
            (piece for part in parts for piece in part.pieces), key=lambda one: one.price
        )
        return ReachableScores(starts, tuple(pieces))

    def _rounded(self, state: ReachableScores) -> ReachableScores:
        """Return the state of the rounded value: for each figure the lowest value that makes it."""
        lowest = min(one.value for one in state.starts)
        starts = [one._replace(value=self._round(one.value)) for one in state.starts]
        for figure in self._figures(self._round(lowest), self._round(state.top)):
            reaching = _filled(state, self._lowest(figure))
            if reaching:
                starts.append(min(reaching, key=_cheapest)._replace(value=figure))
        return ReachableScores(_front(starts))

    def _figures(self, low: Fraction, high: Fraction) -> Iterable[Fraction]:
        unit = 10**self.publish.decimals
        return (Fraction(at, unit) for at in range(int(low * unit), int(high * unit) + 1))

    def _lowest(self, goal: Fraction) -> Fraction:
        return lowest_published_as(goal, self.publish.decimals)

    def _round(self, value: Fraction) -> Fraction:
        return round_half_up(value, self.publish.decimals)


def _rise(leaf: Leaf, amount: Fraction) -> Option:
    return Option(leaf.per_level * amount, leaf.score + amount)


def _filled(state: ReachableScores, need: Fraction) -> list[Start]:
    """Return each start that can come to *need*, filled up to it by the cheapest rises."""
    found = []
    for start in state.starts:
        missing, cost = need - start.value, start.cost
        rises = list(start.rises)
        for piece in state.pieces:
            if missing <= 0:
                break
            taken = min(missing, piece.length)
            missing -= taken
            cost += taken * piece.price
            rises.append((piece.leaf, taken / piece.share))
        if missing <= 0:
            found.append(Start(cost, need, tuple(rises)))
    return found


def _together(starts: tuple[Start, ...], others: tuple[Start, ...]) -> tuple[Start, ...]:
    """Return the front of the sums of both."""
    unit = lcm(*(one.cost.denominator for one in (*starts, *others)))
    ours, theirs = (
        exact_front(([Point(int(one.cost * unit), one.value, one) for one in front],))
        for front in (starts, others)
    )
    (points,) = merged(ours, theirs, add, Search(_ALL_PAIRS)).sure
    return tuple(
        Start(Fraction(point.cost, unit), Fraction(point.value), _joined(point.picks))
        for point in points
    )


def _front(starts: Iterable[Start]) -> tuple[Start, ...]:
    """Return the starts that no cheaper one is as good as."""
    found: list[Start] = []
    for start in sorted(starts, key=lambda one: (one.cost, -one.value)):
        if not found or start.value > found[-1].value:
            found.append(start)
    return tuple(found)


def _joined(picks: Picks) -> tuple[tuple[str, Fraction], ...]:
    """Return the rises of two starts."""
    both = picks if isinstance(picks, tuple) else ()
    return tuple(rise for one in both if isinstance(one, Start) for rise in one.rises)


def _cheapest(start: Start) -> tuple[Fraction, int]:
    return start.cost, len(start.rises)
