"""The keys of definition, profile and waivers, read from the dataclasses that describe them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING
from enum import StrEnum
from fractions import Fraction
from inspect import get_annotations
from typing import Any

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
from kediri_index.definition.specs.fields import Field, Shape, fields_of
from kediri_index.definition.specs.parsed import Json, Parsed
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
    TEXT,
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
    listed = [_key(kind, key, field) for key, field in fields_of(kind).items()]
    yield from sorted(listed, key=lambda key: not key.required)


def _key(kind: type[Any], key: str, field: Field) -> Key:
    text = f"{_declared_by(kind, field.name)}.{key}"
    given = field.default
    if given is None and kind in _STEPS:
        given = fields_of(_STEPS[kind])[key].default
    required = given is MISSING
    default = None if required else default_text(given) or _LEFT_OUT.get(text)
    return Key(key, text, holds(field.shape), required, default, KEY_EXAMPLES[text])


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


def holds(shape: Shape) -> Holds:
    """Return what a value of *shape* is in a file."""
    if shape.parsed is not None:
        return _single(shape.parsed)
    if shape.items is not None:
        return holds(shape.items)._replace(many=True)
    if shape.keys is not None and shape.values is not None:
        return holds(shape.values)._replace(key=holds(shape.keys).word)
    return Holds("part", part=TITLES[shape.part])


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
