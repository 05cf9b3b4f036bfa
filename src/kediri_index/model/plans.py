"""A plan: which scores rise, from what to what, at what cost, and how far that leads."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.dataset import DataSet, InputFile
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding
from kediri_index.model.profile import Basis, Profile, Waived
from kediri_index.model.scores import Figure
from kediri_index.model.shown import brief, showing

if TYPE_CHECKING:  # few definitions ask for items of evidence
    from kediri_index.model.evidence import KnownItem


class CostLine(NamedTuple):
    """What one way up costs: from *start* (None: unanswered) to *end*, whole or not at all."""

    start: Fraction | None
    end: Fraction
    cost: Fraction


class CostRule(NamedTuple):
    """What raising one leaf costs: *per_level* up to *top*, or only the *lines* there are.

    *by_pattern*: no one named the leaf itself.
    """

    per_level: Fraction | None = None
    top: Fraction | None = None
    lines: tuple[CostLine, ...] = ()
    by_pattern: bool = False


Costs = Mapping[str, CostRule]
"""By the id of an indicator or a given group."""
NO_COSTS: Costs = MappingProxyType({})


class PlanStep(NamedTuple):
    """One score that rises; *start* is None where the question is unanswered.

    *gain* is what the overall, unrounded, rises by with this step after those before it: the gains
    of a plan add up to its whole rise. *need* is the measured result that the score takes, where
    the method says it. *lacking* are the items of evidence that the level it rises to still needs.
    """

    id: str
    start: Fraction | None
    end: Fraction
    cost: Fraction
    gain: Fraction
    need: Fraction | None = None
    lacking: "tuple[KnownItem, ...]" = ()


class PlannedSteps(NamedTuple):
    """One way to the target: its steps, most worthwhile first, and where they lead."""

    steps: tuple[PlanStep, ...]
    cost: Fraction
    after: Figure


class FrontierPoint(NamedTuple):
    """The least cost of a published overall, and the unrounded one that comes with it.

    *proven*: nothing cheaper leads there.
    """

    cost: Fraction
    after: Figure
    proven: bool


class Plan(NamedTuple):
    """What it takes to reach *target* with the published overall.

    Scores are in points of the scale, costs in what they were given in, else in levels.
    *best* is the highest published overall that can be reached, or without *best_proven* the
    highest that was found. Where it is below the target, *chosen* is the cheapest way to *best*.
    *optimal* says that no other way is cheaper; else none costs less than *cost_at_least*.
    *alternatives* cost the same, and with *more* they are not all. *movable* counts what may be
    raised.
    """

    target: Fraction
    before: Figure
    chosen: PlannedSteps
    reached: bool
    best: Fraction
    optimal: bool
    cost_at_least: Fraction
    movable: int
    costs_given: bool = False
    alternatives: tuple[PlannedSteps, ...] = ()
    more: bool = False
    frontier: tuple[FrontierPoint, ...] | None = None
    best_proven: bool = True


class PlanOutcome(NamedTuple):
    """What ``plan`` comes to; *plan* is None where findings forbid one.

    *partial* says that there are errors in the data, which were let be; *owners* whose a leaf is,
    as ids of agencies.
    """

    definition: Definition
    profile: Profile | None
    inputs: tuple[InputFile, ...]
    unit: str | None
    year: int | None
    plan: Plan | None
    findings: tuple[Finding, ...]
    partial: bool = False
    waived: tuple[Waived, ...] = ()
    data: DataSet | None = None
    basis: Basis | None = None
    owners: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def __repr__(self) -> str:
        what = "plan" if self.plan else "no plan"
        return brief(self, self.definition.id, what, len(self.findings))

    def _repr_html_(self) -> str:
        return showing().html(self)
