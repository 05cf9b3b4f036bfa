"""A name in the language of a definition, and in the other."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.language import Language


class Label(NamedTuple):
    """A name as the definition words it, and in the other language where it gives one."""

    main: str
    indonesian: str | None = None
    english: str | None = None

    def in_language(self, language: Language) -> str:
        """Return the wording for *language*, or the definition's own."""
        other = self.english if language is Language.EN else self.indonesian
        return other or self.main
