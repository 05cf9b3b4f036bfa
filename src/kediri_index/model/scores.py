"""Scores: one figure without any rounding below it, and one as published; outcomes."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import DataSet, InputFile, Lead, Missing
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Label
from kediri_index.model.profile import Basis, Profile, Waived
from kediri_index.model.shown import brief, count_of, showing

if TYPE_CHECKING:
    from kediri_index.model.preparing import Effect, Effects
    from kediri_index.model.survey import SurveyValue
    from kediri_index.model.unit_groups import UnitGroups


class Figure(NamedTuple):
    """*score* is exact; *published* has the definition's rounding stages and its decimals.

    Both are in points of the definition's scale, None where there is no score.
    """

    score: Fraction | None
    published: Fraction | None


class Completeness(NamedTuple):
    """How much is there: *answered* and *expected* count leaves, *share* is a share of weight.

    A share is from 0 to 1; None where nothing has any weight.
    """

    answered: int
    expected: int
    share: Fraction | None


class IndicatorResult(NamedTuple):
    """One indicator's score with the cells it came from.

    *raw* is the answer as it stands in its cell. *weight* is the one in use among its siblings,
    *effective_weight* its share in the overall, from 0 to 1; over all leaves that count these add
    up to 1. *survey* is what respondents said, where the value is theirs.
    """

    id: str
    figure: Figure
    raw: str | None
    self_score: Fraction | None
    assessor: Fraction | None
    sources: tuple[Source, ...]
    weight: Fraction
    effective_weight: Fraction
    missing: Missing | None
    survey: "SurveyValue | None" = None


class GroupResult(NamedTuple):
    """One group's figures.

    *weight* is the one in use among its siblings; *contribution* is its part of the overall, whose
    published figure is the rounded term where ``terms`` is a stage. There is none where the overall
    is no sum of such parts.
    """

    id: str
    figure: Figure
    weight: Fraction
    effective_weight: Fraction
    contribution: Figure
    given: bool
    completeness: Completeness
    class_label: Label | None
    no_score: NoScore | None
    groups: "tuple[GroupResult, ...]" = ()
    sources: tuple[Source, ...] = ()


class LeadTotal(NamedTuple):
    """The overall by one of the two scores, and how many answers have it."""

    figure: Figure
    answered: int


class MissingRange(NamedTuple):
    """The lowest and highest overall if what is missing were worst or best."""

    low: Figure
    high: Figure


class PreviousBasis(StrEnum):
    """Whether last year's figure is the published one or was computed again."""

    PUBLISHED = "published"
    RECOMPUTED = "recomputed"


class Previous(NamedTuple):
    """Last year's figure as compared with, and whose assessment it is where that is known.

    *rank* is the unit's among all units of that year, where it was computed again.
    """

    published: Fraction
    basis: PreviousBasis
    year: int | None
    assessed: Basis | None = None
    rank: int | None = None


class ViewRow(NamedTuple):
    """One value of a view: the mean score of its indicators; never an index.

    *contribution* is None where the overall is not a sum of the indicators' parts.
    """

    id: str
    score: Fraction | None
    completeness: Completeness
    contribution: Fraction | None


class Omission(NamedTuple):
    """A node that the score leaves out, or counts as zero, and why."""

    id: str
    reason: Missing | NoScore
    counted_as_zero: bool = False


class UnitResult(NamedTuple):
    """All scores of one unit in one year, in points of the definition's scale.

    *rank* counts from 1 among the units of the year, None for one unit. *gap* and *change* are
    differences of published figures; there is no *change* between scores of different *basis*.
    *official* is the figure that was published for this very year, where one is known. *indicators*
    of a row of a wide table are computed each time they are gone through.
    """

    unit: str | None
    year: int | None
    lead: Lead
    overall: Figure
    class_label: Label | None
    completeness: Completeness
    groups: tuple[GroupResult, ...]
    indicators: Sequence[IndicatorResult]
    omissions: tuple[Omission, ...] = ()
    no_score: NoScore | None = None
    rank: int | None = None
    target: Fraction | None = None
    gap: Fraction | None = None
    previous: Previous | None = None
    change: Fraction | None = None
    range_if_missing: MissingRange | None = None
    self_total: LeadTotal | None = None
    assessor_total: LeadTotal | None = None
    views: Mapping[str, tuple[ViewRow, ...]] = MappingProxyType({})
    basis: Basis | None = None
    official: Fraction | None = None

    def all_groups(self) -> Iterator[GroupResult]:
        """Every group, parents before children, in the order of the definition."""
        stack = list(reversed(self.groups))
        while stack:
            group = stack.pop()
            yield group
            stack.extend(reversed(group.groups))

    @property
    def other_basis(self) -> bool:
        """Whether last year's figure is known, but rests on another assessment."""
        known = self.previous is not None and self.overall.published is not None
        return known and self.change is None

    @property
    def other_official(self) -> Fraction | None:
        """The figure published for this very year, where it is another than the computed one."""
        published = self.overall.published
        return None if published is None or self.official == published else self.official


class UnitSummary(NamedTuple):
    """What is shown of a unit in one row beside others.

    *groups* are the published figures of the top level, in the definition's order.
    """

    unit: str | None
    year: int | None
    overall: Figure
    class_label: Label | None
    completeness: Completeness
    groups: tuple[Fraction | None, ...]
    no_score: NoScore | None = None
    rank: int | None = None
    gap: Fraction | None = None
    change: Fraction | None = None
    basis: Basis | None = None


class ScoreOutcome(NamedTuple):
    """The scores of all units; None where errors forbid them, *partial* where they were let be.

    *waived* are findings that were accepted; they are not among *findings*. *data* are what was
    read, *previous_inputs* the files of last year that figures are compared with. *unit_groups* are
    the groups of units that a column or the profile names, None where neither does.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    units: Sequence[UnitResult] | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
    data: DataSet | None = None
    effects: "Effects | None" = None
    previous_inputs: tuple[InputFile, ...] = ()
    unit_groups: "UnitGroups | None" = None

    def __repr__(self) -> str:
        what = "no scores" if self.units is None else count_of(len(self.units), "unit")
        return brief(self, self.definition.id, what, len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)

    def to_frame(self, of: str = "units", library: str = "pandas") -> Any:  # noqa: ANN401 - not ours
        """Return a row for each of what *of* names, as a data frame of *library*.

        *of* is ``units``, ``groups``, ``indicators``, ``findings`` or ``unit_groups``, a row per
        group of units; or a step, with a row per unit and year and a column per id: ``raw``,
        ``prepared``, ``normalised`` or ``aggregated``. *library* is ``pandas``, ``polars``, or any
        whose ``DataFrame`` takes columns by name. Scores are floats, in points of the scale;
        weights as the definition has them, shares from 0 to 1; what is missing is None. Raises
        :class:`~kediri_index.errors.UsageError` for another name.
        """
        return showing().frame(self, of, library)

    @property
    def prepared(self) -> "tuple[Effect, ...]":
        """What the steps of ``prepare`` did, by step and unit."""
        return () if self.effects is None else self.effects.all()

    def effects_of(self, unit: UnitResult) -> "Effects | None":
        """Return what they did to one unit."""
        return None if self.effects is None else self.effects.of_unit(unit.unit, unit.year)
