"""The rows of several agencies (OPD) about one indicator as one answer, as the profile says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.sharing import SharedLeaf
from kediri_index.model.dataset import Answer, Missing, Reading, Said, Share, Shares
from kediri_index.model.digits import joined
from kediri_index.model.finding_params import NamedFigures
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Combine
from kediri_index.workbook.merging import is_evidence, merged, readings_of


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
            both = merged(own[opd], row)
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
        first = merged(first, other).answer
    return first


def _differences(own: Mapping[str, Answer], names: Mapping[str, str]) -> Iterator[Finding]:
    """Yield X312 for each column in which the agencies say different things, at the last of them.

    What cannot be read is named already, and an empty cell says nothing.
    """
    columns: dict[str, dict[str, Reading]] = {}
    for opd, answer in own.items():
        for column, reading in readings_of(answer).items():
            columns.setdefault(column, {})[opd] = reading
    for said in columns.values():
        there = {opd: one for opd, one in said.items() if _says(one)}
        if len({(one.number, one.missing) for one in there.values()}) > 1:
            *_, last = there.items()
            figures = tuple(figure_of(names.get(opd, opd), one) for opd, one in there.items())
            yield Finding.at_cell(
                "X312",
                last[1].source,
                last[1].text,
                next(iter(own.values())).id,
                values=NamedFigures(figures),
            )


def figure_of(name: str, reading: Reading) -> tuple[str, str]:
    """Return the cell of the agency *name*, and its text, as a sentence shows both."""
    return f"{name}, {reading.source.seen_from('')}", reading.text


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
    assessed = [_mean_of(one.assessor) for one in applicable]
    assessor = _all_as_one(assessed, Combine.MEAN)
    return first._replace(
        self_score=_all_as_one([one.self_score for one in applicable], Combine.MEAN),
        assessor=() if assessor is None else (assessor,),
        measure=_all_as_one([one.measure for one in applicable], combine),
        target=_target([one.target for one in applicable], combine),
        achievement=None,
        evidence=_least_evidence(applicable),
    )


def _is_inapplicable(answer: Answer) -> bool:
    readings = [one for name, one in readings_of(answer).items() if name != "target"]
    return any(one.missing is Missing.NOT_APPLICABLE for one in readings) and not any(
        one.number is not None for one in readings
    )


def _mean_of(readings: Sequence[Reading]) -> Reading | None:
    """Return the mean of one agency's assessors, of the scores that are there."""
    return _as_one([one for one in readings if one.number is not None], Combine.MEAN)


def _all_as_one(readings: Sequence[Reading | None], combine: Combine) -> Reading | None:
    """Return *readings* as one, None where any has no number."""
    there = [one for one in readings if one is not None and one.number is not None]
    return _as_one(there, combine) if len(there) == len(readings) else None


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


def _target(targets: Sequence[Reading | None], combine: Combine) -> Reading | None:
    """Return the target of all: one that stands in a single row is that of all."""
    there = [one for one in targets if one is not None and one.number is not None]
    return _as_one(there, combine)


def _least_evidence(answers: Sequence[Answer]) -> Said | None:
    """Return the first cell that names no evidence, else the first."""
    lacking = (one for one in answers if not is_evidence(one))
    return next(lacking, answers[0]).evidence
