"""What ``check`` came to: every finding, what was accepted, and both counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Severity
from kediri_index.present.document import Document, Section
from kediri_index.present.envelope import Json, envelope_of, findings_json
from kediri_index.present.findings import RANK, FindingsReport, accepted, counts, faults
from kediri_index.present.formats import Presentation


class MarkedFile(NamedTuple):
    """A marked copy that was written, its hash, and the file that it is a copy of."""

    path: str
    sha256: str
    source: str


@dataclass(frozen=True)
class CheckPresentation(Presentation):
    """The findings, the files that were read, and by which definition, None for a broken one.

    *marked* are the copies that were written, None where none were asked for; *again* is what the
    next command is to be given.
    """

    found: FindingsReport
    definition: Definition | None
    inputs: tuple[InputFile, ...] = ()
    marked: Sequence[MarkedFile] | None = None
    again: str = ""

    def document(self) -> Document:
        """Return the findings, those that were accepted, and all counted."""
        found, language = self.found, self.language
        sections = []
        if found.findings:
            sections.append(Section("findings", "", tuple(faults(found.findings, language))))
        if found.waived:
            waived = tuple(accepted(found.waived, language))
            sections.append(Section("waived", self.say("waived"), waived))
        return Document(language, tuple(sections), end=found.counted())

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
        if self.marked is not None:
            result["marked"] = [file._asdict() for file in self.marked]
        findings = findings_json(found.findings, found.waived, self.language)
        return envelope_of("check", self.definition, self.inputs, result, findings)

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
