"""The leaves of a row of a wide table: all scores at once, a whole leaf when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kediri_index.engine.leaf_score import NEEDS_NO_ANSWER, LeafScore, leaf_score
from kediri_index.engine.presence import Presence
from kediri_index.engine.tree import tree_of
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition
from kediri_index.model.wide_answers import WideAnswers


class WideLeaves(Mapping[str, LeafScore]):
    """The leaves of *answers*, each as any other answer would make it.

    *scores* are those that there are, by id. *presence* says which have one, and which need none;
    where any number has a score it is told without computing it.
    """

    __slots__ = ("_later", "_scores", "answers", "definition", "lead", "presence")

    def __init__(self, definition: Definition, answers: WideAnswers, lead: Lead) -> None:
        self.definition = definition
        self.answers = answers
        self.lead = lead
        self._scores: dict[str, Fraction] = {}
        self._later: dict[str, Fraction] = {}
        scores, later, tree = self._scores, self._later, tree_of(definition)
        without: list[LeafScore] = []
        for column, number in answers.plain():
            scorer = tree.scorers.get(column.id)
            if scorer is None:
                continue
            if not column.measured and lead is Lead.SELF:
                continue  # what stands in such a table is nobody's self-assessment
            if column.id in tree.always:
                later[column.id] = number
                continue
            score = scorer(number)
            if score is not None:
                scores[column.id] = score
            else:
                without.append(self[column.id])
        for answer_id in answers.others:
            if answer_id in tree.nodes:
                leaf = self[answer_id]
                if leaf.score is not None:
                    scores[answer_id] = leaf.score
                else:
                    without.append(leaf)
        self.presence = Presence(
            frozenset(scores.keys() | later.keys()) if later else frozenset(scores),
            frozenset(leaf.id for leaf in without if leaf.missing in NEEDS_NO_ANSWER),
        )

    @property
    def scores(self) -> dict[str, Fraction]:
        """The scores by id; nobody may change them."""
        if self._later:
            scorers = tree_of(self.definition).scorers
            for leaf_id, number in self._later.items():
                score = scorers[leaf_id](number)
                if score is not None:
                    self._scores[leaf_id] = score
            self._later = {}
        return self._scores

    def __getitem__(self, leaf_id: str) -> LeafScore:
        """Return the leaf with its cell."""
        number = self._later.get(leaf_id)
        if number is None:
            score = self._scores.get(leaf_id)
        else:
            score = tree_of(self.definition).scorers[leaf_id](number)
        if score is not None and leaf_id not in self.answers.others:
            text, source = self.answers.seen(leaf_id)
            return LeafScore(leaf_id, score, None, text, (source,))
        answer = self.answers[leaf_id]
        node = tree_of(self.definition).nodes[leaf_id]
        return leaf_score(self.definition, node, answer, self.lead)

    def __contains__(self, leaf_id: object) -> bool:
        return leaf_id in self.answers and leaf_id in tree_of(self.definition).nodes

    def __iter__(self) -> Iterator[str]:
        nodes = tree_of(self.definition).nodes
        return (leaf_id for leaf_id in self.answers if leaf_id in nodes)

    def __len__(self) -> int:
        return sum(1 for _ in self)
