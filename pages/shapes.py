"""The pieces that JSON Schemas are put together from: each says what it means, and its unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

Schema = dict[str, object]

UNIT = "x-unit"
"""The keyword for what a figure is counted in; validators pass over it."""
_MAYBE = "x-maybe"
"""Marks a key that is not always there, until its object is made."""

POINTS = "points of the definition's scale"
SHARE = "share, 0 to 1"
COUNT = "count"
WEIGHT = "weight among siblings"
RANK = "rank, from 1"
RANKS = "ranks"
LINE = "line, from 1"
COLUMN = "column, from 1"
ROW = "row, from 1"
BARE = "without a unit"
INDICATORS = "unit of the indicator"


def text(meaning: str, **more: object) -> Schema:
    """Return a text."""
    return {"type": "string", "description": meaning, **more}


def sha256(meaning: str) -> Schema:
    """Return a hash."""
    return text(meaning, pattern="^[0-9a-f]{64}$")


def day(meaning: str) -> Schema:
    """Return a date, such as 2026-03-31."""
    return text(meaning, pattern=r"^\d{4}-\d{2}-\d{2}$", **{UNIT: "date, ISO 8601"})


def one_of(values: type[StrEnum] | Iterable[str], meaning: str) -> Schema:
    """Return a text that is one of *values*."""
    return text(meaning, enum=[str(value) for value in values])


def number(meaning: str, unit: str) -> Schema:
    """Return a number, whole or not."""
    return {"type": "number", "description": meaning, UNIT: unit}


def points(meaning: str) -> Schema:
    """Return a score or a difference of scores."""
    return number(meaning, POINTS)


def share(meaning: str) -> Schema:
    """Return a share between 0 and 1."""
    return {**number(meaning, SHARE), "minimum": 0, "maximum": 1}


def effective(meaning: str) -> Schema:
    """Return a share in the overall; under a sum it may be above 1."""
    return {**number(meaning, SHARE), "minimum": 0}


def count(meaning: str, unit: str = COUNT) -> Schema:
    """Return a whole number from 0."""
    return {"type": "integer", "minimum": 0, "description": meaning, UNIT: unit}


def whole(meaning: str, unit: str) -> Schema:
    """Return a whole number."""
    return {"type": "integer", "description": meaning, UNIT: unit}


def flag(meaning: str) -> Schema:
    """Return a truth value."""
    return {"type": "boolean", "description": meaning}


def true(meaning: str) -> Schema:
    """Return a key that is there only where it is true."""
    return maybe({"const": True, "description": meaning})


def anything(meaning: str) -> Schema:
    """Return a value of any type."""
    return {"description": meaning}


def listed(items: Schema, meaning: str, *, least: int = 0) -> Schema:
    """Return a list."""
    said: Schema = {"type": "array", "description": meaning, "items": items}
    return {**said, "minItems": least} if least else said


def by_name(values: Schema, meaning: str) -> Schema:
    """Return an object whose keys are names of the data."""
    return {"type": "object", "description": meaning, "additionalProperties": values}


def thing(meaning: str, keys: Mapping[str, Schema]) -> Schema:
    """Return an object with *keys*; all are always there but those of :func:`maybe`."""
    return {
        "type": "object",
        "description": meaning,
        "properties": {key: _bare(schema) for key, schema in keys.items()},
        "required": [key for key, schema in keys.items() if _MAYBE not in schema],
    }


def maybe(schema: Schema) -> Schema:
    """Return the same for a key that is not always there."""
    return {**schema, _MAYBE: True}


def same_as(name: str, meaning: str | None = None) -> Schema:
    """Return the shape that stands under ``$defs`` as *name*."""
    said: Schema = {"$ref": f"#/$defs/{name}"}
    return said if meaning is None else {**said, "description": meaning}


def or_null(schema: Schema) -> Schema:
    """Return the same where null may stand too."""
    maybe_not = {_MAYBE: True} if _MAYBE in schema else {}
    schema = _bare(schema)
    kind = schema.get("type")
    if isinstance(kind, str) and kind not in {"object", "array"}:
        said: Schema = {**schema, "type": [kind, "null"]}
        values = schema.get("enum")
        if isinstance(values, list):
            said["enum"] = [*values, None]
        return said | maybe_not
    meaning = schema.get("description")
    about = {} if meaning is None else {"description": meaning}
    return {**about, "anyOf": [schema, {"type": "null"}]} | maybe_not


def either(meaning: str, *schemas: Schema) -> Schema:
    """Return what is one of several shapes."""
    return {"description": meaning, "anyOf": list(schemas)}


def _bare(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key != _MAYBE}
