"""A region's own facts: its agencies (OPD), who answers for what, targets, past results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.basis import Basis
from kediri_index.model.names import exact, matches


class Opd(NamedTuple):
    """An agency (organisasi perangkat daerah); *also* are other spellings of its name."""

    id: str
    name: str
    short: str | None = None
    also: tuple[str, ...] = ()


class Combine(StrEnum):
    """How the values of several agencies become the value of their indicator."""

    SAME = "same"
    MEAN = "mean"
    SUM = "sum"


class Sharing(NamedTuple):
    """Which value of several agencies counts: that of *lead* alone, or all, as *combine* says."""

    lead: str | None = None
    combine: Combine = Combine.SAME


class Profile(NamedTuple):
    """What one region adds to a definition.

    *assign* maps an agency's id to indicator ids or patterns with ``*``; *shared* says which value
    counts of an indicator of several agencies, by its id or a pattern; *columns* maps a known
    column's name to further headers; *history* and *targets* are published overall scores by year,
    *history_value* whose assessment the first are,
    of the *definitions* that are named by id or pattern, or of every one where none is.
    """

    unit: str | None = None
    also: tuple[str, ...] = ()
    opd: tuple[Opd, ...] = ()
    assign: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    shared: Mapping[str, Sharing] = MappingProxyType({})
    columns: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    due: date | None = None
    definitions: tuple[str, ...] = ()
    history: Mapping[int, Fraction] = MappingProxyType({})
    history_value: Basis = Basis.ASSESSOR
    targets: Mapping[int, Fraction] = MappingProxyType({})
    costs: Mapping[str, Fraction] = MappingProxyType({})
    path: str = ""

    def is_of(self, unit: str | None) -> bool:
        """Return whether this profile counts for data of *unit*: its own, or of no unit named."""
        if unit is None or self.unit is None:
            return True
        return exact(unit) in {exact(name) for name in (self.unit, *self.also)}

    def has_figures_of(self, definition_id: str) -> bool:
        """Return whether *history* and *targets* are those of this index."""
        return not self.definitions or any(
            matches(pattern, definition_id) for pattern in self.definitions
        )

    def published(self, unit: str | None, year: int | None, definition_id: str) -> Fraction | None:
        """Return the overall score of *unit* that was published for *year*, if it is known."""
        if year is None or not self.is_of(unit) or not self.has_figures_of(definition_id):
            return None
        return self.history.get(year)


def opd_names(profile: Profile | None) -> dict[str, str]:
    """Return the names of the agencies by id, none without a profile."""
    return {opd.id: opd.name for opd in profile.opd} if profile is not None else {}


def unit_key(profile: Profile | None, name: str) -> str:
    """Return *name* as units are compared: all spellings of the profile's own are one."""
    if profile is not None and profile.unit is not None and profile.is_of(name):
        return exact(profile.unit)
    return exact(name)
