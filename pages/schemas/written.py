"""Commands whose result is the files that they wrote."""

from __future__ import annotations

from kediri_index.present.yearly.report import FORMS
from pages.schemas.envelope import Command
from pages.shapes import Schema, count, listed, one_of, or_null, sha256, text, thing


def files(meaning: str, more: dict[str, Schema] | None = None) -> Schema:
    """Return a result that lists files; *more* are further keys of each."""
    keys = {"path": text("Where it was written."), "sha256": sha256("The hash of its bytes.")}
    one = thing("One file.", keys | (more or {}))
    return thing("What was written.", {"files": listed(one, meaning)})


INIT = Command("init", "What `init --format json` prints.", files("The files of the new project."))
TEMPLATE = Command(
    "template",
    "What `template --format json` prints.",
    files(
        "The forms.",
        {
            "opd": or_null(text("The agency's id; null in the form for the whole region.")),
            "indicators": count("How many indicators, or given groups, it asks for."),
        },
    ),
)
REPORT = Command(
    "report",
    "What `report --format json` prints.",
    files(
        "The reports.",
        {"format": one_of(FORMS, "What it is.")},
    ),
    can_be_partial=True,
)
