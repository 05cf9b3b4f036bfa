"""The definitions in reach, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.definition.listing import Listed
from kediri_index.messages.texts import TEXTS, text
from kediri_index.model.language import Language
from kediri_index.report.envelope import envelope
from kediri_index.report.terminal_text import printable

if TYPE_CHECKING:
    from rich.console import Console


def print_list(listed: Sequence[Listed], language: Language, console: Console) -> None:
    """Print one row a definition, its path below its title."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("id", no_wrap=True, style="bold")
    for column in ("version", "status", "title"):
        table.add_column(text(f"column.{column}", language), overflow="fold")
    for one in listed:
        key = f"status.{one.status}"
        status = text(key, language) if key in TEXTS else one.status or ""
        title = one.title.in_language(language) if one.title else ""
        about = Text(printable(title))
        about.append(f"\n{printable(one.path)}", style="dim")
        table.add_row(*(printable(cell) for cell in (one.id, one.version or "", status)), about)
    console.print(table)


def list_json(listed: Sequence[Listed], language: Language) -> str:
    """Return the envelope of ``definition list``."""
    result = {
        "definitions": [
            {
                "id": one.id,
                "version": one.version,
                "status": one.status,
                "title": one.title.main if one.title else None,
                "path": one.path,
                "origin": one.origin.value,
            }
            for one in listed
        ]
    }
    return envelope("definition-list", None, (), result, (), language)
