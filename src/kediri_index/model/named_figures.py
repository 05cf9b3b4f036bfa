"""Names with a figure each, as a sentence lists them."""

from __future__ import annotations

from typing import NamedTuple


class NamedFigures(NamedTuple):
    """Some names with their figures, and how many *more* there are that are not named."""

    figures: tuple[tuple[str, object], ...]
    more: int = 0
