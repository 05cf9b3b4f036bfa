"""The contributions of all nodes of the new definition: of answers, and of groups as their sums."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kediri_index.analysis.compare.contributions import Contributions
from kediri_index.analysis.compare.side import Side
from kediri_index.model.comparison import Contribution
from kediri_index.model.definition import Group, Indicator
from kediri_index.scoring.fold import OVERALL
from kediri_index.scoring.presence import children_of


def rows_of(old: Side, new: Side, parts: Contributions) -> tuple[Contribution, ...]:
    """Return a row for each shared answer, and for each group that has any below it.

    They stand as in the new definition, parents before children. An answer that counts in the old
    tree alone (its place in the new is below a given group) comes last, in no group.
    """
    rows = _Rows(old, new, parts.answers)
    found = [row for group in new.definition.groups for row in rows.at(group)]
    there = {row.id for row in found}
    left = [answer for answer in parts.answers if answer not in there]
    return (*found, *(rows.answer(new.nodes[answer], parent=None) for answer in left))


class _Rows:
    def __init__(self, old: Side, new: Side, answers: dict[str, Fraction]) -> None:
        self.old = old
        self.new = new
        self.answers = answers

    def at(self, node: Group | Indicator) -> Iterator[Contribution]:
        """Yield the rows of *node* and what is below it."""
        parent = self.new.parents[node.id]
        if node.id in self.answers:
            yield self.answer(node, parent)
            return
        below = [row for child in children_of(node) for row in self.at(child)]
        if not below:
            return
        total = sum((row.contribution for row in below if row.player), Fraction(0))
        yield self._row(node, parent, total, player=False)
        yield from below

    def answer(self, node: Group | Indicator, parent: str | None) -> Contribution:
        """Return the row of an answer."""
        return self._row(node, parent, self.answers[node.id], player=True)

    def _row(
        self, node: Group | Indicator, parent: str | None, contribution: Fraction, *, player: bool
    ) -> Contribution:
        return Contribution(
            id=node.id,
            kind=node.kind if isinstance(node, Group) else None,
            label=node.label,
            parent=None if parent == OVERALL else parent,
            player=player,
            contribution=contribution,
            before=_score(self.old, node.id),
            after=_score(self.new, node.id),
        )


def _score(side: Side, node_id: str) -> Fraction | None:
    """Return the score that counts there, or that an answer below a given group would have."""
    return side.scores.exact.get(node_id, side.known.get(node_id))
