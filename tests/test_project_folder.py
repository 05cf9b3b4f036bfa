"""Where paths and links may lead: the project's own files, or nowhere."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kediri_index import project_folder as module
from kediri_index.project_folder import (
    NotOrdinaryError,
    OutsideError,
    is_inside,
    leads_out,
    open_file,
    outside,
    project_folder,
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a file and a folder, beside which lies a secret."""
    (tmp_path / "rahasia").mkdir()
    (tmp_path / "rahasia" / "kunci.csv").write_text("KUNCI", encoding="utf-8")
    folder = tmp_path / "proyek"
    for name in ("config", "masuk", "arsip"):
        (folder / name).mkdir(parents=True)
    (folder / "arsip" / "a.csv").write_text("isi", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_a_project_is_the_repository_else_the_highest_folder_with_a_config(project: Path) -> None:
    nested = project / "kota" / "config"
    nested.mkdir(parents=True)
    assert project_folder(nested) == project
    (project / "kota" / ".git").mkdir()
    assert project_folder(nested) == project / "kota"
    assert project_folder(project.parent / "rahasia") is None


def test_the_home_and_the_root_of_a_disk_are_no_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(project))
    monkeypatch.setenv("USERPROFILE", str(project))
    assert project_folder(project / "masuk") is None


@pytest.mark.skipif(sys.platform == "win32", reason="no list of users here")
@pytest.mark.parametrize("is_the_users", [True, False])
def test_a_checkout_that_a_ci_gives_for_the_home_is_a_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, *, is_the_users: bool
) -> None:
    """A home under version control is none."""
    import pwd  # noqa: PLC0415 - not on every system

    (project / ".git").mkdir()
    (project / "masuk" / "a.csv").symlink_to("../../rahasia/kunci.csv")
    monkeypatch.setenv("HOME", str(project))
    home = project if is_the_users else project.parent
    monkeypatch.setattr(pwd, "getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    assert leads_out(project / "masuk" / "a.csv") != is_the_users


def test_a_home_that_is_reached_through_a_link_is_no_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.parent / "rumah").symlink_to("proyek")
    monkeypatch.setenv("HOME", str(project.parent / "rumah"))
    monkeypatch.setenv("USERPROFILE", str(project.parent / "rumah"))
    assert project_folder(project / "masuk") is None
    assert project_folder(project.parent / "rumah" / "masuk") is None


def test_a_repositorys_own_folder_is_not_inside(project: Path) -> None:
    assert is_inside(project / "masuk" / "tiada.csv", project)
    assert not is_inside(project / ".git" / "config", project)
    assert not is_inside(project / ".GIT" / "config", project)
    assert not is_inside(project / "masuk" / ".." / ".." / "rahasia", project)


OUT: dict[str, tuple[str, str, str]] = {
    "a file": ("masuk/a.csv", "../../rahasia/kunci.csv", "masuk/a.csv"),
    "a folder on the way": ("data", "../rahasia", "data/kunci.csv"),
    "through another link": ("masuk/a.csv", "b.csv", "masuk/a.csv"),
    "back and out": ("masuk/luar", "../../rahasia", "masuk/luar/../rahasia/kunci.csv"),
    "the repository's own": ("a.csv", ".git/config", "a.csv"),
}


@pytest.mark.parametrize("name", OUT)
def test_a_link_in_a_project_does_not_lead_out_of_it(project: Path, name: str) -> None:
    link, target, path = OUT[name]
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("[core]", encoding="utf-8")
    (project / "masuk" / "b.csv").symlink_to("../../rahasia/kunci.csv")
    (project / link).symlink_to(target)
    assert leads_out(Path(path))
    assert leads_out(project / path)
    with pytest.raises(OutsideError):
        open_file(Path(path))
    with outside(allowed=True), open_file(Path(path)) as file:
        assert file.read() in {b"KUNCI", b"[core]"}


def test_a_link_to_another_place_in_the_project_is_followed(project: Path) -> None:
    (project / "masuk" / "dinas").symlink_to("../arsip")
    with open_file(project / "masuk" / "dinas" / "a.csv") as file:
        assert file.read() == b"isi"


def test_a_project_that_is_reached_through_a_link_is_whole(project: Path) -> None:
    way = project.parent / "jalan"
    way.symlink_to(project)
    with open_file(way / "arsip" / "a.csv", way) as file:
        assert file.read() == b"isi"


def test_a_users_link_to_one_of_a_project_leads_no_further(project: Path) -> None:
    (project / "masuk" / "b.csv").symlink_to("../../rahasia/kunci.csv")
    (project / "luar").symlink_to("../rahasia")
    for link, target, path in (
        ("b.csv", "proyek/masuk/b.csv", "b.csv"),
        ("kota", "proyek/masuk", "kota/b.csv"),
        ("lain", "proyek/luar", "lain/baru.csv"),
    ):
        (project.parent / link).symlink_to(target)
        assert leads_out(project.parent / path)
        assert leads_out(Path("..") / path)


def test_a_folder_of_a_project_that_is_reached_through_a_link_belongs_to_it(project: Path) -> None:
    (project.parent / "kota").symlink_to("proyek/masuk")
    assert project_folder(project.parent / "kota") == project


def test_what_a_stranger_puts_into_a_folder_of_everyone_makes_no_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = project.parent / "rahasia"
    (shared / "config").mkdir()
    (shared / ".git").mkdir()
    assert project_folder(shared) == shared
    planted = {shared / "config", shared / ".git"}
    monkeypatch.setattr(module, "is_planted", planted.__contains__)
    assert project_folder(shared) is None


def test_a_link_in_no_project_is_the_users_own(project: Path) -> None:
    desktop = project.parent / "desktop"
    desktop.mkdir()
    (desktop / "a.csv").symlink_to(project / "arsip" / "a.csv")
    assert not leads_out(desktop / "a.csv")


def test_what_must_lie_in_a_folder_does_wherever_the_path_begins(project: Path) -> None:
    with pytest.raises(OutsideError):
        open_file(project / ".." / "rahasia" / "kunci.csv", project)


def pipe(place: Path) -> None:
    os.mkfifo(place)


def device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def listener(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(place.relative_to(Path.cwd())))  # a whole path may be too long for one


@pytest.mark.attack("reading out of the project")
@pytest.mark.parametrize("make", [Path.mkdir, pipe, device, listener])
def test_what_is_no_ordinary_file_is_refused_at_once(
    project: Path, make: Callable[[Path], object]
) -> None:
    make(project / "masuk" / "a.csv")
    with outside(allowed=True), pytest.raises(NotOrdinaryError):
        open_file(project / "masuk" / "a.csv")


SWAPS = [("masuk/a.csv", True), ("masuk", True), ("masuk/a.csv", False)]


@pytest.mark.attack("reading out of the project")
@pytest.mark.parametrize(("swapped", "system_says_where"), SWAPS)
def test_a_link_put_there_after_the_look_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, swapped: str, *, system_says_where: bool
) -> None:
    place = project / "masuk" / "a.csv"
    place.write_text("isi", encoding="utf-8")
    (project.parent / "rahasia" / "a.csv").write_text("KUNCI", encoding="utf-8")
    opened = os.open

    def swap_and_open(path: Path, flags: int) -> int:
        (project / swapped).rename(project / "lama")
        target = project.parent / "rahasia"
        (project / swapped).symlink_to(target / "a.csv" if "/" in swapped else target)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    if not system_says_where:
        monkeypatch.setattr(module, "_path_of", lambda _: None)
    with pytest.raises(OutsideError):
        open_file(place)


def test_a_link_that_is_there_only_when_the_file_is_opened_is_not_read_in_any_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = project.parent / "desktop" / "a.csv"
    place.parent.mkdir()
    place.write_text("isi", encoding="utf-8")
    opened = os.open

    def swap_and_open(path: Path, flags: int) -> int:
        place.unlink()
        place.symlink_to("../rahasia/kunci.csv")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    with pytest.raises(OutsideError):
        open_file(place)


def test_a_link_that_hides_while_it_is_judged_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = project / "masuk" / "a.csv"
    place.symlink_to("../../rahasia/kunci.csv")
    opened, inside = os.open, is_inside

    def hidden(path: Path, folder: Path) -> bool:
        if place.is_symlink():
            place.unlink()
            place.write_text("isi", encoding="utf-8")
        return inside(path, folder)

    def swap_and_open(path: Path, flags: int) -> int:
        place.unlink(missing_ok=True)
        place.symlink_to("../../rahasia/kunci.csv")
        return opened(path, flags)

    monkeypatch.setattr(module, "is_inside", hidden)
    monkeypatch.setattr(os, "open", swap_and_open)
    with pytest.raises(OutsideError):
        open_file(place)
