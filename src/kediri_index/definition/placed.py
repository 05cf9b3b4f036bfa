"""The parts of a definition, each beside the node of its file that it was read from."""

from typing import NamedTuple

from kediri_index.definition.source import MarkedMapping, MarkedSequence
from kediri_index.definition.specs import (
    DefinitionSpec,
    GroupSpec,
    IndicatorSpec,
)


class PlacedIndicator(NamedTuple):
    """An indicator and its node."""

    spec: IndicatorSpec
    node: MarkedMapping


class PlacedGroup(NamedTuple):
    """A group, its node, and what stands directly in it."""

    spec: GroupSpec
    node: MarkedMapping
    groups: "tuple[PlacedGroup, ...]"
    indicators: tuple[PlacedIndicator, ...]


class PlacedDefinition(NamedTuple):
    """What the checks see: *spec* and *tree* agree, faulty values are holes in *tree*.

    *group_names* are the ids that stand at groups, also faulty ones; an empty one among them
    means that a group has none.
    """

    spec: DefinitionSpec
    tree: MarkedMapping
    top: tuple[PlacedGroup, ...]
    groups: tuple[PlacedGroup, ...]
    indicators: tuple[PlacedIndicator, ...]
    group_names: frozenset[str]


def placed_definition(
    spec: DefinitionSpec, tree: MarkedMapping, group_names: frozenset[str]
) -> PlacedDefinition:
    """Return *spec* with its parts beside their nodes in *tree*; groups parents first."""
    indicators = tuple(
        PlacedIndicator(indicator, node)
        for indicator, node in zip(spec.indicators, tree.mappings("indicators"), strict=True)
    )
    by_group: dict[str, list[PlacedIndicator]] = {}
    for indicator in indicators:
        by_group.setdefault(indicator.spec.in_, []).append(indicator)
    groups: list[PlacedGroup] = []

    def groups_in(
        specs: tuple[GroupSpec, ...], nodes: list[MarkedMapping]
    ) -> tuple[PlacedGroup, ...]:
        found = []
        for group, node in zip(specs, nodes, strict=True):
            index = len(groups)
            inner = groups_in(group.groups, node.mappings("groups"))
            here = PlacedGroup(group, node, inner, tuple(by_group.pop(group.id, ())))
            groups.insert(index, here)
            found.append(here)
        return tuple(found)

    top = groups_in(spec.groups, tree.mappings("groups"))
    return PlacedDefinition(spec, tree, top, tuple(groups), indicators, group_names)


def has_holes(node: MarkedMapping, key: str) -> bool:
    """Return whether the list under *key* is not wholly known."""
    items = node.get(key)
    return key in node.holes or (isinstance(items, MarkedSequence) and items.has_holes)
