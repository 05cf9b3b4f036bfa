"""Several years compared: in which the files are told apart, and how each unit moved over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kediri_index.analysis.trends import counts_from_zero, trend_of
from kediri_index.errors import UsageError
from kediri_index.model.comparison import (
    ComparedSide,
    ComparedYears,
    GroupYears,
    Trend,
    UnitYears,
    YearScore,
)
from kediri_index.model.dataset import Lead
from kediri_index.scoring.answers import are_comparable
from kediri_index.scoring.scores import Scores
from kediri_index.usecases.units_of_year import UnitsOfYear

_TWO = 2


def years_of_one(side: UnitsOfYear, first: UnitsOfYear, last: UnitsOfYear) -> list[UnitsOfYear]:
    """Return the years of a *side* from those of *first* to those of *last*, which hold some."""
    years = [year for year in side.every_year if year is not None]
    if None in side.years:
        side.only_year()
        return [side]
    ends = first.years[0], last.years[-1]
    return [side.of(year) for year in years if (ends[0] or 0) <= year <= (ends[1] or 0)]


def each_year(sides: Sequence[UnitsOfYear]) -> list[UnitsOfYear]:
    """Return the years of all *sides*, the first and the last side at its ends.

    Two sides of one year each are returned as they are. Raises
    :class:`~kediri_index.errors.UsageError` where the years do not follow each other.
    """
    if len(sides) == _TWO and all(len(side.years) == 1 for side in sides):
        return list(sides)
    years = [year for side in sides for year in side.years or side.every_year]
    known = [year for year in years if year is not None]
    if len(known) < len(years) or known != sorted(set(known)):
        for side in reversed(sides):
            side.only_year()
        said = tuple("–" if year is None else str(year) for year in years)
        raise UsageError("compare.years-order", years=said)
    return [side.of(year) for side in sides for year in side.years or side.every_year]


class _Year(NamedTuple):
    """The units of a *year*, and their ranks among the units that all years rank."""

    year: int
    units: UnitsOfYear
    scores: Scores
    shared_ranks: Mapping[str, int | None]


def compared_years(panels: Sequence[UnitsOfYear], value: Lead | None) -> ComparedYears:
    """Return the units of all *panels*, a year each, over the years."""
    years = _ranked([(panel, panel.scores(value)) for panel in panels])
    keys = dict.fromkeys(key for panel in reversed(panels) for key in panel.places)
    return ComparedYears(
        tuple(one.year for one in years),
        tuple(one.units.definition for one in years),
        tuple(sorted((_over(years, key) for key in keys), key=_by_rank)),
        len(years[0].shared_ranks),
    )


def _ranked(panels: Sequence[tuple[UnitsOfYear, Scores]]) -> list[_Year]:
    ranked = (
        {key for key, at in units.everyone.items() if scores.ranks[at] is not None}
        for units, scores in panels
    )
    shared = sorted(set.intersection(*ranked))
    return [
        _Year(
            units.only_year() or 0,
            units,
            scores,
            dict(
                zip(
                    shared,
                    scores.ranks_among([units.everyone[key] for key in shared]),
                    strict=True,
                )
            ),
        )
        for units, scores in panels
    ]


def _by_rank(unit: UnitYears) -> tuple[bool, int, str]:
    """Return what units stand by: the rank of the last year, then the name."""
    last = unit.years[-1]
    rank = None if last is None else last.rank
    return rank is None, rank or 0, unit.unit or ""


def _over(years: Sequence[_Year], key: str) -> UnitYears:
    places = [one.units.places.get(key) for one in years]
    there = [
        None if at is None else one.units.side(one.scores, at)
        for one, at in zip(years, places, strict=True)
    ]
    last = [side for side in there if side is not None][-1]
    counts = [side is not None and _counts(side, last) for side in there]
    from_zero = counts_from_zero(last.definition)

    def trend(scores: Iterable[Fraction | None]) -> Trend | None:
        each = zip(years, scores, counts, strict=True)
        return trend_of(
            ((one.year, score) for one, score, counted in each if counted), from_zero=from_zero
        )

    def scores_of(group: str) -> tuple[Fraction | None, ...]:
        return tuple(
            one.scores.score(at, group)
            if at is not None and side is not None and group in side.definition.nodes()
            else None
            for one, at, side in zip(years, places, there, strict=True)
        )

    groups = [(one, scores_of(one.id)) for one in last.definition.groups]
    return UnitYears(
        last.unit,
        tuple(
            None
            if side is None or at is None
            else YearScore(side, one.scores.ranks[at], one.shared_ranks.get(key), counted)
            for one, at, side, counted in zip(years, places, there, counts, strict=True)
        ),
        trend(side and side.overall.score for side in there),
        tuple(
            GroupYears(one.id, one.kind, one.label, scores, trend(scores)) for one, scores in groups
        ),
    )


def _counts(side: ComparedSide, last: ComparedSide) -> bool:
    return (
        side.overall.score is not None
        and side.definition.scale == last.definition.scale
        and are_comparable(side.basis, last.basis)
    )
