"""The score of a tree while one answer after another changes: only what is above it is combined."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kediri_index.analysis.compare.coalitions import Coalitions
from kediri_index.analysis.compare.sampling.running_means import RunningMean, running_mean
from kediri_index.analysis.compare.sides import AnswerChange, Frame
from kediri_index.scoring.completeness import wanted_of
from kediri_index.scoring.exact import Exact
from kediri_index.scoring.fold import (
    HAS_SCORE,
    OVERALL,
    Inner,
    State,
    inner_nodes,
    reason_of,
)

_WORK = 8
"""What one child of a group takes, to be taken in or to change, in pieces of work."""
_EXACT = Exact()

Part = tuple[State, float | None]
"""A node: its state without the score, and the score."""


class TreeLayout(NamedTuple):
    """A group as it is however answers change: its children, and weights in units of 1/*unit*.

    *each* has the weight of each child where one answer counts in it, and where two do.
    """

    inner: Inner
    children: tuple[TreeLayout | RunningLeaf, ...]
    each: tuple[tuple[int, int], ...]
    unit: int

    def weight(self, position: int, answers: int) -> int:
        """Return the weight of a child in which so many *answers* count; 0 where none does."""
        one, two = self.each[position]
        return one + (two - one) * (answers - 1) if answers else 0


class RunningLeaf(NamedTuple):
    """An answer: its player, and what it is before and after."""

    player: int
    parts: tuple[Part, Part]


def layout_of(frame: Frame) -> TreeLayout:
    """Return the whole of *frame*."""
    weights = Coalitions(frame.factors)
    leaves = {node: _leaf(answer) for node, answer in frame.answers.items()}
    found: dict[str, TreeLayout] = {}
    for inner in inner_nodes(frame.definition):
        if not inner.children and inner.kind is not None:
            continue
        one, two = (
            [Fraction(weights.weight(inner, child, answers)) for child in inner.children]
            for answers in (1, 2 if inner.aggregate.by_shares else 1)
        )
        unit = lcm(*(weight.denominator for weight in one))
        each = tuple((int(a * unit), int(b * unit)) for a, b in zip(one, two, strict=True))
        children = tuple(found.get(child.id) or leaves[child.id] for child in inner.children)
        found[inner.id] = TreeLayout(inner, children, each, unit)
    return found[OVERALL]


def _leaf(answer: AnswerChange) -> RunningLeaf:
    before, after = (
        (one._replace(score=None), None if one.score is None else float(one.score))
        for one in answer.states
    )
    return RunningLeaf(answer.player, (before, after))


class RunningTree:
    """A tree of *chosen* answers, of which :meth:`turn` changes one.

    *value* is the score of the whole or None, *work* what was computed so far.
    """

    def __init__(self, tree: TreeLayout, chosen: int) -> None:
        self._places: dict[int, list[tuple[_Group, int, tuple[Part, Part]]]] = {}
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

    def _group(self, node: TreeLayout, chosen: int, above: _Group | None, at: int) -> _Group:
        group = _Group(node, above, at)
        for position, child in enumerate(node.children):
            if isinstance(child, TreeLayout):
                below = self._group(child, chosen, group, position)
                group.shapes.append(below.shape)
                group.values.append(below.value)
            else:
                shape, value = child.parts[1 if chosen & child.player else 0]
                group.shapes.append(shape)
                group.values.append(value)
                if child.player:
                    places = self._places.setdefault(child.player, [])
                    places.append((group, position, child.parts))
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


class _Tally:
    """Of the children of a group: how many are answered, apply and count, their answers, weight."""

    __slots__ = ("answered", "answers", "applying", "counting", "weight")

    def __init__(self) -> None:
        self.answered = self.applying = self.counting = self.answers = self.weight = 0

    def add(self, state: State, weight: int, sign: int = 1) -> None:
        """Count a child in *state* too, or with the *sign* -1 no longer."""
        self.answered += sign * state.answered
        self.applying += sign * state.applies
        self.counting += sign * (state.answers > 0)
        self.answers += sign * state.answers
        self.weight += sign * weight

    def state(self, inner: Inner) -> State:
        """Return the state of *inner* without a score, as if the scores had a combined one."""
        answered = self.answered > 0
        applies = wanted_of(inner, answered, self.applying > 0)
        reason = reason_of(inner, self.counting, self.applying, self.weight, _EXACT.where)
        counts = reason == HAS_SCORE and (answered or not inner.optional)
        return State(None, self.answers if counts else 0, answered, applies)


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
        "whole",
    )

    def __init__(self, node: TreeLayout, above: _Group | None, at: int) -> None:
        self.node, self.above, self.at = node, above, at
        self.shapes: list[State] = []
        self.values: list[float | None] = []
        self.value: float | None = None
        self.running: RunningMean
        self.tally = _Tally()
        self.shape = self.whole = State(None, 0, answered=False, applies=False)

    def change(self, position: int, shape: State, value: float | None) -> None:
        """Take what a child comes to now."""
        was = self.shapes[position]
        self.values[position] = value
        weight = self.node.weight(position, shape.answers)
        if shape != was:
            self.shapes[position] = shape
            self.tally.add(was, self.node.weight(position, was.answers), -1)
            self.tally.add(shape, weight)
            self.whole = self.tally.state(self.node.inner)
        self.running.change(position, weight, 0.0 if value is None else value)
        self._take()

    def combine_all(self) -> None:
        """Combine all children."""
        weights = [self.node.weight(at, shape.answers) for at, shape in enumerate(self.shapes)]
        for shape, weight in zip(self.shapes, weights, strict=True):
            self.tally.add(shape, weight)
        self.whole = self.tally.state(self.node.inner)
        scores = (0.0 if value is None else value for value in self.values)
        aggregate = self.node.inner.aggregate
        whole = None if aggregate.by_shares else self.node.unit
        self.running = running_mean(aggregate, list(zip(weights, scores, strict=True)), whole)
        self._take()

    def _take(self) -> None:
        self.value = self.running.result() if self.whole.answers else None
        self.shape = self.whole if self.value is not None else self.whole._replace(answers=0)
