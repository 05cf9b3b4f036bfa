"""What agencies (OPD) have filled in, and the mean score of what they answered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading
from kediri_index.model.definition import Definition, Group, Unanswered
from kediri_index.model.findings import Source
from kediri_index.model.profile import Unassigned, Unfilled
from kediri_index.model.scores import Completeness, IndicatorResult, UnitResult
from kediri_index.model.scoring import Reads
from kediri_index.model.yearly import Crossing
from kediri_index.scoring.answers import Presence, expected_leaves
from kediri_index.scoring.exact import complete_tree

Rows = Mapping[str, tuple[Answer, ...]]
"""The rows about each indicator or given group, by id."""


class Task(NamedTuple):
    """What one agency is to answer, and how much of it is there.

    *elsewhere* are the files of no known agency that answer a leaf in its place; *not_own* the
    cells that assessors are to fill in.
    """

    ids: tuple[str, ...]
    unfilled: tuple[Unfilled, ...]
    elsewhere: dict[str, tuple[str, ...]]
    weight: Fraction
    not_own: frozenset[Source] = frozenset()


class Filling:
    """Who has filled in what, under one definition.

    *owners* are the agencies that answer for each leaf, *agencies* those that the files are from.
    An agency fills in results and its own scores; assessors' scores count as its answers only
    where nobody gave an own one, or the file has no column for it. Each of several agencies is to
    answer their leaf; its weight is divided equally among those *in_charge*, all owners where
    nothing is said.
    """

    def __init__(
        self,
        definition: Definition,
        rows: Rows,
        owners: Mapping[str, Collection[str]],
        agencies: Mapping[str, str],
        in_charge: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self.rows = rows
        self.owners = owners
        self.in_charge = owners if in_charge is None else in_charge
        self.agencies = agencies
        self.measured = {
            one.id for one in definition.all_indicators() if one.rule.method.reads is Reads.MEASURE
        }
        self.reasons_count = definition.missing.answers is not Unanswered.ERROR
        every = [answer for answers in rows.values() for answer in answers]
        self.assessors_alone = {
            measured: _assessors_alone(
                (one for one in every if (one.id in self.measured) is measured), measured=measured
            )
            for measured in (True, False)
        }
        presence = _presence(rows)
        self.expected = expected_leaves(definition, presence)
        weights = complete_tree(definition, presence).shares_of(0)
        total = sum((weights.get(leaf, Fraction(0)) for leaf in self.expected), Fraction(0))
        of_whole = total or Fraction(1)  # a sum takes weights as they are
        self.weights = {node: weight / of_whole for node, weight in weights.items()}

    def task_of(self, opd: str) -> Task:
        """Return what the agency *opd* is to answer; without any owners, what its files hold."""
        own = {file for file, agency in self.agencies.items() if agency == opd}
        if self.owners:
            ids = tuple(leaf for leaf in self.expected if opd in self.owners.get(leaf, ()))
        else:
            ids = tuple(leaf for leaf in self.expected if self._in_files(leaf, own))
        missing = [leaf for leaf in ids if not self._is_filled(leaf, opd)]
        return Task(
            ids,
            tuple(self._unfilled(leaf, own) for leaf in missing),
            {leaf: files for leaf in missing if (files := self._in_nobodys_files(leaf))},
            sum(
                (
                    self.weights.get(leaf, Fraction(0)) / len(self.in_charge[leaf])
                    for leaf in ids
                    if opd in self.in_charge.get(leaf, ())
                ),
                start=Fraction(0),
            ),
            frozenset(self._assessors_cells(ids)),
        )

    def unassigned(self) -> Unassigned:
        """Return the expected leaves without an owner; whoever answers them does."""
        ids = tuple(leaf for leaf in self.expected if leaf not in self.owners)
        answered = sum(1 for leaf in ids if any(map(self.is_answer, self.rows.get(leaf, ()))))
        weights = (self.weights.get(leaf, Fraction(0)) for leaf in ids)
        return Unassigned(ids, answered, sum(weights, start=Fraction(0)))

    def is_answer(self, answer: Answer) -> bool:
        """Return whether the row is filled in; what is not readable is, and is named elsewhere.

        A reason for no answer is one only where the definition does without answers.
        """
        return any(
            reading.number is not None
            or reading.missing is Missing.UNREADABLE
            or (self.reasons_count and reading.missing is not Missing.EMPTY)
            for reading in self._cells(answer)
        )

    def _cells(self, answer: Answer) -> tuple[Reading, ...]:
        """Return the cells of the row that the agency is to fill in."""
        measured = answer.id in self.measured
        own = answer.measure if measured else answer.self_score
        if own is None or self.assessors_alone[measured]:
            return answer.assessor
        return (own,)

    def _assessors_cells(self, leaves: Iterable[str]) -> Iterator[Source]:
        for row in (row for leaf in leaves for row in self.rows.get(leaf, ())):
            own = self._cells(row)
            yield from (reading.source for reading in row.assessor if reading not in own)

    def _is_filled(self, leaf: str, opd: str) -> bool:
        return any(
            self.agencies.get(row.row.file) == opd and self.is_answer(row)
            for row in self.rows.get(leaf, ())
        )

    def _in_files(self, leaf: str, files: Collection[str]) -> bool:
        return any(row.row.file in files for row in self.rows.get(leaf, ()))

    def _in_nobodys_files(self, leaf: str) -> tuple[str, ...]:
        found = {
            row.row.file
            for row in self.rows.get(leaf, ())
            if row.row.file not in self.agencies and self.is_answer(row)
        }
        return tuple(sorted(found))

    def _unfilled(self, leaf: str, files: Collection[str]) -> Unfilled:
        own = [row for row in self.rows.get(leaf, ()) if row.row.file in files]
        if not own:
            return Unfilled(leaf)
        row = min(own, key=lambda one: (one.row.file, one.row.sheet or "", one.row.cell or ""))
        cells = self._cells(row)
        return Unfilled(leaf, cells[0].source, cells[0].text) if cells else Unfilled(leaf, row.row)


def _assessors_alone(answers: Iterable[Answer], *, measured: bool) -> bool:
    """Return whether assessors gave scores, and no agency said anything of its own."""
    assessed = False
    for answer in answers:
        own = answer.measure if measured else answer.self_score
        if own is not None and own.missing is not Missing.EMPTY:
            return False
        assessed = assessed or any(one.number is not None for one in answer.assessor)
    return assessed


def _presence(rows: Rows) -> Presence:
    present: set[str] = set()
    not_applicable: set[str] = set()
    for leaf, answers in rows.items():
        for answer in answers:
            readings = (answer.self_score, *answer.assessor, answer.measure)
            for reading in readings:
                if reading is not None and reading.number is not None:
                    present.add(leaf)
                elif reading is not None and reading.missing is Missing.NOT_APPLICABLE:
                    not_applicable.add(leaf)
    return Presence(frozenset(present), frozenset(not_applicable - present))


def crossings(
    groups: tuple[Group, ...], result: UnitResult, owners: Mapping[str, tuple[str, ...]]
) -> tuple[Crossing, ...]:
    """Return a crossing for each group and agency that answers for an indicator below it.

    *owners* has the agencies of each indicator. What does not count, since a score above it is
    given, or does not apply, is left out. Scores are plain means, without weights.
    """
    indicators = {one.id: one for one in result.indicators if _counts(one)}
    found: dict[tuple[str, str], list[IndicatorResult]] = {}
    for group in groups:
        for indicator in (node.id for node in group.at_or_below()):
            if indicator in indicators:
                for opd in owners.get(indicator, ()):
                    found.setdefault((opd, group.id), []).append(indicators[indicator])
    return tuple(_crossing(opd, group, own) for (opd, group), own in found.items())


def _counts(one: IndicatorResult) -> bool:
    if one.missing is None:
        return bool(one.effective_weight)
    return one.missing is not Missing.NOT_APPLICABLE


def _crossing(opd: str, group: str, own: list[IndicatorResult]) -> Crossing:
    scores = [one.figure.score for one in own if one.figure.score is not None]
    mean = sum(scores, start=Fraction(0)) / len(scores) if scores else None
    return Crossing(opd, group, mean, Completeness(len(scores), len(own), None))
