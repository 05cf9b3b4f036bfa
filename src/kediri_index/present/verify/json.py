"""What a verification came to as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.present.bundle.call import call_json
from kediri_index.present.envelope import Json, envelope
from kediri_index.present.verify.shown import VerifyShown


def render(shown: VerifyShown) -> str:
    """Return the envelope of ``verify FILE``."""
    verified, language = shown
    result: dict[str, Json] = {
        "file": {"path": verified.path, "sha256": verified.sha256},
        "made_by": verified.made_by,
        "same": verified.is_same,
        "recomputed": verified.recomputed,
        "members": verified.members._asdict(),
        "cells": verified.cells._asdict(),
        "figures": verified.figures._asdict(),
        "findings": verified.said._asdict(),
        "verdict": verified.verdict.value,
        "not_compared": list(verified.not_compared),
        "recorded": None if verified.made_by is None else call_json(verified.call),
    }
    more: dict[str, Json] = {"partial": True} if verified.partial else {}
    found = verified.findings
    return envelope("verify", verified.definition, verified.inputs, result, found, language, **more)
