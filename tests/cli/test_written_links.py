"""Nothing is written through a link, but into a folder that the user named by a link of hers."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from kediri_index.cli import output
from tests.cli.running import Cli
from tests.hostile.machine import OLD, WRITING, Writing, seen, workplace

pytestmark = pytest.mark.attack("writing through links")

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
CSV = "unit,year,baseline,output,outcome,impact,quick_win\nKota A,2023,3,3,3,3,3\n"
BY_NAME = {one.name: one for one in WRITING}
FILLING = [one for one in WRITING if {"TARGET"} & set(one.arguments)]


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside the one we work in, with what is not to be touched."""
    monkeypatch.chdir(workplace(tmp_path / "data"))
    folder = tmp_path / "lain"
    folder.mkdir()
    (folder / "lama").write_bytes(OLD)
    return folder


def link(name: str, target: Path) -> Path:
    path = Path("hasil", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    return path


@pytest.mark.parametrize("writing", WRITING, ids=BY_NAME)
def test_a_link_in_the_place_of_a_file_is_named_and_nothing_is_written(
    writing: Writing, cli: Cli, outside: Path
) -> None:
    forced = writing.line("hasil")
    unforced = [one for one in forced if one != "--force"]
    for name, line in (("lama", forced), ("baru", unforced)):
        path = link(writing.files[-1], outside / name)
        ran = cli(*line)
        assert ran.code == 2
        if line is forced or writing.name != "init":  # which names it with all that is there
            assert f"{path}: sebuah tautan menuju {outside / name}, dan program tidak" in ran.err
        assert path.is_symlink()
        assert seen(outside) == {"lama": OLD}
        path.unlink()
        assert seen(Path("hasil")) == {}


@pytest.mark.parametrize("writing", [BY_NAME["score"], *FILLING], ids=lambda one: one.name)
def test_a_folder_that_the_user_named_by_a_link_is_hers(
    writing: Writing, cli: Cli, outside: Path
) -> None:
    Path("hasil").symlink_to(outside)
    assert cli(*writing.line("hasil")).code in {0, 1}
    assert {"lama", *writing.files} <= set(seen(outside))


@pytest.mark.parametrize("writing", FILLING, ids=lambda one: one.name)
def test_a_named_folder_that_links_to_nowhere_is_not_made(
    writing: Writing, cli: Cli, outside: Path
) -> None:
    Path("hasil").symlink_to(outside / "baru")
    assert cli(*writing.line("hasil")).code == 2
    assert seen(outside) == {"lama": OLD}


def test_a_folder_of_a_new_project_is_not_taken_from_elsewhere(cli: Cli, outside: Path) -> None:
    link("config", outside)
    ran = cli(*BY_NAME["init"].line("hasil"))
    assert ran.code == 2
    assert f"hasil/config: sebuah tautan menuju {outside}" in ran.err
    assert (seen(outside), seen(Path("hasil"))) == ({"lama": OLD}, {})


def test_a_copy_does_not_follow_a_link_between_it_and_the_named_folder(
    cli: Cli, outside: Path
) -> None:
    Path("masuk/a").mkdir(parents=True)
    shutil.move("salah.xlsx", "masuk/a")
    link("a", outside)
    ran = cli("check", "masuk", "--mark", "hasil", "--force")
    assert ran.code == 2
    assert f"hasil/a: sebuah tautan menuju {outside}" in ran.err
    assert seen(outside) == {"lama": OLD}


@pytest.mark.parametrize("target", ["hasil/a", "hasil/b/a"])
def test_a_link_of_the_project_that_leads_out_of_it_is_not_the_users(
    target: str, cli: Cli, outside: Path
) -> None:
    Path("config").mkdir()
    Path("hasil").symlink_to(outside)
    for line in (["explain", "C203", "--output", target], ["init", target, "--force"]):
        ran = cli(*line)
        assert ran.code == 2
        assert f"{target}: sebuah tautan menuju {outside}" in ran.err
    assert seen(outside) == {"lama": OLD}


def test_a_link_of_the_project_to_another_place_in_it_is_followed(cli: Cli, outside: Path) -> None:
    del outside
    Path("config").mkdir()
    Path("arsip").mkdir()
    Path("hasil").symlink_to("arsip")
    assert cli("explain", "C203", "--output", "hasil/a").code == 0
    assert Path("arsip/a").is_file()


def test_a_users_link_to_one_of_a_project_is_the_projects(cli: Cli, outside: Path) -> None:
    Path("proyek/config").mkdir(parents=True)
    Path("proyek/hasil").symlink_to(outside)
    Path("desktop").symlink_to("proyek/hasil")
    for line in (["explain", "C203", "--output", "desktop/a"], ["init", "desktop", "--force"]):
        assert cli(*line).code == 2
    assert seen(outside) == {"lama": OLD}


def test_links_above_the_named_file_are_the_machines(cli: Cli, outside: Path) -> None:
    """As /tmp on macOS, or a OneDrive folder."""
    Path("awan").symlink_to(outside)
    assert cli("explain", "C203", "--output", "awan/hasil").code == 0
    assert (outside / "hasil").is_file()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no links to open files here")
def test_a_link_of_the_system_to_an_open_pipe_is_written_to(cli: Cli, outside: Path) -> None:
    del outside
    reader, writer = os.pipe()
    try:
        assert cli("explain", "C203", "--output", f"/dev/fd/{writer}").code == 0
        assert b"C203" in os.read(reader, 100_000)
    finally:
        os.close(reader)
        os.close(writer)


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="no such folder here")
def test_a_folder_in_memory_has_links_as_any_other(cli: Cli, outside: Path) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        link = Path(folder, "hasil")
        link.symlink_to(outside / "lama")
        ran = cli("explain", "C203", "--output", str(link), "--force")
        assert (ran.code, seen(outside)) == (2, {"lama": OLD})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_strangers_pipe_is_not_written_to(
    cli: Cli, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del outside
    os.mkfifo("hasil")
    monkeypatch.setattr(output, "is_planted", lambda path: path == Path("hasil"))
    ran = cli("explain", "C203", "--output", "hasil", "--force")
    assert ran.code == 2
    assert "hasil: tidak dapat ditulis" in ran.err


def test_a_junction_of_windows_is_a_link(
    cli: Cli, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = Path("hasil/config")
    inside.mkdir(parents=True)
    real = Path.lstat

    class Junction:
        st_mode = stat.S_IFDIR
        st_reparse_tag = 0xA0000003

    def lstat(path: Path) -> object:
        return Junction() if path == inside else real(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    ran = cli(*BY_NAME["init"].line("hasil"))
    assert (ran.code, seen(Path("hasil")), seen(outside)) == (2, {}, {"lama": OLD})
    assert "hasil/config: sebuah tautan menuju " in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="no modes of files here")
def test_the_mode_of_a_file_that_is_replaced_is_kept(cli: Cli, outside: Path) -> None:
    del outside
    Path("hasil").touch(mode=0o600)
    assert cli("explain", "C203", "--output", "hasil", "--force").code == 0
    assert stat.S_IMODE(Path("hasil").stat().st_mode) == 0o600
