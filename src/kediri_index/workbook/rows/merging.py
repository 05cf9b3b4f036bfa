"""Rows about the same indicator: parts of one answer, said twice, or in contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading, says_nothing
from kediri_index.model.findings import Finding


class Merged(NamedTuple):
    """Two rows as one answer, and what is to be said of it; *same* where both said the same."""

    answer: Answer
    findings: tuple[Finding, ...] = ()
    same: bool = False


def merged(first: Answer, other: Answer) -> Merged:
    """Return both rows as one, each cell from whichever row says more of it, else from the first.

    X303 for each cell of *other* that says something else, X304 at *other* where it says the same
    and nothing new; a target is printed in every copy of a form. Of two files, one may answer what
    the other only says is missing. What cannot be read is named already.
    """
    there, here = readings_of(first), readings_of(other)
    both = {name: (there[name], here[name]) for name in here if name in there}
    answer = _together(first, other)
    different = [pair for pair in both.values() if _contradict(*pair)]
    if different:
        return Merged(answer, tuple(_contradiction(one, two, other) for one, two in different))
    agreed = any(_agree(*pair) for name, pair in both.items() if name != "target")
    if agreed and not _adds(there, here):
        return Merged(answer, (_repetition(first, other),), same=True)
    return Merged(answer)


def copied_files(
    repeated: Mapping[tuple[str, str], Iterable[Finding]], rows: Mapping[str, int]
) -> tuple[Finding, ...]:
    """Return what is to be said of repeated rows: X306 once for a file that only repeats another.

    *repeated* are the X304 by file and the file that said it first, *rows* the number of rows a
    file has.
    """
    found: list[Finding] = []
    for (file, first), findings in repeated.items():
        own = list(findings)
        if file != first and len(own) == rows[file] and len(own) > 1:
            found.append(
                Finding("X306", file=file, params={"other": first, "count": len(own)}),
            )
        else:
            found += own
    return tuple(found)


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


def readings_of(answer: Answer) -> dict[str, Reading]:
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
    return max(map(_said, readings_of(answer).values()), default=0)


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
