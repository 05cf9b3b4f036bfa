"""Text on its way into a spreadsheet, where a leading sign would make it a formula."""

from __future__ import annotations

import re

from kediri_index.model.safe_text import printable, without_commands

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SIGN = r"[-=+@\uff0d\uff1d\uff0b\uff20]"
"""What begins a formula, the wide signs of East Asia too."""
_AT_START = re.compile(rf'[\t\r]|[\s"]*{_SIGN}|\s*::')
SIGN_AFTER_SEPARATOR = re.compile(rf'([,;][\s"]*)({_SIGN})')
_AFTER_SEMICOLON = re.compile(rf'(;[\s"]*)(?={_SIGN})')


def is_number(text: str) -> bool:
    """Return whether *text* is a number, which a spreadsheet may take for one."""
    return _NUMBER.fullmatch(text) is not None


def harmless(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula; numbers stay as they are.

    An apostrophe goes before a text that would begin a formula, or a command in the log of a CI.
    It goes before the sign after a semicolon too, which separates fields in many countries. CSV
    has no escapes, so control characters are replaced as on a screen.
    """
    if is_number(text):
        return text
    guarded = _AFTER_SEMICOLON.sub(r"\1'", text)
    if _AT_START.match(text):
        guarded = f"'{guarded}"
    return without_commands(printable(guarded))
