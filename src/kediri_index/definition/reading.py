"""A marked tree to the dataclass that describes it: read once, with every fault at its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial, reduce
from operator import or_
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from kediri_index.definition.faults import Faults
from kediri_index.definition.nodes import MarkedMapping, MarkedScalar, MarkedSequence, Node, plain
from kediri_index.definition.specs.parsed import FieldError, Listed, Parsed, UnusableError, key_of
from kediri_index.definition.specs.scoring import SCORE, RangeSpec, ScoreSpec, parse_method
from kediri_index.definition.specs.values import LEVEL, PARSED, one_of, parse_text
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import Level

Reader = Callable[[Node, str, Faults], Any]
"""Makes a value of a node under a key; raises FieldError where it is none."""

Spec = TypeVar("Spec")

_ITEM_LISTS = frozenset({"groups", "indicators", "classes", "opd", "prepare", "waivers"})
"""Lists that can do without a faulty item."""


class Field(NamedTuple):
    """The value of one key, and the argument that takes it."""

    name: str
    read: Reader


class Part(NamedTuple):
    """A mapping: its keys, the arguments that it must have, and what is made of them."""

    fields: Mapping[str, Field]
    required: frozenset[str]
    make: Callable[..., Any]


def read(kind: type[Spec], tree: MarkedMapping) -> tuple[Spec | None, list[Finding]]:
    """Return *tree* as a *kind*, and the faults; None where no part of it can be used.

    A faulty value is cut out of *tree* and leaves a hole, so that everything else can still be
    checked; with faults, the result is good for further checks only.
    """
    faults = Faults()
    try:
        return _read_part(part_of(cast("Hashable", kind)), tree, faults), faults.findings
    except UnusableError:
        return None, faults.findings


def _read_part(part: Part, node: Node, faults: Faults) -> Any:  # noqa: ANN401 - whatever it makes
    if not isinstance(node, MarkedMapping):
        raise FieldError("D104")
    values: dict[str, Any] = {}
    faulty: dict[str, FieldError | None] = {}
    for key, entry in node.entries.items():
        field = part.fields.get(key)
        if field is None:
            faulty[key] = None
            continue
        try:
            values[field.name] = field.read(entry.value, key, faults)
        except FieldError as fault:
            faulty[key] = fault
    if faulty or not part.required <= values.keys():
        faults.settle(part, node, values, faulty)
    return part.make(**values)


@cache
def part_of(kind: Any) -> Part:  # noqa: ANN401 - any dataclass
    """Return what a mapping holds that stands for the dataclass *kind*."""
    hints = get_type_hints(kind, include_extras=True)
    required = {
        item.name
        for item in fields(kind)
        if item.default is MISSING and item.default_factory is MISSING
    }
    readers = {
        key_of(item.name): Field(item.name, _reader(hints[item.name])) for item in fields(kind)
    }
    return Part(readers, frozenset(required), kind)


@cache
def score_part(kind: Any) -> Part:  # noqa: ANN401 - any scoring method
    """Return what ``score:`` holds with the method *kind*."""
    common, own = part_of(RangeSpec), part_of(kind)

    def make(**values: Any) -> ScoreSpec:  # noqa: ANN401 - of many types
        said = {name: values.pop(name) for name in ("to", "outside") if name in values}
        del values["method"]
        return ScoreSpec(method=kind(**values), **said)

    named = {"method": Field("method", _single(parse_text))}
    return Part({**named, **common.fields, **own.fields}, own.required | {"method"}, make)


def _reader(hint: Any) -> Reader:  # noqa: ANN401 - a type of any kind
    """Return what makes a value of type *hint*."""
    if hint in PARSED:
        return _parsed(PARSED[hint])
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda node, _key, faults: _read_part(part_of(hint), node, faults)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _parsed(one_of(hint))
    return _reader_of_parts(hint)


def _reader_of_parts(hint: Any) -> Reader:  # noqa: ANN401 - likewise
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated and isinstance(arguments[1], Parsed):
        return _parsed(arguments[1])
    if origin is Annotated and isinstance(arguments[1], Listed):
        return partial(_read_list, _reader(get_args(arguments[0])[0]), single=True)
    if origin in {Union, UnionType}:
        return _optional(_reader(reduce(or_, (item for item in arguments if item is not NoneType))))
    if origin is tuple:
        return partial(_read_list, _reader(arguments[0]))
    if origin in {dict, Mapping}:
        return partial(_read_mapping, _parsed_key(arguments[0]), _reader(arguments[1]))
    message = f"no reader for {hint!r}"
    raise TypeError(message)


def _parsed(parsed: Parsed) -> Reader:
    if parsed is SCORE:
        return _read_score
    return _read_level if parsed is LEVEL else _single(parsed.parse)


def _parsed_key(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - likewise
    parsed = PARSED[hint] if hint in PARSED else get_args(hint)[1]
    return cast("Parsed", parsed).parse


def _single(parse: Callable[[Any], Any]) -> Reader:
    return lambda node, _key, _faults: parse(plain(node))


def _optional(reader: Reader) -> Reader:
    def read_optional(node: Node, key: str, faults: Faults) -> Any:  # noqa: ANN401 - what it reads
        if isinstance(node, MarkedScalar) and node.is_null:
            return None
        return reader(node, key, faults)

    return read_optional


def _read_score(node: Node, _key: str, faults: Faults) -> Any:  # noqa: ANN401 - a ScoreSpec
    if not isinstance(node, MarkedMapping):
        raise FieldError("D104")
    named = node.get("method")
    if named is None:
        faults.missing(node, "method")
        raise UnusableError
    try:
        kind = parse_method(plain(named))
    except FieldError as fault:
        faults.add(fault, named, "method")
        raise UnusableError from None
    return _read_part(score_part(cast("Hashable", kind)), node, faults)


def _read_level(node: Node, _key: str, faults: Faults) -> str | Level:
    if not isinstance(node, MarkedMapping):
        return parse_text(plain(node))
    level: Level = _read_part(part_of(cast("Hashable", Level)), node, faults)
    return level.name if level.score is None else level


def _read_list(
    reader: Reader, node: Node, key: str, faults: Faults, *, single: bool = False
) -> tuple[Any, ...]:
    if single and isinstance(node, MarkedScalar) and not node.is_null:
        items: list[Node] = [node]
    elif isinstance(node, MarkedSequence):
        items = node.items
    else:
        raise FieldError("D105")
    found: list[Any] = []
    kept: list[Node] = []
    of_indicators = key == "indicators"
    for item in items:
        if of_indicators:
            faults.indicator = item.text("id") if isinstance(item, MarkedMapping) else None
        try:
            found.append(reader(item, key, faults))
        except FieldError as fault:
            faults.add(fault, item, key)
        else:
            kept.append(item)
    if of_indicators:
        faults.indicator = None
    if len(kept) < len(items):
        if key not in _ITEM_LISTS or not isinstance(node, MarkedSequence):
            raise UnusableError
        node.items, node.has_holes = kept, True
    return tuple(found)


def _read_mapping(
    parse_key: Callable[[Any], Any], reader: Reader, node: Node, _key: str, faults: Faults
) -> dict[Any, Any]:
    if not isinstance(node, MarkedMapping):
        raise FieldError("D104")
    found: dict[Any, Any] = {}
    spelt: dict[Any, str] = {}
    faulty: list[str] = []
    for name, (key_node, value) in node.entries.items():
        try:
            known = parse_key(name)
            first = spelt.setdefault(known, name)
        except FieldError as fault:
            faults.add(fault, key_node, name)
            faulty.append(name)
            known, first = None, name
        if first != name:
            raise FieldError("D117", first=first, second=name)
        try:
            found[known] = reader(value, name, faults)
        except FieldError as fault:
            faults.add(fault, value, name)
            faulty.append(name)
    for name in dict.fromkeys(faulty):
        found.pop(None, None)
        faults.cut(node, name)
    return found
