"""A written bundle in two lines: where it is, and its hash."""

from __future__ import annotations

from kediri_index.messages.texts import text
from kediri_index.model.safe_text import printable
from kediri_index.present.bundle.shown import BundleShown


def render(shown: BundleShown) -> str:
    """Return where the archive is, how many files it holds, and the hash of its bytes."""
    bundle, path = shown
    said = text("bundle.written", bundle.language, path=path, count=len(bundle.members))
    return f" {printable(said)}\n sha256 {bundle.sha256}\n"
