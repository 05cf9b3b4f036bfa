"""The definitions in reach, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kediri_index.messages.texts import TEXTS, text
from kediri_index.model.safe_text import printable
from kediri_index.present.definition.list.shown import ListShown

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: ListShown, console: Console) -> None:
    """Print one row a definition, its path below its title."""
    listed, language = shown
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("id", no_wrap=True, style="bold")
    for column in ("version", "status", "title"):
        table.add_column(text(f"column.{column}", language), overflow="fold")
    for one in listed:
        key = f"status.{one.status}"
        status = text(key, language) if key in TEXTS else one.status or ""
        title = one.title.in_language(language) if one.title else ""
        about = Text(printable(title))
        if one.superseded_by:
            said = text("superseded-by", language, index=one.superseded_by)
            about.append(f"\n{printable(said)}", style="yellow")
        about.append(f"\n{printable(one.path)}", style="dim")
        table.add_row(*(printable(cell) for cell in (one.id, one.version or "", status)), about)
    console.print(table)
