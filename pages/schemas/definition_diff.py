"""What ``definition diff`` prints."""

from __future__ import annotations

from kediri_index.model.comparison import ChangeKind, DiffState
from pages.schemas.envelope import Command
from pages.schemas.score import CLASS, FIGURE, UNIT, YEAR
from pages.shapes import (
    RANK,
    Schema,
    anything,
    count,
    effective,
    either,
    listed,
    maybe,
    one_of,
    or_null,
    points,
    same_as,
    sha256,
    share,
    text,
    thing,
    whole,
)

_DEFINITION = or_null(
    thing(
        "One of the two; null where there is none.",
        {
            "id": text("Its id."),
            "version": text("Its version."),
            "sha256": sha256("The hash of all that it says."),
            "path": text("Where it is."),
        },
    )
)
_CHANGE = thing(
    "One difference.",
    {
        "path": text("What differs, such as `groups.impact.weight`."),
        "kind": one_of(ChangeKind, "What it is about."),
        "before": anything("What stood there; null for nothing."),
        "after": anything("What stands there; null for nothing."),
    },
)
_SHARES = thing(
    "One node whose share changed.",
    {
        "id": text("Its id."),
        "before": or_null(share("The share before; null where it does not stand.")),
        "after": or_null(share("The share after.")),
    },
)
_PAIR: dict[str, Schema] = {
    "id": text("The id of the definition."),
    "path": text("Where it is."),
    "state": one_of(DiffState, "How both stand to each other."),
    "before": _DEFINITION,
    "after": _DEFINITION,
    "changes": listed(_CHANGE, "The differences."),
    "effective_weights": listed(_SHARES, "Shares in the overall that changed."),
    "faults": listed(same_as("finding"), "Why an earlier file cannot be read."),
}
_SIDE = or_null(
    thing(
        "The unit by one of the two; null where that makes no unit of the data.",
        {**FIGURE, "rank": or_null(whole("The rank.", RANK)), "class": CLASS},
    )
)
_GROUP_SIDE = or_null(
    thing(
        "The group by one of the two; null where it does not stand.",
        {**FIGURE, "effective_weight": or_null(effective("The share in the overall."))},
    )
)
_UNIT = thing(
    "One unit in one year.",
    {
        "unit": UNIT,
        "year": YEAR,
        "before": _SIDE,
        "after": _SIDE,
        "change": or_null(points("The difference of the published scores.")),
        "change_score": or_null(points("The difference of the unrounded scores.")),
        "groups": maybe(
            listed(
                thing(
                    "One group.",
                    {"id": text("Its id."), "before": _GROUP_SIDE, "after": _GROUP_SIDE},
                ),
                "The groups that change; of several units with `--detail` alone.",
            )
        ),
    },
)
_SCORES = or_null(
    thing(
        "What both make of the same data; null without `--data`.",
        {
            "moved": or_null(count("Units whose published score changes; null for no scores.")),
            "changed_rank": or_null(count("Units whose rank changes.")),
            "changed_class": or_null(count("Units whose class changes.")),
            "made_for": listed(text("An id."), "Other definitions that the files name."),
            "units": or_null(
                listed(_UNIT, "The units, by size of change; null where errors forbid scores.")
            ),
        },
    )
)

DIFF = Command(
    "definition-diff",
    "What `definition diff --format json` prints.",
    either(
        "What the command came to.",
        thing("Two definitions.", {**_PAIR, "scores": _SCORES}),
        thing(
            "All definitions of a project, with `--against`.",
            {
                "against": text("What they are compared with."),
                "definitions": listed(thing("One definition.", _PAIR), "The definitions."),
            },
        ),
    ),
    can_be_partial=True,
)
