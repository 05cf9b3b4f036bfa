"""What is the same for all units under one definition, computed once.

Most units of a large table have the same answers, and nearly all have the same ones in most groups.
What a part of the tree comes to hangs on the definition and on which leaves are there, on nothing
else, and neither changes; so what is kept here cannot be out of date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from kediri_index.model.definition import Definition, Group, Indicator
from kediri_index.model.scoring import Direction, Outside, Reads
from kediri_index.scoring.leaf import Scorer, given_rule, line_of, scorer_of
from kediri_index.scoring.presence import Presence

if TYPE_CHECKING:
    from kediri_index.scoring.wide_columns import WideColumns

_Part = TypeVar("_Part")
_Key = TypeVar("_Key")

_DEFINITIONS = 64
"""Those of so many are kept: a panel has one for each year."""
_PARTS = 4096
"""Of each kind, so many are kept for a definition: some ten megabytes."""

_WHOLES = 256
"""Of wholes so many: what one comes to is as large as what all its groups do."""


class Parts(Generic[_Part]):
    """What groups, and the whole, come to, by the leaves that are there at or below them."""

    def __init__(self, below: dict[str, frozenset[str]]) -> None:
        self._below = below
        self._found: dict[tuple[str, frozenset[str], frozenset[str]], _Part] = {}
        self._whole: dict[Presence, _Part] = {}

    def of(self, node: str, presence: Presence, make: Callable[[], _Part]) -> _Part:
        """Return what *make* gives, or gave for the same leaves; nobody may change it."""
        below = self._below[node]
        key = (node, presence.present & below, presence.not_applicable & below)
        return _kept_in(self._found, key, make, _PARTS)

    def of_whole(self, presence: Presence, make: Callable[[], _Part]) -> _Part:
        """Return likewise what the whole comes to."""
        return _kept_in(self._whole, presence, make, _WHOLES)


def _kept_in(kept: dict[_Key, _Part], key: _Key, make: Callable[[], _Part], most: int) -> _Part:
    found = kept.get(key)
    if found is None:
        if len(kept) == most:
            kept.clear()
        found = kept[key] = make()
    return found


class Tree(NamedTuple):
    """The nodes of a definition by id, and the ids at or below each group.

    *measured* are the indicators that read a result. *scorers* give the score of a plain number, by
    the id of its node; those of *always* give one of any number. *columns* describe tables whose
    answers were scored.
    """

    definition: Definition
    nodes: dict[str, Group | Indicator]
    measured: tuple[Indicator, ...]
    below: dict[str, frozenset[str]]
    kept: dict[type, Parts[object]]
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
    below: dict[str, frozenset[str]] = {}
    for group in definition.groups:
        _below(group, below)
    nodes = definition.nodes()
    given = scorer_of(given_rule(definition.scale), Direction.HIGHER)
    scorers = {
        node.id: scorer_of(node.rule, direction_of(node)) if isinstance(node, Indicator) else given
        for node in nodes.values()
    }
    indicators = tuple(definition.all_indicators())
    measured = tuple(one for one in indicators if one.rule.method.reads is Reads.MEASURE)
    always = frozenset(
        node.id
        for node in indicators
        if node.rule.outside is not Outside.ERROR and line_of(node.rule, direction_of(node))
    )
    return Tree(definition, nodes, measured, below, {}, scorers, always, {})


def direction_of(node: Group | Indicator) -> Direction:
    """Return which way a plain number of *node* goes: a score that is given goes up."""
    if isinstance(node, Indicator) and node.rule.method.reads is Reads.MEASURE:
        return node.direction
    return Direction.HIGHER


def parts_of(tree: Tree, kind: type[_Part]) -> Parts[_Part]:
    """Return what groups come to that are described by a *kind* of part."""
    found = tree.kept.get(kind)
    if found is None:
        found = tree.kept[kind] = Parts[object](tree.below)
    return found  # type: ignore[return-value]  # filed by their type


def _below(group: Group, found: dict[str, frozenset[str]]) -> frozenset[str]:
    ids = {group.id, *(indicator.id for indicator in group.indicators)}
    ids.update(*(_below(inner, found) for inner in group.groups))
    found[group.id] = frozenset(ids)
    return found[group.id]
