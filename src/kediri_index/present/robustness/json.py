"""How sure scores are, as JSON. Figures of draws have six digits, nominal ones all."""

from __future__ import annotations

from kediri_index.messages.numbers import fixed
from kediri_index.model.definition import Definition
from kediri_index.model.robustness import (
    Factor,
    Robustness,
    SobolIndex,
    UnitRobustness,
)
from kediri_index.present.envelope import Json, exact, number, outcome_json
from kediri_index.present.robustness.shown import RobustnessShown

_DIGITS = 6


def render(shown: RobustnessShown) -> str:
    """Return the envelope of ``robustness``; a refused result is null."""
    outcome = shown.outcome
    result = None if outcome.result is None else _result(outcome.result, outcome.definition)
    return outcome_json("robustness", outcome, result, shown.language)


def drawn(value: float | None) -> float | None:
    """Return a figure of draws with as many digits as every machine agrees on."""
    return None if value is None else float(f"{value:.{_DIGITS}g}") + 0.0


def _result(result: Robustness, definition: Definition) -> Json:
    return {
        "draws": result.draws,
        "seed": result.seed,
        "assumed": result.assumed,
        "factors": [_factor(one) for one in result.factors],
        "units": [_unit(one, definition) for one in result.units],
        "rank_shift": {"sobol": [_index(one) for one in result.sobol]},
        "evaluations": result.evaluations,
    }


def _factor(factor: Factor) -> Json:
    return {
        "factor": factor.id,
        "kind": factor.kind.value,
        "node": factor.node or None,
        "change": number(factor.change),
        "options": list(factor.options),
        "count": factor.size,
    }


def _unit(unit: UnitRobustness, definition: Definition) -> Json:
    published = unit.nominal.published
    return {
        "unit": unit.unit,
        "year": unit.year,
        "nominal": exact(unit.nominal.score),
        "published": None if published is None else fixed(published, definition.publish.decimals),
        "class": None if unit.class_label is None else unit.class_label.main,
        "mean": drawn(unit.mean),
        "p5": drawn(unit.p5),
        "p50": drawn(unit.p50),
        "p95": drawn(unit.p95),
        "class_probability": {name: drawn(share) for name, share in unit.class_probability.items()},
        "target": number(unit.target),
        "target_probability": drawn(unit.target_probability),
        "rank": None
        if unit.rank is None
        else {
            "nominal": unit.rank.nominal,
            "mean": drawn(unit.rank.mean),
            "p5": drawn(unit.rank.p5),
            "p50": drawn(unit.rank.p50),
            "p95": drawn(unit.rank.p95),
        },
        "rank_probability": {
            str(rank): drawn(share) for rank, share in unit.rank_probability.items()
        },
        "scored": drawn(unit.scored),
        "sobol": [_index(one) for one in unit.sobol],
    }


def _index(index: SobolIndex) -> Json:
    return {
        "factor": index.factor,
        "first": drawn(index.first),
        "first_ci": [drawn(end) for end in index.first_ci],
        "total": drawn(index.total),
        "total_ci": [drawn(end) for end in index.total_ci],
    }
