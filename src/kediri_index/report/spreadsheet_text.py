"""Text on its way into a spreadsheet, where a leading sign would make it a formula."""

from __future__ import annotations

import re

from kediri_index.report.terminal_text import printable

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula; numbers stay as they are.

    CSV knows no escapes, so what a terminal would obey is replaced as on a screen.
    """
    shown = printable(text)
    if text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return f"'{shown}"
    return shown
