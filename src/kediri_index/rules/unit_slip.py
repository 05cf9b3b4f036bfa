"""A figure that is a power of ten off: 0.85 in a column around 85, rupiah in full for billions.

It is compared with its target, the range of its score, the unit's other percentages, last year's
result and the other units; a cell has one finding, and a column that is off as a whole has one too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import isnan
from typing import NamedTuple

from kediri_index.model.answers import Answers, UnitAnswers
from kediri_index.model.dataset import UnitData
from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.findings import Finding, Source
from kediri_index.model.language import Perhaps
from kediri_index.rules.context import DataContext, ResultsBefore, measures_of
from kediri_index.rules.magnitude.cut_scores import FINDINGS as OF_CUTS
from kediri_index.rules.magnitude.cut_scores import Cut, UncutRange, cutters, notes, odd_cuts
from kediri_index.rules.magnitude.expected import FINDINGS as OF_RESULTS
from kediri_index.rules.magnitude.expected import (
    far_from_last_year,
    far_from_target,
    is_below_zero,
    perhaps_far,
)
from kediri_index.rules.magnitude.figures import (
    AskedRows,
    AtHand,
    Figures,
    Measured,
    PlainColumn,
    SheetColumn,
    SheetFigure,
    SlipDoubt,
    given_figures,
    is_wide_score,
    measured_figures,
    signed_sizes,
)
from kediri_index.rules.magnitude.slips import FINDINGS as OF_SLIPS
from kediri_index.rules.magnitude.slips import (
    beside_other_units,
    beside_percentages,
    beside_target,
    folded_slips,
    largest_share,
    shares_for_percentages,
)
from kediri_index.scoring.score_rule import between

FINDINGS = (*OF_SLIPS, *OF_RESULTS, *OF_CUTS)


class SlipEvidence(NamedTuple):
    """What the units by themselves show: doubts by cell, cuts, and what units can share.

    *figures* are compared with those of other units; *counts* tell how much of a column is off.
    """

    doubts: dict[Source, SlipDoubt]
    cuts: list[Cut]
    figures: dict[str, Figures]
    counts: Counter[SheetColumn]
    judged: Counter[SheetColumn]

    @classmethod
    def nothing(cls) -> "SlipEvidence":
        """Return what no unit shows."""
        return cls({}, [], {}, Counter(), Counter())

    def without_data(self) -> "SlipEvidence":
        """Return the same with its readings at hand, so that the data can be forgotten."""
        return self._replace(
            doubts={
                source: doubt._replace(figure=_by_itself(doubt.figure))
                for source, doubt in self.doubts.items()
            },
            cuts=[cut._replace(figure=_by_itself(cut.figure)) for cut in self.cuts],
            figures={
                node_id: Figures(own.indicator, [_by_itself(one) for one in own.each()], [])
                for node_id, own in self.figures.items()
            },
        )

    def add(self, figures: Figures) -> None:
        """Add *figures*, to be compared with those of other units."""
        indicator = figures.indicator
        own = self.figures.setdefault(indicator.id, Figures(indicator, [], []))
        own.made.extend(figures.made)
        own.plain.extend(figures.plain)


def unit_slip(context: DataContext) -> Iterable[Finding]:
    """Yield C130, C150 to C154, C157 or C158 once per cell or column, C155 or C156 for cuts."""
    if context.figures is None:
        return ()
    return among_units(context.figures, cache(context.asked_rows))


def within_units(
    definition: Definition, units: Iterable[UnitData], before: ResultsBefore | None = None
) -> SlipEvidence:
    """Return what each unit shows by itself, and its figures, to be compared with others'.

    *before* gives last year's results of a unit, where they are at hand.
    """
    search = _Search(definition)
    if not search.looks_at_any:
        return search.found
    looked_at = [_Unit(unit, {} if before is None else before(unit), []) for unit in units]
    for table in _tables(looked_at):
        search.look_at_numbers(table)
    for one in looked_at:
        search.look_at(one)
    return search.result()


def together(parts: Iterable[SlipEvidence]) -> SlipEvidence:
    """Return what *parts* show, as if all units had been looked at at once."""
    found = SlipEvidence.nothing()
    for part in parts:
        found.doubts.update(part.doubts)
        found.cuts.extend(part.cuts)
        for figures in part.figures.values():
            found.add(figures)
        found.counts.update(part.counts)
        found.judged.update(part.judged)
    return found


def among_units(within: SlipEvidence, asked: AskedRows) -> list[Finding]:
    """Return the findings of *within*, and those that its figures make beside each other.

    What is said of a column names cells of *asked* rows first.
    """
    doubts = dict(within.doubts)
    for figures in within.figures.values():
        for doubt in beside_other_units(figures):
            source = doubt.figure.read().source
            if source not in doubts or _is_more_telling(doubt, doubts[source]):
                doubts[source] = doubt
    alone, found = folded_slips(doubts.values(), within.counts, within.judged, asked)
    found += [doubt.finding() for doubt in alone]
    uncertain = doubts.keys()
    cuts = [cut for cut in within.cuts if cut.figure.read().source not in uncertain]
    return [*found, *notes(cuts if uncertain else within.cuts, asked)]


def _is_more_telling(doubt: SlipDoubt, other: SlipDoubt) -> bool:
    """Return whether *doubt* goes before *other*: the usual slip of a unit does."""
    return doubt.code == "C130" != other.code


class _Unit(NamedTuple):
    """A unit, its results of last year, and the sizes of its percentages in plain numbers."""

    data: UnitData
    last_year: Mapping[str, Fraction]
    percentages: list[int]


class _Table(NamedTuple):
    """A table that holds plain numbers, and the units that were looked at with their places."""

    answers: Answers
    units: dict[int, _Unit]


class _Column(NamedTuple):
    """The figures of one indicator in one column of a sheet, and its scores that were cut.

    With *shared* the figures are compared with those of other units.
    """

    indicator: Indicator
    place: SheetColumn
    cutter: UncutRange | None
    shared: bool
    figures: Figures
    cuts: list[Cut]


class _Search:
    """Goes through the plain numbers of tables by column, and through all else by unit."""

    def __init__(self, definition: Definition) -> None:
        indicators = list(definition.all_indicators())
        self.beside_last_year: list[SlipDoubt] = []
        self.measured = measures_of(definition)
        self.cutters = cutters(definition, indicators)
        self.scores = {one.id: one for one in indicators if is_wide_score(one)}
        self.given = self.scores | {
            name: cutter.indicator
            for name, cutter in self.cutters.items()
            if name not in self.measured
        }
        self.looks_at_any = bool(self.measured or self.given)
        self.found = SlipEvidence.nothing()
        self.columns: dict[tuple[SheetColumn, str], _Column] = {}

    def look_at_numbers(self, table: _Table) -> None:
        """Take in the plain numbers of a table: nearly all that there are."""
        answers, units = table.answers, [*table.units]
        last_year = [one for one in table.units.items() if one[1].last_year]
        for at, one in enumerate(answers.columns):
            indicator = self.measured.get(one.id) or self.given.get(one.id)
            if indicator is None:
                continue
            numbers = answers.numbers[at]
            sizes = signed_sizes([numbers[unit] for unit in units])
            there = [abs(size) for size in sizes if size]
            place = answers.sheet_column(at)
            plain = PlainColumn(indicator, place, answers, at, units, there)
            column = self._column(place, indicator)
            self._look_at_ends(column, plain, sizes)
            is_measured = indicator.id in self.measured
            # scores are compared among units where a table has a row a unit
            if column.shared and (is_measured or answers.key is None):
                column.figures.plain.append(plain)
                for placed in last_year:
                    self._look_at_last_year(
                        placed,
                        plain,
                        judged=column.cutter is None and indicator.rule.method.own_target is None,
                    )
            if is_measured and indicator.is_percent:
                for unit, size in zip(table.units.values(), sizes, strict=True):
                    if size:
                        unit.percentages.append(abs(size))

    def _look_at_ends(
        self, column: _Column, plain: PlainColumn, sizes: Sequence[int | None]
    ) -> None:
        """Hold plain numbers against the ends of their score, and the definition's own target."""
        cutter, goal = column.cutter, plain.indicator.rule.method.own_target
        if cutter is not None:
            for row in cutter.doubtful(sizes, goal):
                _add(column.cuts, cutter.cut(plain.figure(plain.units[row]), goal))
        if goal is not None:
            for row in perhaps_far(sizes, goal):
                self._name(far_from_target(Measured(plain.figure(plain.units[row]), None, goal)))
            if cutter is None:
                self.found.judged[plain.place] += len(plain.sizes)

    def look_at(self, unit: _Unit) -> None:
        """Take in what *unit* shows beside its plain numbers, and among its percentages."""
        data, before, plain = unit
        percentages: list[SheetFigure] = []
        for measured in measured_figures(data, self.measured):
            figure, target = measured.figure, measured.target
            # else it has its finding, as a sum over agencies has
            possible = _is_possible(figure) and not is_below_zero(measured)
            column = self._column(figure.column, figure.indicator)
            if column.cutter is not None and possible and not measured.assessed:
                _add(column.cuts, column.cutter.cut(figure, measured.goal))
            if not figure.size:
                continue
            column.figures.made.append(figure)
            is_judged = measured.goal is not None or figure.indicator.id in before
            if column.cutter is None and is_judged:
                self.found.judged[figure.column] += 1
            slipped = [] if target is None else list(beside_target(figure, target))
            self._name(slipped or (far_from_target(measured) if possible else ()))
            if before and possible:
                self.beside_last_year += far_from_last_year(measured, before)
            if figure.indicator.is_percent:
                percentages.append(figure)
        for figure in given_figures(data, self.given):
            self._look_at_score(figure, among_units=figure.column[0] in data.wide_files)
        sizes = [*plain, *(figure.size for figure in percentages)]
        self._name(beside_percentages(sizes, lambda: [*percentages, *self._percentages_of(data)]))

    def result(self) -> SlipEvidence:
        """Return all that the units show by themselves."""
        found = self.found
        shares: dict[SheetColumn, list[tuple[Figures, int]]] = {}
        for column in self.columns.values():
            figures, is_measured = column.figures, column.indicator.id in self.measured
            self._name(odd_cuts(column.cuts, figures.sizes if is_measured else list))
            found.cuts.extend(column.cuts)
            sizes = figures.sizes() if column.shared else []
            if not sizes:
                continue
            found.add(figures)
            found.counts[column.place] += len(sizes)
            cutter = column.cutter
            if cutter is not None:
                found.judged[column.place] += len(sizes)
            most = largest_share(column.indicator, cutter.ends if cutter is not None else None)
            if most is not None:
                shares.setdefault(column.place, []).append((figures, most))
        for together in shares.values():
            self._name(shares_for_percentages(together))
        self._name(self.beside_last_year)
        return found

    def _look_at_score(self, figure: SheetFigure, *, among_units: bool) -> None:
        column = self._column(figure.column, figure.indicator)
        if column.cutter is not None:
            _add(column.cuts, column.cutter.cut(figure))
        if among_units and column.shared and figure.size:
            column.figures.made.append(figure)

    def _look_at_last_year(
        self, placed: tuple[int, _Unit], plain: PlainColumn, *, judged: bool
    ) -> None:
        """Compare a unit's number in a column with last year's; count it with *judged*."""
        at, unit = placed
        if plain.indicator.id not in unit.last_year or isnan(plain.table.numbers[plain.at][at]):
            return
        figure = plain.figure(at)
        if figure.size:
            self.found.judged[plain.place] += judged
            measured = Measured(figure, None, plain.indicator.rule.method.own_target)
            self.beside_last_year += far_from_last_year(measured, unit.last_year)

    def _percentages_of(self, unit: UnitData) -> Iterator[SheetFigure]:
        """Yield the figures of a unit's percentages in plain numbers."""
        answers = unit.answers
        if not isinstance(answers, UnitAnswers):
            return
        for at, column in enumerate(answers.table.columns):
            indicator = self.measured.get(column.id)
            if indicator is not None and indicator.is_percent:
                place, units = answers.table.sheet_column(at), [answers.at]
                yield from PlainColumn(indicator, place, answers.table, at, units, []).figures()

    def _column(self, place: SheetColumn, indicator: Indicator) -> _Column:
        key = (place, indicator.id)
        column = self.columns.get(key)
        if column is None:
            cutter = self.cutters.get(indicator.id)
            shared = indicator.id in self.measured or indicator.id in self.scores
            column = self.columns[key] = _Column(
                indicator, place, cutter, shared, Figures(indicator, [], []), []
            )
        return column

    def _name(self, doubts: Iterable[SlipDoubt]) -> None:
        """Add each doubt; the first of a cell counts. A reading has to be valid to be shown."""
        for doubt in doubts:
            if doubt.is_valid:
                self.found.doubts.setdefault(doubt.figure.read().source, doubt)
            elif "perhaps" in doubt.params:
                params = {**doubt.params, "perhaps": Perhaps(None)}
                without = doubt._replace(factor=None, params=params)
                self.found.doubts.setdefault(doubt.figure.read().source, without)


def _by_itself(figure: SheetFigure) -> SheetFigure:
    return figure._replace(read=AtHand(figure.read()))


def _tables(units: Iterable[_Unit]) -> Iterable[_Table]:
    """Return the tables that hold plain numbers of *units*."""
    found: dict[Answers, _Table] = {}
    for unit in units:
        answers = unit.data.answers
        if isinstance(answers, UnitAnswers):
            table = found.setdefault(answers.table, _Table(answers.table, {}))
            table.units[answers.at] = unit
    return found.values()


def _add(cuts: list[Cut], cut: Cut | None) -> None:
    if cut is not None:
        cuts.append(cut)


def _is_possible(figure: SheetFigure) -> bool:
    valid = figure.indicator.valid
    return valid is None or between(valid, figure.number)
