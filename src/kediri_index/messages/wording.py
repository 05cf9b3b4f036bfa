"""One text in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A text with its params in braces; both languages name the same ones."""

    indonesian: str
    english: str
