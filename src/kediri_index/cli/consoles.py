"""Where things are printed: results on standard output, talk on standard error."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

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
