"""Where things are printed: results on standard output, talk on standard error."""

from __future__ import annotations

import io
import os
from typing import IO, TYPE_CHECKING

from kediri_index.present.renderers.plain_signs import NAME

if TYPE_CHECKING:
    from kediri_index.cli.safe_console import SafeConsole

WIDTH_WITHOUT_TERMINAL = 120


def console(stream: IO[str]) -> SafeConsole:
    """Return a console on *stream*: the terminal's width, else ``COLUMNS``, else 120 columns."""
    from kediri_index.cli.safe_console import SafeConsole  # machine formats do without

    known = stream.isatty() or "COLUMNS" in os.environ
    return SafeConsole(
        file=stream,
        width=None if known else WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def paper(encoding: str) -> tuple[SafeConsole, IO[str]]:
    """Return a console that prints into a text, without colour, and the text.

    What *encoding* cannot hold is drawn with plain signs.
    """
    from kediri_index.cli.safe_console import SafeConsole  # machine formats do without

    text = io.TextIOWrapper(io.BytesIO(), encoding, errors=NAME, newline="\n")
    width = int(os.environ.get("COLUMNS", WIDTH_WITHOUT_TERMINAL))
    console = SafeConsole(
        file=text,
        width=width,
        force_terminal=False,
        color_system=None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    return console, text
