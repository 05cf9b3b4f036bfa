"""Denominate: values divided by a column, such as so much a head of the population."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.dataset import Reading
from kediri_index.model.findings import Finding
from kediri_index.model.language import OfUnit, Sentence
from kediri_index.model.preparing import Applied, Effect, IndicatorChange, Panel, Series, Step


@dataclass(frozen=True, slots=True)
class Denominate(Step):
    """Each indicator of *by* is divided by the column, or by the indicator, that it names."""

    by: Mapping[str, str]

    name: ClassVar[str] = "denominate"

    def number_columns(self) -> frozenset[str]:
        """Return the columns that values are divided by."""
        return frozenset(self.by.values())

    def apply(self, panel: Panel) -> Applied:
        """Return the quotients; where there is none, the value is gone and a finding says so."""
        counting = panel.rows()
        values, gaps = dict(panel.values), dict(panel.gaps)
        said = {column: panel.said(column) for column in self.by.values()}
        absent = [one for one in said if not (said[one] or _has_values(panel, one))]
        changes: list[IndicatorChange] = []
        without: list[tuple[int, int, Finding]] = []
        for place, (indicator, column) in enumerate(self.by.items()):
            before = panel.values.get(indicator)
            there = before.there(counting) if before is not None else []
            if before is None or not there:
                continue
            after = before.over(_divisors(panel, column, said[column], before))
            gone = sorted(set(there) - set(after.there(there)))
            values[indicator] = after
            gaps[indicator] = gaps[indicator] | set(gone)
            rows = frozenset(there)
            changes.append(
                IndicatorChange(
                    self.name, column, indicator, rows, before, after, column, frozenset(gone)
                )
            )
            if column not in absent:
                without += (
                    (row, place, _without(panel, row, indicator, column, said[column].get(row)))
                    for row in gone
                )
        findings = [Finding("S413", value=column) for column in absent]
        findings += (finding for *_, finding in sorted(without, key=lambda one: one[:2]))
        panel = panel._replace(values=values, gaps=gaps)
        return Applied(panel, tuple(changes), tuple(findings))

    def explain(self, effect: Effect) -> Sentence:
        """Return what became of a value."""
        said = {"before": effect.before, "after": effect.after, "how": effect.how}
        return Sentence("trace.prepared.denominate", said)

    def explain_all(self, count: int) -> Sentence:
        """Return how many values were changed."""
        return Sentence("prepared.denominate", {"count": count})


def divisions(steps: Iterable[Step]) -> tuple[tuple[str, str], ...]:
    """Return each indicator that one of *steps* divides, with what by."""
    return tuple(
        division for step in steps if isinstance(step, Denominate) for division in step.by.items()
    )


def _has_values(panel: Panel, indicator: str) -> bool:
    """Return whether any unit has a value of *indicator*."""
    series = panel.values.get(indicator)
    return series is not None and bool(series.there(range(len(panel.units))))


def _divisors(panel: Panel, column: str, said: Mapping[int, Reading], values: Series) -> Series:
    """Return what *values* are divided by; those of units that are left out stay as they are."""
    found = panel.values.get(column)
    numbers = {row: reading.number for row, reading in said.items()}
    if found is None:
        found = values.put(dict.fromkeys(range(len(panel.units))))
    return found.put({**numbers, **dict.fromkeys(panel.left_out, Fraction(1))})


def _without(
    panel: Panel, row: int, indicator: str, column: str, reading: Reading | None
) -> Finding:
    """Return what is wrong with the denominator of a value that is there."""
    params = {"unit": OfUnit(*panel.units[row]), "column": column, "name": indicator}
    if reading is None:
        return Finding("S411", indicator=indicator, params=params)
    return Finding.at_cell("S411", reading.source, reading.text or None, indicator, **params)
