"""What every format of ``definition diff`` shows."""

from __future__ import annotations

from typing import NamedTuple

from kediri_index.model.changes import DefinitionDiff, Effect
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language


class DiffReport(NamedTuple):
    """Pairs of definitions, and of one pair what it does to data.

    *ref* is what all of a project's definitions are compared against.
    """

    diffs: tuple[DefinitionDiff, ...]
    effect: Effect | None = None
    ref: str | None = None
    detail: bool = False

    def findings(self) -> list[Finding]:
        """Return what was found in the definitions, pair by pair."""
        return [finding for diff in self.diffs for finding in diff.findings]


class DiffShown(NamedTuple):
    """A comparison, and in which language it is told."""

    report: DiffReport
    language: Language
