"""What ``bundle`` and ``verify`` print."""

from __future__ import annotations

from kediri_index.model.published import Called, Level, State, Why
from pages.schemas.envelope import Command, compared
from pages.schemas.written import files
from pages.shapes import count, either, flag, listed, one_of, or_null, sha256, text, thing, whole

BUNDLE = Command(
    "bundle",
    "What `bundle --format json` prints.",
    files("The archive.", {"members": count("How many files are in it.")}),
    can_be_partial=True,
)

_ARCHIVE = thing(
    "What `verify FILE` came to.",
    {
        "file": thing(
            "The archive.", {"path": text("Where it is."), "sha256": sha256("Its hash.")}
        ),
        "made_by": or_null(text("The version of the program that made it.")),
        "same": flag("Whether everything is as it was made."),
        "recomputed": flag("Whether the figures could be computed again."),
        "members": compared("The files in it, by their hashes."),
        "cells": compared("The cells that were read, as they are kept beside the workbooks."),
        "figures": compared("The figures of the score."),
        "findings": compared("The findings of the check."),
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
        "level": one_of(Level, "What it is computed from."),
        "published": text("The figure as it was printed."),
        "computed": or_null(text("The figure as it is computed now.")),
        "state": one_of(State, "How both stand to each other; a known deviation has its reason."),
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
