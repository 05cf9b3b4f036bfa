"""The front of a group, from those of its children, and what the rest of a sum costs at least."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import accumulate, pairwise
from math import lcm
from operator import add
from typing import NamedTuple

from kediri_index.analysis.plan.medians import median_points
from kediri_index.analysis.plan.pareto_fronts import (
    Front,
    Join,
    Key,
    Levels,
    Picks,
    Point,
    Search,
    exact_front,
    mapped,
    merged,
    pruned,
    thinned,
)
from kediri_index.model.aggregation import Aggregation, Function, Undefined

Shares = tuple[tuple[Fraction, tuple[Fraction, ...]], ...]
"""The share of each child, and every score that it can have."""
Keyed = list[dict[Fraction, int]]
"""For each child, what each of its scores adds; a score of 0 that makes the whole 0 outdoes all."""

_DIGITS = 75
_ROUNDED = 10**40
"""Part of a key by which the last digits of a root may be off, generously."""
_LONGEST_UNIT = 1 << 14
"""Bits; fractions that have no shorter common unit are cut to as many digits as roots have."""


def keys_of(
    function: Function, children: Shares, goal: Fraction | None = None
) -> tuple[Keyed, int | None]:
    """Return what each score of each child adds: the higher the sum, the higher the result.

    And the least sum that a result of *goal* can have.
    """
    exact = [
        {
            score: None if (value := _rising(function, score)) is None else share * value
            for score in scores
        }
        for share, scores in children
    ]
    unit = _unit(value for one in exact for value in one.values() if value is not None)
    whole = [
        {
            score: None if value is None else value.numerator * unit // value.denominator
            for score, value in one.items()
        }
        for one in exact
    ]
    finite = [[value for value in one.values() if value is not None] for one in whole]
    bottom = -1 - sum(2 * max(map(abs, values), default=0) for values in finite)
    keyed = [
        {score: bottom if value is None else value for score, value in one.items()} for one in whole
    ]
    needed = None if goal is None else _rising(function, goal)
    if needed is None:
        return keyed, None
    slack = len(keyed) + unit // _ROUNDED
    return keyed, needed.numerator * unit // needed.denominator - slack


def _unit(values: Iterable[Fraction]) -> int:
    unit = 1
    for under in {value.denominator for value in values}:
        unit = lcm(unit, under)
        if unit.bit_length() > _LONGEST_UNIT:
            return int(10**_DIGITS)
    return unit


def _rising(function: Function, score: Fraction) -> Fraction | None:
    """Return what rises with the score; None stands for what makes the whole 0."""
    if score <= 0 and not function.of_negative:
        return None if function.zero_sinks else Fraction(0)
    return function.sign * function.exact(score)


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


Children = Sequence[tuple[Fraction, Front]]
"""The share of each child, above 0, and its front."""
_KEPT = 1 << 15
"""Results that are kept: one search after another comes to the same, and roots take long."""
_ROOT, _FEW = 60, 30
"""A root takes as long as so many pairs; of a few they are always taken."""
Row = Sequence[Point]
"""One point of each child."""


def combined(
    aggregation: Aggregation, children: Children, search: Search, goal: Fraction | None = None
) -> Front:
    """Return the front of a group: every value in it is the combined score of such children.

    With a *goal* it has only ways that reach it, within the cost that *search* allows.
    """
    if aggregation.is_inner:
        return _median(aggregation, children, search)
    keyed, join, needed = _keyed(aggregation, children, goal)
    held = [_holding(front, key) for (_, front), key in zip(children, keyed, strict=True)]
    if needed is None or search.cap is None:
        together = reduce(lambda one, other: merged(one, other, join, search), held)
    else:
        together = _towards(held, Goal(needed, search.cap), join, search)
    shares = tuple(share for share, _ in children)
    if _takes_long(aggregation):
        together = thinned(together, max(search.pairs // _ROOT, _FEW))
    return _valued(together, lambda picks: _row(picks, len(shares)), aggregation, shares, search)


def _takes_long(aggregation: Aggregation) -> bool:
    """Return whether a result takes long: a root, or a sum of unlike fractions."""
    return not (aggregation.additive or aggregation.quantile is not None)


def _towards(held: Sequence[Front], goal: Goal, join: Join, search: Search) -> Front:
    """Return the front of all together, without ways that cannot lead to *goal*."""
    completion = Completion(held, goal)
    everyone = set(range(len(held)))
    possible = [completion.kept(front, everyone - {child}) for child, front in enumerate(held)]
    together = possible[0]
    for child, front in enumerate(possible[1:], start=1):
        together = merged(together, front, join, search)
        together = completion.kept(together, range(child + 1, len(held)))
    return together


def _keyed(
    aggregation: Aggregation, children: Children, goal: Fraction | None
) -> tuple[list[Callable[[Fraction], int]], Join, int | None]:
    scores = tuple((share, _scores(front)) for share, front in children)
    if aggregation.quantile is not None:
        rising = sorted({score for _, own in scores for score in own})
        rank = {score: at for at, score in enumerate(rising)}
        join: Join = max if aggregation.quantile else min
        return [rank.__getitem__] * len(children), join, None
    if aggregation.function is None:  # nobody plans for such
        raise NotImplementedError(aggregation.name)
    keyed, needed = keys_of(aggregation.function, scores, goal)
    return [keys.__getitem__ for keys in keyed], add, needed


def _scores(front: Front) -> tuple[Fraction, ...]:
    sides = (front.sure,) if front.is_exact else (front.sure, front.hope)
    return tuple({Fraction(one.value) for levels in sides for points in levels for one in points})


def _holding(front: Front, key: Callable[[Fraction], int]) -> Front:
    """Return *front* with keys for values, its own points as picks."""

    def of(levels: Levels) -> Levels:
        return tuple(
            [Point(one.cost, key(Fraction(one.value)), one) for one in points] for points in levels
        )

    sure = of(front.sure)
    return exact_front(sure) if front.is_exact else Front(sure, of(front.hope))


def _row(picks: Picks, count: int) -> Row:
    """Return the point of each of *count* children, from pairs within pairs."""
    row: list[Point] = []
    for _ in range(count - 1):
        picks, last = _pair(picks)
        row.append(_point(last))
    row.append(_point(picks))
    return row[::-1]


def _pair(picks: Picks) -> tuple[Picks, Picks]:
    """Return the two picks that a merging made one of."""
    if not isinstance(picks, tuple):
        message = f"{picks!r} is no pair"
        raise TypeError(message)
    one, other = picks
    return one, other


def _point(picks: Picks) -> Point:
    """Return the child's point that was put in for its picks."""
    if not isinstance(picks, Point):
        message = f"{picks!r} is no point"
        raise TypeError(message)
    return picks


def _row_of_median(picks: Picks) -> Row:
    return [_point(one) for one in picks] if isinstance(picks, tuple) else []


def _valued(
    front: Front,
    row_of: Callable[[Picks], Row],
    aggregation: Aggregation,
    shares: tuple[Fraction, ...],
    search: Search,
) -> Front:
    """Return *front* with the combined scores of the children's values."""

    def of(levels: Levels) -> Levels:
        return pruned(
            [
                [_combination(one.cost, row_of(one.picks), aggregation, shares) for one in points]
                for points in levels
            ],
            search.ways,
        )

    sure = of(front.sure)
    return exact_front(sure) if front.is_exact else Front(sure, of(front.hope))


def _combination(
    cost: int, row: Row, aggregation: Aggregation, shares: tuple[Fraction, ...]
) -> Point:
    scores = tuple(Fraction(one.value) for one in row)
    compute = _value if aggregation.additive else _value_once
    value = compute(aggregation, shares, scores)  # type: ignore[arg-type]  # they are hashable
    picks: Picks = None
    for one in row:
        if one.picks is not None:
            picks = one.picks if picks is None else (picks, one.picks)
    return Point(cost, value, picks)


def _value(
    aggregation: Aggregation, shares: tuple[Fraction, ...], scores: tuple[Fraction, ...]
) -> Fraction:
    value = aggregation.combine(tuple(zip(shares, scores, strict=True)))
    if isinstance(value, Undefined):  # no score falls, and what stands now has a score
        message = f"{aggregation.name} of {scores} is undefined: {value.reason}"
        raise TypeError(message)
    return value


_value_once = lru_cache(maxsize=_KEPT)(_value)


def _median(aggregation: Aggregation, children: Children, search: Search) -> Front:
    shares = tuple(share for share, _ in children)
    sure, all_there = median_points(
        [(share, front.sure) for share, front in children], search, hoping=False
    )
    front = _valued(exact_front(tuple(sure)), _row_of_median, aggregation, shares, search)
    if all_there and all(front.is_exact for _, front in children):
        return front
    hope, _ = median_points([(share, front.hope) for share, front in children], search, hoping=True)
    without = [[Point(one.cost, one.value) for one in points] for points in hope]
    return Front(front.sure, pruned(without, search.ways))


def rounded(front: Front, value: Callable[[Fraction], Fraction], search: Search) -> Front:
    """Return *front* with *value* of each value, which does not fall while that rises."""

    def of(point: Point) -> Key:
        return value(Fraction(point.value))

    return mapped(front, of, search)
