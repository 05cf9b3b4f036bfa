"""What ``compare`` prints."""

from __future__ import annotations

from kediri_index.model.comparison import ShapleyMethod, WhyNotCompared
from kediri_index.model.scores import PreviousBasis
from pages.schemas.envelope import Command
from pages.schemas.score import FIGURE, UNIT, VALUE, YEAR
from pages.shapes import (
    RANK,
    Schema,
    count,
    either,
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
    whole,
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

_ONE: dict[str, Schema] = {
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
}
_MOVE: dict[str, Schema] = {
    "old": or_null(count("Before.", RANK)),
    "new": or_null(count("After.", RANK)),
    "change": or_null(whole("By how many it rose; below 0 where it fell.", "ranks")),
}
_RANK = thing(
    "Its ranks among all units of either year; null where it has none.",
    {
        **_MOVE,
        "shared": thing("The same among the units that are compared: movers are by these.", _MOVE),
    },
)
_NAME = or_null(text("The unit."))
_ALWAYS = ("old", "new", "change", "change_published")
_EACH = thing(
    "One of many units, by its new rank; with `--detail` all that one unit alone has.",
    {
        "unit": _NAME,
        "rank": _RANK,
        **{name: one if name in _ALWAYS else maybe(one) for name, one in _ONE.items()},
    },
)
_MOVED = thing(
    "Units that moved most one way, the furthest first, and what moved them.",
    {
        "units": listed(
            thing(
                "One of them.",
                {
                    "unit": _NAME,
                    "change": _ONE["change"],
                    "change_published": _ONE["change_published"],
                    "rank": _RANK,
                },
            ),
            "At most five.",
        ),
        "change": points("The sum of their changes."),
        "contributions": listed(
            thing(
                "One node of the new definition.",
                {
                    "id": text("Its id."),
                    "kind": text("`indicator`, or the kind of the group."),
                    "name": text("Its name."),
                    "in": or_null(text("The group it stands in; null at the top.")),
                    "contribution": points("The sum of what it contributed to these changes."),
                },
            ),
            "Those at the top, `weights` and `set` add up to `change`.",
        ),
        "weights": points("The part of changed weights."),
        "set": points("The part of indicators that were added or dropped."),
    },
)
_MOVERS = thing(
    "The units that moved most.",
    {
        name: thing(meaning, {"up": _MOVED, "down": _MOVED})
        for name, meaning in (("score", "By their scores."), ("rank", "By their ranks."))
    },
)
_MANY: dict[str, Schema] = {
    "units": listed(_EACH, "The units that both sides hold; with `--detail` each has its parts."),
    "movers": _MOVERS,
    "not_compared": listed(
        thing(
            "A unit without a change.",
            {"unit": _NAME, "reason": one_of(WhyNotCompared, "Why it has none.")},
        ),
        "The units that cannot be compared.",
    ),
}
_TREND = or_null(
    thing(
        "How the score moved over the years that count; null of fewer than two.",
        {
            "from": whole("The first of them.", "year"),
            "to": whole("The last of them.", "year"),
            "points": count("How many there are.", "years"),
            "change": points("The last score less the first one, unrounded."),
            "per_year": points("That, divided by the years between the two."),
            "slope": points("The slope per year of the line of least squares."),
            "growth_rate": or_null(
                number(
                    "The compound annual growth rate of the first and the last score; null where "
                    "the scale does not start at 0, or one of the two is not above it.",
                    "per year",
                )
            ),
        },
    )
)
_YEARS: dict[str, Schema] = {
    "years": listed(
        thing("A year.", {"year": whole("Which.", "year"), "definition": same_as("definition")}),
        "Three years or more, in their order; absent of two.",
    ),
    "trends": listed(
        thing(
            "A unit over all years.",
            {
                "unit": _NAME,
                "years": listed(
                    or_null(
                        thing(
                            "The unit in a year; null where the year does not have it.",
                            {
                                "year": whole("Which.", "year"),
                                **FIGURE,
                                "official": _SIDE["official"],
                                "rank": or_null(count("Among all units of the year.", RANK)),
                                "shared_rank": or_null(
                                    count("Among the units with a rank in every year.", RANK)
                                ),
                                "counts": flag(
                                    "Whether the trend counts it: it has a score, on the same "
                                    "scale and by the same assessment as the last."
                                ),
                            },
                        )
                    ),
                    "In the order of the years.",
                ),
                "trend": _TREND,
                "groups": listed(
                    thing(
                        "A group at the top.",
                        {
                            "id": text("Its id."),
                            "kind": text("Its kind."),
                            "name": text("Its name."),
                            "scores": listed(
                                or_null(points("Its score, unrounded.")),
                                "In the order of the years.",
                            ),
                            "trend": _TREND,
                        },
                    ),
                    "The groups of the unit's last year.",
                ),
            },
        ),
        "The units over the years, by the rank of the last one.",
    ),
    "ranked_every_year": count("How many units have a rank in every year.", "units"),
}
_MAYBE_YEARS = {name: maybe(one) for name, one in _YEARS.items()}
COMPARE = Command(
    "compare",
    "What `compare --format json` prints.",
    either(
        "The change of one unit, or of all where none is chosen.",
        thing(
            "The change, and its parts: the contributions of the players, `weights` and `set` add "
            "up to it.",
            {**_ONE, "not_compared": maybe(_MANY["not_compared"]), **_MAYBE_YEARS},
        ),
        thing("Many units, and which moved most.", {**_MANY, **_MAYBE_YEARS}),
    ),
    can_be_partial=True,
)
