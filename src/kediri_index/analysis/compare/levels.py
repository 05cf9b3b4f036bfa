"""Owen values: Shapley values level by level, for games too large to write out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import factorial
from typing import NamedTuple

Block = int | tuple["Block", ...]
"""A player's bit, or players that move together as seen from outside."""

Worth = Callable[[int], int]
"""The worth of a coalition, in whole units."""

AT_ONCE = 6
"""Of so many blocks every coalition is looked at; more are halved, in their order."""


def owen(worth: Worth, blocks: Sequence[Block]) -> dict[int, Fraction]:
    """Return the value of each player in nested *blocks*, by bit, in the units of *worth*.

    The mean of what a player adds over those orders in which the players of a block follow each
    other, block within block: exact at each level, and adding up to the whole change.

    Sources: Owen, Values of Games with a Priori Unions (1977); Winter, A Value for Cooperative
    Games with Levels Structure of Cooperation (1989).
    """
    values: dict[int, Fraction] = {}
    _divide(worth, _halved(blocks), _First({0: 1}, 1), values)
    return values


class _First(NamedTuple):
    """Who may have come first: the coalitions, each with its chance out of *orders*."""

    chances: Mapping[int, int]
    orders: int

    def with_some_of(self, others: Sequence[int]) -> _First:
        """Return the same with each set of *others* that may come next before one more."""
        count = len(others)
        found: dict[int, int] = {}
        for chosen in range(1 << count):
            size = chosen.bit_count()
            orders = factorial(size) * factorial(count - size)
            bits = sum(other for at, other in enumerate(others) if chosen >> at & 1)
            for first, chance in self.chances.items():
                found[first | bits] = chance * orders
        return _First(found, self.orders * factorial(count + 1))


def _divide(
    worth: Worth, blocks: Sequence[Block], first: _First, values: dict[int, Fraction]
) -> None:
    """Add the values of the players in *blocks*; *first* are those outside who came before."""
    for at, block in enumerate(blocks):
        others = [players_of(one) for position, one in enumerate(blocks) if position != at]
        before = first.with_some_of(others)
        if isinstance(block, int):
            added = sum(
                chance * (worth(there | block) - worth(there))
                for there, chance in before.chances.items()
            )
            values[block] = Fraction(added, before.orders)
        else:
            _divide(worth, _halved(block), before, values)


def _halved(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return at most so many blocks as are looked at at once."""
    if len(blocks) == 1 and not isinstance(blocks[0], int):
        return _halved(blocks[0])
    if len(blocks) <= AT_ONCE:
        return tuple(blocks)
    middle = (len(blocks) + 1) // 2
    return tuple(blocks[:middle]), tuple(blocks[middle:])


def players_of(block: Block) -> int:
    """Return the bits of all players in *block*."""
    return block if isinstance(block, int) else sum(map(players_of, block))
