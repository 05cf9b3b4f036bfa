"""YAML that is written: what a terminal or the log of a CI would obey is an escape in quotes."""

from __future__ import annotations

import re

from kediri_index.model.safe_text import is_hidden, spelled_commands

_COMMAND_AT_START = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_LARGEST_OF_FOUR_DIGITS = 0xFFFF


def needs_quotes(text: str) -> bool:
    """Return whether *text* must stand in double quotes, which alone have escapes."""
    if "::" in text or "##" in text:
        return True
    return not text.isprintable() and any(map(is_hidden, set(text) - {"\n"}))


def with_escapes(yaml_text: str) -> str:
    """Return *yaml_text* with escapes; what they replace stands only in double quotes."""
    said = _COMMAND_AT_START.sub(r"\1\\x3a", spelled_commands(yaml_text, r"#\\x23"))
    hidden = {ord(char): _escape(char) for char in set(said) if char != "\n" and is_hidden(char)}
    return said.translate(hidden) if hidden else said


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04X}" if code <= _LARGEST_OF_FOUR_DIGITS else f"\\U{code:08X}"
