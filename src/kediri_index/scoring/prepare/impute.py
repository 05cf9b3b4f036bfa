"""Impute: values that are missing are estimated from those that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.findings import Finding
from kediri_index.model.meant import OfUnit
from kediri_index.model.names import exact
from kediri_index.model.prepare_words import IN_TIME, Beyond, Imputation
from kediri_index.model.preparing import Applied, Effect, Table, pools
from kediri_index.model.scoring import YOUNGER, Years
from kediri_index.scoring.mean import mean, median

_MIDDLES: dict[Imputation, Callable[[Sequence[Fraction]], Fraction]] = {
    Imputation.MEAN: mean,
    Imputation.GROUP_MEAN: mean,
    Imputation.MEDIAN: median,
    Imputation.GROUP_MEDIAN: median,
}
Found = Iterator[tuple[int, str, Fraction]]
"""The position of a row, an indicator, and the value for it."""


@dataclass(frozen=True, slots=True)
class Impute:
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

    def number_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def text_columns(self) -> frozenset[str]:
        """Return the column of the groups."""
        return frozenset() if self.by is None else frozenset({self.by})

    def apply(self, table: Table) -> Applied:
        """Return the values with the estimates among them."""
        found = self._in_time(table) if self.method in IN_TIME else self._among_units(table)
        values = [dict(row.values) for row in table]
        gaps = [set(row.gaps) for row in table]
        effects: list[Effect] = []
        for position, indicator, value in sorted(found):
            values[position][indicator] = value
            gaps[position].discard(indicator)
            unit, year = table[position].unit, table[position].year
            how = self.method.value
            effects.append(Effect(self.name, how, unit, year, indicator, None, value))
        rows = (
            row._replace(values=known, gaps=frozenset(missing))
            for row, known, missing in zip(table, values, gaps, strict=True)
        )
        return Applied(tuple(rows), tuple(effects), tuple(self._without_group(table)))

    def _without_group(self, table: Table) -> Iterator[Finding]:
        """Yield what keeps values missing: no column of groups, or nothing in it."""
        if self.by is None:
            return
        if not any(self.by in row.columns for row in table):
            yield Finding("S413", value=self.by)
            return
        for row in table:
            said = row.columns.get(self.by)
            if row.gaps and not row.left_out and (said is None or not said.text.strip()):
                whose = OfUnit(row.unit, row.year)
                if said is None:
                    yield Finding("S414", params={"unit": whose, "column": self.by})
                else:
                    yield Finding.at_cell("S414", said.source, unit=whose, column=self.by)

    def _among_units(self, table: Table) -> Found:
        for pool in pools(table, self.years):
            for members in self._groups(table, pool):
                for indicator in sorted({one for at in members for one in table[at].gaps}):
                    known = [
                        table[at].values[indicator]
                        for at in members
                        if indicator in table[at].values
                    ]
                    if known:
                        value = _MIDDLES[self.method](known)
                        yield from (
                            (at, indicator, value) for at in members if indicator in table[at].gaps
                        )

    def _groups(self, table: Table, pool: list[int]) -> list[list[int]]:
        """Return the rows of *pool* by group; one that names no group is in none."""
        if self.by is None:
            return [pool]
        groups: dict[str, list[int]] = {}
        for position in pool:
            said = table[position].columns.get(self.by)
            if said is not None and said.text.strip():
                groups.setdefault(exact(said.text), []).append(position)
        return list(groups.values())

    def _in_time(self, table: Table) -> Found:
        by_unit: dict[str, list[tuple[int, int]]] = {}
        for position, row in enumerate(table):
            if row.year is not None and not row.left_out:
                by_unit.setdefault(exact(row.unit or ""), []).append((row.year, position))
        for rows in by_unit.values():
            rows.sort()
            for indicator in sorted({one for _, at in rows for one in table[at].gaps}):
                for year, at in rows:
                    if indicator in table[at].gaps:
                        value = self._of_its_years(table, rows, indicator, year)
                        if value is not None:
                            yield at, indicator, value

    def _of_its_years(
        self, table: Table, rows: list[tuple[int, int]], indicator: str, year: int
    ) -> Fraction | None:
        known = [
            (there, table[at].values[indicator])
            for there, at in rows
            if indicator in table[at].values
        ]
        before = next((one for one in reversed(known) if one[0] < year), None)
        if self.method is Imputation.CARRY_FORWARD:
            return None if before is None else before[1]
        after = next((one for one in known if one[0] > year), None)
        if before is None or after is None:
            nearest = before or after
            return nearest[1] if nearest is not None and self.beyond is Beyond.NEAREST else None
        return before[1] + (after[1] - before[1]) * (year - before[0]) / (after[0] - before[0])
