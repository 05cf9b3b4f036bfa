"""The files of a new project as JSON, in the envelope of every command."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from kediri_index.model.definition import Definition
from kediri_index.model.language import Language
from kediri_index.report.envelope import envelope


def init_json(files: Mapping[str, bytes], definition: Definition, language: Language) -> str:
    """Return the envelope of ``init``: every file with its hash, and the project's definition."""
    listed = [{"path": path, "sha256": sha256(data).hexdigest()} for path, data in files.items()]
    return envelope("init", definition, (), {"files": listed}, (), language)
