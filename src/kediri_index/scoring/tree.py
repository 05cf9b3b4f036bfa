"""What is the same for all units under one definition, computed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.scoring import Direction, Outside, Reads
from kediri_index.scoring.leaf import Scorer, given_rule, line_of, scorer_of

if TYPE_CHECKING:
    from kediri_index.scoring.wide_columns import WideColumns

_DEFINITIONS = 64
"""Those of so many are kept: a panel has one for each year."""


class Tree(NamedTuple):
    """The nodes of a definition by id.

    *scorers* give the score of a plain number, by the id of its node; those of *always* give one of
    any number. *columns* describe tables whose answers were scored.
    """

    definition: Definition
    nodes: dict[str, Group | Indicator]
    scorers: Mapping[str, Scorer]
    always: frozenset[str]
    columns: dict[tuple[int, bool], WideColumns]


_kept: dict[int, Tree] = {}


def tree_of(definition: Definition) -> Tree:
    """Return the tree of *definition*: the same for the same object, which it keeps alive."""
    found = _kept.pop(id(definition), None)
    if found is None:
        if len(_kept) == _DEFINITIONS:
            del _kept[next(iter(_kept))]
        found = _tree(definition)
    _kept[id(definition)] = found  # the last one used comes last
    return found


def _tree(definition: Definition) -> Tree:
    nodes = definition.nodes()
    given = scorer_of(given_rule(definition.scale), Direction.HIGHER)
    scorers = {
        node.id: scorer_of(node.rule, direction_of(node)) if isinstance(node, Indicator) else given
        for node in nodes.values()
    }
    always = frozenset(
        node.id
        for node in definition.all_indicators()
        if node.rule.outside is not Outside.ERROR and line_of(node.rule, direction_of(node))
    )
    return Tree(definition, nodes, scorers, always, {})


def direction_of(node: Group | Indicator) -> Direction:
    """Return which way a plain number of *node* goes: a score that is given goes up."""
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
        return node.direction
    return Direction.HIGHER
