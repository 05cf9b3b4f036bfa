"""Items of evidence (bukti dukung): what a level asks for, and what rows say of each item."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.findings import Source


class EvidenceItem(NamedTuple):
    """One paper that a *level* of an indicator asks for; *code* is ``A-1.2.3``: level 2, third."""

    code: str
    level: Fraction
    text: str


class EvidenceState(StrEnum):
    """How far an item is; what is *sent* waits for the assessor."""

    MISSING = "missing"
    SENT = "sent"
    ACCEPTED = "accepted"
    TO_REVISE = "to_revise"


class EvidenceRow(NamedTuple):
    """What one row of a sheet says of the item called *code*.

    *file* is the cell of its file or link, perhaps empty; *note* is what the assessor wrote.
    """

    code: str
    state: EvidenceState
    file: Source
    status: Source
    note: str = ""


class KnownItem(NamedTuple):
    """An item and how far it is."""

    item: EvidenceItem
    state: EvidenceState


_STRONGEST = (EvidenceState.TO_REVISE, EvidenceState.ACCEPTED, EvidenceState.SENT)


def known_items(items: Iterable[EvidenceItem], rows: Iterable[EvidenceRow]) -> list[KnownItem]:
    """Return each of *items* with its state.

    An item may have several rows, of agencies that share an indicator: it is to be revised where
    any row is, else accepted or sent where any row is.
    """
    said: dict[str, set[EvidenceState]] = {}
    for row in rows:
        said.setdefault(row.code, set()).add(row.state)
    return [KnownItem(item, _strongest(said.get(item.code, set()))) for item in items]


def _strongest(states: set[EvidenceState]) -> EvidenceState:
    return next((one for one in _STRONGEST if one in states), EvidenceState.MISSING)


def is_to_revise(items: Iterable[KnownItem]) -> bool:
    """Return whether an assessor sent any of *items* back."""
    return any(one.state is EvidenceState.TO_REVISE for one in items)


class EvidenceCounts(NamedTuple):
    """How many items are in each state."""

    sent: int
    accepted: int
    to_revise: int
    missing: int


def counted(items: Iterable[KnownItem]) -> EvidenceCounts:
    """Return how many of *items* are in each state."""
    states = [one.state for one in items]
    return EvidenceCounts(
        states.count(EvidenceState.SENT),
        states.count(EvidenceState.ACCEPTED),
        states.count(EvidenceState.TO_REVISE),
        states.count(EvidenceState.MISSING),
    )
