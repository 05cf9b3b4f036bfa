"""How much of a trace is shown: to a depth, or as much as is read on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kediri_index.model.traced import INDICATOR_KIND, TracedNode

_ALL_IS_READ = 40
_GROUPS_ARE_READ = 25
"""So many nodes, of two or three lines each, are still read on a screen."""


class Branch(NamedTuple):
    """A node with those of its children that are shown; *hidden* are all nodes below that are not.

    Nodes that are hidden below a child are counted there.
    """

    node: TracedNode
    children: tuple[Branch, ...]
    hidden: int = 0

    def walk(self) -> Iterator[Branch]:
        """Yield this node and all that are shown below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def to_depth(node: TracedNode, depth: int | None) -> Branch:
    """Return *node* with *depth* levels below it; with all where it is None."""
    if depth == 0:
        return Branch(node, (), _size(node) - 1)
    below = None if depth is None else depth - 1
    return Branch(node, tuple(to_depth(child, below) for child in node.children))


def for_a_screen(node: TracedNode) -> Branch:
    """Return all of *node*, or where that is too much, its groups to the level that is read."""
    if _size(node) <= _ALL_IS_READ:
        return to_depth(node, None)
    depth = height(node)
    while depth > 1 and _count(_groups(node, depth)) > _GROUPS_ARE_READ:
        depth -= 1
    return _groups(node, depth)


def height(node: TracedNode) -> int:
    """Return how many levels stand below *node*."""
    return 1 + max(map(height, node.children)) if node.children else 0


def _groups(node: TracedNode, depth: int) -> Branch:
    inner = [child for child in node.children if child.kind != INDICATOR_KIND]
    if not depth or not inner:
        return to_depth(node, 0)
    leaves = len(node.children) - len(inner)
    return Branch(node, tuple(_groups(child, depth - 1) for child in inner), leaves)


def _count(shown: Branch) -> int:
    return sum(1 for _ in shown.walk())


def _size(node: TracedNode) -> int:
    return sum(1 for _ in node.walk())
