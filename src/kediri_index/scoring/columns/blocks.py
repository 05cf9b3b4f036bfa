"""Units of several tables, those of one table and definition together, each with its scorer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kediri_index.model.answers import UnitAnswers
from kediri_index.scoring.columns.figures import ColumnScorer
from kediri_index.scoring.later_units import Scorable

BLOCK = 2048
"""So many units are computed at a time: some megabytes."""


def blocks_of(units: Sequence[Scorable]) -> Iterator[Sequence[Scorable]]:
    """Yield *units* in parts of a size that can be computed together."""
    return (units[start : start + BLOCK] for start in range(0, len(units), BLOCK))


class Alike(NamedTuple):
    """Units of one table: their places among all that were asked for, and their answers."""

    scorer: ColumnScorer
    places: list[int]
    answers: list[UnitAnswers]


class Scorers:
    """The scorers of tables, each made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], ColumnScorer] = {}

    def alike(self, units: Sequence[Scorable]) -> Iterator[Alike]:
        """Yield the units that hold plain numbers and gaps alone; the others are in none."""
        found: dict[tuple[int, int], Alike] = {}
        for at, unit in enumerate(units):
            answers = unit.plain_answers()
            if answers is None:
                continue
            key = id(unit.definition), id(answers.table)
            if key not in found:
                if key not in self._known:
                    self._known[key] = ColumnScorer(unit.definition, answers.table)
                found[key] = Alike(self._known[key], [], [])
            found[key].places.append(at)
            found[key].answers.append(answers)
        yield from found.values()
