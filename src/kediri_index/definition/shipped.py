"""Where the definitions stand that come with the package."""

from __future__ import annotations

from pathlib import Path

import kediri_index

DEFAULT_FILE = "pillars.yaml"
SHIPPED = "kediri_index/config"
"""The folder of the shipped definitions in an archive, wherever the package stands."""


def shipped_folder() -> Path:
    """Return the folder of the shipped definitions.

    A wheel has them inside the package; a source tree, also an editable install, beside ``src``.
    """
    package = Path(kediri_index.__file__).absolute().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent.parent / "config"


def is_shipped(path: str) -> bool:
    """Return whether *path*, as people know it, is that of a shipped definition."""
    return Path(path).absolute().parent == shipped_folder() or path.startswith(f"{SHIPPED}/")


def is_default(path: str) -> bool:
    """Return whether *path*, as people know it, is that of the shipped default."""
    return is_shipped(path) and Path(path).name == DEFAULT_FILE
