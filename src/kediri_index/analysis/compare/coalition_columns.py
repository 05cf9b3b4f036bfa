"""The aggregations over all coalitions at once, in whole numbers of a small unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from math import lcm

from kediri_index.model.aggregation import Aggregation, Function, Undefined

Column = list[int]
"""A node's score in every coalition of the answers below it, the lowest bit first."""

Parts = Sequence[tuple[Fraction, Column]]
"""Each child's share (0 for one that does not count) and column; all coalitions have a score."""


def aggregated(aggregation: Aggregation, parts: Parts, unit: int) -> Column:
    """Return the column of a group from those of its children, in units of 1/*unit*."""
    function, quantile = aggregation.function, aggregation.quantile
    if function is not None:
        return [function.from_parts(total, unit) for total in _joined(function, parts, unit)]
    if aggregation.penalty:
        return _with_penalty(parts, aggregation.penalty, unit)
    if aggregation.is_inner and quantile is not None:
        return _quantiles(parts, quantile)
    if quantile is not None:
        return _extreme(parts, max if quantile else min)
    return _one_by_one(aggregation, parts, unit)


def _joined(function: Function, parts: Parts, unit: int) -> Column:
    nothing = function.part(Fraction(0), unit, unit)
    found = [nothing]
    for share, column in parts:
        adds = [function.part(share, score, unit) if share else nothing for score in column]
        if function.multiplies:
            found = [one * other // unit for other in adds for one in found]
        else:
            found = [one + other for other in adds for one in found]
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


def _with_penalty(parts: Parts, sign: int, unit: int) -> Column:
    means, squares = [0], [0]
    for share, column in parts:
        over, under = share.as_integer_ratio()
        means = [one + other * over // under for other in column for one in means]
        powers = [score * score // unit * over // under for score in column]
        squares = [one + other for other in powers for one in squares]
    found = []
    for mean, square in zip(means, squares, strict=True):
        variance = square - mean * mean // unit
        found.append(mean + sign * variance * unit // mean if mean > 0 else mean)
    return found


def _quantiles(parts: Parts, quantile: Fraction) -> Column:
    whole = lcm(*(share.denominator for share, _ in parts), quantile.denominator)
    shares = [int(share * whole) for share, _ in parts]
    found = []
    for scores in product(*(column for _, column in reversed(parts))):
        rising = sorted(zip(scores, reversed(shares), strict=True))
        found.append(_quantile([pair for pair in rising if pair[1]], int(quantile * whole)))
    return found


def _quantile(rising: Sequence[tuple[int, int]], wanted: int) -> int:
    reached, at = rising[0][1], 0
    while reached < wanted:
        at += 1
        reached += rising[at][1]
    score = rising[at][0]
    return (score + rising[at + 1][0]) // 2 if reached == wanted else score


def _one_by_one(aggregation: Aggregation, parts: Parts, unit: int) -> Column:
    shares = [share for share, _ in parts]
    found = []
    for scores in product(*(column for _, column in reversed(parts))):
        children = [
            (share, Fraction(score, unit))
            for share, score in zip(shares, reversed(scores), strict=True)
        ]
        score = aggregation.combine(children)
        found.append(0 if isinstance(score, Undefined) else int(score * unit))
    return found
