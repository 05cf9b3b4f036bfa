"""What ``check`` came to: every finding, what was accepted, and both counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Severity
from kediri_index.present.document import Document, Paragraph, Section
from kediri_index.present.envelope import (
    Json,
    envelope_of,
    finding_json,
    findings_json,
    placed_json,
)
from kediri_index.present.findings import (
    RANK,
    FindingsReport,
    accepted,
    counts,
    faults,
    repaired,
)
from kediri_index.present.formats import Presentation

if TYPE_CHECKING:
    from kediri_index.usecases.since import CheckedScope, Since


class MarkedFile(NamedTuple):
    """A marked copy that was written, its hash, and the file that it is a copy of."""

    path: str
    sha256: str
    source: str


@dataclass(frozen=True)
class CheckPresentation(Presentation):
    """The findings, the files that were read, and by which definition, None for a broken one.

    *marked* are the copies that were written, None where none were asked for; *again* is what the
    next command is to be given. *scope* is what was checked; *since* is what became of the last
    round, where that was asked for.
    """

    found: FindingsReport
    definition: Definition | None
    inputs: tuple[InputFile, ...] = ()
    marked: Sequence[MarkedFile] | None = None
    again: str = ""
    scope: CheckedScope | None = None
    since: Since | None = None

    def document(self) -> Document:
        """Return the findings, those that were accepted, and all counted."""
        findings = self.found.findings
        blocks = tuple(faults(findings, self.language))
        return self._document(Section("findings", "", blocks) for _ in findings[:1])

    def screen(self) -> Document:
        """Return the same; with a round before, what is new first, then what is left, repaired."""
        return self.document() if self.since is None else self._document(self._rounds(self.since))

    def _document(self, findings: Iterable[Section]) -> Document:
        found, language = self.found, self.language
        sections = [*findings]
        if found.waived:
            waived = tuple(accepted(found.waived, language))
            sections.append(Section("waived", self.say("waived"), waived))
        return Document(language, tuple(sections), end=found.counted())

    def _rounds(self, since: Since) -> Iterator[Section]:
        """Yield what changed since the last round, each list with its count."""
        lists = {
            "new": (len(since.new), faults(since.new, self.language)),
            "left": (len(since.left), faults(since.left, self.language)),
            "repaired": (len(since.repaired), repaired(since.repaired, self.language)),
        }
        for name, (count, blocks) in lists.items():
            yield Section(name, self.say(f"since.{name}", count=count), tuple(blocks))
        if since.elsewhere:
            said = self.say("since.elsewhere", count=since.elsewhere)
            yield Section("elsewhere", "", (Paragraph(said),))

    def json(self) -> str:
        """Return the envelope of ``check``: the counts, and every finding."""
        found = self.found
        count = counts(found.findings)
        result: dict[str, Json] = {
            "files": len({file.path for file in self.inputs}),
            "errors": count[Severity.ERROR],
            "warnings": count[Severity.WARNING],
            "notes": count[Severity.NOTE],
            "waived": len(found.waived),
        }
        if self.scope is not None:
            of = self.scope.of
            result["unit"], result["year"] = (None, None) if of is None else (of.name, of.year)
            result["complete"] = self.scope.complete
        if self.since is not None:
            result["since"] = self._since(self.since)
        if self.marked is not None:
            result["marked"] = [file._asdict() for file in self.marked]
        findings = findings_json(found.findings, found.waived, self.language)
        return envelope_of("check", self.definition, self.inputs, result, findings)

    def _since(self, since: Since) -> dict[str, Json]:
        """Return what changed since the last round; a repaired finding is as it was reported."""
        return {
            "new": [finding_json(one, self.language) for one in since.new],
            "left": [finding_json(one, self.language) for one in since.left],
            "repaired": [
                placed_json(one, message, self.language) for one, message in since.repaired
            ],
            "elsewhere": since.elsewhere,
        }

    def of_findings(self) -> FindingsReport:
        """Return the findings for the formats that know nothing else."""
        return self.found

    def next(self) -> Iterator[str]:
        """Yield what the heaviest finding means, how to score, and to send the copies."""
        findings = self.found.findings
        if findings:
            heaviest = min(findings, key=lambda one: RANK[severity_of(one)])
            yield self.say("next.explain", code=heaviest.code)
        if not counts(findings)[Severity.ERROR]:
            yield self.say("next.score", again=self.again)
        elif any(file.layout for file in self.inputs):  # a file that could be read
            yield self.say("next.allow-errors", again=self.again)
        if self.marked:
            yield self.say("next.send-copies")
