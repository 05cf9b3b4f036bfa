"""Results that are compared, as JSON has them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kediri_index.messages.values import fixed
from kediri_index.model.comparison import (
    ComparedSide,
    ComparedUnits,
    ComparedYears,
    CompareOutcome,
    Comparison,
    Contribution,
    GroupYears,
    MovedUnits,
    NotCompared,
    RankMove,
    Trend,
    UnitComparison,
    YearScore,
)
from kediri_index.model.profile import opd_names
from kediri_index.present.envelope import Json, definition_json


def comparison_json(outcome: CompareOutcome, found: Comparison) -> dict[str, Json]:
    """Return one comparison as JSON has it."""
    names = opd_names(outcome.profile)
    error = found.error
    return {
        "old": _side_json(found.old, found.old_published, found.new),
        "new": _side_json(found.new),
        "change": found.change,
        "change_published": found.change_published,
        "basis": found.basis,
        "contributions": [_contribution_json(one) for one in found.contributions],
        "weights": found.weights,
        "set": found.set,
        "method": found.method,
        "sampled": None
        if error is None
        else {"orders": error.orders, "standard_error": error.standard_error},
        "added": found.added,
        "dropped": found.dropped,
        "views": {
            "opd": [
                {"id": opd, "name": names.get(opd, opd), "contribution": value}
                for opd, value in found.by_opd.items()
            ]
        },
    }


def _side_json(
    one: ComparedSide, as_new: Fraction | None = None, new: ComparedSide | None = None
) -> dict[str, Json]:
    """Return one of the two; the old one with its score published *as_new*, by rules of *new*."""
    definition, overall = one.definition, one.overall
    found: dict[str, Json] = {
        "unit": one.unit,
        "year": one.year,
        "value": one.lead,
        "definition": definition_json(definition),
        "score": overall.score,
        "published": _published(one),
        "official": one.official,
    }
    if as_new is not None and new is not None:
        found["published_as_new"] = fixed(as_new, new.definition.publish.decimals)
    return found


def _published(one: ComparedSide) -> str | None:
    published = one.overall.published
    return None if published is None else fixed(published, one.definition.publish.decimals)


def _contribution_json(one: Contribution) -> dict[str, Json]:
    return {
        "id": one.id,
        "kind": one.kind or "indicator",
        "name": one.label.main,
        "in": one.parent,
        "player": one.player,
        "contribution": one.contribution,
        "before": one.before,
        "after": one.after,
    }


def units_json(outcome: CompareOutcome, found: ComparedUnits, *, detail: bool) -> dict[str, Json]:
    """Return many units as JSON has them: a result per unit, and the movers."""
    movers = found.movers
    return {
        "units": [_unit_json(one, outcome, detail=detail) for one in found.units],
        "movers": {
            "score": {
                "up": _moved_json(movers.score_up),
                "down": _moved_json(movers.score_down),
            },
            "rank": {"up": _moved_json(movers.rank_up), "down": _moved_json(movers.rank_down)},
        },
        "not_compared": not_compared_json(found.not_compared),
    }


def not_compared_json(units: Sequence[NotCompared]) -> Json:
    """Return the units that have no change, and why."""
    return [{"unit": one.unit, "reason": one.why} for one in units]


def years_json(found: ComparedYears) -> dict[str, Json]:
    """Return what there is of three years or more as JSON has it."""
    return {
        "years": [
            {"year": year, "definition": definition_json(by)}
            for year, by in zip(found.years, found.definitions, strict=True)
        ],
        "trends": [
            {
                "unit": one.unit,
                "years": [_year_json(year) for year in one.years],
                "trend": _trend_json(one.trend),
                "groups": [_group_json(group) for group in one.groups],
            }
            for one in found.units
        ],
        "ranked_every_year": found.shared,
    }


def _year_json(found: YearScore | None) -> Json:
    if found is None:
        return None
    side = found.side
    return {
        "year": side.year,
        "score": side.overall.score,
        "published": _published(side),
        "official": side.official,
        "rank": found.rank,
        "shared_rank": found.shared_rank,
        "counts": found.counts,
    }


def _group_json(group: GroupYears) -> Json:
    return {
        "id": group.id,
        "kind": group.kind,
        "name": group.label.main,
        "scores": group.scores,
        "trend": _trend_json(group.trend),
    }


def _trend_json(trend: Trend | None) -> Json:
    if trend is None:
        return None
    return {
        "from": trend.first,
        "to": trend.last,
        "points": trend.points,
        "change": trend.change,
        "per_year": trend.per_year,
        "slope": trend.slope,
        "growth_rate": trend.growth_rate,
    }


def _unit_json(one: UnitComparison, outcome: CompareOutcome, *, detail: bool) -> Json:
    found: dict[str, Json]
    if detail and one.parts is not None:
        found = comparison_json(outcome, one.parts)
    else:
        found = {
            "old": _side_json(one.old, one.old_published, one.new),
            "new": _side_json(one.new),
            "change": one.change,
            "change_published": one.change_published,
        }
    return {"unit": one.new.unit, "rank": _ranks_json(one), **found}


def _ranks_json(one: UnitComparison) -> Json:
    return {**_move_json(one.ranks), "shared": _move_json(one.shared_ranks)}


def _move_json(ranks: RankMove) -> dict[str, Json]:
    return {"old": ranks.old, "new": ranks.new, "change": ranks.change}


def _moved_json(moved: MovedUnits) -> Json:
    return {
        "units": [
            {
                "unit": one.new.unit,
                "change": one.change,
                "change_published": one.change_published,
                "rank": _ranks_json(one),
            }
            for one in moved.units
        ],
        "change": moved.change,
        "contributions": [
            {
                key: value
                for key, value in _contribution_json(one).items()
                if key in {"id", "kind", "name", "in", "contribution"}
            }
            for one in moved.contributions
        ],
        "weights": moved.weights,
        "set": moved.set,
    }
