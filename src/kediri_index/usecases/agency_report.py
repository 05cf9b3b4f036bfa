"""What the report of each agency (Rapor OPD) shows: its score, its status and its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_in_charge, opd_named, opd_of_leaves, spellings
from kediri_index.errors import UsageError
from kediri_index.model.agency_report import AgencyLeaf, AgencyReport, AgencyReports
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition, Group
from kediri_index.model.profile import Hints, Opd, Profile
from kediri_index.model.scores import ScoreOutcome, UnitResult
from kediri_index.model.text import suggest
from kediri_index.model.yearly import Yearly
from kediri_index.scoring.score_rule import bounds_of_leaf
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked
from kediri_index.usecases.inputs import NEAR_NAME, Submission
from kediri_index.usecases.plan import Bounds, plans
from kediri_index.usecases.report import board_of, chosen_result, goal_of
from kediri_index.usecases.score import score

_OF_PLANS = "S7"
"""Codes of findings about a plan."""


class AgencyOutcome(NamedTuple):
    """What the reports come to; without *reports* the outcome's findings say why."""

    outcome: ScoreOutcome
    reports: AgencyReports | None

    @property
    def found(self) -> AgencyReports | None:
        """What is reported."""
        return self.reports

    @property
    def yearly(self) -> Yearly | None:
        """The unit whose agencies these are."""
        return None if self.reports is None else self.reports.yearly


def agency_named(profile: Profile, name: str) -> Opd:
    """Return the agency that *name* means; raises :class:`UsageError` with the nearest name."""
    found = opd_named(profile, name)
    if found is not None:
        return found
    near = suggest(name, spellings(profile), cutoff=NEAR_NAME)
    known = tuple(one.id for one in profile.opd)
    raise UsageError("plan-unknown-opd", value=name, nearest=near, known=known)


def agency_reports(  # noqa: PLR0913 - the options of the command
    submission: Submission,
    definition: Definition,
    profile: Profile | None = None,
    *,
    only: Opd | None = None,
    hints: Hints | None = None,
    value: Lead | None = None,
    target: Fraction | None = None,
    allow_errors: bool = False,
    waive: Callable[[Checked], Checked] | None = None,
    known: Known = tuple,
) -> AgencyOutcome:
    """Check, score and plan; return the report of every agency of *profile*.

    The options are those of :func:`~kediri_index.usecases.report.yearly_report`. With *only* no
    other agency has a plan. Raises :class:`~kediri_index.errors.UsageError` where the profile lists
    no agency or is another unit's.
    """
    hints = hints or Hints()
    outcome = score(
        submission,
        definition,
        profile,
        hints=hints,
        value=value,
        target=target,
        allow_errors=allow_errors,
        waive=waive,
        known=known,
    )
    data = outcome.data
    if outcome.units is None or data is None or profile is None:
        return AgencyOutcome(outcome, None)
    result = outcome.units[chosen_result(outcome, data.units, hints)]
    board = board_of(outcome, data, profile, result)
    goal = goal_of(profile, definition, result)
    if goal is None and definition.scale is not None and result.overall.published is not None:
        goal = definition.scale[1]
    leaves = _LeavesOfAgencies(definition, profile, result)
    views = {row.id: row for row in result.views.get("opd", ())}
    places = _places({opd: view.score for opd, view in views.items()})
    agencies = {
        row.opd.id: AgencyReport(
            row,
            held := leaves.of(row.opd.id),
            views.get(row.opd.id),
            _sum(one.lost for one in held) if leaves.add_up else None,
            places.get(row.opd.id),
        )
        for row in board.opd
    }
    planned = [opd for opd, one in agencies.items() if one.leaves and _is_asked(one.opd, only)]
    if goal is not None and planned:
        found = plans(
            submission,
            definition,
            profile,
            [Bounds(opd=opd) for opd in planned],
            target=goal,
            hints=hints._replace(unit=result.unit, year=result.year),
            value=value,
            allow_errors=True,  # they were let be, or waived, by then
            known=known,
        )
        for opd, one in zip(planned, found, strict=True):
            said = tuple(remark for remark in one.findings if remark.code.startswith(_OF_PLANS))
            agencies[opd] = agencies[opd]._replace(plan=one.plan, plan_findings=said)
    own = next(one for one in data.units if (one.unit, one.year) == (result.unit, result.year))
    yearly = Yearly(outcome, result, own, (), None, board=board)
    every = tuple(agencies.values())
    shown = tuple(one for one in every if _is_asked(one.opd, only))
    return AgencyOutcome(outcome, AgencyReports(yearly, goal, every, shown))


def _is_asked(opd: Opd, only: Opd | None) -> bool:
    return only is None or opd.id == only.id


def _places(scores: Mapping[str, Fraction | None]) -> dict[str, int]:
    """Return the place of each agency with a score, the highest first; equal ones share one."""
    known = {opd: score for opd, score in scores.items() if score is not None}
    return {
        opd: 1 + sum(1 for other in known.values() if other > score) for opd, score in known.items()
    }


def _sum(parts: Iterable[Fraction | None]) -> Fraction:
    return sum((one for one in parts if one is not None), start=Fraction(0))


class _LeavesOfAgencies:
    """The indicators and given groups of one result, by the agencies that answer for them."""

    def __init__(self, definition: Definition, profile: Profile, result: UnitResult) -> None:
        self.definition = definition
        self.owners = opd_of_leaves(definition, profile)
        self.in_charge = opd_in_charge(definition, profile)
        self.add_up = all(
            row.contribution is not None for rows in result.views.values() for row in rows
        )
        self.every = {one.id: one for one in self._every(result)}

    def of(self, opd: str) -> tuple[AgencyLeaf, ...]:
        """Return what the agency *opd* answers for, in the order of the definition."""
        found = []
        for leaf in self.definition.nodes():
            owners = self.owners.get(leaf, ())
            if opd in owners and leaf in self.every:
                one = self.every[leaf]
                charged = self.in_charge[leaf]
                part = Fraction(1, len(charged)) if opd in charged else Fraction(0)
                lost = None if one.lost is None else one.lost * part
                others = tuple(other for other in owners if other != opd)
                found.append(one._replace(lost=lost, others=others))
        return tuple(found)

    def _every(self, result: UnitResult) -> Iterator[AgencyLeaf]:
        nodes = self.definition.nodes()
        below: set[str] = set()
        for group in result.all_groups():
            if group.given and group.id not in below:
                node = nodes[group.id]
                assert isinstance(node, Group)  # noqa: S101 - a group's result is a group's
                below.update(one.id for one in node.at_or_below())
                lost = self._lost(group.id, group.figure.score, group.effective_weight)
                yield AgencyLeaf(group.id, group.figure, None, None, None, lost)
        for one in result.indicators:
            if one.id not in below:
                lost = self._lost(one.id, one.figure.score, one.effective_weight)
                own = (one.self_score, one.assessor, one.missing)
                yield AgencyLeaf(one.id, one.figure, *own, lost)

    def _lost(self, leaf: str, score: Fraction | None, weight: Fraction) -> Fraction | None:
        """Return what the overall lacks of the highest score of *leaf*."""
        bounds = bounds_of_leaf(self.definition, self.definition.nodes()[leaf])
        if score is None or bounds is None or not self.add_up:
            return None
        return weight * (bounds[1] - score)
