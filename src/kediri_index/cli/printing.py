"""How a command's result is to be printed."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.definition import Language


class Printing(NamedTuple):
    """The options about output; *path* is what the next command names."""

    language: Language
    output: str | None = None
    force: bool = False
    detail: bool = False
    quiet: bool = False
    verbose: bool = False
    path: str = ""
