"""The front of a group, from those of its children, under its aggregation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from operator import add

from kediri_index.analysis.plan.completing import Completion, Goal
from kediri_index.analysis.plan.fronts import (
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
from kediri_index.analysis.plan.keys import keys_of
from kediri_index.analysis.plan.medians import median_points
from kediri_index.model.aggregation import Aggregation, Undefined

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
    """Return the front of a group: every value in it is the engine's own of such children.

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
    """Return *front* with what the engine makes of the children's values."""

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
