"""Every node's share in the overall when everything is answered."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.definition import Definition
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.structure import structure_of


def nominal_shares(definition: Definition) -> dict[str, Fraction]:
    """Return each node's share by id; leaves add up to 1, a node of weight zero has 0."""
    leaves = [indicator.id for indicator in definition.all_indicators()]
    leaves += [group.id for group in definition.all_groups() if not group.children]
    return structure_of(definition, Presence(frozenset(leaves))).effective_weights()
