"""The files of a new project, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.report.init.shown import InitShown
from kediri_index.report.terminal_text import printable

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: InitShown, console: Console) -> None:
    """Print the path of each file."""
    for path in shown.files:
        console.print(f" {printable(path)}", markup=False, highlight=False, soft_wrap=True)
