"""The scores of many units under one definition, by arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property, partial
from math import lcm, nan

import numpy as np

from kediri_index.model.answers import Answers, UnitAnswers
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition, Indicator, ScoreClass
from kediri_index.model.language import Label
from kediri_index.model.scoring import Reads
from kediri_index.scoring.answers import (
    NEEDS_NO_ANSWER,
    LeafScore,
    direction_of,
    leading,
    leaf_score,
    rule_of,
)
from kediri_index.scoring.arrays.arithmetic import Arrays, ArrayShape, Whole
from kediri_index.scoring.arrays.children import NEARLY
from kediri_index.scoring.arrays.series import ArraySeries
from kediri_index.scoring.arrays.values import Array, Mask, Values, of_exact, of_plain
from kediri_index.scoring.comparisons import Comparisons
from kediri_index.scoring.exact import exact_tree
from kediri_index.scoring.figures import DIGITS, Fractions
from kediri_index.scoring.fold import Leaves, Truth
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.rounding import TIE
from kediri_index.scoring.score_rule import score_value, score_values
from kediri_index.scoring.tree import TreeScores

_SURE = 1e-13
"""A score near 1 that may be off by more is computed exactly: what is made of it may lose more."""
_LOST = 1e-13
"""What the digits that are not shown come to, of a number near 1."""


def array_tree(
    prepared: Prepared,
    comparisons: Comparisons,
    definition: Definition,
    rows: Sequence[int],
    leads: Sequence[Lead],
) -> TreeScores:
    """Return the scores of the units at *rows*, each by its lead."""
    columns = _LeafColumns(prepared, definition, rows, leads)
    leaves = columns.leaves()

    @cache
    def unit(end: int | None, at: int) -> TreeScores:
        """Return the scores of one unit in fractions; at an *end* with nothing missing."""
        if end is not None:
            return unit(None, at).completed(end)
        compared = comparisons.of(rows[at], leads[at])
        return exact_tree(
            definition, columns.exact_leaves(at), prepared.units[rows[at]].answers, compared
        )

    years: dict[int | None, list[int]] = {}
    for at, row in enumerate(rows):
        years.setdefault(prepared.units[row].year, []).append(at)
    places: list[Whole] = [np.array(one, dtype=np.int64) for one in years.values()]
    size, decimals = len(rows), definition.publish.decimals

    def remake(leaves: Leaves, end: int | None) -> TreeScores:
        kind = ArrayShape if end is None else Arrays
        return tree(leaves, kind(size, partial(unit, end), places), end)

    def tree(leaves: Leaves, arithmetic: Arrays, end: int | None) -> TreeScores:
        of = partial(unit, end)
        reader = ArrayReader(size, decimals, of)
        return TreeScores(definition, leaves, size, arithmetic, reader, columns.said, remake, of)

    return tree(leaves, Arrays(size, partial(unit, None), places), None)


class _LeafColumns:
    """The leaves of many units: columns of plain numbers, and one by one what is more than that."""

    def __init__(
        self, prepared: Prepared, definition: Definition, rows: Sequence[int], leads: Sequence[Lead]
    ) -> None:
        self.prepared = prepared
        self.definition = definition
        self.rows = rows
        self.leads = leads
        self.nodes = definition.nodes()
        self.size = len(rows)
        self.singles: dict[str, dict[int, LeafScore]] = {}
        self.scores: dict[str, Values] = {}
        self.inapplicable: dict[str, Mask] = {}

    def leaves(self) -> Leaves:
        """Return all of them."""
        self.singles = self._singles()
        for leaf, raw in self._plain().items():
            self._column(leaf, raw, self.singles.get(leaf, {}))
        for leaf, each in self.singles.items():
            if leaf not in self.scores:
                self._column(leaf, Values(np.full(self.size, np.nan), 0.0, 1), each)
        present = {leaf: ~np.isnan(one.numbers) for leaf, one in self.scores.items()}
        return Leaves(self.scores, present, self.inapplicable)

    def exact_leaves(self, at: int) -> Leaves:
        """Return the leaves of one unit in fractions."""
        there = (leaf for leaf, one in self.scores.items() if not np.isnan(one.numbers[at]))
        found = {leaf: self._exact(leaf, at) for leaf in there}
        scores = {leaf: score for leaf, score in found.items() if score is not None}
        inapplicable = {leaf: True for leaf, mask in self.inapplicable.items() if mask[at]}
        return Leaves(scores, dict.fromkeys(scores, True), inapplicable)

    def _exact(self, leaf: str, at: int) -> Fraction | None:
        single = self.singles.get(leaf, {}).get(at)
        return self._score(leaf, at) if single is None else single.score

    def _unit(self, at: int) -> UnitData:
        return self.prepared.units[self.rows[at]]

    def _singles(self) -> dict[str, dict[int, LeafScore]]:
        """Return the leaves of answers that are more than a plain number, by their unit."""
        found: dict[str, dict[int, LeafScore]] = {}
        for at, lead in enumerate(self.leads):
            answers = self._unit(at).answers
            more = answers.others if isinstance(answers, UnitAnswers) else answers
            for name in filter(self.nodes.__contains__, more):
                answer = self.prepared.answer(self.rows[at], name)
                found.setdefault(name, {})[at] = leaf_score(self.definition, answer, lead)
        return found

    def _plain(self) -> dict[str, Values]:
        """Return the plain numbers of each leaf as prepared, where they count."""
        found = {
            leaf: self._only(leaf, of_plain(numbers), ~self._own)
            for leaf, numbers in self._read().items()
        }
        panel = {} if self.prepared.panel is None else self.prepared.panel.values
        for leaf, series in panel.items():
            if isinstance(series, ArraySeries):
                made = series.values.at(self.rows)
                found[leaf] = self._only(leaf, made, self._as_prepared, found.get(leaf))
        return found

    def said(self, leaf: str) -> Mask:
        """Return which units say anything of *leaf*."""
        found = np.zeros(self.size, dtype=np.bool_)
        for table, places, rows in self._tables:
            column = table.places.get(leaf)
            if column is not None:
                found[places] = np.frombuffer(table.rows[column], table.rows[column].typecode)[rows]
        found[list(self.singles.get(leaf, ()))] = True
        return found

    @cached_property
    def _tables(self) -> list[tuple[Answers, Whole, Whole]]:
        """The tables with the places of their units, here and in them."""
        tables: dict[int, tuple[Answers, list[int], list[int]]] = {}
        for at in range(self.size):
            answers = self._unit(at).answers
            if isinstance(answers, UnitAnswers):
                table = answers.table
                _, places, rows = tables.setdefault(id(table), (table, [], []))
                places.append(at)
                rows.append(answers.at)
        return [(table, np.array(at), np.array(rows)) for table, at, rows in tables.values()]

    def _read(self) -> dict[str, Array]:
        """Return the plain numbers of each leaf as they stand in the tables."""
        numbers: dict[str, Array] = {}
        for table, places, rows in self._tables:
            held = dict(zip((one.id for one in table.columns), table.numbers, strict=True))
            for leaf in filter(self.nodes.__contains__, held):
                found = numbers.setdefault(leaf, np.full(self.size, np.nan))
                found[places] = np.frombuffer(held[leaf])[rows]
        return numbers

    def _only(
        self, leaf: str, values: Values, counting: Mask, other: Values | None = None
    ) -> Values:
        """Return *values*; those of scores where they are *counting*, else *other* ones or none."""
        if self._measured(leaf) or counting.all():
            return values
        return values.where(counting, values.none() if other is None else other)

    def _measured(self, leaf: str) -> bool:
        node = self.nodes[leaf]
        return isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE

    @cached_property
    def _own(self) -> Mask:
        """The units that are scored by their own assessment, not by the assessor's."""
        return np.array([lead is Lead.SELF for lead in self.leads])

    @cached_property
    def _as_prepared(self) -> Mask:
        """The units that are scored by the assessment whose values were prepared."""
        units = map(self._unit, range(self.size))
        own = [
            (self.prepared.value or leading(self.definition, unit)) is Lead.SELF for unit in units
        ]
        either = np.array([lead is Lead.ASSESSOR_ELSE_SELF for lead in self.leads])
        found: Mask = either | (self._own == np.array(own))
        return found

    def _column(self, leaf: str, raw: Values, singles: Mapping[int, LeafScore]) -> None:
        node = self.nodes[leaf]
        rule = rule_of(self.definition, node)
        scores = score_values(rule, raw, None, direction_of(node)).on_unit()
        there = ~np.isnan(raw.numbers)
        outside = np.zeros(self.size, dtype=np.bool_)
        if rule.method.is_undefined:
            outside |= there
        exact: dict[int, Fraction | None] = {}
        far_off = scores.error > _SURE * np.maximum(1.0, np.abs(scores.numbers))
        for at in np.flatnonzero((scores.unknown | far_off) & there).tolist():
            exact[at] = self._score(leaf, at)
        for at, one in singles.items():
            exact[at] = one.score
            outside[at] = one.missing in NEEDS_NO_ANSWER
        self.scores[leaf] = _with(scores, exact)
        if outside.any():
            self.inapplicable[leaf] = outside

    def _score(self, leaf: str, at: int) -> Fraction | None:
        """Return the exact score of a plain number in one unit."""
        number, node = self._number(leaf, at), self.nodes[leaf]
        rule, way = rule_of(self.definition, node), direction_of(node)
        return None if number is None else score_value(rule, number, None, way).value

    def _number(self, leaf: str, at: int) -> Fraction | None:
        """Return the exact plain number of a leaf in one unit."""
        row, panel = self.rows[at], self.prepared.panel
        prepared = {} if panel is None else panel.values
        if leaf in prepared and (self._as_prepared[at] or self._measured(leaf)):
            return prepared[leaf].exact(row)
        answers = self.prepared.units[row].answers
        if not isinstance(answers, UnitAnswers) or leaf not in answers.table.places:
            return None
        return answers.table.number(answers.table.places[leaf], answers.at)


def _with(values: Values, exact: Mapping[int, Fraction | None]) -> Values:
    """Return *values* with those of some units known exactly."""
    if not exact:
        return values
    put, at = of_exact(list(exact.values())), list(exact)
    numbers = values.numbers.copy()
    error = np.broadcast_to(values.error, numbers.shape).copy()
    numbers[at], error[at] = put.numbers, put.error
    return Values(numbers, error, lcm(values.unit, put.unit))


class ArrayReader:
    """Reads the doubles of *size* units; *unit* gives what the bounds of errors leave in doubt.

    Of *some* of them alone, where only these are asked for.
    """

    def __init__(
        self,
        size: int,
        decimals: int,
        unit: Callable[[int], TreeScores],
        some: Whole | None = None,
    ) -> None:
        self.units = size
        self.size = size if some is None else len(some)
        self.decimals = decimals
        self.unit_of = unit
        self.some = some
        self._known: dict[float, Fraction] = {}

    def only(self, some: Sequence[int]) -> ArrayReader:
        """Return what reads *some* of these units alone."""
        places = np.asarray(some) if self.some is None else self.some[np.asarray(some)]
        return ArrayReader(self.units, self.decimals, self.unit_of, places)

    def unit(self, at: int) -> TreeScores:
        """Return the scores of one unit in fractions."""
        return self.unit_of(at if self.some is None else int(self.some[at]))

    def _read(self, numbers: Array | float) -> Array:
        """Return the number of each unit that is read."""
        found: Array = np.broadcast_to(numbers, self.units)
        return found if self.some is None else found[self.some]

    def _values(self, values: Values) -> Values:
        """Return the value of each unit that is read."""
        if self.some is None:
            return values
        return Values(self._read(values.numbers), self._read(values.error), values.unit)

    def numbers(self, values: Values | Array) -> Fractions:
        """Return each number in as many digits as are sure, None for NaN."""
        return list(map(_decimal, self._doubles(values)))

    def shown(self, values: Values | Array) -> list[float]:
        """Return the doubles."""
        return self._doubles(values)

    def _doubles(self, values: Values | Array) -> list[float]:
        found: list[float] = self._read(
            values.numbers if isinstance(values, Values) else values
        ).tolist()
        return found

    def published_shown(self, node: str, values: Values) -> list[Fraction | float]:
        """Return the scores of *node* at the published decimals, NaN where there is none."""
        found = self._values(values).rounded(self.decimals)
        shown: list[Fraction | float] = (found.whole / 10.0**self.decimals).tolist()
        for at in np.flatnonzero(found.doubtful).tolist():
            (exact,) = self.unit(at).figures(node).published
            shown[at] = nan if exact is None else exact
        return shown

    def published(self, node: str, values: Values) -> Fractions:
        """Return the scores of *node* at the published decimals."""
        return self._sure(values, lambda unit: unit.figures(node).published)

    def contributions(self, node: str, values: Values) -> Fractions:
        """Return the parts that *node* has in the overall at the published decimals."""
        return self._sure(values, lambda unit: unit.figures(node).published_contributions)

    def _sure(self, values: Values, exact: Callable[[TreeScores], Fractions]) -> Fractions:
        found = self._values(values).rounded(self.decimals)
        shown = self._fractions(found.whole)
        for at in np.flatnonzero(found.doubtful).tolist():
            (shown[at],) = exact(self.unit(at))
        return shown

    def _fractions(self, whole: Array) -> Fractions:
        unit, known, numbers = 10**self.decimals, self._known, whole.tolist()
        for one in set(numbers) - known.keys():
            if one == one:  # noqa: PLR0124 - NaN is not itself
                known[one] = Fraction(int(one), unit)
        return [known.get(one) for one in numbers]

    def labels(
        self, node: str, values: Values, classes: Sequence[ScoreClass]
    ) -> list[Label | None]:
        """Return the class of each score: by its double, or exactly where that leaves a doubt."""
        values = self._values(values)
        margin = values.error + NEARLY * np.maximum(1.0, np.abs(values.numbers))
        places = np.full(self.size, len(classes))
        doubt = np.zeros(self.size, dtype=np.bool_)
        for place, inside in enumerate(in_class(values.numbers, classes)):
            places[inside] = place
        for bound in (float(one.bound) for one in classes if one.bound is not None):
            doubt |= np.abs(np.abs(values.numbers - bound) - float(TIE)) <= margin
        names = [*(one.label for one in classes), None]
        found = [names[place] for place in places.tolist()]
        for at in np.flatnonzero(doubt).tolist():
            (found[at],) = self.unit(at).figures(node).labels
        return found

    def for_ranks(self, node: str, values: Values) -> Fractions:
        """Return the scores so exactly that the ranks among any of them are sure."""
        values = self._values(values)
        numbers = np.where(np.isnan(values.numbers), -np.inf, values.numbers)
        margin = values.error + _LOST * np.maximum(1.0, np.abs(values.numbers))
        widest = 2 * float(np.nanmax(margin, initial=0.0))
        order = np.argsort(numbers, kind="stable")
        rising = numbers[order]
        nearest = np.searchsorted(rising, rising + (float(TIE) - widest))
        nearest = np.maximum(nearest, np.arange(1, self.size + 1))  # no score is its own neighbour
        farthest = np.searchsorted(rising, rising + (float(TIE) + widest), "right")
        doubt = np.zeros(self.size, dtype=np.bool_)
        for at in np.flatnonzero((nearest < farthest) & np.isfinite(rising)).tolist():
            doubt[order[at : farthest[at]]] = True
        return self._with_exact(node, values, doubt)

    def for_signs(self, node: str, values: Values) -> Fractions:
        """Return the scores so exactly that which are below 0 is sure."""
        values = self._values(values)
        doubt = np.abs(values.numbers) <= values.error + _LOST
        return self._with_exact(node, values, doubt)

    def _with_exact(self, node: str, values: Values, doubt: Mask) -> Fractions:
        found: Fractions = list(map(_decimal, values.numbers.tolist()))
        for at in np.flatnonzero(doubt & ~np.isnan(values.numbers)).tolist():
            (found[at],) = self.unit(at).figures(node).scores
        return found

    def differ(self, values: Values, others: Values) -> Mask:
        """Return where two numbers are farther apart than their errors."""
        apart = np.abs(values.numbers - others.numbers)
        found: Mask = apart > values.error + others.error
        return found

    def counts(self, values: Array | int) -> list[int]:
        """Return each unit's whole number."""
        found: list[int] = self._read(values).tolist()
        return found

    def truths(self, mask: Truth) -> list[bool]:
        """Return where *mask* is true."""
        found: list[bool] = self._read(mask).tolist()
        return found


def in_class(scores: Array, classes: Sequence[ScoreClass]) -> list[Mask]:
    """Return, for each of *classes*, which of *scores* are in it; a bound within 1e-10 is met."""
    left, tie = ~np.isnan(scores), float(TIE) + NEARLY
    found = []
    for one in classes:
        inside = left
        if one.bound is not None:
            above = scores - float(one.bound)
            inside = left & (above <= tie if one.bound_included else above < -tie)
        found.append(inside)
        left = left & ~inside  # a new array: this one may be in the result
    return found


def _decimal(number: float) -> Fraction | None:
    if number != number:  # noqa: PLR0124 - NaN is not itself
        return None
    return Fraction(Decimal(f"{number:.{DIGITS}g}"))  # in half the time of the text itself
