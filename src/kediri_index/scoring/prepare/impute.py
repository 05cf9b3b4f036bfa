"""Impute: values that are missing are estimated from those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.definition import IN_TIME, Beyond, Imputation
from kediri_index.model.findings import Finding
from kediri_index.model.language import OfUnit, Sentence
from kediri_index.model.preparing import Applied, Effect, IndicatorChange, Panel, Rows, Series, Step
from kediri_index.model.scoring import YOUNGER, Years
from kediri_index.model.text import exact

_MEDIANS = frozenset({Imputation.MEDIAN, Imputation.GROUP_MEDIAN})
_Years = Sequence[tuple[int, int]]
"""The years of one unit, ascending, each with its row."""


@dataclass(frozen=True, slots=True)
class Impute(Step):
    """The mean or median over the units, or over those that say the same in the column *by*.

    In time, a unit's own last value before, or the straight line between the one before and the
    one after; *beyond* those, nothing or the nearest one. What does not apply stays so; where
    nothing can be estimated the value stays missing.
    """

    method: Imputation
    by: str | None = None
    years: Years = Years.POOLED
    beyond: Beyond = field(default=Beyond.MISSING, metadata=YOUNGER)

    name: ClassVar[str] = "impute"

    def text_columns(self) -> frozenset[str]:
        """Return the column of the groups."""
        return frozenset() if self.by is None else frozenset({self.by})

    def apply(self, panel: Panel) -> Applied:
        """Return the values with the estimates among them."""
        in_time = self.method in IN_TIME
        years = _years_of_units(panel) if in_time else {}
        groups = [] if in_time else list(self._groups(panel))
        counting, values, gaps = panel.rows(), dict(panel.values), dict(panel.gaps)
        changes: list[IndicatorChange] = []
        for indicator in sorted(panel.values):
            before, missing = panel.values[indicator], panel.gaps[indicator] - panel.left_out
            if not missing:
                continue
            if in_time:
                found = self._in_time(before, sorted(missing), years)
                after, filled = before.put(found), frozenset(found)
            else:
                known = frozenset(before.there(counting))
                among = [
                    (gone, there)
                    for rows in groups
                    if (gone := [row for row in rows if row in missing])
                    and (there := [row for row in rows if row in known])
                ]
                after = before.filled(among, by_median=self.method in _MEDIANS)
                filled = frozenset(row for gone, _ in among for row in gone)
            values[indicator] = after
            gaps[indicator] -= filled
            how = self.method.value
            changes.append(IndicatorChange(self.name, how, indicator, filled, before, after))
        findings = tuple(self._without_group(panel))
        return Applied(panel._replace(values=values, gaps=gaps), tuple(changes), findings)

    def explain(self, effect: Effect) -> Sentence:
        """Return what became of a value."""
        said = {"after": effect.after, "how": effect.how}
        return Sentence("trace.prepared.impute", said)

    def explain_all(self, count: int) -> Sentence:
        """Return how many values were changed."""
        return Sentence("prepared.impute", {"count": count})

    def _without_group(self, panel: Panel) -> Iterator[Finding]:
        """Yield what keeps values missing: no column of groups, or nothing in it."""
        if self.by is None:
            return
        said = panel.said(self.by)
        if not said:
            yield Finding("S413", value=self.by)
            return
        missing = frozenset[int]().union(*panel.gaps.values())
        for row in panel.rows():
            if row not in missing:
                continue
            whose = OfUnit(*panel.units[row])
            if row not in said:
                yield Finding("S414", params={"unit": whose, "column": self.by})
            elif not said[row].text.strip():
                yield Finding.at_cell("S414", said[row].source, unit=whose, column=self.by)

    def _groups(self, panel: Panel) -> Iterator[Rows]:
        """Yield the rows that are looked at together; one that names no group is in none."""
        said = None if self.by is None else panel.said(self.by)
        for pool in panel.pools(self.years):
            if said is None:
                yield pool
                continue
            groups: dict[str, list[int]] = {}
            for row in pool:
                if row in said and said[row].text.strip():
                    groups.setdefault(exact(said[row].text), []).append(row)
            yield from groups.values()

    def _in_time(
        self, series: Series, missing: Rows, years: Mapping[int, _Years]
    ) -> dict[int, Fraction]:
        found = {
            row: self._of_its_years(series, row, years[row]) for row in missing if row in years
        }
        return {row: value for row, value in found.items() if value is not None}

    def _of_its_years(self, series: Series, row: int, years: _Years) -> Fraction | None:
        year = next(one for one, at in years if at == row)
        known = [(one, value) for one, at in years if (value := series.exact(at)) is not None]
        before = next((one for one in reversed(known) if one[0] < year), None)
        if self.method is Imputation.CARRY_FORWARD:
            return None if before is None else before[1]
        after = next((one for one in known if one[0] > year), None)
        if before is None or after is None:
            nearest = before or after
            return nearest[1] if nearest is not None and self.beyond is Beyond.NEAREST else None
        return before[1] + (after[1] - before[1]) * (year - before[0]) / (after[0] - before[0])


def _years_of_units(panel: Panel) -> dict[int, _Years]:
    """Return, for each row with a year, the years of its unit."""
    by_unit: dict[str, list[tuple[int, int]]] = {}
    for row in panel.rows():
        unit, year = panel.units[row]
        if year is not None:
            by_unit.setdefault(exact(unit or ""), []).append((year, row))
    return {row: sorted(years) for years in by_unit.values() for _, row in years}
