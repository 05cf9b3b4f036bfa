"""The score of a tree while one answer after another changes: only what is above it is combined."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kediri_index.analysis.compare.nodes import Branch, Leaf, State
from kediri_index.analysis.compare.sampling.running_means import RunningMean, running_mean

_KEPT = 20_000
"""Shares that are kept; with missing answers there may be any number."""
_ANEW = 8
"""What a part costs where a group is combined anew, in changes of one score."""

Part = tuple[State, float | None]
"""What a node comes to: its state without the score, and the score."""


class Known:
    """What trees have in common, so that it is computed once: leaves and shares."""

    def __init__(self) -> None:
        self._leaves: dict[int, tuple[Part, Part]] = {}
        self._shares: dict[tuple[int, tuple[int, ...]], list[Fraction]] = {}

    def leaf(self, leaf: Leaf) -> tuple[Part, Part]:
        """Return what *leaf* comes to, before and after."""
        found = self._leaves.get(id(leaf))
        if found is None:
            before, after = ((one._replace(value=None), _float(one.value)) for one in leaf.states)
            found = self._leaves[id(leaf)] = before, after
        return found

    def shares(self, node: Branch, shapes: Sequence[State]) -> list[Fraction]:
        """Return the shares of the children of *node*."""
        key = id(node), tuple(shape.answers for shape in shapes)
        found = self._shares.get(key)
        if found is None:
            if len(self._shares) >= _KEPT:
                self._shares.clear()
            found = self._shares[key] = node.shares(shapes)
        return found


class RunningTree:
    """A tree of *chosen* answers, of which :meth:`turn` changes one.

    *value* is the score of the whole or None, *work* how many scores of groups were computed.
    """

    def __init__(self, tree: Branch, chosen: int, known: Known) -> None:
        self._places: dict[int, list[tuple[_Group, int, tuple[Part, Part]]]] = {}
        self._known = known
        self.work = 0
        self._top = self._group(tree, chosen, None, 0)

    @property
    def value(self) -> float | None:
        """The score of the whole."""
        return self._top.value

    def turn(self, bit: int, *, is_new: bool) -> None:
        """Take the new or the old state of the answer of *bit*."""
        for group, position, parts in self._places.get(bit, ()):
            self._change(group, position, *parts[is_new])

    def _group(self, node: Branch, chosen: int, above: _Group | None, at: int) -> _Group:
        group = _Group(node, above, at, self._known)
        for position, child in enumerate(node.children):
            if isinstance(child, Branch):
                below = self._group(child, chosen, group, position)
                group.shapes.append(below.shape)
                group.values.append(below.value)
            else:
                parts = self._known.leaf(child)
                shape, value = parts[1 if chosen & child.player else 0]
                group.shapes.append(shape)
                group.values.append(value)
                if child.player:
                    self._places.setdefault(child.player, []).append((group, position, parts))
        self.work += group.combine_anew()
        return group

    def _change(self, group: _Group, position: int, shape: State, value: float | None) -> None:
        here = group
        while True:
            was = here.shape, here.value
            self.work += here.change(position, shape, value)
            shape, value = here.shape, here.value
            if (shape, value) == was or here.above is None:
                return
            here, position = here.above, here.at


class _Group:
    """A group: what its children and itself come to. *at* is its place in the group *above*."""

    __slots__ = (
        "above",
        "at",
        "known",
        "node",
        "running",
        "shape",
        "shapes",
        "value",
        "values",
        "whole",
    )

    def __init__(self, node: Branch, above: _Group | None, at: int, known: Known) -> None:
        self.node, self.above, self.at, self.known = node, above, at, known
        self.shapes: list[State] = []
        self.values: list[float | None] = []
        self.value: float | None = None
        self.running: RunningMean | None = None
        self.shape = self.whole = State(0, None, applies=False, answered=False)

    def change(self, position: int, shape: State, value: float | None) -> int:
        """Take what a child comes to now; return the work."""
        self.values[position] = value
        if shape != self.shapes[position]:
            self.shapes[position] = shape
            return self.combine_anew()
        if self.running is None or value is None:
            return 1
        work = self.running.change(position, value)
        self._take(self.running.result())
        return work

    def combine_anew(self) -> int:
        """Combine all children; return the work."""
        self.whole = self.node.shape(self.shapes)
        self.running = None
        if not self.whole.answers:
            self.value, self.shape = None, self.whole
            return _ANEW * len(self.values)
        shares = self.known.shares(self.node, self.shapes)
        scores = (0.0 if value is None else value for value in self.values)
        parts = list(zip(shares, scores, strict=True))
        self.running = running_mean(self.node.aggregate, parts)
        self._take(self.running.result())
        return _ANEW * len(self.values)

    def _take(self, value: float | None) -> None:
        self.value = value
        self.shape = self.whole if value is not None else self.whole._replace(answers=0)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
