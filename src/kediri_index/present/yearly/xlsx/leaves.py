"""The leaves of a workbook: each answer with its cells, and whether a formula scores it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Answer, Lead, Missing, Reading
from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Source
from kediri_index.model.scores import IndicatorResult
from kediri_index.model.scoring import Reads, is_panel
from kediri_index.model.yearly import Yearly
from kediri_index.present.yearly.xlsx.leaf_formulas import (
    is_storable,
    mean_formula,
    reading_formula,
)
from kediri_index.scoring.leaf import given_rule
from kediri_index.scoring.leaves import LeafScore, leaf_score
from kediri_index.scoring.presence import NEEDS_NO_ANSWER

_SOME_CELL = "ABC123456"
_LONGEST = 3500
"""Of the formulas of a leaf; a spreadsheet takes twice as much, and there is more around them."""


class Leaf(NamedTuple):
    """One leaf: an indicator, or a group whose score is given or that has nothing below it.

    *score* is the engine's, None where there is none, and then *missing* says why. A *fixed* one
    stands in the workbook as a value: no formula gives it from the cells of this unit alone.
    """

    node: Group | Indicator
    answer: Answer | None
    score: Fraction | None
    missing: Missing | None
    sources: tuple[Source, ...]
    fixed: bool = False

    @property
    def id(self) -> str:
        """The id of its node."""
        return self.node.id

    @property
    def measured(self) -> bool:
        """Whether it is a quantity, which is scored against something."""
        return isinstance(self.node, Indicator) and self.node.rule.method.reads is Reads.MEASURE

    @property
    def reads_target(self) -> bool:
        """Whether the sheet's target counts."""
        return isinstance(self.node, Indicator) and self.node.rule.method.reads_target

    @property
    def inapplicable(self) -> bool:
        """Whether nobody could have given a score."""
        return self.score is None and self.missing in NEEDS_NO_ANSWER

    def readings(self) -> tuple[Reading, ...]:
        """Return all that is said of it."""
        if self.answer is None:
            return ()
        answer = self.answer
        found = (answer.self_score, *answer.assessor, answer.measure, answer.target)
        return tuple(one for one in found if one is not None)

    def scored(self) -> LeafScore:
        """Return it as the engine takes it."""
        return LeafScore(self.id, self.score, self.missing, None, self.sources)


def rule_of(definition: Definition, leaf: Leaf) -> ScoreRule:
    """Return how a score of the leaf that is given directly is read."""
    if isinstance(leaf.node, Group):
        return given_rule(definition.scale)
    if leaf.measured:
        return given_rule(leaf.node.rule.to or definition.scale)
    return leaf.node.rule


def leaves_of(yearly: Yearly) -> tuple[Leaf, ...]:
    """Return every leaf in the order of the tree, a given group before what stands below it."""
    return tuple(_Leaves(yearly).all())


class _Leaves:
    def __init__(self, yearly: Yearly) -> None:
        self.yearly = yearly
        self.definition = yearly.outcome.definition
        self.lead = yearly.result.lead
        self.left_out = yearly.result.no_score is NoScore.LEFT_OUT
        self.results = {one.id: one for one in yearly.result.indicators}

    def all(self) -> Iterator[Leaf]:
        """Yield them."""
        answers = self.yearly.data.answers
        for group in self.definition.all_groups():
            if group.id in answers or not group.children:
                yield self._leaf(group, answers.get(group.id))
            for indicator in group.indicators:
                yield self._leaf(indicator, answers.get(indicator.id))

    def _leaf(self, node: Group | Indicator, answer: Answer | None) -> Leaf:
        result = self.results.get(node.id)
        own = LeafScore(node.id, None, Missing.EMPTY, None, ())
        over_units = isinstance(node, Indicator) and is_panel(node.rule.method)
        if answer is not None and not over_units:
            own = leaf_score(self.definition, answer, self.lead)
        found = own if result is None else _as_scored(own, result)
        if self.left_out:
            found = found._replace(score=None, missing=Missing.NOT_APPLICABLE)
        sources = found.sources or (() if answer is None else (answer.row,))
        leaf = Leaf(node, answer, found.score, found.missing, sources)
        shared = answer is not None and answer.shares is not None
        differs = found.score != own.score or over_units or self.left_out or shared
        return leaf._replace(fixed=differs or not _has_formula(leaf, self.definition))


def _as_scored(own: LeafScore, result: IndicatorResult) -> LeafScore:
    """Return the leaf as it counts: below a given group the result has no figure of it."""
    if result.missing is not None:
        return own._replace(score=None, missing=result.missing, sources=result.sources)
    if result.figure.score is None:
        return own
    return own._replace(score=result.figure.score, missing=None, sources=result.sources)


def _has_formula(leaf: Leaf, definition: Definition) -> bool:
    """Return whether a cell takes the numbers, and the formula that scores them."""
    numbers = [one.number for one in leaf.readings() if one.number is not None]
    if not all(map(is_storable, numbers)):
        return False
    node = leaf.node
    assessors = len(leaf.answer.assessor) if leaf.answer else 1
    judged = mean_formula(rule_of(definition, leaf), [_SOME_CELL] * max(assessors, 1))
    if judged is None:
        return False
    longest = len(judged.guarded())
    if leaf.measured and isinstance(node, Indicator):
        target = _SOME_CELL if leaf.reads_target else None
        measured = reading_formula(node.rule, node.direction, _SOME_CELL, target)
        if measured is None:
            return False
        longest += len(measured.guarded())
    return longest < _LONGEST


def counts_by(lead: Lead) -> tuple[bool, bool]:
    """Return whether self-assessments may count under *lead*, and whether assessors' scores do."""
    return lead is not Lead.ASSESSOR, lead is not Lead.SELF
