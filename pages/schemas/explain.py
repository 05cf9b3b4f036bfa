"""What ``explain`` prints."""

from __future__ import annotations

from kediri_index.model.findings import Family, Severity
from pages.schemas.envelope import Command
from pages.shapes import (
    COLUMN,
    LINE,
    ROW,
    either,
    listed,
    maybe,
    one_of,
    or_null,
    text,
    thing,
    whole,
)

_GRID = thing(
    "A part of a sheet.",
    {
        "columns": listed(text("A letter."), "The columns."),
        "rows": listed(
            thing(
                "One row.",
                {
                    "row": whole("Its number.", ROW),
                    "cells": listed(text("What stands in it."), "Its cells."),
                },
            ),
            "The rows.",
        ),
    },
)
_LINES = thing(
    "A part of a file of text.",
    {
        "first_line": whole("The number of the first line.", LINE),
        "lines": listed(text("A line."), "The lines."),
    },
)
_EXAMPLE = thing(
    "An example that gives exactly this finding; null where a file alone cannot cause it.",
    {
        "folder": text("The folder with the example's files."),
        "files": listed(text("A name."), "The files."),
        "command": text("What to run in that folder."),
        "file": or_null(text("The file that the finding is on.")),
        "sheet": or_null(text("The sheet.")),
        "cell": or_null(text("The cell.")),
        "line": or_null(whole("The line.", LINE)),
        "column": or_null(whole("The column in it.", COLUMN)),
        "value": or_null(text("What was seen there.")),
        "excerpt": or_null(either("What stands around the place.", _GRID, _LINES)),
    },
)

EXPLAIN = Command(
    "explain",
    "What `explain --format json` prints.",
    thing(
        "What codes mean.",
        {
            "codes": listed(
                thing(
                    "One code; without a code in the call only the first four keys.",
                    {
                        "code": text("The code."),
                        "severity": one_of(Severity, "How heavy it is."),
                        "family": one_of(Family, "What it is about."),
                        "title": text("What it is called."),
                        "message": maybe(text("What the finding of the example says.")),
                        "hint": maybe(text("What it says to do.")),
                        "related": maybe(listed(text("A code."), "Codes to look at too.")),
                        "example": maybe(or_null(_EXAMPLE)),
                    },
                ),
                "The codes asked for, or all.",
            )
        },
    ),
    refusable=False,
)
