"""What the tree and an aggregation say to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import ClassVar, NamedTuple, Protocol

from kediri_index.model.no_score import NoScore

Weighted = Sequence[tuple[Fraction, Fraction]]
"""Pairs of a share and a score; all shares add up to 1, but those of a sum, which are weights."""


def sum_of_products(pairs: Weighted) -> Fraction:
    """Return the sum of share x score: in whole numbers, at a tenth of what Fractions take."""
    terms = []
    for share, score in pairs:
        share_over, share_under = share.as_integer_ratio()
        over, under = score.as_integer_ratio()
        terms.append((share_over * over, share_under * under))
    whole = lcm(*{under for _, under in terms})
    return Fraction(sum(over * (whole // under) for over, under in terms), whole)


class Undefined(NamedTuple):
    """There is no combined score, and why; *at* are the positions of the children concerned."""

    reason: NoScore
    at: tuple[int, ...] = ()


class Aggregation(Protocol):
    """How children are combined, with its parameter: one frozen dataclass an aggregation.

    *additive*: share x score of the children add up to the result. *monotone*: a child that rises
    never makes it fall.
    """

    name: ClassVar[str]
    additive: ClassVar[bool]
    monotone: ClassVar[bool]

    def combine(self, children: Weighted) -> Fraction | Undefined:
        """Return the combined score; a child whose share is 0 does not count."""
        ...


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The weighted mean: what a definition means that says nothing else."""

    name: ClassVar[str] = "arithmetic"
    additive: ClassVar[bool] = True
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction:
        """Return the weighted mean; zero and negative scores count like any other."""
        return sum_of_products(children)


@dataclass(frozen=True, slots=True)
class Sum:
    """The weighted sum: weights are taken as they are, and not divided by their total."""

    name: ClassVar[str] = "sum"
    additive: ClassVar[bool] = True
    monotone: ClassVar[bool] = True

    def combine(self, children: Weighted) -> Fraction:
        """Return the sum of weight x score; zero and negative scores count like any other."""
        return sum_of_products(children)
