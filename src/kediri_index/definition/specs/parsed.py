"""How what may stand in a file is declared, for our reader and for Pydantic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Json = dict[str, Any]
Kind = TypeVar("Kind")


def key_of(name: str) -> str:
    """Return the key in YAML of a field: ``in_`` is ``in``."""
    return name.removesuffix("_")


KNOWN_KEYS_ONLY: Json = {"extra": "forbid", "alias_generator": key_of}
"""Pydantic's configuration of every spec."""


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
def spec(kind: type[Kind]) -> type[Kind]:
    """Make *kind* the dataclass of what may stand in one place of a file.

    Nothing compares or prints one, and each method that is made takes time at the start.
    """
    made: Any = dataclass(kw_only=True, eq=False, repr=False)(kind)
    made.__pydantic_config__ = KNOWN_KEYS_ONLY
    return cast("type[Kind]", made)


class FieldError(ValueError):
    """A value that its type does not allow: the *code* of the finding, and what its text shows."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class UnusableError(FieldError):
    """A value without a usable rest, whose faults are findings already."""

    def __init__(self) -> None:
        super().__init__("unusable")


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """The value is what *parse* makes of plain data; an editor checks *json*.

    *parse* gets a text, None, a list or a dict, and raises FieldError. *model* returns the type of
    a value that may have keys of its own, as Pydantic validates it.
    """

    parse: Callable[[Any], Any]
    json: Json
    model: Callable[[], Any] | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415 - only Pydantic calls this

        if self.model is not None:
            return handler.generate_schema(self.model())
        return core_schema.no_info_plain_validator_function(checked(self.parse))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        return dict(self.json)


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A single text stands for a list of one; an editor checks *json* for each item."""

    json: Json = field(default_factory=dict)

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415 - only Pydantic calls this

        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Json:
        return {"anyOf": [self.json, {"type": "array", "items": self.json}]}


def _listed(value: Any) -> Any:  # noqa: ANN401 - plain data of any kind
    return [value] if isinstance(value, str) else value


def checked(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return *parse* with its faults raised as Pydantic's."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 - only Pydantic calls this

    def validate(value: object) -> object:
        try:
            return parse(value)
        except FieldError as error:
            raise PydanticCustomError(error.code, error.code, error.params) from None

    return validate
