from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.definition.find import Origin, find_definition, find_profile, list_definitions
from kediri_index.definition.library import shipped_folder
from kediri_index.errors import NotFoundError, UsageError
from kediri_index.messages.texts import text
from kediri_index.model.language import Label, Language
from tests.shipped import SHIPPED

Write = Callable[..., Path]


def named(definition_id: str, title: str = "Judul") -> str:
    return f"kediri_index: 1\nid: {definition_id}\nversion: '2'\nstatus: own\ntitle: {title}\n"


@pytest.fixture
def project(write: Write, tmp_path: Path) -> Path:
    """Make a project with definitions of its own, and return its working folder, deep inside."""
    write(named("proyek"), "config/pillars.yaml")
    write(named("kota"), "config/kota.yml")
    write(named("six-pillars", "Milik kota"), "config/enam.yaml")
    write("unit: Kota Kediri\n", "config/profile.yaml")
    write("[broken", "config/rusak.yaml")
    write("kediri_index: 1", "config/catatan.txt")
    folder = tmp_path / "data" / "2023"
    folder.mkdir(parents=True)
    return folder


def test_a_path_given_by_option_comes_first(project: Path) -> None:
    found = find_definition(
        "../../config/kota.yml",
        folder=project,
        environment={"KEDIRI_INDEX_CONFIG": "proyek"},
        carried="six-pillars",
    )
    assert found.path.samefile(project / "../../config/kota.yml")
    assert (found.shown, found.origin) == ("../../config/kota.yml", Origin.OPTION)


def test_an_id_given_by_option_is_looked_for_upward_then_among_the_shipped(project: Path) -> None:
    own = find_definition("six-pillars", folder=project, environment={})
    assert own.path == project.parent.parent / "config" / "enam.yaml"
    shipped = find_definition("kominfo-2022-kppn", folder=project, environment={})
    assert shipped.path == shipped_folder() / "kominfo-2022-kppn.yaml"


def test_the_environment_comes_before_the_workbook(project: Path) -> None:
    found = find_definition(
        None, folder=project, environment={"KEDIRI_INDEX_CONFIG": "kota"}, carried="six-pillars"
    )
    assert (found.path.name, found.origin) == ("kota.yml", Origin.ENVIRONMENT)
    found = find_definition("", folder=project, environment={"KEDIRI_INDEX_CONFIG": ""})
    assert found.origin is Origin.PROJECT


def test_the_id_that_a_workbook_carries_comes_before_the_projects_default(project: Path) -> None:
    found = find_definition(None, folder=project, environment={}, carried="six-pillars")
    assert (found.path.name, found.origin) == ("enam.yaml", Origin.WORKBOOK)
    found = find_definition(None, folder=project, environment={}, carried="kominfo-2023-kppn")
    assert found.path == shipped_folder() / "kominfo-2023-kppn.yaml"


@pytest.mark.parametrize("carried", ["../../config/kota.yml", "kota.yml", "/etc/passwd", "tiada"])
def test_what_a_workbook_carries_is_never_a_path(project: Path, carried: str) -> None:
    found = find_definition(None, folder=project, environment={}, carried=carried)
    assert (found.path.name, found.origin) == ("pillars.yaml", Origin.PROJECT)


def test_the_projects_default_is_found_upward(project: Path) -> None:
    found = find_definition(None, folder=project, environment={})
    root = project.parent.parent
    assert (found.path, found.origin) == (root / "config/pillars.yaml", Origin.PROJECT)
    assert found.shown == str(root / "config" / "pillars.yaml")
    assert find_definition(None, folder=root, environment={}).shown == "config/pillars.yaml"


def test_without_anything_the_packaged_definition_is_used(tmp_path: Path) -> None:
    found = find_definition(None, folder=tmp_path, environment={})
    assert (found.path, found.origin) == (shipped_folder() / "pillars.yaml", Origin.PACKAGE)


@pytest.mark.parametrize("reference", ["kotta", "./kota.yaml", "a\x00/b.yaml"])
def test_what_is_not_there_is_an_error_that_names_what_is(project: Path, reference: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_definition(reference, folder=project, environment={})
    assert caught.value.message == "definition-not-found"
    assert caught.value.params["name"] == reference
    known = caught.value.params["known"]
    assert isinstance(known, tuple)
    assert {"kota", "proyek", *SHIPPED} == set(known)
    message = text(caught.value.message, Language.ID, **caught.value.params)
    assert ("; terdekat: kota;" in message) == (reference == "kotta")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("isian.xlsx", "isian.xlsx: ini buku kerja atau tabel, bukan definisi"),
        ("./isian.xlsx", "./isian.xlsx: ini buku kerja atau tabel, bukan definisi"),
        ("definisi", "definisi: ini folder, bukan definisi"),
    ],
)
def test_a_folder_or_a_workbook_is_said_to_be_no_definition(
    name: str, said: str, project: Path
) -> None:
    (project / "isian.xlsx").write_bytes(b"PK")
    (project / "definisi").mkdir()
    with pytest.raises(UsageError) as caught:
        find_definition(name, folder=project, environment={})
    assert text(caught.value.message, Language.ID, **caught.value.params).startswith(said)


def test_an_id_is_looked_for_before_a_file_of_that_name(project: Path) -> None:
    (project / "kota").mkdir()
    assert find_definition("kota", folder=project, environment={}).path.name == "kota.yml"


def test_an_id_of_two_files_is_an_error_that_names_both(project: Path, write: Write) -> None:
    write(named("kota"), "config/kota-2.yaml")
    with pytest.raises(UsageError) as caught:
        find_definition("kota", folder=project.parent.parent, environment={})
    assert caught.value.message == "definition-ambiguous"
    assert caught.value.params["paths"] == ("config/kota-2.yaml", "config/kota.yml")
    assert text(caught.value.message, Language.EN, **caught.value.params)


def test_a_nearer_folder_hides_a_farther_one(project: Path, write: Write) -> None:
    write(named("kota"), "data/config/lain.yaml")
    found = find_definition("kota", folder=project, environment={})
    assert found.path.name == "lain.yaml"


def test_the_profile_of_the_option_comes_first(project: Path, write: Write) -> None:
    write("unit: X\n", "data/2023/profile.yaml")
    found = find_profile("../../config/profile.yaml", folder=project, beside=[project])
    assert found is not None
    assert (found.shown, found.origin) == ("../../config/profile.yaml", Origin.OPTION)


def test_the_profile_beside_the_data_comes_before_the_projects(
    project: Path, write: Write, tmp_path: Path
) -> None:
    found = find_profile(None, folder=project, beside=[project])
    assert found is not None
    assert (found.path.parent.name, found.origin) == ("config", Origin.PROJECT)
    write("unit: X\n", "data/2023/profile.yaml")
    found = find_profile(None, folder=tmp_path, beside=[tmp_path / "data", Path("data/2023")])
    assert found is not None
    assert (found.shown, found.origin) == ("data/2023/profile.yaml", Origin.DATA_FOLDER)


def test_there_may_be_no_profile(tmp_path: Path) -> None:
    assert find_profile(None, folder=tmp_path) is None


def test_a_profile_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_profile("tiada.yaml", folder=tmp_path)
    assert text(caught.value.message, Language.ID, **caught.value.params).startswith("tiada.yaml: ")


def test_the_list_has_the_projects_definitions_and_the_shipped_ones_that_none_of_them_hides(
    project: Path,
) -> None:
    listed = list_definitions(project)
    hidden = [item for item in SHIPPED if item != "six-pillars"]
    assert [item.id for item in listed] == ["six-pillars", "kota", "proyek", *hidden]
    first = listed[0]
    assert (first.version, first.status, first.title) == ("2", "own", Label("Milik kota"))
    assert [item.origin for item in listed[:4]] == [Origin.PROJECT] * 3 + [Origin.PACKAGE]


def test_the_list_says_what_a_definition_takes_over(write: Write, tmp_path: Path) -> None:
    write("kediri_index: 1\nid: anak\nextends: six-pillars\ntitle: Anak\n", "config/anak.yaml")
    write("kediri_index: 1\nid: yatim\nextends: tiada\n", "config/yatim.yaml")
    write("kediri_index: 1\nid: lingkar\nextends: lingkar\n", "config/lingkar.yaml")
    child, circle, orphan = list_definitions(tmp_path)[:3]
    assert (child.title, child.status, child.path) == (Label("Anak"), "own", "config/anak.yaml")
    assert (circle.title, orphan.title, orphan.status) == (None, None, None)


def test_a_file_with_faults_is_listed_by_its_header(write: Write, tmp_path: Path) -> None:
    write(named("rusak") + "groups: {\n", "config/rusak.yaml")
    write("[kediri_index, 1]\n", "config/daftar.yaml")
    write(b"kediri_index: 1\nid: \xff\n", "config/bukan-utf8.yaml")
    (tmp_path / "config" / "folder.yaml").mkdir()
    listed = list_definitions(tmp_path)
    assert [item.id for item in listed] == ["rusak", *SHIPPED]


def test_nested_keys_are_no_header(write: Write, tmp_path: Path) -> None:
    write("a: {kediri_index: 1, id: x}\nb: [kediri_index, y]\n? [c]\n: d\n", "config/a.yaml")
    write("? [c]\n: id\nkediri_index: 1\nid: benar\nx: {id: salah}\n", "config/b.yaml")
    assert [item.id for item in list_definitions(tmp_path)] == ["benar", *SHIPPED]


def test_a_config_folder_without_a_default_is_passed_by(project: Path, write: Write) -> None:
    write(named("lain"), "data/config/lain.yaml")
    found = find_definition(None, folder=project, environment={})
    assert found.path == project.parent.parent / "config" / "pillars.yaml"


def test_a_folder_that_cannot_be_listed_is_passed_over(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert list_definitions(project) == ()


def test_nothing_is_taken_over_from_a_file_out_of_the_project(write: Write, tmp_path: Path) -> None:
    write(named("luar"), "luar.yaml")
    write("kediri_index: 1\nid: anak\nextends: ../../luar.yaml\n", "kota/config/anak.yaml")
    write("", "kota/.git/HEAD")
    (child, *_) = list_definitions(tmp_path / "kota")
    assert (child.id, child.title, child.status) == ("anak", None, None)
