"""What may stand under each key, by the dataclass that declares it: fields, and their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, field, fields, is_dataclass, make_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from kediri_index.definition.values import (
    BANDS,
    CAP,
    FLAG,
    INTEGER,
    KNOWN_KEYS_ONLY,
    NUMBER,
    NUMBER_OR_PAIR,
    PAIR,
    TEXT,
    Listed,
    Parsed,
    key_of,
    one_of,
    parse_text,
)
from kediri_index.model.scoring import Level, Range


class Shape(NamedTuple):
    """The shape of a value: *parsed* as a whole, a mapping with the fields of *part*, or composed.

    A list has *items*; *single*: one item needs no list. A mapping has *keys* and *values*.
    *optional*: the value may be null.
    """

    parsed: Parsed | None = None
    part: Any = None
    items: Shape | None = None
    keys: Shape | None = None
    values: Shape | None = None
    single: bool = False
    optional: bool = False


class Field(NamedTuple):
    """The argument for the value of a key, its shape and its default."""

    name: str
    shape: Shape
    default: object = MISSING


@cache
def fields_of(kind: Any) -> Mapping[str, Field]:  # noqa: ANN401 - any dataclass
    """Return the fields of the dataclass *kind* by key."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        key_of(item.name): Field(item.name, shape_of(hints[item.name]), _default(item))
        for item in fields(kind)
    }


def _default(item: Any) -> object:  # noqa: ANN401 - a field of any type
    return item.default if item.default_factory is MISSING else item.default_factory()


def shape_of(hint: Any) -> Shape:  # noqa: ANN401, PLR0911 - a type of any kind; one return a form
    """Return the shape of a value of type *hint*."""
    if hint in PARSED:
        return Shape(PARSED[hint])
    if isinstance(hint, type) and is_dataclass(hint):
        return Shape(part=hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Shape(one_of(hint))
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated and isinstance(arguments[1], Parsed):
        return Shape(arguments[1])
    if origin is Annotated and isinstance(arguments[1], Listed):
        return shape_of(arguments[0])._replace(single=True)
    if origin in {Union, UnionType}:
        kept = (item for item in arguments if item is not NoneType)
        return shape_of(reduce(or_, kept))._replace(optional=True)
    if origin is tuple:
        return Shape(items=shape_of(arguments[0]))
    if origin in {dict, Mapping}:
        return Shape(keys=shape_of(arguments[0]), values=shape_of(arguments[1]))
    message = f"no reader for {hint!r}"
    raise TypeError(message)


def model_of(name: str, fields: Mapping[str, Field], doc: str | None) -> Any:  # noqa: ANN401 - a type
    """Return the dataclass of *fields*, each with what parses a text to it."""
    namespace = {"__pydantic_config__": KNOWN_KEYS_ONLY, "__doc__": doc}
    listed = [
        (one.name, _annotated(one.shape), field(default=one.default)) for one in fields.values()
    ]
    return make_dataclass(name, listed, namespace=namespace, kw_only=True)


def _annotated(shape: Shape) -> Any:  # noqa: ANN401 - a type
    lists: Any = tuple
    mappings: Any = dict
    if shape.parsed is not None:
        found: Any = Annotated[Any, shape.parsed]
    elif shape.items is not None:
        found = lists[_annotated(shape.items), ...]
    elif shape.keys is not None and shape.values is not None:
        found = mappings[_annotated(shape.keys), _annotated(shape.values)]
    else:
        found = model_of(shape.part.__name__, fields_of(shape.part), shape.part.__doc__)
    return found | None if shape.optional else found


def _any_level() -> Any:  # noqa: ANN401 - a type
    """Return the type of a level: its name, or a mapping with its name and its score."""
    return Annotated[str, TEXT] | _annotated(Shape(part=Level))


LEVEL = Parsed(
    parse_text,
    {
        "anyOf": [
            TEXT.json,
            {
                "type": "object",
                "properties": {"name": TEXT.json, "score": NUMBER.json},
                "required": ["name"],
                "additionalProperties": False,
            },
        ]
    },
    _any_level,
)

PARSED: dict[Any, Parsed] = {
    str: TEXT,
    bool: FLAG,
    int: INTEGER,
    Fraction: NUMBER,
    Range: PAIR,
    Fraction | Range: NUMBER_OR_PAIR,
    Fraction | bool: CAP,
    Fraction | tuple[Fraction, ...]: BANDS,
    str | Level: LEVEL,
}
"""How plain types are parsed where a scoring method declares them."""
