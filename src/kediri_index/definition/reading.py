"""A tree of YAML to the dataclass that declares it: read once, with every fault at its place.

A faulty value is cut out of the tree and leaves a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import MISSING
from functools import cache, partial
from typing import (
    Any,
    NamedTuple,
    TypeVar,
    cast,
)

from kediri_index.definition.shapes import LEVEL, Field, Shape, fields_of, shape_of
from kediri_index.definition.source import (
    Entry,
    MarkedMapping,
    MarkedScalar,
    MarkedSequence,
    Node,
    plain,
    seen,
)
from kediri_index.definition.specs import SCORE, ScoreSpec, fields_of_score, parse_method
from kediri_index.definition.values import (
    EVIDENCE,
    FieldError,
    Number,
    Parsed,
    Texts,
    UnusableError,
    parse_text,
)
from kediri_index.model.findings import Finding, Mark
from kediri_index.model.language import Instead
from kediri_index.model.scoring import Level
from kediri_index.model.text import Names, Suggestion
from kediri_index.scoring.methods import METHODS

Reader = Callable[[Node, str, "Faults"], Any]
"""Makes a value of a node under a key; raises FieldError where it is none."""

Spec = TypeVar("Spec")

_ITEM_LISTS = frozenset({"groups", "indicators", "classes", "opd", "prepare", "waivers"})
"""Lists that can do without a faulty item."""

_MISSING, _UNKNOWN, _NO_VALUE = "D101", "D102", "D116"
_KEY_WORD, _VALUE_WORD = "D701", "D702"
_TIGHT = "D712"
_NO_MAPPING, _ENDS = "D104", {"min", "max"}
_NO_LIST, _NO_HYPHENS, _OUTSIDE = "D105", "D715", "D716"
_NO_TRUTH, _TRUTHS = "D110", ("true", "false")
_OF_NUMBERS = frozenset({"D106", "D114"})
_STAND_INS = {
    "kediri_index": "1",
    "id": "unknown",
    "version": "0",
    "status": "own",
    "title": "–",
    "name": "–",
    "kind": "unknown",
    "in": "unknown",
}
"""What is read in place of a value that nothing can do without."""


class KeyReader(NamedTuple):
    """What reads the value of one key, of which *shape*, and the argument that takes it."""

    name: str
    read: Reader
    shape: Shape

    def may_hold(self, key: str) -> bool:
        """Return whether the value may have the *key*."""
        if self.shape.part is not None:
            return key in fields_of(self.shape.part)
        if self.shape.parsed is SCORE:
            return any(key in fields_of_score(method) for method in METHODS.values())
        return self.shape.values is not None

    @property
    def is_range(self) -> bool:
        """Whether the value is the two ends of a range."""
        return self.shape.part is not None and fields_of(self.shape.part).keys() == _ENDS

    def is_item(self, node: Node) -> bool:
        """Return whether *node* looks like an item of the list that the value should be."""
        from kediri_index.definition.words import key_meant  # noqa: PLC0415 - only of faults

        if self.shape.items is None or self.shape.items.part is None:
            return False
        known = fields_of(self.shape.items.part)
        keys = node.entries if isinstance(node, MarkedMapping) else ()
        return any(key in known or key_meant(key, known) for key in keys)


class MappingReader(NamedTuple):
    """A mapping: its keys, the arguments that it must have, and what is made of them."""

    fields: Mapping[str, KeyReader]
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


def _read_part(part: MappingReader, node: Node, faults: Faults) -> Any:  # noqa: ANN401 - whatever it makes
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
def part_of(kind: Any) -> MappingReader:  # noqa: ANN401 - any dataclass
    """Return what a mapping holds that stands for the dataclass *kind*."""
    return _part(fields_of(kind), kind)


@cache
def score_part(kind: Any) -> MappingReader:  # noqa: ANN401 - any scoring method
    """Return what ``score:`` holds with the method *kind*."""

    def make(**values: Any) -> ScoreSpec:  # noqa: ANN401 - of many types
        said = {name: values.pop(name) for name in ("to", "outside") if name in values}
        del values["method"]
        return ScoreSpec(method=kind(**values), **said)

    return _part(fields_of_score(kind), make)


def _part(fields: Mapping[str, Field], make: Callable[..., Any]) -> MappingReader:
    readers = {
        key: KeyReader(one.name, _reader(one.shape), one.shape) for key, one in fields.items()
    }
    required = frozenset(one.name for one in fields.values() if one.default is MISSING)
    return MappingReader(readers, required, make)


def _reader(shape: Shape) -> Reader:
    """Return what makes a value of *shape*."""
    reader = _reader_of(shape)
    return _optional(reader) if shape.optional else reader


def _reader_of(shape: Shape) -> Reader:
    if shape.parsed is not None:
        return _parsed(shape.parsed)
    if shape.items is not None:
        return partial(_read_list, _reader(shape.items), single=shape.single)
    if shape.values is not None:
        keys = cast("Shape", shape.keys)
        return partial(_read_mapping, cast("Parsed", keys.parsed).parse, _reader(shape.values))
    return lambda node, _key, faults: _read_part(part_of(shape.part), node, faults)


def _parsed(parsed: Parsed) -> Reader:
    if parsed is SCORE:
        return _read_score
    if parsed is EVIDENCE:
        return _read_evidence
    return _read_level if parsed is LEVEL else _single(parsed.parse)


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


def _read_evidence(node: Node, key: str, faults: Faults) -> Any:  # noqa: ANN401 - of two kinds
    if not isinstance(node, MarkedMapping):
        return EVIDENCE.parse(plain(node))
    return _reader(shape_of(dict[Number, Texts]))(node, key, faults)


def _closer(fault: FieldError, key: KeyReader, node: Node) -> FieldError:
    """Return the *fault* of a list or mapping with what *node* perhaps means."""
    from kediri_index.definition.slips import as_mapping  # noqa: PLC0415 - only of faults

    if fault.code == _NO_LIST and key.is_item(node):
        return FieldError(_NO_HYPHENS)
    if fault.code == _NO_MAPPING and key.is_range:
        return FieldError(_NO_MAPPING, instead=as_mapping(node))
    return fault


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
            no_value = isinstance(value, MarkedScalar) and value.is_null
            faults.add((no_value and _tight(parse_key, name)) or fault, key_node, name)
            faulty.append(name)
            if no_value:
                continue
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


def _tight(parse_key: Callable[[Any], Any], name: str) -> FieldError | None:
    """Return the fault of a key and a text without a colon between them, None where it is none."""
    key, _, text = name.partition(" ")
    try:
        parse_key(key)
    except FieldError:
        return None
    return FieldError(_TIGHT, instead=Instead(f"{key}: {text}")) if text else None


class Faults:
    """The findings of one tree so far; *indicator* is the one that is being read."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.indicator: str | None = None
        self._names: dict[tuple[str, ...], Names] = {}

    def add(self, fault: FieldError, node: Node, key: str) -> None:
        """Add that *node*, which stands under *key*, has the *fault*."""
        if isinstance(fault, UnusableError):
            return
        from kediri_index.definition.slips import as_written  # noqa: PLC0415 - only of faults
        from kediri_index.definition.words import value_meant  # noqa: PLC0415 - likewise

        value = seen(node)
        params: dict[str, Any] = {**fault.params, "key": key}
        code = fault.code
        if fault.code in _OF_NUMBERS:
            params["instead"] = as_written(node, key)
        elif fault.code == _NO_MAPPING:
            params.setdefault("instead", Instead(None))
        meant = value_meant(value, params.get("known", _TRUTHS if fault.code == _NO_TRUTH else ()))
        if meant is not None:
            code, params = _VALUE_WORD, {"key": key, "meant": meant}
        elif "known" in params:  # a value of several words says which one is meant, and of which
            word = params.pop("word", None) or value
            params["near"] = self._near(word, params.pop("names", params["known"]))
        is_null = isinstance(node, MarkedScalar) and node.is_null
        self._say(_NO_VALUE if is_null else code, node.mark, value, params)

    def missing(self, node: MarkedMapping, key: str) -> None:
        """Add that *node* lacks *key*, unless what stood there is a fault already."""
        from kediri_index.definition.words import key_meant  # noqa: PLC0415 - likewise

        if key not in node.holes and not any(key_meant(name, (key,)) for name in node.entries):
            self._say(_MISSING, node.mark, None, {"key": key})

    def settle(
        self,
        part: MappingReader,
        node: MarkedMapping,
        values: dict[str, Any],
        faulty: Mapping[str, FieldError | None],
    ) -> None:
        """Add what is wrong with the keys of *node*, cut it out, and put stand-ins into *values*.

        *faulty* has the fault of each key, None where *part* knows no such key. Raises
        UnusableError where nothing can stand in.
        """
        lost = node.holes.keys() - node.entries.keys()
        for key, (name, *_) in part.fields.items():
            if (fault := faulty.get(key)) is not None:
                value = node.entries[key].value
                self.add(_closer(fault, part.fields[key], value), value, key)
            elif name in part.required and key not in node.entries:
                self.missing(node, key)
        broken = self._unknown(part, node, [key for key in faulty if key not in part.fields])
        for key in dict.fromkeys((*faulty, *broken)):
            self.cut(node, key)
            if key in part.fields:
                values.pop(part.fields[key].name, None)
        for key, (name, read, _) in part.fields.items():
            if name in part.required and name not in values:
                if key not in _STAND_INS or key in lost:
                    raise UnusableError
                mark = node.holes.setdefault(key, node.mark)
                stand_in = MarkedScalar.at(mark, _STAND_INS[key])
                node.entries[key] = Entry(MarkedScalar.at(mark, key), stand_in)
                values[name] = read(stand_in, key, self)

    def cut(self, node: MarkedMapping, key: str) -> None:
        """Take *key* out of *node*."""
        node.holes[key] = node.entries.pop(key).key.mark

    def _unknown(self, part: MappingReader, node: MarkedMapping, keys: Sequence[str]) -> list[str]:
        """Add that *keys* are not known; return those keys whose numbers they are the rest of."""
        from kediri_index.definition import slips  # noqa: PLC0415 - only of faults
        from kediri_index.definition.words import key_meant  # noqa: PLC0415 - likewise

        known, broken = tuple(part.fields), []
        texts = slips.broken_texts(node) if keys else {}
        outside = slips.outside_of_value(node, known) if keys else {}
        for key in keys:
            mark, parent = node.entries[key].key.mark, outside.get(key)
            before, colon, after = key.partition(":")
            if (number := slips.broken_number(node, key)) is not None:
                broken.append(number[0])
                self._found(number[1])
            elif colon and (before in known or key_meant(before, known)):
                self._say(_TIGHT, mark, key, {"instead": Instead(f"{before}: {after}")})
            elif (text := texts.get(key)) is not None:
                self._found(text)
            elif (meant := key_meant(key, known)) is not None:
                self._say(_KEY_WORD, mark, key, {"meant": meant})
            elif parent is not None and part.fields[parent].may_hold(key):
                self._say(_OUTSIDE, mark, key, {"parent": parent})
            else:
                self._say(_UNKNOWN, mark, key, {"known": known, "near": self._near(key, known)})
        return broken

    def _found(self, finding: Finding) -> None:
        """Add a *finding* about the indicator that is being read, once."""
        own = finding._replace(indicator=self.indicator)
        if own not in self.findings[-1:]:
            self.findings.append(own)

    def _near(self, word: str, names: tuple[str, ...]) -> Suggestion:
        return self._names.setdefault(names, Names(names)).suggest(word)

    def _say(self, code: str, mark: Mark, value: str | None, params: Mapping[str, object]) -> None:
        self.findings.append(Finding.at_mark(code, mark, value, self.indicator, **params))
