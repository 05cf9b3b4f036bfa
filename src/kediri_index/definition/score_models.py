"""The parameters of each scoring method for Pydantic, made from the method's dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field, fields, is_dataclass, make_dataclass
from enum import StrEnum
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Discriminator, Tag, TypeAdapter

from kediri_index.definition.specs.parsed import KNOWN_KEYS_ONLY, Parsed
from kediri_index.definition.specs.scoring import RangeSpec
from kediri_index.definition.specs.values import PARSED, TEXT, one_of, parse_text
from kediri_index.model.scoring import Level
from kediri_index.scoring.methods import METHODS


def score_model() -> Any:  # noqa: ANN401 - a type
    """Return the type of ``score:``: by its method, what may stand there."""
    methods = [Annotated[method_spec(name), Tag(name)] for name in METHODS]
    return Annotated[reduce(or_, methods), Discriminator(_method_of)]


def _method_of(value: object) -> object:
    return value.get("method") if isinstance(value, dict) else None


def level_model() -> Any:  # noqa: ANN401 - a type
    """Return the type of a level: its name, or a mapping with its name and its score."""
    return Annotated[str, TEXT] | _made(Level.__name__, Level, [])


@cache
def score_adapter(method: str) -> TypeAdapter[Any]:
    """Return what validates ``score:`` with *method*."""
    return TypeAdapter(method_spec(method))


@cache
def method_spec(method: str) -> type[Any]:
    """Return the dataclass of what may stand under ``score:`` with *method*."""
    kind = METHODS[method]
    name = Annotated[str, Parsed(parse_text, {"const": method})]
    first: list[tuple[str, Any, Field[Any]]] = [("method", name, field())]
    return _made(f"{kind.__name__}Score", kind, [*first, *_fields(RangeSpec)])


def _made(name: str, kind: type[Any], first: list[tuple[str, Any, Field[Any]]]) -> type[Any]:
    namespace = {"__pydantic_config__": KNOWN_KEYS_ONLY, "__doc__": kind.__doc__}
    return make_dataclass(name, [*first, *_fields(kind)], namespace=namespace, kw_only=True)


def _fields(kind: type[Any]) -> list[tuple[str, Any, Field[Any]]]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        (item.name, _annotated(hints[item.name]), field(default=item.default))
        for item in fields(kind)
    ]


def _annotated(hint: Any) -> Any:  # noqa: ANN401 - types in, types out
    """Return *hint* with what parses texts to it."""
    if hint in PARSED:
        return Annotated[hint, PARSED[hint]]
    if isinstance(hint, type) and is_dataclass(hint):
        return _made(hint.__name__, hint, [])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Annotated[hint, one_of(hint)]
    return _annotated_inside(get_origin(hint), get_args(hint))


def _annotated_inside(origin: Any, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401 - likewise
    if origin in {Union, UnionType}:
        return _annotated(reduce(or_, (item for item in arguments if item is not NoneType))) | None
    generic: Any = {tuple: tuple, Mapping: dict}[origin]
    if generic is tuple:
        return generic[_annotated(arguments[0]), ...]
    return generic[tuple(_annotated(argument) for argument in arguments)]
