"""All figures of a node, each a list over the units of a block, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kediri_index.model.aggregation import NoScore
from kediri_index.model.definition import ClassesOn
from kediri_index.model.language import Label
from kediri_index.model.scores import Completeness, Figure
from kediri_index.scoring.fold import (
    REASONS,
    Count,
    Number,
    Truth,
)
from kediri_index.scoring.rounding import class_of

if TYPE_CHECKING:
    from kediri_index.scoring.blocks import Block


DIGITS = 13
"""So many digits of a double are shown: what is left of its error is beyond them."""
Fractions = list[Fraction | None]
NO_FIGURE = Figure(None, None)


class Columns(Protocol):
    """What reads a number of a fold as a list with an item for each unit."""

    def numbers(self, values: Number) -> Fractions:
        """Return each unit's number, None where there is none."""
        ...

    def shown(self, values: Number) -> Sequence[Fraction | float | None]:
        """Return the numbers as quickly as they can be had: doubles to be shown in DIGITS."""
        ...

    def published_shown(self, node: str, values: Number) -> Sequence[Fraction | float | None]:
        """Return the scores of *node* at the published decimals likewise."""
        ...

    def published(self, node: str, values: Number) -> Fractions:
        """Return the scores of *node* at the published decimals."""
        ...

    def contributions(self, node: str, values: Number) -> Fractions:
        """Return the parts that *node* has in the overall at the published decimals."""
        ...

    def for_classes(self, node: str, values: Number, bounds: Sequence[Fraction]) -> Fractions:
        """Return the scores of *node* so exactly that the class of each is sure."""
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

    def only(self, some: Sequence[int]) -> Columns:
        """Return what reads *some* units alone."""
        ...

    def truths(self, mask: Truth) -> list[bool]:
        """Return where *mask* is true."""
        ...


class NodeFigures:
    """All figures of one node, each a list over the units; each made once, when it is asked for."""

    def __init__(self, block: Block, node: str) -> None:
        self.block = block
        self.node = node
        self.columns = block.columns

    @property
    def exact(self) -> Number:
        """The scores without any rounding, as the fold has them."""
        return self.block.folded.exact[self.node]

    @property
    def carried(self) -> Number:
        """The scores that flow up rounded, as the fold has them."""
        return self.block.folded.published[self.node]

    @cached_property
    def scores(self) -> Fractions:
        """The scores without any rounding."""
        return self.columns.numbers(self.exact)

    @cached_property
    def signed(self) -> Fractions:
        """The scores so exactly that which are below 0 is sure."""
        return self.columns.for_signs(self.node, self.exact)

    @cached_property
    def carried_signed(self) -> Fractions:
        """Those that flow up rounded likewise."""
        same = self.carried is self.exact
        return self.signed if same else self.columns.for_signs(self.node, self.carried)

    @cached_property
    def share(self) -> Fractions:
        """The share in what the node is part of."""
        parent = self.block.parents[self.node].id
        return self.columns.numbers(self.block.folded.branches[parent].shares[self.node])

    @cached_property
    def published(self) -> Fractions:
        """The scores at the published decimals."""
        return self.columns.published(self.node, self.carried)

    @cached_property
    def effective(self) -> Fractions:
        """The share in the overall, 0 where the node does not count."""
        return self.columns.numbers(self.block.effective[self.node])

    @cached_property
    def contributions(self) -> Fractions:
        """What the node adds to the overall; None if that is not a sum."""
        return self.columns.numbers(self.block.part(self.node, self.exact))

    @cached_property
    def published_contributions(self) -> Fractions:
        """What it adds at the published decimals."""
        part = self.block.part(self.node, self.carried)
        return self.columns.contributions(self.node, part)

    @cached_property
    def completeness(self) -> list[Completeness]:
        """How complete it is."""
        complete, where = self.block.complete[self.node], self.block.arithmetic.where
        expected = self.block.expected.expected[self.node]
        each = zip(
            self.columns.counts(where(expected, complete.answered, 0)),
            self.columns.counts(where(expected, complete.expected, 0)),
            self.columns.numbers(where(expected, complete.share, self.block.arithmetic.nothing)),
            strict=True,
        )
        return [Completeness(*one) for one in each]

    @cached_property
    def reasons(self) -> list[NoScore | None]:
        """Why it has no score, None where it has one or is no group."""
        codes = self.columns.counts(self.block.folded.reasons.get(self.node, 0))
        return [REASONS[code - 1] if code else None for code in codes]

    @cached_property
    def answers(self) -> list[int]:
        """How many answers count in it, 0 where it has no score."""
        return self.columns.counts(self.block.folded.answers[self.node])

    @cached_property
    def given(self) -> list[bool]:
        """Whether its score is given."""
        return self.columns.truths(self.block.leaves.present.get(self.node, False))

    @cached_property
    def answered(self) -> list[bool]:
        """Whether anything at or below it has a score."""
        return self.columns.truths(self.block.expected.answered.get(self.node, True))

    @cached_property
    def applies(self) -> list[bool]:
        """Whether it applies, whatever stands above it."""
        return self.columns.truths(self.block.expected.applies[self.node])

    @cached_property
    def expected(self) -> list[bool]:
        """Whether it is expected."""
        return self.columns.truths(self.block.expected.expected[self.node])

    @cached_property
    def labels(self) -> list[Label | None]:
        """Its class."""
        definition = self.block.definition
        if not definition.classes:
            return [None] * self.block.size
        deciding = self.published
        if definition.classes_on is ClassesOn.SCORE:
            bounds = [one.bound for one in definition.classes if one.bound is not None]
            deciding = self.columns.for_classes(self.node, self.exact, bounds)
        found = [class_of(value, definition.classes) for value in deciding]
        return [one and one.label for one in found]

    def figure(self, unit: int) -> Figure:
        """Return the two figures of one unit."""
        return Figure(self.scores[unit], self.published[unit])

    def contribution(self, unit: int) -> Figure:
        """Return the two figures of what it adds to the overall of one unit."""
        return Figure(self.contributions[unit], self.published_contributions[unit])
