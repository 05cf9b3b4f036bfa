"""Which of the units that files hold is meant."""

from __future__ import annotations

from collections.abc import Sequence

from kediri_index.errors import UsageError
from kediri_index.model.dataset import UnitData
from kediri_index.model.nearest import suggest
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.user_hints import Hints

_NAMED = 6


def position_of(
    units: Sequence[UnitData], hints: Hints, profile: Profile | None, *, old: bool
) -> int:
    """Return the place of the unit that *hints* mean, of the *old* files or the new.

    Raises :class:`UsageError` where there is no such unit or year, or more than one that fits.
    """
    options = {"unit": "--old-unit" if old else "--unit", "year": "--old-year" if old else "--year"}
    found = list(range(len(units)))
    if hints.unit is not None:
        wanted = unit_key(profile, hints.unit)
        found = [at for at in found if unit_key(profile, units[at].unit or hints.unit) == wanted]
        if not found:
            known = _names(units)
            raise UsageError(
                "compare.no-such-unit",
                option=options["unit"],
                value=hints.unit,
                nearest=suggest(hints.unit, known),
                known=known[:_NAMED],
            )
    if hints.year is not None:
        years = tuple(sorted({year for at in found if (year := units[at].year) is not None}))
        found = [at for at in found if units[at].year in {None, hints.year}]
        if not found:
            raise UsageError(
                "compare.no-such-year", option=options["year"], value=hints.year, known=years
            )
    names = _names([units[at] for at in found])
    if len(names) > 1:
        raise UsageError(
            "compare.which-unit", option=options["unit"], count=len(names), known=names[:_NAMED]
        )
    if len(found) > 1:
        years = tuple(sorted({units[at].year or 0 for at in found}))
        raise UsageError("compare.which-year", option=options["year"], known=years)
    return found[0]


def _names(units: Sequence[UnitData]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.unit or "" for unit in units))
