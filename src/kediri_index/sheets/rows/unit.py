"""What the rows of all files say of one unit, its groups included, as it grows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Answer, Missing, Reading, UnitData
from kediri_index.model.definition import Group
from kediri_index.model.findings import Finding
from kediri_index.model.text import exact
from kediri_index.sheets.rows.context import RowContext

if TYPE_CHECKING:
    from kediri_index.model.evidence import EvidenceRow
    from kediri_index.sheets.surveys.pool import SurveyPool


@dataclass(slots=True)
class UnitBuilder:
    """One unit in one year, while rows of any of its files may still be added.

    *plain* are those that a table of plain numbers holds: of a row of a wide table, as long as it
    is the only one, or of rows of a long table, beside which *answers* are all others. *rows* are
    all answers of a leaf that several rows have; *columns* stand beside the answers. *groups* are
    the rows of groups until all files are read, *stated* those of them that are not answers.
    *respondents* are those of its surveys, *evidence* the rows of its sheets of evidence.
    """

    name: str | None
    year: int | None
    answers: dict[str, Answer] = field(default_factory=dict)
    plain: UnitAnswers | None = None
    files: dict[str, None] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    wide_files: set[str] = field(default_factory=set)
    rows: dict[str, list[Answer]] = field(default_factory=dict)
    columns: dict[str, Reading] = field(default_factory=dict)
    groups: dict[str, list[Answer]] = field(default_factory=dict)
    stated: dict[str, tuple[Answer, ...]] = field(default_factory=dict)
    respondents: SurveyPool | None = None
    evidence: list[EvidenceRow] = field(default_factory=list)

    def all_answers(self) -> Mapping[str, Answer]:
        """Return the answers by leaf."""
        return self.answers if self.plain is None else self.plain

    def all_rows(self) -> Mapping[str, Answer]:
        """Return the answers by leaf, with the figures of groups that are not answers."""
        if not self.stated:
            return self.all_answers()
        return {group: rows[0] for group, rows in self.stated.items()} | dict(self.all_answers())

    def is_empty(self) -> bool:
        """Return whether no row was about the unit yet."""
        return not (self.answers or self.groups) and self.plain is None

    @property
    def is_one_row(self) -> bool:
        """Whether a row of a wide table is all there is so far."""
        return self.plain is not None and self.plain.table.key is None

    def answer(self, leaf: str) -> Answer | None:
        """Return the answer to *leaf*."""
        return self.all_answers().get(leaf)

    def first_or(self, answer: Answer) -> Answer:
        """Return the answer that is held for its leaf; *answer* itself where it is the first."""
        self._take_out(answer.id)
        return self.answers.setdefault(answer.id, answer)

    def hold(self, answer: Answer) -> None:
        """Hold *answer* in place of what is held for its leaf."""
        self._take_out(answer.id)
        self.answers[answer.id] = answer

    def _take_out(self, leaf: str) -> None:
        """Lay the leaf's plain answer to the others."""
        if self.plain is None:
            return
        if self.is_one_row:  # no longer
            self.answers |= self.plain
            self.plain = None
        elif (answer := self.plain.table.take_out(leaf, self.plain.at)) is not None:
            self.answers[leaf] = answer

    def data(self) -> UnitData:
        """Return what the rows came to."""
        return UnitData(
            self.name,
            self.year,
            self.all_answers(),
            tuple(self.files),
            self.agencies,
            frozenset(self.wide_files),
            {leaf: tuple(answers) for leaf, answers in self.rows.items()},
            self.columns,
            stated=self.stated,
            evidence=tuple(self.evidence),
        )


_BEFORE_THE_NAME: Final = (
    r"(?i)"
    r"(?:(?:pilar|pillar|sub[- ]?pilar|sub[- ]?pillar|dimensi|dimension|domain|aspek|aspect)\b\s*)?"
    r"(?:(?:[a-z]|[ivxlc]+|[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*[.):\N{EN DASH}-]\s*)?"
)
"""What headings have before a group's name: *A.*, *I.*, *1)*, *Pilar 1:*."""


def group_named(text: str, context: RowContext) -> str | None:
    """Return the name in *text* where it is no code, but the name of groups alone."""
    for name in (text, re.sub(_BEFORE_THE_NAME, "", text.strip(), count=1)):
        if context.nodes.get(name) is not None:
            return None
        named = context.nodes.by_name.get(exact(name), ())
        if named:
            return name if all(isinstance(node, Group) for node in named) else None
    return None


def given_rows(unit: UnitBuilder, below: Mapping[str, AbstractSet[str]]) -> Iterator[Answer]:
    """Yield the rows of groups that are answers of *unit*; all others are its stated figures.

    A group is given where the data of the unit have no row of anything below it, or where its row
    says that it does not apply.
    """
    here = unit.all_answers()
    for group, rows in unit.groups.items():
        if any(node in here or node in unit.groups for node in below[group]):
            figures = tuple(row for row in rows if not _does_not_apply(row))
            if figures:
                unit.stated[group] = figures
            yield from filter(_does_not_apply, rows)
        else:
            yield from rows


def without_stated(findings: Iterable[Finding], units: Iterable[UnitBuilder]) -> Iterator[Finding]:
    """Yield *findings* but for those on cells of stated figures, which do not count."""
    kept = list(findings)
    faulty = {(one.file, one.sheet, one.cell) for one in kept if one.code.startswith("C")}
    stated = {
        tuple(reading.source)
        for unit in units
        for rows in unit.stated.values()
        for row in rows
        for reading in _readings(row)
        if reading.source in faulty
    }
    for one in kept:
        if not one.code.startswith("C") or (one.file, one.sheet, one.cell) not in stated:
            yield one


def _readings(row: Answer) -> Iterator[Reading]:
    everything = (row.self_score, *row.assessor, row.measure, row.target, row.achievement)
    return (reading for reading in everything if reading is not None)


def _does_not_apply(row: Answer) -> bool:
    return any(reading.missing is Missing.NOT_APPLICABLE for reading in _readings(row))
