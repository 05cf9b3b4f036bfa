"""All figures of a node, each a list over the units, and what reads them out of a fold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kediri_index.model.aggregation import NoScore
from kediri_index.model.definition import ClassesOn, ScoreClass
from kediri_index.model.language import Label
from kediri_index.model.scores import Completeness, Figure
from kediri_index.scoring.fold import (
    REASONS,
    Count,
    Number,
    Truth,
)
from kediri_index.scoring.rounding import label_of

if TYPE_CHECKING:
    from kediri_index.scoring.tree import TreeScores


DIGITS = 13
"""So many digits of a double are shown: what is left of its error is beyond them."""
Fractions = list[Fraction | None]
NO_FIGURE = Figure(None, None)


class FigureReader(Protocol):
    """What reads a number of a fold as a list with an item for each unit."""

    def numbers(self, values: Number) -> Fractions:
        """Return each unit's number, None where there is none."""
        ...

    def shown(self, values: Number) -> Sequence[Fraction | float]:
        """Return the numbers as quickly as they can be had: doubles to be shown in DIGITS.

        NaN where there is none.
        """
        ...

    def published_shown(self, node: str, values: Number) -> Sequence[Fraction | float]:
        """Return the scores of *node* at the published decimals likewise."""
        ...

    def published(self, node: str, values: Number) -> Fractions:
        """Return the scores of *node* at the published decimals."""
        ...

    def contributions(self, node: str, values: Number) -> Fractions:
        """Return the parts that *node* has in the overall at the published decimals."""
        ...

    def labels(
        self, node: str, values: Number, classes: Sequence[ScoreClass]
    ) -> list[Label | None]:
        """Return the class of each score of *node*."""
        ...

    def for_ranks(self, node: str, values: Number) -> Fractions:
        """Return the scores of *node* so exactly that the ranks among them are sure."""
        ...

    def for_signs(self, node: str, values: Number) -> Fractions:
        """Return the scores of *node* so exactly that which are below 0 is sure."""
        ...

    def differ(self, values: Number, others: Number) -> Truth:
        """Return where two numbers surely differ."""
        ...

    def counts(self, values: Count) -> list[int]:
        """Return each unit's whole number."""
        ...

    def only(self, some: Sequence[int]) -> FigureReader:
        """Return what reads *some* units alone."""
        ...

    def truths(self, mask: Truth) -> list[bool]:
        """Return where *mask* is true."""
        ...


class NodeFigures:
    """All figures of one node, each a list over the units; each made once, when it is asked for."""

    def __init__(self, tree: TreeScores, node: str) -> None:
        self.tree = tree
        self.node = node
        self.reader = tree.reader

    @property
    def exact(self) -> Number:
        """The scores without any rounding, as the fold has them."""
        return self.tree.folded.exact[self.node]

    @property
    def carried(self) -> Number:
        """The scores that flow up rounded, as the fold has them."""
        return self.tree.folded.published[self.node]

    @cached_property
    def scores(self) -> Fractions:
        """The scores without any rounding."""
        return self.reader.numbers(self.exact)

    @cached_property
    def signed(self) -> Fractions:
        """The scores so exactly that which are below 0 is sure."""
        return self.reader.for_signs(self.node, self.exact)

    @cached_property
    def carried_signed(self) -> Fractions:
        """Those that flow up rounded likewise."""
        same = self.carried is self.exact
        return self.signed if same else self.reader.for_signs(self.node, self.carried)

    @cached_property
    def share(self) -> Fractions:
        """The share in what the node is part of."""
        parent = self.tree.parents[self.node].id
        return self.reader.numbers(self.tree.folded.branches[parent].shares[self.node])

    @cached_property
    def published(self) -> Fractions:
        """The scores at the published decimals."""
        return self.reader.published(self.node, self.carried)

    @cached_property
    def effective(self) -> Fractions:
        """The share in the overall, 0 where the node does not count."""
        return self.reader.numbers(self.tree.effective[self.node])

    @cached_property
    def contributions(self) -> Fractions:
        """What the node adds to the overall; None if that is not a sum."""
        return self.reader.numbers(self.tree.part(self.node, self.exact))

    @cached_property
    def published_contributions(self) -> Fractions:
        """What it adds at the published decimals."""
        part = self.tree.part(self.node, self.carried)
        return self.reader.contributions(self.node, part)

    @cached_property
    def completeness(self) -> list[Completeness]:
        """How complete it is."""
        complete, where = self.tree.complete[self.node], self.tree.arithmetic.where
        expected = self.tree.expected.expected[self.node]
        each = zip(
            self.reader.counts(where(expected, complete.answered, 0)),
            self.reader.counts(where(expected, complete.expected, 0)),
            self.reader.numbers(where(expected, complete.share, self.tree.arithmetic.nothing)),
            strict=True,
        )
        return [Completeness(*one) for one in each]

    @cached_property
    def reasons(self) -> list[NoScore | None]:
        """Why it has no score, None where it has one or is no group."""
        codes = self.reader.counts(self.tree.folded.reasons.get(self.node, 0))
        return [REASONS[code - 1] if code else None for code in codes]

    @cached_property
    def answers(self) -> list[int]:
        """How many answers count in it, 0 where it has no score."""
        return self.reader.counts(self.tree.folded.answers[self.node])

    @cached_property
    def given(self) -> list[bool]:
        """Whether its score is given."""
        return self.reader.truths(self.tree.leaves.present.get(self.node, False))

    @cached_property
    def answered(self) -> list[bool]:
        """Whether anything at or below it has a score."""
        return self.reader.truths(self.tree.expected.answered.get(self.node, True))

    @cached_property
    def applies(self) -> list[bool]:
        """Whether it applies, whatever stands above it."""
        return self.reader.truths(self.tree.expected.applies[self.node])

    @cached_property
    def expected(self) -> list[bool]:
        """Whether it is expected."""
        return self.reader.truths(self.tree.expected.expected[self.node])

    @cached_property
    def labels(self) -> list[Label | None]:
        """Its class."""
        definition = self.tree.definition
        if definition.classes_on is ClassesOn.SCORE:
            return self.reader.labels(self.node, self.exact, definition.classes)
        return [label_of(value, definition.classes) for value in self.published]

    def figure(self, unit: int) -> Figure:
        """Return the two figures of one unit."""
        return Figure(self.scores[unit], self.published[unit])

    def contribution(self, unit: int) -> Figure:
        """Return the two figures of what it adds to the overall of one unit."""
        return Figure(self.contributions[unit], self.published_contributions[unit])
