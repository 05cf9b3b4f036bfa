"""Uniform numbers: at random, and evenly spread (a scrambled Halton sequence)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

import numpy as np

from kediri_index.scoring.arrays.values import Array

Generator = np.random.Generator
_DRAWS, _SPREAD, _RESAMPLED = range(3)
_MOST_SPREAD = 512
"""Columns that are evenly spread; primes beyond are too large for it to matter."""


def random_draws(seed: int) -> Generator:
    """Return the source of the draws: draw number i is the same however many there are."""
    return _generator(seed, _DRAWS)


def resampling(seed: int) -> Generator:
    """Return the source of bootstrap samples."""
    return _generator(seed, _RESAMPLED)


def evenly_spread(seed: int, points: int, columns: int) -> Array:
    """Return *points* x *columns* numbers in [0, 1) that leave no large gaps, scrambled by *seed*.

    The digits of a Halton sequence are permuted, each place by itself, and points lie anywhere in
    their cell; so every estimate is without bias, and each seed gives another sample.

    Source: Owen, A randomized Halton algorithm in R (2017), arXiv:1706.02808.
    """
    generator = _generator(seed, _SPREAD)
    found = np.empty((columns, points))
    spread = min(columns, _MOST_SPREAD)
    for column, prime in enumerate(islice(primes(), spread)):
        found[column] = _halton(generator, points, prime)
    found[spread:] = generator.random((points, columns - spread)).T
    return found.T


def _halton(generator: Generator, points: int, prime: int) -> Array:
    rest = np.arange(points)
    found = np.zeros(points)
    cell, cells = 1.0, 1
    while cells < points:
        cell, cells = cell / prime, cells * prime
        found += generator.permutation(prime)[rest % prime] * cell
        rest //= prime
    within: Array = np.minimum(found + cell * generator.random(points), np.nextafter(1.0, 0.0))
    return within


def primes() -> Iterator[int]:
    """Yield the primes from 2 up."""
    found: list[int] = []
    for number in count(2):
        if all(number % prime for prime in found if prime * prime <= number):
            found.append(number)
            yield number


def _generator(seed: int, purpose: int) -> Generator:
    return np.random.Generator(np.random.PCG64([seed, purpose]))
