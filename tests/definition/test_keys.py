"""Every key has a meaning in both languages, and an example that loads as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kediri_index.definition.json_schema import definition_schema, profile_schema, waivers_schema
from kediri_index.definition.keys import (
    KEY_EXAMPLES,
    NAMES,
    definition_keys,
    profile_keys,
    waivers_keys,
)
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file, load_waivers_file
from kediri_index.definition.reading import read
from kediri_index.definition.source import BOOLEANS, read_source
from kediri_index.definition.specs import DefinitionSpec, ProfileSpec, ScoreSpec, WaiversSpec
from kediri_index.definition.values import key_of
from kediri_index.messages.screens.keys import KEY_TEXTS, REFERENCE_TEXTS, key_text
from kediri_index.model.keys import Key, Keys
from kediri_index.model.language import Language
from kediri_index.model.limits import Limits
from kediri_index.scoring.aggregations import AGGREGATIONS
from kediri_index.scoring.aggregations.arithmetic import Arithmetic
from kediri_index.scoring.methods import METHODS
from kediri_index.scoring.methods.as_given import AsGiven

FILES: dict[str, Keys] = {
    "definition": definition_keys(),
    "profile": profile_keys(),
    "waivers": waivers_keys(),
}
KINDS: dict[str, type[Any]] = {
    "definition": DefinitionSpec,
    "profile": ProfileSpec,
    "waivers": WaiversSpec,
}
SAME_IN_BOTH = {"percentile_rank", "reads.measure", "holds.mapping"}

# What stands around an example: the keys that its part has besides, and the part's place in a file.
BESIDE: dict[str, dict[str, str]] = {
    "definition": {
        "kediri_index": "1",
        "id": "uji",
        "version": "1",
        "status": "own",
        "title": "Uji",
        "scale": "{min: 0, max: 100}",
        "kinds": "{pilar: {name: Pilar}}",
        "tags": "{tema: {name: Tema}}",
        "groups": "[{id: layanan, kind: pilar, name: Layanan, weight: 100}]",
        "indicators": "[{id: laman, in: layanan, name: Laman, weight: 100, tags: {tema: air}}]",
    },
    "scale": {"min": "0", "max": "100"},
    "classes": {"name": "Kurang"},
    "kinds": {"name": "Pilar"},
    "groups": {"id": "layanan", "kind": "pilar", "name": "Layanan", "weight": "100"},
    "indicators": {
        "id": "laman",
        "in": "layanan",
        "name": "Laman",
        "weight": "100",
        "score": "{method: min_max}",
    },
    "score": {"method": "min_max"},
    "impute": {"method": "group_mean, by: pulau"},
    "treat": {"method": "winsorise_then_log"},
    "profile": {"opd": "[{id: dinkes, name: Dinas Kesehatan}]"},
    "opd": {"id": "dinkes", "name": "Dinas Kesehatan"},
    "waivers": {
        "code": "C116",
        "place": "{file: Dinas Sosial.xlsx}",
        "reason": "Menyusul",
        "who": "Dewi",
        "until": "2099-12-31",
    },
    "place": {"file": "Dinas Sosial.xlsx", "sheet": "Penilaian"},
}
PLACES: dict[str, tuple[str, str]] = {
    "scale": ("definition", "scale: %s"),
    "publish": ("definition", "publish: %s"),
    "missing": ("definition", "missing: %s"),
    "kinds": ("definition", "kinds: {pilar: %s}"),
    "groups": ("definition", "groups: [%s]"),
    "indicators": ("definition", "indicators: [%s]"),
    "survey": ("indicators", "survey: %s"),
    "score": ("definition", "score: %s"),
    "level": ("score", "method: levels, levels: {0: %s}"),
    "band": ("score", "method: bands, bands: [%s, {score: 4}]"),
    "prepare": ("definition", "prepare: [%s]"),
    "impute": ("prepare", "impute: %s"),
    "screen": ("prepare", "screen: %s"),
    "treat": ("prepare", "treat: %s"),
    "opd": ("profile", "opd: [%s]"),
    "shared": ("profile", "opd: [{id: dinkes, name: Dinkes}], shared: {KES-2: %s}"),
    "letters": ("profile", "letters: %s"),
    "signatories": ("letters", "signatories: [%s]"),
    "place": ("waivers", "place: %s"),
}
PARENT = """\
{kediri_index: 1, id: induk, version: 1, status: own, title: Induk,
 kinds: {pilar: {name: Pilar}, lama: {name: Lama}},
 groups: [{id: layanan, kind: pilar, name: Layanan}, {id: tua, kind: pilar, name: Tua}],
 indicators: [{id: laman, in: layanan, name: Laman}, {id: usang, in: tua, name: Usang},
              {id: daring, in: layanan, name: Daring}]}
"""
DROPPED = {
    "kinds": "kinds: {lama: {name: Lama, drop: true}}",
    "groups": "groups: [{id: tua, kind: pilar, name: Tua, drop: true}], "
    "indicators: [{id: usang, drop: true}]",
    "indicators": "indicators: [{id: daring, in: layanan, name: Daring, drop: true}]",
}


class Shown(NamedTuple):
    """A key of the reference, and the part in which it is shown."""

    file: str
    part: str
    key: Key

    def __str__(self) -> str:
        return f"{self.part}.{self.key.name}"


def shown_keys() -> Iterator[Shown]:
    for file, keys in FILES.items():
        for part in keys.parts:
            for key in part.keys:
                yield Shown(file, part.name, key)


SHOWN = tuple(shown_keys())
PARAMETERS = [
    (method.name, key) for method in FILES["definition"].methods for key in method.parameters
]


def read_as(kind: type[Any], text: str) -> Any:  # noqa: ANN401 - a *kind*
    """Return YAML as a *kind*."""
    root, _ = read_source(text.encode(), "uji.yaml", Limits())
    assert root is not None
    spec, findings = read(kind, root)
    assert findings == []
    return spec


def plain(text: str) -> Any:  # noqa: ANN401 - plain data of any kind
    """Return YAML as plain data, all scalars as texts."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes texts of everything


def document(part: str, said: str) -> str:
    """Return a whole file, in which *part* says *said* and what it does not go without."""
    given = plain(f"{{{said}}}")
    beside = dict(BESIDE.get(part, {}))
    if "extends" in given:
        beside = {key: beside[key] for key in ("kediri_index", "id", "version", "status", "title")}
    if part == "impute" and given.get("method"):
        del beside["method"]
    keys = [f"{key}: {value}" for key, value in beside.items() if key not in given]
    flow = f"{{{', '.join([*keys, said])}}}"
    if part == "classes":
        last = ", {name: Memuaskan}" if {"below", "up_to"} & given.keys() else ""
        return document("definition", f"classes: [{flow}{last}]")
    if part == "waivers":
        return f"[{flow}]"
    if part in PLACES:
        outer, place = PLACES[part]
        return document(outer, place % flow)
    return flow


def whole_document(shown: Shown) -> str:
    if shown.key.name == "drop":
        return document("definition", f"extends: ./induk.yaml, {DROPPED[shown.part]}")
    return document(shown.part, shown.key.example)


def load(file: str, path: Path) -> object:
    if file == "profile":
        return load_profile_file(path).findings
    if file == "waivers":
        return () if load_waivers_file(path) else ("nothing loaded",)
    return load_definition_file(path).findings


def says(value: object, data: object) -> bool:  # noqa: PLR0911 - one return a type
    """Return whether *value* is what the plain *data* say."""
    match value:
        case ScoreSpec():
            assert isinstance(data, dict)
            common = {key: data[key] for key in ("to", "outside") if key in data}
            own = {key: data[key] for key in data.keys() - common.keys() - {"method"}}
            ranges = all(says(getattr(value, key), one) for key, one in common.items())
            return value.method.name == data["method"] and ranges and says(value.method, own)
        case _ if type(value) in AGGREGATIONS.values():
            assert isinstance(data, dict | str)
            ((name, _),) = data.items() if isinstance(data, dict) else {data: None}.items()
            return type(value) is AGGREGATIONS[name]
        case bool():
            return isinstance(data, str) and BOOLEANS.get(data) is value
        case StrEnum() | str():
            return value == (data["name"] if isinstance(data, dict) else data)
        case Fraction() if isinstance(data, dict):
            return value == Fraction(data["share_at_least"])
        case Fraction() | int():
            assert isinstance(data, str)
            return value == Fraction(BOOLEANS.get(data, data))  # a cap of yes is one of 1
        case date():
            return value.isoformat() == data
        case tuple():
            items = data if isinstance(data, list) else [data]
            pairs = zip(value, items, strict=False)
            return len(value) == len(items) and all(says(one, item) for one, item in pairs)
        case Mapping():
            assert isinstance(data, dict)
            pairs = zip(value.items(), data.items(), strict=True)
            return all(says(a, x) and says(b, y) for (a, b), (x, y) in pairs)
    assert is_dataclass(value)
    assert isinstance(data, dict)
    named = {key_of(item.name): getattr(value, item.name) for item in fields(value)}
    return all(says(named[key], one) for key, one in data.items())


def test_every_key_has_a_meaning_and_an_example_and_none_is_left_over() -> None:
    keys = {shown.key.text for shown in SHOWN} | {key.text for _, key in PARAMETERS}
    parts = {shown.part for shown in SHOWN} | set(METHODS)
    assert set(KEY_EXAMPLES) == keys
    assert set(KEY_TEXTS) == keys | parts


def test_every_field_of_every_dataclass_is_a_key_of_the_reference() -> None:
    shown = {(shown.part, shown.key.name) for shown in SHOWN}
    own_part = {"name", "declared", "over_units", "by_rank"}
    declared = {
        (part, key_of(item.name))
        for kind, part in NAMES.items()
        if part not in own_part
        for item in fields(kind)
    }
    assert declared <= shown | {("score", "method")}
    methods: dict[str, Any] = dict(METHODS)
    assert {(name, key.name) for name, key in PARAMETERS} == {
        (name, item.name) for name, method in methods.items() for item in fields(method)
    }


@pytest.mark.parametrize("key", [*KEY_TEXTS, *REFERENCE_TEXTS])
def test_every_text_is_there_in_both_languages(key: str) -> None:
    wording = KEY_TEXTS.get(key) or REFERENCE_TEXTS[key]
    assert wording.indonesian.strip() == wording.indonesian != ""
    assert wording.english.strip() == wording.english != ""
    formula = not any(character.isalpha() for character in wording.english.split("(")[0])
    assert (wording.indonesian == wording.english) is (key in SAME_IN_BOTH) or formula
    if key in KEY_TEXTS:
        assert "{" not in wording.english + wording.indonesian


@pytest.mark.parametrize("shown", SHOWN, ids=str)
def test_every_example_loads_without_a_finding(shown: Shown, write: Callable[..., Path]) -> None:
    write(PARENT, "induk.yaml")
    assert load(shown.file, write(whole_document(shown))) == ()


@pytest.mark.parametrize("shown", SHOWN, ids=str)
def test_what_an_example_says_is_what_comes_out(shown: Shown) -> None:
    document_text = whole_document(shown)
    data = plain(document_text)
    said = plain(f"{{{shown.key.example}}}")
    assert said[shown.key.name] in [*everything(data)]
    whole = {"waivers": data} if shown.file == "waivers" else data
    if shown.key.name == "drop":
        return  # a part that is dropped needs no more than its id, and is never read whole
    if shown.file == "waivers":
        document_text = f"waivers: {document_text}"
    assert says(read_as(KINDS[shown.file], document_text), whole)


def everything(data: object) -> Iterator[object]:
    yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from everything(one)


@pytest.mark.parametrize("shown", SHOWN, ids=str)
def test_an_example_says_something_else_than_the_default(shown: Shown) -> None:
    said = shown.key.example.partition(": ")[2]
    assert said != shown.key.default or shown.key.holds.values == (said,)


@pytest.mark.parametrize(("method", "key"), PARAMETERS, ids=lambda one: getattr(one, "name", one))
def test_every_example_of_a_parameter_loads_and_comes_out(
    method: str, key: Key, write: Callable[..., Path]
) -> None:
    text = document("definition", f"score: {key.example}")
    assert load("definition", write(text)) == ()
    said = plain(key.example)
    assert said["method"] == method
    assert key.name in said
    assert says(read_as(DefinitionSpec, text).score, said)


@pytest.mark.parametrize("method", FILES["definition"].methods, ids=lambda method: method.name)
def test_every_example_of_a_method_loads(method: Any, write: Callable[..., Path]) -> None:  # noqa: ANN401 - a Method
    text = document("definition", f"score: {method.example}")
    assert load("definition", write(text)) == ()


def test_defaults_are_what_a_file_is_read_as_that_says_nothing(
    write: Callable[..., Path],
) -> None:
    definition = load_definition_file(write(document("definition", "id: uji"))).definition
    (group,) = definition.groups
    default = {shown.key.text: shown.key.default for shown in SHOWN if shown.file == "definition"}
    assert type(group.aggregate) is type(definition.aggregate_top) is Arithmetic
    assert default["definition.aggregate"] == "arithmetic"
    assert type(group.indicators[0].rule.method) is AsGiven
    assert default["definition.score"] == "as_given"
    assert default["publish.decimals"] == str(definition.publish.decimals) == "2"
    assert default["publish.round"] == "[overall]"
    assert default["missing.answers"] == definition.missing.answers == "error"
    assert default["impute.years"] == "pooled"
    assert (default["treat.winmax"], default["treat.kurtosis"]) == ("5", "3.5")
    assert (default["treat.log"], default["treat.combine"]) == ("log", "false")


def described(schema: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401 - JSON
    """Yield every property that a schema declares, with its description."""
    for body in (schema, *schema["$defs"].values()):
        if "description" in body:
            for name, said in body["properties"].items():
                yield name, said.get("description")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("maker", [definition_schema, profile_schema, waivers_schema])
def test_an_editor_shows_what_each_key_means(maker: Any, language: Language) -> None:  # noqa: ANN401 - one of the makers
    schema = maker(language)
    known = {key_text(key, language) for key in KEY_TEXTS}
    found = list(described(schema))
    assert found
    assert {said for _, said in found} <= known
    bodies = [body["description"] for body in schema["$defs"].values() if "description" in body]
    assert {*bodies, schema.get("description", bodies[0])} <= known
