from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kediri_index.definition.lint import lint_together
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.model.definition import Definition
from kediri_index.model.findings import Finding

Write = Callable[..., Path]


def loaded(write: Write, text: str, name: str) -> Definition:
    return load_definition_file(write(text, name), shown=name).definition


def lint(write: Write, first: str, second: str) -> list[Finding]:
    definitions = (loaded(write, first, "satu.yaml"), loaded(write, second, "dua.yaml"))
    return list(lint_together(definitions))


def test_the_same_question_under_the_same_id_is_fine(write: Write, minimal: str) -> None:
    other = minimal.replace("id: uji", "id: lain").replace("name: Satu", "name: ' Satu  '")
    assert lint(write, minimal, other) == []


def test_another_question_under_the_same_id_names_both_places(write: Write, minimal: str) -> None:
    other = minimal.replace("id: uji", "id: lain").replace("Satu", "Lain")
    (finding,) = lint(write, minimal, other)
    assert (finding.code, finding.file, finding.line, finding.value) == (
        "D301",
        "dua.yaml",
        11,
        "I-1",
    )
    assert finding.params == {"name": "Lain", "first_name": "Satu", "first": "satu.yaml:11:5"}


def test_groups_have_one_meaning_too(write: Write, minimal: str) -> None:
    other = minimal.replace("id: uji", "id: lain").replace("name: A}", "name: B}")
    assert [item.value for item in lint(write, minimal, other)] == ["a"]


def test_names_are_compared_in_a_language_that_both_have(write: Write, minimal: str) -> None:
    english = minimal.replace("id: uji", "id: lain\nlanguage: en").replace("name: A}", "name: X}")
    assert lint(write, minimal, english) == []
    both = english.replace("name: Satu", "name: One, name_id: Satu").replace("X}", "X, name_id: A}")
    assert lint(write, minimal, both) == []
    wrong = both.replace("name_id: Satu", "name_id: Dua")
    assert [item.params["name"] for item in lint(write, minimal, wrong)] == ["Dua"]


def test_what_extends_brings_in_is_the_same(write: Write, minimal: str) -> None:
    child = "kediri_index: 1\nid: anak\nextends: ./satu.yaml\ngroups: [{id: a, weight: 2}]\n"
    assert lint(write, minimal, child) == []
