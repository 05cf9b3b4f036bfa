"""z-scores: how many standard deviations a value is from the mean of the units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import ClassVar

from kediri_index.model.language import Described, Sentence, Sentences, Wording
from kediri_index.model.scoring import (
    Doubt,
    Fit,
    PanelMethod,
    Range,
    ScoringMethod,
    SortedValues,
    Years,
)
from kediri_index.scoring.normalisations.fitted import Line
from kediri_index.scoring.numbers import DIGITS, exact_root, shortened

MEANING = Wording(
    "mean + sd (x - m)/s; m rata-rata semua wilayah, s simpangan bakunya (n - 1).",
    "mean + sd (x - m)/s; m is the mean of all units, s their standard deviation (n - 1).",
)
KEYS = {
    "mean": Described(
        "Nilai bagi wilayah yang rata-rata.", "The score of an average unit.", "mean: 50"
    ),
    "sd": Described(
        "Jarak nilai untuk satu simpangan baku.",
        "How much one standard deviation is worth.",
        "sd: 10",
    ),
}

_GUARD_DIGITS = 10
_DEVIATIONS = 3
"""So many standard deviations reach from the middle of a range to either end."""


@dataclass(frozen=True, slots=True)
class ZScore(PanelMethod):
    """*mean* + *sd* (x - m)/s of the values with their direction; s divides by n - 1.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), normalisation.
    """

    mean: Fraction = Fraction(0)
    sd: Fraction = Fraction(1)

    name: ClassVar[str] = "z_score"
    onto: ClassVar[bool] = False

    def faults(self) -> Iterator[Doubt]:
        """Yield a deviation that is not worth more than 0."""
        if self.sd <= 0:
            yield Doubt("D244", "sd")

    def fit(self, column: SortedValues, to: Range | None) -> Fit:
        """Return the line through the mean; none where all values are equal. It ignores *to*."""
        del to
        if not column.spread:
            return Fit(None)
        n, (whole, unit) = column.size, column.whole()
        total, squares = sum(whole), sum(value * value for value in whole)
        middle = shortened(Fraction(total, n * unit))
        variance = Fraction(n * squares - total * total, n * (n - 1) * unit * unit)
        slope = quotient_by_root(self.sd, variance)
        return Fit(Line(column.sign * slope, self.mean - slope * middle))

    def explain_fit(self, fitted: ScoringMethod, raw: Fraction, to: Range | None) -> Sentences:
        """Return how many standard deviations *raw* is from the mean, read off the line."""
        del to
        if not isinstance(fitted, Line):
            return ()
        params = {
            "raw": raw,
            "mean": fitted.raw_at(self.mean),
            "sd": self.sd / abs(fitted.slope),
        }
        turned = fitted.slope * self.sd < 0
        said = Sentence("trace.z-score-lower" if turned else "trace.z-score", params)
        if self.mean == 0 and self.sd == 1:
            return (said,)
        return said, Sentence("trace.z-shifted", {"mean": self.mean, "sd": self.sd})

    def reach(self, count: int, to: Range | None) -> Range:
        """Return three standard deviations to either side of the mean."""
        del count, to
        return self.mean - _DEVIATIONS * self.sd, self.mean + _DEVIATIONS * self.sd

    @classmethod
    def in_place(cls, to: Range, years: Years) -> ZScore:
        """Return the method with the mean in the middle of *to*, and scores as :meth:`reach`."""
        middle, half = (to[0] + to[1]) / 2, (to[1] - to[0]) / 2
        return cls(middle, half / _DEVIATIONS, years=years)


def square_root(value: Fraction) -> Fraction:
    """Return the square root of *value*, which is not below zero, to 50 significant digits."""
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(Context(prec=DIGITS).plus(context.sqrt(quotient)))


def quotient_by_root(value: Fraction, square: Fraction) -> Fraction:
    """Return *value* over the root of *square*: exactly where that is a fraction, or to 50 digits.

    As a decimal number: the sum of many quotients by such roots would grow to thousands of digits.
    """
    exact = exact_root(square, 2)
    if exact is not None:
        return value / exact
    quotient = value / square_root(square)
    context = Context(prec=DIGITS + _GUARD_DIGITS)
    return Fraction(context.divide(Decimal(quotient.numerator), Decimal(quotient.denominator)))
