"""The languages that people read, and texts in both."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Language(StrEnum):
    """The languages of what people read."""

    ID = "id"
    EN = "en"


class Label(NamedTuple):
    """A name as the definition words it, and in the other language where it gives one."""

    main: str
    indonesian: str | None = None
    english: str | None = None

    def in_language(self, language: Language) -> str:
        """Return the wording for *language*, or the definition's own."""
        other = self.english if language is Language.EN else self.indonesian
        return other or self.main


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
