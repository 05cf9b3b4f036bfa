from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.starting import resolved_yaml

Write = Callable[..., Path]


@pytest.mark.parametrize("name", ["kominfo-2023-kppn.yaml", "pillars.yaml", "six-pillars.yaml"])
def test_a_resolved_definition_loads_to_the_same_hash(write: Write, name: str) -> None:
    loaded = load_definition_file(shipped_folder() / name)
    text = resolved_yaml(loaded.tree)
    assert "extends" not in text
    again = load_definition_file(write(text))
    assert again.definition.sha256 == loaded.definition.sha256
    assert again.definition.title == loaded.definition.title
    assert again.findings == ()
    assert resolved_yaml(again.tree) == text


def test_numbers_stay_numbers_and_texts_stay_texts(write: Write, minimal: str) -> None:
    text = minimal.replace("name: Satu", "name: 'no', printed: 5.10, unit: '%', weight: 1e1")
    resolved = resolved_yaml(load_definition_file(write(text)).tree)
    assert "version: '1'\n" in resolved
    assert "printed: 5.10" in resolved
    assert "weight: 1e1" in resolved
    assert "name: 'no'" in resolved
    again = load_definition_file(write(resolved)).definition
    (indicator,) = again.all_indicators()
    assert (indicator.label.main, indicator.printed, indicator.unit) == ("no", "5.10", "%")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Indeks :: kota", '"Indeks :: kota"'),
        ("Indeks ##[error] kota", r'"Indeks #\x23[error] kota"'),
    ],
)
def test_no_text_is_a_command_to_who_prints_it(
    write: Write, minimal: str, title: str, said: str
) -> None:
    text = minimal.replace("title: Uji", f"title: '{title}'")
    resolved = resolved_yaml(load_definition_file(write(text)).tree)
    assert f"title: {said}\n" in resolved
    assert load_definition_file(write(resolved)).definition.title.main == title


def test_what_says_nothing_is_left_out(write: Write, minimal: str) -> None:
    resolved = resolved_yaml(load_definition_file(write(minimal + "year: ~\nsource:\n")).tree)
    assert "year" not in resolved
    assert "source" not in resolved
