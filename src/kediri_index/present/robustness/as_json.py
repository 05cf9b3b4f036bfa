"""What ``robustness --format json`` prints."""

from __future__ import annotations

from kediri_index.messages.values import fixed
from kediri_index.model.definition import Definition
from kediri_index.model.robustness import Factor, Robustness, SobolIndex, UnitRobustness
from kediri_index.present.envelope import Json, number
from kediri_index.present.robustness.leave_out import leave_out_json

_DIGITS = 6


def result_json(result: Robustness, definition: Definition) -> Json:
    """Return the result; figures of draws have six digits, nominal ones all."""
    return {
        "draws": result.draws,
        "seed": result.seed,
        "assumed": result.assumed,
        "factors": [_factor(one) for one in result.factors],
        "units": [_unit(one, definition) for one in result.units],
        "rank_shift": {"sobol": [_index(one) for one in result.sobol]},
        "evaluations": result.evaluations,
        "leave_out": leave_out_json(result, definition.publish.decimals),
    }


def _factor(factor: Factor) -> Json:
    return {
        "factor": factor.id,
        "kind": factor.kind,
        "node": factor.node or None,
        "change": number(factor.change),
        "options": factor.options,
        "count": factor.size,
    }


def _unit(unit: UnitRobustness, definition: Definition) -> Json:
    published = unit.nominal.published
    return {
        "unit": unit.unit,
        "year": unit.year,
        "nominal": unit.nominal.score,
        "published": None if published is None else fixed(published, definition.publish.decimals),
        "class": None if unit.class_label is None else unit.class_label.main,
        "mean": six_digits(unit.mean),
        "p5": six_digits(unit.p5),
        "p50": six_digits(unit.p50),
        "p95": six_digits(unit.p95),
        "class_probability": {
            name: six_digits(share) for name, share in unit.class_probability.items()
        },
        "target": number(unit.target),
        "target_probability": six_digits(unit.target_probability),
        "rank": None
        if unit.rank is None
        else {
            "nominal": unit.rank.nominal,
            "mean": six_digits(unit.rank.mean),
            "p5": six_digits(unit.rank.p5),
            "p50": six_digits(unit.rank.p50),
            "p95": six_digits(unit.rank.p95),
        },
        "rank_probability": {
            str(rank): six_digits(share) for rank, share in unit.rank_probability.items()
        },
        "scored": six_digits(unit.scored),
        "sobol": [_index(one) for one in unit.sobol],
    }


def _index(index: SobolIndex) -> Json:
    return {
        "factor": index.factor,
        "first": six_digits(index.first),
        "first_ci": [six_digits(end) for end in index.first_ci],
        "total": six_digits(index.total),
        "total_ci": [six_digits(end) for end in index.total_ci],
    }


def six_digits(value: float | None) -> float | None:
    """Return a figure of draws with as many digits as every machine agrees on."""
    return None if value is None else float(f"{value:.{_DIGITS}g}") + 0.0
