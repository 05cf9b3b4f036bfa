"""A plan as JSON: every figure exact, beside the one published."""

from __future__ import annotations

from kediri_index.model.plans import Plan, PlannedSteps, PlanOutcome
from kediri_index.present.envelope import Json, exact, number
from kediri_index.present.outcome_json import outcome_json
from kediri_index.present.plan.shown import PlanShown


def render(shown: PlanShown) -> str:
    """Return the envelope of ``plan``; the result is null where there is none."""
    outcome = shown.outcome
    return outcome_json(
        "plan",
        outcome,
        None if outcome.plan is None else _result(outcome, outcome.plan),
        shown.language,
    )


def _result(outcome: PlanOutcome, plan: Plan) -> dict[str, Json]:
    chosen = plan.chosen
    result: dict[str, Json] = {
        "unit": outcome.unit,
        "year": outcome.year,
        "target": number(plan.target),
        "reached": plan.reached,
        "cost": number(chosen.cost),
        "score_before": exact(plan.before.score),
        "published_before": exact(plan.before.published),
        "score_after": exact(chosen.after.score),
        "published_after": exact(chosen.after.published),
        "steps": _steps(chosen),
        "best_possible": exact(plan.best),
        "best_proven": plan.best_proven,
        "optimal": plan.optimal,
        "cost_at_least": number(plan.cost_at_least),
        "gap": number(chosen.cost - plan.cost_at_least),
        "movable": plan.movable,
        "alternatives": [_alternative(other) for other in plan.alternatives],
        "more_alternatives": plan.more,
    }
    if plan.frontier is not None:
        result["frontier"] = [
            {
                "cost": number(point.cost),
                "score": exact(point.after.score),
                "published": exact(point.after.published),
                "optimal": point.proven,
            }
            for point in plan.frontier
        ]
    return result


def _alternative(other: PlannedSteps) -> dict[str, Json]:
    return {
        "cost": number(other.cost),
        "score_after": exact(other.after.score),
        "published_after": exact(other.after.published),
        "steps": _steps(other),
    }


def _steps(way: PlannedSteps) -> list[Json]:
    return [
        {
            "indicator": step.id,
            "from": exact(step.start),
            "to": exact(step.end),
            "cost": number(step.cost),
            "gain": exact(step.gain),
            "needs": number(step.need),
        }
        for step in way.steps
    ]
