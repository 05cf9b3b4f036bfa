"""One pass through the tree: every node's exact and published score, for one choice of leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.model.definition import Definition, Indicator, Unanswered
from kediri_index.model.results import Figure, MissingRange
from kediri_index.scoring.expected import expected_leaves
from kediri_index.scoring.fold import published_terms
from kediri_index.scoring.leaf import bounds_of
from kediri_index.scoring.leaf_score import LeafScore
from kediri_index.scoring.leaf_scores import known_scores, presence_of
from kediri_index.scoring.presence import OVERALL, Presence
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.settled import NOT_COMPARED, Compared, settled
from kediri_index.scoring.structure import Branch, Structure, structure_of
from kediri_index.scoring.tree import tree_of

NO_FIGURE = Figure(None, None)


class TreeScores(NamedTuple):
    """The scores of all nodes, by id.

    *missing* are the expected leaves without a score; *published* values flow upward with the
    definition's stages applied, *terms* are the top level's parts of the overall, *weights* every
    node's share in it; nodes in *not_added* are no part of a sum. *concerned* are the children for
    which a group has no combined score.
    """

    leaves: Mapping[str, LeafScore]
    presence: Presence
    missing: tuple[str, ...]
    structure: Structure
    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    terms: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    not_added: frozenset[str]
    concerned: Mapping[str, tuple[str, ...]]
    decimals: int

    def figure(self, node: str) -> Figure:
        """Return a node's two figures, both None where it has no score."""
        if node not in self.exact:
            return NO_FIGURE
        return Figure(self.exact[node], round_half_up(self.published[node], self.decimals))

    def term_weights(self) -> Mapping[str, Fraction] | None:
        """Return every node's share, None where the overall is not the sum of share x score."""
        return None if self.not_added else self.weights

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
    values = known_scores(leaves)
    presence = presence_of(leaves)
    missing = missing_leaves(definition, presence)
    counted = presence
    if definition.missing.answers is Unanswered.ZERO:
        values = {**values, **dict.fromkeys(missing, Fraction(0))}
        counted = presence.with_present(missing)
    structure, exact, published, concerned = settled(definition, counted, values, compared)
    return TreeScores(
        leaves=leaves,
        presence=presence,
        missing=missing,
        structure=structure,
        exact=exact,
        published=published,
        terms=published_terms(structure, published, definition.publish),
        weights=structure.effective_weights(),
        not_added=structure.not_added(),
        concerned=concerned,
        decimals=definition.publish.decimals,
    )


def missing_leaves(definition: Definition, presence: Presence) -> tuple[str, ...]:
    """Return the leaves that are expected, but of which nothing is said that counts."""
    known = presence.known
    return tuple(leaf for leaf in expected_leaves(definition, presence) if leaf not in known)


def bounds_if_missing(definition: Definition, scores: TreeScores) -> MissingRange | None:
    """Return the overall with every missing leaf at the bottom, and at the top, of its range.

    None where nothing is missing, a missing leaf's range has no bounds, or the ends would not bound
    the overall: a higher score can lower it, or at an end some group has no score.
    """
    nodes = tree_of(definition).nodes
    ranges = []
    for leaf in scores.missing:
        node = nodes[leaf]
        bounds = bounds_of(node.rule) if isinstance(node, Indicator) else definition.scale
        if bounds is None:
            return None
        ranges.append(bounds)
    if not ranges:
        return None
    presence = scores.presence.with_present(scores.missing)
    branches = structure_of(definition, presence).branches
    if not all(branch.aggregate.monotone for branch in branches):
        return None
    known, untouched = known_scores(scores.leaves), _untouched(definition, scores, branches)
    low, high = (
        _overall(
            definition,
            presence,
            {**known, **dict(zip(scores.missing, (bounds[end] for bounds in ranges), strict=True))},
            untouched,
        )
        for end in (0, 1)
    )
    return None if low is None or high is None else MissingRange(low, high)


def nominal_weights(definition: Definition, scores: TreeScores) -> dict[str, Fraction]:
    """Return each expected node's share in the overall if every leaf were answered."""
    if not scores.missing:
        return dict(scores.weights)
    complete = scores.presence.with_present(scores.missing)
    return structure_of(definition, complete).effective_weights()


def _untouched(definition: Definition, scores: TreeScores, complete: Iterable[Branch]) -> Compared:
    """Return the scores of the sums that stay as they are when nothing is missing."""
    below = tree_of(definition).below
    own = {id(branch) for branch in scores.structure.branches}
    kept = [
        branch.id
        for branch in complete
        if branch.id != OVERALL
        and id(branch) in own  # with the same shares
        and branch.aggregate.additive
        and below[branch.id].isdisjoint(scores.missing)
    ]
    return Compared(
        {node: scores.exact[node] for node in kept}, {node: scores.published[node] for node in kept}
    )


def _overall(
    definition: Definition,
    presence: Presence,
    values: Mapping[str, Fraction],
    known: Compared,
) -> Figure | None:
    found = settled(definition, presence, values, known)
    if found.concerned:
        return None
    if OVERALL not in found.exact:
        return NO_FIGURE
    published = round_half_up(found.published[OVERALL], definition.publish.decimals)
    return Figure(found.exact[OVERALL], published)
