"""What ``definition list`` came to: the definitions in reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kediri_index.definition.find import ListedDefinition
from kediri_index.messages.texts import TEXTS
from kediri_index.present.document import ColumnKind, Document, Section, TableCell, TableOf, Tone
from kediri_index.present.envelope import envelope
from kediri_index.present.formats import Presentation


@dataclass(frozen=True)
class ListPresentation(Presentation):
    """The definitions in reach."""

    definitions: Sequence[ListedDefinition]

    def document(self) -> Document:
        """Return a row a definition, below it what supersedes it and its path."""
        say = self.say

        def status(one: ListedDefinition) -> str:
            key = f"status.{one.status}"
            return say(key) if key in TEXTS else one.status or ""

        def below(one: ListedDefinition) -> tuple[str, ...]:
            by = one.superseded_by
            return (*((say("superseded-by", index=by),) if by else ()), one.path)

        table = TableOf(self.definitions)
        table.column("id", lambda one: TableCell(one.id, tone=Tone.STRONG), ColumnKind.CODE)
        table.column(say("column.version"), lambda one: one.version or "")
        table.column(say("column.status"), status)
        table.column(
            say("column.title"),
            lambda one: one.title.in_language(self.language) if one.title else "",
        )
        listed = table.made("definitions", below=below)
        return Document(self.language, (Section("definitions", "", (listed,)),))

    def json(self) -> str:
        """Return the envelope of ``definition list``."""
        listed = [
            {
                "id": one.id,
                "version": one.version,
                "status": one.status,
                "title": one.title.main if one.title else None,
                "path": one.path,
                "origin": one.origin,
                "superseded_by": one.superseded_by,
            }
            for one in self.definitions
        ]
        result = {"definitions": listed}
        return envelope("definition-list", None, (), result, (), self.language)
