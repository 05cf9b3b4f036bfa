"""What a report of many units is made of: all of one year, side by side, frozen."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from kediri_index.model.dataset import InputFile
from kediri_index.model.definition import Group
from kediri_index.model.scores import ScoreOutcome, UnitResult

_Unit = TypeVar("_Unit")

MOST_MOVED = 5
"""So many rises, and so many falls, are told of many units."""


class PartRelation(NamedTuple):
    """How the scores of two parts go together over *n* units: Pearson's correlation.

    None where one of them has no spread.
    """

    first: str
    second: str
    n: int
    correlation: float | None


class PeerScores(NamedTuple):
    """The published scores of one node, and their ranks, in the order of the league's units.

    Ranks count from 1; None where there is no score.
    """

    scores: tuple[Fraction | None, ...]
    ranks: tuple[int | None, ...]
    known: tuple[Fraction, ...]
    """The scores that there are, from the lowest."""
    floats: tuple[float, ...]
    """The same as charts draw them."""

    @property
    def median(self) -> Fraction:
        """The middle of the scores."""
        middle = len(self.known) // 2
        return (self.known[middle] + self.known[-1 - middle]) / 2

    def below(self, at: int) -> int:
        """Return how many units have a lower score than the one at *at*."""
        score = self.scores[at]
        return 0 if score is None else bisect_left(self.known, score)

    def above(self, at: int) -> int:
        """Return how many have a higher one."""
        rank = self.ranks[at]
        return 0 if rank is None else rank - 1


class League(NamedTuple):
    """The units of one year, best first; those without a score stand last, without indicators.

    *parts* are the groups that charts compare (the pillars), *own* the place of the unit that the
    report is about, None where it is about all. *previous_inputs* are last year's files. *peers*
    has the scores of all units by node, the indicators too, where single units are reported.
    """

    outcome: ScoreOutcome
    year: int | None
    units: tuple[UnitResult, ...]
    parts: tuple[Group, ...]
    relations: tuple[PartRelation, ...] = ()
    own: int | None = None
    peers: Mapping[str, PeerScores] = MappingProxyType({})

    @property
    def scored(self) -> tuple[UnitResult, ...]:
        """The units that have a score."""
        return tuple(one for one in self.units if one.overall.published is not None)

    @property
    def moved(self) -> tuple[UnitResult, ...]:
        """The units whose score may be compared with last year's."""
        return tuple(one for one in self.units if one.change is not None)

    @property
    def previous_inputs(self) -> tuple[InputFile, ...]:
        """Last year's files."""
        return self.outcome.previous_inputs


def rank_change(unit: UnitResult) -> int | None:
    """Return by how many ranks *unit* has risen since last year; below zero where it fell."""
    then = unit.previous.rank if unit.previous else None
    if then is None or unit.rank is None or unit.change is None:
        return None
    return then - unit.rank


def part_scores(unit: UnitResult) -> dict[str, Fraction | None]:
    """Return the published score of each group of *unit*."""
    return {one.id: one.figure.published for one in unit.all_groups()}


def moved_most(
    units: Iterable[_Unit], size: Callable[[_Unit], Fraction | int | None]
) -> tuple[list[_Unit], list[_Unit]]:
    """Return the units that rose most, then those that fell most, the furthest first.

    *size* says how far a unit rose, None where that is not known. Of those that moved alike the
    order of *units* decides.
    """
    sized = [(found, one) for one in units if (found := size(one))]
    rose = sorted((pair for pair in sized if pair[0] > 0), key=lambda pair: -pair[0])
    fell = sorted((pair for pair in sized if pair[0] < 0), key=lambda pair: pair[0])
    return [one for _, one in rose[:MOST_MOVED]], [one for _, one in fell[:MOST_MOVED]]
