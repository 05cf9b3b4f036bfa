"""What all methods have in common that look at several units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.scoring import Direction, Outside, Range, Reads, Scored, Years


@dataclass(frozen=True, slots=True, kw_only=True)
class OverUnits:
    """Over all *years* of the data at once, or over each by itself."""

    years: Years = Years.POOLED

    reads: ClassVar[Reads] = Reads.MEASURE
    default_outside: ClassVar[Outside] = Outside.KEEP

    @property
    def reads_target(self) -> bool:
        """No target of the sheet is looked at."""
        return False

    def extremes(self) -> tuple[Fraction | None, Fraction | None]:
        """Return none: they follow from the values of the units."""
        return None, None

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        """Return no score, and no fault: one unit's value says nothing by itself."""
        del raw, target, direction
        return Scored(None)


UNIT_RANGE: Range = (Fraction(0), Fraction(1))
"""The range of a share where the definition has none."""
