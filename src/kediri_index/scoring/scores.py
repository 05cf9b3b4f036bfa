"""The scores of all units of one call, by columns, and the result of one read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, overload

from kediri_index import scoring
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.profile import Basis
from kediri_index.model.scores import (
    Completeness,
    Figure,
    UnitResult,
    UnitSummary,
)
from kediri_index.scoring.answers import (
    leading,
    leaf_scores,
    leaves_of,
)
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.rounding import ranks
from kediri_index.scoring.tree import TreeScores
from kediri_index.scoring.unit_result import NO_SETTINGS, Settings, UnitReading, without_scores


class ScoredUnit(NamedTuple):
    """One unit: which of all it is, its data as read, and which score leads."""

    row: int
    data: UnitData
    lead: Lead


class Cohort:
    """Units that are scored by one definition, as those of a year are: their scores by lead.

    They may be some of a *whole*, by their places in it.
    """

    def __init__(
        self,
        prepared: Prepared,
        comparisons: Comparisons,
        definition: Definition,
        units: Sequence[ScoredUnit],
        whole: tuple[Cohort, Sequence[int]] | None = None,
    ) -> None:
        self.prepared = prepared
        self.comparisons = comparisons
        self.definition = definition
        self.units = units
        self.is_many = len(prepared.units) >= scoring.MANY_UNITS
        self.whole = whole
        self._trees: dict[Lead | None, TreeScores] = {}

    def only(self, some: Sequence[int]) -> Cohort:
        """Return the scores of *some* of the units, as they are among all."""
        units = [self.units[at] for at in some]
        return Cohort(self.prepared, self.comparisons, self.definition, units, (self, some))

    def tree(self, lead: Lead | None = None) -> TreeScores:
        """Return the scores by *lead*, or of each unit by the one that leads in it."""
        if lead not in self._trees and self.whole is not None:
            all_units, some = self.whole
            self._trees[lead] = all_units.tree(lead).only(some)
        if lead not in self._trees:
            self._trees[lead] = self._computed([lead or one.lead for one in self.units])
        return self._trees[lead]

    @cached_property
    def for_ranks(self) -> Sequence[Fraction | None]:
        """The overalls that ranks are by."""
        return self.tree().for_ranks()

    def _computed(self, leads: Sequence[Lead]) -> TreeScores:
        if self.is_many:
            from kediri_index.scoring.arrays.tree import array_tree  # noqa: PLC0415 - for many

            rows = [one.row for one in self.units]
            return array_tree(self.prepared, self.comparisons, self.definition, rows, leads)
        (unit,), (lead,) = self.units, leads
        leaves = leaf_scores(self.definition, self.prepared.unit(unit.row), lead)
        compared = self.comparisons.of(unit.row, lead)
        return exact_tree(self.definition, leaves_of(leaves), leaves, compared)


class Scores(Sequence[UnitResult]):
    """The scores of the units of one call, in the order of the units.

    A result is read out of the columns when it is asked for; formats of many units write these.
    """

    def __init__(
        self, prepared: Prepared, comparisons: Comparisons | None = None, value: Lead | None = None
    ) -> None:
        self.prepared = prepared
        self.value = value
        self.comparisons = comparisons or Comparisons(prepared, value)
        self.definition = prepared.definition
        self.settings: Sequence[Settings] = [NO_SETTINGS] * len(prepared.units)
        self.rows: Sequence[int] = range(len(prepared.units))
        self.places: dict[int, tuple[Cohort, int]] = {}
        subjects: dict[int, list[ScoredUnit]] = {}
        is_many = len(prepared.units) >= scoring.MANY_UNITS
        for row, unit in enumerate(prepared.units):
            definition = prepared.definition_of(unit)
            key = id(definition) if is_many and not unit.left_out else -1 - row
            subject = ScoredUnit(row, unit, value or leading(definition, unit))
            subjects.setdefault(key, []).append(subject)
        for several in subjects.values():
            definition = prepared.definition_of(several[0].data)
            cohort = Cohort(prepared, self.comparisons, definition, several)
            self.places.update((one.row, (cohort, at)) for at, one in enumerate(several))

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
        for cohort, rows in self._cohorts(found.rows):
            some = cohort.only([self.places[row][1] for row in rows])
            found.places.update((row, (some, at)) for at, row in enumerate(rows))
        return found

    def _cohorts(self, rows: Iterable[int]) -> Iterator[tuple[Cohort, list[int]]]:
        """Yield each cohort, with those of *rows* that are in it."""
        found: dict[int, tuple[Cohort, list[int]]] = {}
        for row in rows:
            cohort = self.places[row][0]
            found.setdefault(id(cohort), (cohort, []))[1].append(row)
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
        return without_scores(result) if self.prepared.units[row].left_out else result

    @cached_property
    def ranks(self) -> list[int | None]:
        """Each unit's rank among the units of its year, None where it is the only one."""
        by_year: dict[int | None, list[int]] = {}
        for row, unit in enumerate(self.prepared.units):
            by_year.setdefault(unit.year, []).append(row)
        found: list[int | None] = [None] * len(self.prepared.units)
        for rows in by_year.values():
            if len(rows) > 1:
                for row, rank in zip(rows, ranks(list(map(self._deciding, rows))), strict=True):
                    found[row] = rank
        return found

    def ranks_among(self, places: Sequence[int]) -> list[int | None]:
        """Return the rank of each unit of *places* among these alone."""
        return ranks([self._deciding(self.rows[place]) for place in places])

    def _deciding(self, row: int) -> Fraction | None:
        """Return the overall that a unit's rank is by."""
        cohort, at = self.places[row]
        return None if self.prepared.units[row].left_out else cohort.for_ranks[at]

    def _reading(self, row: int) -> UnitReading:
        return UnitReading(*self.places[row], self.settings[row])

    def completeness(self, row: int) -> Mapping[str, Completeness]:
        """Return how complete the inner nodes of one of all units are."""
        cohort, at = self.places[row]
        tree = cohort.tree()
        return {inner.id: tree.figures(inner.id).completeness[at] for inner in tree.inners}

    def data(self, place: int) -> UnitData:
        """Return the data of the unit at *place*, as they were read."""
        return self.prepared.units[self.rows[place]]

    def lead(self, place: int) -> Lead:
        """Return which score leads in the unit at *place*."""
        cohort, at = self.places[self.rows[place]]
        return cohort.units[at].lead

    def overall(self, place: int) -> tuple[Figure, Basis | None]:
        """Return the overall of the unit at *place*, and whose assessment it rests on."""
        row = self.rows[place]
        reading = self._reading(row)
        figure = NO_FIGURE if self.prepared.units[row].left_out else reading.figure(OVERALL)
        return figure, reading.basis()

    def score(self, place: int, node: str) -> Fraction | None:
        """Return the score of *node* in the unit at *place*."""
        row = self.rows[place]
        return None if self.prepared.units[row].left_out else self._reading(row).figure(node).score

    def summaries(self) -> list[UnitSummary]:
        """Return what is shown of each unit in one row."""
        return [
            self._reading(row).summary(self.ranks[row], left_out=self.prepared.units[row].left_out)
            for row in self.rows
        ]

    def trees(self) -> Iterator[tuple[TreeScores, list[int], list[int]]]:
        """Yield the scores of each cohort, with the places of its units here and in it."""
        place_of = {row: place for place, row in enumerate(self.rows)}
        for cohort, rows in self._cohorts(self.rows):
            places = [place_of[row] for row in rows]
            yield cohort.tree(), places, [self.places[row][1] for row in rows]
