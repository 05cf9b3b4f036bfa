"""A region's own facts, what its users say of its files, and the board of its agencies (OPD)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.findings import Finding, Mark, Source
from kediri_index.model.text import exact, matches

if TYPE_CHECKING:  # few definitions ask for items of evidence
    from kediri_index.model.evidence import KnownItem


class Basis(StrEnum):
    """Whose assessment a score rests on; *mixed*: the assessor's, else the agency's own."""

    SELF = "self"
    ASSESSOR = "assessor"
    MIXED = "mixed"


class Opd(NamedTuple):
    """An agency (organisasi perangkat daerah); *also* are other spellings of its name.

    *head* is how its head is addressed in a letter, where that does not follow from the name.
    """

    id: str
    name: str
    short: str | None = None
    also: tuple[str, ...] = ()
    head: str | None = None


class Signatory(NamedTuple):
    """Who signs; *number* is the civil servant's (NIP)."""

    name: str
    position: str
    number: str | None = None


class Sender(NamedTuple):
    """Who sends letters and draws up minutes, and on which letterhead.

    *number* is the letters' own, as far as it is known; *place* is where they are signed. The
    first of the *signatories* signs letters, all of them sign minutes. *letterhead* is the path of
    a Word document, from the profile's folder.
    """

    office: str | None = None
    place: str | None = None
    number: str | None = None
    signatories: tuple[Signatory, ...] = ()
    letterhead: str | None = None


class Combine(StrEnum):
    """How the values of several agencies become the value of their indicator."""

    SAME = "same"
    MEAN = "mean"
    SUM = "sum"


class Sharing(NamedTuple):
    """Which value of several agencies counts: that of *lead* alone, or all, as *combine* says."""

    lead: str | None = None
    combine: Combine = Combine.SAME


class Profile(NamedTuple):
    """What one region adds to a definition.

    *assign* maps an agency's id to indicator ids or patterns with ``*``; *shared* says which value
    counts of an indicator of several agencies, by its id or a pattern; *columns* maps a known
    column's name to further headers; *history* and *targets* are published overall scores by year,
    *history_value* whose assessment the first are,
    of the *definitions* that are named by id or pattern, or of every one where none is; *previous*
    is the path of last year's files or archive, from the profile's folder on. *unit_groups* has,
    by the name of each grouping, the units of each of its values.
    """

    unit: str | None = None
    also: tuple[str, ...] = ()
    opd: tuple[Opd, ...] = ()
    assign: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    shared: Mapping[str, Sharing] = MappingProxyType({})
    columns: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    due: date | None = None
    definitions: tuple[str, ...] = ()
    history: Mapping[int, Fraction] = MappingProxyType({})
    history_value: Basis = Basis.ASSESSOR
    previous: str | None = None
    targets: Mapping[int, Fraction] = MappingProxyType({})
    costs: Mapping[str, Fraction] = MappingProxyType({})
    letters: Sender | None = None
    unit_groups: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({})
    path: str = ""

    def is_of(self, unit: str | None) -> bool:
        """Return whether this profile counts for data of *unit*: its own, or of no unit named."""
        if unit is None or self.unit is None:
            return True
        return exact(unit) in {exact(name) for name in (self.unit, *self.also)}

    def has_figures_of(self, definition_id: str) -> bool:
        """Return whether *history* and *targets* are those of this index."""
        return not self.definitions or any(
            matches(pattern, definition_id) for pattern in self.definitions
        )

    def published(self, unit: str | None, year: int | None, definition_id: str) -> Fraction | None:
        """Return the overall score of *unit* that was published for *year*, if it is known."""
        if year is None or not self.is_of(unit) or not self.has_figures_of(definition_id):
            return None
        return self.history.get(year)


def opd_names(profile: Profile | None) -> dict[str, str]:
    """Return the names of the agencies by id, none without a profile."""
    return {opd.id: opd.name for opd in profile.opd} if profile is not None else {}


def unit_key(profile: Profile | None, name: str) -> str:
    """Return *name* as units are compared: all spellings of the profile's own are one."""
    if profile is not None and profile.unit is not None and profile.is_of(name):
        return exact(profile.unit)
    return exact(name)


class Waiver(NamedTuple):
    """One accepted exception; it is good up to and including the day *until*.

    *place* names a file by the end of its path; without a cell it means the whole sheet, without a
    sheet the whole file. *mark* and *until_mark* are where the waiver and its day are written.
    """

    code: str
    place: Source
    reason: str
    who: str
    until: date
    mark: Mark
    until_mark: Mark


class Waived(NamedTuple):
    """A finding that does not count, and the waiver that says so."""

    finding: Finding
    waiver: Waiver


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
    *not_applicable* are leaves of which its files say n/a: they are not expected. *evidence* are
    the items that the levels of its leaves ask for, if any.
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
    evidence: "tuple[KnownItem, ...]" = ()


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


DEFINITION = "config/pillars.yaml"
PROFILE = "config/profile.yaml"
WAIVERS = "config/waivers.yaml"
FORMS = "isian"
RECEIVED = "masuk"
LETTERS = "surat"
MARKED = "hasil"
REPORT = "laporan.html"
ARCHIVE = "arsip.zip"
LAST_YEAR = "tahun-lalu.zip"
README = "README.md"


class Ci(StrEnum):
    """Who runs the check by itself."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


class Hints(NamedTuple):
    """Whose the files are, when, and how they write numbers.

    *theirs* is the unit whose files these must be: its profile lies beside them, or was asked for.
    *by* names the column, or the key of the profile, that says the group of each unit;
    *denominators* further columns of numbers that values might be divided by.
    """

    unit: str | None = None
    year: int | None = None
    decimal_mark: str | None = None
    opd: str | None = None
    theirs: str | None = None
    by: str | None = None
    denominators: tuple[str, ...] = ()

    def grouped_by(self, profile: "Profile | None") -> str | None:
        """Return what names the groups of units: *by*, without it the first of the profile."""
        if self.by is None and profile is not None:
            return next(iter(profile.unit_groups), None)
        return self.by
