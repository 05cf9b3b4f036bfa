"""Words as this system's shells take them, so that a command on a screen can be copied."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping, Sequence

_PATHS_SAID = 3
_NOT_TYPED = "…"
"""What stands for words that cannot be copied from a screen."""
_PLAIN_ON_WINDOWS = re.compile(r"[\w./\\:@+=-]+")
_EXPANDED_ON_WINDOWS = re.compile(r'["%$`!\r\n]')
"""What cmd or PowerShell replaces or ends within double quotes."""


def shell_arguments(paths: Sequence[str], options: Mapping[str, object]) -> str:
    """Return the paths and the options that were given, as a shell takes them.

    Of many paths, a shell's answer to a pattern, only ``…`` is left: who typed it knows it.
    """
    words = [typed(path) for path in paths] if len(paths) <= _PATHS_SAID else [_NOT_TYPED]
    for name, given in options.items():
        option = f"--{name.replace('_', '-')}"
        for value in given if isinstance(given, tuple) else (given,):
            if value is True:
                words.append(option)
            elif value is not None and value is not False:
                words += [option, shell_quoted(str(value))]
    return " ".join(words)


def typed(path: str) -> str:
    """Return *path* as it is typed: one that looks like an option is led by its folder."""
    return shell_quoted(f"./{path}" if path.startswith("-") and path != "-" else path)


def shell_quoted(word: str) -> str:
    """Return *word* as this system's shells take it, so that a command can be copied.

    On Windows cmd and PowerShell agree on double quotes alone, and each replaces some signs even
    there; a word with such signs is not shown.
    """
    if os.name != "nt":
        return shlex.quote(word)
    if _EXPANDED_ON_WINDOWS.search(word):
        return _NOT_TYPED
    return word if _PLAIN_ON_WINDOWS.fullmatch(word) else f'"{word}"'
