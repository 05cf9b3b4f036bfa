"""Values that are drawn around what the data say, and the scores that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import ceil, log10
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from kediri_index.analysis.robustness.normal import standard_normal
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.robustness import DrawnValue
from kediri_index.model.scoring import Direction, Outside
from kediri_index.scoring.answers import direction_of
from kediri_index.scoring.arrays.arithmetic import Whole
from kediri_index.scoring.arrays.values import Array, Mask, Values, of_decimals
from kediri_index.scoring.score_rule import score_values
from kediri_index.scoring.scores import Scores

_DIGITS = 9
"""Digits of a drawn value: few enough for methods that score one decimal after the other."""
_MOST_DECIMALS = 15
_FAR = 8
"""So many standard deviations no draw is away from its mean."""


class _Alike(NamedTuple):
    """Rows of a leaf that one rule scores, each with its target, NaN for none."""

    rows: Whole
    rule: ScoreRule
    direction: Direction
    targets: Array


class UncertainLeaf(NamedTuple):
    """The drawn values of a leaf, in units at *places* of a panel: these *rows* of all of them.

    Each is *base* and *span* times a number, which is *normal* or uniform. *scoring* has the rules
    by which they are scored, by each scoring method.
    """

    places: Whole
    rows: slice
    base: Array
    span: Array
    normal: Mask
    scoring: tuple[tuple[_Alike, ...], ...]

    def values(self, uniform: Array) -> Array:
        """Return the values that *uniform* numbers stand for, units x draws."""
        found = uniform.copy()
        found[self.normal] = standard_normal(uniform[self.normal])
        found *= self.span
        found += self.base
        return np.round(found, self._decimals)

    def scores(self, values: Array, method: int) -> Array:
        """Return the scores of *values* by one of the scoring methods, NaN where one has none."""
        found = np.empty_like(values)
        for rows, rule, direction, targets in self.scoring[method]:
            raw = of_decimals(values[rows].ravel(), self._decimals)
            goal = None
            if not np.isnan(targets).all():
                goal = Values(np.repeat(targets, values.shape[1]))
            found[rows] = score_values(rule, raw, goal, direction).numbers.reshape(len(rows), -1)
        return found

    @property
    def _decimals(self) -> int:
        largest = float(np.max(np.abs(self.base) + _FAR * np.abs(self.span)))
        return min(_MOST_DECIMALS, max(0, _DIGITS - ceil(log10(largest or 1))))


def uncertain_leaves(
    drawn: Sequence[DrawnValue], places: Whole, scores: Sequence[Scores]
) -> dict[str, UncertainLeaf]:
    """Return the *drawn* values by their leaf, in the order they stand in, a leaf's together.

    *places* are those of the panel's units, *scores* those by each scoring method.
    """
    found = {}
    start = 0
    for leaf, each in groupby(drawn, key=attrgetter("indicator")):
        values = list(each)
        found[leaf] = UncertainLeaf(
            np.searchsorted(places, [one.place for one in values]),
            slice(start, start + len(values)),
            np.array([[one.base] for one in values]),
            np.array([[one.span] for one in values]),
            np.array([one.normal for one in values]),
            tuple(tuple(_alike(leaf, values, one)) for one in scores),
        )
        start += len(values)
    return found


def _alike(leaf: str, values: Sequence[DrawnValue], scores: Scores) -> Iterable[_Alike]:
    """Yield the rows of *values* by the rule that *scores* has for their year."""
    prepared = scores.prepared
    by_year: dict[int | None, list[int]] = {}
    for row, one in enumerate(values):
        by_year.setdefault(prepared.units[one.place].year, []).append(row)
    for rows in by_year.values():
        unit = prepared.units[values[rows[0]].place]
        node = prepared.definition_of(unit).nodes()[leaf]
        assert isinstance(node, Indicator)  # noqa: S101 - for mypy: only these are drawn
        rule = node.rule
        if rule.outside is Outside.ERROR:
            rule = rule._replace(outside=Outside.CLIP)
        targets = [values[row].target for row in rows]
        goals = np.array([np.nan if one is None else one for one in targets])
        yield _Alike(np.array(rows), rule, direction_of(node), goals)


def by_leaf(drawn: Iterable[DrawnValue], order: Mapping[str, int]) -> list[DrawnValue]:
    """Return *drawn* in the order of the tree, then of units."""
    return sorted(drawn, key=lambda one: (order[one.indicator], one.place))
