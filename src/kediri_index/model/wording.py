"""One text in both languages, and what is said by the key of one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
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


class Sentence(NamedTuple):
    """Something that is said of a score: the key of its text, and the figures in it."""

    key: str
    params: Mapping[str, object] = MappingProxyType({})


Sentences = tuple[Sentence, ...]
