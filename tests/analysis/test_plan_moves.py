"""What one leaf can do, and what that costs."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.analysis.plan.options import Leaf, Option, Ways, leaf_of
from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.plans import CostLine, CostRule
from kediri_index.model.scoring import Range, ScoringMethod
from kediri_index.scoring.methods.bands import Band, Bands
from kediri_index.scoring.methods.goalposts import Goalposts
from kediri_index.scoring.methods.levels import Levels
from kediri_index.scoring.methods.yes_no import YesNo
from tests.scoring.building import SCALE, Value, group, index, question, rule

TWO_APART = Levels({Fraction(0): "", Fraction(2): "", Fraction(4): ""})
SPBE: Range = (Fraction(1), Fraction(5))


def indicator(method: ScoringMethod | None = None, scale: Range | None = SCALE) -> Indicator:
    return question("q", score=rule(method, to=scale))


def of(
    node: Indicator | Group,
    now: Value,
    ways: Ways | None = None,
    scale: Range | None = SCALE,
    *,
    answered: bool = True,
) -> Leaf | None:
    definition: Definition = index(group("p"), scale=scale)
    score = Fraction(now)
    return leaf_of(definition, node, (score, score if answered else None), ways or Ways({}))


def options(leaf: Leaf | None) -> list[tuple[str, str]]:
    """Each score above the present one with its cost, in decimals."""
    assert leaf is not None
    assert leaf.options[0] == Option(Fraction(0), leaf.score)
    return [(str(float(one.score)), str(float(one.cost))) for one in leaf.options[1:]]


def cost(per_level: str, top: str) -> Ways:
    return Ways({"q": CostRule(Fraction(per_level), Fraction(top))})


def lines(*steps: tuple[str | None, str, str]) -> Ways:
    found = (
        CostLine(None if start is None else Fraction(start), Fraction(end), Fraction(price))
        for start, end, price in steps
    )
    return Ways({"q": CostRule(lines=tuple(found))})


def test_a_score_rises_to_whole_levels_and_a_part_of_one_costs_its_part() -> None:
    assert options(of(indicator(), "2.8")) == [("3.0", "0.2"), ("4.0", "1.2")]


def test_a_step_counts_from_the_bottom_of_the_scale() -> None:
    assert options(of(indicator(), "3.45", Ways({}, Fraction("0.2")))) == [
        ("3.6", "0.15"),
        ("3.8", "0.35"),
        ("4.0", "0.55"),
    ]


def test_the_top_of_the_scale_can_be_reached_whatever_the_step() -> None:
    assert options(of(indicator(), 3, Ways({}, Fraction("0.7")))) == [
        ("3.5", "0.5"),
        ("4.0", "1.0"),
    ]


def test_a_given_group_rises_by_what_can_be_published() -> None:
    assert options(of(group("g"), "3.97")) == [("3.98", "0.01"), ("3.99", "0.02"), ("4.0", "0.03")]


def test_listed_levels_are_counted_not_measured() -> None:
    assert options(of(indicator(TWO_APART), 1)) == [("2.0", "0.5"), ("4.0", "1.5")]


def test_the_mean_of_assessors_may_stand_between_levels_but_a_yes_may_not() -> None:
    fine = Ways({}, Fraction(1))
    assert options(of(indicator(TWO_APART), 2, fine)) == [("3.0", "0.5"), ("4.0", "1.0")]
    assert options(of(indicator(YesNo(Fraction(4), Fraction(0))), 0, fine)) == [("4.0", "1.0")]


def test_bands_have_their_own_scores() -> None:
    bands = Bands((Band(Fraction(1), below=Fraction(40)), Band(Fraction(4))))
    assert options(of(indicator(bands), 1, Ways({}, Fraction("0.1")))) == [("4.0", "1.0")]


def test_a_measured_score_rises_by_points_of_the_score() -> None:
    posts = Goalposts(Fraction(20), Fraction(85))
    assert options(of(indicator(posts), "2.5")) == [("3.0", "0.5"), ("4.0", "1.5")]


def test_an_answer_that_counts_as_zero_climbs_from_there() -> None:
    leaf = of(indicator(scale=SPBE), 0, scale=SPBE, answered=False)
    assert leaf is not None
    assert leaf.start is None
    assert options(leaf)[0] == ("1.0", "1.0")
    assert options(leaf)[-1] == ("5.0", "5.0")


def test_a_listed_level_above_zero_is_one_level_from_no_answer() -> None:
    two = Levels({Fraction(3): "", Fraction(4): ""})
    assert options(of(indicator(two), 0, answered=False)) == [("3.0", "1.0"), ("4.0", "2.0")]


def test_costs_are_by_the_level_and_may_name_the_top() -> None:
    assert options(of(indicator(), 1, cost(per_level="2.5", top="3"))) == [
        ("2.0", "2.5"),
        ("3.0", "5.0"),
    ]
    assert options(of(indicator(), 3, cost(per_level="2", top="9"))) == [("4.0", "2.0")]


def test_steps_that_are_priced_one_by_one_are_the_only_ones_and_add_up() -> None:
    ways = lines(("1", "2", "5"), ("2", "4", "7"), ("1", "4", "13"))
    assert options(of(indicator(), 1, ways)) == [("2.0", "5.0"), ("4.0", "12.0")]
    assert options(of(indicator(), 2, ways)) == [("4.0", "7.0")]
    assert options(of(indicator(), 0, ways)) == []


def test_a_priced_step_is_paid_in_full_from_between_its_ends() -> None:
    assert options(of(indicator(), "1.5", lines(("1", "2", "5")))) == [("2.0", "5.0")]


def test_only_no_answer_takes_a_step_from_no_answer() -> None:
    ways = lines((None, "3", "8"), ("3", "4", "1"), ("0", "2", "1"))
    assert options(of(indicator(), 0, ways, answered=False)) == [("3.0", "8.0"), ("4.0", "9.0")]
    assert options(of(indicator(), 0, ways)) == [("2.0", "1.0")]


@pytest.mark.parametrize("node", [indicator(scale=None), group("q")])
def test_without_a_scale_the_costs_say_how_far_it_goes(node: Indicator | Group) -> None:
    assert of(node, 7, scale=None) is None
    leaf = of(node, 7, cost(per_level="1", top="8"), scale=None)
    assert options(leaf)[-1] == ("8.0", "1.0")


def test_a_long_scale_is_cut_into_a_thousand_steps() -> None:
    long: Range = (Fraction(0), Fraction(5000))
    assert len(options(of(indicator(scale=long), 0, scale=long))) == 1000


def test_at_the_top_nothing_is_left() -> None:
    leaf = of(indicator(), 4)
    assert leaf is not None
    assert not leaf.can_rise


def test_by_any_amount_only_the_top_counts() -> None:
    leaf = of(indicator(), 1, Ways({}, continuous=True))
    assert leaf is not None
    assert leaf.can_rise
    assert (leaf.top, leaf.per_level) == (Fraction(4), Fraction(1))
    assert len(leaf.options) == 1
