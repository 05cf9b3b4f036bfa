"""The scores of all units of one call, by columns, and the result of one read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, overload

from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Basis
from kediri_index.model.scores import (
    Completeness,
    Figure,
    UnitResult,
    UnitSummary,
)
from kediri_index.scoring import arrays
from kediri_index.scoring.answer_scores import (
    leading,
    leaf_scores,
    leaves_of,
)
from kediri_index.scoring.blocks import Block
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.exact import exact_block
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.node_figures import NO_FIGURE
from kediri_index.scoring.preparation import Ready
from kediri_index.scoring.rounding import ranks
from kediri_index.scoring.unit_result import NO_SETTINGS, Settings, UnitReading, without_scores


class ScoredUnit(NamedTuple):
    """One unit: which of all it is, its data as read, and which score leads."""

    row: int
    data: UnitData
    lead: Lead


class Together:
    """Units that are scored together, under one definition: their scores by lead.

    They may be some of a *whole*, by their places in it.
    """

    def __init__(
        self,
        made: Ready,
        comparisons: Comparisons,
        definition: Definition,
        units: Sequence[ScoredUnit],
        whole: tuple[Together, Sequence[int]] | None = None,
    ) -> None:
        self.made = made
        self.comparisons = comparisons
        self.definition = definition
        self.units = units
        self.is_many = len(made.units) >= arrays.LEAST_UNITS
        self.whole = whole
        self._blocks: dict[Lead | None, Block] = {}

    def only(self, some: Sequence[int]) -> Together:
        """Return the scores of *some* of the units, as they are among all."""
        units = [self.units[at] for at in some]
        return Together(self.made, self.comparisons, self.definition, units, (self, some))

    def block(self, lead: Lead | None = None) -> Block:
        """Return the scores by *lead*, or of each unit by the one that leads in it."""
        if lead not in self._blocks and self.whole is not None:
            all_units, some = self.whole
            self._blocks[lead] = all_units.block(lead).only(some)
        if lead not in self._blocks:
            leads = [lead or one.lead for one in self.units]
            same = lead is not None and all(one.lead is lead for one in self.units)
            self._blocks[lead] = self.block() if same else self._made(leads)
        return self._blocks[lead]

    @cached_property
    def for_ranks(self) -> Sequence[Fraction | None]:
        """The overalls that ranks are by."""
        return self.block().for_ranks()

    def _made(self, leads: Sequence[Lead]) -> Block:
        if self.is_many:
            from kediri_index.scoring.arrays.block import array_block  # noqa: PLC0415 - for many

            rows = [one.row for one in self.units]
            return array_block(self.made, self.comparisons, self.definition, rows, leads)
        (unit,), (lead,) = self.units, leads
        leaves = leaf_scores(self.definition, self.made.unit(unit.row), lead)
        compared = self.comparisons.of(unit.row, lead)
        return exact_block(self.definition, leaves_of(leaves), leaves, compared)


class Scores(Sequence[UnitResult]):
    """The scores of the units of one call, in the order of the units.

    A result is read out of the columns when it is asked for; formats of many units write these.
    """

    def __init__(
        self, made: Ready, comparisons: Comparisons | None = None, value: Lead | None = None
    ) -> None:
        self.made = made
        self.value = value
        self.comparisons = comparisons or Comparisons(made, value)
        self.definition = made.definition
        self.settings: Sequence[Settings] = [NO_SETTINGS] * len(made.units)
        self.rows: Sequence[int] = range(len(made.units))
        self.places: dict[int, tuple[Together, int]] = {}
        subjects: dict[int, list[ScoredUnit]] = {}
        is_many = len(made.units) >= arrays.LEAST_UNITS
        for row, unit in enumerate(made.units):
            definition = made.definition_of(unit)
            key = id(definition) if is_many and not unit.left_out else -1 - row
            subject = ScoredUnit(row, unit, value or leading(definition, unit))
            subjects.setdefault(key, []).append(subject)
        for several in subjects.values():
            definition = made.definition_of(several[0].data)
            together = Together(made, self.comparisons, definition, several)
            self.places.update((one.row, (together, at)) for at, one in enumerate(several))

    def beside(self, settings: Sequence[Settings]) -> Scores:
        """Return the same scores with what is handed in beside them, for each unit."""
        found = copy(self)
        found.settings = settings
        return found

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, places: Iterable[int]) -> Scores:
        """Return the scores of the units at *places*; ranks are those among all."""
        found = copy(self)
        found.rows, found.ranks = [self.rows[at] for at in places], self.ranks
        found.places = {}
        for together, rows in self._together(found.rows):
            some = together.only([self.places[row][1] for row in rows])
            found.places.update((row, (some, at)) for at, row in enumerate(rows))
        return found

    def _together(self, rows: Iterable[int]) -> Iterator[tuple[Together, list[int]]]:
        """Yield what is scored together, with those of *rows* that are in it."""
        found: dict[int, tuple[Together, list[int]]] = {}
        for row in rows:
            together = self.places[row][0]
            found.setdefault(id(together), (together, []))[1].append(row)
        yield from found.values()

    @overload
    def __getitem__(self, index: int) -> UnitResult: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[UnitResult, ...]: ...

    def __getitem__(self, index: int | slice) -> UnitResult | tuple[UnitResult, ...]:
        if isinstance(index, slice):
            return tuple(map(self.result, range(len(self))[index]))
        return self.result(range(len(self))[index])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that is compared by its items

    def __repr__(self) -> str:
        return repr(tuple(self))

    def result(self, place: int, *, indicators: bool = True) -> UnitResult:
        """Return all scores of the unit at *place*; without *indicators* none of theirs."""
        row = self.rows[place]
        result = self._reading(row).result(indicators=indicators)
        result = result._replace(rank=self.ranks[row])
        return without_scores(result) if self.made.units[row].left_out else result

    @cached_property
    def ranks(self) -> list[int | None]:
        """Each unit's rank among the units of its year, None where it is the only one."""
        by_year: dict[int | None, list[int]] = {}
        for row, unit in enumerate(self.made.units):
            by_year.setdefault(unit.year, []).append(row)
        found: list[int | None] = [None] * len(self.made.units)
        for rows in by_year.values():
            if len(rows) > 1:
                for row, rank in zip(rows, ranks(list(map(self._deciding, rows))), strict=True):
                    found[row] = rank
        return found

    def _deciding(self, row: int) -> Fraction | None:
        """Return the overall that a unit's rank is by."""
        together, at = self.places[row]
        return None if self.made.units[row].left_out else together.for_ranks[at]

    def _reading(self, row: int) -> UnitReading:
        return UnitReading(*self.places[row], self.settings[row])

    def completeness(self, row: int) -> Mapping[str, Completeness]:
        """Return how complete the inner nodes of one of all units are."""
        together, at = self.places[row]
        block = together.block()
        return {inner.id: block.figures(inner.id).completeness[at] for inner in block.inners}

    def data(self, place: int) -> UnitData:
        """Return the data of the unit at *place*, as they were read."""
        return self.made.units[self.rows[place]]

    def overall(self, place: int) -> tuple[Figure, Basis | None]:
        """Return the overall of the unit at *place*, and whose assessment it rests on."""
        row = self.rows[place]
        reading = self._reading(row)
        figure = NO_FIGURE if self.made.units[row].left_out else reading.figure(OVERALL)
        return figure, reading.basis()

    def summaries(self) -> list[UnitSummary]:
        """Return what is shown of each unit in one row."""
        return [
            self._reading(row).summary(self.ranks[row], left_out=self.made.units[row].left_out)
            for row in self.rows
        ]

    def blocks(self) -> Iterator[tuple[Block, list[int], list[int]]]:
        """Yield each block with the places of its units that are asked for, here and in it."""
        place_of = {row: place for place, row in enumerate(self.rows)}
        for together, rows in self._together(self.rows):
            places = [place_of[row] for row in rows]
            yield together.block(), places, [self.places[row][1] for row in rows]
