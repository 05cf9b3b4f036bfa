"""Where the definitions stand that come with the package."""

from __future__ import annotations

from pathlib import Path

import kediri_index

DEFAULT_FILE = "pillars.yaml"


def shipped_folder() -> Path:
    """Return the folder of the shipped definitions.

    A wheel has them inside the package; a source tree, also an editable install, beside ``src``.
    """
    package = Path(kediri_index.__file__).absolute().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent.parent / "config"
