"""Shipped definitions loaded once: most of what a run takes that reads few rows."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import Loaded, load_definition_file

if TYPE_CHECKING:
    from types import ModuleType

once = lru_cache(100)(load_definition_file)
HERE = shipped_folder()


def loaded_once(path: str | Path, **how: Any) -> Loaded:  # noqa: ANN401 - handed on
    """Return the definition at *path*, from earlier where it is a shipped one.

    Nobody writes into their folder, and what is loaded stays as it is.
    """
    load = once if Path(path).parent == HERE and "texts" not in how else load_definition_file
    return load(path, **how)


def shipped_loaded_once(*modules: ModuleType) -> None:
    """Let *modules* load each shipped definition once."""
    for module in modules:
        module.load_definition_file = loaded_once  # type: ignore[attr-defined]
