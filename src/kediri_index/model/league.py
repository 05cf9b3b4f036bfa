"""What a report of many units is made of: all of one year, side by side, frozen."""

from collections.abc import Callable, Iterable
from fractions import Fraction
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


class League(NamedTuple):
    """The units of one year, best first; those without a score stand last, without indicators.

    *parts* are the groups that charts compare (the pillars), *own* the place of the unit that the
    report is about, None where it is about all. *previous_inputs* are last year's files.
    """

    outcome: ScoreOutcome
    year: int | None
    units: tuple[UnitResult, ...]
    parts: tuple[Group, ...]
    relations: tuple[PartRelation, ...] = ()
    own: int | None = None

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
