"""The leaves of one unit: which reading counts for each, and its score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from kediri_index.model.answers import UnitAnswers, full_answers
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.scoring.leaf_score import (
    NEEDS_NO_ANSWER,
    LeafScore,
    is_led_by_self,
    leaf_score,
)
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.tree import tree_of
from kediri_index.scoring.wide_leaves import WideLeaves


def leaf_scores(definition: Definition, data: UnitData, lead: Lead) -> Mapping[str, LeafScore]:
    """Return the leaf score of every answer that the definition knows, by id."""
    if isinstance(data.answers, UnitAnswers):
        return WideLeaves(definition, data.answers, lead)
    tree = tree_of(definition)
    return {
        answer.id: leaf_score(tree, answer, lead)
        for answer in data.answers.values()
        if answer.id in tree.nodes
    }


def known_scores(leaves: Mapping[str, LeafScore]) -> Mapping[str, Fraction]:
    """Return the scores that there are, by id."""
    if isinstance(leaves, WideLeaves):
        return leaves.scores
    return {leaf.id: leaf.score for leaf in leaves.values() if leaf.score is not None}


def scores_of(leaves: Mapping[str, LeafScore]) -> Callable[[str], Fraction | None]:
    """Return what tells the score of one of *leaves*; whoever asks for few need not make all."""
    if isinstance(leaves, WideLeaves):
        return leaves.score_of
    return lambda leaf: leaves[leaf].score


def presence_of(leaves: Mapping[str, LeafScore]) -> Presence:
    """Return which of *leaves* have a score, and which need none."""
    if isinstance(leaves, WideLeaves):
        return leaves.presence
    present = [leaf for leaf, found in leaves.items() if found.score is not None]
    if len(present) == len(leaves):
        return Presence(frozenset(present))
    return Presence(
        frozenset(present),
        frozenset(leaf for leaf, found in leaves.items() if found.missing in NEEDS_NO_ANSWER),
    )


def leading(definition: Definition, data: UnitData) -> Lead:
    """Return the score that leads by itself: the assessor's where every answer has one."""
    nodes = tree_of(definition).nodes
    if any(is_led_by_self(nodes.get(answer.id), answer) for answer in full_answers(data)):
        return Lead.SELF
    return Lead.ASSESSOR
