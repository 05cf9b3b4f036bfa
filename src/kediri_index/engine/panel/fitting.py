"""A definition with panel methods, made ready for the values that it is to score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.engine.fixed import Undefined
from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.preparing import PanelRow, Table
from kediri_index.model.scoring import Column, Direction, Fault, PanelMethod, Years, is_panel

_TWO = 2
_ONE_VALUE = "S401"
_CONSTANT, _CONSTANT_BUT_SCORED = "S402", "S403"


class Fitted(NamedTuple):
    """The definition of each year, in which every method is an ordinary one, and what stood out."""

    definitions: Mapping[int | None, Definition]
    findings: tuple[Finding, ...]


def fitted(definition: Definition, table: Table) -> Fitted:
    """Return *definition* with its panel methods fitted to the values of *table*.

    A method gives no score where its formula divides by zero or there is but one value; each time
    a finding names the indicator.
    """
    rows = [row for row in table if not row.left_out]
    by_year: dict[int | None, list[PanelRow]] = {}
    for row in rows:
        by_year.setdefault(row.year, []).append(row)
    findings: list[Finding] = []
    definitions = {}
    for year in dict.fromkeys(row.year for row in table):
        here = by_year.get(year, [])
        fitting = _Fitting(rows, here, year, several_years=len(by_year) > 1)
        definitions[year] = definition._replace(groups=tuple(map(fitting.group, definition.groups)))
        findings += fitting.findings
    return Fitted(definitions, tuple(findings))


class _Fitting:
    def __init__(
        self,
        pooled: list[PanelRow],
        here: list[PanelRow],
        year: int | None,
        *,
        several_years: bool,
    ) -> None:
        self.pooled = pooled
        self.here = here
        self.year = year
        self.several_years = several_years
        self.names = [exact(row.unit or "") for row in here]
        self.units = frozenset(self.names)
        self.findings: list[Finding] = []

    def group(self, group: Group) -> Group:
        return group._replace(
            groups=tuple(map(self.group, group.groups)),
            indicators=tuple(map(self.indicator, group.indicators)),
        )

    def indicator(self, indicator: Indicator) -> Indicator:
        method = indicator.rule.method
        if not is_panel(method):
            return indicator
        return indicator._replace(rule=self._rule(indicator, method))

    def _rule(self, indicator: Indicator, method: PanelMethod) -> ScoreRule:
        rule = indicator.rule
        rows = self.here if method.years is Years.EACH else self.pooled
        sign = 1 if indicator.direction is Direction.HIGHER else -1
        values = _signed(rows, indicator.id, sign)
        if len(values) < _TWO:
            if values:
                self._note(indicator, method, Fault(_ONE_VALUE))
            return rule._replace(method=Undefined())
        by_unit = {
            name: row.values[indicator.id] if sign > 0 else -row.values[indicator.id]
            for name, row in zip(self.names, self.here, strict=True)
            if indicator.id in row.values
        }
        column = Column(values, sign, by_unit, self.units)
        fit = method.fit(column, rule.to)
        faults: Iterable[Fault] = fit.faults
        if not column.spread:
            seen = {"seen": sign * values[0], "count": len(values)}
            faults = (Fault(_CONSTANT if fit.method is None else _CONSTANT_BUT_SCORED, seen),)
        for fault in faults:
            self._note(indicator, method, fault)
        return rule._replace(method=fit.method or Undefined())

    def _note(self, indicator: Indicator, method: PanelMethod, fault: Fault) -> None:
        """Add a finding; only one that is about a year by itself names it."""
        own_year = method.years is Years.EACH or fault.code in {"S404", "S405", "S406"}
        year = self.year if own_year and self.several_years else None
        params = {
            "name": indicator.label,
            "method": method.name,
            "year": f" ({year})" if year is not None else "",
            **fault.params,
        }
        self.findings.append(Finding(fault.code, indicator=indicator.id, params=params))


def _signed(rows: Iterable[PanelRow], indicator: str, sign: int) -> tuple[Fraction, ...]:
    values = (row.values.get(indicator) for row in rows)
    return tuple(value if sign > 0 else -value for value in values if value is not None)
