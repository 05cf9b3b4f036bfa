"""How indicators are scored and data are prepared, as a definition writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from fractions import Fraction
from typing import Any

from kediri_index.messages.params import shown
from kediri_index.model.definition import ScoreRule
from kediri_index.model.language import Language
from kediri_index.model.preparing import Step
from kediri_index.model.scoring import Level, Range
from kediri_index.present.envelope import Json, number
from kediri_index.scoring.methods.bands import Band
from kediri_index.scoring.prepare.denominate import Denominate


def rule_json(rule: ScoreRule) -> dict[str, Json]:
    """Return ``score:`` in full: the method, all its parameters, the range of the score."""
    return {
        "method": rule.method.name,
        **_parts(rule.method),
        **({} if rule.to is None else {"to": _json(rule.to)}),
        "outside": rule.outside.value,
    }


def step_json(step: Step) -> dict[str, Json]:
    """Return one step of ``prepare:`` with all its parameters."""
    said = _json(step.by) if isinstance(step, Denominate) else _parts(step)
    return {step.name: said}


def rule_text(rule: ScoreRule, scale: Range | None, language: Language) -> str | None:
    """Return the method with what is not its default or the scale; None where nothing is."""
    method: Any = rule.method
    said = {
        item.name: getattr(method, item.name)
        for item in fields(method)
        if getattr(method, item.name) not in (None, item.default)
    }
    if rule.to != scale:
        said["to"] = rule.to
    if rule.outside is not method.default_outside:
        said["outside"] = rule.outside
    return _named(method.name, said, language) if said else None


def step_text(step: Step, language: Language) -> str:
    """Return a step and all its parameters."""
    return _named(step.name, step.by if isinstance(step, Denominate) else _values(step), language)


def _named(name: str, parts: Mapping[str, object], language: Language) -> str:
    said = ", ".join(f"{key}: {_short(value, language)}" for key, value in parts.items())
    return f"{name} ({said})"


def _short(value: object, language: Language) -> str:
    """Return a value in few words: of levels and bands what they are worth."""
    match value:
        case bool():
            return str(value).lower()
        case StrEnum():
            return value.value
        case Band():
            return shown(value.score, language)
        case str() | Fraction() | int():
            return shown(value, language)
        case Iterable():
            return "; ".join(_short(one, language) for one in _items(value, language))
    return shown(value, language)


def _items(value: Iterable[object], language: Language) -> Iterable[object]:
    """Return the items of a list; of levels themselves, or which score each has."""
    if not isinstance(value, Mapping) or not any(isinstance(one, Level) for one in value.values()):
        return value
    scores = {level: _worth(one, level) for level, one in value.items()}
    return [f"{shown(one, language)} = {shown(score, language)}" for one, score in scores.items()]


def _worth(said: object, level: Fraction) -> Fraction:
    return said.score if isinstance(said, Level) and said.score is not None else level


def _values(parts: Any) -> dict[str, object]:  # noqa: ANN401 - a dataclass of any kind
    """Return what *parts* say, without parameters that came later (YOUNGER) at their default."""
    values = {
        item.name: value
        for item in fields(parts)
        if (value := getattr(parts, item.name)) != item.default or not item.metadata
    }
    return {key: value for key, value in values.items() if value is not None}


def _parts(parts: object) -> dict[str, Json]:
    return {key: _json(value) for key, value in _values(parts).items()}


def _json(value: object) -> Json:
    """Return a parameter of whatever type, numbers as numbers."""
    match value:
        case StrEnum():
            return value.value
        case Fraction():
            return number(value)
        case str() | bool() | int():
            return value
        case Band() | Level():
            return _parts(value)
        case Mapping():
            return {_key(key): _json(item) for key, item in value.items()}
        case Iterable():
            return [_json(item) for item in value]
    message = f"no JSON for {value!r}"
    raise TypeError(message)


def _key(key: object) -> str:
    return str(number(key)) if isinstance(key, Fraction) else str(key)
