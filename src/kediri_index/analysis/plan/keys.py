"""What is added up for each aggregation that is a sum underneath: share x a function of the score.

Whole numbers, exact where the function gives fractions: the mean itself, harmonic, whole powers.
For roots and logarithms 75 digits are kept; the scores that are made of them have 60.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from kediri_index.model.aggregation import Function

Shares = tuple[tuple[Fraction, tuple[Fraction, ...]], ...]
"""The share of each child, and every score that it can have."""
Keyed = list[dict[Fraction, int]]
"""For each child, what each of its scores adds; a score of 0 that makes the whole 0 outdoes all."""

_DIGITS = 75
_ROUNDED = 10**40
"""Part of a key by which the last digits of a root may be off, generously."""
_LONGEST_UNIT = 1 << 14
"""Bits; fractions that have no shorter common unit are cut to as many digits as roots have."""


def keys_of(
    function: Function, children: Shares, goal: Fraction | None = None
) -> tuple[Keyed, int | None]:
    """Return what each score of each child adds: the higher the sum, the higher the result.

    And the least sum that a result of *goal* can have.
    """
    exact = [
        {
            score: None if (value := _rising(function, score)) is None else share * value
            for score in scores
        }
        for share, scores in children
    ]
    unit = _unit(value for one in exact for value in one.values() if value is not None)
    whole = [
        {
            score: None if value is None else value.numerator * unit // value.denominator
            for score, value in one.items()
        }
        for one in exact
    ]
    finite = [[value for value in one.values() if value is not None] for one in whole]
    bottom = -1 - sum(2 * max(map(abs, values), default=0) for values in finite)
    keyed = [
        {score: bottom if value is None else value for score, value in one.items()} for one in whole
    ]
    needed = None if goal is None else _rising(function, goal)
    if needed is None:
        return keyed, None
    slack = len(keyed) + unit // _ROUNDED
    return keyed, needed.numerator * unit // needed.denominator - slack


def _unit(values: Iterable[Fraction]) -> int:
    unit = 1
    for under in {value.denominator for value in values}:
        unit = lcm(unit, under)
        if unit.bit_length() > _LONGEST_UNIT:
            return int(10**_DIGITS)
    return unit


def _rising(function: Function, score: Fraction) -> Fraction | None:
    """Return what rises with the score; None stands for what makes the whole 0."""
    if score <= 0 and not function.of_negative:
        return None if function.zero_sinks else Fraction(0)
    return function.sign * function.exact(score)
