"""Definitions in a copy of an earlier state find each other as they did then."""

from __future__ import annotations

from pathlib import Path

import pytest

from kediri_index.definition.library import FolderCopy
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError
from kediri_index.project_folder import outside
from tests.definition.conftest import MINIMAL

CHILD = 'kediri_index: 1\nextends: {}\nid: anak\nversion: "1"\n'


@pytest.fixture
def copy(tmp_path: Path) -> FolderCopy:
    """A project whose base says B now and A in the copy; strangers lie beside the copy."""
    tmp_path = tmp_path.resolve()
    now, then = tmp_path / "home" / "project", tmp_path / "temp" / "copy"
    for place in (now / "sub", then / "sub", now.parent, then.parent):
        (place / "config").mkdir(parents=True)
    write(then / "sub" / "config" / "induk.yaml", MINIMAL)
    write(now / "sub" / "config" / "induk.yaml", MINIMAL.replace("name: A}", "name: B}"))
    write(now.parent / "config" / "luar.yaml", MINIMAL.replace("id: uji", "id: luar"))
    write(then.parent / "config" / "asing.yaml", MINIMAL.replace("id: uji", "id: asing"))
    return FolderCopy(then, now, "main")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def name_of_a(copy: FolderCopy, reference: str) -> str:
    path = copy.top / "sub" / "config" / "anak.yaml"
    write(path, CHILD.format(reference))
    loaded = load_definition_file(path, shown=copy.shown(path), copy=copy)
    assert loaded.definition.path == "main:sub/config/anak.yaml"
    return loaded.definition.groups[0].label.main


@pytest.mark.parametrize(
    "reference", ["uji", "./induk.yaml", "../config/induk.yaml", "../../sub/config/induk.yaml"]
)
def test_a_parent_is_the_one_of_the_copy(reference: str, copy: FolderCopy) -> None:
    assert name_of_a(copy, reference) == "A"


def test_an_absolute_path_into_the_project_is_the_one_of_the_copy(copy: FolderCopy) -> None:
    assert name_of_a(copy, str(copy.original / "sub" / "config" / "induk.yaml")) == "A"


@pytest.mark.parametrize("reference", ["../../../config/luar.yaml"])
def test_what_stands_outside_of_the_project_is_as_it_is_now(
    reference: str, copy: FolderCopy
) -> None:
    with outside(allowed=True):
        assert name_of_a(copy, reference) == "A"


def test_what_stands_outside_finds_what_it_extends_where_it_is_now(copy: FolderCopy) -> None:
    strangers = copy.original.parent / "config"
    write(strangers / "cucu.yaml", CHILD.replace("anak", "cucu").format("luar"))
    with outside(allowed=True):
        assert name_of_a(copy, "../../../config/cucu.yaml") == "A"


@pytest.mark.parametrize("reference", ["luar", "asing", "../../../config/asing.yaml"])
def test_an_id_is_sought_in_the_project_and_nothing_beside_the_copy_is_found(
    reference: str, copy: FolderCopy
) -> None:
    with outside(allowed=True), pytest.raises(DefinitionError, match="D020"):
        name_of_a(copy, reference)


@pytest.mark.parametrize("reference", ["../../../config/luar.yaml", "/etc/passwd"])
def test_a_path_out_of_the_project_is_refused_in_the_copy_too(
    reference: str, copy: FolderCopy
) -> None:
    with pytest.raises(DefinitionError, match="D280"):
        name_of_a(copy, reference)


def test_a_parent_that_is_gone_from_the_copy_is_a_fault_there(copy: FolderCopy) -> None:
    (copy.top / "sub" / "config" / "induk.yaml").unlink()
    with pytest.raises(DefinitionError) as broken:
        name_of_a(copy, "./induk.yaml")
    (finding,) = broken.value.findings
    assert (finding.code, finding.file) == ("D020", "main:sub/config/anak.yaml")


def test_a_finding_in_a_parent_names_it_as_git_does(copy: FolderCopy) -> None:
    write(copy.top / "sub" / "config" / "induk.yaml", MINIMAL.replace("in: a", "in: b"))
    with pytest.raises(DefinitionError) as broken:
        name_of_a(copy, "uji")
    assert {one.file for one in broken.value.findings} == {"main:sub/config/induk.yaml"}


def test_a_path_outside_of_the_project_has_no_place_in_the_copy(copy: FolderCopy) -> None:
    assert copy.of(copy.original / "x.yaml") == copy.top / "x.yaml"
    assert copy.of(copy.original / ".." / "x.yaml") is None
    assert copy.shown(copy.original / "x.yaml") == str(copy.original / "x.yaml")
