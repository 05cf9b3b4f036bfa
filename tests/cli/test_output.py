"""Writing to a file: whole or not at all, and never over another without being told."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.cli.output import write_file
from kediri_index.cli.run import run
from kediri_index.errors import UsageError

if TYPE_CHECKING:
    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
FORMATS = ["table", "json", "csv", "md"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_be_printed(form: str, cli: Cli, project: Path) -> None:
    printed = cli("score", FILE, "--format", form)
    ran = cli("score", FILE, "--format", form, "--output", "hasil")
    assert (ran.code, ran.out) == (0, "")
    assert (project / "hasil").read_bytes() == printed.out.encode()


def test_the_findings_of_check_can_be_written(cli: Cli, project: Path) -> None:
    printed = cli("check", FILE)
    ran = cli("check", FILE, "-o", "hasil.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (project / "hasil.txt").read_text(encoding="utf-8") == printed.out


def test_no_colour_gets_into_a_file(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    cli("score", FILE, "--output", "hasil.txt")
    assert "\x1b" not in (project / "hasil.txt").read_text(encoding="utf-8")


def test_a_file_that_exists_is_kept_unless_force_is_given(cli: Cli, project: Path) -> None:
    target = project / "hasil.txt"
    target.write_text("lama", encoding="utf-8")
    ran = cli("score", FILE, "--output", "hasil.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "hasil.txt: berkas ini sudah ada; beri nama lain, atau --force" in ran.err
    assert target.read_text(encoding="utf-8") == "lama"
    assert cli("score", FILE, "--output", "hasil.txt", "--force").code == 0
    assert "3,31" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["tiada/hasil.txt", "biasa/hasil.txt"])
def test_where_nothing_can_be_written_it_is_said(path: str, cli: Cli, project: Path) -> None:
    (project / "biasa").touch()
    ran = cli("score", FILE, "--output", path)
    assert (ran.code, ran.out) == (2, "")
    assert f"{path}: tidak dapat ditulis" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(os.getuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_not_be_written_is_named(cli: Cli, project: Path) -> None:
    (project / "terkunci").mkdir(mode=0o500)
    ran = cli("score", FILE, "--output", "terkunci/hasil.txt")
    assert ran.code == 2
    assert "terkunci/hasil.txt: tidak dapat ditulis" in ran.err


def test_a_folder_cannot_be_replaced(cli: Cli, project: Path) -> None:
    (project / "hasil").mkdir()
    ran = cli("score", FILE, "--output", "hasil", "--force")
    assert (ran.code, ran.out) == (2, "")
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_a_refused_score_writes_no_file_but_for_the_envelope(cli: Cli, project: Path) -> None:
    wrong = ("score", FILE, "--config", "six-pillars", "--output", "hasil")
    for form in ("table", "csv", "md"):
        assert cli(*wrong, "--format", form).code == 1
        assert not (project / "hasil").exists()
    assert cli(*wrong, "--format", "json").code == 1
    assert json.loads((project / "hasil").read_text(encoding="utf-8"))["result"] is None


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "hasil.txt"
    target.write_bytes(b"lama")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError) as caught:
        write_file(target, b"baru", force=True)
    assert caught.value.message == "output-failed"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.txt"]
    assert target.read_bytes() == b"lama"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_file(tmp_path / "hasil.txt", b"x", force=False)
    (tmp_path / "biasa.txt").touch()
    assert (tmp_path / "hasil.txt").stat().st_mode == (tmp_path / "biasa.txt").stat().st_mode


@pytest.mark.parametrize(
    "refusal", [OSError(errno.EPERM, "Operation not permitted"), NotImplementedError("no links")]
)
@pytest.mark.parametrize("is_quicker", [False, True])
def test_without_links_a_file_gets_its_name_unless_another_run_was_quicker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: Exception, *, is_quicker: bool
) -> None:
    target = tmp_path / "hasil.txt"

    def refuse(path: Path, beside: Path) -> None:
        del beside
        if is_quicker:
            path.write_bytes(b"lama")
        raise refusal

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    if is_quicker:
        with pytest.raises(UsageError) as caught:
            write_file(target, b"baru", force=False)
        assert caught.value.message == "output-exists"
    else:
        write_file(target, b"baru", force=False)
    assert target.read_bytes() == (b"lama" if is_quicker else b"baru")
    assert list(tmp_path.iterdir()) == [target]


def test_a_mode_is_kept_where_the_system_sets_one_by_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "hasil.txt"
    target.touch(mode=0o640)
    mode = target.stat().st_mode
    monkeypatch.setattr(os, "supports_fd", set())
    write_file(target, b"baru", force=True)
    assert (target.read_bytes(), target.stat().st_mode) == (b"baru", mode)


@pytest.mark.usefixtures("project")
def test_a_callers_own_stream_of_text_gets_what_a_file_would(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = cli("score", FILE, "--format", "csv").out
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert run(["score", FILE, "--format", "csv"]) == 0
    assert stream.getvalue() == printed
