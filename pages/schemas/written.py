"""Commands whose result is the files that they wrote."""

from __future__ import annotations

from kediri_index.model.profile import Basis
from kediri_index.present.yearly.report import FORMS
from pages.schemas.envelope import Command
from pages.shapes import (
    Schema,
    count,
    listed,
    maybe,
    one_of,
    or_null,
    sha256,
    text,
    thing,
    whole,
)


def files(meaning: str, more: dict[str, Schema] | None = None) -> Schema:
    """Return a result that lists files; *more* are further keys of each."""
    return written(meaning, {}, more)


def written(
    meaning: str, beside: dict[str, Schema], more: dict[str, Schema] | None = None
) -> Schema:
    """Return the same with keys *beside* the list."""
    keys = {"path": text("Where it was written."), "sha256": sha256("The hash of its bytes.")}
    one = thing("One file.", keys | (more or {}))
    return thing("What was written.", {"files": listed(one, meaning), **beside})


_PREVIOUS = thing(
    "The year before.",
    {
        "folder": text("Its folder, as it was named."),
        "year": whole("The year.", "year"),
        "unit": or_null(text("The unit; null without a known score.")),
        "published": or_null(text("Its published overall score; null where it is not known.")),
        "basis": or_null(one_of(Basis, "Whose assessment that is.")),
        "path": or_null(text("The archive or folder that the score is from.")),
        "definition": thing(
            "Its definition.", {"id": text("Its lasting name."), "version": text("Its version.")}
        ),
    },
)
INIT = Command(
    "init",
    "What `init --format json` prints.",
    written(
        "The files of the new project.",
        {
            "year": maybe(
                whole("The new year; this and the next keys with `--next-year`.", "year")
            ),
            "previous": maybe(_PREVIOUS),
            "waivers": maybe(count("How many waivers still count and are carried on.")),
            "to_fill": maybe(
                listed(
                    text("A key of the profile."),
                    "What nobody can know of the new year: to be filled in.",
                )
            ),
        },
    ),
)
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
PAGE = Command(
    "page",
    "What `page --format json` prints.",
    written(
        "The page.",
        {
            "fingerprint": sha256(
                "The hash of a list of the page's parts, each with its hash; the page shows the "
                "first sixteen digits."
            )
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
