"""The definition of an index: a tree of groups, and the indicators that stand in it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.findings import Mark
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Direction, Outside, Range, ScoringMethod

if TYPE_CHECKING:  # most definitions have no steps, and start without
    from kediri_index.model.evidence import EvidenceItem
    from kediri_index.model.preparing import Step
    from kediri_index.model.survey import Survey


class Imputation(StrEnum):
    """What stands in for a missing value."""

    MEAN = "mean"
    MEDIAN = "median"
    GROUP_MEAN = "group_mean"
    GROUP_MEDIAN = "group_median"
    CARRY_FORWARD = "carry_forward"
    LINEAR_IN_TIME = "linear_in_time"


class Beyond(StrEnum):
    """What stands in before a unit's first value and after its last one."""

    MISSING = "missing"
    NEAREST = "nearest"


class Treatment(StrEnum):
    """What is done to a column with outliers."""

    WINSORISE_THEN_LOG = "winsorise_then_log"
    WINSORISE = "winsorise"


class Logarithm(StrEnum):
    """Which transform is taken: a logarithm, mirrored if the low tail is long, or Box-Cox."""

    LOG = "log"
    LOG_SIGNED = "log_signed"
    BOX_COX = "box_cox"


BY_GROUP = frozenset({Imputation.GROUP_MEAN, Imputation.GROUP_MEDIAN})
IN_TIME = frozenset({Imputation.CARRY_FORWARD, Imputation.LINEAR_IN_TIME})


class Status(StrEnum):
    """How sure it is that the definition is the one that was used."""

    OFFICIAL = "official"
    RECONSTRUCTED = "reconstructed"
    OWN = "own"


class RoundingMode(StrEnum):
    """How a tie between two decimals is broken."""

    HALF_UP = "half_up"


class Unanswered(StrEnum):
    """What an unanswered indicator does to the score."""

    ERROR = "error"
    EXCLUDE = "exclude"
    ZERO = "zero"


class Evidence(StrEnum):
    """Whether an answer must name its evidence (bukti dukung)."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class NotApplicable(StrEnum):
    """Whether an answer may say that its question does not apply."""

    ALLOW = "allow"
    REFUSE = "refuse"


class ClassesOn(StrEnum):
    """Which figure decides the class and the rank."""

    SCORE = "score"
    PUBLISHED = "published"


class WeightsOf(StrEnum):
    """What the weights of siblings are shares of."""

    PARENT = "parent"
    WHOLE = "whole"


STAGE_INDICATORS = "indicators"
STAGE_TERMS = "terms"
STAGE_OVERALL = "overall"
FIXED_STAGES = (STAGE_INDICATORS, STAGE_TERMS, STAGE_OVERALL)


PERCENT_WORDS = frozenset({"%", "persen", "prosen", "percent", "per cent", "pct"})
"""What a unit of percents is called, in small letters."""


class Publish(NamedTuple):
    """How figures are rounded for print: *stages* are rounded and flow upward rounded."""

    decimals: int = 2
    mode: RoundingMode = RoundingMode.HALF_UP
    stages: frozenset[str] = frozenset({STAGE_OVERALL})


class MissingPolicy(NamedTuple):
    """What unanswered indicators do; *min_present* is a share of direct children, by number."""

    answers: Unanswered = Unanswered.ERROR
    min_present: Fraction | None = None
    not_applicable: NotApplicable = NotApplicable.ALLOW


class ScoreClass(NamedTuple):
    """A class of scores up to *bound*; *bound_included* puts an exact bound into this class."""

    label: Label
    bound: Fraction | None
    bound_included: bool = False


class Kind(NamedTuple):
    """The name of a level of the tree; tables are printed by kind."""

    id: str
    label: Label


class Tag(NamedTuple):
    """An attribute by which indicators can be regrouped."""

    id: str
    label: Label


class ScoreRule(NamedTuple):
    """How an indicator's raw value becomes a score.

    *to* is the range of the score (None: no bounds), *outside* what happens beyond it.
    """

    method: ScoringMethod
    to: Range | None
    outside: Outside


class Indicator(NamedTuple):
    """A leaf of the tree: a question, or a measured quantity; *survey*: asked of respondents.

    *evidence_items* are what its levels ask for, from the lowest: a level needs all below it too.
    """

    id: str
    parent: str
    label: Label
    rule: ScoreRule
    weight: Fraction | None = None
    printed: str | None = None
    unit: str | None = None
    valid: Range | None = None
    direction: Direction = Direction.HIGHER
    tags: Mapping[str, str] = MappingProxyType({})
    opd: tuple[str, ...] = ()
    evidence: Evidence = Evidence.OPTIONAL
    evidence_items: "tuple[EvidenceItem, ...]" = ()
    not_applicable: NotApplicable = NotApplicable.ALLOW
    survey: "Survey | None" = None
    mark: Mark | None = None

    @property
    def is_percent(self) -> bool:
        """Whether its unit is percent, by any name."""
        return self.unit is not None and " ".join(self.unit.casefold().split()) in PERCENT_WORDS


class Group(NamedTuple):
    """An inner node of the tree, or a leaf whose score can only be given."""

    id: str
    kind: str
    label: Label
    aggregate: Aggregation
    weight: Fraction | None = None
    optional: bool = False
    min_present: Fraction | None = None
    not_applicable: NotApplicable = NotApplicable.ALLOW
    groups: "tuple[Group, ...]" = ()
    indicators: tuple[Indicator, ...] = ()
    mark: Mark | None = None

    @property
    def children(self) -> "tuple[Indicator | Group, ...]":
        """The direct children: indicators first, then groups."""
        return (*self.indicators, *self.groups)

    def at_or_below(self) -> "Iterator[Group | Indicator]":
        """Yield the group itself, and everything below it, parents before children."""
        yield self
        yield from self.indicators
        for group in self.groups:
            yield from group.at_or_below()


class _Keys(NamedTuple):
    """What a definition is made of."""

    id: str
    version: str
    status: Status
    title: Label
    language: Language
    groups: tuple[Group, ...]
    aggregate_top: Aggregation
    scale: Range | None = None
    year: int | None = None
    source: str | None = None
    publish: Publish = Publish()
    missing: MissingPolicy = MissingPolicy()
    classes: tuple[ScoreClass, ...] = ()
    classes_on: ClassesOn = ClassesOn.SCORE
    kinds: tuple[Kind, ...] = ()
    tags: tuple[Tag, ...] = ()
    prepare: "tuple[Step, ...]" = ()
    path: str = ""
    sha256: str = ""
    superseded_by: str | None = None


class Definition(_Keys):
    """One index: its tree, its scale, and how its figures are published."""

    def number_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that steps of ``prepare`` read numbers from."""
        return frozenset(name for step in self.prepare for name in step.number_columns())

    def text_columns(self) -> frozenset[str]:
        """Return the columns beside the answers that steps of ``prepare`` read names from."""
        return frozenset(name for step in self.prepare for name in step.text_columns())

    def all_groups(self) -> Iterator[Group]:
        """Every group, parents before children, in the order of the file."""
        for group in self.groups:
            yield from (node for node in group.at_or_below() if isinstance(node, Group))

    def all_indicators(self) -> Iterator[Indicator]:
        """Every indicator, in the order of the tree."""
        for group in self.all_groups():
            yield from group.indicators

    def nodes(self) -> dict[str, Group | Indicator]:
        """Every group and indicator by its id; nobody may change it."""
        return self._nodes

    @cached_property
    def with_evidence_items(self) -> dict[str, Indicator]:
        """The indicators whose levels ask for items of evidence, by id; nobody may change it."""
        return {one.id: one for one in self.all_indicators() if one.evidence_items}

    @cached_property
    def _nodes(self) -> dict[str, Group | Indicator]:
        return {node.id: node for group in self.groups for node in group.at_or_below()}
