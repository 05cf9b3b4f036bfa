"""Written forms, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.messages.texts import text
from kediri_index.model.safe_text import printable
from kediri_index.present.template.shown import TemplateShown

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: TemplateShown, console: Console) -> None:
    """Print where each form is, and how many indicators it asks for."""
    for file in shown.written:
        count = text("count.indicators", shown.language, count=file.indicators)
        console.print(f" {printable(file.path)} · {count}", markup=False, highlight=False)
