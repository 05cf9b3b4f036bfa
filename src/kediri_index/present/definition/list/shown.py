"""What every format of ``definition list`` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kediri_index.definition.listing import Listed
from kediri_index.model.language import Language


class ListShown(NamedTuple):
    """The definitions in reach."""

    listed: Sequence[Listed]
    language: Language
