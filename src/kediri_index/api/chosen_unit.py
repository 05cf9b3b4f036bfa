"""Which of the units that files hold is meant, for what is of one unit alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from kediri_index.api.check import Checked
from kediri_index.errors import UsageError
from kediri_index.model.dataset import UnitData
from kediri_index.model.nearest import suggest
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.user_hints import Hints

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
    check_with: Callable[[Hints], Checked], hints: Hints, profile: Profile | None
) -> Checked:
    """Return what *check_with* says of files that may hold several units, of which one is meant.

    The unit and year of *hints* say whose the files are where they do not say it themselves, and
    whose they must be where they are of one unit; among several they choose.
    """
    among = hints._replace(theirs=None if hints.unit is not None else hints.theirs)
    checked = check_with(among._replace(year=None))
    units = checked.data.units
    if len(units) == 1 and not _is_meant(units[0], hints, profile):
        return check_with(hints)  # then it is the files that are wrong
    if hints.year is not None and units and all(unit.year is None for unit in units):
        return check_with(among)
    return checked


def position_of(
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
        raise UsageError("which-unit", option=options.unit, count=len(names), known=_some(names))
    if len(found) > 1:
        raise UsageError("which-year", option=options.year, known=_years(units, found))
    return found[0]


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
