"""The words of a command line in one order: the command first, then what it is given."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.errors import UsageError

_FLAGS = frozenset({"--quiet", "-q", "--verbose", "--debug"})
_LANG = "--lang"
_HELP = "--help"
_WITH_COMMANDS = "definition"
"""What has commands, and no options."""


def arranged(arguments: Sequence[str]) -> list[str]:
    """Return *arguments* with the options before the command behind it, ``help`` as ``--help``.

    Raises :class:`~kediri_index.errors.UsageError` for ``--lang`` without a language.
    """
    before, words = _split(list(arguments))
    match words:
        case [] | ["help"] | ["help", "help" | "version"]:
            return [_HELP]
        case ["version"]:
            return ["--version"]
        case ["help", *called]:
            words = [*called, _HELP]
    if words[0].startswith("-"):  # no command that the options could go to
        return words
    if words[0] != _WITH_COMMANDS:
        return [words[0], *before, *words[1:]]
    if len(words) == 1 or words[1].startswith("-"):  # its help alone, whose language is known
        return words
    return [*words[:2], *before, *words[2:]]


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the options that every command has and that stand first, and the rest."""
    end = 0
    while end < len(words):
        word = words[end]
        if word == _LANG:
            if end + 1 == len(words):
                raise UsageError("option-needs-value", value=_LANG, command="kediri-index")
            end += 2
        elif word in _FLAGS or word.startswith(f"{_LANG}="):
            end += 1
        else:
            break
    return words[:end], words[end:]
