"""What ``check`` came to: every finding, what was accepted, and both counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kediri_index import __version__
from kediri_index.messages.catalogue import severity_of
from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Grid, Severity
from kediri_index.present.absences import AbsencesReport
from kediri_index.present.document import Document, Head, Paragraph, Section
from kediri_index.present.envelope import (
    Json,
    envelope_of,
    finding_json,
    findings_json,
    placed_json,
)
from kediri_index.present.findings import (
    RANK,
    BesideFinding,
    FindingsReport,
    accepted,
    counts,
    faults,
    grid_table,
    repaired,
)
from kediri_index.present.formats import Presentation

if TYPE_CHECKING:
    from kediri_index.usecases.since import CheckedScope, Since


_MOST = 3000
"""Findings on one page: with their cells these are some four megabytes."""


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
    round, where that was asked for. Only a page asks what is *around* a finding, and the *names* of
    agencies by id. *absent* is what units lack, where all files were to be there.
    """

    found: FindingsReport
    definition: Definition | None
    inputs: tuple[InputFile, ...] = ()
    marked: Sequence[MarkedFile] | None = None
    again: str = ""
    scope: CheckedScope | None = None
    since: Since | None = None
    around: Callable[[Finding], Grid | None] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    absent: AbsencesReport | None = None

    def document(self) -> Document:
        """Return the findings, those that were accepted, and all counted."""
        findings = self.found.findings
        blocks = tuple(faults(findings, self.language))
        return self._document(Section("findings", "", blocks) for _ in findings[:1])

    def screen(self) -> Document:
        """Return the same, and what is absent; after a round, what is new, left and repaired."""
        document = (
            self.document() if self.since is None else self._document(self._rounds(self.since))
        )
        return document._replace(sections=(*document.sections, *self._absent()))

    def page(self) -> Document:
        """Return the findings with their cells and agencies, the heaviest where they are many."""
        found, language = self.found, self.language
        heaviest = sorted(found.findings, key=lambda one: RANK[severity_of(one)])[:_MOST]
        kept = {id(one) for one in heaviest}
        shown = [one for one in found.findings if id(one) in kept]
        waived = found.waived[: _MOST - len(shown)]
        left = len(found.findings) + len(found.waived) - len(shown) - len(waived)
        said = [f"{found.counted()}."]
        if left:
            said.append(self.say("check-page.left-out", count=left))
        of = None if self.scope is None else self.scope.of
        whose = (None, None) if of is None else (of.name, of.year)
        kind = self.say("check-page.kind")
        title = " · ".join(str(one) for one in (kind, *whose) if one is not None)
        index = "" if self.definition is None else self.definition.title.in_language(language)
        sections = [Section("findings", "", tuple(faults(shown, language, None, self._beside)))]
        if waived:
            blocks = tuple(accepted(waived, language, self._beside))
            sections.append(Section("waived", self.say("waived"), blocks))
        sections += self._absent()
        head = Head(of_index=index, title=title, summary=tuple(said), kind=kind)
        foot = self.say("check-page.foot", program=__version__)
        return Document(language, tuple(sections), head, foot=foot)

    def _absent(self) -> Iterable[Section]:
        return () if self.absent is None else self.absent.sections()

    def _beside(self, finding: Finding) -> BesideFinding:
        grid = None if self.around is None else self.around(finding)
        opd = self._agencies.get(finding.file or "") or ""
        return BesideFinding(
            agency=self.names.get(opd, opd), around=None if grid is None else grid_table(grid)
        )

    @cached_property
    def _agencies(self) -> dict[str, str | None]:
        return {file.path: file.opd for file in self.inputs}

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
        if self.absent is not None:
            result["absent"] = self.absent.json()
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
