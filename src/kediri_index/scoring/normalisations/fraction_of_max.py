"""Fraction of the highest: a value as a share of the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import (
    UNIT_RANGE,
    Column,
    Fault,
    Fit,
    PanelMethod,
    Range,
    ScoringMethod,
)
from kediri_index.model.wording import Sentences, Wording
from kediri_index.scoring.normalisations.fitted import said_on_line, share_line

MEANING = Wording(
    "x/max, hanya bila yang lebih tinggi lebih baik.", "x/max, only where higher is better."
)


@dataclass(frozen=True, slots=True)
class FractionOfMax(PanelMethod):
    """x/max, where a higher value is better and the highest is above zero."""

    name: ClassVar[str] = "fraction_of_max"
    onto: ClassVar[bool] = True

    def fit(self, column: Column, to: Range | None) -> Fit:
        """Return the line from zero to the highest value.

        There is none where lower is better, since the share of a negated value has no meaning, nor
        where the highest is not above zero.
        """
        if column.sign < 0:
            return Fit(None, (Fault("S408"),))
        highest = column.ends[1]
        if highest <= 0:
            return Fit(None, (Fault("S409", {"highest": highest}),))
        onto = to or UNIT_RANGE
        return Fit(share_line(Fraction(0), highest, 1, onto, (None, onto[1])))

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return which part of the highest value *raw* is."""
        return said_on_line(fitted, raw, to, "trace.of-highest")
