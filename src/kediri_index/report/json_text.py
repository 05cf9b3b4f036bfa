"""JSON as text that is safe wherever it is printed."""

from __future__ import annotations

import json

from kediri_index.report.terminal_text import is_hidden

_LARGEST_OF_ONE_UNIT = 0xFFFF


def json_text(document: object, *, indent: int | None = None) -> str:
    """Return *document* as JSON, where what a terminal or a log would obey is an escape.

    A parser sees the same text; half a surrogate pair, as in a file's name, harms no encoding.
    ``##[`` begins a command of a GitHub workflow wherever it stands in a line.
    """
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    text = text.replace("##[", "##\\u005b")
    hidden = {ord(char): _escape(char) for char in set(text) if char != "\n" and is_hidden(char)}
    return text.translate(hidden) if hidden else text


def _escape(char: str) -> str:
    if ord(char) <= _LARGEST_OF_ONE_UNIT:
        return f"\\u{ord(char):04x}"
    units = char.encode("utf-16-be").hex()
    return f"\\u{units[:4]}\\u{units[4:]}"
