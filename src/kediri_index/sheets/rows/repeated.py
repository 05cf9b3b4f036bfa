"""Answers that several rows give: parts of one, repeated, contradicting, or shared by agencies."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from kediri_index.agencies.assignment import SharedLeaf, opd_named, opd_of_leaves
from kediri_index.model.dataset import Answer, Missing, Reading, Said, Share, Shares, says_nothing
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import NamedFigures
from kediri_index.model.numbers import joined
from kediri_index.model.profile import Combine, Profile, opd_names
from kediri_index.sheets.opened import FileFindings
from kediri_index.sheets.rows.unit import UnitBuilder


class MergedRows(NamedTuple):
    """Two rows as one answer, and the findings on it; *same* where both hold the same."""

    answer: Answer
    findings: tuple[Finding, ...] = ()
    same: bool = False


def merged_rows(first: Answer, other: Answer) -> MergedRows:
    """Return both rows as one, each cell from whichever row says more of it, else from the first.

    X303 for each cell of *other* that says something else, X304 at *other* where it says the same
    and nothing new; a target is printed in every copy of a form. Of two files, one may answer what
    the other only says is missing. What cannot be read is named already.
    """
    there, here = filled_cells(first), filled_cells(other)
    both = {name: (there[name], here[name]) for name in here if name in there}
    answer = _together(first, other)
    different = [pair for pair in both.values() if _contradict(*pair)]
    if different:
        return MergedRows(answer, tuple(_contradiction(one, two, other) for one, two in different))
    agreed = any(_agree(*pair) for name, pair in both.items() if name != "target")
    if agreed and not _adds(there, here):
        return MergedRows(answer, (_repetition(first, other),), same=True)
    return MergedRows(answer)


def _contradiction(there: Reading, here: Reading, answer: Answer) -> Finding:
    return Finding.at_cell(
        "X303",
        here.source,
        here.text,
        answer.id,
        other=there.source.seen_from(here.source.file),
        first=there.text,
    )


def _repetition(first: Answer, other: Answer) -> Finding:
    place = first.row.seen_from(other.row.file)
    return Finding.at_cell("X304", other.row, other.id, other.id, other=place)


def _contradict(one: Reading, other: Reading) -> bool:
    if Missing.UNREADABLE in {one.missing, other.missing}:
        return False
    if one.number is None and other.number is None:
        return False  # two words for nothing
    if one.number is not None and other.number is not None:
        return one.number != other.number
    if Missing.NOT_APPLICABLE in {one.missing, other.missing}:
        return True
    return one.source.file == other.source.file


def _adds(there: Mapping[str, Reading], here: Mapping[str, Reading]) -> bool:
    return any(
        _said(reading) > (_said(there[name]) if name in there else 0)
        for name, reading in here.items()
    )


def _agree(one: Reading, other: Reading) -> bool:
    if one.number is not None:
        return one.number == other.number
    same_file = one.source.file == other.source.file
    return same_file and one.missing is other.missing is not Missing.UNREADABLE


def filled_cells(answer: Answer) -> dict[str, Reading]:
    """Return the filled cells of the row by what they are."""
    named: dict[str, Reading | None] = {
        f"assessor {number}": reading for number, reading in enumerate(answer.assessor)
    }
    named |= {"self": answer.self_score, "measure": answer.measure, "target": answer.target}
    return {
        name: reading
        for name, reading in named.items()
        if reading is not None and reading.missing is not Missing.EMPTY
    }


def _together(first: Answer, other: Answer) -> Answer:
    base = other if _weight(other) > _weight(first) else first
    measure = _filled(first.measure, other.measure)
    measured = base if measure is None else first if measure is first.measure else other
    evidence = other.evidence if is_evidence(other) and not is_evidence(first) else first.evidence
    return base._replace(
        self_score=_filled(first.self_score, other.self_score),
        assessor=_assessors(first.assessor, other.assessor),
        measure=measure,
        target=_filled(first.target, other.target),
        evidence=evidence or other.evidence,
        measure_unit=measured.measure_unit,
        achievement=measured.achievement,
    )


def _weight(answer: Answer) -> int:
    return max(map(_said, filled_cells(answer).values()), default=0)


def _said(reading: Reading) -> int:
    """Return how much a cell says: nothing, that something is missing, what is unreadable, all."""
    match reading.missing:
        case None:
            return 3
        case Missing.UNREADABLE:
            return 2
        case Missing.EMPTY:
            return 0
    return 1


def is_evidence(answer: Answer) -> bool:
    """Return whether the row names evidence."""
    said = answer.evidence
    return said is not None and said.readable and not says_nothing(said.text)


def _filled(one: Reading | None, other: Reading | None) -> Reading | None:
    if one is None or other is None:
        return one or other
    return other if _said(other) > _said(one) else one


def _assessors(first: tuple[Reading, ...], other: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return each assessor's reading, by position, from whichever row has it."""
    both = zip_longest(first, other)
    return tuple(found for one, two in both if (found := _filled(one, two)) is not None)


class SharedAnswer(NamedTuple):
    """The answer that the agencies' rows make; *others* are rows of no agency in charge."""

    answer: Answer
    findings: tuple[Finding, ...]
    others: tuple[Answer, ...]


def shared_answer(
    rows: Sequence[Answer],
    shared: SharedLeaf,
    whose: Callable[[Answer], str | None],
    names: Mapping[str, str],
) -> SharedAnswer | None:
    """Return what *rows* say of the leaf that is *shared*; None where no agency's is among them.

    *whose* tells the agency of a row, *names* those of agencies by id. Two rows of one agency that
    differ are X303, values of several agencies that must be the same and are not X312.
    """
    findings: list[Finding] = []
    own: dict[str, Answer] = {}
    others: list[Answer] = []
    for row in rows:
        opd = whose(row)
        if opd not in shared.owners:
            others.append(row)
        elif opd in own:
            both = merged_rows(own[opd], row)
            own[opd] = both.answer
            findings += both.findings
        else:
            own[opd] = row
    if not own:
        return None
    shares = Shares(shared.sharing, tuple(Share(opd, own.get(opd)) for opd in shared.owners))
    if shared.sharing.lead is not None:
        answer = own.get(shared.sharing.lead) or _without_readings(next(iter(own.values())))
    elif shared.sharing.combine is Combine.SAME:
        answer = _the_same(list(own.values()))
        findings += _differences(own, names)
    else:
        answer = _combined(shares)
    return SharedAnswer(answer._replace(shares=shares), tuple(findings), tuple(others))


def _without_readings(row: Answer) -> Answer:
    return Answer(row.id, row.row)


def _the_same(answers: list[Answer]) -> Answer:
    first, *others = answers
    for other in others:
        first = merged_rows(first, other).answer
    return first


def _differences(own: Mapping[str, Answer], names: Mapping[str, str]) -> Iterator[Finding]:
    """Yield X312 for each column in which the agencies say different things, at the last of them.

    What cannot be read is named already, and an empty cell says nothing.
    """
    columns: dict[str, dict[str, Reading]] = {}
    for opd, answer in own.items():
        for column, reading in filled_cells(answer).items():
            columns.setdefault(column, {})[opd] = reading
    for said in columns.values():
        there = {opd: one for opd, one in said.items() if _says(one)}
        if len({(one.number, one.missing) for one in there.values()}) > 1:
            *_, last = there.items()
            figures = tuple(
                (f"{names.get(opd, opd)}, {one.source.seen_from('')}", one.text)
                for opd, one in there.items()
            )
            yield Finding.at_cell(
                "X312",
                last[1].source,
                last[1].text,
                next(iter(own.values())).id,
                values=NamedFigures(figures),
            )


def _says(reading: Reading) -> bool:
    return reading.number is not None or reading.missing is Missing.NOT_APPLICABLE


def _combined(shares: Shares) -> Answer:
    """Return the mean or the sum of what all say; a column that one lacks says nothing."""
    there = [one.answer for one in shares.each if one.answer is not None]
    first = there[0]
    complete = len(there) == len(shares.each)
    applicable = [one for one in there if not _is_inapplicable(one)]
    if not complete or not applicable:
        base = first if complete else _without_readings(first)
        return base._replace(evidence=first.evidence, target=None)
    combine = shares.sharing.combine
    # of an agency's assessors the mean of the scores that are there
    assessed = [_of_numbers(one.assessor, Combine.MEAN) for one in applicable]
    assessor = _all_as_one(assessed, Combine.MEAN)
    return first._replace(
        self_score=_all_as_one([one.self_score for one in applicable], Combine.MEAN),
        assessor=() if assessor is None else (assessor,),
        measure=_all_as_one([one.measure for one in applicable], combine),
        target=_of_numbers([one.target for one in applicable], combine),
        achievement=None,
        evidence=_least_evidence(applicable),
    )


def _is_inapplicable(answer: Answer) -> bool:
    readings = [one for name, one in filled_cells(answer).items() if name != "target"]
    return any(one.missing is Missing.NOT_APPLICABLE for one in readings) and not any(
        one.number is not None for one in readings
    )


def _all_as_one(readings: Sequence[Reading | None], combine: Combine) -> Reading | None:
    """Return *readings* as one, None where any has no number."""
    has_gap = any(one is None or one.number is None for one in readings)
    return None if has_gap else _of_numbers(readings, combine)


def _as_one(readings: Sequence[Reading], combine: Combine) -> Reading | None:
    """Return the mean or the sum of *readings*, at the first one's cell; None without any."""
    if not readings[1:]:
        return readings[0] if readings else None
    numbers = [one.number for one in readings if one.number is not None]
    value = sum(numbers, start=Fraction(0))
    if combine is Combine.MEAN:
        value /= len(numbers)
    text = joined([one.text for one in readings])
    return Reading(value, None, text, readings[0].source)


def _of_numbers(readings: Sequence[Reading | None], combine: Combine) -> Reading | None:
    """Return the numbers among *readings* as one: a target in a single row is that of all."""
    return _as_one([one for one in readings if one is not None and one.number is not None], combine)


def _least_evidence(answers: Sequence[Answer]) -> Said | None:
    """Return the first cell that names no evidence, else the first."""
    lacking = (one for one in answers if not is_evidence(one))
    return next(lacking, answers[0]).evidence


class RepeatedAnswers:
    """Makes one answer of several; what they differ in goes to *findings*."""

    def __init__(
        self,
        definition: Definition,
        profile: Profile | None,
        shared: Mapping[str, SharedLeaf],
        findings: FileFindings,
    ) -> None:
        self.profile = profile
        self.findings = findings
        self.owners = opd_of_leaves(definition, profile) if profile else {}
        self.shared = shared
        self.same: dict[tuple[str, str], list[Finding]] = {}

    def add(self, unit: UnitBuilder, first: Answer, answer: Answer) -> None:
        """Add *answer* to the *first* one of its leaf, which counts; both the same is a finding."""
        unit.rows.setdefault(answer.id, [first]).append(answer)
        if answer.id not in self.shared:
            self._put_together(unit, first, answer)

    def settle(self, unit: UnitBuilder) -> None:
        """Make one answer of what several agencies said of an indicator, as the profile says."""
        for leaf in self.shared:
            self._settle(unit, leaf)

    def copied(self, rows: Mapping[str, int]) -> tuple[Finding, ...]:
        """Return X304 for rows that repeat others, X306 once for a file that only repeats another.

        *rows* is the number of rows a file has.
        """
        found: list[Finding] = []
        for (file, first), own in self.same.items():
            if file != first and len(own) == rows[file] and len(own) > 1:
                params = {"other": first, "count": len(own)}
                found.append(Finding("X306", file=file, params=params))
            else:
                found += own
        return tuple(found)

    def _settle(self, unit: UnitBuilder, leaf: str) -> None:
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

    def _agency_of(self, row: Answer, unit: UnitBuilder) -> str | None:
        """Return the agency of the row's file, else the one that the row names."""
        agency = unit.agencies.get(row.row.file)
        if agency is None and row.opd and self.profile is not None:
            named = opd_named(self.profile, row.opd)
            return None if named is None else named.id
        return agency

    def _put_together(self, unit: UnitBuilder, first: Answer, answer: Answer) -> None:
        """Put *first*, which is held, and a further row of it together."""
        file = answer.row.file
        both = merged_rows(first, answer)
        unit.answers[answer.id] = both.answer
        if not _has_number(both.answer) and self._is_rather_asked(file, first, unit):
            unit.answers[answer.id] = merged_rows(answer, first).answer
        if both.same:
            self.findings.spend(len(both.findings))
            self.same.setdefault((file, first.row.file), []).extend(both.findings)
        else:
            self.findings.extend(both.findings)

    def _is_rather_asked(self, file: str, first: Answer, unit: UnitBuilder) -> bool:
        """Return whether the empty row in *file* is that of the agency that answers for it."""
        owners = self.owners.get(first.id, ())
        return unit.agencies.get(file) in owners and unit.agencies.get(first.row.file) not in owners


def _has_number(answer: Answer) -> bool:
    readings = (answer.self_score, answer.measure, *answer.assessor)
    return any(reading is not None and reading.number is not None for reading in readings)
