"""Text of unknown origin on its way to a terminal or to the log of a CI."""

from __future__ import annotations

from kediri_index.model.safe_text import (
    is_hidden,
    printable,
    printable_lines,
    printed,
    spelled_commands,
    without_commands,
)

__all__ = [
    "is_hidden",
    "printable",
    "printable_lines",
    "printed",
    "spelled_commands",
    "without_commands",
]
