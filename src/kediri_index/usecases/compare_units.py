"""All units of two years compared, and what moved those that moved most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.compare.sampling.orders import Watch
from kediri_index.model.comparison import (
    ComparedUnits,
    Contribution,
    MovedUnits,
    Movers,
    NotCompared,
    RankMove,
    UnitComparison,
    WhyNotCompared,
)
from kediri_index.model.dataset import Lead
from kediri_index.model.findings import Finding
from kediri_index.model.league import moved_most
from kediri_index.model.limits import Limits
from kediri_index.scoring.answers import are_comparable
from kediri_index.usecases.compared_sides import comparison_of, remarks_on
from kediri_index.usecases.units_of_year import UnitsOfYear

_OF_EVERY_UNIT = ("S602", "S604", "S606")
"""The codes of what is true of all units where it is of one."""


class _Pair(NamedTuple):
    """A unit on both sides, by the *key* that it is known by."""

    key: str
    compared: UnitComparison


def compared_units(
    old: UnitsOfYear,
    new: UnitsOfYear,
    value: Lead | None,
    limits: Limits,
    *,
    detail: bool,
    watch: Watch | None = None,
) -> tuple[ComparedUnits | None, list[Finding]]:
    """Return all units that both sides have, and what must be said of the two together.

    The changes of those that moved most are taken apart, with *detail* those of all. There is no
    comparison where scores come from comparing units.
    """
    remarks = [
        Finding("S607", params={"definition": one.definition.id})
        for one in (old, new)
        if one.definition.aggregate_top.over_units
    ]
    if remarks:
        return None, remarks
    pairs, left = _pairs(old, new, value)
    by_score = moved_most(pairs, lambda one: one.compared.change_published)
    by_rank = moved_most(pairs, lambda one: one.compared.shared_ranks.change)
    wanted = pairs if detail else _distinct([*by_score[0], *by_score[1], *by_rank[0], *by_rank[1]])
    apart: dict[str, UnitComparison] = {}
    said: dict[str, Finding] = {}
    for at, pair in enumerate(wanted):
        halves = [
            side.half(side.places[pair.key], value, new.definition.publish) for side in (old, new)
        ]
        for one in remarks_on(halves[0], halves[1]):
            if one.code in _OF_EVERY_UNIT:
                said.setdefault(one.code, one)
        parts = comparison_of(halves[0], halves[1], new.profile, None, limits)
        apart[pair.key] = pair.compared._replace(change=parts.change, parts=parts)
        if watch is not None:
            watch(at + 1, len(wanted))
    units = tuple(apart.get(pair.key, pair.compared) for pair in pairs)
    moved = (_moved([apart[one.key] for one in some], new) for some in (*by_score, *by_rank))
    return ComparedUnits(units, left, Movers(*moved)), list(said.values())


def _distinct(pairs: Iterable[_Pair]) -> list[_Pair]:
    return list({pair.key: pair for pair in pairs}.values())


def _pairs(
    old: UnitsOfYear, new: UnitsOfYear, value: Lead | None
) -> tuple[list[_Pair], tuple[NotCompared, ...]]:
    """Return the units of both sides by their new rank, and those that cannot be compared."""
    now, then = new.scores(value), old.scores(value)
    as_new = old.scores(value, new.definition.publish)
    pairs: list[_Pair] = []
    left: list[NotCompared] = []
    for key, at in new.places.items():
        name = new.name(key)
        if key not in old.places:
            left.append(NotCompared(name, WhyNotCompared.ONLY_NEW))
            continue
        was = old.places[key]
        before, after = old.side(then, was), new.side(now, at)
        recomputed = as_new.overall(was)[0].published
        scores = before.overall.score, after.overall.score
        if recomputed is None or after.overall.published is None or None in scores:
            left.append(NotCompared(name, WhyNotCompared.NO_SCORE))
        elif not are_comparable(before.basis, after.basis):
            left.append(NotCompared(name, WhyNotCompared.OTHER_BASIS))
        else:
            one = UnitComparison(
                old=before,
                new=after,
                change=(scores[1] or Fraction(0)) - (scores[0] or Fraction(0)),
                change_published=after.overall.published - recomputed,
                old_published=recomputed,
                ranks=RankMove(as_new.ranks[was], now.ranks[at]),
                shared_ranks=_UNRANKED,
            )
            pairs.append(_Pair(key, one))
    gone = (key for key in old.places if key not in new.places)
    left += (NotCompared(old.name(key), WhyNotCompared.ONLY_OLD) for key in gone)
    places = ([side.places[one.key] for one in pairs] for side in (old, new))
    shared = (of.ranks_among(at) for of, at in zip((as_new, now), places, strict=True))
    pairs = [
        pair._replace(compared=pair.compared._replace(shared_ranks=RankMove(*ranks)))
        for pair, *ranks in zip(pairs, *shared, strict=True)
    ]
    pairs.sort(key=lambda one: (one.compared.ranks.new or len(pairs), one.compared.new.unit or ""))
    return pairs, tuple(left)


_UNRANKED = RankMove(None, None)


def _moved(units: Sequence[UnitComparison], new: UnitsOfYear) -> MovedUnits:
    """Return *units*, whose changes are taken apart, and the sums of the parts."""
    found: dict[str, Contribution] = {}
    each = [one.parts for one in units if one.parts is not None]
    for parts in each:
        for row in parts.contributions:
            so_far = found[row.id].contribution if row.id in found else Fraction(0)
            total = so_far + row.contribution
            found[row.id] = row._replace(contribution=total, before=None, after=None)
    order = {node: at for at, node in enumerate(new.definition.nodes())}
    return MovedUnits(
        tuple(units),
        sum((one.change for one in units), Fraction(0)),
        tuple(sorted(found.values(), key=lambda row: order[row.id])),
        sum((one.weights for one in each), Fraction(0)),
        sum((one.set for one in each), Fraction(0)),
    )
