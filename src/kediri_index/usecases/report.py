"""What a yearly report shows: one unit in one year, or all units of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.agencies.filling import crossings
from kediri_index.model.comparison import CompareOutcome
from kediri_index.model.dataset import DataSet, Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import folded
from kediri_index.model.league import League
from kediri_index.model.plans import PlanOutcome
from kediri_index.model.profile import Board, Hints, Profile
from kediri_index.model.scores import PreviousBasis, ScoreOutcome, UnitResult
from kediri_index.model.yearly import Yearly, YearPoint
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.compare import compare
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.league import league_of, parts_of, scored_groups
from kediri_index.usecases.plan import Bounds, plan
from kediri_index.usecases.score import LastYear, score
from kediri_index.usecases.status import status
from kediri_index.usecases.units import only_place, only_year, places_of_theirs, shown_places

_OF_BOTH, _OF_PLANS = "S6", "S7"
"""The codes of findings on two results that are compared, and of a plan."""
_NO_DAY = date.min
"""A report has no clock: nothing in it is late."""


class ReportOutcome(NamedTuple):
    """What ``report`` comes to: the report of one unit, or of many where none is chosen.

    Without either the outcome's findings say why.
    """

    outcome: ScoreOutcome
    yearly: Yearly | None
    league: League | None = None

    @property
    def found(self) -> Yearly | League | None:
        """What is reported."""
        return self.yearly or self.league


def yearly_report(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    hints: Hints | None = None,
    value: Lead | None = None,
    target: Fraction | None = None,
    previous: LastYear | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
    each: bool = False,
) -> ReportOutcome:
    """Check and score the files, and gather what a report shows of the unit that is meant.

    The options are those of :func:`~kediri_index.usecases.score.score`; unit and year of *hints*
    choose where the files hold several. Without a unit the report is about all of the year; with
    *each* :func:`unit_reports` makes one per unit of it. Raises
    :class:`~kediri_index.errors.UsageError` where the files hold several years and none is chosen,
    or the one that is is not there.
    """
    outcome = score(
        submission,
        definition,
        profile,
        hints=hints,
        value=value,
        target=target,
        previous=previous,
        allow_errors=allow_errors,
        waive=waive,
        known=known,
    )
    data = outcome.data
    if outcome.units is None or data is None:
        return ReportOutcome(outcome, None)
    places = meant_places(outcome, data.units, hints or Hints())
    year = only_year(data.units, places)
    if len(places) > 1:
        return ReportOutcome(outcome, None, league_of(outcome, year, peers=each))
    (place,) = places
    result = outcome.units[place]
    asked = _ReportInputs(submission, definition, profile, hints or Hints(), value, known)
    own = profile if profile is not None and profile.is_of(result.unit) else None
    groups = parts_of(definition, scored_groups([result]))
    yearly = Yearly(
        outcome=outcome,
        result=result,
        data=_data_of(data, result),
        years=tuple(_years(own, definition, result)),
        parts=groups[0].kind if groups else None,
        crossings=crossings(groups, result, opd_of_leaves(definition, own)),
        board=_board(outcome, data, own, result),
        league=league_of(outcome, year, place),
    )
    if previous is not None and _is_recomputed(result):
        yearly = _with_comparison(yearly, asked.comparison(previous, result))
    goal = goal_of(own, definition, result)
    if goal is not None:
        planned = asked.plan(goal, result)
        said = tuple(one for one in planned.findings if one.code.startswith(_OF_PLANS))
        yearly = yearly._replace(plan=planned.plan, plan_findings=said)
    return ReportOutcome(outcome=yearly.outcome, yearly=yearly)


def unit_reports(league: League) -> Iterator[Yearly]:
    """Yield the report of each unit among its peers, in the order of *league*, from its scores.

    It has neither a plan nor what changed since last year: both are of one unit alone.
    """
    outcome = league.outcome
    scores, data, definition = outcome.units, outcome.data, outcome.definition
    assert scores is not None  # noqa: S101 - for mypy: there is a league
    assert data is not None  # noqa: S101 - likewise
    of_units = {(one.unit, one.year): one for one in data.units}
    places = {(one.unit, one.year): at for at, one in enumerate(data.units)}
    for at, unit in enumerate(league.units):
        named = (unit.unit, unit.year)
        result = scores[places[named]]
        profile = outcome.profile
        own = profile if profile is not None and profile.is_of(unit.unit) else None
        yield Yearly(
            outcome=outcome,
            result=result,
            data=of_units[named],
            years=tuple(_years(own, definition, result)),
            parts=league.parts[0].kind if league.parts else None,
            previous_inputs=league.previous_inputs,
            league=league._replace(own=at),
        )


class _ReportInputs(NamedTuple):
    """What the report is made from, for what is computed of it beside the score.

    Errors in the data were let be, or waived, by then.
    """

    submission: Submission
    definition: Definition
    profile: Profile | None
    hints: Hints
    value: Lead | None
    known: Known

    def comparison(self, previous: LastYear, result: UnitResult) -> CompareOutcome:
        """Return what changed since last year's files."""
        then = result.previous.year if result.previous else None
        old_hints = previous.hints_of(self.hints._replace(unit=result.unit))
        return compare(
            previous.submission,
            self.submission,
            self.definition,
            self.profile,
            old_definition=previous.definition,
            hints=self.hints._replace(unit=result.unit, year=result.year),
            old_hints=old_hints._replace(year=then),
            old_waive=previous.waive,
            value=self.value,
            allow_errors=True,
            known=self.known,
        )

    def plan(self, goal: Fraction, result: UnitResult) -> PlanOutcome:
        """Return the steps of least cost to *goal*."""
        return plan(
            self.submission,
            self.definition,
            self.profile,
            target=goal,
            hints=self.hints._replace(unit=result.unit, year=result.year),
            value=self.value,
            bounds=Bounds(frontier=True),
            allow_errors=True,
            known=self.known,
        )


def _with_comparison(yearly: Yearly, compared: CompareOutcome) -> Yearly:
    """Return *yearly* with the comparison, its files, and the findings on both years together."""
    now = yearly.outcome
    remarks = [one for one in compared.findings if one.code.startswith(_OF_BOTH)]
    return yearly._replace(
        outcome=now._replace(findings=folded([*now.findings, *remarks])),
        comparison=None if yearly.result.other_basis else compared.comparison,
        previous_inputs=tuple(one for one in compared.inputs if one not in now.inputs),
    )


def goal_of(profile: Profile | None, definition: Definition, result: UnitResult) -> Fraction | None:
    """Return the target to plan for: this year's, or the next one that is not reached yet.

    None while answers are missing: the plan would not be about them.
    """
    published, part = result.overall.published, result.completeness
    if published is None or part.answered < part.expected:
        return None
    if result.target is not None and result.target > published:
        return result.target
    if profile is None or result.year is None or not profile.has_figures_of(definition.id):
        return None
    later = (profile.targets[year] for year in sorted(profile.targets) if year > result.year)
    return next((target for target in later if target > published), None)


def _is_recomputed(result: UnitResult) -> bool:
    previous = result.previous
    return previous is not None and previous.basis is PreviousBasis.RECOMPUTED


def chosen_result(outcome: ScoreOutcome, units: Sequence[UnitData], hints: Hints) -> int:
    """Return the place of the only unit, the one asked for, or that of the profile at hand."""
    return only_place(units, meant_places(outcome, units, hints))


def meant_places(outcome: ScoreOutcome, units: Sequence[UnitData], hints: Hints) -> list[int]:
    """Return the places of the units asked for, or of that of the profile at hand, else of all."""
    found = shown_places(units, outcome.findings, hints, outcome.profile)
    if hints.unit is None:
        found = places_of_theirs(units, found, hints, outcome.profile)
    return found


def _data_of(data: DataSet, result: UnitResult) -> UnitData:
    return next(one for one in data.units if (one.unit, one.year) == (result.unit, result.year))


def _years(
    profile: Profile | None, definition: Definition, result: UnitResult
) -> Iterator[YearPoint]:
    """Yield the published overalls up to the result's own, which is the computed one; all targets.

    Without a year there is no line.
    """
    if result.year is None:
        return
    facts = profile if profile is not None and profile.has_figures_of(definition.id) else None
    scores = {
        year: figure
        for year, figure in (facts.history if facts else {}).items()
        if year < result.year
    }
    targets = dict(facts.targets) if facts else {}
    if result.previous is not None and result.previous.year is not None:
        scores.setdefault(result.previous.year, result.previous.published)
    if result.overall.published is not None:
        scores[result.year] = result.overall.published
    if result.target is not None:
        targets[result.year] = result.target
    for year in sorted({*scores, *targets}):
        yield YearPoint(year, scores.get(year), targets.get(year))


def _board(
    outcome: ScoreOutcome, data: DataSet, profile: Profile | None, result: UnitResult
) -> Board | None:
    """Return the board of agencies, None where no file is from any of them."""
    if profile is None or not profile.opd:
        return None
    board = board_of(outcome, data, profile, result)
    return board if any(row.files for row in board.opd) else None


def board_of(outcome: ScoreOutcome, data: DataSet, profile: Profile, result: UnitResult) -> Board:
    """Return the board of the agencies of *profile*, on which nobody is late."""
    return status(
        Checked(data, outcome.findings, outcome.waived),
        outcome.definition,
        profile._replace(due=None),
        today=_NO_DAY,
        hints=Hints(result.unit, result.year),
    )
