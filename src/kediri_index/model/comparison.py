"""Two results compared, and two definitions: what differs, and what each part contributed."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.dataset import InputFile, Lead
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.language import Label
from kediri_index.model.profile import Basis, Profile, Waived
from kediri_index.model.scores import Figure, GroupResult, PreviousBasis, ScoreOutcome, UnitResult
from kediri_index.model.shown import brief, count_of, showing


class ShapleyMethod(StrEnum):
    """How the contributions were computed: exactly, or with *sampled* from some of all orders.

    *nested* is what earlier versions did where there was too much to look at.
    """

    CLOSED_FORM = "closed_form"
    ENUMERATION = "enumeration"
    NESTED = "nested"
    SAMPLED = "sampled"


class SamplingError(NamedTuple):
    """Of sampled contributions: from how many *orders*, and their largest *standard_error*.

    It is that of an answer's or of a group's contribution; two out of three are off by less.
    """

    orders: int
    standard_error: Fraction


class ComparedSide(NamedTuple):
    """One of the two results: *overall* as its own definition publishes it.

    *basis* says whose assessment it is, *official* what the profile has as published for this
    year, where these are known.
    """

    unit: str | None
    year: int | None
    lead: Lead
    definition: Definition
    overall: Figure
    basis: Basis | None = None
    official: Fraction | None = None


class Contribution(NamedTuple):
    """What a node of the new definition contributed to the change.

    *player* nodes move by themselves: theirs, the weights' and the set's parts add up to the
    change. The others are groups, the sum of those below them. *kind* is None for an indicator;
    *before* and *after* are scores.
    """

    id: str
    kind: str | None
    label: Label
    parent: str | None
    player: bool
    contribution: Fraction
    before: Fraction | None
    after: Fraction | None


class Comparison(NamedTuple):
    """A change and its parts, all in points of the new definition's scale.

    *change* is of the unrounded overalls. *change_published* is of the published ones, the old one
    published by the new definition's rules: *old_published*, of which *basis* says so. *added* and
    *dropped* are the answers that count on one side and that the other's definition has not.
    *error* says how near the contributions are where they are sampled.
    """

    old: ComparedSide
    new: ComparedSide
    change: Fraction
    change_published: Fraction
    old_published: Fraction
    basis: PreviousBasis
    contributions: tuple[Contribution, ...]
    weights: Fraction
    set: Fraction
    method: ShapleyMethod
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    by_opd: Mapping[str, Fraction] = MappingProxyType({})
    error: SamplingError | None = None

    def players(self) -> tuple[Contribution, ...]:
        """Return the parts that add up, with the weights and the set, to the change."""
        return tuple(one for one in self.contributions if one.player)


class RankMove(NamedTuple):
    """The ranks of a unit before and after; None where it has none."""

    old: int | None
    new: int | None

    @property
    def change(self) -> int | None:
        """By how many ranks the unit rose, below zero where it fell."""
        return None if self.old is None or self.new is None else self.old - self.new


class UnitComparison(NamedTuple):
    """One of many units, before and after.

    *change*, *change_published* and *old_published* are as in a :class:`Comparison`, which is
    *parts* where the change was taken apart. *ranks* are those among all units of either year,
    *shared_ranks* those among the units that are compared.
    """

    old: ComparedSide
    new: ComparedSide
    change: Fraction
    change_published: Fraction
    old_published: Fraction
    ranks: RankMove
    shared_ranks: RankMove
    parts: Comparison | None = None


class WhyNotCompared(StrEnum):
    """Why a unit has no change."""

    ONLY_NEW = "only_new"
    ONLY_OLD = "only_old"
    NO_SCORE = "no_score"
    OTHER_BASIS = "other_basis"


class NotCompared(NamedTuple):
    """A unit that has no change, and why."""

    unit: str | None
    why: WhyNotCompared


class MovedUnits(NamedTuple):
    """Units that moved most one way, the furthest first, and what moved them.

    *change* and *contributions* are sums over these *units*, the latter in the order of the new
    definition: those at the top, *weights* and *set* add up to *change*.
    """

    units: tuple[UnitComparison, ...]
    change: Fraction
    contributions: tuple[Contribution, ...]
    weights: Fraction
    set: Fraction


class Movers(NamedTuple):
    """The largest rises and falls, of scores and of ranks."""

    score_up: MovedUnits
    score_down: MovedUnits
    rank_up: MovedUnits
    rank_down: MovedUnits


class ComparedUnits(NamedTuple):
    """Many units compared, by their new rank; *not_compared* have no change."""

    units: tuple[UnitComparison, ...]
    not_compared: tuple[NotCompared, ...]
    movers: Movers


class Trend(NamedTuple):
    """How a score moved over so many *points*, years that have one, from the *first* to the *last*.

    *change* is the whole of it, *per_year* its mean per calendar year, *slope* that of the line of
    least squares through all of them, *growth_rate* the compound annual growth rate: None where a
    ratio of scores means nothing.
    """

    first: int
    last: int
    points: int
    change: Fraction
    per_year: Fraction
    slope: Fraction
    growth_rate: Fraction | None


class YearScore(NamedTuple):
    """A unit in a year: *rank* among all units of the year, *shared_rank* among those of all years.

    One that does not *count* is left out of the trend: it has no score, or the score is of another
    scale or assessment than that of the last year.
    """

    side: ComparedSide
    rank: int | None
    shared_rank: int | None
    counts: bool


class GroupYears(NamedTuple):
    """A group at the top over the years; None where a year has no score of it, or none counts."""

    id: str
    kind: str | None
    label: Label
    scores: tuple[Fraction | None, ...]
    trend: Trend | None


class UnitYears(NamedTuple):
    """A unit over the years, None where a year does not have it, and its trend."""

    unit: str | None
    years: tuple[YearScore | None, ...]
    trend: Trend | None
    groups: tuple[GroupYears, ...]


class ComparedYears(NamedTuple):
    """Three *years* or more, in their order, each with its definition.

    *units* stand by the rank of the last year that they have; *shared* counts those that have a
    rank in every year.
    """

    years: tuple[int, ...]
    definitions: tuple[Definition, ...]
    units: tuple[UnitYears, ...]
    shared: int


class CompareOutcome(NamedTuple):
    """What ``compare`` comes to: the *comparison* of one unit, or *units* where none is chosen.

    Without either the findings say why. *waived* are findings that were accepted, not among
    *findings*. Of three years or more *years* has all; the others are then about the first and the
    last. *not_compared* are the units beside the only one that both sides hold.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    comparison: Comparison | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
    units: ComparedUnits | None = None
    years: ComparedYears | None = None
    not_compared: tuple[NotCompared, ...] = ()

    def __repr__(self) -> str:
        what = "comparison" if self.comparison else "no comparison"
        if self.units is not None:
            what = f"comparison of {count_of(len(self.units.units), 'unit')}"
        return brief(self, self.definition.id, what, len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)


class ChangeKind(StrEnum):
    """What a change is about; the order is that in which changes are shown."""

    IDENTITY = "identity"
    YEAR = "year"
    SCALE = "scale"
    PUBLISH = "publish"
    MISSING = "missing"
    CLASS = "class"
    AGGREGATION = "aggregation"
    PREPARATION = "preparation"
    WEIGHT = "weight"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    QUESTION = "question"
    SCORING = "scoring"
    GROUP = "group"
    EVIDENCE = "evidence"
    OPD = "opd"
    TAG = "tag"
    PRINTED = "printed"
    OTHER = "other"


class Change(NamedTuple):
    """One difference: *path* such as ``groups.impact.weight`` or ``classes[2].below``.

    *before* and *after* are plain data, None where there is nothing; numbers are
    :class:`~kediri_index.model.numbers.Digits`.
    """

    path: str
    kind: ChangeKind
    before: object
    after: object


class DiffState(StrEnum):
    """How a definition compares with its earlier self, or with another one."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


class NominalShare(NamedTuple):
    """A node's share in the overall when everything is answered; None where it does not stand."""

    before: Fraction | None
    after: Fraction | None


class DefinitionDiff(NamedTuple):
    """Two definitions compared; one is None where there is nothing to compare with.

    *shares* has the nodes whose share in the overall changed; *findings* say where a meaning
    changed without its version, *faults* why an earlier file cannot be read.
    """

    id: str
    path: str
    state: DiffState
    before: Definition | None = None
    after: Definition | None = None
    changes: tuple[Change, ...] = ()
    shares: Mapping[str, NominalShare] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()


class UnitEffect(NamedTuple):
    """One unit's scores by both definitions; None where a definition makes no unit of the data."""

    unit: str | None
    year: int | None
    before: UnitResult | None
    after: UnitResult | None

    @property
    def change(self) -> Fraction | None:
        """The difference of the published figures."""
        old, new = (one.published for one in self.overalls)
        return None if old is None or new is None else new - old

    @property
    def change_score(self) -> Fraction | None:
        """The difference of the exact scores."""
        old, new = (one.score for one in self.overalls)
        return None if old is None or new is None else new - old

    @property
    def overalls(self) -> tuple[Figure, Figure]:
        """Both overall scores; empty where a definition makes no unit of the data."""
        nothing = Figure(None, None)
        old, new = (one.overall if one else nothing for one in (self.before, self.after))
        return old, new

    @property
    def changed_rank(self) -> bool:
        """Whether both sides rank the unit, and differ."""
        ranks = [one and one.rank for one in (self.before, self.after)]
        return None not in ranks and ranks[0] != ranks[1]

    @property
    def changed_class(self) -> bool:
        """Whether the unit's class is another one."""
        return self.class_names[0] != self.class_names[1]

    @property
    def class_names(self) -> tuple[str | None, str | None]:
        """The names of both classes, as the definitions word them."""
        labels = [one.class_label if one else None for one in (self.before, self.after)]
        old, new = (label.main if label else None for label in labels)
        return old, new

    def changed_groups(
        self,
    ) -> Iterator[tuple[str, GroupResult | None, GroupResult | None]]:
        """Yield the groups whose figure or effective weight differs, in the order of the trees."""
        old, new = (
            {group.id: group for group in one.all_groups()} if one else {}
            for one in (self.before, self.after)
        )
        for name in {**old, **new}:
            before, after = old.get(name), new.get(name)
            if _figures(before) != _figures(after):
                yield name, before, after


def _figures(group: GroupResult | None) -> object:
    """Return the figures of a group; without a score and a weight it equals a missing one."""
    if group is None or (group.figure.score is None and not group.effective_weight):
        return None
    return group.figure, group.effective_weight


class EffectOnData(NamedTuple):
    """What both definitions make of the same data.

    *units* stand by size of change, None where errors forbid a score under either definition;
    *made_for* are the other definitions that the files name.
    """

    before: ScoreOutcome
    after: ScoreOutcome
    units: tuple[UnitEffect, ...] | None
    made_for: tuple[str, ...] = ()
