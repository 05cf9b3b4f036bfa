"""A written bundle as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.report.bundle.shown import BundleShown
from kediri_index.report.envelope import Json, envelope_of
from kediri_index.report.findings_json import findings_json


def render(shown: BundleShown) -> str:
    """Return the envelope of ``bundle``: the archive, or no result."""
    bundle, path = shown
    outcome = bundle.outcome
    more: dict[str, Json] = {"partial": True} if outcome.partial else {}
    result = None
    if bundle.data is not None:
        file = {"path": path, "sha256": bundle.sha256, "members": len(bundle.members)}
        result = {"files": [file]}
    return envelope_of(
        "bundle",
        outcome.definition,
        outcome.inputs,
        result,
        findings_json(outcome.findings, outcome.waived, bundle.language),
        **more,
    )
