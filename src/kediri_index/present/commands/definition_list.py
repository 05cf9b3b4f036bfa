"""What ``definition list`` came to: the definitions in reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kediri_index.definition.find import ListedDefinition
from kediri_index.messages.texts import TEXTS
from kediri_index.present.document import Cell, Column, ColumnKind, Document, Section, Table, Tone
from kediri_index.present.envelope import envelope
from kediri_index.present.formats import Presentation


@dataclass(frozen=True)
class ListPresentation(Presentation):
    """The definitions in reach."""

    definitions: Sequence[ListedDefinition]

    def document(self) -> Document:
        """Return a row a definition, below it what supersedes it and its path."""
        columns = (
            Column("id", "id", ColumnKind.CODE),
            *(Column(key, self.say(f"column.{key}")) for key in ("version", "status", "title")),
        )
        rows, below = [], []
        for one in self.definitions:
            key = f"status.{one.status}"
            status = self.say(key) if key in TEXTS else one.status or ""
            title = one.title.in_language(self.language) if one.title else ""
            cells = (Cell(one.version or ""), Cell(status), Cell(title))
            rows.append((Cell(one.id, tone=Tone.STRONG), *cells))
            by = one.superseded_by
            said = (self.say("superseded-by", index=by),) if by else ()
            below.append((*said, one.path))
        table = Table("definitions", "", columns, tuple(rows), below=tuple(below))
        return Document(self.language, (Section("definitions", "", (table,)),))

    def json(self) -> str:
        """Return the envelope of ``definition list``."""
        listed = [
            {
                "id": one.id,
                "version": one.version,
                "status": one.status,
                "title": one.title.main if one.title else None,
                "path": one.path,
                "origin": one.origin.value,
                "superseded_by": one.superseded_by,
            }
            for one in self.definitions
        ]
        result = {"definitions": listed}
        return envelope("definition-list", None, (), result, (), self.language)
