"""The leaves of a workbook: each answer with its cells, and whether a formula scores it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kediri_index.model.aggregation import TINY, NoScore, ScoreFormula, number
from kediri_index.model.dataset import Answer, Lead, Missing, Reading
from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.findings import Source
from kediri_index.model.scores import IndicatorResult
from kediri_index.model.scoring import Direction, Outside, Reads, is_panel
from kediri_index.model.yearly import Yearly
from kediri_index.scoring.answers import NEEDS_NO_ANSWER, LeafScore, leaf_score
from kediri_index.scoring.score_rule import given_rule

_SURE: Final = 13
"""So many significant digits of a sum of products are right."""
_LARGEST: Final = Fraction(10) ** 300


def is_storable(value: Fraction) -> bool:
    """Return whether a cell can hold *value*."""
    return abs(value) < _LARGEST


def guard_of(definition: Definition) -> int:
    """Return to how many decimals a computed score is right, whatever its last binary digits.

    A score that is exactly 3.315 may come out as 3.31499999999999995: rounded to these decimals
    first, it is 3.315 again, and rounds as people round it.
    """
    ends = definition.scale or (Fraction(0), Fraction(100))
    whole = len(str(int(max(abs(end) for end in ends))))
    return max(_SURE - whole, definition.publish.decimals + 2)


def rounded(definition: Definition, expression: str) -> str:
    """Return *expression* rounded half up to the published decimals, ties away from zero."""
    guard, decimals = guard_of(definition), definition.publish.decimals
    return f"ROUND(ROUND({expression},{guard}),{decimals})"


def reading_formula(
    rule: ScoreRule, direction: Direction, cell: str, target: str | None
) -> ScoreFormula | None:
    """Return the score of the number in *cell*; None where no formula gives it.

    *target* is the cell of the sheet's target, where that counts.
    """
    found = rule.method.formula(cell, target, direction)
    if found is None:
        return None
    score, conditions = found
    if rule.method.onto and rule.to is not None:
        low, high = rule.to
        height = high - low
        times = score if height == 1 else f"{number(height)}*({score})"
        score = times if not low else f"{number(low)}+{times}"
    if rule.to is None or rule.outside is Outside.KEEP:
        return ScoreFormula(score, conditions)
    low, high = rule.to
    if rule.outside is Outside.CLIP:
        return ScoreFormula(f"MIN(MAX({score},{number(low)}),{number(high)})", conditions)
    within = (f"({score})>={number(low)}-{TINY}", f"({score})<={number(high)}+{TINY}")
    return ScoreFormula(score, (*conditions, *within))


def mean_formula(rule: ScoreRule, cells: Sequence[str]) -> ScoreFormula | None:
    """Return the mean of the scores in *cells*, each scored by itself; some may be empty."""
    found = [reading_formula(rule, Direction.HIGHER, cell, None) for cell in cells]
    each = [one for one in found if one is not None]
    if len(each) < len(found):
        return None
    if len(each) == 1:
        return each[0]
    terms = "+".join(
        f"IF(ISNUMBER({cell}),{one.score},0)" for cell, one in zip(cells, each, strict=True)
    )
    conditions = tuple(
        f"IF(ISNUMBER({cell}),AND({','.join(one.conditions)}),TRUE)"
        for cell, one in zip(cells, each, strict=True)
        if one.conditions
    )
    return ScoreFormula(f"({terms})/COUNT({','.join(cells)})", conditions)


_SOME_CELL = "ABC123456"
_LONGEST = 3500
"""Of the formulas of a leaf; a spreadsheet takes twice as much, and there is more around them."""


class BookLeaf(NamedTuple):
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


def rule_of(definition: Definition, leaf: BookLeaf) -> ScoreRule:
    """Return how a score of the leaf that is given directly is read."""
    if isinstance(leaf.node, Group):
        return given_rule(definition.scale)
    if leaf.measured:
        return given_rule(leaf.node.rule.to or definition.scale)
    return leaf.node.rule


def leaves_of(yearly: Yearly) -> tuple[BookLeaf, ...]:
    """Return every leaf in the order of the tree, a given group before what stands below it."""
    return tuple(_LeafSearch(yearly).all())


class _LeafSearch:
    def __init__(self, yearly: Yearly) -> None:
        self.yearly = yearly
        self.definition = yearly.outcome.definition
        self.lead = yearly.result.lead
        self.left_out = yearly.result.no_score is NoScore.LEFT_OUT
        self.results = {one.id: one for one in yearly.result.indicators}

    def all(self) -> Iterator[BookLeaf]:
        """Yield them."""
        answers = self.yearly.data.answers
        for group in self.definition.all_groups():
            if group.id in answers or not group.children:
                yield self._leaf(group, answers.get(group.id))
            for indicator in group.indicators:
                yield self._leaf(indicator, answers.get(indicator.id))

    def _leaf(self, node: Group | Indicator, answer: Answer | None) -> BookLeaf:
        result = self.results.get(node.id)
        own = LeafScore(node.id, None, Missing.EMPTY, None, ())
        over_units = isinstance(node, Indicator) and is_panel(node.rule.method)
        if answer is not None and not over_units:
            own = leaf_score(self.definition, answer, self.lead)
        found = own if result is None else _as_scored(own, result)
        if self.left_out:
            found = found._replace(score=None, missing=Missing.NOT_APPLICABLE)
        sources = found.sources or (() if answer is None else (answer.row,))
        leaf = BookLeaf(node, answer, found.score, found.missing, sources)
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


def _has_formula(leaf: BookLeaf, definition: Definition) -> bool:
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
