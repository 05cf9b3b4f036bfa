"""The reader and Pydantic know the same declarations: they must agree on what is a definition."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kediri_index.definition import json_schema
from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.reading import read
from kediri_index.definition.source import MarkedMapping, Plain, plain, read_source
from kediri_index.definition.specs import DefinitionSpec, ProfileSpec, ScoreSpec
from kediri_index.errors import DefinitionError
from kediri_index.model.limits import Limits
from kediri_index.model.scoring import (
    Direction,
    Level,
    Outside,
    Reads,
    Scored,
    ScoringMethod,
)
from kediri_index.scoring.methods import METHODS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

DEFINITION = TypeAdapter(DefinitionSpec)
PROFILE = TypeAdapter(ProfileSpec)
NOT_KEYS = {"[key]", "Level", "function-plain[validate()]"}
"""Steps of Pydantic's places that are no keys."""
EQUAL = "D117"
"""Two keys that are the same number: Pydantic takes the last of them without a word."""


def tree_of(text: str) -> MarkedMapping:
    root, findings = read_source(text.encode(), "uji.yaml", Limits())
    assert root is not None
    assert not findings
    return root


def parts(value: object) -> Any:  # noqa: ANN401 - of any kind
    """What *value* is made of: specs are not equal by themselves.

    Pydantic has the keys of a score in one mapping, as they stand in the file.
    """
    if isinstance(value, ScoreSpec):
        name, said = parts(value.method)
        common = {"method": value.method.name, "to": parts(value.to), "outside": value.outside}
        return f"{name}Score", common | said
    if is_dataclass(value):
        said = {one.name: parts(getattr(value, one.name)) for one in fields(value)}
        name = type(value).__name__
        return said["name"] if name == Level.__name__ and said["score"] is None else (name, said)
    if isinstance(value, tuple):
        return [parts(item) for item in value]
    if isinstance(value, dict):
        return {key: parts(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(shipped_folder().glob("*.yaml")) if path.name != "profile.yaml"],
    ids=lambda path: path.name,
)
def test_both_make_the_same_of_every_shipped_definition(path: Path) -> None:
    tree = tree_of(path.read_text(encoding="utf-8"))
    data = plain(tree)
    spec, findings = read(DefinitionSpec, tree)
    if isinstance(data, dict) and "extends" in data:
        assert {one.code for one in findings} == {"D101"}
        with pytest.raises(ValidationError):
            DEFINITION.validate_python(data)
    else:
        assert findings == []
        assert parts(spec) == parts(DEFINITION.validate_python(data))


def test_both_make_the_same_of_the_shipped_profile() -> None:
    tree = tree_of((shipped_folder() / "profile.yaml").read_text(encoding="utf-8"))
    data = plain(tree)
    spec, findings = read(ProfileSpec, tree)
    assert findings == []
    assert parts(spec) == parts(PROFILE.validate_python(data))


def question(score: Plain) -> Plain:
    return {"id": "I-1", "in": "a", "name": "Satu", "score": score}


WHOLE: Plain = {
    "kediri_index": "1",
    "id": "uji",
    "version": "1",
    "status": "own",
    "title": "Uji",
    "scale": {"min": "0", "max": "4"},
    "kinds": {"pillar": {"name": "Pilar"}},
    "classes": [{"name": "A", "below": "2"}, {"name": "B"}],
    "groups": [{"id": "a", "kind": "pillar", "name": "A", "groups": []}],
    "indicators": [
        {"id": "I-0", "in": "a", "name": "Satu", "opd": "x", "valid": ["0", "1"], "tags": {}},
        question({"method": "yes_no", "yes": "4", "no": "0"}),
        question({"method": "bands", "bands": [{"score": "4"}]}),
        question({"method": "levels", "levels": {"1": "a"}}),
        question({"method": "achievement", "target": ["1", "2"]}),
    ],
}

LEAVES = st.one_of(
    st.none(),
    st.sampled_from(["", "1", "1.0", "x", "nan", "true", "yes_no", "bands", "2026-01-01", "1e99"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["name", "1", "1.0", "id", "score", "method"]), inner)
    ),
    max_leaves=3,
)


@st.composite
def spoilt(draw: st.DrawFn, node: Plain) -> Plain:
    """Draw the same data with one value changed, added or taken away somewhere."""
    if isinstance(node, dict) and node:
        key = draw(st.sampled_from(sorted(node)))
        what = draw(st.sampled_from(["inside", "inside", "inside", "replace", "add", "remove"]))
        if what == "inside":
            return node | {key: draw(spoilt(node[key]))}
        if what == "replace":
            return node | {key: draw(VALUES)}
        if what == "add":
            return node | {
                draw(st.sampled_from(["name", "weight", "x", "drop", "to"])): draw(VALUES)
            }
        return {name: value for name, value in node.items() if name != key}
    if isinstance(node, list) and node:
        index = draw(st.integers(0, len(node) - 1))
        return [*node[:index], draw(spoilt(node[index])), *node[index + 1 :]]
    return draw(VALUES)


@given(spoilt(WHOLE))
@example({"kinds": {"1": None, "1.0": None, "score": {}}})
def test_what_has_no_finding_is_what_pydantic_accepts_and_comes_out_the_same(data: Plain) -> None:
    spec, findings = read(DefinitionSpec, tree_of(json.dumps(data)))
    try:
        thorough = DEFINITION.validate_python(data)
    except ValidationError as error:
        refused = set().union(*map(keys_at_fault, error.errors()))
        named = {one.params["key"] for one in findings if "key" in one.params and one.code != EQUAL}
        assert len(findings) > 0
        assert named <= refused
    else:
        assert {one.code for one in findings} <= {EQUAL}
        assert findings or parts(spec) == parts(thorough)


def keys_at_fault(fault: ErrorDetails) -> set[str]:
    """Return the key that Pydantic's *fault* is about, or the two that it may be about."""
    steps = [
        step
        for before, step in pairwise(("", "", *fault["loc"]))
        if isinstance(step, str)
        and step not in NOT_KEYS
        and not (before == "score" and step in METHODS)
    ]
    return {steps[-1], "method"} if fault["type"].startswith("union_tag") else {steps[-1]}


@given(spoilt(WHOLE))
def test_every_place_is_read_once_and_no_fault_hides_another(data: Plain) -> None:
    text = json.dumps(data)
    _, alone = read(DefinitionSpec, tree_of(text))
    _, beside = read(DefinitionSpec, tree_of(text[:-1] + ', "tahunn": "1", "year": "x"}'))
    found = {(one.code, one.line, one.column) for one in beside}
    assert {(one.code, one.line, one.column) for one in alone} <= found
    assert {one.code for one in beside} >= {"D102", "D109"}


class Way(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Step:
    at: Fraction
    way: Way


@dataclass(frozen=True, slots=True)
class Stairs(ScoringMethod):
    """A method that nobody has thought of yet."""

    steps: tuple[Step, ...]
    level: bool = False
    label: str | None = None

    name: ClassVar[str] = "stairs"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = False
    default_outside: ClassVar[Outside] = Outside.KEEP

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        del target, direction
        return Scored(raw)


def test_a_new_method_needs_no_more_than_its_dataclass_and_its_place_in_the_registry(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, minimal: str
) -> None:
    monkeypatch.setattr(METHODS, "alone", {**METHODS.alone, "stairs": Stairs})
    path = tmp_path / "uji.yaml"
    score = "score: {method: stairs, steps: [{at: 0.5, way: up}], level: yes}"
    path.write_text(minimal.replace("name: Satu", f"name: Satu, {score}"), encoding="utf-8")
    (indicator,) = load_definition_file(path).definition.all_indicators()
    assert indicator.rule.method == Stairs((Step(Fraction(1, 2), Way.UP),), level=True)
    assert indicator.rule.outside is Outside.KEEP

    broken = score.replace("way: up", "wy: sideways").replace("yes", "perhaps")
    path.write_text(minimal.replace("name: Satu", f"name: Satu, {broken}"), encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path)
    found = [(item.code, item.value, item.params.get("key")) for item in caught.value.findings]
    assert found == [("D101", None, "way"), ("D102", "wy", None), ("D110", "perhaps", "level")]

    parts = json_schema.definition_schema()["$defs"]
    assert parts["StairsScore"]["required"] == ["method", "steps"]


@dataclass
class Strange:
    whatever: complex


@dataclass
class Noted:
    whatever: Annotated[int, "a note"]


@pytest.mark.parametrize(("kind", "shown"), [(Strange, "complex"), (Noted, "a note")])
def test_a_type_that_nothing_reads_is_a_mistake_of_ours(kind: type[object], shown: str) -> None:
    with pytest.raises(TypeError, match=shown):
        read(kind, tree_of("{whatever: 1}"))


@given(spoilt(WHOLE), st.integers(0, 3))
def test_whatever_is_wrong_the_rest_can_still_be_checked(data: Plain, more: int) -> None:
    text = json.dumps(data)
    for _ in range(more):
        text = text.replace("I-1", "1-I", 1)
    tree = tree_of(text)
    spec, findings = read(DefinitionSpec, tree)
    assert spec is not None
    assert len(set(map(repr, findings))) == len(findings)
    again, further = read(DefinitionSpec, tree)
    assert further == []
    assert parts(again) == parts(spec)


@pytest.mark.parametrize("missing", ["id: uji", 'version: "1"', "title: Uji"])
def test_a_value_refused_already_that_nothing_stands_in_for_leaves_no_definition(
    missing: str, minimal: str, tmp_path: Path
) -> None:
    key = missing.partition(":")[0]
    path = tmp_path / "uji.yaml"
    path.write_text(minimal.replace(missing, f"{key}: !geheim x"), encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definition_file(path)
    assert [one.code for one in caught.value.findings] == ["D013"]
