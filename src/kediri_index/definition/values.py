"""The types of single values: each is parsed from text, by a pattern of its own.

Beside it stands what an editor may see there, whose YAML parser has already made ``10`` a number
and ``no`` a boolean. Our reader and Pydantic both read these declarations.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, dataclass_transform

from kediri_index.definition.source import BOOLEANS
from kediri_index.model.definition import Evidence
from kediri_index.model.scoring import Range
from kediri_index.model.text import ID as ID_SPELLING

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


MOST_DIGITS = 30
LARGEST_EXPONENT = 30

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_ID_PATTERN = re.compile(r"[A-Za-z*][A-Za-z0-9_*-]*")
_CELL = re.compile(r"[A-Za-z]{1,3}[1-9][0-9]{0,6}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAIR = 2
_FEWEST_BANDS = 2
_MOST_BANDS = 100

Name = TypeVar("Name", bound=StrEnum)
Amount = TypeVar("Amount", int, Fraction)


def parse_text(value: object) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str):
        raise FieldError("D103")
    if not value.strip():
        raise FieldError("D115")
    return value


def _spelt(value: object, pattern: re.Pattern[str], code: str) -> str:
    """Return a text that *pattern* fits; *code* is the fault of any other value."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise FieldError(code)
    return value


def parse_id(value: object) -> str:
    """Return an id: a letter, then letters, digits, ``-`` and ``_``."""
    return _spelt(value, ID_SPELLING, "D112")


def parse_id_pattern(value: object) -> str:
    """Return an id, or one with ``*`` for any characters."""
    return _spelt(value, _ID_PATTERN, "D112")


def parse_number(value: object) -> Fraction:
    """Return the number that a text stands for, exactly."""
    digits, _, exponent = _spelt(value, _NUMBER, "D106").lower().partition("e")
    whole, _, part = digits.partition(".")
    power = exponent.lstrip("+-").lstrip("0")
    if (
        len(whole.lstrip("+-")) + len(part) > MOST_DIGITS
        or len(power) > len(str(LARGEST_EXPONENT))
        or int(power or "0") > LARGEST_EXPONENT
    ):
        raise FieldError("D107", digits=MOST_DIGITS, exponent=LARGEST_EXPONENT)
    tens = int(exponent or "0") - len(part)
    over = int(whole + part)
    return Fraction(over * 10**tens) if tens >= 0 else Fraction(over, 10**-tens)


def parse_integer(value: object) -> int:
    """Return the whole number that a text stands for."""
    return int(_spelt(value, _INTEGER, "D109"))


def parse_boolean(value: object) -> bool:
    """Return the truth that a word stands for."""
    if not isinstance(value, str) or value not in BOOLEANS:
        raise FieldError("D110")
    return BOOLEANS[value]


def parse_date(value: object) -> date:
    """Return the day that a text such as 2026-09-13 stands for."""
    try:
        return date.fromisoformat(_spelt(value, _DATE, "D111"))
    except ValueError:  # also a fault of its spelling
        raise FieldError("D111") from None


def parse_cell(value: object) -> str:
    """Return the address of a cell, such as H14."""
    return _spelt(value, _CELL, "D118").upper()


def parse_pair(value: object) -> Range:
    """Return the two numbers of a list."""
    if not isinstance(value, list) or len(value) != _PAIR:
        raise FieldError("D114")
    if not all(isinstance(item, str) and _NUMBER.fullmatch(item) for item in value):
        raise FieldError("D114")
    return parse_number(value[0]), parse_number(value[1])


def parse_number_or_pair(value: object) -> Fraction | Range:
    """Return a number, or the two of a list."""
    return parse_pair(value) if isinstance(value, list) else parse_number(value)


def parse_cap(value: object) -> Fraction | None:
    """Return the highest share: a number, 1 for a yes, None for a no."""
    if isinstance(value, str) and value in BOOLEANS:
        return Fraction(1) if BOOLEANS[value] else None
    return parse_number(value)


def parse_bands(value: object) -> Fraction | tuple[Fraction, ...]:
    """Return how many bands there are, or the score of each."""
    if isinstance(value, list):
        _within(len(value), _FEWEST_BANDS, _MOST_BANDS)
        return tuple([parse_number(item) for item in value])
    return Fraction(_within(parse_integer(value), _FEWEST_BANDS, _MOST_BANDS))


def number_between(low: int, high: int | None) -> Parsed:
    """Return the annotation of a number from *low* to *high*."""
    return _between(parse_number, NUMBER, low, high)


def integer_between(low: int, high: int) -> Parsed:
    """Return the annotation of a whole number from *low* to *high*."""
    return _between(parse_integer, INTEGER, low, high)


def _between(
    parse: Callable[[object], Amount], any_size: Parsed, low: int, high: int | None
) -> Parsed:
    bounds = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    return Parsed(lambda value: _within(parse(value), low, high), any_size.json | bounds)


def _within(number: Amount, low: int, high: int | None) -> Amount:
    if number < low or (high is not None and number > high):
        raise FieldError("D108", low=low, high=high)
    return number


def one_of(kind: type[Name]) -> Parsed:
    """Return the annotation of one of the names of *kind*."""
    members: dict[Any, Name] = {member.value: member for member in kind}

    def parse(value: object) -> Name:
        if not isinstance(value, str) or value not in members:
            raise FieldError("D113", known=tuple(members))
        return members[value]

    return Parsed(parse, {"enum": list(members)})


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^{pattern.pattern}$"


TEXT = Parsed(parse_text, {"type": ["string", "number", "boolean"], "minLength": 1})
ID = Parsed(parse_id, {"type": ["string", "boolean"], "pattern": _whole(ID_SPELLING)})
ID_PATTERN = Parsed(parse_id_pattern, {"type": "string", "pattern": _whole(_ID_PATTERN)})
NUMBER = Parsed(parse_number, {"type": ["number", "string"], "pattern": _whole(_NUMBER)})
INTEGER = Parsed(parse_integer, {"type": ["integer", "string"], "pattern": _whole(_INTEGER)})
FLAG = Parsed(parse_boolean, {"enum": [True, False, *BOOLEANS]})
DAY = Parsed(parse_date, {"type": "string", "format": "date", "pattern": _whole(_DATE)})
CELL = Parsed(parse_cell, {"type": "string", "pattern": _whole(_CELL)})
PAIR = Parsed(
    parse_pair, {"type": "array", "items": NUMBER.json, "minItems": _PAIR, "maxItems": _PAIR}
)
NUMBER_OR_PAIR = Parsed(parse_number_or_pair, {"anyOf": [NUMBER.json, PAIR.json]})

Text = Annotated[str, TEXT]
Texts = Annotated[tuple[Text, ...], Listed(TEXT.json)]
Id = Annotated[str, ID]
Ids = Annotated[tuple[Id, ...], Listed(ID.json)]
IdPattern = Annotated[str, ID_PATTERN]
IdPatterns = Annotated[tuple[IdPattern, ...], Listed(ID_PATTERN.json)]
Number = Annotated[Fraction, NUMBER]
Share = Annotated[Fraction, number_between(0, 1)]
Cost = Annotated[Fraction, number_between(0, None)]
Year = Annotated[int, integer_between(1, 9999)]
Decimals = Annotated[int, integer_between(0, 15)]
Flag = Annotated[bool, FLAG]
Day = Annotated[date, DAY]
Cell = Annotated[str, CELL]
Pair = Annotated[Range, PAIR]

CAP = Parsed(parse_cap, {"anyOf": [FLAG.json, NUMBER.json]})
BANDS = Parsed(
    parse_bands,
    {
        "anyOf": [
            {"type": "integer", "minimum": _FEWEST_BANDS, "maximum": _MOST_BANDS},
            {
                "type": "array",
                "items": NUMBER.json,
                "minItems": _FEWEST_BANDS,
                "maxItems": _MOST_BANDS,
            },
        ]
    },
)
WholeNumber = Annotated[int, integer_between(0, 10**6)]
Respondents = Annotated[int, integer_between(1, 10**6)]


def _evidence_model() -> object:
    return Annotated[Evidence, WANTED] | dict[Number, Texts]


WANTED = one_of(Evidence)
EVIDENCE = Parsed(
    WANTED.parse,
    {
        "anyOf": [
            WANTED.json,
            {
                "type": "object",
                "propertyNames": {"pattern": _whole(_NUMBER)},
                "additionalProperties": {
                    "anyOf": [TEXT.json, {"type": "array", "items": TEXT.json}]
                },
            },
        ]
    },
    _evidence_model,
)
"""Whether an answer must name evidence, or which items each level asks for."""
