"""One pass through the tree: every node's exact and published score, for one choice of leaves."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Definition, Indicator
from kediri_index.model.scores import Figure
from kediri_index.scoring.exact import NOT_COMPARED, Compared, Exact
from kediri_index.scoring.expected import Expected, expected_of
from kediri_index.scoring.figures import NO_FIGURE
from kediri_index.scoring.fold import fold, inner_nodes
from kediri_index.scoring.leaves import LeafScore
from kediri_index.scoring.presence import Presence, known_scores, presence_of
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.structure import Structure, of_folded


class TreeScores(NamedTuple):
    """The scores of all nodes of one unit, by id.

    *expected* says what applies and what is answered, *missing* are the expected leaves without a
    score; *published* values flow upward with the definition's stages applied, *weights* are every
    node's share in the overall; nodes in *not_added* are no part of a sum. *concerned* are the
    children for which a group has no combined score.
    """

    leaves: Mapping[str, LeafScore]
    presence: Presence
    expected: Expected
    missing: tuple[str, ...]
    structure: Structure
    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    not_added: frozenset[str]
    concerned: Mapping[str, tuple[str, ...]]
    decimals: int

    def figure(self, node: str) -> Figure:
        """Return a node's two figures, both None where it has no score."""
        if node not in self.exact:
            return NO_FIGURE
        return Figure(self.exact[node], round_half_up(self.published[node], self.decimals))

    def contribution(self, node: str) -> Figure:
        """Return a node's part of the overall, both None where the overall is no sum of such."""
        weight = self.weights.get(node)
        if weight is None or node not in self.exact or node in self.not_added:
            return NO_FIGURE
        term = round_half_up(weight * self.published[node], self.decimals)
        return Figure(weight * self.exact[node], term)


def tree_scores(
    definition: Definition,
    leaves: Mapping[str, LeafScore],
    compared: Compared = NOT_COMPARED,
) -> TreeScores:
    """Return the scores of the tree; under ``missing: zero`` what is missing counts as 0."""
    presence = presence_of(leaves)
    known = presence.known
    counted = presence.leaves(known_scores(leaves))
    expected = expected_of(inner_nodes(definition), counted)
    arithmetic = Exact(compared)
    folded = fold(definition, counted, arithmetic, expected)
    structure = of_folded(definition, folded)
    exact = {node: score for node, score in folded.exact.items() if score is not None}
    published = {node: score for node, score in folded.published.items() if score is not None}
    return TreeScores(
        leaves=leaves,
        presence=presence,
        expected=expected,
        missing=tuple(
            name
            for name, node in definition.nodes().items()
            if expected.expected[name]
            and name not in known
            and (isinstance(node, Indicator) or not node.children)
        ),
        structure=structure,
        exact=exact,
        published=published,
        weights=structure.effective_weights(),
        not_added=structure.not_added(),
        concerned=arithmetic.concerned,
        decimals=definition.publish.decimals,
    )
