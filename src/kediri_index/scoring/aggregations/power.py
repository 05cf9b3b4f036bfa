"""The weighted power mean, also called generalised mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from kediri_index.model.aggregation import (
    Aggregation,
    Explained,
    Parameter,
    Ranges,
    Undefined,
    Weighted,
    WrittenOut,
    are_equal,
    number,
)
from kediri_index.model.language import Wording
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.aggregations.functions import PowerOf
from kediri_index.scoring.aggregations.quasi_arithmetic import QuasiArithmetic, not_negative
from kediri_index.scoring.numbers import exact_power, power_mean, root

if TYPE_CHECKING:
    from kediri_index.model.traced import Term


@dataclass(frozen=True)
class Power(QuasiArithmetic):
    """(The sum of share x score ^ exponent) ^ (1 / exponent); undefined where a score is below 0.

    With an exponent below 0 a score of 0 makes 0, as in the harmonic mean. Exponent 1 makes
    the arithmetic mean, which takes negative scores too; 0 is none: its limit is the geometric one.
    """

    exponent: Fraction

    name: ClassVar[str] = "power"
    title: ClassVar[Wording] = Wording(
        "rata-rata pangkat {parameter}", "power mean, exponent {parameter}"
    )
    takes: ClassVar[Parameter] = Parameter(("2",), (-100, 100), zero="geometric")
    """With a larger exponent it is the highest score, or the lowest, for all that shows."""

    @property
    def function(self) -> PowerOf:
        """The power."""
        return PowerOf(self.exponent)

    @property
    def parameter(self) -> Fraction:
        """The exponent."""
        return self.exponent

    @classmethod
    def of(cls, parameter: Fraction) -> Aggregation | None:
        """Return the mean with an exponent other than 0."""
        if parameter == 1:
            return Arithmetic()
        return cls(parameter) if parameter else None

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the mean, exactly where it is a fraction, else to 50 digits."""
        counted = not_negative(children)
        if isinstance(counted, Undefined):
            return counted
        lowest = min(score for _, score in counted)
        highest = max(score for _, score in counted)
        if lowest == highest or (not lowest and self.exponent < 0):
            return lowest
        # Divided by one of the scores, every power is rational wherever the mean is.
        ratios = [(share, score / highest) for share, score in counted]
        return highest * self._of_ratios(ratios)

    def _of_ratios(self, ratios: Weighted) -> Fraction:
        """Return the mean of *ratios*, of which the highest is 1."""
        total = Fraction(0)
        for share, ratio in ratios:
            term = exact_power(ratio, self.exponent)
            if term is None:
                break
            total += share * term
        else:
            over, under = self.exponent.as_integer_ratio()
            return root(total if over > 0 else 1 / total, abs(over)) ** under
        return power_mean(ratios, self.exponent)

    def explain(self, terms: Sequence[Term]) -> Explained:
        """Return the root of the mean of powers."""
        formula = WrittenOut("{share} × {value}^{parameter}", whole="({terms})^(1/{parameter})")
        if are_equal(terms):
            whole = "(({terms}) ÷ {count})^(1/{parameter})"
            formula = WrittenOut("{value}^{parameter}", whole=whole)
        return Explained("trace.power", {"parameter": self.exponent}, formula)

    def mean_formula(self, children: Ranges) -> str:
        """Return the root of the mean of powers."""
        exponent = number(self.exponent)
        total = children.summed(f"{children.shares}*{children.scores}^{exponent}")
        return f"{total}^(1/{exponent})"
