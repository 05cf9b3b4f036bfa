from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kediri_index.definition import json_schema
from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.language import Language
from kediri_index.scoring.aggregations import AGGREGATIONS
from pages.made import COMMAND

SHIPPED = sorted(shipped_folder().glob("*.yaml"))
MAKERS: dict[str, Callable[..., json_schema.Schema]] = {
    "definition": json_schema.definition_schema,
    "profile": json_schema.profile_schema,
    "waivers": json_schema.waivers_schema,
}


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: dates and words such as ``yes`` stay texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith("timestamp") and (not tag.endswith("bool") or first in "tTfF")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_json(text: str) -> object:
    data = yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader
    return json.loads(json.dumps(data))


def complaints(kind: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(MAKERS[kind]())
    return [error.json_path for error in validator.iter_errors(as_json(text))]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_shipped_schema_is_what_the_types_say(kind: str) -> None:
    text = (shipped_folder() / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert text == json_schema.schema_text(MAKERS[kind](Language.ID)), f"write it anew: {COMMAND}"


@pytest.mark.parametrize("kind", MAKERS)
def test_a_schema_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(MAKERS[kind]())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_is_valid_under_its_schema(path: Any) -> None:  # noqa: ANN401 - a Path
    kind = "profile" if path.name == "profile.yaml" else "definition"
    assert complaints(kind, path.read_text(encoding="utf-8")) == []


def test_what_an_ordinary_parser_makes_of_texts_is_valid(minimal: str) -> None:
    text = minimal.replace("name: Satu", "name: false, printed: 5.10, weight: '1.5', drop: no")
    assert complaints("definition", text.replace('"1"', "3.10")) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("status: own", "status: owned", "$.status"),
        ("title: Uji\n", "", "$"),
        ("name: Satu", "name: Satu, wieght: 3", "$.indicators[0]"),
        ("name: Satu", "weight: 3", "$.indicators[0]"),
        ("name: Satu", "name: Satu, weight: x", "$.indicators[0].weight"),
        ("name: A}", "name: A, groups: [{id: b, name: B}]}", "$.groups[0].groups[0]"),
        ("id: I-1", "id: 1-I", "$.indicators[0].id"),
        ("name: Satu", "name: Satu, score: {method: bans}", "$.indicators[0].score"),
        ("name: Satu", "name: Satu, score: {method: yes_no, yes: 1}", "$.indicators[0].score"),
        ("{pillar: {name: Pilar}}", "{1x: {name: Pilar}}", "$.kinds"),
        ("kediri_index: 1", "kediri_index: 2", "$.kediri_index"),
        ("name: A}", "name: A, aggregate: geometri}", "$.groups[0].aggregate"),
        ("name: A}", "name: A, aggregate: power}", "$.groups[0].aggregate"),
        ("name: A}", "name: A, aggregate: {power: 0}}", "$.groups[0].aggregate"),
        ("name: A}", "name: A, aggregate: {powr: 2}}", "$.groups[0].aggregate"),
        ("name: A}", "name: A, aggregate: {mpi: 2}}", "$.groups[0].aggregate"),
        ("name: A}", "name: A, aggregate: {power: 2, mpi: 1}}", "$.groups[0].aggregate"),
    ],
)
def test_faults_are_seen_in_the_editor(minimal: str, old: str, new: str, place: str) -> None:
    assert minimal.count(old) == 1
    found = complaints("definition", minimal.replace(old, new))
    assert found
    assert all(item.startswith(place) for item in found)


@pytest.mark.parametrize(
    "said", [way for one in AGGREGATIONS.values() for way in one.form().split(" / ")]
)
def test_every_aggregation_is_valid_in_the_editor_and_in_the_file(
    write: Callable[..., Path], minimal: str, said: str
) -> None:
    text = minimal + f"aggregate: {said}\n"
    assert complaints("definition", text) == []
    load_definition_file(write(text))


def test_a_file_that_extends_may_leave_out_what_the_other_says() -> None:
    text = "kediri_index: 1\nid: anak\nextends: induk\ngroups: [{id: a, weight: 2}]\n"
    assert complaints("definition", text) == []
    assert complaints("definition", text.replace("extends: induk\n", "")) != []


@pytest.mark.parametrize("line", ["due: 13-09-2026", "opd: [{id: x}]", "unti: x", "costs: {A: -1}"])
def test_faults_of_a_profile_are_seen_in_the_editor(line: str) -> None:
    assert complaints("profile", line + "\n") != []
