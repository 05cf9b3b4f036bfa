"""The aggregations over all coalitions at once, in whole numbers of a small unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import isqrt, lcm

from kediri_index.model.aggregation import Aggregation
from kediri_index.scoring.aggregations.extremes import Max, Min
from kediri_index.scoring.aggregations.geometric import Geometric
from kediri_index.scoring.aggregations.harmonic import Harmonic
from kediri_index.scoring.aggregations.mazziotta_pareto import MazziottaPareto
from kediri_index.scoring.aggregations.median import Median
from kediri_index.scoring.aggregations.power import Power
from kediri_index.scoring.roots import exponential_of_logarithms

Column = list[int]
"""A node's score in every coalition of the answers below it, the lowest bit first."""

Parts = Sequence[tuple[Fraction, Column]]
"""Each child's share (0 for one that does not count) and column; no score is below 0 in a mean of
ratios."""

_ENDLESS = 10**600
"""What a score of 0 is to a mean of reciprocals."""
_LARGEST_POWER = 12


def aggregated(aggregation: Aggregation, parts: Parts, unit: int) -> Column:
    """Return the column of a group from those of its children, in units of 1/*unit*."""
    match aggregation:
        case Power():
            found = _power_mean(parts, aggregation.exponent, unit)
        case Harmonic():
            found = _power_mean(parts, Fraction(-1), unit)
        case Geometric():
            found = _multiplied(parts, unit)
        case MazziottaPareto():
            found = _with_penalty(parts, aggregation.sign, unit)
        case Min() | Max():
            found = _extreme(parts, min if isinstance(aggregation, Min) else max)
        case Median():
            found = _medians(parts)
        case _:
            found = _summed(parts, _proportional)
    return found


def _summed(parts: Parts, term: Callable[[Fraction, int], int]) -> Column:
    found = [0]
    for share, column in parts:
        terms = [term(share, score) if share else 0 for score in column]
        found = [one + other for other in terms for one in found]
    return found


def _proportional(share: Fraction, score: int) -> int:
    return score * share.numerator // share.denominator


def _multiplied(parts: Parts, unit: int) -> Column:
    found = [unit]
    for share, column in parts:
        factors = [_power(score, *share.as_integer_ratio(), unit) for score in column]
        found = [one * other // unit for other in factors for one in found]
    return found


def _extreme(parts: Parts, chosen: Callable[[int, int], int]) -> Column:
    found: list[int | None] = [None]
    for share, column in parts:
        if not share:
            found = found * len(column)
        else:
            found = [
                other if one is None else chosen(one, other) for other in column for one in found
            ]
    return [one or 0 for one in found]


def _power_mean(parts: Parts, exponent: Fraction, unit: int) -> Column:
    if exponent == 1:
        return _summed(parts, _proportional)
    over, under = exponent.as_integer_ratio()

    def term(share: Fraction, score: int) -> int:
        if not score and exponent < 0:
            return _ENDLESS
        return _proportional(share, _power(score, over, under, unit))

    return [_root(total, exponent, unit) for total in _summed(parts, term)]


@lru_cache(maxsize=100_000)
def _power(score: int, over: int, under: int, unit: int) -> int:
    """Return *score* ^ (*over*/*under*): apart, since to find a fraction kept takes its time."""
    if not over:
        return unit
    if not score:
        return 0
    power = exponential_of_logarithms([(Fraction(over, under), Fraction(score, unit))])
    return power.numerator * unit // power.denominator


def _root(total: int, exponent: Fraction, unit: int) -> int:
    """Return *total* ^ (1 / *exponent*)."""
    if not total or total >= _ENDLESS:
        return 0
    over, under = exponent.denominator, exponent.numerator
    if under in {1, -1} and over <= _LARGEST_POWER:
        power: int = total**over // unit ** (over - 1)
        return power if under > 0 else unit * unit // power
    if exponent == 2:  # noqa: PLR2004 - a square root
        return isqrt(total * unit)
    return int((total / unit) ** (over / under) * unit)


def _with_penalty(parts: Parts, sign: int, unit: int) -> Column:
    means = _summed(parts, _proportional)
    squares = _summed(parts, lambda share, score: _proportional(share, score * score // unit))
    found = []
    for mean, square in zip(means, squares, strict=True):
        variance = square - mean * mean // unit
        found.append(mean + sign * variance * unit // mean if mean > 0 else mean)
    return found


def _medians(parts: Parts) -> Column:
    whole = lcm(*(share.denominator for share, _ in parts))
    shares = [int(share * whole) for share, _ in parts]
    found = []
    for scores in product(*(column for _, column in reversed(parts))):
        rising = sorted(zip(scores, reversed(shares), strict=True))
        found.append(_median([pair for pair in rising if pair[1]], whole))
    return found


def _median(rising: Sequence[tuple[int, int]], whole: int) -> int:
    reached, at = rising[0][1], 0
    while 2 * reached < whole:
        at += 1
        reached += rising[at][1]
    score = rising[at][0]
    return (score + rising[at + 1][0]) // 2 if 2 * reached == whole else score
