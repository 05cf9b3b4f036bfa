"""The definitions in reach, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from kediri_index.definition.listing import Listed
from kediri_index.messages.texts import TEXTS, text
from kediri_index.model.definition import Language
from kediri_index.report.envelope import envelope
from kediri_index.report.terminal_text import printable

if TYPE_CHECKING:
    from rich.console import Console


def print_list(listed: Sequence[Listed], language: Language, console: Console) -> None:
    """Print one row a definition."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("id", no_wrap=True, style="bold")
    for column in ("version", "status", "title", "path"):
        table.add_column(
            text(f"column.{column}", language), overflow="fold", no_wrap=column == "path"
        )
    for one in listed:
        key = f"status.{one.status}"
        status = text(key, language) if key in TEXTS else one.status or ""
        cells = (one.id, one.version or "", status, one.title or "", one.path)
        table.add_row(*(printable(cell) for cell in cells))
    console.print(table)


def list_json(listed: Sequence[Listed], language: Language) -> str:
    """Return the envelope of ``definition list``."""
    result = {
        "definitions": [
            {
                "id": one.id,
                "version": one.version,
                "status": one.status,
                "title": one.title,
                "path": one.path,
                "origin": one.origin.value,
            }
            for one in listed
        ]
    }
    return envelope("definition-list", None, (), result, (), language)
