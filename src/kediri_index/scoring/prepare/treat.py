"""Treat: columns with outliers are winsorised, or else taken as logarithms or powers."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.definition import Logarithm, Treatment
from kediri_index.model.findings import Finding
from kediri_index.model.language import Sentence
from kediri_index.model.preparing import Applied, Effect, IndicatorChange, Panel, Rows, Series, Step
from kediri_index.model.scoring import YOUNGER, Years
from kediri_index.scoring.prepare.box_cox import LARGEST_POWER, likeliest_power
from kediri_index.scoring.prepare.exact import known


@dataclass(frozen=True, slots=True)
class Treat(Step):
    """A column passes whose absolute skewness is below *skew* or excess kurtosis below *kurtosis*.

    Else its end is moved in to the next value, at the high side where the skewness is not negative,
    while it fails and fewer than *winmax* values are moved. One that still fails becomes its
    logarithm, as it was or, with *combine*, as it then is; or its Box-Cox transform with *power*,
    or without one the power of maximum likelihood. Direction plays no part.

    Source: W. Becker et al., COINr (2022), outlier treatment; G. Box and D. Cox, An analysis of
    transformations (1964).
    """

    method: Treatment = Treatment.WINSORISE_THEN_LOG
    winmax: int = 5
    skew: Fraction = Fraction(2)
    kurtosis: Fraction = Fraction(7, 2)
    log: Logarithm = Logarithm.LOG
    combine: bool = False
    years: Years = Years.POOLED
    power: Fraction | None = field(default=None, metadata=YOUNGER)

    name: ClassVar[str] = "treat"

    def apply(self, panel: Panel) -> Applied:
        """Return the values, those of columns that failed changed."""
        values = dict(panel.values)
        changes: list[IndicatorChange] = []
        findings: list[Finding] = []
        for pool in panel.pools(self.years):
            for indicator, before in values.items():
                rows = before.there(pool)
                how, after, power = self.treated(before, rows)
                if after is before:
                    continue
                values[indicator] = after
                moved = frozenset(after.changed(before, rows))
                change = IndicatorChange(self.name, how, indicator, moved, before, after)
                changes.append(change._replace(power=power))
                if self.power is None and power is not None and abs(power) == LARGEST_POWER:
                    findings.append(self._at_the_end(indicator, panel.units[pool[0]][1], power))
        return Applied(panel._replace(values=values), tuple(changes), tuple(findings))

    def explain(self, effect: Effect) -> Sentence:
        """Return what became of a value."""
        said: dict[str, object] = {"before": effect.before, "after": effect.after}
        if effect.power is not None:
            said["power"] = effect.power
            return Sentence("trace.prepared.treat.box_cox", said)
        return Sentence("trace.prepared.treat", said | {"how": effect.how})

    def explain_all(self, count: int) -> Sentence:
        """Return how many values were changed."""
        return Sentence("prepared.treat", {"count": count})

    def _at_the_end(self, indicator: str, year: int | None, power: Fraction) -> Finding:
        """Return that no likeliest power was found within the range of powers."""
        of_year = f" ({year})" if self.years is Years.EACH and year is not None else ""
        params = {"name": indicator, "year": of_year, "exponent": power, "limit": LARGEST_POWER}
        return Finding("S417", indicator=indicator, params=params)

    def treated(self, series: Series, rows: Rows) -> tuple[str, Series, Fraction | None]:
        """Return what was done to the values of *rows*, the series with it done, and its power."""
        first = tail = series.tail(rows, self.skew, self.kurtosis)
        now, high, low = series, 0, 0
        while tail and high + low < self.winmax:
            end = now.ends(rows, tail)
            beyond = set(end)
            following = now.ends([row for row in rows if row not in beyond], tail)
            now = now.moved(end, following[0])
            high, low = (len(end), low) if tail > 0 else (high, len(end))
            tail = now.tail(rows, self.skew, self.kurtosis)
        if self.method is Treatment.WINSORISE or not tail:
            return "winsorise", now, None
        of = now if self.combine else series
        if self.log is Logarithm.BOX_COX:
            power = self.power
            if power is None:
                power = likeliest_power(known(of.exact, rows))
            return self.log.value, of.box_cox(rows, power), power
        mirrored = self.log is Logarithm.LOG_SIGNED and (tail if self.combine else first) < 0
        return self.log.value, of.logarithms(rows, mirrored=mirrored), None
