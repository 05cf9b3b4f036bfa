"""What is shown for a sign that a terminal's code page does not have."""

from __future__ import annotations

import codecs
import unicodedata

NAME = "kediri-index-plain"
"""The handler of errors, as ``errors=`` of a stream takes it."""

_PLAIN = {
    "✓": "+",
    "✗": "x",
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "▲": "^",
    "▼": "v",
    "…": "...",
    "–": "-",
    "—": "-",
    "\N{MINUS SIGN}": "-",
    "·": "-",
    "•": "-",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "±": "+/-",
    "≈": "~",
    "◄": "<",
    "█": "#",
    "░": ".",
    "─": "-",
    "│": "|",
}
_UNKNOWN = "?"


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(sign: str) -> str:
    """Return a sign of ASCII for *sign*: a letter without its accents, else a likeness."""
    if sign in _PLAIN:
        return _PLAIN[sign]
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return letters or ("" if unicodedata.combining(sign) else _UNKNOWN)


codecs.register_error(NAME, _replaced)
