"""A definition as YAML for people: the whole first, then groups, then indicators group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from fractions import Fraction
from typing import Any

from kediri_index.definition.starting import comment_lines, on_one_line, quoted
from kediri_index.messages.texts import text
from kediri_index.messages.values import plain
from kediri_index.model.aggregation import Aggregation
from kediri_index.model.definition import (
    ClassesOn,
    Definition,
    Evidence,
    Group,
    Indicator,
    Kind,
    NotApplicable,
    ScoreClass,
    Tag,
)
from kediri_index.model.language import Label, Language
from kediri_index.model.scoring import Direction, Level, Range, ScoringMethod
from kediri_index.scoring.aggregations import DEFAULT
from kediri_index.scoring.methods.bands import Band

_WHOLES = (Fraction(100), Fraction(1))


def written(
    definition: Definition, comments: Iterable[str], remarks: Mapping[str, str], language: Language
) -> str:
    """Return *definition* as YAML, with *comments* at its top and *remarks* beside indicators.

    It holds what a list of indicators can say, no steps of ``prepare``.
    """
    lines = (
        *comments,
        *_head(definition, language),
        "",
        "kinds:",
        *map(_named, definition.kinds),
        *(["tags:", *map(_named, definition.tags)] if definition.tags else ()),
        "",
        *_said("written.groups", language),
        "groups:",
        *_groups(definition.groups, "  "),
        "",
        *_said("written.indicators", language),
        "indicators:",
        *_indicators(definition, remarks, language),
    )
    return "\n".join(lines) + "\n"


def _said(key: str, language: Language) -> list[str]:
    return comment_lines(key, language)


def _head(definition: Definition, language: Language) -> Iterator[str]:
    title, publish, missing = definition.title, definition.publish, definition.missing
    yield "kediri_index: 1"
    yield f"id: {definition.id}"
    yield f"version: {quoted(definition.version)}"
    yield f"status: {definition.status}"
    yield from _label("title", title)
    yield f"language: {definition.language}"
    if definition.source:
        yield f"source: {quoted(definition.source)}"
    if definition.year is not None:
        yield f"year: {definition.year}"
    if definition.scale is not None:
        low, high = map(_number, definition.scale)
        yield f"scale: {{min: {low}, max: {high}}}"
    stages = ", ".join(sorted(publish.stages))
    yield f"publish: {{decimals: {publish.decimals}, mode: {publish.mode}, round: [{stages}]}}"
    present = missing.min_present
    parts = [f"answers: {missing.answers}"]
    parts += [] if present is None else [f"min_present: {_number(present)}"]
    refuses = missing.not_applicable is NotApplicable.REFUSE
    parts += [f"not_applicable: {missing.not_applicable}"] if refuses else []
    yield f"missing: {{{', '.join(parts)}}}   # {text('written.missing', language)}"
    if definition.aggregate_top.name != DEFAULT:
        yield f"aggregate_top: {_aggregation(definition.aggregate_top)}"
    weights = [group.weight for group in definition.groups]
    total = sum((one for one in weights if one is not None), Fraction(0))
    if None not in weights and total in _WHOLES:
        yield f"weights_sum: {_number(total)}"
    if definition.classes:
        yield "classes:"
        yield from map(_class, definition.classes)
    if definition.classes_on is not ClassesOn.SCORE:
        yield f"classes_on: {definition.classes_on}"


def _label(key: str, label: Label) -> Iterator[str]:
    yield f"{key}: {quoted(label.main)}"
    if label.indonesian:
        yield f"{key}_id: {quoted(label.indonesian)}"
    if label.english:
        yield f"{key}_en: {quoted(label.english)}"


def _flow(parts: Iterable[str]) -> str:
    return "{" + ", ".join(parts) + "}"


def _named(one: Kind | Tag) -> str:
    return f"  {one.id}: {_flow(_label('name', one.label))}"


def _class(one: ScoreClass) -> str:
    key = "up_to" if one.bound_included else "below"
    bound = [] if one.bound is None else [f"{key}: {_number(one.bound)}"]
    return f"  - {_flow([*_label('name', one.label), *bound])}"


def _groups(groups: Iterable[Group], indent: str) -> Iterator[str]:
    for group in groups:
        parts = [f"id: {group.id}", f"kind: {group.kind}"]
        if group.weight is not None:
            parts.append(f"weight: {_number(group.weight)}")
        if group.optional:
            parts.append("optional: true")
        if group.aggregate.name != DEFAULT:
            parts.append(f"aggregate: {_aggregation(group.aggregate)}")
        if group.min_present is not None:
            parts.append(f"min_present: {_number(group.min_present)}")
        parts += _label("name", group.label)
        if not group.groups:
            yield f"{indent}- {_flow(parts)}"
            continue
        yield f"{indent}- {parts[0]}"
        yield from (f"{indent}  {part}" for part in parts[1:])
        yield f"{indent}  groups:"
        yield from _groups(group.groups, f"{indent}    ")


def _indicators(
    definition: Definition, remarks: Mapping[str, str], language: Language
) -> Iterator[str]:
    for group in definition.all_groups():
        if not group.indicators:
            continue
        yield ""
        yield f"  # {on_one_line(group.label.main)}"
        for indicator in group.indicators:
            yield from _indicator(indicator, definition, remarks.get(indicator.id), language)


def _indicator(
    indicator: Indicator, definition: Definition, remark: str | None, language: Language
) -> Iterator[str]:
    yield f"  - id: {indicator.id}"
    yield f"    in: {indicator.parent}"
    yield from (f"    {line}" for line in _label("name", indicator.label))
    tags = ", ".join(f"{tag}: {quoted(value)}" for tag, value in indicator.tags.items())
    directed = indicator.direction is Direction.LOWER or indicator.rule.method.onto
    required = indicator.evidence is not Evidence.OPTIONAL
    refuses = indicator.not_applicable is not definition.missing.not_applicable
    said = {
        "printed": indicator.printed and quoted(indicator.printed),
        "weight": None if indicator.weight is None else _number(indicator.weight),
        "tags": tags and f"{{{tags}}}",
        "opd": indicator.opd and f"[{', '.join(indicator.opd)}]",
        "unit": indicator.unit and quoted(indicator.unit),
        "valid": indicator.valid and _range(indicator.valid),
        "direction": indicator.direction if directed else None,
        "evidence": indicator.evidence if required else None,
        "not_applicable": indicator.not_applicable if refuses else None,
    }
    yield from (f"    {key}: {value}" for key, value in said.items() if value)
    yield from _score(indicator.rule.method)
    if remark:
        yield f"    # {text('written.source', language, source=on_one_line(remark))}"


def _score(method: ScoringMethod) -> Iterator[str]:
    said = {
        one.name: value
        for one in fields(method)  # type: ignore[arg-type] # every method is a dataclass
        if (value := getattr(method, one.name)) is not None and value != one.default
    }
    long = [key for key, value in said.items() if isinstance(value, Mapping)]
    if not long:
        parts = [f"method: {method.name}", *(f"{key}: {_value(one)}" for key, one in said.items())]
        yield f"    score: {_flow(parts)}"
        return
    yield "    score:"
    yield f"      method: {method.name}"
    for key, value in said.items():
        if key not in long:
            yield f"      {key}: {_value(value)}"
            continue
        yield f"      {key}:"
        yield from (f"        {_value(at)}: {_value(one)}" for at, one in value.items())


def _value(value: Any) -> str:  # noqa: ANN401, PLR0911 - a parameter of any method, a return a type
    match value:
        case bool():
            return str(value).lower()
        case StrEnum():
            return value.value
        case Fraction():
            return _number(value)
        case str():
            return quoted(value)
        case Band():
            bounds = {"below": value.below, "up_to": value.up_to, "score": value.score}
            return _flow(f"{key}: {_number(one)}" for key, one in bounds.items() if one is not None)
        case Level():
            worth = [] if value.score is None else [f"score: {_number(value.score)}"]
            return _flow([f"name: {quoted(value.name)}", *worth])
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"


def _aggregation(one: Aggregation) -> str:
    parameter = one.parameter
    return one.name if parameter is None else f"{{{one.name}: {_number(parameter)}}}"


def _range(span: Range) -> str:
    return f"[{_number(span[0])}, {_number(span[1])}]"


def _number(value: Fraction) -> str:
    return plain(value)
