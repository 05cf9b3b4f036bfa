"""How a command's result is to be printed."""

from __future__ import annotations

import shlex
from typing import NamedTuple

from kediri_index.model.language import Language

_PATHS_SAID = 3


class Printing(NamedTuple):
    """The options about output; *again* is what the next command is to be given."""

    language: Language
    output: str | None = None
    force: bool = False
    detail: bool = False
    quiet: bool = False
    verbose: bool = False
    again: str = ""


def said_again(paths: list[str], options: dict[str, object]) -> str:
    """Return the paths and the options that were given, as a shell takes them.

    Of many paths, a shell's answer to a pattern, only ``…`` is left: who typed it knows it.
    """
    words = [typed(path) for path in paths] if len(paths) <= _PATHS_SAID else ["…"]
    for name, value in options.items():
        if value is not None:
            words += [f"--{name}", shlex.quote(str(value))]
    return " ".join(words)


def typed(path: str) -> str:
    """Return *path* as it is typed: one that looks like an option is led by its folder."""
    return shlex.quote(f"./{path}" if path.startswith("-") and path != "-" else path)
