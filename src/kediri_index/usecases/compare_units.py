"""All units of two years compared, and what moved those that moved most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kediri_index.analysis.compare.sampling.orders import Watch
from kediri_index.model.comparison import (
    ComparedSide,
    ComparedUnits,
    Contribution,
    MovedUnits,
    Movers,
    NotCompared,
    UnitComparison,
    WhyNotCompared,
)
from kediri_index.model.dataset import Lead
from kediri_index.model.definition import Definition, Publish
from kediri_index.model.findings import Finding
from kediri_index.model.league import moved_most
from kediri_index.model.limits import Limits
from kediri_index.model.profile import Hints, Profile, unit_key
from kediri_index.scoring.answers import are_comparable
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.check import Checked
from kediri_index.usecases.compared_sides import Half, comparison_of, half_of, remarks_on
from kediri_index.usecases.units import (
    USUAL,
    ChoosingOptions,
    only_year,
    places_of_theirs,
    places_of_year,
    without_others,
)

_OF_EVERY_UNIT = ("S602", "S604", "S606")
"""The codes of what is true of all units where it is of one."""


class UnitsOfYear:
    """The units of one side, all of one year, by their names.

    Raises :class:`~kediri_index.errors.UsageError` where several years remain.
    """

    def __init__(
        self,
        checked: Checked,
        definition: Definition,
        hints: Hints,
        profile: Profile | None,
        options: ChoosingOptions = USUAL,
    ) -> None:
        self.checked, self.definition, self.profile = checked, definition, profile
        units = checked.data.units
        places: Sequence[int] = places_of_theirs(units, range(len(units)), hints, profile)
        places = without_others(units, places, checked.findings)
        if hints.year is not None:
            places = places_of_year(units, places, hints.year, options)
        self._found = places
        self._options = options

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its units are known by."""
        units = self.checked.data.units
        return frozenset(unit_key(self.profile, units[at].unit or "") for at in self._found)

    @property
    def names(self) -> tuple[str, ...]:
        """What its units are called, each once."""
        units = self.checked.data.units
        return tuple(dict.fromkeys(units[at].unit or "" for at in self._found))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each unit among all data."""
        units = self.checked.data.units
        only_year(units, self._found, self._options)
        return {unit_key(self.profile, units[at].unit or ""): at for at in self._found}

    @cached_property
    def prepared(self) -> Prepared:
        """What is scored."""
        return self.checked.ready or Prepared(self.checked.data.units, self.definition)

    def name(self, key: str) -> str | None:
        """Return what a unit is called."""
        return self.checked.data.units[self.places[key]].unit

    def scores(self, value: Lead | None, publish: Publish | None = None) -> Scores:
        """Return all scores, as the definition publishes them or as *publish* says."""
        own = self.checked.scores
        if publish in {None, self.definition.publish} and own is not None:
            return own
        prepared = self.prepared
        if publish is not None:
            fitted = {year: one._replace(publish=publish) for year, one in prepared.fitted.items()}
            by = prepared.definition._replace(publish=publish)
            prepared = prepared._replace(definition=by, fitted=fitted)
        return Scores(prepared, value=value)

    def half(self, key: str, value: Lead | None, publish: Publish) -> Half:
        """Return one unit as a side whose change is taken apart."""
        return half_of(self.checked, self.places[key], self.definition, value, publish)


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
    by_rank = moved_most(pairs, lambda one: one.compared.rank_change)
    wanted = pairs if detail else _distinct([*by_score[0], *by_score[1], *by_rank[0], *by_rank[1]])
    apart: dict[str, UnitComparison] = {}
    said: dict[str, Finding] = {}
    for at, pair in enumerate(wanted):
        halves = (
            old.half(pair.key, value, new.definition.publish),
            new.half(pair.key, value, new.definition.publish),
        )
        for one in remarks_on(*halves):
            if one.code in _OF_EVERY_UNIT:
                said.setdefault(one.code, one)
        parts = comparison_of(*halves, new.profile, None, limits)
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
        before, after = _side(old, then, old.places[key]), _side(new, now, at)
        recomputed = as_new.overall(old.places[key])[0].published
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
                old_rank=as_new.ranks[old.places[key]],
                rank=now.ranks[at],
            )
            pairs.append(_Pair(key, one))
    gone = (key for key in old.places if key not in new.places)
    left += (NotCompared(old.name(key), WhyNotCompared.ONLY_OLD) for key in gone)
    pairs.sort(key=lambda one: (one.compared.rank or len(pairs), one.compared.new.unit or ""))
    return pairs, tuple(left)


def _side(side: UnitsOfYear, scores: Scores, at: int) -> ComparedSide:
    data = scores.data(at)
    figure, basis = scores.overall(at)
    by = side.prepared.definition_of(data)
    official = (
        side.profile.published(data.unit, data.year, by.id) if side.profile is not None else None
    )
    return ComparedSide(data.unit, data.year, scores.lead(at), by, figure, basis, official)


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
