"""The weighted power mean, also called generalised mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.aggregation import Arithmetic, Undefined, Weighted
from kediri_index.scoring.aggregations.counted import not_negative
from kediri_index.scoring.roots import exact_power, power_mean, root


@dataclass(frozen=True, slots=True)
class Power:
    """(The sum of share x score ^ exponent) ^ (1 / exponent); undefined where a score is below 0.

    With an exponent below 0 a score of 0 makes 0, as in the harmonic mean. Exponent 1 is the
    arithmetic mean, which takes negative scores too; 0 is none (its limit is the geometric mean).
    """

    exponent: Fraction

    name: ClassVar[str] = "power"
    additive: ClassVar[bool] = False
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the mean, exactly where it is a fraction, else to 50 digits."""
        if self.exponent == 1:
            return Arithmetic().combine(children)
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
