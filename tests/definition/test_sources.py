"""A definition from bytes that were read: no file is opened, none is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kediri_index.definition.library import shipped_folder
from kediri_index.definition.load_definition import load_definition_file, load_definition_sources
from kediri_index.errors import DefinitionError
from kediri_index.model.dataset import SourceFile
from kediri_index.model.limits import Limits
from tests.findings.building import ANSWERS

TOP = SourceFile("anak.yaml", b"kediri_index: 1\nid: anak\nextends: uji\n")
BASE = SourceFile("uji.yaml", ANSWERS.encode())


def faults(*files: SourceFile, limits: Limits | None = None) -> list[str]:
    with pytest.raises(DefinitionError) as raised:
        load_definition_sources(files, limits=limits or Limits())
    return [finding.code for finding in raised.value.findings]


@pytest.mark.parametrize(
    "path", sorted(shipped_folder().glob("*-2*.yaml")), ids=lambda one: one.stem
)
def test_the_files_of_a_definition_make_the_same_definition_again(path: Path) -> None:
    loaded = load_definition_file(path)
    assert loaded.files[0] == SourceFile(str(path), path.read_bytes())
    again = load_definition_sources(loaded.files)
    assert again.definition == loaded.definition
    assert again.files == loaded.files


def test_what_a_definition_extends_stands_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", None)
    monkeypatch.setattr(Path, "exists", None)
    definition = load_definition_sources((TOP, BASE)).definition
    assert (definition.id, definition.path) == ("anak", "anak.yaml")
    assert [one.id for one in definition.all_indicators()] == ["A-1", "A-2"]


def test_what_is_not_among_the_files_is_not_looked_for() -> None:
    shipped = SourceFile("anak.yaml", b"kediri_index: 1\nid: anak\nextends: six-pillars\n")
    assert faults(shipped) == ["D020"]


def test_files_behind_one_that_extends_nothing_are_passed_over() -> None:
    loaded = load_definition_sources((BASE, SourceFile("lain.yaml", b"[")))
    assert loaded.files == (BASE,)


def test_a_chain_has_the_length_that_is_allowed_and_a_name_at_each_link() -> None:
    links = [TOP._replace(path=f"{n}.yaml") for n in range(3)]
    assert load_definition_sources((*links, BASE), limits=Limits(extends=3)).definition.id == "anak"
    assert faults(*links, BASE, limits=Limits(extends=2)) == ["D022"]
    assert faults(SourceFile("a.yaml", b"kediri_index: 1\nid: a\nextends: [b]\n"), BASE) == ["D103"]
    assert faults(TOP, SourceFile("uji.yaml", b"- satu\n")) == ["D009"]
