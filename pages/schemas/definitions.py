"""What ``definition list`` and ``definition show`` print."""

from __future__ import annotations

from kediri_index.definition.find import Origin
from kediri_index.model.definition import Status
from kediri_index.model.scoring import Direction, Outside
from pages.schemas.envelope import Command
from pages.shapes import (
    POINTS,
    WEIGHT,
    Schema,
    anything,
    by_name,
    effective,
    either,
    flag,
    listed,
    number,
    one_of,
    or_null,
    same_as,
    text,
    thing,
)

LIST = Command(
    "definition-list",
    "What `definition list --format json` prints.",
    thing(
        "The definitions in reach.",
        {
            "definitions": listed(
                thing(
                    "One definition, as its file says; a file with faults is listed all the same.",
                    {
                        "id": text("Its id."),
                        "version": or_null(text("Its version.")),
                        "status": or_null(text("Where it comes from.")),
                        "title": or_null(text("Its title.")),
                        "path": text("Where it is."),
                        "origin": one_of(
                            (Origin.PROJECT, Origin.PACKAGE), "Whose it is: found here, or shipped."
                        ),
                        "superseded_by": or_null(text("The index that replaced it, if any.")),
                    },
                ),
                "Those of the project first, then the shipped ones.",
            )
        },
    ),
    refusable=False,
)

_AGGREGATION: Schema = either(
    "How the scores of children are combined: a name, or the name with its parameter.",
    {"type": "string"},
    {"type": "object", "additionalProperties": {"type": "number"}},
)
_SHARE: Schema = or_null(effective("The share in the overall when everything is answered."))
_WEIGHT: Schema = or_null(number("The weight, as the definition writes it.", WEIGHT))
_GROUP = thing(
    "One group.",
    {
        "id": text("Its id."),
        "kind": text("Its kind."),
        "weight": _WEIGHT,
        "effective_weight": _SHARE,
        "name": text("Its name."),
        "optional": flag("Whether it may be left out."),
        "aggregate": _AGGREGATION,
        "groups": listed(same_as("group"), "The groups in it."),
    },
)
_RULE: Schema = {
    **thing(
        "How it is scored, in full: beside these keys all parameters of the method.",
        {
            "method": text("The method."),
            "to": or_null(
                {
                    "type": "array",
                    "items": {"type": ["number", "null"]},
                    "description": "The lowest and the highest score that the method gives.",
                }
            ),
            "outside": one_of(Outside, "What happens to a score outside of these."),
        },
    ),
    "required": ["method", "outside"],
    "additionalProperties": True,
}
_INDICATOR = thing(
    "One indicator.",
    {
        "id": text("Its id."),
        "in": or_null(text("The group it stands in.")),
        "name": text("Its name."),
        "unit": or_null(text("What it is measured in.")),
        "opd": listed(text("An id."), "The agencies that answer for it."),
        "weight": _WEIGHT,
        "effective_weight": _SHARE,
        "direction": one_of(Direction, "Whether more is better, or less."),
        "score": _RULE,
        "evidence_items": listed(
            thing(
                "One item.",
                {
                    "code": text("Its code: the indicator, the level, its place."),
                    "level": number("The level that asks for it.", "as the indicator has levels"),
                    "item": text("What it is."),
                },
            ),
            "Items of evidence that its levels ask for.",
        ),
    },
)

SHOW = Command(
    "definition-show",
    "What `definition show --format json` prints.",
    thing(
        "The definition, as it is used.",
        {
            "id": text("Its id."),
            "version": text("Its version."),
            "status": one_of(Status, "Where it comes from."),
            "title": text("Its title."),
            "superseded_by": or_null(text("The index that replaced it, if any.")),
            "scale": or_null(
                thing(
                    "The lowest and the highest score; null where scores have no bounds.",
                    {"min": number("The lowest.", POINTS), "max": number("The highest.", POINTS)},
                )
            ),
            "aggregate_top": _AGGREGATION,
            "prepare": listed(
                by_name(anything("Its parameters."), "One step, by its name."),
                "Steps that change the data before they are scored.",
            ),
            "groups": listed(same_as("group"), "The groups of the top level."),
            "indicators": listed(_INDICATOR, "All indicators."),
        },
    ),
    {"group": _GROUP},
)
