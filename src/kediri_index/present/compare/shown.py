"""What every format of ``compare`` shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.messages.texts import text
from kediri_index.model.comparison import CompareOutcome, Comparison
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.present.compare.words import CompareWords

_ABOUT_BOTH = "S6"
"""Findings about the two together; those of either file are ``check``'s to tell."""


class CompareShown(NamedTuple):
    """The comparison, or why there is none; *detail* asks for all indicators."""

    outcome: CompareOutcome
    language: Language
    detail: bool = False

    @property
    def comparison(self) -> Comparison:
        """The comparison; all but JSON is asked for only where there is one."""
        found = self.outcome.comparison
        assert found is not None  # noqa: S101 - for mypy: asked before
        return found

    def words(self) -> CompareWords:
        """Return the wording of the comparison."""
        return CompareWords(self.comparison, self.outcome.profile, self.language)

    def remarks(self) -> Iterator[str]:
        """Yield what is to be known of the whole."""
        if self.outcome.partial:
            yield text("partial", self.language)
        if self.outcome.waived:
            yield text("count.waived", self.language, count=len(self.outcome.waived))

    def about_both(self) -> list[Finding]:
        """Return the findings about the two together."""
        return [one for one in self.outcome.findings if one.code.startswith(_ABOUT_BOTH)]
