"""Answers of an agency (OPD) that others were assigned to give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_named, opd_of_leaves
from kediri_index.model.answers import full_answers
from kediri_index.model.dataset import Answer
from kediri_index.model.findings import Finding, FindingText, Severity, Source
from kediri_index.model.profile import Opd, Profile, opd_names
from kediri_index.rules.context import UnitContext

FINDINGS = (
    FindingText(
        "X307",
        Severity.WARNING,
        "dijawab OPD lain",
        "answered by another OPD",
        "{indicator} dijawab {opd}, padahal yang ditugasi {assigned}",
        "{indicator} is answered by {opd}, but assigned to {assigned}",
        "kosongkan jawabannya, atau ubah assign di profil",
        "leave the answer empty, or change assign in the profile",
    ),
)


class _Said(NamedTuple):
    """Who answered, and where."""

    opd: str
    place: Source


def other_agency(context: UnitContext) -> Iterable[Finding]:
    """Yield X307 for each answer in the file of an agency that others answer for.

    Where no agency is known for the file, the row's own OPD column says whose it is. What is
    assigned to nobody is open to all, and a row without a number is no answer.
    """
    profile, data = context.profile, context.data
    if profile is None or not (data.agencies or any(one.opd for one in full_answers(data))):
        return
    assigned = opd_of_leaves(context.definition, profile)
    names = opd_names(profile)
    named = _Named(profile)
    for answer in data.answers.values():
        wanted = assigned.get(answer.id, ())
        for said in _who(answer, context, named) if wanted else ():
            if said.opd not in wanted:
                yield Finding.at_cell(
                    "X307",
                    said.place,
                    answer.id,
                    answer.id,
                    opd=names[said.opd],
                    assigned=tuple(names.get(opd, opd) for opd in wanted),
                )


class _Named(dict[str, Opd | None]):
    """The agency that each text names, looked up once."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile

    def __missing__(self, text: str) -> Opd | None:
        self[text] = opd_named(self.profile, text)
        return self[text]


def _who(answer: Answer, context: UnitContext, named: _Named) -> Iterator[_Said]:
    """Yield each agency whose file holds a number of *answer*, at its row."""
    seen: set[str] = set()
    for reading in (answer.self_score, *answer.assessor, answer.measure):
        if reading is None or reading.number is None or (file := reading.source.file) in seen:
            continue
        seen.add(file)
        at_row = file == answer.row.file
        opd = context.data.agencies.get(file)
        if opd is None and at_row and answer.opd:
            by_row = named[answer.opd]
            opd = by_row.id if by_row is not None else None
        if opd is not None:
            yield _Said(opd, answer.row if at_row else reading.source)
