"""What is shown of data that hold more than was asked for: a filter by unit and year.

Only what is shown is filtered: every unit takes part where units are compared, and in ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kediri_index.api.check import Checked
from kediri_index.api.chosen_unit import OfYear, places_named, places_of_year
from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import UnitData
from kediri_index.model.finding_params import OfUnit
from kediri_index.model.findings import Finding
from kediri_index.model.folding import folded, row_number, unfolded
from kediri_index.model.outcomes import ScoreOutcome
from kediri_index.model.profile import Profile
from kediri_index.model.user_hints import Hints
from kediri_index.scoring.ready import is_over_units
from kediri_index.scoring.scores import Scores

_OTHERS_FILE = frozenset({"F423", "F424"})
"""Findings that say of a whole file that it is of another unit or year than was asked for."""

_Row = tuple[str | None, str | None, int]


def shown_places(
    units: Sequence[OfYear], findings: Iterable[Finding], hints: Hints, profile: Profile | None
) -> list[int]:
    """Return the places of the units that *hints* ask for; one that names none is of any.

    Raises :class:`~kediri_index.errors.UsageError` with the nearest name, or the years there are,
    where nothing matches, unless *findings* say already that the files are of another.
    """
    every = list(range(len(units)))
    if not units or (hints.unit is None and hints.year is None):
        return every
    if any(finding.code in _OTHERS_FILE for finding in findings):
        return every
    found = every if hints.unit is None else places_named(units, hints.unit, profile)
    return found if hints.year is None else places_of_year(units, found, hints.year)


def narrowed(checked: Checked, hints: Hints, profile: Profile | None) -> Checked:
    """Return *checked* without the findings on units that are not asked for.

    All stay where units are compared, since each decides on the scores of the others.
    """
    units = checked.data.units
    places = set(shown_places(units, checked.findings, hints, profile))
    definition = checked.ready.definition if checked.ready else None
    if len(places) == len(units) or (
        definition is not None and (definition.prepare or is_over_units(definition))
    ):
        return checked
    shown = _Own(unit for at, unit in enumerate(units) if at in places)
    others = _Own(unit for at, unit in enumerate(units) if at not in places)
    findings = folded(one for one in unfolded(checked.findings) if not _is_of(one, others, shown))
    return checked._replace(findings=findings)


def narrowing(
    hints: Hints, profile: Profile | None, waive: Callable[[Checked], Checked] | None
) -> Callable[[Checked], Checked] | None:
    """Return what narrows findings and then waives some, as ``score`` takes it."""
    if hints.unit is None and hints.year is None:
        return waive

    def narrow(checked: Checked) -> Checked:
        left = narrowed(checked, hints, profile)
        return left if waive is None else waive(left)

    return narrow


def only_shown(outcome: ScoreOutcome, hints: Hints, profile: Profile | None) -> ScoreOutcome:
    """Return *outcome* with the units that *hints* ask for; ranks are those among all."""
    units = outcome.units
    if not isinstance(units, Scores) or (hints.unit is None and hints.year is None):
        return outcome
    places = shown_places(units.made.units, outcome.findings, hints, profile)
    if len(places) == len(units):
        return outcome
    return outcome._replace(units=units.only(places))


class _Own:
    """What belongs to some units: rows of tables, whole files, and their names."""

    def __init__(self, units: Iterable[UnitData]) -> None:
        self.rows: set[_Row] = set()
        self.files: set[str] = set()
        self.names: set[OfUnit] = set()
        for unit in units:
            self.rows.update(_rows(unit))
            self.files.update(unit.files)
            self.names |= {OfUnit(unit.unit, unit.year), OfUnit(unit.unit)}


def _rows(unit: UnitData) -> Iterator[_Row]:
    answers = unit.answers
    others: Iterable[str] = answers
    if isinstance(answers, UnitAnswers):
        file, sheet = answers.table.file, answers.table.sheet.name or None
        yield from ((file, sheet, row) for row in answers.sheet_rows())
        others = answers.others
    for answer_id in others:
        for answer in unit.rows_of(answer_id):
            yield answer.row.file, answer.row.sheet, row_number(answer.row.cell)


def _is_of(finding: Finding, others: _Own, shown: _Own) -> bool:
    """Return whether *finding* is about *others* alone: their row, their file, or their name."""
    named = finding.params.get("unit")
    if isinstance(named, OfUnit) and named.name is not None:
        return named in others.names and named not in shown.names
    row = (finding.file, finding.sheet, row_number(finding.cell))
    if row in others.rows or row in shown.rows:
        return row not in shown.rows
    return finding.file in others.files and finding.file not in shown.files
