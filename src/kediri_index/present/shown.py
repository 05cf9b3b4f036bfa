"""What a command came to, for each kind of format to ask what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from kediri_index.present.document import Block, Document

if TYPE_CHECKING:
    from kediri_index.present.findings import FindingsReport
    from kediri_index.present.renderers.csv import Rows


class Worded:
    """What is worded in one language."""

    language: Language

    def say(self, key: str, **params: object) -> str:
        """Return a text of the catalogue."""
        return text(key, self.language, **params)


@dataclass(frozen=True)
class Shown(Worded):
    """What a command came to, in one language.

    A command has a *document*, which every format for people renders, and *json*; those with a
    table for programs have *rows*. What the others say by default is nothing.
    """

    language: Language

    def listed(self, ids: Sequence[str], most: int = 8) -> str:
        """Return the first of *ids*, and how many more there are."""
        shown, more = ", ".join(ids[:most]), len(ids) - most
        return self.say("and-more", ids=shown, count=more) if more > 0 else shown

    def document(self) -> Document:
        """Return what people read."""
        raise NotImplementedError

    def screen(self) -> Document:
        """Return it as far as a screen has room for."""
        return self.document()

    def json(self) -> str | Iterable[str]:
        """Return the envelope, whole or in parts."""
        raise NotImplementedError

    def rows(self) -> Rows:
        """Return what CSV has: a header, and a row each."""
        raise NotImplementedError

    def csv(self) -> str | Iterable[str]:
        """Return it as text, whole or in parts."""
        from kediri_index.present.renderers.csv import rendered  # noqa: PLC0415 - few ask

        return rendered(self.rows())

    def of_findings(self) -> FindingsReport:
        """Return the findings, for formats that have nothing else."""
        raise NotImplementedError

    def refusal(self) -> tuple[Block, ...]:
        """Return why there is no result, where there is none: JSON alone is printed then."""
        return ()

    def remarks(self) -> Iterable[str]:
        """Return what is to be known of the whole, for formats that have no place for it."""
        return ()

    def next(self) -> Iterable[str]:
        """Return what to type next, for who reads a screen."""
        return ()
