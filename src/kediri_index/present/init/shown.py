"""What every format of ``init`` shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.language import Language


class InitShown(NamedTuple):
    """The files that were written, by path, and the project's definition."""

    files: Mapping[str, bytes]
    definition: Definition
    language: Language
