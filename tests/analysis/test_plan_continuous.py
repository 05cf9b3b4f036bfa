"""Plans in which scores rise by any amount."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest

from kediri_index.analysis.plan.continuous import planned_freely
from kediri_index.analysis.plan.current import Current
from kediri_index.analysis.plan.options import Ways
from kediri_index.analysis.plan.planning import Wish, planned
from kediri_index.model.definition import Definition
from kediri_index.model.plans import CostRule
from tests.analysis.plan_grounds import STAGES, ground_of
from tests.scoring.building import group, index, question

FINE = Fraction(1, 10)
STAGE_SETS = [chosen for count in range(6) for chosen in combinations(STAGES, count)][::3]


def test_the_cheapest_rise_comes_first_and_stops_where_the_figure_rounds_up() -> None:
    definition = index(group("p", question("a"), question("b", 3)), group("q", question("c")))
    ways = Ways({"b": CostRule(Fraction(4))}, continuous=True)
    current = ground_of(definition, dict.fromkeys("abc", Fraction(2)), ways)
    plan = planned_freely(current, Fraction("2.9"))
    # a point of a, b and c adds 1/6, 1/2 and 1/3 to the overall, and costs 6, 8 and 3 a point of it
    assert [(step.id, step.end) for step in plan.chosen.steps] == [
        ("c", Fraction(4)),
        ("a", Fraction("3.37")),
    ]
    assert plan.chosen.after.score == Fraction("2.895")
    assert plan.chosen.after.published == Fraction("2.9")


def random_tree(chance: random.Random, stages: tuple[str, ...]) -> Definition:
    groups = [
        group(
            f"d{number}",
            *(question(f"q{number}{one}", chance.choice([1, 2])) for one in range(2)),
            kind=chance.choice(["dimension", "pillar"]),
            weight=chance.choice([10, 20]),
        )
        for number in range(2)
    ]
    return index(*groups, stages=stages, decimals=1)


@pytest.mark.parametrize("stages", STAGE_SETS)
def test_any_amount_is_never_dearer_than_fine_steps_nor_much_cheaper(
    stages: tuple[str, ...],
) -> None:
    chance = random.Random(f"any {stages}")  # noqa: S311 - no secret
    definition = random_tree(chance, stages)
    leaves = [one.id for one in definition.all_indicators()]
    scores = {leaf: Fraction(chance.randint(0, 30), 10) for leaf in leaves}
    costs = {leaf: CostRule(Fraction(chance.randint(1, 5))) for leaf in leaves}
    free = ground_of(definition, scores, Ways(costs, continuous=True))
    stepped = ground_of(definition, scores, Ways(costs, FINE))
    target = Fraction(chance.randint(28, 38), 10)
    plan = planned_freely(free, target, frontier=True)
    in_steps = planned(stepped, Wish(target))
    assert (plan.reached, plan.best, plan.optimal) == (True, Fraction(4), True)
    published = plan.chosen.after.published
    assert published is not None
    assert published >= target
    rounding_up = sum((FINE * (rule.per_level or 0) for rule in costs.values()), Fraction(0))
    assert plan.chosen.cost <= in_steps.chosen.cost <= plan.chosen.cost + rounding_up
    assert_frontier(free, plan.chosen.cost, target)


def assert_frontier(current: Current, cost: Fraction, target: Fraction) -> None:
    """Costs and figures rise together, and the target's cost is among them."""
    frontier = planned_freely(current, target, frontier=True).frontier
    assert frontier is not None
    costs = [point.cost for point in frontier]
    figures = [point.after.published or Fraction(0) for point in frontier]
    assert costs == sorted(set(costs))
    assert figures == sorted(set(figures))
    assert cost == next(
        point.cost for point, figure in zip(frontier, figures, strict=True) if figure >= target
    )


def test_below_zero_no_proof_is_claimed() -> None:
    scale = (Fraction(-4), Fraction(4))
    definition = index(group("p", question("a"), question("b")), scale=scale)
    ways = Ways({}, continuous=True)
    current = ground_of(definition, {"a": Fraction(-2), "b": Fraction(-1)}, ways)
    plan = planned_freely(current, Fraction(0))
    assert plan.chosen.after.published == 0
    assert (plan.optimal, plan.cost_at_least) == (False, Fraction(0))


def test_a_target_that_is_met_takes_no_step_and_one_beyond_the_scale_all() -> None:
    definition = index(group("p", question("a"), question("b")))
    current = ground_of(definition, {"a": Fraction(2), "b": Fraction(3)}, Ways({}, continuous=True))
    assert planned_freely(current, Fraction(2)).chosen.steps == ()
    beyond = planned_freely(current, Fraction(5))
    assert (beyond.reached, beyond.best) == (False, Fraction(4))
    assert beyond.chosen.after.published == 4
