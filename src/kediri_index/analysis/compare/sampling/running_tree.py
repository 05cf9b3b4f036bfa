"""The score of a tree while one answer after another changes: only what is above it is combined."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from kediri_index.analysis.compare.nodes import Branch, Leaf, State, Tally
from kediri_index.analysis.compare.sampling.running_means import RunningMean, running_mean

_WORK = 8
"""What one child of a group takes, to be taken in or to change, in pieces of work."""

Part = tuple[State, float | None]
"""What a node comes to: its state without the score, and the score."""


class Known:
    """What trees have in common, so that it is computed once: leaves and weights."""

    def __init__(self) -> None:
        self._leaves: dict[int, tuple[Part, Part]] = {}
        self._weights: dict[int, _Weights] = {}

    def leaf(self, leaf: Leaf) -> tuple[Part, Part]:
        """Return what *leaf* comes to, before and after."""
        found = self._leaves.get(id(leaf))
        if found is None:
            before, after = ((one._replace(value=None), _float(one.value)) for one in leaf.states)
            found = self._leaves[id(leaf)] = before, after
        return found

    def weights(self, node: Branch) -> _Weights:
        """Return the weights of the children of *node*."""
        found = self._weights.get(id(node))
        if found is None:
            found = self._weights[id(node)] = _Weights(node)
        return found


class _Weights:
    """The weights of the children of a group in whole numbers of 1/*unit*."""

    def __init__(self, node: Branch) -> None:
        ones = [one.of(1) for one in node.weights]
        self.unit = lcm(*(one.denominator for one in ones))
        self._ones = [int(one * self.unit) for one in ones]
        self._by_count = [one.own is None for one in node.weights]

    def of(self, position: int, shape: State) -> int:
        """Return the weight of a child; 0 where it does not count."""
        if not shape.answers:
            return 0
        one = self._ones[position]
        return one * shape.answers if self._by_count[position] else one


class RunningTree:
    """A tree of *chosen* answers, of which :meth:`turn` changes one.

    *value* is the score of the whole or None, *work* what was computed so far.
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
        group.combine_all()
        self.work += _WORK * len(group.values)
        return group

    def _change(self, group: _Group, position: int, shape: State, value: float | None) -> None:
        here = group
        while True:
            was = here.shape, here.value
            here.change(position, shape, value)
            self.work += _WORK
            shape, value = here.shape, here.value
            if (shape, value) == was or here.above is None:
                return
            here, position = here.above, here.at


class _Group:
    """A group: what its children and itself come to. *at* is its place in the group *above*."""

    __slots__ = (
        "above",
        "at",
        "node",
        "running",
        "shape",
        "shapes",
        "tally",
        "value",
        "values",
        "weights",
        "whole",
    )

    def __init__(self, node: Branch, above: _Group | None, at: int, known: Known) -> None:
        self.node, self.above, self.at = node, above, at
        self.weights = known.weights(node)
        self.shapes: list[State] = []
        self.values: list[float | None] = []
        self.value: float | None = None
        self.running: RunningMean
        self.tally = Tally()
        self.shape = self.whole = State(0, None, applies=False, answered=False)

    def change(self, position: int, shape: State, value: float | None) -> None:
        """Take what a child comes to now."""
        was = self.shapes[position]
        self.values[position] = value
        weight = self.weights.of(position, shape)
        if shape != was:
            self.shapes[position] = shape
            self.tally = self.tally.without(was, self.weights.of(position, was))
            self.tally = self.tally.beside(shape, weight)
            self.whole = self.node.shape_of(self.tally)
        self.running.change(position, weight, 0.0 if value is None else value)
        self._take()

    def combine_all(self) -> None:
        """Combine all children."""
        weights = [self.weights.of(at, shape) for at, shape in enumerate(self.shapes)]
        for shape, weight in zip(self.shapes, weights, strict=True):
            self.tally = self.tally.beside(shape, weight)
        self.whole = self.node.shape_of(self.tally)
        scores = (0.0 if value is None else value for value in self.values)
        whole = None if self.node.aggregate.by_shares else self.weights.unit
        parts = list(zip(weights, scores, strict=True))
        self.running = running_mean(self.node.aggregate, parts, whole)
        self._take()

    def _take(self) -> None:
        self.value = self.running.result() if self.whole.answers else None
        self.shape = self.whole if self.value is not None else self.whole._replace(answers=0)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
