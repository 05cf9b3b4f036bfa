"""What the rest of a sum costs at least, so that ways that cannot lead to a plan are dropped early.

While children are added up one after another, a way so far has a cost and a key. The children that
follow have to add what is missing up to the goal; where they could stop anywhere between two of
their ways, the cheapest rises would come first. That bounds their cost from below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import NamedTuple

from kediri_index.analysis.plan.fronts import Front, Levels, Point, exact_front


class Goal(NamedTuple):
    """The key that a sum needs, and the highest cost of interest."""

    key: int
    cap: int


class _Rise(NamedTuple):
    """A stretch between two ways of one child."""

    price: Fraction
    key: int
    cost: int
    child: int


class Completion:
    """The least cost of what is missing, by which of *fronts* are still to come."""

    def __init__(self, fronts: Sequence[Front], goal: Goal) -> None:
        self.goal = goal
        hulls = [_hull(one for points in front.hope for one in points) for front in fronts]
        self.starts = [(hull[0].value, hull[0].cost) for hull in hulls]
        self.rises = sorted(
            _Rise(
                Fraction(there.cost - here.cost, int(there.value - here.value)),
                int(there.value - here.value),
                there.cost - here.cost,
                child,
            )
            for child, hull in enumerate(hulls)
            for here, there in pairwise(hull)
        )

    def kept(self, front: Front, left: range | set[int]) -> Front:
        """Return *front* without what cannot lead to the goal with the children *left*."""
        rises = [one for one in self.rises if one.child in left]
        keys = list(accumulate((one.key for one in rises), initial=0))
        costs = list(accumulate((one.cost for one in rises), initial=0))
        least = sum(int(self.starts[child][0]) for child in left)
        spent = sum(self.starts[child][1] for child in left)

        def can_lead(point: Point) -> bool:
            missing = self.goal.key - int(point.value) - least
            cost = point.cost + spent
            if missing > 0:
                at = bisect_left(keys, missing)
                if at == len(keys):
                    return False
                last = rises[at - 1]
                cost += costs[at - 1] - (keys[at - 1] - missing) * last.cost // last.key
            return cost <= self.goal.cap

        def of(levels: Levels) -> Levels:
            return tuple([one for one in points if can_lead(one)] for points in levels)

        sure = of(front.sure)
        return exact_front(sure) if front.is_exact else Front(sure, of(front.hope))


def _hull(points: Iterable[Point]) -> list[Point]:
    """Return the corners of the line below which no point lies, the key against the cost."""
    found: list[Point] = []
    for point in sorted(points, key=lambda one: (one.value, one.cost)):
        if found and point.value == found[-1].value:
            continue
        while found and found[-1].cost >= point.cost:
            found.pop()
        while len(found) > 1 and _is_above(found[-1], found[-2], point):
            found.pop()
        found.append(point)
    return found


def _is_above(middle: Point, low: Point, high: Point) -> bool:
    return (middle.cost - low.cost) * (high.value - low.value) >= (high.cost - low.cost) * (
        middle.value - low.value
    )
