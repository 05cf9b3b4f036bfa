"""Every plan is scored by the engine before it is handed out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.analysis.plan import planning
from kediri_index.analysis.plan.current import steps_of
from kediri_index.analysis.plan.options import Ways
from kediri_index.analysis.plan.planning import Wish, planned
from kediri_index.model.plans import PlannedSteps
from tests.analysis.plan_grounds import ground_of
from tests.scoring.building import group, index, question

GROUND = ground_of(
    index(group("p", question("a"), question("b"))), dict.fromkeys("ab", Fraction(2)), Ways({})
)


def test_a_plan_that_the_engine_finds_short_of_its_goal_is_a_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*given: object) -> PlannedSteps:
        found = steps_of(*given)  # type: ignore[arg-type]  # as it is called
        return found._replace(after=found.after._replace(published=Fraction(0)))

    monkeypatch.setattr(planning, "steps_of", short)
    with pytest.raises(ArithmeticError, match="were to reach 3"):
        planned(GROUND, Wish(Fraction(3)))


def test_no_steps_allowed_is_a_plan_without_steps() -> None:
    plan = planned(GROUND, Wish(Fraction(3), most_steps=0))
    assert (plan.reached, plan.best, plan.chosen.steps) == (False, Fraction(2), ())


def test_no_alternatives_wanted_none_given() -> None:
    plan = planned(GROUND, Wish(Fraction("2.5"), alternatives=0))
    assert (plan.alternatives, plan.more) == ((), True)
