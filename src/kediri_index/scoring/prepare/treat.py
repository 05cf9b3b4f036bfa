"""Treat: columns with outliers are winsorised, or else taken as logarithms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.prepare_words import Logarithm, Treatment
from kediri_index.model.preparing import Applied, Effect, Table, pools
from kediri_index.model.scoring import Years
from kediri_index.scoring.prepare.outliers import logarithms, pulled_in, shape_of, whole_values


@dataclass(frozen=True, slots=True)
class Treat:
    """A column passes whose absolute skewness is below *skew* or excess kurtosis below *kurtosis*.

    Else its end is moved in to the next value, at the high side where the skewness is not negative,
    while it fails and fewer than *winmax* values are moved. One that still fails becomes its
    logarithm, as it was or, with *combine*, as it then is. Direction plays no part.

    Source: W. Becker et al., COINr (2022), outlier treatment.
    """

    method: Treatment = Treatment.WINSORISE_THEN_LOG
    winmax: int = 5
    skew: Fraction = Fraction(2)
    kurtosis: Fraction = Fraction(7, 2)
    log: Logarithm = Logarithm.LOG
    combine: bool = False
    years: Years = Years.POOLED

    name: ClassVar[str] = "treat"

    def number_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def text_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def apply(self, table: Table) -> Applied:
        """Return the values, those of columns that failed changed."""
        values = [dict(row.values) for row in table]
        effects: list[tuple[int, Effect]] = []
        for pool in pools(table, self.years):
            for indicator in dict.fromkeys(one for at in pool for one in table[at].values):
                there = [at for at in pool if indicator in table[at].values]
                before = [table[at].values[indicator] for at in there]
                how, after = self.treated(before)
                for at, old, new in zip(there, before, after, strict=True):
                    if old != new:
                        unit, year = table[at].unit, table[at].year
                        effect = Effect(self.name, how, unit, year, indicator, old, new)
                        effects.append((at, effect))
                        values[at][indicator] = new
        effects.sort(key=lambda effect: effect[0])
        rows = (row._replace(values=known) for row, known in zip(table, values, strict=True))
        return Applied(tuple(rows), tuple(effect for _, effect in effects))

    def treated(self, values: Sequence[Fraction]) -> tuple[str, list[Fraction]]:
        """Return what was done to *values*, and what they are then."""
        original = whole_values(values)
        now, high, low = original, list[int](), list[int]()
        while self._fails(now) and len(high) + len(low) < self.winmax:
            if _is_skewed_low(now):
                now, low = pulled_in(now, high=False)
            else:
                now, high = pulled_in(now, high=True)
        exact = dict(zip(original, values, strict=True))
        winsorised = [exact[value] for value in now]
        if self.method is Treatment.WINSORISE or not self._fails(now):
            return "winsorise", winsorised
        signed = self.log is Logarithm.LOG_SIGNED
        mirrored = signed and _is_skewed_low(now if self.combine else original)
        of = winsorised if self.combine else values
        return self.log.value, logarithms(of, mirrored=mirrored)

    def _fails(self, values: Sequence[int]) -> bool:
        shape = shape_of(values)
        return shape is not None and not shape.passes(self.skew, self.kurtosis)


def _is_skewed_low(values: Sequence[int]) -> bool:
    shape = shape_of(values)
    return shape is not None and shape.sign < 0
