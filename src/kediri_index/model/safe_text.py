"""Text of unknown origin: what a terminal, the log of a CI or a viewer would obey in it."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SPACES = str.maketrans("\n\t", "  ")
_COMMAND = re.compile(r"##(?=\w*\[)")
_COMMAND_AT_START = re.compile(r"^([^\S\n]*:)(?=:)", re.MULTILINE)


def printable(text: str) -> str:
    """Return *text* on one line, without control and direction characters.

    A terminal obeys those, or shows others in another order for them.
    """
    if text.isprintable():
        return text
    text = text.translate(_SPACES)
    hidden = {ord(char): "\N{REPLACEMENT CHARACTER}" for char in set(text) if is_hidden(char)}
    return text.translate(hidden) if hidden else text


def printable_lines(text: str) -> str:
    """Return *text* with each of its lines printable."""
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def printed(text: str) -> str:
    """Return *text* so that neither a terminal nor a CI obeys any of its lines."""
    return without_commands(printable_lines(text))


def without_commands(text: str) -> str:
    """Return *text* with a space inside whatever the log of a CI takes for a command.

    GitHub obeys ``::error::`` at the beginning of a line, spaces or not before it. It obeys
    ``##[error]`` anywhere in a line, as Azure does ``##vso[`` and TeamCity ``##teamcity[``.
    """
    spelled = spelled_commands(text, "## ")
    return _COMMAND_AT_START.sub(r"\1 ", spelled) if "::" in spelled else spelled


def spelled_commands(text: str, spelled: str) -> str:
    """Return *text* with *spelled* for each ``##`` that begins a command."""
    return _COMMAND.sub(spelled, text) if "##" in text else text


def is_hidden(char: str) -> bool:
    """Return whether *char* shows nothing by itself, but may change how others are shown."""
    return unicodedata.category(char) in _HIDDEN_CATEGORIES
