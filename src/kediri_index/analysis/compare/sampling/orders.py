"""Shapley values by sampled orders, for games too large to look at every coalition.

A player's value is the mean of what it adds over all orders of coming in. Orders are drawn from a
fixed seed, each together with its reverse: what two players do together then comes out exactly,
and only what three or more do together has an error. In every order the players add up to the
whole change, so their means do too.

Source: Castro, Gómez, Tejada, Polynomial Calculation of the Shapley Value Based on Sampling (2009);
Mitchell et al., Sampling Permutations for Shapley Value Estimation (2022), for reversed orders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from kediri_index.analysis.compare.sampling.running_tree import RunningTree, TreeLayout, layout_of
from kediri_index.analysis.compare.sides import SET, WEIGHTS, Frame

Watch = Callable[[int, int], None]
"""Receives how many orders were looked at, of how many."""

_DIGITS = 12
"""Decimals that are kept, so that all machines agree."""
_64_BITS = (1 << 64) - 1
_LEAST_PAIRS, _MOST_PAIRS = 2, 1_000
_STEADY_PAIRS = 8
"""Fewer pairs say too little of their own error."""
_CLOSE_ENOUGH = 5e-5
"""The standard error, as a share of all contributions, at which no more orders are drawn."""


class Sampled(NamedTuple):
    """The value of each player by its bit, from so many *orders*.

    *error* is the largest standard error of a player's value or of the sum of a group's.
    """

    values: Mapping[int, Fraction]
    orders: int
    error: Fraction


class _Spread:
    """The mean of figures that come one after another, and its standard error."""

    __slots__ = ("count", "mean", "squares")

    def __init__(self) -> None:
        self.count = 0
        self.mean = self.squares = 0.0

    def add(self, figure: float) -> None:
        self.count += 1
        off = figure - self.mean
        self.mean += off / self.count
        self.squares += off * (figure - self.mean)

    @property
    def error(self) -> float:
        return sqrt(self.squares / (self.count * (self.count - 1)))


def sampled(
    trees: Sequence[Frame],
    stand_in: Fraction,
    players: Sequence[int],
    work: int,
    watch: Watch | None = None,
) -> Sampled:
    """Return the values of *players* in the game of the overall; all others keep the old side's.

    *trees* are those for each choice of weights and set, *stand_in* is the worth where there is no
    score. About *work* is done at most, though always two orders and their
    reverse.
    """
    chance = _chances()
    layouts = [layout_of(tree) for tree in trees]
    walk = _Walk(layouts, float(stand_in))
    spreads = {bit: _Spread() for bit in players}
    below = _below(layouts[-1], set(players))
    sums = [_Spread() for _ in below]
    pairs, wanted = 0, _MOST_PAIRS
    while pairs < wanted:
        order = sorted(players, key=lambda _: next(chance))
        added = walk.there_and_back(order)
        for bit, figure in added.items():
            spreads[bit].add(figure)
        for total, bits in zip(sums, below, strict=True):
            total.add(sum(added[bit] for bit in bits))
        pairs += 1
        wanted = min(wanted, max(work * pairs // max(walk.work, 1), _LEAST_PAIRS))
        if watch is not None:
            watch(2 * pairs, 2 * max(wanted, pairs))
        if pairs >= _STEADY_PAIRS and _error(spreads, sums) <= _CLOSE_ENOUGH * sum(
            abs(one.mean) for one in spreads.values()
        ):
            break
    values = {bit: _decimal(one.mean) for bit, one in spreads.items()}
    return Sampled(values, 2 * pairs, _decimal(_error(spreads, sums)))


def _decimal(value: float) -> Fraction:
    return Fraction(f"{value:.{_DIGITS}f}")


def _error(spreads: Mapping[int, _Spread], sums: Sequence[_Spread]) -> float:
    return max(one.error for one in (*spreads.values(), *sums))


def _below(tree: TreeLayout, players: set[int]) -> list[list[int]]:
    """Return the players below each group of *tree* that has some, and not all."""
    found: list[list[int]] = []

    def at(node: TreeLayout) -> list[int]:
        bits = []
        for child in node.children:
            bits += at(child) if isinstance(child, TreeLayout) else [child.player]
        bits = [bit for bit in bits if bit in players]
        if 1 < len(bits) < len(players):
            found.append(bits)
        return bits

    at(tree)
    return found


def _chances() -> Iterator[int]:
    """Yield numbers that look random: the same on every run, in every version of Python.

    Source: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators (2014), SplitMix64.
    """
    state = 0
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _64_BITS
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _64_BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _64_BITS
        yield mixed ^ (mixed >> 31)


class _Walk:
    """The overall along an order in which players come in, and leave again."""

    def __init__(self, trees: Sequence[TreeLayout], stand_in: float) -> None:
        self.trees = trees
        self.stand_in = stand_in
        self.work = 0

    def there_and_back(self, order: Sequence[int]) -> dict[int, float]:
        """Return what each player adds, as the mean of *order* and its reverse.

        Who leaves in an order when all are there leaves those that came before it in the reverse.
        """
        chosen = 0
        tree = RunningTree(self.trees[0], chosen)
        worth = self._worth(tree)
        added = dict.fromkeys(order, 0.0)
        for sign in (1, -1):
            for bit in order:
                chosen ^= bit
                if bit in {WEIGHTS, SET}:
                    self.work += tree.work
                    tree = RunningTree(self.trees[chosen & (WEIGHTS | SET)], chosen)
                else:
                    tree.turn(bit, is_new=sign > 0)
                after = self._worth(tree)
                added[bit] += sign * (after - worth) / 2
                worth = after
        self.work += tree.work
        return added

    def _worth(self, tree: RunningTree) -> float:
        return self.stand_in if tree.value is None else tree.value
