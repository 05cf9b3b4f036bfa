"""What a bundle holds: the files of one call, how it was called, and published results."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.dataset import InputFile, Lead, SourceFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Language
from kediri_index.model.profile import Hints
from kediri_index.model.scores import ScoreOutcome, UnitResult


class MemberRole(StrEnum):
    """What a member of a bundle is."""

    DEFINITION = "definition"
    RESOLVED = "resolved"
    PROFILE = "profile"
    WAIVERS = "waivers"
    INPUT = "input"
    CELLS = "cells"
    PREVIOUS_DEFINITION = "previous_definition"
    PREVIOUS = "previous"
    SCORE = "score"
    CHECK = "check"


class Call(NamedTuple):
    """How a bundle was called: the options of ``score`` that its figures depend on.

    *limits* are those that were not the usual ones, *known* the ids of the definitions that were
    in reach, *day* that on which waivers were held against it (None without any).
    """

    hints: Hints = Hints()
    value: Lead | None = None
    target: Fraction | None = None
    allow_errors: bool = False
    detail: bool = False
    language: Language = Language.ID
    limits: Mapping[str, int] = MappingProxyType({})
    known: tuple[str, ...] = ()
    day: date | None = None


class Sent(NamedTuple):
    """The files of one year, what was passed over on the way, and the definition in use.

    *definition* is its own file, then those that it extends; *path* is what the files were called
    together, where that is needed.
    """

    files: tuple[SourceFile, ...]
    definition: tuple[SourceFile, ...]
    passed_over: tuple[Finding, ...] = ()
    path: str = ""


class Contents(NamedTuple):
    """All that the figures of a bundle come from.

    *previous* without a definition of its own has that of *sent*.
    """

    sent: Sent
    call: Call = Call()
    previous: Sent | None = None
    profile: SourceFile | None = None
    waivers: SourceFile | None = None


class ClosedYear(NamedTuple):
    """The *archive* of a year, what is in it, and the *result* of the unit that the profile is of.

    *path* is where that was found; scores are published with *decimals*. All are None where
    *findings* say why.
    """

    path: str | None = None
    archive: bytes | None = None
    contents: Contents | None = None
    result: UnitResult | None = None
    findings: tuple[Finding, ...] = ()
    decimals: int = 0


class Member(NamedTuple):
    """One member: its name in the archive, its bytes, and *source*: what it is, or is made from."""

    name: str
    data: bytes
    role: MemberRole
    source: str


class Bundle(NamedTuple):
    """An archive with its *sha256*; there is no *data* where errors forbid a score."""

    data: bytes | None
    sha256: str | None
    members: tuple[Member, ...]
    outcome: ScoreOutcome
    language: Language


class Compared(NamedTuple):
    """How many of something were held against what is kept, and how many differ."""

    compared: int = 0
    different: int = 0


class Verdict(StrEnum):
    """What the verification of an archive proved.

    *verified*: its files give exactly these bytes; *not_verified*: nothing is proven, since
    another version wrote it; *differs*: it is not what the program writes of its files.
    """

    VERIFIED = "verified"
    NOT_VERIFIED = "not_verified"
    DIFFERS = "differs"


class Verified(NamedTuple):
    """What the verification of an archive came to.

    *made_by* is the version of the program that made it, None where it does not say. *definition*
    and *inputs* are None and empty where nothing could be computed again. *unit*, *year* and the
    published *score* are there where it is of one unit. *call* and the number of files
    *passed_over* are taken as the archive records them; *not_compared* are members that another
    version may have written in other words.
    """

    path: str
    sha256: str
    made_by: str | None = None
    language: Language = Language.ID
    members: Compared = Compared()
    cells: Compared = Compared()
    figures: Compared = Compared()
    said: Compared = Compared()
    definition: Definition | None = None
    inputs: tuple[InputFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    recomputed: bool = False
    partial: bool = False
    unit: str | None = None
    year: int | None = None
    score: str | None = None
    verdict: Verdict = Verdict.DIFFERS
    call: Call = Call()
    passed_over: int = 0
    not_compared: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the program writes exactly this archive of the files in it."""
        return self.verdict is Verdict.VERIFIED


OVERALL = "overall"
CLASS = "class"
CHANGE = "change"
"""What a figure is of where it is of no group: the index, its class, its change in a year."""
INDICATORS = ("indicators",)
"""Stands for the ids of all indicators, in the order of the definition."""


class ComputedFrom(StrEnum):
    """What a result is computed from."""

    ANSWERS = "answers"
    COMPONENTS = "components"
    MIXED = "mixed"
    ASPECTS = "aspects"
    PILLARS = "pillars"
    DIMENSIONS = "dimensions"
    DOMAINS = "domains"
    NONE = "none"


class Called(StrEnum):
    """An index that has been published, and has no definition here."""

    SMART_CITY_BEFORE_2022 = "smart-city-before-2022"


class Why(StrEnum):
    """Why a figure does not come out as it was published: what was printed of its inputs."""

    ROUNDED_MEANS = "rounded-means"
    ROUNDED_DOMAIN = "rounded-domain"
    ROUNDED_ASPECT = "rounded-aspect"
    LIFE_EXPECTANCY = "life-expectancy"
    HALF_DOWN = "half-down"


class Deviation(NamedTuple):
    """A figure that is known to come out otherwise: *computed*, and *why*."""

    computed: str
    why: Why


class PublishedRow(NamedTuple):
    """One unit in one year: its *inputs* in the order of the table, what was *printed* by node.

    *deviations* are by node too.
    """

    unit: str
    year: int
    inputs: tuple[str, ...]
    printed: Mapping[str, str]
    deviations: Mapping[str, Deviation] = MappingProxyType({})


class PublishedTable(NamedTuple):
    """Rows with the same inputs, of one definition; *called* is an index that has none here.

    *previous* names the tables of the year before that a printed change is against.
    """

    name: str
    definition: str | None
    called: Called | None
    level: ComputedFrom
    source: str
    inputs: tuple[str, ...]
    rows: tuple[PublishedRow, ...]
    previous: tuple[str, ...] = ()


class FigureState(StrEnum):
    """How a published figure stands beside what is computed from its inputs."""

    SAME = "same"
    DEVIATES = "deviates"
    DIFFERS = "differs"
    NOT_COMPUTED = "not_computed"


class Recomputed(NamedTuple):
    """One published figure beside the one computed now; *expected* is what the latter has to be."""

    table: PublishedTable
    row: PublishedRow
    node: str
    printed: str
    computed: str | None
    expected: str
    state: FigureState

    @property
    def why(self) -> Why | None:
        """Why it deviates, where it is known to."""
        deviation = self.row.deviations.get(self.node)
        return None if deviation is None else deviation.why
