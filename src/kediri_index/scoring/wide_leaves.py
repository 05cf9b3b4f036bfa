"""The leaves of a row of a wide table: all scores at once, a whole leaf when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kediri_index.model.answers import UnitAnswers
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.scoring.leaf_score import NEEDS_NO_ANSWER, LeafScore, leaf_score
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.tree import tree_of
from kediri_index.scoring.wide_columns import columns_of


class WideLeaves(Mapping[str, LeafScore]):
    """The leaves of *answers*, each as any other answer would make it.

    *presence* says which have a score, and which need none; where any number has a score it is
    told without computing it.
    """

    __slots__ = ("_columns", "_known", "_later", "answers", "definition", "lead", "presence")

    def __init__(self, definition: Definition, answers: UnitAnswers, lead: Lead) -> None:
        self.definition = definition
        self.answers = answers
        self.lead = lead
        tree = tree_of(definition)
        self._columns = columns_of(tree, answers.table, by_self=lead is Lead.SELF)
        self._known: dict[str, Fraction] = {}
        self._later = True
        if self._columns.always and not answers.others:
            self.presence = self._columns.presence(answers.doubles)
            return
        known, certain = self._known, []
        without: list[LeafScore] = []
        for column, number in zip(self._columns.columns, answers.numbers, strict=True):
            if number is None or column is None:
                continue
            if column.always:
                certain.append(column.id)
                continue
            score = column.scorer(number)
            if score is not None:
                known[column.id] = score
            else:
                without.append(self[column.id])
        for answer_id in answers.others:
            if answer_id in tree.nodes:
                leaf = self[answer_id]
                if leaf.score is not None:
                    known[answer_id] = leaf.score
                else:
                    without.append(leaf)
        self.presence = Presence(
            frozenset([*known, *certain]),
            frozenset(leaf.id for leaf in without if leaf.missing in NEEDS_NO_ANSWER),
        )

    @property
    def scores(self) -> dict[str, Fraction]:
        """The scores by id; nobody may change them."""
        if self._later:
            self._known = self._columns.scores(self.answers.numbers) | self._known
            self._later = False
        return self._known

    def __getitem__(self, leaf_id: str) -> LeafScore:
        """Return the leaf with its cell."""
        score = None if leaf_id in self.answers.others else self.score_of(leaf_id)
        if score is not None:
            text, source = self.answers.seen(leaf_id)
            return LeafScore(leaf_id, score, None, text, (source,))
        return leaf_score(tree_of(self.definition), self.answers[leaf_id], self.lead)

    def score_of(self, leaf_id: str) -> Fraction | None:
        """Return the score of a plain number, or of another answer that has one."""
        if leaf_id in self._known:
            return self._known[leaf_id]
        at = self.answers.table.places[leaf_id]
        column, number = self._columns.columns[at], self.answers.table.number(at, self.answers.at)
        return None if column is None or number is None else column.scorer(number)

    def __contains__(self, leaf_id: object) -> bool:
        return leaf_id in self.answers and leaf_id in tree_of(self.definition).nodes

    def __iter__(self) -> Iterator[str]:
        nodes = tree_of(self.definition).nodes
        return (leaf_id for leaf_id in self.answers if leaf_id in nodes)

    def __len__(self) -> int:
        return sum(1 for _ in self)
