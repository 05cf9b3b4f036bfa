"""The board of agencies (OPD): whose sheets are there, and how far each is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.findings import Finding
from kediri_index.model.places import Source
from kediri_index.model.profile import Opd


class OpdState(StrEnum):
    """How far an agency is; the first that holds."""

    MISSING = "missing"
    FAULTY = "faulty"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"


class Unfilled(NamedTuple):
    """An indicator, or a given group, that an agency has yet to answer.

    *place* is the cell to fill in, None where its files have no such row; *said* is what stands
    there instead of an answer.
    """

    id: str
    place: Source | None = None
    said: str = ""


class OtherFileReason(StrEnum):
    """Why a file is no agency's on the board."""

    NO_OPD = "no_opd"
    UNKNOWN_OPD = "unknown_opd"
    UNREADABLE = "unreadable"
    OTHER_UNIT = "other_unit"
    OTHER_YEAR = "other_year"
    PASSED_OVER = "passed_over"


class OtherFile(NamedTuple):
    """A file that counts for no agency.

    *said* is the OPD, unit or year that it names, *nearest* the agency whose name comes nearest to
    that, or else to the file's name: for people to judge, never used. *finding* is the heaviest
    one about the file.
    """

    path: str
    reason: OtherFileReason
    said: str | None = None
    nearest: Opd | None = None
    finding: Finding | None = None


class OpdStatus(NamedTuple):
    """One agency's row.

    *answered* of the *expected* leaves are filled in; *weight* is its share of the overall, from 0
    to 1, if everything were answered. *findings* are those about its files. *overdue_days* is None
    where nothing is due, 0 where it is not late. *elsewhere* are leaves that only files of no known
    agency answer; *perhaps* those files, and others that bear the agency's name.
    *not_applicable* are leaves of which its files say n/a: they are not expected.
    """

    opd: Opd
    state: OpdState
    files: tuple[str, ...]
    superseded: tuple[tuple[str, int | None], ...]
    revision: int | None
    answered: int
    expected: int
    unfilled: tuple[Unfilled, ...]
    errors: int
    warnings: int
    findings: tuple[Finding, ...]
    weight: Fraction
    overdue_days: int | None
    elsewhere: tuple[str, ...] = ()
    perhaps: tuple[OtherFile, ...] = ()
    not_applicable: tuple[str, ...] = ()


class Unassigned(NamedTuple):
    """The expected leaves that no agency on the board answers for."""

    ids: tuple[str, ...]
    answered: int
    weight: Fraction


class Board(NamedTuple):
    """All agencies of a profile in its order, and every file that is none of theirs."""

    unit: str | None
    year: int | None
    due: date | None
    opd: tuple[OpdStatus, ...]
    other_files: tuple[OtherFile, ...]
    unassigned: Unassigned

    @property
    def complete(self) -> int:
        """How many agencies are complete."""
        return sum(1 for one in self.opd if one.state is OpdState.COMPLETE)
