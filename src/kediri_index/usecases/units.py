"""Which units and years of the files are meant, and which are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from kediri_index.errors import UsageError
from kediri_index.model.answers import sheet_rows_of
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding, SheetRow, folded, row_number, unfolded
from kediri_index.model.language import OfUnit
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.model.scores import ScoreOutcome
from kediri_index.model.text import suggest
from kediri_index.rules.whose_files import files_of_others, is_of_others
from kediri_index.scoring.prepare import is_over_units
from kediri_index.scoring.scores import Scores
from kediri_index.sheets.identity import Known
from kediri_index.usecases.check import Checked, check
from kediri_index.usecases.inputs import Submission, Waive

_NAMED = 6


class ChoosingOptions(NamedTuple):
    """The options by which one is chosen, for the messages."""

    unit: str = "--unit"
    year: str = "--year"


USUAL = ChoosingOptions()


class OfYear(Protocol):
    """A unit in a year: data or a result."""

    @property
    def unit(self) -> str | None:
        """Its name."""
        ...

    @property
    def year(self) -> int | None:
        """Its year."""
        ...


def checked_for_one(
    submission: Submission,
    definition: Definition,
    profile: Profile | None,
    hints: Hints,
    *,
    value: Lead | None,
    known: Known,
) -> Checked:
    """Return the check of files that may contain several units, one of which is used.

    The unit and year of *hints* apply to files that do not name their own, and must match files of
    a single unit; among several units they choose.
    """
    check_with = partial(
        check, submission, definition, profile, value=value, complete=True, known=known
    )
    among = hints._replace(theirs=None if hints.unit is not None else hints.theirs)
    checked = check_with(hints=among._replace(year=None))
    units = checked.data.units
    if len(units) == 1 and not _is_meant(units[0], hints, profile):
        return check_with(hints=hints)  # then it is the files that are wrong
    if hints.year is not None and units and all(unit.year is None for unit in units):
        return check_with(hints=among)
    return checked


def chosen_place(
    units: Sequence[OfYear],
    hints: Hints,
    profile: Profile | None,
    options: ChoosingOptions = USUAL,
) -> int:
    """Return the place of the unit that is meant: the one named, else that of *theirs*.

    Raises :class:`UsageError` where there is no such unit or year, or more than one that fits.
    """
    found = _named(units, hints, profile, options)
    if hints.year is not None:
        found = places_of_year(units, found, hints.year, options)
    return only_place(units, found, options)


def only_place(
    units: Sequence[OfYear], found: Sequence[int], options: ChoosingOptions = USUAL
) -> int:
    """Return the only place in *found*.

    Raises :class:`UsageError` with the units there are, or with the years of one unit, where it
    holds more.
    """
    names = _names([units[at] for at in found])
    if len(names) > 1:
        raise which_unit([units[at] for at in found], options)
    only_year(units, found, options)
    return found[0]


def which_unit(units: Sequence[OfYear], options: ChoosingOptions = USUAL) -> UsageError:
    """Return the error that names the *units* to choose from."""
    names = _names(units)
    return UsageError("which-unit", option=options.unit, count=len(names), known=_some(names))


def only_year(
    units: Sequence[OfYear], found: Sequence[int], options: ChoosingOptions = USUAL
) -> int | None:
    """Return the year of the units at *found*.

    Raises :class:`UsageError` with the years there are, where these are several.
    """
    years = {units[at].year for at in found}
    if len(years) > 1:
        raise UsageError("which-year", option=options.year, known=_years(units, found))
    return next(iter(years))


def places_named(
    units: Sequence[OfYear], name: str, profile: Profile | None, options: ChoosingOptions = USUAL
) -> list[int]:
    """Return the places of the unit with that *name*, of each of its years.

    Units without a name have it. Raises :class:`UsageError` where there is none.
    """
    found = _with_name(units, name, profile)
    if found:
        return found
    names = _names(units)
    near = suggest(name, names)
    raise UsageError(
        "no-such-unit", option=options.unit, value=name, nearest=near, known=_some(names)
    )


def places_of_year(
    units: Sequence[OfYear], places: Sequence[int], year: int, options: ChoosingOptions = USUAL
) -> list[int]:
    """Return those of *places* that are of *year*, or of none.

    Raises :class:`UsageError` with the years there are where there is none.
    """
    found = [at for at in places if units[at].year in {None, year}]
    if found:
        return found
    raise UsageError(
        "no-such-year",
        option=options.year,
        value=year,
        unit=_some(_names([units[at] for at in places])),
        known=_years(units, places),
    )


def _named(
    units: Sequence[OfYear], hints: Hints, profile: Profile | None, options: ChoosingOptions
) -> list[int]:
    if hints.unit is not None:
        return places_named(units, hints.unit, profile, options)
    return places_of_theirs(units, range(len(units)), hints, profile)


def places_of_theirs(
    units: Sequence[OfYear], places: Sequence[int], hints: Hints, profile: Profile | None
) -> list[int]:
    """Return those of *places* that are of the unit whose files they are, else all of them.

    A profile beside the files chooses, and refuses nothing.
    """
    theirs = set() if hints.theirs is None else set(_with_name(units, hints.theirs, profile))
    return [at for at in places if at in theirs] or list(places)


def _with_name(units: Sequence[OfYear], name: str, profile: Profile | None) -> list[int]:
    wanted = unit_key(profile, name)
    return [at for at, one in enumerate(units) if unit_key(profile, one.unit or name) == wanted]


def _is_meant(unit: UnitData, hints: Hints, profile: Profile | None) -> bool:
    """Return whether *unit* has the name and the year that were given."""
    name = hints.unit
    named = name is None or (
        unit.unit is not None and unit_key(profile, unit.unit) == unit_key(profile, name)
    )
    return named and (hints.year is None or unit.year == hints.year)


def _names(units: Sequence[OfYear]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.unit or "–" for unit in units))


def _years(units: Sequence[OfYear], places: Sequence[int]) -> tuple[str, ...]:
    years = {units[at].year for at in places}
    there = [str(year) for year in sorted(year for year in years if year is not None)]
    return (*there, "–") if None in years else tuple(there)


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) <= _NAMED + 1 else (*names[:_NAMED], "…")


_OTHERS_FILE = frozenset({"F423", "F424"})
"""Findings that say of a whole file that it is of another unit or year than was asked for."""


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
    absences = tuple(one for one in checked.absences if one.of in shown.names)
    return checked._replace(findings=findings, absences=absences)


def narrowing(hints: Hints, profile: Profile | None, waive: Waive | None) -> Waive:
    """Return what narrows findings and then waives some, as ``score`` takes it."""

    def narrow(checked: Checked) -> Checked:
        left = narrowed(checked, hints, profile)
        return left if waive is None else waive(left)

    return narrow


def only_shown(outcome: ScoreOutcome, hints: Hints, profile: Profile | None) -> ScoreOutcome:
    """Return *outcome* with the units that *hints* ask for; ranks are those among all.

    Without the units of files that stand there by mistake, unless all do.
    """
    units = outcome.units
    if not isinstance(units, Scores):
        return outcome
    data = units.prepared.units
    places = shown_places(data, outcome.findings, hints, profile)
    places = without_others(data, places, outcome.findings)
    if len(places) == len(units):
        return outcome
    groups = outcome.unit_groups
    if groups is not None:
        groups = groups.of_years({data[at].year for at in places})
    return outcome._replace(units=units.only(places), unit_groups=groups)


def without_others(
    units: Sequence[UnitData], places: Sequence[int], findings: Iterable[Finding]
) -> list[int]:
    """Return *places* without the units of files that are of another, else all of them."""
    others = files_of_others(unfolded(findings))
    return [at for at in places if not is_of_others(units[at], others)] or list(places)


class _Own:
    """What belongs to some units: rows of tables, whole files, and their names."""

    def __init__(self, units: Iterable[UnitData]) -> None:
        self.rows: set[SheetRow] = set()
        self.files: set[str] = set()
        self.names: set[OfUnit] = set()
        for unit in units:
            self.rows.update(sheet_rows_of(unit))
            self.files.update(unit.files)
            self.names |= {OfUnit(unit.unit, unit.year), OfUnit(unit.unit)}


def _is_of(finding: Finding, others: _Own, shown: _Own) -> bool:
    """Return whether *finding* is about *others* alone: their row, their file, or their name."""
    named = finding.params.get("unit")
    if isinstance(named, OfUnit) and named.name is not None:
        return named in others.names and named not in shown.names
    row = (finding.file, finding.sheet, row_number(finding.cell))
    if row in others.rows or row in shown.rows:
        return row not in shown.rows
    return finding.file in others.files and finding.file not in shown.files
