"""Ranks of a value among those of the units, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kediri_index.model.scoring import Column
from kediri_index.scoring.classes import TIE
from kediri_index.scoring.normalisations.fitted import Standing
from kediri_index.scoring.normalisations.over_units import OverUnits
from kediri_index.scoring.whole import common_unit, in_units


class Ties(StrEnum):
    """The rank of equal values: the smallest that they share, or its mean."""

    MIN = "min"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRank(OverUnits):
    """What methods have in common that count ranks, 1 for the lowest after direction."""

    ties: Ties = Ties.MIN

    def standing(self, column: Column, slope: Fraction, offset: Fraction) -> Standing:
        """Return *offset* + *slope* times the rank among the values of *column*.

        Values are tied within 1e-10, or within 1e-10 of their whole spread where that is less.
        """
        tie = TIE * min(Fraction(1), column.spread)
        unit = common_unit((*column.values, tie)) or _fine_unit(tie)
        return Standing(
            ordered=tuple(sorted(in_units(value, unit) for value in column.values)),
            unit=unit,
            sign=column.sign,
            tie=in_units(tie, unit),
            average=self.ties is Ties.AVERAGE,
            slope=slope,
            offset=offset,
        )


def _fine_unit(tie: Fraction) -> int:
    """Return a unit of which a *tie* has at least ten digits."""
    unit: int = 10 ** (len(str(tie.denominator)) + 10)
    return unit
