"""What ``bundle`` and ``verify`` print."""

from __future__ import annotations

from kediri_index.model.bundle import Called, ComputedFrom, FigureState, MemberRole, Verdict, Why
from kediri_index.model.dataset import Lead
from kediri_index.model.language import Language
from pages.schemas.envelope import Command, compared
from pages.schemas.written import files
from pages.shapes import (
    COUNT,
    by_name,
    count,
    day,
    either,
    flag,
    listed,
    maybe,
    one_of,
    or_null,
    same_as,
    sha256,
    text,
    thing,
    whole,
)

_PASSED_OVER = thing(
    "A file of a folder that was not read.",
    {"code": text("The finding's code."), "file": text("The file.")},
)
_OPTIONS = {
    "value": or_null(one_of(Lead, "`--value`.")),
    "target": or_null(text("`--target`, exact: a whole number or a fraction.")),
    "unit": or_null(text("`--unit`.")),
    "year": or_null(whole("`--year`.", "year")),
    "decimal": or_null(text("`--decimal`.")),
    "profile_unit": or_null(text("The unit of the profile.")),
    "allow_errors": flag("`--allow-errors`."),
    "detail": flag("`--detail`."),
    "language": one_of(Language, "The language of the findings."),
    "limits": by_name(whole("The limit.", COUNT), "Limits that were not the usual ones."),
    "known_definitions": listed(text("An id."), "The definitions in reach."),
    "day": or_null(day("The day that waivers were held against.")),
}
_CALL = thing(
    "How the program was called, for the figures to come out the same; in the manifest alone.",
    {
        **_OPTIONS,
        "passed_over": listed(same_as("passed_over"), "Files that were not read."),
        "previous": maybe(text("`--previous`: what last year's files were called together.")),
        "previous_passed_over": maybe(listed(same_as("passed_over"), "Of these, those not read.")),
    },
)
BUNDLE = Command(
    "bundle",
    "What `bundle --format json` prints, and with other files the archive's `manifest.json`.",
    either(
        "What the command came to.",
        files("The archive.", {"members": count("How many files are in it.")}),
        {
            **files(
                "The files in the archive.",
                {
                    "role": one_of(MemberRole, "What it is."),
                    "source": text("What it was made from."),
                },
            ),
            "description": "In the manifest: what is kept.",
        },
    ),
    {"passed_over": _PASSED_OVER},
    can_be_partial=True,
    further={"call": maybe(_CALL)},
)

_ARCHIVE = thing(
    "What `verify FILE` came to.",
    {
        "file": thing(
            "The archive.", {"path": text("Where it is."), "sha256": sha256("Its hash.")}
        ),
        "made_by": or_null(text("The version of the program that made it.")),
        "same": flag("Whether the program writes exactly this archive from the files in it."),
        "recomputed": flag("Whether the figures could be computed again."),
        "members": compared("The files in it, by their hashes."),
        "cells": compared("The cells that were read, as they are kept beside the workbooks."),
        "figures": compared("The figures of the score."),
        "findings": compared("The findings of the check."),
        "verdict": one_of(
            Verdict, "What is proven; `not_verified` for an archive of another version."
        ),
        "not_compared": listed(
            text("A member."), "Of another version: members not compared byte for byte."
        ),
        "recorded": or_null(
            thing("The call as the archive records it; nothing proves it.", _OPTIONS)
        ),
    },
)
_FIGURE = thing(
    "One published figure.",
    {
        "definition": or_null(text("The definition's id; null where it has none here.")),
        "index": or_null(one_of(Called, "The index, where it has no definition here.")),
        "unit": text("The unit."),
        "year": whole("The year.", "year"),
        "node": text("The id of a group, or `overall`, `class`, `change`."),
        "level": one_of(ComputedFrom, "What it is computed from."),
        "published": text("The figure as it was printed."),
        "computed": or_null(text("The figure as it is computed now.")),
        "state": one_of(
            FigureState, "How both stand to each other; a known deviation has its reason."
        ),
        "note": or_null(one_of(Why, "Why it deviates, where that is known.")),
        "source": text("Where it was published."),
    },
)
_PUBLISHED = thing(
    "What `verify --published` came to.",
    {
        "same": flag("Whether none differs."),
        "figures": compared("The figures."),
        "published": listed(_FIGURE, "Each figure."),
    },
)

VERIFY = Command(
    "verify",
    "What `verify --format json` prints.",
    either("What the command came to.", _ARCHIVE, _PUBLISHED),
    can_be_partial=True,
)
