"""Denominate: values divided by a column, such as so much a head of the population."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.findings import Finding
from kediri_index.model.meant import OfUnit
from kediri_index.model.preparing import Applied, Effect, PanelRow, Table


@dataclass(frozen=True, slots=True)
class Denominate:
    """Each indicator of *by* is divided by the column, or by the indicator, that it names."""

    by: Mapping[str, str]

    name: ClassVar[str] = "denominate"

    def number_columns(self) -> frozenset[str]:
        """Return the columns that values are divided by."""
        return frozenset(self.by.values())

    def text_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def apply(self, table: Table) -> Applied:
        """Return the quotients; where there is none, the value is gone and a finding says so."""
        rows: list[PanelRow] = []
        effects: list[Effect] = []
        absent = absent_columns(table, self.by.values())
        findings = [Finding("S413", value=column) for column in absent]
        for row in table:
            values, gaps = dict(row.values), set(row.gaps)
            for indicator, column in self.by.items():
                before = None if row.left_out else row.values.get(indicator)
                if before is None:
                    continue
                after = _quotient(before, _denominator(row, column))
                if after is None:
                    if column not in absent:
                        findings.append(_without(row, indicator, column))
                    del values[indicator]
                    gaps.add(indicator)
                else:
                    values[indicator] = after
                effects.append(
                    Effect(self.name, column, row.unit, row.year, indicator, before, after)
                )
            rows.append(row._replace(values=values, gaps=frozenset(gaps)))
        return Applied(tuple(rows), tuple(effects), tuple(findings))


def absent_columns(table: Table, columns: Iterable[str]) -> list[str]:
    """Return those of *columns* that no unit has, neither beside its answers nor as one."""
    return [
        column
        for column in dict.fromkeys(columns)
        if not any(column in row.columns or column in row.values for row in table)
    ]


def _denominator(row: PanelRow, column: str) -> Fraction | None:
    reading = row.columns.get(column)
    return row.values.get(column) if reading is None else reading.number


def _quotient(value: Fraction, denominator: Fraction | None) -> Fraction | None:
    return value / denominator if denominator else None


def _without(row: PanelRow, indicator: str, column: str) -> Finding:
    """Return what is wrong with the denominator of a value that is there."""
    reading = row.columns.get(column)
    params = {"unit": OfUnit(row.unit, row.year), "column": column, "name": indicator}
    if reading is None:
        return Finding("S411", indicator=indicator, params=params)
    return Finding.at_cell("S411", reading.source, reading.text or None, indicator, **params)
