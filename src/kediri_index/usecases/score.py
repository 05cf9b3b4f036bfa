"""The scores of all units in the files of one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.agencies.assignment import opd_in_charge
from kediri_index.model.dataset import InputFile, Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, folded
from kediri_index.model.profile import Hints, Profile
from kediri_index.model.scores import Previous, PreviousBasis, ScoreOutcome
from kediri_index.model.text import exact
from kediri_index.rules.magnitude.expected import compared_with, results_of
from kediri_index.scoring.prepare import Prepared, is_over_units
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.unit_result import Settings
from kediri_index.sheets.identity import Known, carried_definition
from kediri_index.usecases.check import Checked, check, check_arguments
from kediri_index.usecases.inputs import Inputs, Submission, load, read_workbooks

Belongs = Mapping[str, tuple[str, ...]]
"""The values of a view that each leaf belongs to."""


class LastYear(NamedTuple):
    """Last year's files and the definition whose weights they were scored by.

    An archive of them says which findings to *waive*, and has *hints* of its own. *found* are files
    that the profile names, and nobody asked for.
    """

    submission: Submission
    definition: Definition
    path: str = ""
    waive: Callable[[Checked], Checked] | None = None
    hints: Hints | None = None
    found: bool = False

    def hints_of(self, hints: Hints) -> Hints:
        """Return *hints* for these files: this year's, or those that an archive has."""
        own = self.hints
        if own is None:
            return hints._replace(year=None)
        return own._replace(unit=hints.unit or own.unit, theirs=None)


def last_year(path: str, config: str | None, inputs: Inputs) -> LastYear:
    """Return last year's files with their own definition; without one, this year's."""
    submission = read_workbooks([path], limits=inputs.limits)
    carried = carried_definition(submission.workbooks)
    if config is None and carried is None:
        return LastYear(submission, inputs.definition, path)
    loaded = load(config, inputs.surroundings, carried=carried)
    return LastYear(submission, loaded.definition, path)


def score(  # noqa: PLR0913 - the options of the command
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
    for_any: bool = False,
) -> ScoreOutcome:
    """Check the files and score what they hold.

    Units stand by name and year. Their figures are fractions: scores, gaps and contributions in
    points of the definition's scale, effective weights and completeness as shares of 1. *target*
    (points) goes before the profile's, *previous* before its published figure of last year.

    While there are errors the outcome has no units, unless *allow_errors*: then what can be scored
    is, and the outcome says that it is partial. Without any data it has none either way. *waive*
    takes out the findings that were accepted; what they are about is scored, or left out, as ever.
    With *for_any* files count that were made for another definition too. What is wrong with the
    data are findings. Raises :class:`~kediri_index.errors.UsageError` only for an argument of
    another type, and where *hints* name a column for groups of units that is not there.
    """
    check_arguments(submission, definition, profile, hints, value)
    unit_hint = Hints(
        (hints.unit if hints else None) or (profile.unit if profile else None),
        decimal_mark=hints.decimal_mark if hints else None,
    )
    last_year = _LastYearScores(previous, definition, profile, unit_hint, value)
    checked = check(
        submission,
        definition,
        profile,
        hints=hints,
        value=value,
        complete=True,
        known=known,
        for_any=for_any,
        before=last_year.results_of if previous is not None else None,
    )
    grouping, group_name = None, (hints or Hints()).grouped_by(profile)
    if group_name is not None:
        from kediri_index.usecases.unit_groups import grouped  # noqa: PLC0415 - few ask for any

        grouping, checked = grouped(group_name, profile, checked)
    if waive is not None:
        checked = waive(checked)
    findings = [*checked.findings, *last_year.findings]
    refused = _has_errors(findings)
    scored = bool(checked.data.units) and (allow_errors or not refused)
    by_tag = _by_tag(definition)
    by_opd: dict[bool, dict[str, Belongs]] = {}
    settings: list[Settings] = []
    prepared = checked.ready or Prepared(checked.data.units, definition)
    scores = checked.scores or Scores(prepared, value=value)
    for data in prepared.units if scored else ():
        own = profile if profile is not None and profile.is_of(data.unit) else None
        if (own is not None) not in by_opd:
            by_opd[own is not None] = _by_opd(definition, own)
        facts = own if own is not None and own.has_figures_of(definition.id) else None
        own_settings = Settings(
            target=target if target is not None else _target(facts, data.year),
            previous=last_year.of(data) if previous else _published(facts, data.year),
            official=profile.published(data.unit, data.year, definition.id) if profile else None,
            views=by_opd[own is not None] | by_tag,
        )
        settings.append(own_settings)
        asked = previous if own is not None or not (previous and previous.found) else None
        if asked and own_settings.previous is None and not last_year.left_out(data):
            path = asked.path
            findings.append(Finding("S305", file=path, value=path, params={"unit": data.unit}))
    groups = None
    if grouping is not None and scored:
        from kediri_index.usecases.unit_groups import groups_of  # noqa: PLC0415 - likewise

        groups = groups_of(grouping, scores, prepared.units, findings)
    return ScoreOutcome(
        definition=definition,
        profile=profile,
        inputs=checked.data.inputs,
        units=scores.beside(settings) if scored else None,
        findings=folded(findings),
        partial=refused and allow_errors,
        waived=checked.waived,
        data=checked.data,
        effects=prepared.effects if scored else None,
        previous_inputs=last_year.inputs,
        unit_groups=groups,
    )


def _has_errors(findings: list[Finding]) -> bool:
    if not findings:
        return False
    from kediri_index.messages.catalogue import has_errors  # noqa: PLC0415 - a clean run does without

    return has_errors(findings)


def _by_tag(definition: Definition) -> dict[str, Belongs]:
    return {
        tag.id: {
            one.id: (one.tags[tag.id],) for one in definition.all_indicators() if tag.id in one.tags
        }
        for tag in definition.tags
    }


def _by_opd(definition: Definition, profile: Profile | None) -> dict[str, Belongs]:
    opd = opd_in_charge(definition, profile)
    return {"opd": opd} if opd else {}


def _target(profile: Profile | None, year: int | None) -> Fraction | None:
    return profile.targets.get(year) if profile is not None and year is not None else None


def _published(profile: Profile | None, year: int | None) -> Previous | None:
    if profile is None or year is None:
        return None
    figure = profile.history.get(year - 1)
    return (
        None
        if figure is None
        else Previous(figure, PreviousBasis.PUBLISHED, year - 1, profile.history_value)
    )


class _Placed(NamedTuple):
    """A unit's data as they were read, and which of all units it is."""

    position: int
    data: UnitData


class _LastYearScores:
    """Last year's overall of each unit: its own weights, this year's rule of publishing.

    Its results are compared with this year's too.
    """

    def __init__(
        self,
        previous: LastYear | None,
        definition: Definition,
        profile: Profile | None,
        hints: Hints,
        value: Lead | None,
    ) -> None:
        self.value = value
        self.compared: frozenset[str] = frozenset()
        self.findings: tuple[Finding, ...] = ()
        self.inputs: tuple[InputFile, ...] = ()
        self.units: dict[str, list[_Placed]] = {}
        self.prepared = Prepared((), definition)
        self.scores = Scores(self.prepared)
        if previous is not None:
            theirs = previous.definition._replace(publish=definition.publish)
            checked = check(
                previous.submission,
                theirs,
                profile,
                hints=previous.hints_of(hints),
                value=value,
                complete=True,
            )
            if previous.waive is not None:
                checked = previous.waive(checked)
            self.inputs = checked.data.inputs
            self.prepared = checked.ready or Prepared(checked.data.units, theirs)
            self.compared = compared_with(theirs, definition)
            self.findings = tuple(  # whatever its year, it is last year
                finding for finding in checked.findings if finding.code != "F421"
            )
            self.scores = checked.scores or Scores(self.prepared, value=value)
            if is_over_units(theirs):
                path = previous.path
                self.findings = (*self.findings, Finding("S415", file=path, value=path))
            for position, unit in enumerate(self.prepared.units):
                self.units.setdefault(exact(unit.unit or ""), []).append(_Placed(position, unit))

    def results_of(self, data: UnitData) -> Mapping[str, Fraction]:
        """Return last year's results of *data*'s unit, as the files have them."""
        placed = self._last(data)
        if placed is None:
            return {}
        return results_of(placed.data, self.compared)

    def left_out(self, data: UnitData) -> bool:
        """Return whether a step left the unit out, in one of both years: a finding has said so."""
        last = self._last(data)
        return data.left_out or (last is not None and last.data.left_out)

    def of(self, data: UnitData) -> Previous | None:
        """Return the figure of the year before *data*'s, or of the only year there is."""
        placed = self._last(data)
        if placed is None:
            return None
        figure, basis = self.scores.overall(placed.position)
        if figure.published is None:
            return None
        rank = self.scores.ranks[placed.position]
        year = placed.data.year
        return Previous(figure.published, PreviousBasis.RECOMPUTED, year, basis, rank)

    def _last(self, data: UnitData) -> _Placed | None:
        """Return the same unit's data of the year before, or of the only year there is."""
        candidates = self.units.get(exact(data.unit or ""), [])
        if len(candidates) > 1 and data.year is not None:
            candidates = [one for one in candidates if one.data.year == data.year - 1]
        candidates = [
            one  # the same year, or a later one, is not last year
            for one in candidates
            if data.year is None or one.data.year is None or one.data.year < data.year
        ]
        return candidates[0] if len(candidates) == 1 else None
