"""A plan equals what trying every way out finds, under every aggregation and rounding."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from kediri_index.analysis.plan import medians, planning
from kediri_index.analysis.plan.current import Current, known
from kediri_index.analysis.plan.options import Ways
from kediri_index.analysis.plan.pareto_fronts import Front
from kediri_index.analysis.plan.planning import Wish, planned
from kediri_index.analysis.plan.search import Problem, searching
from kediri_index.model.plans import Plan
from kediri_index.model.scores import Figure
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.fold import OVERALL
from tests.analysis.plan_grounds import (
    AGGREGATIONS,
    STAGES,
    Way,
    every_way,
    ground_of,
    random_ground,
)
from tests.scoring.building import group, index, question

STAGE_SETS = [chosen for count in range(6) for chosen in combinations(STAGES, count)]
MOST_WAYS = 24
SLOW = {"geometric", "power 2", "power -1/2"}
"""Of these, roots are computed to 50 digits: half as many ways."""
ALTERNATIVES = 2


def published(way: Way) -> Fraction:
    assert way.after.published is not None
    return way.after.published


def exact(figure: Figure) -> Fraction:
    assert figure.score is not None
    return figure.score


def targets(ways: list[Way], chance: random.Random) -> list[Fraction]:
    """Return some published scores that are reached, and one that is not."""
    reached = sorted({published(way) for way in ways})
    return [*chance.sample(reached, min(2, len(reached))), reached[-1] + 1]


def assert_same(current: Current, ways: list[Way], plan: Plan, most_steps: int | None) -> None:
    allowed = [way for way in ways if most_steps is None or way.steps <= most_steps]
    best = max(map(published, allowed))
    goal = min(plan.target, best)
    reaching = [way for way in allowed if published(way) >= goal]
    cost = min(way.cost for way in reaching)
    cheapest = [way for way in reaching if way.cost == cost]
    fewest = min(way.steps for way in cheapest)
    assert (plan.best, plan.reached) == (best, best >= plan.target)
    assert plan.optimal
    assert plan.chosen.cost == plan.cost_at_least == cost
    assert len(plan.chosen.steps) == fewest
    as_few = {frozenset(way.scores.items()): way.after for way in cheapest if way.steps == fewest}
    now = {name: leaf.score for name, leaf in current.leaves.items()}
    said = [plan.chosen, *plan.alternatives]
    for one in said:
        ends = frozenset((now | {step.id: step.end for step in one.steps}).items())
        assert as_few.pop(ends) == one.after
        gained = sum((step.gain for step in one.steps), Fraction(0))
        assert gained == exact(one.after) - exact(plan.before)
    medians = any(branch.aggregate == Median() for branch in current.scores.branches(0).values())
    assert medians or plan.more == bool(as_few)
    assert not plan.more or len(plan.alternatives) == ALTERNATIVES


def assert_frontier(ways: list[Way], plan: Plan) -> None:
    """The cheapest way to everything that is published, and nothing else."""
    assert plan.frontier is not None
    least: dict[Fraction, Fraction] = {}
    for way in sorted(ways, key=lambda one: (one.cost, -published(one))):
        if all(published(way) > one for one in least):
            least[published(way)] = way.cost
    assert {one.after.published: one.cost for one in plan.frontier} == least
    assert all(one.proven for one in plan.frontier)
    after = {(way.cost, way.after) for way in ways}
    assert all((one.cost, one.after) in after for one in plan.frontier)


@pytest.mark.parametrize("name", [*AGGREGATIONS, "any"])
def test_a_plan_is_what_trying_all_ways_finds(name: str) -> None:
    chance = random.Random(f"plan {name}")  # noqa: S311 - no secret
    most_ways = MOST_WAYS // 2 if name in SLOW else MOST_WAYS
    for stages in STAGE_SETS[len(name) % 2 :: 2]:
        current = random_ground(chance, AGGREGATIONS.get(name), stages, most_ways)
        ways = list(every_way(current))
        for target in targets(ways, chance):
            most_steps = chance.choice([None, None, 1, 2, 3])
            wish = Wish(target, most_steps, ALTERNATIVES)
            assert_same(current, ways, planned(current, wish), most_steps)
        assert_frontier(ways, planned(current, Wish(targets(ways, chance)[0], frontier=True)))


@pytest.mark.parametrize("name", [*AGGREGATIONS, "any"])
def test_with_too_little_work_the_bound_still_holds(name: str) -> None:
    chance = random.Random(f"little {name}")  # noqa: S311 - likewise
    unproven = 0
    for stages in STAGE_SETS[::5]:
        current = random_ground(chance, AGGREGATIONS.get(name), stages, 60)
        ways = list(every_way(current))
        for target in targets(ways, chance):
            plan = planned(current, Wish(target, frontier=True, work=10))
            goal = min(target, plan.best)
            least = min(way.cost for way in ways if published(way) >= goal)
            assert plan.best == max(map(published, ways))
            assert plan.cost_at_least <= least <= plan.chosen.cost
            assert (plan.chosen.after.published or 0) >= goal
            assert plan.optimal == (plan.cost_at_least == plan.chosen.cost)
            unproven += not plan.optimal
            assert_bounded_frontier(ways, plan)
    assert unproven or name in {"min", "max", "median"}


def assert_bounded_frontier(ways: list[Way], plan: Plan) -> None:
    """What is marked as proven is the least cost; all else costs no less than that."""
    assert plan.frontier is not None
    for point in plan.frontier:
        figure = known(point.after.published)
        least = min(way.cost for way in ways if published(way) >= figure)
        assert point.cost == least if point.proven else point.cost >= least


def test_a_frontier_of_many_takes_no_more_work_than_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No highest cost bounds it: a pair of ways takes longer, so fewer are looked at."""
    pairs: list[int] = []

    def counted(problem: Problem, most: int, **bounds: Any) -> Front:  # noqa: ANN401 - passed on
        pairs.append(most)
        return searching(problem, most, **bounds)

    monkeypatch.setattr(planning, "searching", counted)
    current = large_ground()
    target = Fraction(round(known(current.scores.folded.exact[OVERALL]) * 10) + 2, 10)
    plan = planned(current, Wish(target, alternatives=0, frontier=True, work=200_000))
    assert pairs[-1] <= 200_000 // 8
    assert plan.frontier is not None
    assert not all(point.proven for point in plan.frontier)


def large_ground() -> Current:
    chance = random.Random("many")  # noqa: S311 - likewise
    groups = [
        group(
            f"g{at}",
            *(question(f"q{at}-{number}", chance.randint(1, 9)) for number in range(10)),
            weight=chance.randint(1, 9),
            aggregate=Geometric() if at % 2 else Arithmetic(),
        )
        for at in range(12)
    ]
    definition = index(*groups)
    scores = {one.id: Fraction(chance.randint(50, 350), 100) for one in definition.all_indicators()}
    return ground_of(definition, scores, Ways({}))


def test_many_indicators_are_planned_and_proven_within_the_work_that_is_allowed() -> None:
    current = large_ground()
    target = Fraction(round(known(current.scores.folded.exact[OVERALL]) * 10) + 2, 10)
    least = planned(current, Wish(target, alternatives=0))
    assert (least.optimal, least.reached) == (True, True)
    assert least.cost_at_least == least.chosen.cost
    told: list[tuple[int, int]] = []
    bounded = planned(
        current, Wish(target, alternatives=0, work=1, watch=lambda *at: told.append(at))
    )
    again = planned(current, Wish(target, alternatives=0, work=1))
    assert bounded == again
    assert not bounded.optimal
    assert bounded.cost_at_least <= least.chosen.cost <= bounded.chosen.cost
    assert published_after(bounded) >= target
    assert all(0 < done <= total for done, total in told)
    assert told


def published_after(plan: Plan) -> Fraction:
    return known(plan.chosen.after.published)


def test_the_best_of_few_steps_is_proven_or_said_not_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(medians, "_WORK", 1)
    chance = random.Random("best of few")  # noqa: S311 - likewise
    unproven = 0
    for stages in STAGE_SETS[::2]:
        current = random_ground(chance, Median(), stages, 60)
        ways = list(every_way(current))
        for most_steps in (1, 2, 3):
            plan = planned(current, Wish(targets(ways, chance)[-1], most_steps, work=10))
            best = max(published(way) for way in ways if way.steps <= most_steps)
            assert plan.best <= best
            assert plan.best == best or not plan.best_proven
            assert plan.best_proven or not plan.optimal
            unproven += not plan.best_proven
    assert unproven


def test_a_median_with_too_many_scores_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(medians, "_WORK", 1)
    chance = random.Random("medians")  # noqa: S311 - likewise
    unproven = 0
    for _ in range(40):
        current = random_ground(chance, Median(), ("overall",), 40)
        ways = list(every_way(current))
        target = targets(ways, chance)[0]
        plan = planned(current, Wish(target))
        least = min(way.cost for way in ways if published(way) >= target)
        assert plan.best == max(map(published, ways))
        assert plan.cost_at_least <= least <= plan.chosen.cost
        unproven += not plan.optimal
    assert unproven
