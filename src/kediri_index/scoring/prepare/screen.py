"""Screen: units of which too little is known are left out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.findings import Finding
from kediri_index.model.meant import OfUnit
from kediri_index.model.preparing import Applied, Effect, PanelRow, Table


@dataclass(frozen=True, slots=True)
class Screen:
    """A unit stays whose share of present indicators is at least *min_present*."""

    min_present: Fraction

    name: ClassVar[str] = "screen"

    def number_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def text_columns(self) -> frozenset[str]:
        """Return none."""
        return frozenset()

    def apply(self, table: Table) -> Applied:
        """Return the units, those left out marked so; what does not apply is not counted."""
        rows: list[PanelRow] = []
        effects: list[Effect] = []
        findings: list[Finding] = []
        for row in table:
            expected = len(row.values) + len(row.gaps)
            share = Fraction(len(row.values), expected) if expected else Fraction(0)
            if row.left_out or share >= self.min_present:
                rows.append(row)
                continue
            rows.append(row._replace(left_out=True))
            effects.append(Effect(self.name, "left_out", row.unit, row.year, None, share, None))
            params = {
                "unit": OfUnit(row.unit, row.year),
                "present": len(row.values),
                "expected": expected,
                "percent": 100 * self.min_present,
            }
            findings.append(Finding("S412", params=params))
        return Applied(tuple(rows), tuple(effects), tuple(findings))
