"""Screen: units of which too little is known are left out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.findings import Finding
from kediri_index.model.language import OfUnit, Sentence
from kediri_index.model.preparing import Applied, Effect, IndicatorChange, Panel, Step
from kediri_index.scoring.prepare.exact import ExactSeries


@dataclass(frozen=True, slots=True)
class Screen(Step):
    """A unit stays whose share of present indicators is at least *min_present*."""

    min_present: Fraction

    name: ClassVar[str] = "screen"

    def apply(self, panel: Panel) -> Applied:
        """Return the units, those left out marked so; what does not apply is not counted."""
        rows = panel.rows()
        present, missing = [0] * len(panel.units), [0] * len(panel.units)
        for series in panel.values.values():
            for row in series.there(rows):
                present[row] += 1
        for gaps in panel.gaps.values():
            for row in gaps:
                missing[row] += 1
        shares: dict[int, Fraction] = {}
        findings: list[Finding] = []
        for row in rows:
            there, expected = present[row], present[row] + missing[row]
            share = Fraction(there, expected) if expected else Fraction(0)
            if share >= self.min_present:
                continue
            shares[row] = share
            unit, percent = OfUnit(*panel.units[row]), 100 * self.min_present
            params = {"unit": unit, "present": there, "expected": expected, "percent": percent}
            findings.append(Finding("S412", params=params))
        panel = panel._replace(left_out=panel.left_out | shares.keys())
        before = ExactSeries([shares.get(row) for row in range(len(panel.units))])
        change = IndicatorChange(self.name, "left_out", None, shares, before, None)
        return Applied(panel, (change,), tuple(findings))

    def explain(self, effect: Effect) -> Sentence:
        """Return that a unit was left out."""
        del effect
        return Sentence("no-score.left_out")

    def explain_all(self, count: int) -> Sentence:
        """Return how many units were left out."""
        return Sentence("prepared.screen", {"count": count})
