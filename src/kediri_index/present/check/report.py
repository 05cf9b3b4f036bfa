"""The findings of a check: in words, file by file, and whether they make it fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.messages.catalogue import message_of, repair_of, severity_of
from kediri_index.messages.texts import text
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.folding import shown_range
from kediri_index.model.language import Language
from kediri_index.model.results import Completeness
from kediri_index.model.waivers import Waived, Waiver
from kediri_index.present.completeness import answered_of_index, is_whole
from kediri_index.present.finding_counts import counted_files

RANK = {severity: rank for rank, severity in enumerate(Severity)}


class OfFile(NamedTuple):
    """What is said of one file; *path* is empty for what no single file has."""

    path: str
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]


class CheckReport(NamedTuple):
    """The findings that count, those that were accepted, and the files that were read.

    *fail_on* is how heavy a finding makes the whole check fail. *completeness* is that of the
    index, as ``score`` counts it, where the files hold one unit.
    """

    findings: tuple[Finding, ...]
    language: Language
    waived: tuple[Waived, ...] = ()
    paths: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    completeness: Completeness | None = None

    def fails(self, finding: Finding) -> bool:
        """Return whether *finding* alone makes the check fail."""
        return RANK[severity_of(finding)] <= RANK[self.fail_on]

    @property
    def failed(self) -> bool:
        """Whether any finding makes the check fail."""
        return any(map(self.fails, self.findings))

    def counted(self) -> str:
        """Return the files and the findings counted; the answers too if some are missing."""
        whole = counted_files(self.paths, self.findings, self.language, len(self.waived))
        part = self.completeness
        if part is None or is_whole(part):
            return whole
        return f"{whole} · {answered_of_index(part, self.language)}"

    def files(self) -> Iterator[OfFile]:
        """Yield every file that was read or has findings, by its path."""
        found: dict[str, list[Finding]] = {path: [] for path in self.paths}
        waived: dict[str, list[Waived]] = {}
        for finding in self.findings:
            found.setdefault(finding.file or "", []).append(finding)
        for one in self.waived:
            waived.setdefault(one.finding.file or "", []).append(one)
        for path in sorted({*found, *waived}):
            yield OfFile(path, tuple(found.get(path, ())), tuple(waived.get(path, ())))

    def sentence(self, finding: Finding) -> str:
        """Return what was seen, the rule, and what to do."""
        said = message_of(finding, self.language)
        return f"{said} · {repair_of(finding, self.language)}"

    def accepted(self, waiver: Waiver) -> str:
        """Return who accepted a finding, why and until when."""
        return text(
            "waived-by",
            self.language,
            reason=waiver.reason,
            who=waiver.who,
            until=waiver.until.isoformat(),
        )


def place_in_file(finding: Finding) -> str:
    """Return where in its file a finding is: ``Penilaian!H14:H25``, ``12:3``, or nothing."""
    if finding.line is not None:
        return f"{finding.line}:{finding.column}" if finding.column else str(finding.line)
    if finding.sheet and finding.cell:
        return f"{finding.sheet}!{shown_range(finding)}"
    return shown_range(finding) or finding.sheet or ""
