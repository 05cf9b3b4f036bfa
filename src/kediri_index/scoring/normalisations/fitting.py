"""A definition with panel methods, made ready for the values that it is to score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.preparing import Panel, Rows, Series
from kediri_index.model.scoring import (
    Direction,
    Fault,
    Fit,
    PanelMethod,
    SortedValues,
    Years,
    is_panel,
)
from kediri_index.model.text import exact
from kediri_index.scoring.normalisations.fitted import UndefinedMethod

_TWO = 2
_ONE_VALUE = "S401"
_CONSTANT, _CONSTANT_BUT_SCORED = "S402", "S403"


class Fitted(NamedTuple):
    """The definition of each year, in which every method is an ordinary one, and what stood out."""

    definitions: Mapping[int | None, Definition]
    findings: tuple[Finding, ...]


def fitted(definition: Definition, panel: Panel) -> Fitted:
    """Return *definition* with its panel methods fitted to the values of *panel*.

    A method gives no score where its formula divides by zero or there is but one value; each time
    a finding names the indicator.
    """
    by_year = panel.by_year()
    findings: list[Finding] = []
    definitions: dict[int | None, Definition] = {}
    pooled: dict[str, Fit] = {}
    for year in dict.fromkeys(year for _, year in panel.units):
        named = year if len(by_year) > 1 else None
        fitting = _Fitting(panel, by_year.get(year, []), named, pooled)
        found = with_indicators(definition, fitting.indicator)
        same = (one for one in definitions.values() if one.groups == found.groups)
        definitions[year] = next(same, found)
        findings += fitting.findings
    return Fitted(definitions, tuple(findings))


def with_indicators(definition: Definition, change: Callable[[Indicator], Indicator]) -> Definition:
    """Return *definition* in which each indicator is what *change* makes of it."""

    def changed(group: Group) -> Group:
        return group._replace(
            groups=tuple(map(changed, group.groups)),
            indicators=tuple(map(change, group.indicators)),
        )

    return definition._replace(groups=tuple(map(changed, definition.groups)))


class _Fitting:
    """The fits of one year, which is named where there are several; *pooled* are those of all."""

    def __init__(self, panel: Panel, here: Rows, year: int | None, pooled: dict[str, Fit]) -> None:
        self.panel = panel
        self.here = here
        self.year = year
        self.pooled = pooled
        self.findings: list[Finding] = []

    def indicator(self, indicator: Indicator) -> Indicator:
        method = indicator.rule.method
        if not is_panel(method):
            return indicator
        return indicator._replace(rule=self._rule(indicator, method))

    def _rule(self, indicator: Indicator, method: PanelMethod) -> ScoreRule:
        same_for_all = method.years is Years.POOLED and method.reference is None
        fits = self.pooled if same_for_all else {}
        if indicator.id not in fits:
            fits[indicator.id] = self._fit(indicator, method)
        fit = fits[indicator.id]
        for fault in fit.faults:
            self._note(indicator, method, fault)
        return indicator.rule._replace(method=fit.method or UndefinedMethod())

    def _fit(self, indicator: Indicator, method: PanelMethod) -> Fit:
        """Return the fit to the values of *indicator*, of this year or of all."""
        series = self.panel.values[indicator.id]
        rows = self.here if method.years is Years.EACH else self.panel.rows()
        rows = series.there(rows)
        if len(rows) < _TWO:
            return Fit(None, (Fault(_ONE_VALUE),) if rows else ())
        sign = 1 if indicator.direction is Direction.HIGHER else -1
        column = column_of(series, rows, sign)
        if method.reference is not None:
            named = self._rows_named(method.reference)
            value = series.exact(named[-1]) if named else None
            referred = None if value is None else sign * value
            column = column._replace(reference=referred, has_reference=bool(named))
        fit = method.fit(column, indicator.rule.to)
        if not column.spread:
            seen = {"seen": sign * column.value(0), "count": column.size}
            code = _CONSTANT if fit.method is None else _CONSTANT_BUT_SCORED
            return Fit(fit.method, (Fault(code, seen),))
        return fit

    def _rows_named(self, unit: str) -> list[int]:
        """Return the rows of *unit* in this year."""
        named = exact(unit)
        return [row for row in self.here if exact(self.panel.units[row][0] or "") == named]

    def _note(self, indicator: Indicator, method: PanelMethod, fault: Fault) -> None:
        """Add a finding; only one that is about a year by itself names it."""
        own_year = method.years is Years.EACH or fault.code in {"S404", "S405", "S406"}
        year = self.year if own_year else None
        params = {
            "name": indicator.label,
            "method": method.name,
            "year": f" ({year})" if year is not None else "",
            **fault.params,
        }
        self.findings.append(Finding(fault.code, indicator=indicator.id, params=params))


def column_of(series: Series, rows: Rows, sign: int) -> SortedValues:
    """Return the values of *rows*, which all have one, as a method is fitted to them."""
    size, nth = len(rows), series.nth(rows)

    def value(place: int) -> Fraction:
        return nth(place) if sign > 0 else -nth(size - 1 - place)

    def whole() -> tuple[list[int], int]:
        found, unit = series.whole(rows)
        return [sign * one for one in found[::sign]], unit

    return SortedValues(size, value, whole, sign)
