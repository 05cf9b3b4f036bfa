"""The weighted harmonic mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    Explained,
    Ranges,
    Undefined,
    Weighted,
    WrittenOut,
    are_equal,
)
from kediri_index.model.language import Wording
from kediri_index.scoring.aggregations.functions import PowerOf
from kediri_index.scoring.aggregations.quasi_arithmetic import QuasiArithmetic, not_negative

if TYPE_CHECKING:
    from kediri_index.model.traced import Term

_RECIPROCAL = PowerOf(Fraction(-1))


@dataclass(frozen=True, slots=True)
class Harmonic(QuasiArithmetic):
    """1 / the sum of share / score; undefined where one score is below 0.

    A score of 0 makes 0, which is what the mean comes to as the score nears 0.
    """

    name: ClassVar[str] = "harmonic"
    title: ClassVar[Wording] = Wording("rata-rata harmonik", "harmonic mean")

    @property
    def function(self) -> PowerOf:
        """The reciprocal."""
        return _RECIPROCAL

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the mean, exactly."""
        counted = not_negative(children)
        if isinstance(counted, Undefined):
            return counted
        if not all(score for _, score in counted):
            return Fraction(0)
        return 1 / sum((share / score for share, score in counted), start=Fraction(0))

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the sum of reciprocals under a fraction line."""
        formula = WrittenOut("{share}/{value}", whole="1 ÷ ({terms})")
        if are_equal(terms):
            formula = WrittenOut("1/{value}", whole="{count} ÷ ({terms})")
        return Explained("trace.harmonic", formula=formula)

    def mean_formula(self, children: Ranges) -> str:
        """Return the reciprocal of the mean of reciprocals."""
        return f"1/{children.summed(f'{children.shares}/{children.scores}')}"
