"""The units of one side that is compared, by their names, and the years that it holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kediri_index.errors import UsageError
from kediri_index.model.comparison import ComparedSide
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition, Publish
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.check import Checked
from kediri_index.usecases.compared_sides import Half, half_of
from kediri_index.usecases.units import (
    USUAL,
    ChoosingOptions,
    only_place,
    only_year,
    places_named,
    places_of_theirs,
    places_of_year,
    without_others,
)


class UnitsOfYear:
    """The units of one side, all of one year unless it holds several, by their names.

    The *hints* may choose one. Raises :class:`~kediri_index.errors.UsageError` where there is no
    such unit or year, unless it *may_lack* them, or where several years remain and one is asked
    for.
    """

    def __init__(
        self,
        checked: Checked,
        definition: Definition,
        hints: Hints,
        profile: Profile | None,
        options: ChoosingOptions = USUAL,
        *,
        may_lack: bool = False,
    ) -> None:
        self.checked, self.definition, self.profile = checked, definition, profile
        self.hints, self.options = hints, options
        self.units = units = checked.data.units
        every = without_others(units, range(len(units)), checked.findings)
        found = places_of_theirs(units, every, hints, profile)
        try:
            if hints.unit is not None:
                found = places_named(units, hints.unit, profile, options)
            if hints.year is not None:
                found = places_of_year(units, found, hints.year, options)
        except UsageError:
            if not may_lack:
                raise
            found = []
        self._every, self._found = every, found

    def of(self, year: int | None) -> UnitsOfYear:
        """Return the units of one of its years, none where those that are chosen lack it."""
        return self._chosen(self.hints._replace(year=year))

    def named(self, unit: str | None) -> UnitsOfYear:
        """Return the *unit* alone, none where there is no such unit."""
        return self._chosen(self.hints._replace(unit=unit))

    def _chosen(self, hints: Hints) -> UnitsOfYear:
        return UnitsOfYear(
            self.checked, self.definition, hints, self.profile, self.options, may_lack=True
        )

    def only_year(self) -> int | None:
        """Return its year; raises a usage error that names its years where these are several."""
        if self.hints.year is not None and not self._found:
            return self.hints.year
        return only_year(self.units, self._found or self._every, self.options)

    def only_place(self) -> int:
        """Return where its only unit is; raises a usage error that names the units otherwise."""
        return only_place(self.units, self._found, self.options)

    @property
    def years(self) -> list[int | None]:
        """The years that it holds, in their order; None last, where a unit has none."""
        return self._years_of(self._found)

    @property
    def every_year(self) -> list[int | None]:
        """The years of all units, also of those that are not chosen."""
        return self._years_of(self._every)

    def _years_of(self, places: Iterable[int]) -> list[int | None]:
        years = {self.units[at].year for at in places}
        return sorted(years, key=lambda year: (year is None, year or 0))

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its units are known by."""
        return frozenset(map(self._key, self._found))

    @property
    def names(self) -> tuple[str, ...]:
        """What its units are called, each once."""
        return tuple(dict.fromkeys(self.units[at].unit or "" for at in self._found))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each unit among all data."""
        self.only_year()
        return self._by_key(self._found)

    @cached_property
    def everyone(self) -> dict[str, int]:
        """The places of all units of its year, also of those that are not chosen."""
        year = self.only_year()
        return self._by_key(at for at in self._every if self.units[at].year == year)

    def _by_key(self, places: Iterable[int]) -> dict[str, int]:
        return {self._key(at): at for at in places}

    def _key(self, at: int) -> str:
        return unit_key(self.profile, self.units[at].unit or "")

    @cached_property
    def prepared(self) -> Prepared:
        """What is scored."""
        return self.checked.ready or Prepared(self.units, self.definition)

    def name(self, key: str) -> str | None:
        """Return what a unit is called."""
        return self.units[self.places[key]].unit

    def scores(self, value: Lead | None, publish: Publish | None = None) -> Scores:
        """Return all scores, as the definition publishes them or as *publish* says."""
        own = self.checked.scores
        if publish in {None, self.definition.publish} and own is not None:
            return own
        prepared = self.prepared
        if publish is not None:
            fitted = {year: one._replace(publish=publish) for year, one in prepared.fitted.items()}
            by = prepared.definition._replace(publish=publish)
            prepared = prepared._replace(definition=by, fitted=fitted)
        return Scores(prepared, value=value)

    def half(self, at: int, value: Lead | None, publish: Publish) -> Half:
        """Return the unit at a place as a side whose change is taken apart."""
        return half_of(self.checked, at, self.definition, value, publish)

    def side(self, scores: Scores, at: int) -> ComparedSide:
        """Return the unit at a place as a side of a comparison."""
        data = scores.data(at)
        figure, basis = scores.overall(at)
        by = self.prepared.definition_of(data)
        profile = self.profile
        official = None if profile is None else profile.published(data.unit, data.year, by.id)
        return ComparedSide(data.unit, data.year, scores.lead(at), by, figure, basis, official)
