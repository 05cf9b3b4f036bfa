"""What ``compare`` prints."""

from __future__ import annotations

from kediri_index.model.comparison import ShapleyMethod
from kediri_index.model.scores import PreviousBasis
from pages.schemas.envelope import Command
from pages.schemas.score import FIGURE, UNIT, VALUE, YEAR
from pages.shapes import (
    Schema,
    count,
    flag,
    listed,
    one_of,
    or_null,
    points,
    same_as,
    text,
    thing,
)

_SIDE: dict[str, Schema] = {
    "unit": UNIT,
    "year": YEAR,
    "value": VALUE,
    "definition": same_as("definition"),
    **FIGURE,
    "official": or_null(points("The score that the profile has as published for this year.")),
}
_OLD: dict[str, Schema] = {
    **_SIDE,
    "published_as_new": text("The old score, published by the new definition's rules."),
}
_CONTRIBUTION = thing(
    "One node of the new definition.",
    {
        "id": text("Its id."),
        "kind": text("`indicator`, or the kind of the group."),
        "name": text("Its name."),
        "in": or_null(text("The group it stands in; null at the top.")),
        "player": flag("Whether it moves by itself; a group is else the sum of what is in it."),
        "contribution": points("Its part of the change."),
        "before": or_null(points("Its score before.")),
        "after": or_null(points("Its score after.")),
    },
)
_BY_OPD = thing(
    "One agency.",
    {
        "id": text("Its id."),
        "name": text("Its name."),
        "contribution": points("The part of the change that its indicators made."),
    },
)

COMPARE = Command(
    "compare",
    "What `compare --format json` prints.",
    thing(
        "The change, and its parts: the players' contributions, `weights` and `set` add up to it.",
        {
            "old": thing("What is compared with.", _OLD),
            "new": thing("What is compared.", _SIDE),
            "change": points("The new overall less the old one, unrounded."),
            "change_published": points(
                "The difference of the published overalls, both by the new definition's rules."
            ),
            "basis": one_of(PreviousBasis, "Whether the old one was published so, or is now."),
            "contributions": listed(_CONTRIBUTION, "The groups and indicators."),
            "weights": points("The part of changed weights."),
            "set": points("The part of indicators that were added or dropped."),
            "method": one_of(ShapleyMethod, "How the parts were computed."),
            "sampled": or_null(
                thing(
                    "Of parts that are sampled; else null.",
                    {
                        "orders": count("How many orders of the changes were looked at."),
                        "standard_error": points(
                            "The largest standard error of a part or of a group's sum."
                        ),
                    },
                )
            ),
            "added": listed(text("An id."), "Answers that only the new definition has."),
            "dropped": listed(text("An id."), "Answers that only the old definition has."),
            "views": thing(
                "The contributions put together in another way.",
                {"opd": listed(_BY_OPD, "By agency; empty without a profile.")},
            ),
        },
    ),
    can_be_partial=True,
)
