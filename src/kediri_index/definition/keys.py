"""The keys of definition, profile and waivers, read from the dataclasses that describe them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from inspect import get_annotations
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from kediri_index.definition.key_examples import KEY_EXAMPLES
from kediri_index.definition.specs.aggregation import AGGREGATION, FORMS
from kediri_index.definition.specs.definition import (
    ClassSpec,
    DeclaredSpec,
    DefinitionSpec,
    GroupSpec,
    IndicatorSpec,
    MissingSpec,
    NameSpec,
    PublishSpec,
    ScaleSpec,
)
from kediri_index.definition.specs.parsed import Json, Parsed, key_of
from kediri_index.definition.specs.prepare import ImputeSpec, ScreenSpec, StepSpec, TreatSpec
from kediri_index.definition.specs.profile import OpdSpec, ProfileSpec, SharedSpec
from kediri_index.definition.specs.scoring import SCORE_SCHEMA, RangeSpec, ScoreSpec
from kediri_index.definition.specs.values import (
    BANDS,
    CAP,
    CELL,
    DAY,
    FLAG,
    ID,
    ID_PATTERN,
    INTEGER,
    LEVEL,
    NUMBER,
    NUMBER_OR_PAIR,
    PAIR,
    PARSED,
    TEXT,
    one_of,
)
from kediri_index.definition.specs.waivers import PlaceSpec, WaiverSpec
from kediri_index.messages.numbers import plain
from kediri_index.model.keys import Holds, Key, Keys, Method, Part
from kediri_index.model.scoring import Level, PanelMethod
from kediri_index.scoring.aggregations import AGGREGATIONS, DEFAULT
from kediri_index.scoring.methods import METHODS
from kediri_index.scoring.methods.as_given import AsGiven
from kediri_index.scoring.methods.bands import Band
from kediri_index.scoring.normalisations.standing import ByRank
from kediri_index.scoring.prepare.impute import Impute
from kediri_index.scoring.prepare.treat import Treat

NAMES: dict[type[Any], str] = {
    DefinitionSpec: "definition",
    NameSpec: "name",
    DeclaredSpec: "declared",
    ScaleSpec: "scale",
    PublishSpec: "publish",
    MissingSpec: "missing",
    ClassSpec: "classes",
    GroupSpec: "groups",
    IndicatorSpec: "indicators",
    ScoreSpec: "score",
    RangeSpec: "score",
    Band: "band",
    Level: "level",
    StepSpec: "prepare",
    ImputeSpec: "impute",
    ScreenSpec: "screen",
    TreatSpec: "treat",
    ProfileSpec: "profile",
    OpdSpec: "opd",
    SharedSpec: "shared",
    WaiverSpec: "waivers",
    PlaceSpec: "place",
    PanelMethod: "over_units",
    ByRank: "by_rank",
}
"""What the texts and examples call a part."""

TITLES = NAMES | {DeclaredSpec: "kinds"}
"""What the reference calls it where it stands by itself."""

_STEPS: dict[type[Any], type[Any]] = {ImputeSpec: Impute, TreatSpec: Treat}
"""What has the default of a key that the file's own dataclass leaves open."""

_LEFT_OUT = {"definition.aggregate": DEFAULT, "definition.score": AsGiven.name}
"""What a definition is read as that says neither."""

_WORDS: dict[Parsed, str] = {
    TEXT: "text",
    ID: "id",
    ID_PATTERN: "id-pattern",
    NUMBER: "number",
    INTEGER: "integer",
    FLAG: "flag",
    DAY: "day",
    CELL: "cell",
    PAIR: "pair",
    NUMBER_OR_PAIR: "number-or-pair",
    CAP: "cap",
    BANDS: "bands",
}
_DEFINITION_PARTS = (
    DefinitionSpec,
    ScaleSpec,
    PublishSpec,
    MissingSpec,
    ClassSpec,
    DeclaredSpec,
    GroupSpec,
    IndicatorSpec,
)
_LATER_PARTS = (Level, Band, StepSpec, ImputeSpec, ScreenSpec, TreatSpec)


def definition_keys() -> Keys:
    """Return the keys of a definition."""
    parts = [*map(_part, _DEFINITION_PARTS), _score_part(), *map(_part, _LATER_PARTS)]
    return Keys(
        tuple(parts),
        tuple(map(_method, METHODS)),
        tuple(zip(AGGREGATIONS, FORMS, strict=True)),
    )


def profile_keys() -> Keys:
    """Return the keys of a profile."""
    return Keys((_part(ProfileSpec), _part(OpdSpec), _part(SharedSpec)))


def waivers_keys() -> Keys:
    """Return the keys of an entry in a list of waivers."""
    return Keys((_part(WaiverSpec), _part(PlaceSpec)))


def _part(kind: type[Any]) -> Part:
    return Part(TITLES[kind], tuple(_keys(kind)))


def _score_part() -> Part:
    """Return the keys that ``score:`` has whatever the method."""
    method = Key(
        "method",
        "score.method",
        Holds("part", part="method"),
        required=True,
        default=None,
        example=KEY_EXAMPLES["score.method"],
    )
    return Part("score", (method, *_keys(RangeSpec)))


def _method(name: str) -> Method:
    kind: Any = METHODS[name]
    keys = tuple(_keys(kind))
    needs = ", ".join(dict.fromkeys(key.example for key in keys if key.required))
    parameters = tuple(
        key._replace(example=_braced(f"method: {name}", _with_needs(key, needs))) for key in keys
    )
    return Method(
        name,
        kind.reads.value,
        kind.default_outside.value,
        _braced(f"method: {name}", needs),
        parameters,
    )


def _with_needs(key: Key, needs: str) -> str:
    """Return the example of a parameter; one that all methods share needs what this one does."""
    shared = key.text.partition(".")[0] in {NAMES[PanelMethod], NAMES[ByRank]}
    return ", ".join(filter(None, (needs, key.example))) if shared else key.example


def _braced(*said: str) -> str:
    return f"{{{', '.join(one for one in said if one)}}}"


def _keys(kind: type[Any]) -> Iterator[Key]:
    """Yield the keys of *kind*: those that must be there first."""
    hints = get_type_hints(kind, include_extras=True)
    listed = [_key(kind, item, hints[item.name]) for item in fields(kind)]
    yield from sorted(listed, key=lambda key: not key.required)


def _key(kind: type[Any], item: Field[Any], hint: Any) -> Key:  # noqa: ANN401 - a type of any kind
    name = key_of(item.name)
    text = f"{_declared_by(kind, item.name)}.{name}"
    given = item.default
    if given is MISSING and item.default_factory is not MISSING:
        given = item.default_factory()
    if given is None and kind in _STEPS:
        given = next(one.default for one in fields(_STEPS[kind]) if one.name == item.name)
    required = given is MISSING
    default = None if required else default_text(given) or _LEFT_OUT.get(text)
    return Key(name, text, holds(hint), required, default, KEY_EXAMPLES[text])


def _declared_by(kind: type[Any], name: str) -> str:
    """Return the part that declares the field, which may be one that *kind* inherits from."""
    for one in reversed(kind.__mro__):
        if name in get_annotations(one):
            return NAMES.get(one) or kind.name
    raise LookupError(name)


def default_text(value: object) -> str | None:
    """Return a default as a file would say it; None where it says nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    match value:
        case Fraction():
            return plain(value)
        case StrEnum():
            return value.value
        case int() | str():
            return str(value)
        case tuple() if value:
            return f"[{', '.join(filter(None, map(default_text, value)))}]"
    return None


def holds(hint: Any) -> Holds:  # noqa: ANN401, PLR0911 - a type of any kind; one return a form
    """Return what a value of type *hint* is in a file."""
    if hint in PARSED:
        return _single(PARSED[hint])
    if isinstance(hint, type) and is_dataclass(hint):
        return Holds("part", part=TITLES[hint])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _single(one_of(hint))
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        annotation = arguments[1]
        return _single(annotation) if isinstance(annotation, Parsed) else holds(arguments[0])
    if origin in {Union, UnionType}:
        return holds(reduce(or_, (item for item in arguments if item is not NoneType)))
    if origin is tuple:
        return holds(arguments[0])._replace(many=True)
    if origin in {dict, Mapping}:
        return holds(arguments[1])._replace(key=holds(arguments[0]).word)
    message = f"no words for {hint!r}"
    raise TypeError(message)


def _single(parsed: Parsed) -> Holds:
    if parsed is AGGREGATION:
        return Holds("part", part="aggregate")
    if parsed.json is SCORE_SCHEMA:
        return Holds("part", part="score")
    if parsed is LEVEL:
        return Holds("part", part="level")
    json: Json = parsed.json
    if parsed in _WORDS:
        return Holds(_WORDS[parsed])
    if "enum" in json:
        return Holds("one-of", tuple(dict.fromkeys(map(str, json["enum"]))))
    word = "integer" if "integer" in json["type"] else "number"
    return Holds(word, low=json.get("minimum"), high=json.get("maximum"))
