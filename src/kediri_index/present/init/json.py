"""The files of a new project as JSON, in the envelope of every command."""

from __future__ import annotations

from hashlib import sha256

from kediri_index.present.envelope import envelope
from kediri_index.present.init.shown import InitShown


def render(shown: InitShown) -> str:
    """Return the envelope of ``init``: every file with its hash, and the project's definition."""
    files = shown.files.items()
    listed = [{"path": path, "sha256": sha256(data).hexdigest()} for path, data in files]
    return envelope("init", shown.definition, (), {"files": listed}, (), shown.language)
