"""The groups of units that a column of the data or the profile names, with their figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kediri_index.analysis.unit_groups import unit_groups
from kediri_index.errors import UsageError
from kediri_index.model.dataset import UnitData, says_nothing
from kediri_index.model.findings import Finding, unfolded
from kediri_index.model.profile import Profile, unit_key
from kediri_index.model.text import Names, exact, suggest
from kediri_index.model.unit_groups import GroupedUnit, UnitGroups
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.check import Checked
from kediri_index.usecases.units import without_others

OPTION = "--by"
_COLUMN_NOT_READ = "F413"
_NEAR = 0.8
"""So alike are two spellings of one name."""


class Grouping:
    """Which group each unit is in, by the column or the key of the profile that is called *name*.

    A key of the profile goes before a column: that is then not read, and a finding says so.
    Raises :class:`UsageError` where there is neither, although the data have units.
    """

    def __init__(
        self,
        name: str,
        units: Sequence[UnitData],
        profile: Profile | None,
        findings: Iterable[Finding],
    ) -> None:
        self.profile = profile
        self.name, self._listed = _of_profile(name, profile)
        self._column = ""
        if self._listed is None:
            columns = {exact(one): one for unit in units for one in unit.columns}
            if exact(name) not in columns and units:
                raise _no_such_column(name, columns.values(), profile, findings)
            self._column = columns.get(exact(name), name)

    def value(self, unit: UnitData) -> str | None:
        """Return the group of *unit*, None where it has none."""
        if self._listed is not None:
            return self._listed.get(unit_key(self.profile, unit.unit or ""))
        said = unit.columns.get(self._column)
        text = "" if said is None else " ".join(said.text.split())
        return None if says_nothing(text) else text

    def misspelt(self, units: Sequence[UnitData]) -> list[Finding]:
        """Return S416 for each unit of the profile that is nearly one of *units* without a group.

        A unit that the data lack is no fault: they may be of a part of the country.
        """
        if self._listed is None or self.profile is None:
            return []
        here = {unit_key(self.profile, one.unit) for one in units if one.unit is not None}
        alone = Names(one.unit for one in units if one.unit and self.value(one) is None)
        groups = self.profile.unit_groups[self.name]
        path, found = self.profile.path, []
        for unit in (unit for listed in groups.values() for unit in listed):
            if unit_key(self.profile, unit) not in here:
                near = alone.suggest(unit, cutoff=_NEAR)
                if near.name is not None:
                    params = {"name": self.name, "nearest": near}
                    found.append(Finding("S416", file=path, value=unit, params=params))
        return found


def grouped(name: str, profile: Profile | None, checked: Checked) -> tuple[Grouping, Checked]:
    """Return the groups of the units that were *checked*, and what is wrong with them too."""
    units = checked.data.units
    grouping = Grouping(name, units, profile, checked.findings)
    return grouping, checked._replace(findings=(*checked.findings, *grouping.misspelt(units)))


def _of_profile(name: str, profile: Profile | None) -> tuple[str, Mapping[str, str] | None]:
    """Return the name as the profile has it, and the group of each unit by its key."""
    for own, groups in profile.unit_groups.items() if profile else ():
        if exact(own) == exact(name):
            return own, {
                unit_key(profile, unit): value for value, units in groups.items() for unit in units
            }
    return name, None


def _no_such_column(
    name: str, columns: Iterable[str], profile: Profile | None, findings: Iterable[Finding]
) -> UsageError:
    """Return the error that names the columns beside the answers, and the keys of the profile."""
    unread = (one.value for one in unfolded(findings) if one.code == _COLUMN_NOT_READ)
    own = profile.unit_groups if profile else ()
    known = tuple(dict.fromkeys((*own, *columns, *(one for one in unread if one))))
    if not known:
        return UsageError("no-columns", option=OPTION, value=name)
    return UsageError(
        "no-such-column", option=OPTION, value=name, nearest=suggest(name, known), known=known
    )


def groups_of(
    grouping: Grouping, scores: Scores, units: Sequence[UnitData], findings: Sequence[Finding]
) -> UnitGroups:
    """Return the groups of *units*, without those of files that stand there by mistake."""
    definition = scores.definition
    parts = tuple(one.id for one in definition.groups)
    figures = {}
    for tree, places, rows in scores.trees():
        columns = [tree.figures(node) for node in (OVERALL, *parts)]
        for place, row in zip(places, rows, strict=True):
            figures[place] = tuple(one.figure(row) for one in columns)
    grouped = []
    for place in without_others(units, range(len(units)), findings):
        unit, found = units[place], figures[place]
        overall, *of_parts = [NO_FIGURE] * len(found) if unit.left_out else found
        rank = scores.ranks[place]
        grouped.append(
            GroupedUnit(unit.unit, unit.year, grouping.value(unit), rank, overall, tuple(of_parts))
        )
    return unit_groups(grouping.name, grouped, parts, definition.publish.decimals)
