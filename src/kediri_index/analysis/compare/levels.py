"""Owen values: Shapley values level by level, for games too large to write out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import factorial

Block = int | tuple["Block", ...]
"""A player's bit, or players that move together as seen from outside."""

Worth = Callable[[int], Fraction]

AT_ONCE = 6
"""Of so many blocks every coalition is looked at; more are halved, in their order."""


def owen(worth: Worth, blocks: Sequence[Block]) -> dict[int, Fraction]:
    """Return the value of each player in nested *blocks*, by bit.

    The mean of what a player adds over those orders in which the players of a block follow each
    other, block within block: exact at each level, and adding up to the whole change.

    Sources: Owen, Values of Games with a Priori Unions (1977); Winter, A Value for Cooperative
    Games with Levels Structure of Cooperation (1989).
    """
    values: dict[int, Fraction] = {}
    _divide(worth, _halved(blocks), [(0, Fraction(1))], values)
    return values


def _divide(
    worth: Worth,
    blocks: Sequence[Block],
    before: Sequence[tuple[int, Fraction]],
    values: dict[int, Fraction],
) -> None:
    """Add the values of the players in *blocks*; *before* are those who came first, by weight."""
    for at, block in enumerate(blocks):
        others = [_bits(one) for position, one in enumerate(blocks) if position != at]
        coalitions: dict[int, Fraction] = {}
        for first, weight in before:
            for here, chance in _before(others):
                key = first | here
                coalitions[key] = coalitions.get(key, Fraction(0)) + weight * chance
        if isinstance(block, int):
            values[block] = sum(
                (
                    weight * (worth(first | block) - worth(first))
                    for first, weight in coalitions.items()
                ),
                Fraction(0),
            )
        else:
            _divide(worth, _halved(block), list(coalitions.items()), values)


def _before(others: Sequence[int]) -> Iterator[tuple[int, Fraction]]:
    """Yield each set of *others* that may come first, with its weight."""
    count = len(others)
    for chosen in range(1 << count):
        size = chosen.bit_count()
        bits = 0
        for at, other in enumerate(others):
            if chosen >> at & 1:
                bits |= other
        yield bits, Fraction(factorial(size) * factorial(count - size), factorial(count + 1))


def _halved(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return at most so many blocks as are looked at at once."""
    if len(blocks) == 1 and not isinstance(blocks[0], int):
        return _halved(blocks[0])
    if len(blocks) <= AT_ONCE:
        return tuple(blocks)
    middle = (len(blocks) + 1) // 2
    return tuple(blocks[:middle]), tuple(blocks[middle:])


def _bits(block: Block) -> int:
    if isinstance(block, int):
        return block
    found = 0
    for one in block:
        found |= _bits(one)
    return found
