"""What ``score:`` may say: a method's parameters are what its dataclass declares."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, create_model

from kediri_index.definition.models.part import Part
from kediri_index.definition.models.values import (
    Flag,
    Number,
    NumberOrPair,
    Pair,
    Parsed,
    Text,
    fault,
    one_of,
    parse_text,
    unique_numbers,
)
from kediri_index.engine.scoring import METHODS
from kediri_index.model.scoring import Outside, Range, ScoringMethod

_SINGLE: dict[object, Any] = {
    Fraction: Number,
    Range: Pair,
    Fraction | Range: NumberOrPair,
    bool: Flag,
    str: Text,
}


class ScoreSpec(Part):
    """How a raw value becomes a score: a method, its parameters, and the range of the score."""

    method: Text
    to: Pair | None = None
    outside: Annotated[Outside, one_of(Outside)] | None = None

    def scoring_method(self) -> ScoringMethod:
        """Return the method with its parameters."""
        kind = METHODS[self.method]
        return kind(**{name: getattr(self, name) for name in parameters(kind)})


def parse_score(value: object) -> ScoreSpec:
    """Return what ``score:`` says, validated by the model of the method that it names."""
    return spec_model(_MethodName.model_validate(value).method).model_validate(value)


@cache
def spec_model(method: str) -> type[ScoreSpec]:
    """Return the model of *method*'s parameters, built where it is first used."""
    kind = METHODS[method]
    name = Annotated[str, Parsed(parse_text, {"const": method})]
    return create_model(
        f"{kind.__name__}Score",
        __base__=ScoreSpec,
        __doc__=kind.__doc__,
        method=(name, ...),
        **_model_fields(kind),
    )


def parameters(kind: type) -> tuple[str, ...]:
    """Return the names of a method's parameters."""
    return tuple(parameter.name for parameter in fields(kind))


def _parse_method(value: object) -> str:
    if not isinstance(value, str) or value not in METHODS:
        raise fault("unknown_value", known=tuple(METHODS))
    return value


class _MethodName(Part):
    model_config = ConfigDict(extra="ignore")

    method: Annotated[str, Parsed(_parse_method, {})]


def _model_fields(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {
        parameter.name: (_model_type(hints[parameter.name]), _default(parameter))
        for parameter in fields(kind)
    }


def _default(parameter: Field[Any]) -> object:
    return ... if parameter.default is MISSING else parameter.default


def _model_type(hint: Any) -> Any:  # noqa: ANN401 - types in, types out
    """Return the type that parses texts to values of *hint*."""
    if hint in _SINGLE:
        return _SINGLE[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, UnionType}:
        kept = [argument for argument in arguments if argument is not NoneType]
        return _model_type(reduce(or_, kept)) | None
    if origin is tuple:
        items: Any = tuple
        return items[_model_type(arguments[0]), ...]
    if origin is Mapping:
        pairs: Any = dict
        pairs = pairs[tuple(_model_type(argument) for argument in arguments)]
        return Annotated[pairs, BeforeValidator(unique_numbers)]
    if is_dataclass(hint) and isinstance(hint, type):
        return _nested(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Annotated[hint, one_of(hint)]
    message = f"no model type for {hint!r}"
    raise TypeError(message)


def _nested(kind: type[Any]) -> Any:  # noqa: ANN401 - likewise
    model = create_model(kind.__name__, __base__=Part, **_model_fields(kind))
    return Annotated[model, AfterValidator(lambda part: kind(**dict(part)))]
