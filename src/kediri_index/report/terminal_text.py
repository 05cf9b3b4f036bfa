"""Text of unknown origin on its way to a terminal."""

from __future__ import annotations

import unicodedata

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return *text* without what a terminal would obey: control and direction characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if is_hidden(char) else char
        for char in text.replace("\n", " ").replace("\t", " ")
    )


def is_hidden(char: str) -> bool:
    """Return whether *char* shows nothing by itself, but may change how others are shown."""
    return unicodedata.category(char) in _HIDDEN_CATEGORIES
