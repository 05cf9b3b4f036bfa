"""Findings about a file."""

from __future__ import annotations

from kediri_index.messages.finding_text import FindingText

FILE_FINDINGS: tuple[FindingText, ...] = ()
