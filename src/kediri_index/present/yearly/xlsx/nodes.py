"""The scores of each node: as formulas, and as cells hold them until a spreadsheet recalculates."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kediri_index.model.aggregation import TINY, Aggregation, Combined, Ranges, number
from kediri_index.model.definition import (
    STAGE_INDICATORS,
    STAGE_TERMS,
    ClassesOn,
    Definition,
    Unanswered,
)
from kediri_index.model.language import Label
from kediri_index.model.scores import UnitResult
from kediri_index.present.yearly.xlsx.leaves import BookLeaf, rounded
from kediri_index.present.yearly.xlsx.places import SCORES, BookLayout, SheetRow
from kediri_index.scoring.answers import leaves_of
from kediri_index.scoring.exact import ComparedScores, exact_tree
from kediri_index.scoring.fold import OVERALL

_ZERO = Fraction(0)


class BookFigures:
    """All figures of one unit, as the workbook's formulas come to them."""

    def __init__(
        self, definition: Definition, leaves: tuple[BookLeaf, ...], result: UnitResult
    ) -> None:
        scored = {
            leaf.id: leaf.scored() for leaf in leaves if leaf.answer or leaf.score is not None
        }
        self.compared = _compared(definition, result)
        self.block = exact_tree(definition, leaves_of(scored), scored, self.compared)
        self._answered = {node: int(self.given(node)) for node in self.block.nodes}
        for inner in self.block.inners:
            below = sum(self._answered[child.id] for child in inner.children)
            self._answered[inner.id] = self._answered.get(inner.id, 0) + below
        self._reached: dict[tuple[str, bool], dict[str, Fraction]] = {}

    def count(self, node: str) -> int:
        """Return how many answers count in a node; none below a given group."""
        return self.block.figures(node).answers[0]

    def answered(self, node: str) -> int:
        """Return how many answers with a score stand at or below a node, counted or not."""
        return self._answered[node]

    def applies(self, node: str) -> int:
        """Return whether a node is expected of the unit."""
        return int(self.block.figures(node).applies[0])

    def given(self, node: str) -> bool:
        """Return whether the score of a node is given."""
        return self.block.figures(node).given[0]

    def weight(self, node: str) -> Fraction:
        """Return the weight in use, 0 for what does not count."""
        if not self.count(node):
            return _ZERO
        return Fraction(self.block.folded.branches[self._parent(node)].weights[node])

    def share(self, node: str) -> Fraction:
        """Return the share of a node among those that count; in a sum it is the weight."""
        return self.block.figures(node).share[0] or _ZERO if self.count(node) else _ZERO

    def effective(self, node: str) -> Fraction:
        """Return the share in the overall."""
        return self.block.figures(node).effective[0] or _ZERO

    def score(self, node: str) -> Fraction | None:
        """Return the score without any rounding."""
        return self.block.figures(node).scores[0]

    def carried(self, node: str) -> Fraction | None:
        """Return what flows upward."""
        return self.block.figures(node).carried_signed[0]

    def published(self, node: str) -> Fraction | None:
        """Return the figure that is published."""
        return self.block.figures(node).published[0]

    def contribution(self, node: str) -> Fraction | None:
        """Return the part of the overall, None if the overall is not a sum."""
        return self.block.figures(node).published_contributions[0]

    def reached(self, node: str, *, carried: bool) -> Fraction | None:
        """Return the share of the siblings that score no more than *node*, if it counts."""
        key = self._parent(node), carried
        if key not in self._reached:
            self._reached[key] = self._all_reached(*key)
        return self._reached[key].get(node)

    def _all_reached(self, parent: str, carried: bool) -> dict[str, Fraction]:  # noqa: FBT001
        folded = self.block.folded
        values = folded.published if carried else folded.exact
        (siblings,) = (inner.children for inner in self.block.inners if inner.id == parent)
        rising = sorted((values[one.id], one.id) for one in siblings if self.weight(one.id))
        found: dict[str, Fraction] = {}
        total = _ZERO
        for _, equal in groupby(rising, key=itemgetter(0)):
            names = [one for _, one in equal]
            total += sum(map(self.share, names), start=_ZERO)
            found |= dict.fromkeys(names, total)
        return found

    def label(self, node: str) -> Label | None:
        """Return the class that a node's score falls into."""
        return self.block.figures(node).labels[0]

    def _parent(self, node: str) -> str:
        return self.block.parents[node].id


def _compared(definition: Definition, result: UnitResult) -> ComparedScores:
    """Return the scores that come from a comparison with other units: whole numbers, all."""
    figures = {OVERALL: result.overall} if definition.aggregate_top.over_units else {}
    found = {one.id: one.figure for one in result.all_groups()}
    figures |= {
        group.id: found[group.id] for group in definition.all_groups() if group.aggregate.over_units
    }
    return ComparedScores(
        {node: one.score for node, one in figures.items() if one.score is not None},
        {node: one.published for node, one in figures.items() if one.published is not None},
    )


_ALMOST = "1E-9"
"""A share of children by number is met but for its last binary digits."""


class Formula(NamedTuple):
    """A formula without the sign ``=``; *array* ones go through their ranges cell by cell."""

    text: str
    array: bool = False


class NodeFormulas:
    """Writes the formulas of every row of the sheet of scores."""

    def __init__(self, definition: Definition, places: BookLayout, figures: BookFigures) -> None:
        self.definition = definition
        self.places = places
        self.compared = figures.compared
        self.block = figures.block
        self.inners = {inner.id: inner for inner in figures.block.inners}
        self.stages = definition.publish.stages
        self.top = places.rows[OVERALL]

    def counted(self, row: SheetRow) -> Formula:
        """Return how many answers count in a node; 0 where it has no score, or one above has."""
        if row.first:
            return self._gated(row, self._counted_below(row))
        return self._gated(row, Formula(self._counted_leaf(row)))

    def answered(self, row: SheetRow) -> Formula:
        """Return how many answers with a score stand at or below a node, counted or not."""
        own = f"IF(ISNUMBER({self._given(row)}),1,0)" if row.given else ""
        below = f"SUM({row.below(SCORES.answered)})" if row.first else ""
        return Formula("+".join(part for part in (own, below) if part))

    def applies(self, row: SheetRow) -> Formula:
        """Return 1 for what is expected of the unit, 0 for what is not."""
        answered = row.cell(SCORES.answered)
        optional = self._is_optional(row)
        if not row.first:
            if optional:
                return Formula(answered)
            return Formula(f"IF({answered}>0,1,1-{self._inapplicable(row)})")
        formula = f"IF(SUM({row.below(SCORES.applies)})>0,1,0)"
        if optional:
            formula = f"IF({answered}=0,0,{formula})"
        if row.given:
            formula = f"IF(AND({self._inapplicable(row)}=1,{answered}=0),0,{formula})"
            formula = f"IF(ISNUMBER({self._given(row)}),1,{formula})"
        return Formula(formula)

    def weight(self, row: SheetRow) -> Formula:
        """Return the weight in use: without one, a group counts as often as it has answers."""
        counted = row.cell(SCORES.counted)
        weight = row.node.weight if row.node else None
        own = number(weight) if weight is not None else counted
        if weight is None and (row.id not in self.inners or self._is_added(row)):
            own = "1"
        return Formula(f"IF({counted}>0,{own},0)")

    def share(self, row: SheetRow) -> Formula:
        """Return the share among the siblings that count."""
        siblings = f"SUM({self._parent(row).below(SCORES.weight)})"
        weight = row.cell(SCORES.weight)
        if self._is_added(row):
            return Formula(weight)
        return Formula(f"IF({weight}>0,{weight}/{siblings},0)")

    def effective(self, row: SheetRow) -> Formula:
        """Return the share in the overall."""
        if row.id == OVERALL:
            return Formula(f"IF({row.cell(SCORES.counted)}>0,1,0)")
        return Formula(f"{row.cell(SCORES.share)}*{self._parent(row).cell(SCORES.effective)}")

    def score(self, row: SheetRow) -> Formula:
        """Return the score without any rounding."""
        return self._scored(row, carried=False)

    def carried(self, row: SheetRow) -> Formula:
        """Return what flows upward: rounded where the definition has a stage."""
        return self._scored(row, carried=True)

    def published(self, row: SheetRow) -> Formula:
        """Return the figure that is published."""
        shown = rounded(self.definition, row.cell(SCORES.carried))
        return Formula(f'IF({row.cell(SCORES.counted)}>0,{shown},"")')

    def contribution(self, row: SheetRow) -> Formula | None:
        """Return the part of the overall; None where the overall is no sum of such parts."""
        if not self._adds_up(row):
            return None
        counted, parent = row.cell(SCORES.counted), self._parent(row)
        above = (
            f"{parent.cell(SCORES.counted)}>0"
            if parent.id == OVERALL
            else f"ISNUMBER({parent.cell(SCORES.contribution)})"
        )
        part = f"{row.cell(SCORES.effective)}*{row.cell(SCORES.carried)}"
        return Formula(f'IF(AND({counted}>0,{above}),{rounded(self.definition, part)},"")')

    def class_name(self, row: SheetRow, names: str) -> Formula | None:
        """Return the name of the class out of the range *names*, which has them all."""
        if not self.definition.classes or row.id not in self.inners:
            return None
        by_published = self.definition.classes_on is ClassesOn.PUBLISHED
        score = row.cell(SCORES.published if by_published else SCORES.score)
        passed = (
            f"({score}{'>' if one.bound_included else '>='}{number(one.bound)}"
            f"{'+' if one.bound_included else '-'}{TINY})"
            for one in self.definition.classes
            if one.bound is not None
        )
        found = f'IFERROR(INDEX({names},{"+".join(("1", *passed))}),"")'
        return Formula(f'IF({row.cell(SCORES.counted)}>0,{found},"")')

    def reached(self, row: SheetRow, *, carried: bool) -> Formula:
        """Return the share of the siblings that score no more, a step towards a median."""
        scores = SCORES.carried if carried else SCORES.score
        children = self._ranges(self._parent(row), scores, 0)
        found = children.reached_by(row.cell(scores))
        return Formula(f'IF({row.cell(SCORES.weight)}>0,{found},"")')

    def is_of_median(self, row: SheetRow) -> bool:
        """Return whether the parent of a row is the median of its children."""
        return self.aggregation(self._parent(row)).is_inner

    def is_compared(self, row: SheetRow) -> bool:
        """Return whether the score of a group comes from a comparison with other units."""
        return bool(row.first) and self.aggregation(row).over_units

    def aggregation(self, row: SheetRow) -> Aggregation:
        """Return how the children of a row are combined."""
        return self.inners[row.id].aggregate

    # what stands behind

    def _gated(self, row: SheetRow, formula: Formula) -> Formula:
        """Return *formula*, 0 where a score above is given: nothing below that counts."""
        given = [self._given(one) for one in self.places.above(row) if one.given]
        if not given:
            return formula
        return Formula(f"IF(COUNT({','.join(given)})=0,{formula.text},0)", formula.array)

    def _counted_leaf(self, row: SheetRow) -> str:
        answered = row.cell(SCORES.answered)
        if self.definition.missing.answers is not Unanswered.ZERO:
            return answered
        if self._is_optional(row):
            return answered
        wanted = [f"{self._inapplicable(row)}=0"]
        for one in self.places.above(row):
            some = f"{one.cell(SCORES.answered)}>0"
            if self._is_optional(one):
                wanted.append(some)
            if one.given:
                wanted.append(f"OR({self._inapplicable(one)}=0,{some})")
        return f"IF({answered}>0,1,IF(AND({','.join(wanted)}),1,0))"

    def _counted_below(self, row: SheetRow) -> Formula:
        below = row.below(SCORES.counted)
        total = f"SUM({below})"
        wanted = [f"{total}>0", f"SUM({row.below(SCORES.weight)})>0"]
        least = self.inners[row.id].min_present
        if least is not None:
            expected = f"SUM({row.below(SCORES.applies)})"
            wanted.append(f'COUNTIF({below},">0")>={number(least)}*{expected}-{_ALMOST}')
        if self.is_compared(row):
            found = total if row.id in self.compared.exact else "0"
            return Formula(self._or_given(row, found, "1"))
        undefined = [
            one.undefined
            for one in (self._combined(row, carried=False), self._combined(row, carried=True))
            if one is not None and one.undefined is not None
        ]
        formula = f"IF(OR({','.join(undefined)}),0,{total})" if undefined else total
        formula = f"IF(AND({','.join(wanted)}),{formula},0)"
        return Formula(self._or_given(row, formula, "1"), array=bool(undefined))

    def _scored(self, row: SheetRow, *, carried: bool) -> Formula:
        if row.first:
            found = self._combined(row, carried=carried)
            if found is None:  # such as where other units decide, which are not in the workbook
                figures = self.compared if self.is_compared(row) else self.block.folded
                value = (figures.published if carried else figures.exact).get(row.id)
                found = Combined('""' if value is None else number(value), array=False)
            formula, array = self._or_given(row, found.formula), found.array
        else:
            formula, array = self._leaf_score(row), False
        if carried and self._is_stage(row):
            formula = rounded(self.definition, formula)
        return Formula(f'IF({row.cell(SCORES.counted)}>0,{formula},"")', array)

    def _leaf_score(self, row: SheetRow) -> str:
        given = self._given(row)
        if self.definition.missing.answers is not Unanswered.ZERO:
            return given
        return f"IF({row.cell(SCORES.answered)}>0,{given},0)"

    def _combined(self, row: SheetRow, *, carried: bool) -> Combined | None:
        column = SCORES.carried if carried else SCORES.score
        aggregation = self.aggregation(row)
        if carried and row.id == OVERALL and STAGE_TERMS in self.stages and aggregation.additive:
            return Combined(f"SUM({row.below(SCORES.contribution)})", array=False)
        step = SCORES.reached_carried if carried else SCORES.reached
        return aggregation.formula(self._ranges(row, column, step))

    def _ranges(self, row: SheetRow, scores: int, step: int) -> Ranges:
        return Ranges(
            row.below(SCORES.weight), row.below(SCORES.share), row.below(scores), row.below(step)
        )

    def _is_optional(self, row: SheetRow) -> bool:
        return row.id in self.inners and self.inners[row.id].optional

    def _is_added(self, row: SheetRow) -> bool:
        """Return whether the weight of a row is taken as it is, since its parent is a sum."""
        return not self.aggregation(self._parent(row)).by_shares

    def _is_stage(self, row: SheetRow) -> bool:
        inner = self.inners.get(row.id)
        return (inner.stage if inner else STAGE_INDICATORS) in self.stages

    def _adds_up(self, row: SheetRow) -> bool:
        return row.id in self.block.added

    def _or_given(self, row: SheetRow, formula: str, counts: str = "") -> str:
        """Return *formula*, but the group's own score where one is given."""
        if not row.given:
            return formula
        given = self._given(row)
        return f"IF(ISNUMBER({given}),{counts or given},{formula})"

    def _parent(self, row: SheetRow) -> SheetRow:
        return self.top if row.parent is None else self.places.rows[row.parent]

    def _given(self, row: SheetRow) -> str:
        return self.places.answer(row.given.score) if row.given else '""'

    def _inapplicable(self, row: SheetRow) -> str:
        return self.places.answer(row.given.inapplicable) if row.given else "0"
