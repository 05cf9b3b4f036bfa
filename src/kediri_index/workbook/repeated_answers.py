"""Answers that several rows give: of one leaf twice, or of agencies (OPD) that share it."""

from __future__ import annotations

from collections.abc import Mapping

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.agencies.naming import opd_named
from kediri_index.agencies.sharing import shared_leaves
from kediri_index.model.dataset import Answer
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Profile, opd_names
from kediri_index.workbook.file_findings import FileFindings
from kediri_index.workbook.merging import copied_files, merged
from kediri_index.workbook.shared_answers import shared_answer
from kediri_index.workbook.unit_so_far import UnitSoFar


class RepeatedAnswers:
    """Makes one answer of several; what they differ in goes to *findings*."""

    def __init__(
        self, definition: Definition, profile: Profile | None, findings: FileFindings
    ) -> None:
        self.profile = profile
        self.findings = findings
        self.owners = opd_of_leaves(definition, profile) if profile else {}
        self.shared = shared_leaves(definition, profile) if profile else {}
        self.same: dict[tuple[str, str], list[Finding]] = {}

    def add(self, unit: UnitSoFar, answer: Answer) -> None:
        """Add *answer*; what is said twice is a finding, and the first counts."""
        first = unit.first_or(answer)
        if first is answer:
            return
        unit.rows.setdefault(answer.id, [first]).append(answer)
        if answer.id not in self.shared:
            self._put_together(unit, first, answer)

    def settle(self, unit: UnitSoFar) -> None:
        """Make one answer of what several agencies said of an indicator, as the profile says."""
        for leaf in self.shared:
            self._settle(unit, leaf)

    def copied(self, rows: Mapping[str, int]) -> tuple[Finding, ...]:
        """Return what is to be said of rows that repeat others; *rows* has those of each file."""
        return copied_files(self.same, rows)

    def _settle(self, unit: UnitSoFar, leaf: str) -> None:
        rows = unit.rows.get(leaf) or [one for one in [unit.answer(leaf)] if one is not None]
        if self.profile is None or not rows:
            return
        names = opd_names(self.profile)
        found = shared_answer(
            rows, self.shared[leaf], lambda row: self._agency_of(row, unit), names
        )
        if found is None:
            for row in rows[1:]:
                self._put_together(unit, unit.answers[leaf], row)
            return
        self.findings.extend(found.findings)
        unit.hold(found.answer)
        for row in found.others:
            self._put_together(unit, unit.answers[leaf], row)
        merged_now = unit.answers[leaf]
        if merged_now[2:5] != found.answer[2:5]:  # a file of no agency gave the whole
            unit.answers[leaf] = merged_now._replace(shares=None)

    def _agency_of(self, row: Answer, unit: UnitSoFar) -> str | None:
        """Return the agency of the row's file, else the one that the row names."""
        agency = unit.agencies.get(row.row.file)
        if agency is None and row.opd and self.profile is not None:
            named = opd_named(self.profile, row.opd)
            return None if named is None else named.id
        return agency

    def _put_together(self, unit: UnitSoFar, first: Answer, answer: Answer) -> None:
        """Put *first*, which is held, and a further row of it together."""
        file = answer.row.file
        both = merged(first, answer)
        unit.answers[answer.id] = both.answer
        if not _has_number(both.answer) and self._is_rather_asked(file, first, unit):
            unit.answers[answer.id] = merged(answer, first).answer
        if both.same:
            self.findings.spend(len(both.findings))
            self.same.setdefault((file, first.row.file), []).extend(both.findings)
        else:
            self.findings.extend(both.findings)

    def _is_rather_asked(self, file: str, first: Answer, unit: UnitSoFar) -> bool:
        """Return whether the empty row in *file* is that of the agency that answers for it."""
        owners = self.owners.get(first.id, ())
        return unit.agencies.get(file) in owners and unit.agencies.get(first.row.file) not in owners


def _has_number(answer: Answer) -> bool:
    readings = (answer.self_score, answer.measure, *answer.assessor)
    return any(reading is not None and reading.number is not None for reading in readings)
