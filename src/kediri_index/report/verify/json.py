"""What a verification came to as JSON, in the envelope of every command."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.model.bundle import Verified
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.published import Recomputed, State
from kediri_index.report.envelope import Json, envelope


def verify_json(verified: Verified, language: Language) -> str:
    """Return the envelope of ``verify FILE``."""
    result: dict[str, Json] = {
        "file": {"path": verified.path, "sha256": verified.sha256},
        "made_by": verified.made_by,
        "same": verified.is_same,
        "recomputed": verified.recomputed,
        "members": verified.members._asdict(),
        "cells": verified.cells._asdict(),
        "figures": verified.figures._asdict(),
        "findings": verified.said._asdict(),
    }
    more: dict[str, Json] = {"partial": True} if verified.partial else {}
    found = verified.findings
    return envelope("verify", verified.definition, verified.inputs, result, found, language, **more)


def published_json(
    figures: Sequence[Recomputed], findings: Sequence[Finding], language: Language
) -> str:
    """Return the envelope of ``verify --published``."""
    different = sum(one.state is State.DIFFERS for one in figures)
    compared = sum(one.state is not State.NOT_COMPUTED for one in figures)
    result: Json = {
        "same": not different,
        "figures": {"compared": compared, "different": different},
        "published": [_figure(one) for one in figures],
    }
    return envelope("verify", None, (), result, findings, language)


def _figure(one: Recomputed) -> Json:
    return {
        "definition": one.table.definition,
        "index": one.table.called,
        "unit": one.row.unit,
        "year": one.row.year,
        "node": one.node,
        "level": one.table.level.value,
        "published": one.printed,
        "computed": one.computed,
        "state": one.state.value,
        "note": one.why,
        "source": one.table.source,
    }
