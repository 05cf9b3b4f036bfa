"""A written bundle as JSON, in the envelope of every command."""

from __future__ import annotations

from kediri_index.present.bundle.shown import BundleShown
from kediri_index.present.outcome_json import outcome_json


def render(shown: BundleShown) -> str:
    """Return the envelope of ``bundle``: the archive, or no result."""
    bundle, path = shown
    outcome = bundle.outcome
    result = None
    if bundle.data is not None:
        file = {"path": path, "sha256": bundle.sha256, "members": len(bundle.members)}
        result = {"files": [file]}
    return outcome_json("bundle", outcome, result, bundle.language)
