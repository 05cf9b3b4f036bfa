"""Plain data to the dataclass that describes them, where nothing is wrong.

It says only that something is wrong, not all that is: ``faults`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kediri_index.definition.specs.parsed import FieldError, Listed, Parsed, key_of, listed
from kediri_index.definition.specs.values import PARSED, one_of

Reader = Callable[[Any], Any]
Part = TypeVar("Part")


def read(kind: type[Part], data: object) -> Part:
    """Return *data* as the dataclass *kind*; raises FieldError where anything is wrong."""
    if not isinstance(data, dict):
        raise FieldError("dataclass_type")
    readers, required = _keys(cast("Hashable", kind))
    if not required <= data.keys() <= readers.keys():
        raise FieldError("keys")
    values = {}
    for key, value in data.items():
        name, reader = readers[key]
        values[name] = reader(value)
    return kind(**values)


@cache
def _keys(kind: Any) -> tuple[dict[str, tuple[str, Reader]], set[str]]:  # noqa: ANN401 - any dataclass
    """Return the field and the reader of each key of *kind*, and the keys that must be there."""
    hints = get_type_hints(kind, include_extras=True)
    readers = {key_of(item.name): (item.name, _reader(hints[item.name])) for item in fields(kind)}
    required = {
        key_of(item.name)
        for item in fields(kind)
        if item.default is MISSING and item.default_factory is MISSING
    }
    return readers, required


def _reader(hint: Any) -> Reader:  # noqa: ANN401 - a type of any kind
    """Return what makes a value of type *hint* of plain data."""
    if hint in PARSED:
        return PARSED[hint].parse
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: read(hint, data)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return one_of(hint).parse
    return _reader_of_parts(hint)


def _reader_of_parts(hint: Any) -> Reader:  # noqa: ANN401 - likewise
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1])
    if origin in {Union, UnionType}:
        return _optional(_reader(reduce(or_, (item for item in arguments if item is not NoneType))))
    if origin is tuple:
        return _list_of(_reader(arguments[0]))
    if origin in {dict, Mapping}:
        return _mapping_of(_reader(arguments[0]), _reader(arguments[1]))
    message = f"no reader for {hint!r}"
    raise TypeError(message)


def _annotated(hint: Any, annotation: object) -> Reader:  # noqa: ANN401 - likewise
    if isinstance(annotation, Parsed):
        return annotation.parse
    if isinstance(annotation, Listed):
        inner = _reader(hint)
        return lambda data: inner(listed(data))
    message = f"no reader for {annotation!r}"
    raise TypeError(message)


def _optional(reader: Reader) -> Reader:
    return lambda data: None if data is None else reader(data)


def _list_of(reader: Reader) -> Reader:
    def read_list(data: object) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise FieldError("tuple_type")
        return tuple([reader(item) for item in data])

    return read_list


def _mapping_of(key: Reader, value: Reader) -> Reader:
    def read_mapping(data: object) -> dict[Any, Any]:
        if not isinstance(data, dict):
            raise FieldError("dict_type")
        found = {key(name): value(item) for name, item in data.items()}
        if len(found) < len(data):
            raise FieldError("equal_keys")
        return found

    return read_mapping
