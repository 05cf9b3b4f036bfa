"""What counts for one unit once every combination of scores is defined, and all its scores."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kediri_index.model.definition import Definition
from kediri_index.model.no_score import NoScore
from kediri_index.scoring.aggregations.copeland import Duels
from kediri_index.scoring.fold import NOTHING, UndefinedScoreError, fold_exact, fold_published
from kediri_index.scoring.presence import Presence
from kediri_index.scoring.structure import Structure, structure_of


class Compared(NamedTuple):
    """The scores of one unit's groups that come from a comparison with others, by id.

    *duels* are those that the published ones come from.
    """

    exact: Mapping[str, Fraction]
    published: Mapping[str, Fraction]
    duels: Mapping[str, Duels] = MappingProxyType({})


NOT_COMPARED = Compared(NOTHING, NOTHING)


class Settled(NamedTuple):
    """The structure with every node's two values.

    *concerned* are the children for which a group has no combined score, by the group's id.
    """

    structure: Structure
    exact: dict[str, Fraction]
    published: dict[str, Fraction]
    concerned: dict[str, tuple[str, ...]]


def settled(
    definition: Definition,
    presence: Presence,
    leaves: Mapping[str, Fraction],
    compared: Compared = NOT_COMPARED,
) -> Settled:
    """Return the scores of the tree; *leaves* are those of all present leaves.

    A group whose children's scores have no combined one (a negative one among factors) has none
    and is left out like one without answers: what stands above it is weighted anew. It has
    neither figure where only one of them, exact or published, is undefined.
    """
    undefined: dict[str, NoScore] = {}
    concerned: dict[str, tuple[str, ...]] = {}
    while True:
        structure = structure_of(definition, presence, undefined)
        try:
            exact = fold_exact(structure, leaves, compared.exact)
            published = fold_published(
                structure, leaves, definition.publish, compared.published, exact
            )
        except UndefinedScoreError as error:
            undefined[error.node] = error.reason
            concerned[error.node] = error.children
        else:
            return Settled(structure, exact, published, concerned)
