"""What is the same for all rows of a wide table under one definition: how each column is scored."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isnan
from typing import NamedTuple

from kediri_index.model.answers import AnswerColumn, Answers
from kediri_index.model.definition import Indicator
from kediri_index.model.scoring import Outside
from kediri_index.scoring.leaf import Scorer, given_rule
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.tree import Tree

_TABLES = 16


class WideColumn(NamedTuple):
    """The *scorer* of the plain numbers of a column; with *always* each of them has a score."""

    id: str
    scorer: Scorer
    always: bool


class WideColumns:
    """The columns of *table*, None for those whose numbers are none of the leaves'.

    Where *always* is true every plain number of the table has a score.
    """

    __slots__ = ("_everything", "_given", "always", "columns", "ids", "table")

    def __init__(self, tree: Tree, table: Answers, *, by_self: bool) -> None:
        self.table = table
        self.columns = tuple(_column(tree, one, by_self=by_self) for one in table.columns)
        self.ids = tuple(column.id for column in table.columns)
        self.always = all(one is not None and one.always for one in self.columns)
        self._given = all(one is not None and one.scorer is _itself for one in self.columns)
        self._everything = Presence(frozenset(self.ids))

    def presence(self, numbers: Sequence[float]) -> Presence:
        """Return the leaves that have a score where every number has one; NaN is none."""
        if not isnan(sum(numbers)):
            return self._everything
        there = zip(self.ids, numbers, strict=True)
        return Presence(frozenset([leaf for leaf, number in there if not isnan(number)]))

    def scores(self, numbers: Sequence[Fraction | None]) -> dict[str, Fraction]:
        """Return the scores of the columns in which every number has one."""
        there = zip(self.ids, numbers, strict=True)
        if self._given:
            return {leaf: number for leaf, number in there if number is not None}
        found = {}
        for column, number in zip(self.columns, numbers, strict=True):
            if column is None or number is None or not column.always:
                continue
            score = column.scorer(number)
            if score is not None:
                found[column.id] = score
        return found


def columns_of(tree: Tree, table: Answers, *, by_self: bool) -> WideColumns:
    """Return the columns of *table*; *by_self* only self-assessments and results count."""
    key = id(table), by_self
    found = tree.columns.get(key)
    if found is None:
        if len(tree.columns) == _TABLES:
            tree.columns.clear()
        found = tree.columns[key] = WideColumns(tree, table, by_self=by_self)  # keeps the table
    return found


def _column(tree: Tree, column: AnswerColumn, *, by_self: bool) -> WideColumn | None:
    if column.id not in tree.scorers or (by_self and not column.measured):
        return None  # what stands in such a table is nobody's self-assessment
    if _is_given(tree, column):
        return WideColumn(column.id, _itself, always=True)
    return WideColumn(column.id, tree.scorers[column.id], column.id in tree.always)


def _is_given(tree: Tree, column: AnswerColumn) -> bool:
    """Return whether the plain numbers of *column* are scores as they are."""
    node = tree.nodes[column.id]
    rule = node.rule if isinstance(node, Indicator) else given_rule(tree.definition.scale)
    if not isinstance(rule.method, AsGiven):
        return False
    return rule.to is None or rule.outside is Outside.KEEP or rule.to in column.within


def _itself(number: Fraction) -> Fraction:
    return number
