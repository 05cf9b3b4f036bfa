"""Numbers of many units at once, each with a bound of its error, so that rounding is sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, lcm
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

EPSILON = 2.0**-52
"""What a sum, product, quotient or root of doubles may be off by, relative to its size, twice."""
LONGEST_UNIT = 2**60
_LARGEST_WHOLE = 2.0**62
_HALF = 0.5
_PLACES = 15
"""A plain number has fewer decimals."""
_NOTHING = np.nan, 1
UNKNOWN = 0
"""Instead of a unit: exact values have no common denominator, or none that is of use."""


class Rounded(NamedTuple):
    """Whole numbers of the last decimal, and which of them may be another: a tie is too near."""

    whole: Array
    doubtful: Mask


class Values:
    """*numbers* of any shape, NaN where there is none, each within *error* of the exact one.

    *error* is as large as they are or one number. It is infinite (or NaN, beside a number) where an
    operation cannot decide: such a value is *unknown*, perhaps there is none, and its number says
    nothing; who wants it computes it exactly. *unit* is a whole number that makes whole numbers of
    all exact values, or UNKNOWN; *units* has one of each value, where they are known.
    """

    __slots__ = ("error", "numbers", "unit", "units")
    __array_ufunc__ = None  # an array on the left leaves the operation to us

    def __init__(
        self,
        numbers: Array,
        error: Array | float = 0.0,
        unit: int = UNKNOWN,
        units: Array | None = None,
    ) -> None:
        self.numbers = numbers
        self.error = error
        self.unit = unit if unit <= LONGEST_UNIT else UNKNOWN
        self.units = units

    @property
    def unknown(self) -> Mask:
        """Which values an operation could not decide."""
        decided: Mask = np.isnan(self.numbers) | (self.error < np.inf)
        return ~decided

    def __add__(self, other: Values | Fraction | int) -> Values:
        """Return the sums."""
        other = _as_values(other)
        numbers = self.numbers + other.numbers
        unit = lcm(self.unit, other.unit)  # with UNKNOWN it is UNKNOWN
        return Values(numbers, _off(numbers) + self.error + other.error, unit)

    __radd__ = __add__

    def __sub__(self, other: Values | Fraction | int) -> Values:
        """Return the differences."""
        return self + -_as_values(other)

    def __rsub__(self, other: Fraction | int) -> Values:
        """Return *other* less the numbers."""
        return -self + other

    def __neg__(self) -> Values:
        """Return the numbers with the other sign."""
        return Values(-self.numbers, self.error, self.unit)

    def __mul__(self, other: Values | Fraction | int) -> Values:
        """Return the products."""
        other = _as_values(other)
        numbers = self.numbers * other.numbers
        with np.errstate(invalid="ignore"):  # 0 times an unknown is unknown
            error = (
                np.abs(self.numbers) * other.error
                + np.abs(other.numbers) * self.error
                + self.error * other.error
            )
        return Values(numbers, _off(numbers) + error, self.unit * other.unit)

    __rmul__ = __mul__

    def __truediv__(self, other: Values | Fraction | int) -> Values:
        """Return the quotients; NaN where the divisor is 0."""
        if not isinstance(other, Values):
            return self * (1 / Fraction(other)) if other else self.none()
        return _quotient(self, other)

    def __rtruediv__(self, other: Fraction | int) -> Values:
        """Return *other* divided by the numbers; NaN where one is 0."""
        return _quotient(_as_values(other), self)

    def logarithm(self) -> Values:
        """Return natural logarithms; NaN where a number is not above 0."""
        up_to, doubt = self.below(Fraction(0), included=True)
        above = self.numbers > self.error
        numbers = np.log(np.where(above, self.numbers, np.where(doubt, 1.0, np.nan)))
        with np.errstate(divide="ignore", invalid="ignore"):
            error = self.error / (self.numbers - self.error)
        found = Values(numbers, 4 * _off(numbers) + error + EPSILON)  # of vectors, some are 4 off
        return found.doubted(doubt | ~(above | up_to | np.isnan(self.numbers)))

    def box_cox(self, power: Fraction) -> Values:
        """Return (x^power - 1)/power, or ln(x) where *power* is 0; NaN where x is not above 0."""
        logarithms = self.logarithm()
        if not power:
            return logarithms
        exponent = float(power)
        off = logarithms.error + 4 * _off(logarithms.numbers)  # the product is rounded, too
        with np.errstate(over="ignore", invalid="ignore"):  # what is too large is unknown
            numbers = np.expm1(exponent * logarithms.numbers) / exponent
            slope = np.exp(exponent * logarithms.numbers + abs(exponent) * off)
            error = off * slope * (1 + 2.0**-40) + 8 * _off(numbers)
        return Values(numbers, error)

    def summed(self) -> Values:
        """Return the sum of the numbers."""
        added = np.abs(self.numbers).sum() * (EPSILON * self.numbers.size)
        error = np.broadcast_to(self.error, self.numbers.shape).sum()
        return Values(self.numbers.sum(), error + added, self.unit)

    def with_(self, rows: Sequence[int], other: Values) -> Values:
        """Return the numbers, those of *other* in *rows*."""
        numbers = self.numbers.copy()
        error = np.array(np.broadcast_to(self.error, numbers.shape))
        numbers[rows], error[rows] = other.numbers, other.error
        return Values(numbers, error, lcm(self.unit, other.unit))

    @property
    def are_apart(self) -> bool:
        """Whether numbers that differ by no more than their errors are surely equal."""
        error = float(np.max(self.error, initial=0))
        return self.unit != UNKNOWN and 4 * error * self.unit < 1

    def side(self, of: Fraction) -> int:
        """Return -1 or 1 where the one number lies surely below or above *of*, else 0."""
        apart = self - of
        sure = bool(np.abs(apart.numbers) > apart.error)
        return int(np.sign(apart.numbers)) if sure else 0

    def clipped(self, low: Fraction | None, high: Fraction | None) -> Values:
        """Return the numbers moved to *low* and *high* where they lie beyond."""
        numbers, unit = self.numbers, self.unit
        for bound, pick in ((low, np.maximum), (high, np.minimum)):
            if bound is not None:
                numbers = pick(numbers, float(bound))
                unit = lcm(unit, bound.denominator)
        return Values(numbers, self.error + _off(numbers), unit)

    def where(self, mask: Mask, other: Values) -> Values:
        """Return the numbers, those of *other* where *mask* is false."""
        error = np.where(mask, self.error, other.error)
        numbers = np.where(mask, self.numbers, other.numbers)
        units = None
        if self.units is not None or other.units is not None:
            units = np.where(mask, self._own_units(), other._own_units())
        return Values(numbers, error, lcm(self.unit, other.unit), units)

    def _own_units(self) -> Array | float:
        """Return what makes a whole number of each exact value."""
        return float(self.unit) if self.units is None else self.units

    def doubted(self, mask: Mask) -> Values:
        """Return the values, of which those in *mask* are unknown."""
        if not mask.any():
            return self
        numbers = np.where(mask & np.isnan(self.numbers), 0.0, self.numbers)
        return Values(numbers, np.where(mask, np.inf, self.error), self.unit)

    def none(self) -> Values:
        """Return as many values, of which there is none."""
        return Values(np.full(np.shape(self.numbers), np.nan), 0.0, 1)

    def all_of(self, number: int) -> Values:
        """Return *number* wherever there is a value."""
        return Values(np.where(np.isnan(self.numbers), np.nan, float(number)), 0.0, 1)

    def each(
        self,
        score: Callable[[Fraction, Fraction | None], Fraction | None],
        beside: Values | None = None,
    ) -> Values:
        """Return the exact *score* of each different number, with the one *beside* it or None.

        It is asked once for each pair; None is no score. What is not known exactly is unknown.
        """
        other = self.none() if beside is None else beside
        doubt = ~(self.is_exact() & other.is_exact())
        pairs = list(zip(self.numbers.tolist(), other.numbers.tolist(), strict=True))
        found: dict[tuple[float, float | None], Fraction | None] = {}
        scores = []
        for number, goal in pairs:
            key = number, None if goal != goal else goal  # noqa: PLR0124 - NaN is not itself
            if key not in found:
                raw, target = self.exact(number), None if key[1] is None else other.exact(goal)
                found[key] = None if raw is None else score(raw, target)
            scores.append(found[key])
        return of_exact(scores).doubted(doubt & ~np.isnan(self.numbers))

    def is_exact(self) -> Mask:
        """Return which numbers are known exactly by their unit; those that are not there are."""
        if self.unit == UNKNOWN:
            return np.isnan(self.numbers)
        sure: Mask = 2 * (self.error + _off(self.numbers)) * self.unit < 1
        return sure | np.isnan(self.numbers)

    def on_unit(self) -> Values:
        """Return the numbers, those that are known by their unit as near as doubles are; 0 is 0."""
        known = self.is_exact()
        if self.unit == UNKNOWN or not known.any():
            return self
        whole = np.rint(np.where(known, self.numbers, 0.0) * self.unit) / self.unit
        numbers = np.where(known, whole, self.numbers)
        return Values(numbers, np.where(known, _off(numbers), self.error), self.unit)

    def exact(self, number: float) -> Fraction | None:
        """Return the decimal that *number* stands for, None for NaN."""
        if number != number:  # noqa: PLR0124 - NaN is not itself
            return None
        return Fraction(round(Fraction(number) * self.unit), self.unit or 1)

    def stepped(
        self, points: Sequence[Fraction], score: Callable[[Fraction], Fraction | None]
    ) -> Values:
        """Return the *score* of each number: it changes at *points* alone.

        None is no score. A number nearer to a point than its error that may not be it is unknown.
        """
        edges = sorted(set(points))
        if not edges:
            return self.all_of(1) * (score(Fraction(0)) or 0)
        inside = [edges[0] - 1, *((low + high) / 2 for low, high in pairwise(edges)), edges[-1] + 1]
        places = [
            inside[0],
            *(place for both in zip(edges, inside[1:], strict=True) for place in both),
        ]
        listed = of_exact([score(place) for place in places])
        bounds = np.array([float(edge) for edge in edges])
        nearest = np.searchsorted((bounds[1:] + bounds[:-1]) / 2, self.numbers)
        apart = self.numbers - bounds[nearest]
        margin = 2 * (self.error + _off(bounds[nearest]) + _off(apart))
        on_it, doubt = self._on_it(np.abs(apart), margin, edges)
        side = np.where(on_it | np.isnan(apart), 0.0, np.sign(apart))
        found = listed.at((2 * nearest + 1 + side).astype(np.intp))
        found.numbers[np.isnan(self.numbers)] = np.nan
        return found.doubted(doubt)

    def at(self, rows: Sequence[int] | NDArray[np.intp]) -> Values:
        """Return the numbers of *rows*."""
        found = np.asarray(rows, dtype=np.intp)
        error = np.broadcast_to(self.error, self.numbers.shape)[found]
        return Values(self.numbers[found], error, self.unit)

    def along(self, points: Mapping[Fraction, Fraction]) -> Values:
        """Return the scores on the straight lines between *points*; NaN beyond the last ones."""
        levels = sorted(points)
        if len(levels) == 1:
            return self.stepped(levels, points.get)
        low = of_exact(levels)
        worth = of_exact([points[level] for level in levels])
        slopes = [(points[b] - points[a]) / (b - a) for a, b in pairwise(levels)]
        last = len(slopes) - 1
        segment = np.clip(np.searchsorted(low.numbers, self.numbers, "right") - 1, 0, last)
        found = worth.at(segment) + (self - low.at(segment)) * of_exact(slopes).at(segment)
        steepest = max(abs(float(slope)) for slope in slopes)
        found.error = found.error + steepest * self.error  # it may lie in the next segment
        return found.where_within(self, (levels[0], levels[-1]))

    def within(self, low: Fraction, high: Fraction) -> Values:
        """Return the numbers from *low* to *high*, NaN for others."""
        return self.where_within(self, (low, high))

    def where_within(self, other: Values, ends: tuple[Fraction, Fraction]) -> Values:
        """Return the numbers where those of *other* lie within *ends*, else NaN."""
        below, near_low = other.below(ends[0])
        up_to, near_high = other.below(ends[1], included=True)
        numbers = np.where(below | ~up_to, np.nan, self.numbers)
        return Values(numbers, self.error, self.unit).doubted(near_low | near_high)

    def count_below(
        self, ordered: Sequence[int], unit: int, further: Fraction, *, included: bool = False
    ) -> Values:
        """Return how many of *ordered* are below each number + *further*, or *included*, that.

        They are whole numbers of 1/*unit*.
        """
        side: Literal["left", "right"] = "right" if included else "left"
        common = lcm(self.unit, unit)
        largest = max(abs(ordered[0]), abs(ordered[-1])) * (common // unit or 1)
        size = np.nanmax(np.abs(self.numbers), initial=0.0)
        shift = further * common
        if common and max(largest, size * common, abs(shift)) < _LARGEST_WHOLE:
            sure = 2 * (self.error + _off(self.numbers)) * common < 1
            whole = np.rint(np.where(sure, self.numbers, 0.0) * common).astype(np.int64)
            beyond = whole + (floor(shift) if included else ceil(shift))
            found = np.searchsorted(np.array(ordered, np.int64) * (common // unit), beyond, side)
            doubt = ~sure & ~np.isnan(self.numbers)
        else:
            bounds = np.array([one / unit for one in ordered])
            number = self.numbers + float(further)
            margin = self.error + 2 * _off(np.abs(self.numbers) + abs(float(further)))
            low, found = (np.searchsorted(bounds, number + d, side) for d in (-margin, margin))
            doubt = (low != found) & ~np.isnan(number)
        counts = np.where(np.isnan(self.numbers), np.nan, found.astype(np.float64))
        return Values(counts, 0.0, 1).doubted(doubt | self.unknown)

    def below(self, bound: Fraction, *, included: bool = False) -> tuple[Mask, Mask]:
        """Return where numbers are below *bound*, or on it where *included*; and where in doubt."""
        apart = self.numbers - float(bound)
        margin = self.error + _off(np.asarray(float(bound))) + _off(apart)
        on_it, doubt = self._on_it(np.abs(apart), margin, [bound])
        return np.where(on_it, included, apart < 0), doubt

    def _on_it(self, apart: Array, margin: Array, bounds: Sequence[Fraction]) -> tuple[Mask, Mask]:
        """Return where numbers are one of *bounds* that is so far *apart*; and where in doubt."""
        near = ~(apart > margin) & ~np.isnan(self.numbers)
        unit = lcm(self.unit, *(bound.denominator for bound in bounds))
        if unit == UNKNOWN or unit > LONGEST_UNIT:
            return np.zeros_like(near), near
        on_it = near & (2 * margin * unit < 1)
        return on_it, near & ~on_it

    def rounded(self, decimals: int) -> Rounded:
        """Return the numbers as whole ones of the last of *decimals*, half away from zero.

        A number that is nearer to a tie than its error is the tie itself where no other one with
        such a denominator is as near; else it is doubtful.
        """
        factor = 10.0**decimals
        size = np.abs(self.numbers) * factor
        floor = np.floor(size)
        over = size - floor
        margin = (self.error + _off(self.numbers)) * factor
        near = ~(np.abs(over - _HALF) > margin) & ~np.isnan(size)
        apart = (
            2.0 * 10**decimals * self._own_units()
        )  # ties and values are at least 1 / this apart
        with np.errstate(invalid="ignore"):  # 0 times an infinite error is no tie
            tie = near & (2 * margin / factor * apart < 1) & (apart > 0)
        whole = floor + ((over >= _HALF) | tie)
        return Rounded(np.copysign(whole, self.numbers) + 0.0, near & ~tie)


def of_decimals(numbers: Array, decimals: int) -> Values:
    """Return numbers that stand for decimals with so many places at most, NaN for none."""
    return Values(numbers, np.abs(numbers) * (EPSILON / 2), 10**decimals)


def of_whole(whole: Array, decimals: int) -> Values:
    """Return whole numbers of the last of *decimals* as numbers."""
    return of_decimals(whole / 10.0**decimals, decimals)


def of_plain(numbers: Array) -> Values:
    """Return doubles that stand for decimals of at most 15 digits, NaN for none."""
    for decimals in range(_PLACES):
        factor = 10.0**decimals
        if np.all((np.rint(numbers * factor) / factor == numbers) | np.isnan(numbers)):
            return of_decimals(numbers, decimals)
    return Values(numbers, _off(numbers))


def of_exact(exact: Sequence[Fraction | None]) -> Values:
    """Return fractions as numbers, NaN for None."""
    ratios = [_NOTHING if one is None else one.as_integer_ratio() for one in exact]
    numbers = np.array([over / under for over, under in ratios], dtype=np.float64)
    unit = 1
    for denominator in {under for _, under in ratios}:
        unit = lcm(unit, denominator)
        if unit > LONGEST_UNIT:
            break
    return Values(numbers, _off(numbers), unit)


def _as_values(other: Values | Fraction | int) -> Values:
    if isinstance(other, Values):
        return other
    number = np.asarray(float(other))
    return Values(number, _off(number), Fraction(other).denominator)


def _off(numbers: Array) -> Array:
    """Return what rounding to doubles may have cost."""
    off: Array = np.abs(numbers) * EPSILON
    return off


def _quotient(over: Values, under: Values) -> Values:
    size = np.abs(under.numbers)
    near = ~(size > under.error) & ~np.isnan(size)
    least = 1 / (2 * under.unit) if under.unit else 0.0
    zero = near & ((size + under.error == 0) | (under.error < least))
    numbers = over.numbers / np.where(near, np.where(zero, np.nan, 1.0), under.numbers)
    error = (over.error + np.abs(numbers) * under.error) / np.where(near, 1.0, size - under.error)
    return Values(numbers, error + _off(numbers)).doubted(near & ~zero)
