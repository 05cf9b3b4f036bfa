"""What ``robustness`` prints."""

from __future__ import annotations

from kediri_index.model.robustness import FactorKind
from pages.schemas.envelope import Command, probabilities
from pages.schemas.score import CLASS, PUBLISHED, UNIT, YEAR
from pages.shapes import (
    BARE,
    POINTS,
    RANK,
    RANKS,
    SHARE,
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
    share,
    text,
    thing,
    whole,
)

_INTERVAL: Schema = {
    "type": "array",
    "items": {"type": "number"},
    "minItems": 2,
    "maxItems": 2,
}


def _interval(meaning: str) -> Schema:
    return {**_INTERVAL, "description": meaning}


def _percentiles(unit: str) -> dict[str, Schema]:
    return {
        "mean": or_null(number("The mean of the draws.", unit)),
        "p5": or_null(number("5 % of the draws are lower.", unit)),
        "p50": or_null(number("The median of the draws.", unit)),
        "p95": or_null(number("5 % of the draws are higher.", unit)),
    }


_FACTOR = thing(
    "One thing that is drawn.",
    {
        "factor": text("Its name: the kind, and behind a colon the group."),
        "kind": one_of(FactorKind, "What is drawn."),
        "node": or_null(text("The group whose weights are drawn; null for the top level.")),
        "change": or_null(number("How far weights go: each is multiplied by 1 ± this.", SHARE)),
        "options": listed(text("A name."), "What one of is drawn."),
        "count": count("How many values are drawn at once."),
    },
)
_INDEX = thing(
    "One factor's share in what the draws differ by (Sobol indices).",
    {
        "factor": text("The factor's name."),
        "first": number("What it does alone.", "share of the variance"),
        "first_ci": _interval("The 95 % interval of that."),
        "total": number("What it does with all that it takes part in.", "share of the variance"),
        "total_ci": _interval("The 95 % interval of that."),
    },
)
_UNIT = thing(
    "One unit in one year.",
    {
        "unit": UNIT,
        "year": YEAR,
        "nominal": or_null(points("The overall as it is, unrounded.")),
        "published": PUBLISHED,
        "class": CLASS,
        **_percentiles(POINTS),
        "class_probability": probabilities("How many of the draws have each class; shares."),
        "target": or_null(points("What is aimed at.")),
        "target_probability": or_null(share("How many of the draws reach the target.")),
        "rank": or_null(
            thing(
                "The rank among the units of the year; null for one unit.",
                {
                    "nominal": or_null(whole("The rank as it is.", RANK)),
                    **_percentiles(RANK),
                },
            )
        ),
        "rank_probability": probabilities("How many of the draws have each rank; shares."),
        "scored": share("How many of the draws have a score."),
        "sobol": listed(same_as("sobol"), "What the score depends on, with `--sobol`."),
    },
)
_LEFT_OUT = thing(
    "What leaving out an indicator or a group does. Figures have ten digits.",
    {
        "id": text("The indicator or group."),
        "mean_rank_shift": or_null(
            number("How far ranks move, in the mean; null where no unit has one.", RANKS)
        ),
        "max_rank_shift": or_null(count("How far the rank that moves furthest does.", RANKS)),
        "correlation": or_null(
            number("Of the unrounded scores with and without it (Pearson); null for one.", BARE)
        ),
        "score": maybe(or_null(points("The score without it, of the only unit shown."))),
        "published": maybe(PUBLISHED),
        "rank": maybe(or_null(whole("The rank without it; null for one unit.", RANK))),
    },
)

ROBUSTNESS = Command(
    "robustness",
    "What `robustness --format json` prints. Figures of draws have six digits.",
    thing(
        "How sure the scores are.",
        {
            "draws": count("How many draws."),
            "seed": whole("The same one gives the same draws.", BARE),
            "assumed": flag("Whether nobody said what to draw."),
            "factors": listed(_FACTOR, "What is drawn."),
            "units": listed(_UNIT, "The units, in order of name and year."),
            "rank_shift": thing(
                "How far ranks move, in the mean.",
                {"sobol": listed(same_as("sobol"), "What that depends on, with `--sobol`.")},
            ),
            "evaluations": count("How many further draws the Sobol indices took."),
            "leave_out": listed(
                _LEFT_OUT, "Each indicator and group that counts, with `--leave-out`."
            ),
        },
    ),
    {"sobol": _INDEX},
    can_be_partial=True,
)
