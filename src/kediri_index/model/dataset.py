"""Answers with their sources: what the sheets of one or more units say, by indicator."""

from collections.abc import Hashable, Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from kediri_index.model.findings import Source
from kediri_index.model.profile import Combine, Sharing

if TYPE_CHECKING:  # few definitions ask respondents, or for items of evidence
    from kediri_index.model.evidence import EvidenceRow
    from kediri_index.model.survey import SurveyValue


class Missing(StrEnum):
    """Why a value is not there; *undefined*: it is, but its method has no score for it."""

    NOT_APPLICABLE = "not_applicable"
    NOT_COLLECTED = "not_collected"
    NOT_DUE = "not_due"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    UNDEFINED = "undefined"


class Lead(StrEnum):
    """Which of the two scores of an indicator counts."""

    SELF = "self"
    ASSESSOR = "assessor"
    ASSESSOR_ELSE_SELF = "assessor-else-self"


class Reading(NamedTuple):
    """A value as read: a number, or the reason for none, with the text and the cell."""

    number: Fraction | None
    missing: Missing | None
    text: str
    source: Source


class Said(NamedTuple):
    """A text and the cell it stands in; errors and formulas without a result are not readable."""

    text: str
    source: Source
    readable: bool = True


class Answer(NamedTuple):
    """All that the data say of one indicator, or of a group whose score is given.

    *assessor* holds one reading an assessor; *row* is the place of the row. *evidence* is the
    cell of the column, perhaps empty; None where there is no such column. *measure_unit* is what
    the column *Satuan* says, None where it says nothing. *achievement* is what the column *Capaian*
    says, perhaps unreadable: it is only compared. *shares* are what each of several agencies said,
    where the answer is made of that. *survey* is what respondents said, where the value is theirs.
    """

    id: str
    row: Source
    self_score: Reading | None = None
    assessor: tuple[Reading, ...] = ()
    measure: Reading | None = None
    target: Reading | None = None
    opd: str | None = None
    evidence: Said | None = None
    measure_unit: Said | None = None
    achievement: Reading | None = None
    shares: "Shares | None" = None
    survey: "SurveyValue | None" = None


class Share(NamedTuple):
    """What one of several agencies (OPD, by id) said of an indicator; None without a row."""

    opd: str
    answer: Answer | None


class Shares(NamedTuple):
    """What the agencies of one indicator said, in the order of the profile, and what counts."""

    sharing: Sharing
    each: tuple[Share, ...]

    @property
    def counting(self) -> tuple[Share, ...]:
        """Those that count: of the lead alone where one leads."""
        lead = self.sharing.lead
        return self.each if lead is None else tuple(one for one in self.each if one.opd == lead)

    @property
    def needs_all(self) -> bool:
        """Whether there is no value until each that counts has given one."""
        return self.sharing.lead is not None or self.sharing.combine is not Combine.SAME


class UnitData(NamedTuple):
    """One unit (a region) in one year: its answers by indicator or group id.

    *agencies* are the OPD, by the profile's id, that the files say they come from. *wide_files* are
    those whose table has one row a unit. *rows* has, of each answer that stands in several rows,
    what every one of them says by itself. *columns* are those beside the answers that a step of the
    definition's ``prepare`` names; *left_out* says that one left the unit out. *stated* has the
    rows of groups that are not answers, since the data have rows below those groups. *evidence* are
    the rows of sheets of evidence, where levels ask for items.
    """

    unit: str | None
    year: int | None
    answers: Mapping[str, Answer] = MappingProxyType({})
    files: tuple[str, ...] = ()
    agencies: Mapping[str, str] = MappingProxyType({})
    wide_files: frozenset[str] = frozenset()
    rows: Mapping[str, tuple[Answer, ...]] = MappingProxyType({})
    columns: Mapping[str, Reading] = MappingProxyType({})
    left_out: bool = False
    stated: Mapping[str, tuple[Answer, ...]] = MappingProxyType({})
    evidence: "tuple[EvidenceRow, ...]" = ()

    def rows_of(self, answer_id: str) -> tuple[Answer, ...]:
        """Return each row about *answer_id* as it stands."""
        if answer_id in self.rows:
            return self.rows[answer_id]
        return (self.answers[answer_id],) if answer_id in self.answers else ()


class FileSays(NamedTuple):
    """What a long file says of itself as a whole, each with its cell."""

    unit: Said | None = None
    year: Said | None = None
    opd: Said | None = None
    revision: Said | None = None


class SourceFile(NamedTuple):
    """What was read at *path*; nothing is opened by it again."""

    path: str
    data: bytes


class InputFile(NamedTuple):
    """One file, as every output shows it: whose it is, and how it was read.

    *opd* is the profile's id where it knows the agency, else the name as written. *made_for* is the
    definition that it names. *shares* are the units and years of its rows, and the revisions it is
    one of: files that share any are checked in one group.
    """

    path: str
    sha256: str
    layout: str | None = None
    sheet: str | None = None
    opd: str | None = None
    revision: int | None = None
    superseded_by: str | None = None
    says: FileSays = FileSays()
    made_for: str | None = None
    shares: frozenset[Hashable] = frozenset()


class Summands(NamedTuple):
    """Figures that a total may sum up: how many, and their sum."""

    size: int = 0
    added: Fraction = Fraction(0)

    def with_(self, other: "Summands") -> "Summands":
        """Return both together."""
        return Summands(self.size + other.size, self.added + other.added)


class Total(NamedTuple):
    """A figure in a row that sums up others: a mean, or with *is_sum* a sum, of one of *blocks*.

    With *or_mean* it is called both, and either will do.
    """

    reading: Reading
    is_sum: bool
    blocks: tuple[Summands, ...]
    or_mean: bool = False


class DataSet(NamedTuple):
    """All units that the files hold, in order of unit and year."""

    units: tuple[UnitData, ...]
    inputs: tuple[InputFile, ...]
    totals: tuple[Total, ...] = ()


MISSING_WORDS: Final[dict[str, Missing]] = {
    "": Missing.EMPTY,
    "n/a": Missing.NOT_APPLICABLE,
    "tidak berlaku": Missing.NOT_APPLICABLE,
    "not applicable": Missing.NOT_APPLICABLE,
    "-": Missing.NOT_COLLECTED,
    "\N{EN DASH}": Missing.NOT_COLLECTED,
    "\N{EM DASH}": Missing.NOT_COLLECTED,
    "tidak ada": Missing.NOT_COLLECTED,
    "tidak ada data": Missing.NOT_COLLECTED,
    "data tidak ada": Missing.NOT_COLLECTED,
    "tidak tersedia": Missing.NOT_COLLECTED,
    "data tidak tersedia": Missing.NOT_COLLECTED,
    "belum ada": Missing.NOT_COLLECTED,
    "belum ada data": Missing.NOT_COLLECTED,
    "data belum ada": Missing.NOT_COLLECTED,
    "belum tersedia": Missing.NOT_COLLECTED,
    "data belum tersedia": Missing.NOT_COLLECTED,
    "no data": Missing.NOT_COLLECTED,
    "not available": Missing.NOT_COLLECTED,
    "not collected": Missing.NOT_COLLECTED,
    "belum": Missing.NOT_DUE,
    "belum dinilai": Missing.NOT_DUE,
    "belum jatuh tempo": Missing.NOT_DUE,
    "not yet": Missing.NOT_DUE,
    "not yet assessed": Missing.NOT_DUE,
    "not assessed": Missing.NOT_DUE,
    "not yet due": Missing.NOT_DUE,
    "not due": Missing.NOT_DUE,
}

_MARKS: Final = frozenset({"na", "n.a.", "n.a", "nan", "#n/a", "<na>", "null", "."})


def is_missing_mark(text: str) -> bool:
    """Return whether *text* is what statistical software writes where there are no data.

    In a table of units it means just that; what a person writes so may mean that it does not apply.
    """
    return text.strip().casefold() in _MARKS


def says_nothing(text: str) -> bool:
    """Return whether *text* is a word for something missing, or a mark for it, or empty."""
    return is_missing_mark(text) or " ".join(text.split()).casefold() in MISSING_WORDS
