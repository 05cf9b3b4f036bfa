"""Rows about the same indicator: parts of one answer, said twice, or in contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from kediri_index.model.dataset import Answer, Missing, Reading
from kediri_index.model.findings import Finding


class Merged(NamedTuple):
    """Two rows as one answer, and what is to be said of it; *same* where both said the same."""

    answer: Answer
    findings: tuple[Finding, ...] = ()
    same: bool = False


def merged(first: Answer, other: Answer) -> Merged:
    """Return both rows as one: what is filled in, where either is; of two values the first.

    X304 where both say the same, X303 for each cell that says something else, both at *other*.
    """
    there, here = _readings(first), _readings(other)
    both = [name for name in here if name in there]
    answer = _together(first, other)
    if not both:  # files of one form, each with its own part filled in
        return Merged(answer)
    different = [name for name in both if _said(here[name]) != _said(there[name])]
    if different:
        return Merged(answer, tuple(_contradiction(here[n], there[n], other) for n in different))
    return Merged(answer, (_repetition(first, other),), same=True)


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


def _contradiction(here: Reading, there: Reading, answer: Answer) -> Finding:
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


def _said(reading: Reading) -> Fraction | Missing | None:
    return reading.missing if reading.number is None else reading.number


def _readings(answer: Answer) -> dict[str, Reading]:
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
    base = other if _readings(other) and not _readings(first) else first
    evidence = first.evidence if first.evidence and first.evidence.text else other.evidence
    return base._replace(
        self_score=_filled(first.self_score, other.self_score),
        assessor=_assessors(first.assessor, other.assessor),
        measure=_filled(first.measure, other.measure),
        target=_filled(first.target, other.target),
        evidence=evidence or first.evidence,
    )


def _filled(one: Reading | None, other: Reading | None) -> Reading | None:
    if one is None:
        return other
    says_more = other is not None and other.missing is not Missing.EMPTY
    return other if says_more and one.missing is Missing.EMPTY else one


def _assessors(first: tuple[Reading, ...], other: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return each assessor's reading, by position, from whichever row has it."""
    both = zip_longest(first, other)
    return tuple(found for one, two in both if (found := _filled(one, two)) is not None)
