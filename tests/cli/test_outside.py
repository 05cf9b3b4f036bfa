"""Links within the project, and what lies outside, read by who means it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile.outside import LINKS, project
from tests.hostile.sandbox import FILES

if TYPE_CHECKING:
    from tests.cli.running import Cli


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a definition, data and a folder of data; FILES lie outside."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    folder = tmp_path / "proyek"
    folder.mkdir()
    project(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "name", [name for name, one in LINKS.items() if one.target not in {"", "/"}]
)
def test_who_means_it_says_so(name: str, cli: Cli, checkout: Path) -> None:
    link, target, command, *_ = LINKS[name]
    (checkout / link).symlink_to(checkout.parent / target)
    ran = cli(*command.split(), "--allow-outside")
    for said in ("D281", "F128", "--allow-outside"):
        assert said not in ran.err + ran.out
    again = cli(*command.split())
    assert again != ran  # the leave ends with its run


def test_links_within_the_project_work_as_files_and_folders_do(cli: Cli, checkout: Path) -> None:
    (checkout / "arsip").mkdir()
    for number in range(30):
        text = "Kode,Nilai asesor\nA-1,3\n" if number % 2 else "Kode,Nilai asesor\nB-1,2\n"
        place = f"masuk/dinas{number}.csv" if number < 20 else f"arsip/dinas{number}.csv"
        (checkout / place).write_text(text, encoding="utf-8")
    (checkout / "masuk" / "tautan").symlink_to("../arsip")
    (checkout / "masuk" / "putar").symlink_to("..")
    (checkout / "config" / "lain.yaml").symlink_to("pillars.yaml")
    for given in ("masuk", "masuk/**/*.csv", "m*/**"):
        ran = cli("check", given, "--config", "config/lain.yaml", "--format", "json")
        assert ran.out.count('"sha256"') >= 31, ran.out + ran.err
        for code in ("F124", "F128", "F129"):
            assert code not in ran.out


def test_a_project_reached_through_a_link_is_the_users(
    cli: Cli, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.parent / "OneDrive").symlink_to(checkout)
    monkeypatch.chdir(checkout.parent)
    assert cli("check", "OneDrive/masuk", "--config", "OneDrive/config/pillars.yaml").code == 0
    assert cli("check", "OneDrive/*/*.csv", "--config", "OneDrive/config/pillars.yaml").code == 0


def test_a_link_that_the_user_keeps_in_no_project_is_the_users(
    cli: Cli, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = checkout.parent / "desktop"
    desktop.mkdir()
    (desktop / "isian.csv").symlink_to(checkout / "masuk" / "a.csv")
    monkeypatch.chdir(desktop)
    assert (
        cli("check", "isian.csv", "--config", str(checkout / "config" / "pillars.yaml")).code == 0
    )
