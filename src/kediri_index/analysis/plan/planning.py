"""The least-cost plan of one unit to a target, its alternatives and its frontier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.plan.current import Current, known, overall_with, steps_of
from kediri_index.analysis.plan.options import Option
from kediri_index.analysis.plan.pareto_fronts import Front, Levels, Point
from kediri_index.analysis.plan.search import (
    COARSE,
    Problem,
    Watch,
    picks_of,
    problem_of,
    searching,
)
from kediri_index.model.limits import Limits
from kediri_index.model.plans import FrontierPoint, Plan, PlannedSteps
from kediri_index.scoring.fold import OVERALL

_MORE_STEPS = 2
_SEARCHES = 2
"""So many searches with all the work that is allowed are made for the least cost."""
_WHOLE_FRONT = 8
"""Without a highest cost a pair of ways takes so many times as long."""
_MORE = 6
"""So many times as much work is done where a search finds nothing cheaper and proves nothing."""


class Wish(NamedTuple):
    """What is asked: the published overall to reach, and the bounds of the plan."""

    target: Fraction
    most_steps: int | None = None
    alternatives: int = 3
    frontier: bool = False
    work: int = Limits().work
    watch: Watch | None = None


class _Least(NamedTuple):
    """The cheapest way found, and a cost that none is below."""

    point: Point
    at_least: int

    @property
    def is_proven(self) -> bool:
        return self.at_least >= self.point.cost


def planned(current: Current, wish: Wish) -> Plan:
    """Return the plan, with every figure as `score` gives it."""
    problem = problem_of(current.scores, current.leaves, wish.watch)
    return _Planning(current, wish, problem).plan()


class _Planning:
    def __init__(self, current: Current, wish: Wish, problem: Problem) -> None:
        self.current = current
        self.wish = wish
        self.problem = problem

    def plan(self) -> Plan:
        wish, problem = self.wish, self.problem
        rough = searching(problem, min(COARSE, wish.work), most_steps=wish.most_steps)
        best, best_proven = self._best(rough)
        if not best_proven:
            rough = searching(problem, wish.work, most_steps=wish.most_steps)
            best, best_proven = self._best(rough)
        goal = min(wish.target, best)
        least = self._least(rough, goal)
        chosen, others, more = self._ways(least, goal)
        return Plan(
            target=wish.target,
            before=self.current.scores.figures(OVERALL).figure(0),
            chosen=chosen,
            reached=best >= wish.target,
            best=best,
            best_proven=best_proven,
            optimal=least.is_proven and (goal == wish.target or best_proven),
            cost_at_least=Fraction(min(least.at_least, least.point.cost), problem.unit),
            movable=sum(leaf.can_rise for leaf in self.current.leaves.values()),
            alternatives=others,
            more=more,
            frontier=self._frontier() if wish.frontier else None,
        )

    def _best(self, front: Front) -> tuple[Fraction, bool]:
        """Return the highest published overall that is reached, and whether no way goes beyond."""
        best = max(Fraction(one.value) for one in _all(front.sure))
        hoped = max(Fraction(one.value) for one in _all(front.hope))
        # without a limit on steps, raising all that may rise is one of the ways
        return best, self.wish.most_steps is None or hoped <= best

    def _least(self, rough: Front, goal: Fraction) -> _Least:
        """Return the cheapest way to *goal*, by a search without gaps where it takes one."""
        found = _cheapest(rough.sure, goal)
        bound = _cheapest(rough.hope, goal).cost
        pairs, left = min(COARSE, self.wish.work), _SEARCHES * self.wish.work
        while bound < found.cost and left > 0:
            left -= pairs
            front = searching(
                self.problem,
                pairs,
                cap=found.cost - 1,
                most_steps=self.wish.most_steps,
                goal=goal,
            )
            cheaper = _cheapest(front.sure, goal, found)
            bound = max(bound, min(_cheapest(front.hope, goal, found).cost, found.cost))
            if cheaper is found:
                if pairs == self.wish.work:
                    break
                pairs = min(_MORE * pairs, self.wish.work)
            found = cheaper
        return _Least(found, bound)

    def _ways(
        self, least: _Least, goal: Fraction
    ) -> tuple[PlannedSteps, tuple[PlannedSteps, ...], bool]:
        """Return the way to choose, others of the same cost and as few steps, and whether more."""
        first = picks_of(least.point)
        if not least.is_proven or not first:
            return self._steps(first, goal), (), False
        wanted = self.wish.alternatives
        cap = self._with_fewest_steps(least, goal)
        ways = self._found(cap, goal, wanted + _MORE_STEPS)
        if not ways:  # so many ways were too much work: then one is enough
            ways = self._found(cap, goal, 1)
        if not ways:
            return self._steps(first, goal), (), False
        order = {name: at for at, name in enumerate(self.current.leaves)}
        ways.sort(
            key=lambda way: (
                len(way.steps),
                -known(way.after.published),
                -known(way.after.score),
                [(order[step.id], -step.end) for step in way.steps],
            )
        )
        chosen, *others = ways
        return chosen, tuple(others[:wanted]), len(others) > wanted

    def _found(self, cap: int, goal: Fraction, ways: int) -> list[PlannedSteps]:
        """Return the ways that cost *cap* with their steps counted, about as many as *ways*."""
        counted, most_steps = self.problem.with_steps_counted(), self.wish.most_steps
        front = searching(
            counted, self.wish.work, cap=cap, most_steps=most_steps, ways=ways, goal=goal
        )
        reaching = [one for one in _all(front.sure) if one.cost == cap and one.value >= goal]
        found = {tuple(sorted(picks.items())): picks for picks in map(picks_of, reaching)}
        return [self._steps(picks, goal) for picks in found.values()]

    def _with_fewest_steps(self, least: _Least, goal: Fraction) -> int:
        """Return the least cost with the number of steps counted that it takes at least."""
        counted = self.problem.with_steps_counted()
        each = counted.unit // self.problem.unit
        most = least.point.cost * each + len(picks_of(least.point))
        front = searching(
            counted, self.wish.work, cap=most - 1, most_steps=self.wish.most_steps, goal=goal
        )
        return _cheapest(front.sure, goal, Point(most, goal)).cost

    def _frontier(self) -> tuple[FrontierPoint, ...]:
        """Return the least cost of every published overall that can be reached from now on."""
        pairs = max(self.wish.work // _WHOLE_FRONT, 1)
        front = searching(self.problem, pairs, most_steps=self.wish.most_steps)
        found: list[FrontierPoint] = []
        points = sorted(
            (one for points in front.sure for one in points),
            key=lambda one: (one.cost, -one.value),
        )
        for one in points:
            if found and one.value <= known(found[-1].after.published):
                continue
            after = overall_with(self.current, self._rises(picks_of(one)))
            published = known(after.published)
            bound = _cheapest(front.hope, published, one).cost
            cost = Fraction(one.cost, self.problem.unit)
            found.append(FrontierPoint(cost, after, bound >= one.cost))
        return tuple(found)

    def _steps(self, picks: Mapping[str, int], goal: Fraction) -> PlannedSteps:
        """Return the steps of *picks*, whose score must reach *goal*."""
        found = steps_of(self.current, self._rises(picks))
        if known(found.after.published) < goal:
            message = f"{picks} were to reach {goal}, and come to {found.after.published}"
            raise ArithmeticError(message)
        return found

    def _rises(self, picks: Mapping[str, int]) -> dict[str, Option]:
        return {name: self.current.leaves[name].options[at] for name, at in picks.items()}


def _cheapest(levels: Levels, goal: Fraction, otherwise: Point | None = None) -> Point:
    reaching = [one for one in _all(levels) if one.value >= goal]
    if otherwise is not None:
        reaching.append(otherwise)
    return min(reaching, key=_cost)


def _all(levels: Levels) -> Iterable[Point]:
    return (one for points in levels for one in points)


def _cost(point: Point) -> int:
    return point.cost
