"""What ``plan`` prints."""

from __future__ import annotations

from kediri_index.model.evidence import EvidenceState
from pages.schemas.envelope import Command
from pages.schemas.score import UNIT, YEAR
from pages.shapes import (
    INDICATORS,
    Schema,
    count,
    flag,
    listed,
    maybe,
    number,
    one_of,
    or_null,
    points,
    same_as,
    text,
    thing,
)

COST = "as the costs are given, else levels"


def _cost(meaning: str) -> Schema:
    return number(meaning, COST)


_STEP = thing(
    "One score that rises.",
    {
        "indicator": text("The indicator or given group."),
        "opd": listed(text("An agency (OPD)."), "The ids of the agencies whose answer it is."),
        "from": or_null(points("Its score now; null where it is unanswered.")),
        "to": points("The score to reach."),
        "cost": _cost("What that costs."),
        "gain": points("What the overall, unrounded, rises by after the steps before this one."),
        "needs": or_null(
            number("The measured result that it takes, where the method says.", INDICATORS)
        ),
        "evidence": listed(
            thing(
                "One item.",
                {
                    "code": text("Its code: the indicator, the level, its place."),
                    "level": number("The level that asks for it.", "as the indicator has levels"),
                    "item": text("What it is."),
                    "state": one_of(
                        (EvidenceState.MISSING, EvidenceState.TO_REVISE), "How far it is."
                    ),
                },
            ),
            "Items of evidence that the new level, or one below, still needs.",
        ),
    },
)
_ALTERNATIVE = thing(
    "Another way that costs the same.",
    {
        "cost": _cost("What it costs."),
        "score_after": or_null(points("The overall that it leads to, unrounded.")),
        "published_after": or_null(points("The published overall that it leads to.")),
        "steps": listed(same_as("step"), "Its steps."),
    },
)
_POINT = thing(
    "One published overall that can be reached.",
    {
        "cost": _cost("The least that it costs."),
        "score": or_null(points("The overall, unrounded.")),
        "published": or_null(points("The published overall.")),
        "optimal": flag("Whether it is proven that nothing cheaper leads there."),
    },
)

PLAN = Command(
    "plan",
    "What `plan --format json` prints. A target out of reach has its result too.",
    thing(
        "The cheapest way to the target, or to the best that can be reached.",
        {
            "unit": UNIT,
            "year": YEAR,
            "target": points("What the published overall is to be at least."),
            "reached": flag("Whether the plan reaches it."),
            "cost": _cost("What the plan costs."),
            "score_before": or_null(points("The overall now, unrounded.")),
            "published_before": or_null(points("The published overall now.")),
            "score_after": or_null(points("The overall after the plan, unrounded.")),
            "published_after": or_null(points("The published overall after the plan.")),
            "steps": listed(same_as("step"), "What has to rise, in the definition's order."),
            "best_possible": points("The highest published overall that can be reached."),
            "best_proven": flag("Whether that is proven; else it is the highest found."),
            "optimal": flag("Whether it is proven that no other way is cheaper."),
            "cost_at_least": _cost("No way costs less than this."),
            "gap": _cost("How much dearer the plan is than that at most; 0 where it is proven."),
            "movable": count("Scores that may be raised."),
            "alternatives": listed(_ALTERNATIVE, "Other ways, as many as were asked for."),
            "more_alternatives": flag("Whether there are more of them."),
            "frontier": maybe(
                listed(_POINT, "The least cost of each published overall, with `--frontier`.")
            ),
        },
    ),
    {"step": _STEP},
    can_be_partial=True,
)
