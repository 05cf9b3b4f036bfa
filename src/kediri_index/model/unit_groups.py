"""Groups of units, such as the provinces of regions: the figures of each, and places within it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from kediri_index.model.preparing import UnitYear
from kediri_index.model.scores import Figure


class GroupPlace(NamedTuple):
    """The group of one unit in one year, and its rank there among *scored* units with a score.

    *value* is None for a unit without a group. *rank* counts from 1, as that among all units does;
    None without a score, and for the only unit of a group.
    """

    value: str | None
    rank: int | None
    scored: int


class UnitGroup(NamedTuple):
    """The units of one *year* with one *value*, best first; *value* is None for those without one.

    Figures are over the overall scores of the *scored* units, None without any. *parts* has the
    means of the top-level groups, in the definition's order.
    """

    year: int | None
    value: str | None
    units: tuple[str | None, ...]
    scored: int
    mean: Figure
    median: Figure
    lowest: Figure
    highest: Figure
    parts: tuple[Figure, ...]

    @property
    def unscored(self) -> int:
        """The number of units without a score."""
        return len(self.units) - self.scored


class UnitGroups(NamedTuple):
    """All units by the column or the key of the profile that is called *name*.

    *groups* stand by year, in each year the highest mean first; units without a group stand last.
    *parts* are the ids of the top-level groups of the definition.
    """

    name: str
    groups: tuple[UnitGroup, ...]
    places: Mapping[UnitYear, GroupPlace]
    parts: tuple[str, ...]

    def of_years(self, years: Collection[int | None]) -> "UnitGroups":
        """Return the groups of some of the *years*."""
        groups = tuple(one for one in self.groups if one.year in years)
        places = {whose: place for whose, place in self.places.items() if whose[1] in years}
        return self._replace(groups=groups, places=places)

    def place(self, unit: str | None, year: int | None) -> GroupPlace:
        """Return the place of a unit; one that is not there has no group."""
        return self.places.get((unit, year), _NO_PLACE)


_NO_PLACE = GroupPlace(None, None, 0)


class GroupedUnit(NamedTuple):
    """What is known of a unit before it is compared: its group's *value*, its rank among all.

    *parts* are the figures of the top-level groups.
    """

    unit: str | None
    year: int | None
    value: str | None
    rank: int | None
    overall: Figure
    parts: tuple[Figure, ...] = ()
