"""What is shown of the scores of many units of one wide table: all nodes, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kediri_index.model.answers import Answers, UnitAnswers
from kediri_index.model.definition import Definition
from kediri_index.scoring.columns.fold import Block, Fold
from kediri_index.scoring.columns.leaves import cells_of, leaf_column
from kediri_index.scoring.columns.pairs import Bools, Doubles, Places, zeros
from kediri_index.scoring.columns.patterns import Pattern, Patterns
from kediri_index.scoring.columns.values import Values, fifteen_digits, rounded
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.tree import tree_of


class Figures(NamedTuple):
    """The two figures of every node: the score's 15 digits, and the published one.

    Column 2 i of *numbers* has the scores of the scorer's node i, column 2 i + 1 what is published
    of it; a node that does not count has any numbers. *which* says which of *patterns* each unit
    has. Where *sure* is false nothing is known.
    """

    numbers: Doubles
    patterns: list[Pattern]
    which: Places
    sure: Bools


class Folded(NamedTuple):
    """Both values of all nodes of some units, as far as they are *sure*.

    *which* says which of *patterns* each unit has.
    """

    fold: Fold
    patterns: list[Pattern]
    which: Places
    sure: Bools

    def counts(self, node: str) -> Bools:
        """Return which units have a score of *node*."""
        return np.array([one.has(node) for one in self.patterns], dtype=np.bool_)[self.which]


class ColumnScorer:
    """Scores rows of *table* that hold plain numbers and gaps, and nothing else.

    All groups are weighted means; scores are the assessor's, as those of such a table are. *nodes*
    has the number of each node.
    """

    def __init__(self, definition: Definition, table: Answers) -> None:
        self.definition = definition
        self.tree = tree_of(definition)
        self.nodes = {node: at for at, node in enumerate((OVERALL, *self.tree.nodes))}
        self.places = [
            at for at, column in enumerate(table.columns) if column.id in self.tree.nodes
        ]
        self.ids = [table.columns[at].id for at in self.places]
        self.patterns = Patterns(definition, self.ids)

    def folded(self, rows: Sequence[UnitAnswers]) -> Folded:
        """Return the values of *rows*; OverflowError where a number is beyond what doubles do."""
        leaves, table = {}, cells_of(_numbers(rows))
        there = ~np.isnan(table.whole[:, self.places])
        odd = np.zeros(len(rows), dtype=np.bool_)
        for leaf, at in zip(self.ids, self.places, strict=True):
            column = leaf_column(self.tree, self.tree.nodes[leaf], table.column(at))
            leaves[leaf] = column.values
            odd |= column.odd
        patterns, which = self.patterns.of(there)
        nothing = Values(zeros(len(rows)), 0.0, [1])
        counted = _counted(patterns)
        leaves.update((leaf, nothing) for leaf in counted if leaf not in leaves)
        fold = Fold(self.definition, self.patterns, Block(leaves, patterns, which))
        return Folded(fold, patterns, which, fold.sure & ~odd)

    def figures(self, rows: Sequence[UnitAnswers]) -> Figures:
        """Return the figures of *rows*; OverflowError where a number is beyond what doubles do."""
        folded = self.folded(rows)
        fold, sure = folded.fold, folded.sure
        numbers = np.zeros((len(rows), 2 * len(self.nodes)))
        decimals = self.definition.publish.decimals
        for node, at in self.nodes.items():
            if node not in fold.exact:
                continue
            score = fifteen_digits(fold.exact[node])
            published = rounded(fold.published[node], decimals)
            numbers[:, 2 * at] = score.numbers
            numbers[:, 2 * at + 1] = published.numbers / 10.0**decimals
            sure &= ~folded.counts(node) | (score.sure & published.sure)
        return Figures(numbers, folded.patterns, folded.which, sure)


def _counted(patterns: Sequence[Pattern]) -> set[str]:
    return {leaf for pattern in patterns for leaf in pattern.structure.kinds}


def _numbers(rows: Sequence[UnitAnswers]) -> Doubles:
    """Return the plain numbers of *rows* of one table."""
    units = np.array([row.at for row in rows], dtype=np.intp)
    columns = rows[0].table.numbers if rows else ()
    return np.array([np.frombuffer(column)[units] for column in columns]).T.reshape(len(rows), -1)
