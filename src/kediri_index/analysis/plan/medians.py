"""The front of a weighted median, by the two scores that it can lie between.

The median is the mean of *low*, the score at which the shares from the lowest up come to one half,
and *high*, the one at which they pass it. *low* is at least *a* where children with more than half
of the shares are, *high* at least *b* where half of them are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kediri_index.analysis.plan.pareto_fronts import Levels, Point, Search

Row = tuple[Point, ...]
"""One point of each child."""
_WORK = 4_000_000
"""States that are looked at for one median; scores are passed over where there would be more."""
_STATES = 4
"""So many take as long as a pair of points in one of the many mergings of a search."""


class _Child(NamedTuple):
    share: int
    levels: Levels


class _Way(NamedTuple):
    cost: int
    row: Row


def median_points(
    children: Sequence[tuple[Fraction, Levels]], search: Search, *, hoping: bool
) -> tuple[list[list[Point]], bool]:
    """Return the ways of a median, by the number of steps, and whether all are there.

    Each point's picks are one point of each child. Where ways were passed over, those that are
    left are real, or with *hoping* at least as good as any that there is.
    """
    unit = lcm(*(share.denominator for share, _ in children))
    scaled = [_Child(int(share * unit), levels) for share, levels in children]
    scores = sorted(
        {Fraction(one.value) for child in scaled for points in child.levels for one in points}
    )
    splits = _can_split(scaled, unit)
    states = min(_WORK, _STATES * search.pairs)
    places = _places(len(scores), len(scaled), states, splits=splits)
    most = search.most_steps
    if most is None:
        most = sum(len(child.levels) - 1 for child in scaled)
    found: list[list[Point]] = [[] for _ in range(most + 1)]
    seen: set[tuple[int, ...]] = set()
    for low, high in _pairs(places, splits=splits):
        value = (scores[low] + scores[high]) / 2
        if hoping:
            value = (scores[_before_next(places, low)] + scores[_before_next(places, high)]) / 2
        for steps, way in _covering(scaled, unit, (scores[low], scores[high]), most).items():
            row = tuple(map(id, way.row))
            if (search.cap is None or way.cost <= search.cap) and (hoping or row not in seen):
                seen.add(row)
                found[steps].append(Point(way.cost, value, way.row))
    all_there = len(places) == len(scores)
    steps, way = _highest(scaled)
    if not all_there and steps <= most and (search.cap is None or way.cost <= search.cap):
        found[steps].append(Point(way.cost, scores[-1], way.row))  # how far it goes stays exact
    return found, all_there


def _pairs(places: list[int], *, splits: bool) -> Iterator[tuple[int, int]]:
    for low in places:
        yield low, low
        if splits:
            yield from ((low, high) for high in places if high > low)


def _places(count: int, children: int, states: int, *, splits: bool) -> list[int]:
    """Return which of the scores are looked at, the lowest and the highest among them."""
    room = max(states // children ** (3 if splits else 2), 16)
    most = count
    while most > 2 and (most * most // 2 if splits else most) > room:  # noqa: PLR2004 - two ends
        most -= max(1, most // 10)
    if most >= count:
        return list(range(count))
    return sorted({at * (count - 1) // (most - 1) for at in range(most)})


def _before_next(places: list[int], place: int) -> int:
    """Return the highest score below the next that is looked at."""
    at = places.index(place)
    return places[at + 1] - 1 if at + 1 < len(places) else place


def _can_split(children: Sequence[_Child], unit: int) -> bool:
    """Return whether some children have exactly half of the shares."""
    sums = {0}
    for child in children:
        sums |= {one + child.share for one in sums}
    return unit % 2 == 0 and unit // 2 in sums


def _highest(children: Sequence[_Child]) -> tuple[int, _Way]:
    """Return the way with every child at its highest, and its steps."""
    steps, cost = 0, 0
    row = []
    for child in children:
        _, less, one = max(
            (one.value, -at, one) for at, points in enumerate(child.levels) for one in points[-1:]
        )
        steps, cost = steps - less, cost + one.cost
        row.append(one)
    return steps, _Way(cost, tuple(row))


def _covering(
    children: Sequence[_Child], unit: int, bounds: tuple[Fraction, Fraction], most: int
) -> dict[int, _Way]:
    """Return the cheapest way, by its steps, to have the median at *bounds* or above."""
    states: dict[tuple[int, int, int], _Way] = {(0, 0, 0): _Way(0, ())}
    for child in children:
        following: dict[tuple[int, int, int], _Way] = {}
        choices = list(_choices(child, bounds))
        for (low, high, steps), way in states.items():
            for more, one in choices:
                if steps + more > most:
                    continue
                key = (
                    min(low + (child.share if one.value >= bounds[0] else 0), unit // 2 + 1),
                    min(high + (child.share if one.value >= bounds[1] else 0), -(-unit // 2)),
                    steps + more,
                )
                cost = way.cost + one.cost
                if key not in following or cost < following[key].cost:
                    following[key] = _Way(cost, (*way.row, one))
        states = following
    return {
        steps: way
        for (low, high, steps), way in states.items()
        if 2 * low > unit and 2 * high >= unit
    }


def _choices(child: _Child, bounds: tuple[Fraction, Fraction]) -> Iterator[tuple[int, Point]]:
    """Yield the cheapest points of a child, by its steps, that stay, or reach either bound."""
    for steps, points in enumerate(child.levels):
        taken = set()
        if steps == 0 and points:
            taken.add(0)
            yield steps, points[0]
        for bound in bounds:
            at = next((at for at, one in enumerate(points) if one.value >= bound), None)
            if at is not None and at not in taken:
                taken.add(at)
                yield steps, points[at]
