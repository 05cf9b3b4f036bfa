"""What a definition means, and the hash of it: not of its bytes, nor of its wording for print."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, cast

from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    Definition,
    Evidence,
    Group,
    Indicator,
    NotApplicable,
    ScoreRule,
)
from kediri_index.model.numbers import Digits


def fingerprint(definition: Definition) -> str:
    """Return the SHA-256 of the meaning of *definition*, in hexadecimal digits.

    Whatever can change a figure or a question counts. Version, status, title, source, translations
    and the names of kinds and tags do not, nor does any order but that of classes, bands and the
    steps of ``prepare``.
    """
    text = json.dumps(meaning(definition), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def meaning(definition: Definition) -> dict[str, object]:
    """Return the meaning of *definition* as JSON data, numbers as exact fractions in Digits."""
    publish, missing = definition.publish, definition.missing
    steps = [[step.name, _json(step)] for step in definition.prepare]
    prepared = {"prepare": steps} if steps else {}  # younger than the first hashes
    refused = [missing.not_applicable] if missing.not_applicable is NotApplicable.REFUSE else []
    return prepared | {
        "id": definition.id,
        "year": definition.year,
        "scale": _json(definition.scale),
        "publish": [publish.decimals, publish.mode, sorted(publish.stages)],
        "missing": [missing.answers, _json(missing.min_present), *refused],
        "classes": [
            [item.label.main, _json(item.bound), item.bound_included] for item in definition.classes
        ],
        "classes_on": definition.classes_on,
        "aggregate_top": _aggregation(definition.aggregate_top),
        "groups": {group.id: _group(group) for group in definition.groups},
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "kind": group.kind,
        "name": group.label.main,
        "weight": _json(group.weight),
        "optional": group.optional,
        "aggregate": _aggregation(group.aggregate),
        "min_present": _json(group.min_present),
        "groups": {inner.id: _group(inner) for inner in group.groups},
        "indicators": {indicator.id: _indicator(indicator) for indicator in group.indicators},
    }


def _indicator(indicator: Indicator) -> dict[str, object]:
    weight = Fraction(1) if indicator.weight is None else indicator.weight
    required = indicator.evidence is Evidence.REQUIRED
    wanted: dict[str, object] = {"evidence": indicator.evidence} if required else {}  # younger
    if indicator.evidence_items:
        wanted = {"evidence": _items(indicator)}
    refuses = indicator.not_applicable is NotApplicable.REFUSE
    refused = {"not_applicable": indicator.not_applicable} if refuses else {}  # younger too
    asked = {"survey": _json(indicator.survey)} if indicator.survey is not None else {}  # likewise
    return (
        wanted
        | refused
        | asked
        | {
            "name": indicator.label.main,
            "printed": indicator.printed,
            "weight": _json(weight),
            "unit": indicator.unit,
            "valid": _json(indicator.valid),
            "direction": indicator.direction,
            "tags": dict(indicator.tags),
            "opd": sorted(indicator.opd),
            "score": _rule(indicator.rule),
        }
    )


def _items(indicator: Indicator) -> dict[str, list[str]]:
    """Return the items of evidence by level, in their order, since sheets count them."""
    found: dict[str, list[str]] = {}
    for item in indicator.evidence_items:
        found.setdefault(str(item.level), []).append(item.text)
    return found


def _aggregation(aggregation: Aggregation) -> object:
    parameter = aggregation.parameter
    return aggregation.name if parameter is None else {aggregation.name: _json(parameter)}


def _rule(rule: ScoreRule) -> list[object]:
    return [rule.method.name, _json(rule.method), _json(rule.to), rule.outside]


def _json(value: object) -> object:
    """Return a parameter of whatever type as JSON data, without those that came later (YOUNGER)."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Fraction):
        return Digits(str(value))
    if is_dataclass(value):
        return {
            name: _json(said)
            for name, default, is_younger in _parameters(cast("Hashable", type(value)))
            if (said := getattr(value, name)) != default or not is_younger
        }
    if isinstance(value, Mapping):
        return {str(_json(key)): _json(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [_json(item) for item in value]
    message = f"no canonical form of {value!r}"
    raise TypeError(message)


@cache
def _parameters(kind: Any) -> list[tuple[str, object, bool]]:  # noqa: ANN401 - any dataclass
    """Return the fields of a dataclass: name, default, and whether it came later."""
    return [(one.name, one.default, bool(one.metadata)) for one in fields(kind)]
