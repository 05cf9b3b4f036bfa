"""Units by group, such as the regions of each province: means and ranks within the groups."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from kediri_index.model.preparing import UnitYear
from kediri_index.model.scores import Figure
from kediri_index.model.text import exact
from kediri_index.model.unit_groups import GroupedUnit, GroupPlace, UnitGroup, UnitGroups
from kediri_index.scoring.numbers import median
from kediri_index.scoring.rounding import round_half_up

_Key = tuple[int | None, str | None]


def unit_groups(
    name: str, units: Iterable[GroupedUnit], parts: Sequence[str], decimals: int
) -> UnitGroups:
    """Return the groups of *units* in each year; values are compared as names are.

    Of several spellings of a value, that of most units stands for all of them, in every year.

    A published figure is that of published scores, rounded at *decimals*: who has the published
    table can compute it again. Ranks are those among all units of the year, counted within the
    group, so ties are the same.
    """
    together: dict[_Key, list[GroupedUnit]] = {}
    spellings: dict[str, Counter[str]] = {}
    for one in units:
        value = None if one.value is None else exact(one.value)
        together.setdefault((one.year, value), []).append(one)
        if value is not None and one.value is not None:
            spellings.setdefault(value, Counter())[one.value] += 1
    spelled = {value: some.most_common(1)[0][0] for value, some in spellings.items()}
    places: dict[UnitYear, GroupPlace] = {}
    groups: list[UnitGroup] = []
    for (_, value), some in together.items():
        some.sort(key=lambda one: (one.rank is None, one.rank or 0, one.unit or ""))
        groups.append(_group(some, value and spelled[value], decimals))
        ranks = [one.rank for one in some if one.rank is not None]
        is_group = len(some) > 1 and groups[-1].value is not None
        for one in some:
            rank = None if one.rank is None or not is_group else bisect_left(ranks, one.rank) + 1
            place = GroupPlace(groups[-1].value, rank, groups[-1].scored)
            places[one.unit, one.year] = place
    return UnitGroups(name, tuple(sorted(groups, key=_order)), places, tuple(parts))


def _order(group: UnitGroup) -> tuple[int, bool, bool, Fraction, str]:
    score, value = group.mean.score, group.value
    return group.year or 0, value is None, score is None, -(score or Fraction(0)), value or ""


def _group(units: Sequence[GroupedUnit], value: str | None, decimals: int) -> UnitGroup:
    scores = [one.overall for one in units]

    def figure(of: Callable[[Sequence[Fraction]], Fraction], some: Sequence[Figure]) -> Figure:
        exact_scores = [one.score for one in some if one.score is not None]
        published = [one.published for one in some if one.published is not None]
        return Figure(
            of(exact_scores) if exact_scores else None,
            round_half_up(of(published), decimals) if published else None,
        )

    return UnitGroup(
        year=units[0].year,
        value=value,
        units=tuple(one.unit for one in units),
        scored=sum(one.published is not None for one in scores),
        mean=figure(_mean, scores),
        median=figure(median, scores),
        lowest=figure(min, scores),
        highest=figure(max, scores),
        parts=tuple(
            figure(_mean, some) for some in zip(*(one.parts for one in units), strict=True)
        ),
    )


def _mean(scores: Sequence[Fraction]) -> Fraction:
    return sum(scores, Fraction(0)) / len(scores)
