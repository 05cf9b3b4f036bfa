"""A neighbour's walk on one machine: what others left nearby decides nothing unnamed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from kediri_index import project_folder
from tests.cli.conftest import ROOT
from tests.cli.running import Cli
from tests.hostile.neighbours import LOW

pytestmark = pytest.mark.attack("discovery")

DATA = "isian.csv"
MALLORY = 54_002
LINES = [
    "score isian.csv",
    "check isian.csv",
    "trace isian.csv",
    "report isian.csv -o hasil.html",
    "bundle isian.csv -o a.zip",
    "status .",
    "template --all isian",
    "compare isian.csv isian.csv",
    "definition show",
    "definition lint --data isian.csv",
]


@pytest.fixture
def bob(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Bob's with data, below one in which a neighbour may put files."""
    folder = tmp_path / "bersama" / "bob"
    folder.mkdir(parents=True)
    (folder / DATA).write_text(
        "unit,year,baseline,output,outcome,impact,quick_win\nKota A,2023,3,3,3,3,3\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def planted(bob: Path) -> Path:
    """The neighbour's definition and profile above it, in a folder as /tmp is."""
    config = bob.parent / "config"
    config.mkdir()
    (config / "pillars.yaml").write_text(LOW, encoding="utf-8")
    (config / "profile.yaml").write_text("unit: Kota A\n", encoding="utf-8")
    bob.parent.chmod(0o1777)
    return config


def of_mallory(*paths: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give *paths* to another user: truly where we may, else in what the system says."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, MALLORY, -1)
        return
    look = project_folder.status_of

    def told(path: Path, *, follow: bool = True) -> object:
        status = look(path, follow=follow)
        if status is None or path not in paths:
            return status
        return os.stat_result((*status[:4], MALLORY, *status[5:10]))

    monkeypatch.setattr(project_folder, "status_of", told)


def test_a_score_is_the_same_whatever_a_neighbour_puts_above(
    cli: Cli, bob: Path, planted: Path
) -> None:
    ran = cli("score", DATA, "--format", "json")
    shutil.rmtree(planted)
    assert ran.out == cli("score", DATA, "--format", "json").out
    assert json.loads(ran.out)["definition"]["id"] != "tetangga"
    said = ran.err.splitlines()
    assert [line.split()[0] for line in said] == [
        str(planted / "pillars.yaml"),
        str(planted / "profile.yaml"),
    ]
    assert said[0].endswith("sebutkan dengan --config")
    assert said[1].endswith("sebutkan dengan --profile")
    assert bob.is_dir()


def test_a_profile_that_a_neighbour_puts_beside_the_data_is_not_used(
    cli: Cli, bob: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = bob.parent
    shutil.move(bob / DATA, shared)
    (shared / "profile.yaml").write_text("unit: Kota Palsu\n", encoding="utf-8")
    shared.chmod(0o1777)
    of_mallory(shared / "profile.yaml", monkeypatch=monkeypatch)
    ran = cli("status", str(shared))
    assert ran.code == 2
    assert f"{shared / 'profile.yaml'} tidak dipakai" in ran.err
    assert "Kota Palsu" not in ran.out + ran.err


@pytest.mark.parametrize("line", LINES)
def test_what_was_found_and_not_named_is_always_told(line: str, cli: Cli, bob: Path) -> None:
    (bob / "config").mkdir()
    shutil.copy(ROOT / "config" / "pillars.yaml", bob / "config")
    shutil.copy(ROOT / "config" / "profile.yaml", bob / "config")
    used = "Memakai definisi config/pillars.yaml dan profil config/profile.yaml"
    words = line.split()
    assert f" {used}\n" in cli(*words).err
    assert used.split(maxsplit=1)[0] not in cli(*words, "--force", "--quiet").err
    named = ("--config", "config/pillars.yaml", "--profile", "config/profile.yaml")
    assert used.split(maxsplit=1)[0] not in cli(*words, "--force", *named).err
    said = cli(*words, "--force", "--profile", "config/profile.yaml", "--lang", "en").err
    assert " Using the definition config/pillars.yaml\n" in said


def test_what_lies_above_the_working_folder_is_told_even_to_who_wants_no_talk(
    cli: Cli, bob: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bob / "config").mkdir()
    shutil.copy(ROOT / "config" / "pillars.yaml", bob / "config")
    (bob / "2023").mkdir()
    monkeypatch.chdir("2023")
    ran = cli("score", f"../{DATA}", "--quiet")
    assert ran.err == f" Memakai definisi {bob / 'config' / 'pillars.yaml'}\n"


def test_a_definition_that_comes_with_the_program_is_told_in_the_output_alone(
    cli: Cli, bob: Path
) -> None:
    del bob
    ran = cli("score", DATA)
    assert "Memakai" not in ran.err
    assert "Definisi " in ran.out
