"""One definition as JSON: its tree with effective weights, and its indicators."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.agencies.assignment import opd_of_leaves
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import Group, Indicator
from kediri_index.present.definition.show.parameters import rule_json, step_json
from kediri_index.present.definition.show.shown import DefinitionShown
from kediri_index.present.envelope import Json, envelope, exact, number
from kediri_index.scoring.structure import nominal_shares


def render(shown: DefinitionShown) -> str:
    """Return the envelope of ``definition show``."""
    definition = shown.definition
    weights = nominal_shares(definition)
    opd = opd_of_leaves(definition, shown.profile)
    scale = definition.scale
    result = {
        "id": definition.id,
        "version": definition.version,
        "status": definition.status.value,
        "title": definition.title.main,
        "superseded_by": definition.superseded_by,
        "scale": None if scale is None else {"min": number(scale[0]), "max": number(scale[1])},
        "aggregate_top": _words(definition.aggregate_top),
        "prepare": [step_json(step) for step in definition.prepare],
        "groups": [_group(group, weights) for group in definition.groups],
        "indicators": [
            _indicator(indicator, weights, opd) for indicator in definition.all_indicators()
        ],
    }
    return envelope("definition-show", definition, (), result, shown.findings, shown.language)


def _group(group: Group, weights: Mapping[str, Fraction]) -> Json:
    return {
        "id": group.id,
        "kind": group.kind,
        "weight": number(group.weight),
        "effective_weight": exact(weights.get(group.id)),
        "name": group.label.main,
        "optional": group.optional,
        "aggregate": _words(group.aggregate),
        "groups": [_group(child, weights) for child in group.groups],
    }


def _indicator(
    indicator: Indicator, weights: Mapping[str, Fraction], opd: Mapping[str, tuple[str, ...]]
) -> Json:
    return {
        "id": indicator.id,
        "in": indicator.parent,
        "name": indicator.label.main,
        "unit": indicator.unit,
        "opd": list(opd.get(indicator.id, ())),
        "weight": number(indicator.weight),
        "effective_weight": exact(weights.get(indicator.id)),
        "direction": indicator.direction.value,
        "score": rule_json(indicator.rule),
    }


def _words(aggregation: Aggregation) -> Json:
    """Return *aggregation* as a definition writes it, its parameter as a number."""
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else {aggregation.name: number(parameter)}
