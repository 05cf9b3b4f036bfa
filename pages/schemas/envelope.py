"""What all envelopes have in common."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.definition import Status
from kediri_index.model.findings import Severity
from kediri_index.sheets.tables.table import Layout
from pages.shapes import (
    COLUMN,
    COUNT,
    LINE,
    Schema,
    by_name,
    count,
    day,
    listed,
    maybe,
    one_of,
    or_null,
    same_as,
    sha256,
    text,
    thing,
    true,
    whole,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PARTIAL = "There are errors in the data, and `--allow-errors` let them be."
_NO_RESULT = {"type": "null", "description": "There is none: the findings say why."}


class Command(NamedTuple):
    """One command's envelope: its *name* in ``schema``, its *result*, and shapes of its own.

    With *refusable* the result may be null; *can_be_partial* says that ``partial`` may be there,
    *further* are keys beside the result that only this command has.
    """

    name: str
    about: str
    result: Schema
    shapes: dict[str, Schema] = {}  # noqa: RUF012 - never changed
    refusable: bool = True
    can_be_partial: bool = False
    further: dict[str, Schema] = {}  # noqa: RUF012 - likewise
    number: int = 1

    @property
    def file(self) -> str:
        """The schema's file."""
        return f"{self.name}-{self.number}.schema.json"


FINDING_KEYS: dict[str, Schema] = {
    "code": text("What was found; a code never changes its meaning.", pattern="^[A-Z][0-9]{3}$"),
    "severity": one_of(Severity, "An error stands in the way of a score."),
    "file": or_null(text("The file, as it was named or found; null for none in particular.")),
    "sheet": or_null(text("The sheet; null for a whole file, or one without sheets.")),
    "cell": or_null(text("The cell, such as `H14`; null for a whole sheet or file.")),
    "line": or_null(whole("The line of a file of text, such as a definition.", LINE)),
    "column": or_null(whole("The column in that line.", COLUMN)),
    "value": or_null(text("What was seen there, as a text.")),
    "message": text("What is wrong, in the language asked for."),
    "hint": text("What to do, in that language."),
    "indicator": or_null(text("The id of the indicator or group that it is about.")),
    "range": maybe(
        text(
            "Where the same was found in several cells of a column: all of them, such as"
            " `H14:H16,H20`. The finding's `cell` is the first, its `value` what that holds."
            " In a definition, the lines of one kind of slip, such as `13-14,20`."
        )
    ),
    "indicators": maybe(
        listed(
            or_null(text("An id.")),
            "What each of these cells is about; there with `range`, where they differ.",
        )
    ),
    "count": maybe(whole("How many cells these are; there with `range` alone.", COUNT)),
    "waived": true("The finding was accepted by a waiver, and does not count."),
    "waiver": maybe(
        thing(
            "Who accepted it; beside `waived`.",
            {
                "file": text("The file of waivers."),
                "line": whole("The line in it.", LINE),
                "reason": text("Why."),
                "who": text("By whom."),
                "until": day("The last day that it holds."),
            },
        )
    ),
}
FINDING = thing(
    "One finding. In a list they stand by file, sheet, row, column and code.", FINDING_KEYS
)
DEFINITION = thing(
    "The definition in use.",
    {
        "id": text("Its lasting name."),
        "version": text("Its version."),
        "status": one_of(Status, "Where it comes from."),
        "sha256": sha256("The hash of all that it says, with what it extends."),
        "path": text("Where it was found."),
    },
)
INPUT = thing(
    "One file that was read.",
    {
        "path": text("The file, as it was named or found."),
        "sha256": text(
            "The hash of its bytes; empty where it was not read.", pattern="^([0-9a-f]{64})?$"
        ),
        "layout": or_null(one_of(Layout, "A row per indicator, per unit, or per respondent.")),
        "sheet": or_null(text("The sheet that was read.")),
        "opd": or_null(text("The agency it comes from: the profile's id, else as written.")),
        "revision": or_null(whole("The revision that the file says it is.", COUNT)),
        "superseded_by": or_null(text("The file that counts instead of it.")),
    },
)


def schema_of(command: Command) -> Schema:
    """Return the schema of a whole envelope."""
    name = f"kediri-index/{command.name}/{command.number}"
    result = {"description": "What the command came to."} | command.result
    if command.refusable:
        result = {"description": "What the command came to.", "anyOf": [command.result, _NO_RESULT]}
    keys: dict[str, Schema] = {
        "schema": {"const": name, "description": "Which schema this is."},
        "tool": thing(
            "The program.",
            {
                "name": {"const": "kediri-index", "description": "Its name."},
                "version": text("Its version."),
            },
        ),
        "definition": or_null(
            same_as("definition", "The definition in use; null where there is none, or several.")
        ),
        "inputs": listed(same_as("input"), "The files that were read, in their order."),
        "result": result,
        "findings": listed(same_as("finding"), "All findings."),
    }
    if command.can_be_partial:
        keys["partial"] = true(PARTIAL)
    keys |= command.further
    return {
        "$schema": DIALECT,
        "$id": f"urn:{name.replace('/', ':')}",
        "title": name,
        **thing(command.about, keys),
        "$defs": {
            "definition": DEFINITION,
            "input": INPUT,
            "finding": FINDING,
            **command.shapes,
        },
    }


def compared(meaning: str) -> Schema:
    """Return how many of something were held against others."""
    return thing(
        meaning,
        {"compared": count("How many were compared."), "different": count("How many differ.")},
    )


def probabilities(meaning: str) -> Schema:
    """Return shares by name."""
    return by_name({"type": "number", "minimum": 0, "maximum": 1}, meaning)
