"""The files of a new project, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kediri_index.model.safe_text import printable
from kediri_index.present.init.shown import InitShown

if TYPE_CHECKING:
    from rich.console import Console


def draw(shown: InitShown, console: Console) -> None:
    """Print the path of each file."""
    for path in shown.files:
        console.print(f" {printable(path)}", markup=False, highlight=False, soft_wrap=True)
