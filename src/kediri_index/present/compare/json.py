"""A comparison as JSON: every figure unrounded, beside those published."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.messages.numbers import fixed
from kediri_index.model.comparison import (
    ComparedSide,
    CompareOutcome,
    Comparison,
    Contribution,
    SamplingError,
)
from kediri_index.model.profile import opd_names
from kediri_index.present.compare.shown import CompareShown
from kediri_index.present.envelope import Json, exact, outcome_json

_INDICATOR = "indicator"


def render(shown: CompareShown) -> str:
    """Return the envelope of ``compare``; its definition is that of the new side."""
    outcome = shown.outcome
    return outcome_json(
        "compare",
        outcome,
        None if outcome.comparison is None else _result(outcome, outcome.comparison),
        shown.language,
    )


def _result(outcome: CompareOutcome, found: Comparison) -> Json:
    names = opd_names(outcome.profile)
    return {
        "old": _side(found.old) | {"published_as_new": _published(found, found.old_published)},
        "new": _side(found.new),
        "change": exact(found.change),
        "change_published": exact(found.change_published),
        "basis": found.basis.value,
        "contributions": [_contribution(one) for one in found.contributions],
        "weights": exact(found.weights),
        "set": exact(found.set),
        "method": found.method.value,
        "sampled": None if found.error is None else _sampled(found.error),
        "added": list(found.added),
        "dropped": list(found.dropped),
        "views": {
            "opd": [
                {"id": opd, "name": names.get(opd, opd), "contribution": exact(value)}
                for opd, value in found.by_opd.items()
            ]
        },
    }


def _sampled(error: SamplingError) -> Json:
    return {"orders": error.orders, "standard_error": exact(error.standard_error)}


def _side(one: ComparedSide) -> dict[str, Json]:
    definition, overall = one.definition, one.overall
    return {
        "unit": one.unit,
        "year": one.year,
        "value": one.lead.value,
        "definition": {
            "id": definition.id,
            "version": definition.version,
            "status": definition.status.value,
            "sha256": definition.sha256,
            "path": definition.path,
        },
        "score": exact(overall.score),
        "published": None
        if overall.published is None
        else fixed(overall.published, definition.publish.decimals),
        "official": exact(one.official),
    }


def _published(found: Comparison, value: Fraction) -> str:
    return fixed(value, found.new.definition.publish.decimals)


def _contribution(one: Contribution) -> Json:
    return {
        "id": one.id,
        "kind": one.kind or _INDICATOR,
        "name": one.label.main,
        "in": one.parent,
        "player": one.player,
        "contribution": exact(one.contribution),
        "before": exact(one.before),
        "after": exact(one.after),
    }
