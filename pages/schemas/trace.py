"""What ``trace`` prints."""

from __future__ import annotations

from kediri_index.model.traced import Role
from pages.schemas.envelope import Command
from pages.schemas.score import CLASS, FIGURE, MISSING, NO_SCORE, SURVEY, UNIT, VALUE, YEAR
from pages.shapes import (
    WEIGHT,
    Schema,
    count,
    effective,
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

_SOURCE = thing(
    "One cell.",
    {
        "file": text("The file."),
        "sheet": or_null(text("The sheet; null in a file of text.")),
        "cell": text("The cell, such as `H14`."),
        "role": one_of(Role, "What the cell says of the indicator."),
        "value": text("What stands in it."),
    },
)
_NODE: dict[str, Schema] = {
    "id": text("Its id; `overall` for the whole."),
    "kind": text("`overall`, `indicator`, or the kind of the group."),
    "name": text("Its name."),
    **FIGURE,
    "weight": or_null(number("The weight in use; null for the whole.", WEIGHT)),
    "effective_weight": effective("The share in the overall."),
    "contribution": or_null(points("Its part of the overall; null where that is no sum of such.")),
    "rule": text("How it was combined or scored, in words, in the language asked for."),
    "used": flag("Whether it counts in the overall."),
    "given": flag("Whether the data have its score itself."),
    "raw": or_null(
        text(
            "The answer as it stands in the cell; a stored number in at most 15 digits, of a "
            "cell shown as a percentage the share (`0.85`)."
        )
    ),
    "missing": MISSING,
    "no_score": NO_SCORE,
    "counted_as_zero": flag("Whether it counts as zero for want of an answer."),
    "class": CLASS,
    "opd": listed(text("A name."), "The agencies that answer for it."),
    "sources": listed(same_as("source"), "The cells that the score was read from."),
    "defined_at": or_null(text("The place in the definition, such as `config/pillars.yaml:41:9`.")),
    "not_shown": count("Nodes below it that `--depth` leaves out."),
    "children": listed(same_as("node"), "What it is made from."),
    "survey": maybe(same_as("survey")),
}

TRACE = Command(
    "trace",
    "What `trace --format json` prints.",
    thing(
        "The node that was asked for, with all below it.",
        {
            "unit": UNIT,
            "year": YEAR,
            "value": VALUE,
            "above": listed(text("An id."), "The nodes from the whole down to this one."),
            **_NODE,
        },
    ),
    {"node": thing("One node.", _NODE), "source": _SOURCE, "survey": SURVEY},
    can_be_partial=True,
)
