"""Where things are printed: results on standard output, talk on standard error."""

from __future__ import annotations

import io
import os
from typing import IO, TYPE_CHECKING

from kediri_index.cli.plain_signs import NAME

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_WITHOUT_TERMINAL = 120


def console(stream: IO[str]) -> Console:
    """Return a console on *stream*: the terminal's width, else ``COLUMNS``, else 120 columns."""
    from rich.console import Console  # machine formats do without

    known = stream.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(
        file=stream,
        width=None if known else WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def paper(encoding: str) -> tuple[Console, IO[str]]:
    """Return a console that prints into a text, without colour, and the text.

    What *encoding* cannot hold is drawn with plain signs.
    """
    from rich.console import Console  # machine formats do without

    text = io.TextIOWrapper(io.BytesIO(), encoding, errors=NAME, newline="\n")
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdigit() else WIDTH_WITHOUT_TERMINAL
    console = Console(
        file=text,
        width=width,
        force_terminal=False,
        color_system=None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    return console, text
