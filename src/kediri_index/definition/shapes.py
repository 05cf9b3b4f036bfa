"""What may stand under each key, by the dataclass that declares it: fields, and their shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
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

from kediri_index.definition.specs import RangeSpec
from kediri_index.definition.values import (
    PARSED,
    TEXT,
    Listed,
    Parsed,
    key_of,
    one_of,
)


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


def fields_of_score(method: Any) -> Mapping[str, Field]:  # noqa: ANN401 - any scoring method
    """Return the fields of ``score:`` with the dataclass *method* by key."""
    named = {"method": Field("method", Shape(TEXT))}
    return {**named, **fields_of(RangeSpec), **fields_of(method)}


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
