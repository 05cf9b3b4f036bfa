"""What ``definition weights`` prints."""

from __future__ import annotations

from kediri_index.model.weighting import Kept, WeightMethod
from pages.schemas.envelope import Command
from pages.schemas.score import UNIT, YEAR
from pages.shapes import (
    BARE,
    RANK,
    count,
    effective,
    listed,
    number,
    one_of,
    or_null,
    points,
    text,
    thing,
    whole,
)

_CHILD = thing(
    "One child.",
    {
        "id": text("Its id."),
        "before": effective("Its share among its siblings."),
        "after": effective("The share that is proposed, or the same where the group keeps its."),
        "figure": or_null(
            number(
                "What the weight is made of: the loading on the first principal component, "
                "1 - entropy, CRITIC's information, or the correlation with the group that all "
                "children come to have. Null where the group keeps its weights.",
                BARE,
            )
        ),
    },
)
_GROUP = thing(
    "One group with several children.",
    {
        "id": or_null(text("Its id; null for the overall.")),
        "n": count("Observations that have a score of every child: those that are computed with."),
        "left_out": count("Observations that have a score of some children only."),
        "kept": or_null(one_of(Kept, "Why it keeps its weights; null where it does not.")),
        "children": listed(_CHILD, "The children."),
    },
)
_LEAF = thing(
    "One indicator, or group without parts.",
    {
        "id": text("Its id."),
        "before": effective("Its share in the overall."),
        "after": effective("Its share under the proposed weights."),
    },
)
_RANK = or_null(whole("The rank.", RANK))
_SCORE = or_null(points("The unrounded overall."))
_UNIT = thing(
    "One unit in one year.",
    {
        "unit": UNIT,
        "year": YEAR,
        "score_before": _SCORE,
        "score_after": _SCORE,
        "rank_before": _RANK,
        "rank_after": _RANK,
    },
)

WEIGHTS = Command(
    "definition-weights",
    "What `definition weights --format json` prints.",
    thing(
        "The weights.",
        {
            "method": one_of(WeightMethod, "The method."),
            "observations": count("Units, each year by itself."),
            "output": or_null(text("The definition that was written.")),
            "groups": listed(_GROUP, "The groups, the deepest first."),
            "effective_weights": listed(_LEAF, "What it does to shares in the overall."),
            "changed_rank": count("Units whose rank changes."),
            "units": listed(_UNIT, "The units, in the order of the data."),
        },
    ),
    can_be_partial=True,
)
