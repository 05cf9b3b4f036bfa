"""One pass through the tree: every node's exact and published score, for one choice of leaves."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kediri_index.engine.expected import expected_leaves
from kediri_index.engine.fold import fold_exact, fold_published, published_terms
from kediri_index.engine.leaf import bounds_of
from kediri_index.engine.leaf_scores import NEEDS_NO_ANSWER, LeafScore
from kediri_index.engine.presence import OVERALL, Presence
from kediri_index.engine.rounding import round_half_up
from kediri_index.engine.structure import Structure, structure_of
from kediri_index.model.definition import Definition, Indicator, Unanswered
from kediri_index.model.results import Figure, MissingRange

NO_FIGURE = Figure(None, None)


class TreeScores(NamedTuple):
    """The scores of all nodes, by id.

    *missing* are the expected leaves without a score; *published* values flow upward with the
    definition's stages applied, *terms* are the top level's parts of the overall, *weights* every
    node's share in it.
    """

    leaves: Mapping[str, LeafScore]
    presence: Presence
    missing: tuple[str, ...]
    structure: Structure
    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    terms: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    decimals: int

    def figure(self, node: str) -> Figure:
        """Return a node's two figures, both None where it has no score."""
        if node not in self.exact:
            return NO_FIGURE
        return Figure(self.exact[node], round_half_up(self.published[node], self.decimals))

    def contribution(self, node: str) -> Figure:
        """Return a node's part of the overall."""
        weight = self.weights.get(node)
        if weight is None or node not in self.exact:
            return NO_FIGURE
        term = self.terms.get(node, weight * self.published[node])
        return Figure(weight * self.exact[node], round_half_up(term, self.decimals))


def tree_scores(definition: Definition, leaves: Mapping[str, LeafScore]) -> TreeScores:
    """Return the scores of the tree; under ``missing: zero`` what is missing counts as 0."""
    values = {leaf.id: leaf.score for leaf in leaves.values() if leaf.score is not None}
    presence = Presence(
        frozenset(values),
        frozenset(leaf.id for leaf in leaves.values() if leaf.missing in NEEDS_NO_ANSWER),
    )
    known = presence.known
    missing = tuple(leaf for leaf in expected_leaves(definition, presence) if leaf not in known)
    counted = presence
    if definition.missing.answers is Unanswered.ZERO:
        values |= dict.fromkeys(missing, Fraction(0))
        counted = presence.with_present(missing)
    structure = structure_of(definition, counted)
    published = fold_published(structure, values, definition.publish)
    return TreeScores(
        leaves=leaves,
        presence=presence,
        missing=missing,
        structure=structure,
        exact=fold_exact(structure, values),
        published=published,
        terms=published_terms(structure, published, definition.publish),
        weights=structure.effective_weights(),
        decimals=definition.publish.decimals,
    )


def bounds_if_missing(definition: Definition, scores: TreeScores) -> MissingRange | None:
    """Return the overall with every missing leaf at the bottom, and at the top, of its range.

    None where nothing is missing, or a missing leaf's range has no bounds.
    """
    nodes = definition.nodes()
    ranges = []
    for leaf in scores.missing:
        node = nodes[leaf]
        bounds = bounds_of(node.rule) if isinstance(node, Indicator) else definition.scale
        if bounds is None:
            return None
        ranges.append(bounds)
    if not ranges:
        return None
    structure = structure_of(definition, scores.presence.with_present(scores.missing))
    known = {leaf.id: leaf.score for leaf in scores.leaves.values() if leaf.score is not None}
    low, high = (
        _overall(
            definition,
            structure,
            known | dict(zip(scores.missing, (bounds[end] for bounds in ranges), strict=True)),
        )
        for end in (0, 1)
    )
    return MissingRange(low, high)


def nominal_weights(definition: Definition, scores: TreeScores) -> dict[str, Fraction]:
    """Return each expected node's share in the overall if every leaf were answered."""
    if not scores.missing:
        return dict(scores.weights)
    complete = scores.presence.with_present(scores.missing)
    return structure_of(definition, complete).effective_weights()


def _overall(
    definition: Definition, structure: Structure, values: Mapping[str, Fraction]
) -> Figure:
    exact = fold_exact(structure, values)
    if OVERALL not in exact:
        return NO_FIGURE
    published = fold_published(structure, values, definition.publish)[OVERALL]
    return Figure(exact[OVERALL], round_half_up(published, definition.publish.decimals))
