"""A neighbour on the machine decides no score: how far definition and profile are searched for."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kediri_index import project_folder
from kediri_index.definition.find import (
    Origin,
    definition_passed_over,
    find_definition,
    find_profile,
    list_definitions,
    profile_passed_over,
)
from kediri_index.definition.library import known_ids, shipped_folder
from kediri_index.model.limits import Limits
from kediri_index.project_folder import upward

pytestmark = pytest.mark.attack("discovery")

BOB, MALLORY, CI = 54_001, 54_002, 54_003
Owned = Callable[..., Path]


@pytest.fixture
def owned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owned:
    """Return what gives a file or folder to a user: truly where we may, else at the rim.

    Bob is at the machine, whoever runs the tests.
    """
    given: dict[Path, int] = {}
    look = project_folder.status_of

    def told(path: Path, *, follow: bool = True) -> object:
        status = look(path, follow=follow)
        if status is None or path not in given:
            return status
        return SimpleNamespace(st_mode=status.st_mode, st_uid=given[path])

    def give(name: str, owner: int, mode: int | None = None) -> Path:
        path = tmp_path / name
        if mode is not None:
            path.chmod(mode)
        if os.getuid() == 0:
            os.chown(path, owner, -1, follow_symlinks=False)
        else:
            given[path] = owner
        return path

    monkeypatch.setattr(project_folder, "_user", lambda: {BOB})
    if os.getuid() != 0:
        monkeypatch.setattr(project_folder, "status_of", told)
    return give


def project(top: Path, name: str = "atas") -> Path:
    """Put a definition and a profile into *top*/config."""
    (top / "config").mkdir(parents=True)
    (top / "config" / "pillars.yaml").write_text(
        f"kediri_index: 1\nid: {name}\nversion: '1'\ntitle: {name}\n", encoding="utf-8"
    )
    (top / "config" / "profile.yaml").write_text(f"unit: {name}\n", encoding="utf-8")
    return top


def found(folder: Path) -> tuple[Origin, Path | None]:
    """Return what is found from *folder* on, and the profile."""
    definition = find_definition(None, folder=folder, environment={})
    profile = find_profile(None, folder=folder)
    return definition.origin, None if profile is None else profile.path


NOTHING = (Origin.PACKAGE, None)


@pytest.mark.parametrize(("owner", "mode"), [(MALLORY, 0o755), (BOB, 0o1777), (BOB, 0o1757)])
def test_nothing_is_taken_from_a_folder_of_another_user_or_of_everyone(
    owner: int, mode: int, owned: Owned, tmp_path: Path
) -> None:
    project(tmp_path / "srv")
    (tmp_path / "srv" / "bob").mkdir()
    owned("srv", owner, mode)
    folder = owned("srv/bob", BOB)
    assert found(folder) == NOTHING
    assert known_ids([*upward(folder)], Limits()) == []
    assert [one.origin for one in list_definitions(folder)] == [Origin.PACKAGE] * len(
        list_definitions(tmp_path)
    )
    above = tmp_path / "srv" / "config"
    assert definition_passed_over(folder) == str(above / "pillars.yaml")
    assert profile_passed_over(folder, []) == str(above / "profile.yaml")


def test_above_such_a_folder_nothing_is_searched_either(owned: Owned, tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "srv" / "bob").mkdir(parents=True)
    owned("", BOB)
    owned("srv", MALLORY)
    assert found(owned("srv/bob", BOB)) == NOTHING


@pytest.mark.parametrize("mode", [0o777, 0o1777])
@pytest.mark.parametrize(("planter", "is_used"), [(MALLORY, False), (BOB, True), (CI, True)])
def test_in_a_folder_of_everyone_only_what_its_owner_or_the_user_put_there_is_used(
    planter: int, mode: int, owned: Owned, tmp_path: Path, *, is_used: bool
) -> None:
    folder = project(tmp_path / "bersama")
    (folder / "profile.yaml").write_text("unit: X\n", encoding="utf-8")
    owned("bersama", CI, mode)
    owned("bersama/config", planter)
    owned("bersama/profile.yaml", planter)
    beside = find_profile(None, folder=tmp_path, beside=[folder])
    assert (beside is not None) == is_used
    assert (found(folder) != NOTHING) == is_used
    assert (profile_passed_over(folder, [folder]) == "profile.yaml") or is_used


def test_a_link_of_a_stranger_to_a_folder_of_the_users_is_not_used(
    owned: Owned, tmp_path: Path
) -> None:
    project(tmp_path / "bob")
    (tmp_path / "bersama").mkdir()
    (tmp_path / "bersama" / "config").symlink_to(tmp_path / "bob" / "config")
    owned("bersama/config", MALLORY)
    assert found(owned("bersama", CI, 0o1777)) == NOTHING


def test_a_file_that_a_stranger_put_into_a_config_of_everyone_is_not_used(
    owned: Owned, tmp_path: Path
) -> None:
    folder = project(tmp_path / "proyek", "asing")
    (folder / "config" / "kota.yaml").write_text("kediri_index: 1\nid: kota\n", encoding="utf-8")
    owned("proyek", BOB)
    owned("proyek/config", BOB, 0o777)
    owned("proyek/config/kota.yaml", BOB)
    for name in ("pillars.yaml", "profile.yaml"):
        owned(f"proyek/config/{name}", MALLORY)
    assert found(folder) == NOTHING
    assert known_ids([folder / "config"], Limits()) == ["kota"]


def test_the_search_ends_at_the_top_of_the_repository(owned: Owned, tmp_path: Path) -> None:
    del owned
    project(tmp_path)
    folder = tmp_path / "repo" / "a"
    folder.mkdir(parents=True)
    assert found(folder) == (Origin.PROJECT, tmp_path / "config" / "profile.yaml")
    (tmp_path / "repo" / ".git").touch()  # as a worktree or a submodule has it
    assert found(folder) == NOTHING
    project(tmp_path / "repo")
    assert found(folder) == (Origin.PROJECT, tmp_path / "repo" / "config" / "profile.yaml")


def test_a_stranger_does_not_end_the_search(owned: Owned, tmp_path: Path) -> None:
    project(tmp_path / "kota")
    (tmp_path / "kota" / "masuk" / ".git").mkdir(parents=True)
    owned("kota", BOB)
    owned("kota/masuk/.git", MALLORY)
    folder = owned("kota/masuk", BOB, 0o777)
    assert found(folder)[0] is Origin.PROJECT


@pytest.mark.parametrize(("maker", "is_used"), [(MALLORY, False), (BOB, True)])
def test_a_repository_is_its_makers_whoever_made_the_folder_for_it(
    maker: int, owned: Owned, tmp_path: Path, *, is_used: bool
) -> None:
    """As in a container of CI: the machine makes the folder, and root checks out into it."""
    project(tmp_path / "kota")
    for name in (".git", "masuk"):
        (tmp_path / "kota" / name).mkdir()
    owned("kota", MALLORY)
    owned("kota/.git", maker)
    folder = owned("kota/masuk", BOB)
    (folder / "a.csv").symlink_to("/etc/hostname")
    assert (found(folder) != NOTHING) == is_used
    assert project_folder.leads_out(folder / "a.csv") == is_used


def test_the_search_ends_at_the_home(
    owned: Owned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del owned
    project(tmp_path)
    (tmp_path / "rumah" / "a").mkdir(parents=True)
    (tmp_path / "jalan").symlink_to("rumah")  # a home is often reached through a link
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "jalan"))
    assert found(tmp_path / "rumah" / "a") == NOTHING
    assert found(tmp_path / "jalan" / "a") == NOTHING
    project(tmp_path / "rumah", "milik")
    assert found(tmp_path / "rumah" / "a")[0] is Origin.PROJECT


def test_the_root_of_a_disk_is_searched_only_by_who_works_there(
    owned: Owned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del owned
    owners = {one.stat().st_uid for one in (tmp_path, *tmp_path.parents)}
    monkeypatch.setattr(project_folder, "_owners", lambda _: owners)
    root = Path(tmp_path.anchor)
    monkeypatch.setattr(stat, "S_ISVTX", 0)  # so that /tmp is no end
    assert root not in upward(tmp_path)
    assert list(upward(root)) == [root]


def test_without_a_repository_a_definition_is_not_joined_by_a_profile_from_above(
    owned: Owned, tmp_path: Path
) -> None:
    del owned
    project(tmp_path)
    folder = project(tmp_path / "kota", "kota")
    (folder / "config" / "profile.yaml").unlink()
    assert found(folder) == (Origin.PROJECT, None)
    assert profile_passed_over(folder, []) == str(tmp_path / "config" / "profile.yaml")
    (tmp_path / ".git").mkdir()
    assert found(folder) == (Origin.PROJECT, tmp_path / "config" / "profile.yaml")


ORDINARY = {
    "a checkout of another user, as in a container of CI": (CI, CI, 0o755),
    "a folder that another program made in one's own": (CI, BOB, 0o755),
    "a disk of Windows, where all have all rights": (BOB, BOB, 0o777),
    "a network share where every file has one owner": (CI, CI, 0o777),
}


@pytest.mark.parametrize("case", ORDINARY)
def test_the_usual_work_finds_what_it_found(case: str, owned: Owned, tmp_path: Path) -> None:
    inner, outer, mode = ORDINARY[case]
    project(tmp_path / "kota")
    (tmp_path / "kota" / "masuk").mkdir()
    for name in ("kota", "kota/config", "kota/config/pillars.yaml", "kota/config/profile.yaml"):
        owned(name, outer, mode)
    folder = owned("kota/masuk", inner, mode)
    assert found(folder) == (Origin.PROJECT, tmp_path / "kota" / "config" / "profile.yaml")


def test_what_is_shipped_is_searched_wherever_it_stands() -> None:
    assert known_ids([shipped_folder()], Limits())
