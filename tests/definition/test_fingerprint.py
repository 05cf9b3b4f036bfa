from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.meaning import fingerprint, meaning

Write = Callable[..., Path]

TEXT = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
scale: {min: 0, max: 4}
publish: {decimals: 2, round: [dimension, overall]}
classes: [{name: Kurang, below: 2}, {name: Baik}]
kinds: {dimension: {name: Dimensi}}
tags: {theme: {name: Tema}}
groups:
  - {id: a, kind: dimension, weight: 10, name: A}
  - {id: b, kind: dimension, weight: 90, name: B}
indicators:
  - {id: A-1, in: a, name: Satu, tags: {theme: air}, opd: [x, y]}
  - {id: A-2, in: a, name: Dua, score: {method: goalposts, min: 0, max: 10}}
  - {id: B-1, in: b, name: Tiga, score: {method: levels, levels: {0: nol, 4: empat}}}
  - {id: B-2, in: b, name: Empat, score: {method: bands, bands: [{below: 1, score: 1}, {score: 4}]}}
"""


def hash_of(text: str, write: Write) -> str:
    return load_definition_file(write(text)).definition.sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version:", "# a comment\nversion:"),
        ('version: "1"', "version: 2"),
        ("status: own", "status: official"),
        ("title: Uji", "title: Lain\nsource: x\nlanguage: en\ntitle_id: Uji"),
        ("name: Satu", "name: Satu, name_en: One"),
        ("weight: 10,", "weight: 10.0,"),
        ("weight: 90,", "weight: 9e1,"),
        ("max: 10}", "max: '10'}"),
        ("name: Satu,", "name: Satu, weight: 1,"),
        ("{name: Dimensi}", "{name: Tingkat}"),
        ("[x, y]", "[y, x]"),
        ("[dimension, overall]", "[overall, dimension]"),
        ("{min: 0, max: 4}", "{max: 4, min: 0}"),
        ("min: 0, max: 10}", "min: 0, max: 10, to: [0, 4], outside: clip}"),
        ("{0: nol, 4: empat}", "{4: empat, 0.0: nol}"),
        ("kinds:", "missing: {answers: error}\nclasses_on: score\nkinds:"),
        ("kinds:", "evidence: optional\nkinds:"),
        ("{0: nol, 4: empat}", "{0: nol, 4: {name: empat}}"),
        ("{0: nol, 4: empat}", "{0: {name: nol, score: 0.0}, 4: empat}, fractional: false"),
        ("{0: nol, 4: empat}", "{0: nol, 4: empat}, spread: true"),
        ("name: Dua,", "name: Dua, evidence: optional,"),
        ("kinds:", "aggregate: arithmetic\nkinds:"),
        ("kinds:", "aggregate: {power: 1.0}\nkinds:"),
        ("name: B}", "name: B, aggregate: arithmetic}"),
    ],
)
def test_the_hash_stays_where_the_meaning_does(write: Write, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert hash_of(TEXT.replace(old, new), write) == hash_of(TEXT, write)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: uji", "id: uji-2"),
        ("in: a, name: Dua", "in: b, name: Dua"),
        ("weight: 10,", "weight: 11,"),
        ("name: Satu", "name: Lain"),
        ("name: Satu,", "name: Satu, weight: 2,"),
        ("{min: 0, max: 4}", "{min: 0, max: 5}"),
        ("decimals: 2", "decimals: 3"),
        ("[dimension, overall]", "[overall]"),
        ("below: 2", "up_to: 2"),
        ("below: 2", "below: 2.1"),
        ("max: 10}", "max: 11}"),
        ("max: 10}", "max: 10, to: [1, 4]}"),
        ("min: 0, max: 10}", "min: 1, max: 10, transform: log}"),
        ("theme: air", "theme: api"),
        ("[x, y]", "[x]"),
        ("4: empat", "3: empat"),
        ("4: empat", "4: {name: empat, score: 3}"),
        ("4: empat}", "4: empat}, fractional: true"),
        ("4: empat}", "3: empat}, spread: true"),
        ("name: Dua,", "name: Dua, direction: lower,"),
        ("name: Dua,", "name: Dua, valid: [0, 10],"),
        ("kinds:", "missing: {answers: exclude}\nkinds:"),
        ("kinds:", "classes_on: published\nkinds:"),
        ("kinds:", "year: 2023\nkinds:"),
        ("kinds:", "evidence: required\nkinds:"),
        ("name: Dua,", "name: Dua, evidence: required,"),
        ("name: B}", "name: B, optional: true}"),
        ("name: B}", "name: B, min_present: 0.5}"),
        ("name: B}", "name: B, aggregate: geometric}"),
        ("kinds:", "aggregate: harmonic\nkinds:"),
        ("kinds:", "aggregate_top: median\nkinds:"),
    ],
)
def test_the_hash_changes_where_the_meaning_does(write: Write, old: str, new: str) -> None:
    changed = TEXT.replace(old, new).replace(
        "min: 0, max: 10, transform", "min: 1, max: 10, transform"
    )
    assert hash_of(changed, write) != hash_of(TEXT, write)


def test_another_parameter_of_an_aggregation_is_another_meaning(write: Write) -> None:
    said = ("{power: 2}", "{power: 2.5}", "{power: -2}", "{mpi: +1}", "{mpi: -1}", "geometric")
    hashes = {hash_of(f"{TEXT}aggregate: {one}\n", write) for one in said}
    assert len(hashes) == len(said)


def test_a_group_under_another_parent_is_another_meaning(write: Write) -> None:
    moved = TEXT.replace("  - {id: b, kind: dimension, weight: 90, name: B}\n", "").replace(
        "name: A}", "name: A, groups: [{id: b, kind: dimension, weight: 90, name: B}]}"
    )
    assert hash_of(moved, write) != hash_of(TEXT, write)


def test_extends_does_not_show(write: Write) -> None:
    base = TEXT.replace("id: uji", "id: induk").replace("weight: 10", "weight: 20")
    write(base, "induk.yaml")
    child = write(
        "kediri_index: 1\nid: uji\nextends: induk\ngroups: [{id: a, weight: 10}]\n", "anak.yaml"
    )
    assert load_definition_file(child).definition.sha256 == hash_of(TEXT, write)


Data = str | list["Data"] | dict[str, "Data"]


@st.composite
def reordered(draw: st.DrawFn, node: Data) -> Data:
    """Draw the same data with keys and siblings in another order; bands and classes keep theirs."""
    if isinstance(node, dict):
        return {
            key: node[key] if key in {"bands", "classes"} else draw(reordered(node[key]))
            for key in draw(st.permutations(list(node)))
        }
    if isinstance(node, list) and all(isinstance(item, dict) for item in node):
        return [draw(reordered(item)) for item in draw(st.permutations(node))]
    return node


@given(reordered(yaml.safe_load(TEXT)))
def test_the_order_of_keys_groups_and_indicators_does_not_matter(data: Data) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "uji.yaml"
        path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
        other = load_definition_file(path).definition.sha256
        path.write_text(TEXT, encoding="utf-8")
        assert other == load_definition_file(path).definition.sha256


def test_the_hash_is_that_of_canonical_json() -> None:
    definition = load_definition_file(shipped_folder() / "pillars.yaml").definition
    assert json.loads(json.dumps(meaning(definition)))["groups"]["impact"]["weight"] == "20"
    assert fingerprint(definition) == definition.sha256


def test_a_parameter_without_a_canonical_form_is_a_mistake_of_ours() -> None:
    definition = load_definition_file(shipped_folder() / "pillars.yaml").definition
    with pytest.raises(TypeError, match="no canonical form"):
        fingerprint(definition._replace(scale=1.5))  # type: ignore[arg-type] # what is wrong


def test_a_key_of_a_step_that_came_later_changes_the_hash_only_where_it_says_something(
    write: Write,
) -> None:
    step = "prepare: [{{impute: {{method: linear_in_time{}}}}}]\n"
    said = ("", ", beyond: missing", ", beyond: nearest")
    first, same, other = (hash_of(TEXT + step.format(one), write) for one in said)
    assert first == same != other
    path = write(TEXT + step.format(""))
    assert "beyond" not in json.dumps(meaning(load_definition_file(path).definition))
