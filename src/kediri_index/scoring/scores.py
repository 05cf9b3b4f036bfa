"""The scores of all units of one call, by columns, and the result of one read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, overload

from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.basis import Basis
from kediri_index.model.dataset import Lead, Missing, UnitData
from kediri_index.model.definition import Definition, Group, Unanswered
from kediri_index.model.no_score import NoScore
from kediri_index.model.places import Source
from kediri_index.model.results import (
    Completeness,
    Figure,
    GroupResult,
    IndicatorResult,
    LeadTotal,
    Omission,
    Previous,
    UnitResult,
    UnitSummary,
    ViewRow,
)
from kediri_index.model.scoring import Reads
from kediri_index.scoring import arrays
from kediri_index.scoring.blocks import Block
from kediri_index.scoring.classes import ranks
from kediri_index.scoring.exact import exact_block
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.leaves import (
    LeafScore,
    are_comparable,
    basis_of,
    has_assessor,
    has_self,
    leading,
    leaf_score,
    leaf_scores,
    plain_scores,
    rule_of,
)
from kediri_index.scoring.left_out import without_scores
from kediri_index.scoring.panel_fold import Comparisons
from kediri_index.scoring.presence import leaves_of
from kediri_index.scoring.ready import Ready
from kediri_index.scoring.tree_scores import NO_FIGURE
from kediri_index.scoring.views import view_rows

_ZERO, _ONE = Fraction(0), Fraction(1)

Views = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For each view, the values that a leaf belongs to, such as the OPD that answer for it."""


class Settings(NamedTuple):
    """What is handed in beside the data."""

    target: Fraction | None = None
    previous: Previous | None = None
    official: Fraction | None = None
    views: Views | None = None


NO_SETTINGS = Settings()


class Subject(NamedTuple):
    """One unit: which of all it is, its data as read, and which score leads."""

    row: int
    data: UnitData
    lead: Lead


class Together:
    """Units that are scored together, under one definition: their scores by lead.

    They may be some of a *whole*, by their places in it.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what they are made of
        self,
        made: Ready,
        comparisons: Comparisons,
        definition: Definition,
        units: Sequence[Subject],
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
        self.comparisons = comparisons or Comparisons(made, value)
        self.definition = made.definition
        self.settings: Sequence[Settings] = [NO_SETTINGS] * len(made.units)
        self.rows: Sequence[int] = range(len(made.units))
        self.places: dict[int, tuple[Together, int]] = {}
        subjects: dict[int, list[Subject]] = {}
        is_many = len(made.units) >= arrays.LEAST_UNITS
        for row, unit in enumerate(made.units):
            definition = made.definition_of(unit)
            key = id(definition) if is_many and not unit.left_out else -1 - row
            subject = Subject(row, unit, value or leading(definition, unit))
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

    def _reading(self, row: int) -> _Reading:
        return _Reading(*self.places[row], self.settings[row])

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


class _Reading:
    """Reads one unit out of the columns."""

    def __init__(self, together: Together, at: int, settings: Settings) -> None:
        self.together = together
        self.at = at
        self.settings = settings
        self.definition = together.definition
        self.unit = together.units[at]
        self.data = self.unit.data
        self.block = together.block()

    def figure(self, node: str) -> Figure:
        """Return the two figures of *node*."""
        return self.block.figures(node).figure(self.at)

    def summary(self, rank: int | None, *, left_out: bool) -> UnitSummary:
        """Return what a row shows of the unit."""
        at, figures, settings = self.at, self.block.figures, self.settings
        overall = NO_FIGURE if left_out else self.figure(OVERALL)
        basis = self.basis()
        return UnitSummary(
            unit=self.data.unit,
            year=self.data.year,
            overall=overall,
            class_label=None if left_out else self.block.figures(OVERALL).labels[at],
            completeness=figures(OVERALL).completeness[at],
            groups=tuple(
                None if left_out else figures(one.id).published[at]
                for one in self.definition.groups
            ),
            no_score=NoScore.LEFT_OUT if left_out else figures(OVERALL).reasons[at],
            rank=rank,
            gap=difference(overall.published, settings.target),
            change=change_from(settings.previous, overall, basis),
            basis=basis,
        )

    def result(self, *, indicators: bool) -> UnitResult:
        """Return everything that is said of the unit."""
        at, definition, settings = self.at, self.definition, self.settings
        whole, previous = self.block.figures(OVERALL), settings.previous
        overall = whole.figure(at)
        basis = self.basis()
        return UnitResult(
            unit=self.data.unit,
            year=self.data.year,
            lead=self.unit.lead,
            overall=overall,
            class_label=self.block.figures(OVERALL).labels[at],
            completeness=whole.completeness[at],
            groups=tuple(map(self._group, definition.groups)),
            indicators=tuple(self._indicators()) if indicators else (),
            omissions=tuple(self._omissions()),
            no_score=whole.reasons[at],
            target=settings.target,
            gap=difference(overall.published, settings.target),
            previous=previous,
            change=change_from(previous, overall, basis),
            range_if_missing=self.block.ranges[at],
            self_total=self._total(Lead.SELF),
            assessor_total=self._total(Lead.ASSESSOR),
            views=self._views(settings.views or {}),
            basis=basis,
            official=settings.official,
        )

    def basis(self) -> Basis | None:
        """Return whose assessment the scores rest on."""
        return basis_of(self.definition, self.data, self.unit.lead)

    def _group(self, group: Group) -> GroupResult:
        found, at = self.block.figures(group.id), self.at
        given = found.given[at]
        return GroupResult(
            id=group.id,
            figure=found.figure(at),
            weight=self.block.weight(group, found.answers[at]),
            effective_weight=found.effective[at] or _ZERO,
            contribution=found.contribution(at),
            given=given,
            completeness=found.completeness[at],
            class_label=found.labels[at],
            no_score=found.reasons[at],
            groups=tuple(map(self._group, group.groups)),
            sources=self._sources(group.id) if given else (),
        )

    def _leaf(self, name: str) -> LeafScore | None:
        """Return the leaf of an answer, None without one; its score is read off the columns."""
        answers, given = self.data.answers, self.block.figures(name).given[self.at]
        if given and isinstance(answers, UnitAnswers) and answers.is_plain(name):
            text, source = answers.seen(name)
            return LeafScore(name, None, None, text, (source,))
        if not given and name not in answers:
            return None
        answer = self.together.made.answer(self.unit.row, name)
        return leaf_score(self.definition, answer, self.unit.lead)

    def _sources(self, node: str) -> tuple[Source, ...]:
        leaf = self._leaf(node)
        return () if leaf is None else leaf.sources

    def _indicators(self) -> Iterator[IndicatorResult]:
        """Yield a result for each indicator that is expected, or of which something is said."""
        own, assessed = self._own_scores(Lead.SELF), self._own_scores(Lead.ASSESSOR)
        for indicator in self.definition.all_indicators():
            name = indicator.id
            leaf, found = self._leaf(name), self.block.figures(name)
            if leaf is None and not found.expected[self.at]:
                continue
            yield IndicatorResult(
                id=name,
                figure=found.figure(self.at),
                raw=leaf.raw if leaf else None,
                self_score=own.get(name),
                assessor=assessed.get(name),
                sources=leaf.sources if leaf else (),
                weight=_ONE if indicator.weight is None else indicator.weight,
                effective_weight=found.effective[self.at] or _ZERO,
                missing=leaf.missing if leaf else Missing.EMPTY,
            )

    def _own_scores(self, lead: Lead) -> Mapping[str, Fraction | None]:
        """Return the self-assessed or the assessor's scores where the sheet has them."""
        having = self._having[lead]
        scores = self.together.block(lead).figures if having else self.block.figures
        return {one: scores(one).scores[self.at] for one in having if one in self.block.nodes}

    @cached_property
    def _having(self) -> dict[Lead, list[str]]:
        """The answers with a number of the self-assessment, and of the assessor's."""
        nodes, made = self.block.nodes, self.together.made
        rules = (rule_of(self.definition, node) for node in nodes.values())
        scores = any(one.method.reads is not Reads.MEASURE for one in rules)
        data = made.unit(self.unit.row) if scores else self.data
        full = list(full_answers(data))
        return {
            Lead.SELF: [one.id for one in full if has_self(nodes.get(one.id), one)],
            Lead.ASSESSOR: [*(one.id for one in full if has_assessor(one)), *plain_scores(data)],
        }

    def _total(self, lead: Lead) -> LeadTotal | None:
        """Return the overall by one of the two scores alone, where any answer has it."""
        answered = len(self._having[lead])
        if not answered:
            return None
        return LeadTotal(self.together.block(lead).figures(OVERALL).figure(self.at), answered)

    def _omissions(self) -> Iterator[Omission]:
        as_zero = self.definition.missing.answers is Unanswered.ZERO
        for leaf in self.block.missing[self.at]:
            said = self._leaf(leaf)
            reason = (said.missing if said else None) or Missing.EMPTY
            yield Omission(leaf, reason, counted_as_zero=as_zero)
        for leaf in self.block.inapplicable[self.at]:
            said = self._leaf(leaf)
            yield Omission(leaf, (said.missing if said else None) or Missing.NOT_APPLICABLE)
        for group in self.definition.all_groups():
            if group.optional and not self.block.figures(group.id).answered[self.at]:
                yield Omission(group.id, NoScore.NO_ANSWERS)
        for inner in self.block.inners[:-1]:
            found = self.block.figures(inner.id)
            why = found.reasons[self.at]
            if why and found.completeness[self.at].answered:
                yield Omission(inner.id, why)

    def _views(self, views: Views) -> dict[str, tuple[ViewRow, ...]]:
        if not views:
            return {}
        nominal = self.block.nominal[self.at]
        figures = {leaf: self.block.figures(leaf) for leaf in nominal}
        answered = {
            leaf: score
            for leaf, one in figures.items()
            if (score := one.scores[self.at]) is not None and one.given[self.at]
        }
        weights = {leaf: figures[leaf].effective[self.at] or _ZERO for leaf in answered}
        return {
            name: view_rows(values, answered, weights if self._is_sum() else None, nominal)
            for name, values in views.items()
        }

    def _is_sum(self) -> bool:
        """Return whether the overall is the sum of share x score of the leaves."""
        return all(
            inner.aggregate.additive
            for inner in self.block.inners
            if self.block.figures(inner.id).answers[self.at]
            and not self.block.figures(inner.id).given[self.at]
        )


def change_from(previous: Previous | None, overall: Figure, basis: Basis | None) -> Fraction | None:
    """Return how the published overall moved, None where it rests on another assessment."""
    if previous is None or not are_comparable(previous.assessed, basis):
        return None
    return difference(overall.published, previous.published)


def difference(value: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return how much more *value* is, None where one of both is missing."""
    return None if value is None or other is None else value - other
