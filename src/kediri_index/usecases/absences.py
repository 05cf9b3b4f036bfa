"""What a unit lacks when all of its files are to be there: agencies, and answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.dataset import Missing
from kediri_index.model.language import OfUnit
from kediri_index.rules.context import UnitContext


class AbsentAgency(NamedTuple):
    """An agency without a usable file, and its indicators without an answer."""

    opd: str
    indicators: tuple[str, ...]


class AbsentAnswer(NamedTuple):
    """An indicator without an answer; each agency that answers for it, if any, sent a file."""

    indicator: str
    opd: tuple[str, ...]


class Absences(NamedTuple):
    """What the unit lacks, each once: an answer that an absent agency owes is only among its own.

    Agencies are looked at only where the files of any are known.
    """

    of: OfUnit
    agencies: tuple[AbsentAgency, ...]
    answers: tuple[AbsentAnswer, ...]


def absences(context: UnitContext) -> Iterator[Absences]:
    """Yield what the unit of *context* lacks, if anything."""
    lacking = [
        leaf for leaf in context.tree.missing[context.at] if not _is_unreadable(leaf, context)
    ]
    profile, data = context.profile, context.data
    owners = opd_of_leaves(context.definition, profile)
    agencies: list[AbsentAgency] = []
    if profile is not None and data.agencies:
        sent, assigned = (
            set(data.agencies.values()),
            {opd for own in owners.values() for opd in own},
        )
        agencies = [
            AbsentAgency(opd.id, tuple(leaf for leaf in lacking if opd.id in owners.get(leaf, ())))
            for opd in profile.opd
            if opd.id not in sent and (opd.id in assigned or not assigned)
        ]
    told = {leaf for agency in agencies for leaf in agency.indicators}
    answers = [AbsentAnswer(leaf, owners.get(leaf, ())) for leaf in lacking if leaf not in told]
    if agencies or answers:
        yield Absences(OfUnit(data.unit, data.year), tuple(agencies), tuple(answers))


def _is_unreadable(leaf: str, context: UnitContext) -> bool:
    """Return whether there is an answer, but not one that could be read: a finding names it."""
    answer = context.leaf(leaf)
    return answer is not None and answer.missing is Missing.UNREADABLE
