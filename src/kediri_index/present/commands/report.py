"""What ``report`` came to: the files that were written, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from kediri_index.present.document import Block, Command, Document, Paragraph, Section
from kediri_index.present.envelope import Json, outcome_json
from kediri_index.present.findings import refused, said_to_allow
from kediri_index.present.formats import Format, Presentation
from kediri_index.usecases.agency_report import AgencyOutcome
from kediri_index.usecases.report import ReportOutcome

_LISTED = 10
"""So many files beside the first are listed. Of more it is the index, which links to them."""


class WrittenReport(NamedTuple):
    """A report that was written, and its hash."""

    path: str
    sha256: str
    format: str


@dataclass(frozen=True)
class ReportPresentation(Presentation):
    """The reports that were *written*; *again* is what the same command is to be given.

    *left_out* are formats that cannot be written, and the extra that each needs.
    """

    outcome: ReportOutcome | AgencyOutcome
    written: tuple[WrittenReport, ...]
    again: str
    left_out: Mapping[Format, str]

    def document(self) -> Document:
        """Return the path of each file, on a line of its own; of many that of their index."""
        rest = len(self.written) - 1
        listed = self.written if rest <= _LISTED else self.written[:1]
        blocks: list[Block] = [Command("", file.path) for file in listed]
        if rest > _LISTED:
            folder = str(PurePath(self.written[0].path).parent)
            blocks.append(Paragraph(self.say("report.more-files", count=rest, folder=folder)))
        return Document(self.language, (Section("files", "", tuple(blocks)),))

    def json(self) -> str:
        """Return the envelope; the result is null where errors forbid a report."""
        files = [file._asdict() for file in self.written]
        result: Json = None if self.outcome.found is None else {"files": files}
        return outcome_json("report", self.outcome.outcome, result, self.language)

    def refusal(self) -> tuple[Block, ...]:
        """Return the findings that forbid a report."""
        return refused(self.outcome.outcome.findings, self.language)

    def next(self) -> Iterator[str]:
        """Yield what to install, how to write one in spite of errors, or how to show changes."""
        for form, extra in self.left_out.items():
            yield self.say("report-left-out", format=form.value, extra=extra)
        outcome, yearly = self.outcome.outcome, self.outcome.yearly
        if self.outcome.found is None:
            if not outcome.partial:
                again, then = self.again, "next.report-allow-errors"
                yield from said_to_allow(outcome, self.language, again, then)
            return
        if outcome.partial:
            yield self.say("partial")
        if yearly is None:
            return
        told = yearly.comparison is not None or not yearly.years  # an agency's has none
        if not told and yearly.result.change is not None:
            yield self.say("next.previous")
