"""What a yearly report is made of: one unit in one year, frozen."""

from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.comparison import Comparison
from kediri_index.model.dataset import InputFile, UnitData
from kediri_index.model.findings import Finding
from kediri_index.model.league import League
from kediri_index.model.plans import Plan
from kediri_index.model.profile import Board, Profile
from kediri_index.model.scores import Completeness, ScoreOutcome, UnitResult


class YearPoint(NamedTuple):
    """One year on the line of years: the published overall and the target, where there is any."""

    year: int
    score: Fraction | None
    target: Fraction | None


class Crossing(NamedTuple):
    """What one agency (OPD) answers for in one group: the mean score of these leaves."""

    opd: str
    group: str
    score: Fraction | None
    completeness: Completeness


class Yearly(NamedTuple):
    """Everything that a report shows; each format takes its figures from here.

    *result* is one of ``outcome.units`` and *data* its answers as scored. *parts* is the kind of
    the groups that the charts compare (the pillars), *crossings* has them by agency. *board* is
    None where no file is an agency's, *comparison* without last year's data, whose files are
    *previous_inputs*. *plan* is None where there is no target above the score, answers are
    missing, or *plan_findings* forbid one; they also say what the plan leaves out.
    *league* has the unit among all others of its year, None where there are none.
    """

    outcome: ScoreOutcome
    result: UnitResult
    data: UnitData
    years: tuple[YearPoint, ...]
    parts: str | None
    crossings: tuple[Crossing, ...] = ()
    board: Board | None = None
    comparison: Comparison | None = None
    previous_inputs: tuple[InputFile, ...] = ()
    plan: Plan | None = None
    plan_findings: tuple[Finding, ...] = ()
    league: League | None = None

    def own_profile(self) -> Profile | None:
        """Return the profile where it is this unit's, and not one that lies beside its files."""
        profile = self.outcome.profile
        return profile if profile is not None and profile.is_of(self.result.unit) else None
