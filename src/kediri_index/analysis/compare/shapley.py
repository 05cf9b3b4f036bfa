"""Shapley values of a game that is written out: the worth of every coalition."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial
from typing import TypeVar

from kediri_index.scoring.whole import common_unit

UNIT = 10**40
"""Large games are in whole numbers of such a part: roots have few digits more."""

_Worth = TypeVar("_Worth", int, Fraction)


def shapley(worths: Sequence[Fraction]) -> list[Fraction]:
    """Return each player's value; a coalition's place in *worths* has the bits of its players.

    Source: Shapley, A Value for n-Person Games (1953). Exact; they add up to the last worth less
    the first.
    """
    unit = common_unit(worths)
    if unit is None:
        return _values(worths)
    whole = [worth.numerator * (unit // worth.denominator) for worth in worths]
    return [value / unit for value in _values(whole)]


def shapley_of_whole(worths: Sequence[int], unit: int) -> list[Fraction]:
    """Return the same of worths in units of 1/*unit*."""
    return [value / unit for value in _values(worths)]


def _values(worths: Sequence[_Worth]) -> list[Fraction]:
    """Return the values by halves: the coalitions with a player are half of all.

    A player's value is the weighted worth of the coalitions with it, less that of those without.
    """
    players = len(worths).bit_length() - 1
    with_one, without = weights(players)
    of_all = sum(without[at.bit_count()] * worth for at, worth in enumerate(worths))
    both = [one + other for one, other in zip(with_one, without, strict=True)]
    folded: list[int | Fraction] = [both[at.bit_count()] * worth for at, worth in enumerate(worths)]
    found = []
    while len(folded) > 1:
        half = len(folded) // 2
        found.append(sum(folded[half:]))
        folded = [low + high for low, high in zip(folded[:half], folded[half:], strict=True)]
    return [Fraction(one - of_all) / factorial(players) for one in reversed(found)]


def weights(players: int) -> tuple[list[int], list[int]]:
    """Return the weights of a coalition with, and without, a player, by its size.

    They are times the number of orders of all *players*.
    """
    orders = [factorial(size) * factorial(players - 1 - size) for size in range(players)]
    return [0, *orders], [*orders, 0]
