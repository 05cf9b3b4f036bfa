"""Which words of a command line are files, and which is the node."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from kediri_index.cli.printing import quoted
from kediri_index.errors import UsageError
from kediri_index.model.definition import Definition
from kediri_index.workbook.folder_walk import WILDCARDS
from kediri_index.workbook.paths import ENDINGS, STANDARD_INPUT


def paths_and_node(words: Sequence[str], node: str | None) -> tuple[list[str], str | None]:
    """Return the paths and the node of *words*; *node* is the one that an option gives.

    The last of several words is the node, unless it is there as a file or looks like one. Raises
    :class:`UsageError` for a single word that can only be a node.
    """
    if node is not None:
        return list(words), node
    last = words[-1]
    if _is_path(last):
        return list(words), None
    if len(words) == 1:
        raise UsageError("node-without-file", value=last, typed=quoted(last))
    paths = list(words[:-1])
    if not _is_path(paths[-1]):
        raise UsageError("one-node", value=paths[-1], node=last)
    return paths, last


def in_doubt(paths: Sequence[str], definition: Definition) -> None:
    """Raise :class:`UsageError` where the last of several paths is the id of a node as well."""
    last = paths[-1]
    if len(paths) > 1 and last in definition.nodes():
        raise UsageError("node-or-file", value=last, path=quoted(f"./{last}"), typed=quoted(last))


def _is_path(word: str) -> bool:
    if word == STANDARD_INPUT or "/" in word or "\\" in word or set(word) & WILDCARDS:
        return True
    return PurePath(word).suffix.lower() in ENDINGS or _is_there(word)


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # a name that is too long
        return False
