"""Fronts: of all ways to raise a part of the tree, those that no cheaper one does as well as.

Costs are whole numbers here, values whatever can be compared. Where a front grows too long it is
thinned, twice: ``sure`` keeps ways that there are, ``hope`` has points at least as good as all the
ways that were dropped. What no hope reaches is impossible, so that the bound stays a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import isqrt
from typing import NamedTuple

Key = int | Fraction
Picks = object
"""How a point came to be: None, the index of a leaf's option, or a pair of points' picks."""


class Point(NamedTuple):
    """One way: its cost, what it comes to, and its choices (in a hope those of its value alone)."""

    cost: int
    value: Key
    picks: Picks = None


Points = Sequence[Point]
Levels = tuple[Points, ...]
"""The points by how many leaves rise, where that counts; else all stand in one."""


class Front(NamedTuple):
    """A front and what bounds it; both are the same object while nothing was dropped."""

    sure: Levels
    hope: Levels

    @property
    def is_exact(self) -> bool:
        """Whether nothing was dropped but what is no better than something cheaper."""
        return self.sure is self.hope


Join = Callable[[Key, Key], Key]


class Search(NamedTuple):
    """The bounds of one search.

    *pairs* of points are looked at in one merging at most, *cap* is the highest cost of interest,
    *most_steps* the number of leaves that may rise, and *ways* how many of the same cost are kept.
    *room*, where given, is asked in each merging how many of so many pairs may be looked at: what
    earlier ones left is there for later ones, which have more of them.
    """

    pairs: int
    cap: int | None = None
    most_steps: int | None = None
    ways: int = 1
    room: Callable[[int], int] | None = None


def exact_front(levels: Levels) -> Front:
    """Return a front from which nothing was dropped."""
    return Front(levels, levels)


def mapped(front: Front, value: Callable[[Point], Key], search: Search) -> Front:
    """Return *front* with other values, in the same order; what is no better is dropped."""

    def of(levels: Levels) -> Levels:
        return pruned(
            [[Point(one.cost, value(one), one.picks) for one in points] for points in levels],
            search.ways,
        )

    sure = of(front.sure)
    return exact_front(sure) if front.is_exact else Front(sure, of(front.hope))


def pruned(levels: Sequence[Iterable[Point]], ways: int = 1) -> Levels:
    """Return the points that no cheaper one with as few steps does as well as.

    Of the same cost the best stay, *ways* of them.
    """
    found: list[Points] = []
    lower: list[Point] = []  # of the levels before, those that still count
    for points in levels:
        marked = [(one.cost, 0, one) for one in lower] + [(one.cost, 1, one) for one in points]
        marked.sort(key=_cheapest_and_best)
        lower, kept = [], []
        best: Key | None = None
        cost, at_cost, best_before = None, 0, best
        for _, own, one in marked:
            if one.cost != cost:
                cost, at_cost, best_before = one.cost, 0, best
            if best is None or one.value > best:
                best = one.value
            if best_before is not None and one.value <= best_before:
                continue
            at_cost += 1
            if at_cost <= ways:
                lower.append(one)
                if own:
                    kept.append(one)
        found.append(kept)
    return tuple(found)


def _cheapest_and_best(entry: tuple[int, int, Point]) -> tuple[int, Key, int]:
    return entry[0], -entry[2].value, entry[1]


def merged(one: Front, other: Front, join: Join, search: Search) -> Front:
    """Return the front of both together, where *join* makes one value of two.

    *join* may not fall while one of its values rises.
    """
    one, other = _thin_enough(one, other, search)
    sure = _merged(one.sure, other.sure, join, search)
    if one.is_exact and other.is_exact:
        return exact_front(sure)
    return Front(sure, _merged(one.hope, other.hope, join, search))


def _merged(one: Levels, other: Levels, join: Join, search: Search) -> Levels:
    highest = len(one) + len(other) - 2
    if search.most_steps is not None:
        highest = min(highest, search.most_steps)
    found: list[list[Point]] = [[] for _ in range(highest + 1)]
    for steps, points in enumerate(one):
        for more, others in enumerate(other):
            if steps + more <= highest:
                if search.ways == 1:
                    found[steps + more] += _best_pairs(points, others, join, search.cap)
                else:
                    found[steps + more] += _best_few_pairs(
                        points, others, join, search.cap, search.ways
                    )
    return pruned(found, search.ways)


def _best_pairs(points: Points, others: Points, join: Join, cap: int | None) -> list[Point]:
    """Return the best pair of each cost."""
    best: dict[int, tuple[Key, int, int]] = {}
    for i, (cost, value, _) in enumerate(points):
        if cap is not None and cost > cap:
            break
        for j, (more, another, _) in enumerate(others):
            total = cost + more
            if cap is not None and total > cap:
                break
            joined = join(value, another)
            there = best.get(total)
            if there is None or joined > there[0]:
                best[total] = joined, i, j
    return [
        Point(cost, value, (points[i].picks, others[j].picks))
        for cost, (value, i, j) in best.items()
    ]


def _best_few_pairs(
    points: Points, others: Points, join: Join, cap: int | None, ways: int
) -> list[Point]:
    """Return the best *ways* pairs of each cost."""
    best: dict[int, list[tuple[Key, int, int]]] = {}
    for i, (cost, value, _) in enumerate(points):
        if cap is not None and cost > cap:
            break
        for j, (more, another, _) in enumerate(others):
            total = cost + more
            if cap is not None and total > cap:
                break
            joined = join(value, another)
            there = best.setdefault(total, [])
            if len(there) < ways:
                there.append((joined, i, j))
            elif joined > there[-1][0]:
                there[-1] = (joined, i, j)
            else:
                continue
            there.sort(key=_first, reverse=True)
    return [
        Point(cost, value, (points[i].picks, others[j].picks))
        for cost, there in best.items()
        for value, i, j in there
    ]


def _first(entry: tuple[Key, int, int]) -> Key:
    return entry[0]


def _thin_enough(one: Front, other: Front, search: Search) -> tuple[Front, Front]:
    """Return both, thinned where there are too many pairs of their points."""
    sizes = [max(_size(front.sure), _size(front.hope)) for front in (one, other)]
    pairs = search.pairs if search.room is None else search.room(sizes[0] * sizes[1])
    if sizes[0] * sizes[1] <= pairs:
        return one, other
    side = isqrt(pairs)
    rooms = (pairs // min(sizes[1], side), pairs // min(sizes[0], side))
    return thinned(one, rooms[0]), thinned(other, rooms[1])


def thinned(front: Front, room: int) -> Front:
    """Return *front* with about *room* points, first and last among them."""
    if max(_size(front.sure), _size(front.hope)) <= room:
        return front
    each = max(2, room // len(front.sure))
    sure = tuple(_every(points, each) for points in front.sure)
    return Front(sure, tuple(_hoped(points, each) for points in front.hope))


def _every(points: Points, room: int) -> Points:
    """Return *room* of the points, at even distances."""
    if len(points) <= room:
        return points
    return [points[at] for at in _places(len(points), room)]


def _hoped(points: Points, room: int) -> Points:
    """Return points with the cost of the first and the value of the last of each stretch."""
    if len(points) <= room:
        return points
    ends = _places(len(points), room)
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [
        Point(points[start].cost, points[end].value, points[end].picks)
        for start, end in zip(starts, ends, strict=True)
    ]


def _places(count: int, room: int) -> list[int]:
    return [at * (count - 1) // (room - 1) for at in range(room)]


def _size(levels: Levels) -> int:
    return sum(len(points) for points in levels)
