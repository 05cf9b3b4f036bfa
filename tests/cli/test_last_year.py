"""Last year's files: in an archive, and found through the profile."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.running import Cli

EXAMPLES = Path(__file__).parents[2] / "examples"
THEN, NOW = "kota-kediri-2022.xlsx", "kota-kediri-2023.xlsx"


@pytest.fixture
def project(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of 2023 that keeps 2022 as an archive, and names it in its profile."""
    folder = tmp_path / "2023"
    (folder / "config").mkdir(parents=True)
    for name in (THEN, NOW):
        shutil.copy(EXAMPLES / name, folder)
    monkeypatch.chdir(folder)
    assert cli("bundle", THEN, "--output", "tahun-lalu.zip").code == 0
    names(folder, "../tahun-lalu.zip")
    return folder


def names(folder: Path, previous: str) -> None:
    text = f"unit: Kota Kediri\nprevious: {previous}\n"
    (folder / "config/profile.yaml").write_text(text, encoding="utf-8")


def contributions(out: str) -> object:
    result = json.loads(out)["result"]
    return result["change"], result["contributions"], result["weights"], result["set"]


@pytest.mark.usefixtures("project")
def test_an_archive_stands_for_the_files_in_it(cli: Cli) -> None:
    of_files = cli("compare", THEN, NOW, "--format", "json")
    of_archive = cli("compare", "tahun-lalu.zip", NOW, "--format", "json")
    assert contributions(of_archive.out) == contributions(of_files.out)
    paths = [one["path"] for one in json.loads(of_archive.out)["inputs"]]
    assert paths == [f"tahun-lalu.zip/{THEN}", NOW]
    scores = [cli("score", NOW, "--previous", one).out for one in (THEN, "tahun-lalu.zip")]
    assert scores[0] == scores[1] != cli("score", NOW).out


@pytest.mark.usefixtures("project")
def test_an_archive_may_be_read_by_another_definition(cli: Cli) -> None:
    archive = ("score", NOW, "--previous", "tahun-lalu.zip", "--previous-config")
    assert cli(*archive, "kominfo-2022-reguler") == cli(*archive[:-1])
    assert cli(*archive, "six-pillars").code == 1


@pytest.mark.usefixtures("project")
def test_compare_finds_last_year_through_the_profile(cli: Cli) -> None:
    found = cli("compare", NOW, "--format", "json", "--verbose")
    assert contributions(found.out) == contributions(
        cli("compare", THEN, NOW, "--format", "json").out
    )
    assert "tahun lalu: tahun-lalu.zip (previous di config/profile.yaml)" in found.err


@pytest.mark.usefixtures("project")
def test_report_finds_it_and_shows_the_change(cli: Cli) -> None:
    asked = cli("report", NOW, "--previous", "tahun-lalu.zip", "--format", "md")
    found = cli("report", NOW, "--format", "md", "--verbose")
    assert (asked.code, found.code, found.out) == (0, 0, asked.out)
    assert "tahun lalu: tahun-lalu.zip (previous di config/profile.yaml)" in found.err


def test_the_profile_of_another_unit_has_no_say(cli: Cli, project: Path) -> None:
    (project / "config/profile.yaml").write_text(
        "unit: Kota Lain\nprevious: ../tahun-lalu.zip\n", encoding="utf-8"
    )
    ran = cli("report", NOW, "--format", "md")
    assert (ran.code, "S305" in ran.out) == (0, False)


@pytest.mark.parametrize(
    ("previous", "said"),
    [
        ("../tiada.zip", "previous merujuk ke «../tiada.zip», yang tidak ada"),
        ("../../luar.zip", "di luar folder proyek"),
        ("C:\\luar.zip", "di luar folder proyek"),
        ("../rusak.zip", "kediri-index verify rusak.zip"),
    ],
)
def test_what_the_profile_names_and_cannot_be_read_is_said(
    previous: str, said: str, cli: Cli, project: Path
) -> None:
    archive = (project / "tahun-lalu.zip").read_bytes()
    (project.parent / "luar.zip").write_bytes(archive)
    (project / "rusak.zip").write_bytes(archive.replace(b"kominfo", b"kominfa", 1))
    names(project, previous)
    for command in ("compare", "report"):
        ran = cli(command, NOW)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


def test_leave_to_read_outside_is_the_users(cli: Cli, project: Path) -> None:
    (project / "tahun-lalu.zip").rename(project.parent / "luar.zip")
    names(project, "../../luar.zip")
    assert cli("compare", NOW, "--allow-outside").code == 0


def test_one_year_alone_needs_a_profile_that_names_the_other(cli: Cli, project: Path) -> None:
    (project / "config/profile.yaml").write_text("unit: Kota Kediri\n", encoding="utf-8")
    ran = cli("compare", NOW)
    assert (ran.code, ran.out) == (2, "")
    assert f"kediri-index compare LAMA {NOW}" in ran.err
