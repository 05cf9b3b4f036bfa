"""What every format of ``bundle`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.bundle import Bundle


class BundleShown(NamedTuple):
    """The archive, or why there is none, and where it was written: a path, or ``-``."""

    bundle: Bundle
    path: str
