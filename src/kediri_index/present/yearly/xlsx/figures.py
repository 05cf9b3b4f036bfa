"""The scores of each node, as cells contain them until a spreadsheet recalculates."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from kediri_index.model.definition import Definition
from kediri_index.model.language import Label
from kediri_index.model.scores import UnitResult
from kediri_index.present.yearly.xlsx.leaves import Leaf
from kediri_index.scoring.exact import Compared, exact_block
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.presence import leaves_of

_ZERO = Fraction(0)


class Figures:
    """All figures of one unit, as the workbook's formulas come to them."""

    def __init__(
        self, definition: Definition, leaves: tuple[Leaf, ...], result: UnitResult
    ) -> None:
        scored = {
            leaf.id: leaf.scored() for leaf in leaves if leaf.answer or leaf.score is not None
        }
        self.compared = _compared(definition, result)
        self.block = exact_block(definition, leaves_of(scored), scored, self.compared)
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


def _compared(definition: Definition, result: UnitResult) -> Compared:
    """Return the scores that come from a comparison with other units: whole numbers, all."""
    figures = {OVERALL: result.overall} if definition.aggregate_top.over_units else {}
    found = {one.id: one.figure for one in result.all_groups()}
    figures |= {
        group.id: found[group.id] for group in definition.all_groups() if group.aggregate.over_units
    }
    return Compared(
        {node: one.score for node, one in figures.items() if one.score is not None},
        {node: one.published for node, one in figures.items() if one.published is not None},
    )
