"""Fraction of the highest: a value as a share of the highest of the units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Wording
from kediri_index.model.scoring import (
    UNIT_RANGE,
    Fault,
    Fit,
    Range,
    SortedValues,
)
from kediri_index.scoring.normalisations.fitted import ShareOfWay, share_line

MEANING = Wording(
    "x/max, hanya bila yang lebih tinggi lebih baik.", "x/max, only where higher is better."
)


@dataclass(frozen=True, slots=True)
class FractionOfMax(ShareOfWay):
    """x/max, where a higher value is better and the highest is above zero."""

    name: ClassVar[str] = "fraction_of_max"
    said: ClassVar[str] = "trace.of-highest"

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
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
