"""One text in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A text with its params in braces; both languages name the same ones.

    *english_one* is the English text where the param ``count`` is 1.
    """

    indonesian: str
    english: str
    english_one: str | None = None


class Described(NamedTuple):
    """What a key of a definition means, in both languages, and an *example* of it in a file.

    The example brings along what the key does not go without.
    """

    indonesian: str
    english: str
    example: str
