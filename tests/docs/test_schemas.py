"""The published schemas say all that the program prints as JSON, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kediri_index.archive.published import published_tables, recompute_published
from kediri_index.model.language import Language
from kediri_index.present.commands.verify import PublishedPresentation
from pages.commands import called
from pages.json_examples import EXAMPLES
from pages.json_page import cut
from pages.schemas import COMMANDS, schemas

Json = Any
ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
ENVELOPES = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("**/*.json"))
SHARED = ("definition", "input", "finding")
"""Shapes that all commands have in common."""


def closed(schema: Json) -> Json:
    """The schema with no other keys than those it names."""
    match schema:
        case dict():
            same = {key: closed(value) for key, value in schema.items()}
            if isinstance(same.get("properties"), dict) and "type" in same:
                same.setdefault("additionalProperties", False)
            return same
        case list():
            return [closed(one) for one in schema]
    return schema


@cache
def strict(name: str) -> Draft202012Validator:
    schema = json.loads(
        (ROOT / "docs" / "reference" / "schemas" / f"{name}.schema.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(closed(schema))


def envelope(name: str) -> Json:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r'"(sha256|fingerprint)": "…"', rf'"\1": "{"0" * 64}"', text))


def faults(document: Json) -> list[str]:
    _, command, number = document["schema"].split("/")
    return [
        f"{list(one.absolute_path)}: {one.message[:200]}"
        for one in strict(f"{command}-{number}").iter_errors(document)
    ]


@pytest.mark.parametrize("name", ENVELOPES)
def test_an_envelope_has_the_keys_of_its_schema_and_no_others(name: str) -> None:
    assert faults(envelope(name)) == []


def test_a_finding_on_a_line_of_its_own_is_one_of_the_envelopes() -> None:
    lines = [
        json.loads(line)
        for path in GOLDEN.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    head = envelope("check.en.json")
    assert any("waiver" in line for line in lines)
    assert faults({**head, "findings": lines}) == []


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Json:
    """Some of the published results: with a reason for a deviation, and of an index without one."""
    some = {"kota-kediri", "pakisrejo", "before-2022"}
    tables = tuple(one for one in published_tables() if one.name in some)
    monkeypatch.setattr("kediri_index.archive.published.published_tables", lambda: tables)
    return json.loads(PublishedPresentation(Language.EN, recompute_published(), ()).json())


def test_published_results_have_the_keys_of_their_schema(published: Json) -> None:
    assert {one["state"] for one in published["result"]["published"]} >= {"same", "deviates"}
    assert faults(published) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_schema_finds_a_key_that_is_missing_or_new(name: str) -> None:
    document = cut(envelope(EXAMPLES[name].file))
    assert faults(document) == []
    key = next(iter(document["result"]))
    less = {one: value for one, value in document["result"].items() if one != key}
    assert faults({**document, "result": less})
    assert faults({**document, "result": {**document["result"], "new": 1}})
    assert faults({**document, "new": 1})


def test_every_command_that_prints_json_has_a_schema() -> None:
    names = {one.name.replace("definition-", "definition ") for one in COMMANDS}
    printing = {name for name, formats in called().items() if "json" in formats}
    assert names == printing - {"definition schema"}
    assert set(EXAMPLES) == {one.name for one in COMMANDS}


def test_every_key_of_a_schema_is_in_an_envelope_that_is_kept(published: Json) -> None:
    known = {str(schema["title"]): schema for schema in schemas().values()}
    named = {key for title, schema in known.items() for key in _named(schema, schema, title)}
    seen = {
        key
        for document in (*map(envelope, ENVELOPES), published)
        for key in _seen(
            document, known[document["schema"]], known[document["schema"]], document["schema"]
        )
    }
    assert named - seen == set()


def _place(reference: str, title: str) -> tuple[str, str]:
    name = reference.rpartition("/")[2]
    return name, f"<{name}>" if name in SHARED else f"{title} <{name}>"


def _named(schema: Json, root: Json, path: str) -> Iterator[str]:
    for name, shape in root["$defs"].items() if schema is root else ():
        yield from _named(shape, {"$defs": {}}, _place(f"/{name}", path)[1])
    for key, value in schema.get("properties", {}).items():
        yield _key(path, key)
        yield from _named(value, {"$defs": {}}, f"{path}.{key}")
    if isinstance(schema.get("items"), dict):
        yield from _named(schema["items"], {"$defs": {}}, f"{path}[]")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _named(schema["additionalProperties"], {"$defs": {}}, f"{path}.*")
    for one in schema.get("anyOf", ()):
        yield from _named(one, {"$defs": {}}, path)


def _seen(value: Json, schema: Json, root: Json, path: str) -> Iterator[str]:
    if "$ref" in schema:
        name, there = _place(schema["$ref"], root["title"])
        yield from _seen(value, root["$defs"][name], root, there)
        return
    if isinstance(value, dict):
        for key, inner in schema.get("properties", {}).items():
            if key in value:
                yield _key(path, key)
                yield from _seen(value[key], inner, root, f"{path}.{key}")
        if isinstance(schema.get("additionalProperties"), dict):
            for one in value.values():
                yield from _seen(one, schema["additionalProperties"], root, f"{path}.*")
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for one in value:
            yield from _seen(one, schema["items"], root, f"{path}[]")
    for one in schema.get("anyOf", ()):
        yield from _seen(value, one, root, path)


def _key(path: str, key: str) -> str:
    """The key's place; what is partial looks the same under every command."""
    return "partial" if key == "partial" else f"{path}.{key}"
