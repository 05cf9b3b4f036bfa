"""A definition with panel methods, made ready for the values that it is to score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.names import exact
from kediri_index.model.preparing import PanelRow, Table
from kediri_index.model.scoring import Direction, Fault, Fit, PanelMethod, Years, is_panel
from kediri_index.scoring.fixed import Undefined
from kediri_index.scoring.whole import column_of

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
    definitions: dict[int | None, Definition] = {}
    pooled = _Pooled(rows, {}, {})
    for year in dict.fromkeys(row.year for row in table):
        here = by_year.get(year, [])
        fitting = _Fitting(pooled, here, year, several_years=len(by_year) > 1)
        groups = tuple(map(fitting.group, definition.groups))
        same = next((one for one in definitions.values() if one.groups == groups), None)
        definitions[year] = same or definition._replace(groups=groups)
        findings += fitting.findings
    return Fitted(definitions, tuple(findings))


class _Pooled(NamedTuple):
    """The rows of all years; the values and the fits that are the same for each, by indicator."""

    rows: list[PanelRow]
    values: dict[str, tuple[Fraction, ...]]
    fits: dict[str, Fit]


class _Fitting:
    def __init__(
        self,
        pooled: _Pooled,
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
        sign = 1 if indicator.direction is Direction.HIGHER else -1
        values = self._values(indicator.id, method)
        if len(values) < _TWO:
            if values:
                self._note(indicator, method, Fault(_ONE_VALUE))
            return rule._replace(method=Undefined())
        fit = self._fit(indicator, method, values, sign)
        faults: Iterable[Fault] = fit.faults
        if all(value == values[0] for value in values):
            seen = {"seen": values[0], "count": len(values)}
            faults = (Fault(_CONSTANT if fit.method is None else _CONSTANT_BUT_SCORED, seen),)
        for fault in faults:
            self._note(indicator, method, fault)
        return rule._replace(method=fit.method or Undefined())

    def _values(self, indicator: str, method: PanelMethod) -> tuple[Fraction, ...]:
        if method.years is Years.EACH:
            return _values(self.here, indicator)
        kept = self.pooled.values
        if indicator not in kept:
            kept[indicator] = _values(self.pooled.rows, indicator)
        return kept[indicator]

    def _fit(
        self, indicator: Indicator, method: PanelMethod, values: tuple[Fraction, ...], sign: int
    ) -> Fit:
        """Return the fit; over all years it is the same for each but where it asks for a unit."""
        kept = self.pooled.fits
        if indicator.id in kept:
            return kept[indicator.id]
        named = None if method.reference is None else exact(method.reference)
        found = [row for name, row in zip(self.names, self.here, strict=True) if name == named]
        reference = found[-1].values.get(indicator.id) if found else None
        column = column_of(values, sign, reference, has_reference=bool(found))
        fit = method.fit(column, indicator.rule.to)
        if method.years is not Years.EACH and method.reference is None:
            kept[indicator.id] = fit
        return fit

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


def _values(rows: Iterable[PanelRow], indicator: str) -> tuple[Fraction, ...]:
    values = (row.values.get(indicator) for row in rows)
    return tuple(value for value in values if value is not None)
