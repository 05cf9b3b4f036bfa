"""The JSON Schemas of definition, profile and waivers, for editors.

An editor checks what an ordinary YAML parser makes of the file, so that ``10`` is a number there
and ``no`` a boolean; and it sees one file alone, so that a file with ``extends`` may leave out
whatever the other file says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter

from kediri_index.definition.keys import TITLES, definition_keys, profile_keys, waivers_keys
from kediri_index.definition.specs import (
    AGGREGATION,
    SCORE_SCHEMA,
    DefinitionSpec,
    ProfileSpec,
    WaiverSpec,
    score_model,
)
from kediri_index.definition.values import (
    FLAG,
    ID,
    ID_PATTERN,
    NUMBER,
    PAIR,
    TEXT,
)
from kediri_index.messages.screens.keys import key_text
from kediri_index.model.aggregation import Parameter
from kediri_index.model.keys import Key, Keys
from kediri_index.model.language import Language
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.methods import METHODS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/"
_SHARED: dict[str, Schema] = {
    "Score": SCORE_SCHEMA,
    "Aggregation": AGGREGATION.json,
    "Pair": PAIR.json,
    "Number": NUMBER.json,
    "Text": TEXT.json,
    "Id": ID.json,
    "IdPattern": ID_PATTERN.json,
    "Flag": FLAG.json,
}
"""Values that stand in many places, spelt out once."""

_METHODS: Mapping[str, Any] = METHODS


def definition_schema(language: Language | None = None) -> Schema:
    """Return the schema of a definition, its keys described in *language* where one is named."""
    schema = TypeAdapter(DefinitionSpec).json_schema()
    parts = schema["$defs"] | _score_parts() | {"Aggregation": _aggregation()}
    of_group, of_indicator, of_declared = (
        parts[name].pop("required") for name in ("GroupSpec", "IndicatorSpec", "DeclaredSpec")
    )
    parts["GroupSpec"]["required"] = parts["IndicatorSpec"]["required"] = ["id"]
    parts["CompleteGroup"] = {
        "required": of_group,
        "properties": {"groups": {"items": {"$ref": _REF + "CompleteGroup"}}},
    }
    required = schema.pop("required")
    always = ["kediri_index", "id"]
    complete = {
        "required": [*(key for key in required if key not in always), "groups"],
        "properties": {
            "groups": {"items": {"$ref": _REF + "CompleteGroup"}, "minItems": 1},
            "indicators": {"items": {"required": of_indicator}},
            "kinds": {"additionalProperties": {"required": of_declared}},
            "tags": {"additionalProperties": {"required": of_declared}},
        },
    }
    schema |= {
        "required": always,
        "if": {"not": {"required": ["extends"]}},
        "then": complete,
        "$defs": parts,
    }
    return _described(_whole("kediri-index: definition", schema), definition_keys, language)


def profile_schema(language: Language | None = None) -> Schema:
    """Return the schema of a profile, its keys described in *language* where one is named."""
    schema = _whole("kediri-index: profile", TypeAdapter(ProfileSpec).json_schema())
    return _described(schema, profile_keys, language)


def waivers_schema(language: Language | None = None) -> Schema:
    """Return the schema of a list of waivers, its keys described in *language* if one is named."""
    schema = _whole("kediri-index: waivers", TypeAdapter(list[WaiverSpec]).json_schema())
    return _described(schema, waivers_keys, language)


def schema_text(schema: Schema) -> str:
    """Return *schema* as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _described(schema: Schema, made: Callable[[], Keys], language: Language | None) -> Schema:
    """Return *schema* with what each of the keys means, for an editor to show."""
    if language is None:
        return schema
    keys = made()
    parts = schema["$defs"]
    bodies = {title: parts.get(kind.__name__, schema) for kind, title in TITLES.items()}
    common: tuple[Key, ...] = ()
    for part in keys.parts:
        body = parts["Score"] if part.name == "score" else bodies[part.name]
        body["description"] = key_text(part.name, language)
        _describe(body, part.keys, language)
        common = part.keys if part.name == "score" else common
    for method in keys.methods:
        body = parts[score_model(_METHODS[method.name]).__name__]
        body["description"] = key_text(method.name, language)
        _describe(body, (*common, *method.parameters), language)
    return schema


def _describe(body: Schema, keys: Iterable[Key], language: Language) -> None:
    """Describe the keys of one mapping; those of a score stand with its method."""
    for key in keys:
        if key.name in body["properties"]:
            body["properties"][key.name]["description"] = key_text(key.text, language)


def _score_parts() -> Schema:
    """Return the schema of ``score:``, and those of the parameters of every method."""
    parts: Schema = {}
    branches = []
    for name, kind in _METHODS.items():
        schema = TypeAdapter(score_model(kind)).json_schema()
        title = schema["title"]
        parts |= schema.pop("$defs", {})
        parts[title] = schema
        branches.append(
            {
                "if": {"properties": {"method": {"const": name}}},
                "then": {"$ref": _REF + title},
            }
        )
    parts["Score"] = {
        "type": "object",
        "properties": {"method": {"enum": list(_METHODS)}},
        "required": ["method"],
        "allOf": branches,
    }
    return parts


def _aggregation() -> Schema:
    """Return the schema of ``aggregate:``: a name, or a name with a parameter."""
    kinds = AGGREGATIONS.values()
    return {
        "oneOf": [
            {"enum": [one.name for one in kinds if one.takes is None]},
            {
                "type": "object",
                "properties": {one.name: _parameter(one.takes) for one in kinds if one.takes},
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
            },
        ]
    }


def _parameter(takes: Parameter) -> Schema:
    if takes.bounds is None:
        numbers = [*map(int, takes.examples)]
        return {"enum": [*numbers, *dict.fromkeys((*takes.examples, *map(str, numbers)))]}
    low, high = takes.bounds
    schema = NUMBER.json | {"minimum": low, "maximum": high}
    return schema | {"not": {"const": 0}} if takes.zero else schema


def _whole(title: str, schema: Schema) -> Schema:
    """Return *schema* with a title, and with the shared values spelt out once."""
    parts = schema.pop("$defs")
    shared = {name: _tidy(value, name) for name, value in _SHARED.items() if name not in parts}
    tidied = {name: _tidy(part) for name, part in parts.items()}
    body: Schema = _tidy(schema)
    used = json.dumps([body, tidied, shared])
    shared = {name: value for name, value in shared.items() if f'"{_REF}{name}"' in used}
    return {"$schema": DIALECT, "title": title, **body, "$defs": shared | tidied}


def _tidy(node: Any, own_name: str = "") -> Any:  # noqa: ANN401 - JSON in, JSON out
    """Return *node* with shared values as references, without what only repeats the key."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    said = {key: value for key, value in node.items() if key not in {"title", "default"}}
    if not isinstance(node.get("title", ""), str):  # a property of this name
        said["title"] = node["title"]
    default = {} if node.get("default") is None else {"default": node["default"]}
    for name, value in _SHARED.items():
        if said == value and name != own_name:
            return {"$ref": _REF + name} | default
    kept = {key: _tidy(value) for key, value in said.items()} | default
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return kept
