"""Pages that are read from top to bottom are walked so: each in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from tests.docs.walking import (
    GUIDES,
    LANGUAGE,
    PANDUAN,
    ROOT,
    TUTORIALS,
    WAVES,
    is_shown,
    steps,
    walk,
)
from tests.runtime_of_page import put_runtime

KIT = ROOT / "examples" / "tahun-pertama"
MOST_COMMANDS = 15
MOST_WORDS = 400


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_each_step_of_the_tutorial_prints_what_its_page_shows(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(shutil.copytree(KIT, tmp_path / "tahun-pertama"))
    walk(page, monkeypatch, capsys)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_each_step_of_a_guide_prints_what_its_page_shows(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    walk(page, monkeypatch, capsys)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the kit with a project in it whose forms have been sent out."""
    kit = shutil.copytree(KIT, tmp_path_factory.mktemp("panduan") / "kit")
    asked = ("--config", "six-pillars", "--unit", "Kota Rekaan", "--year", "2026")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(kit)
        run(["init", "kota", *asked, "--opd-list", "opd.txt", "--quiet"])
        patched.chdir(kit / "kota")
        shutil.copy(kit / "profile.yaml", "config")
        run(["template", "--all", "isian", "--force", "--quiet"])
    return kit


@pytest.mark.parametrize("page", PANDUAN, ids=lambda page: page.stem)
def test_each_step_of_a_panduan_prints_what_its_page_shows(
    begun: Path,
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kit = shutil.copytree(begun, tmp_path / "kit")
    for wave in range(1, WAVES[page.stem] + 1):
        shutil.copytree(kit / f"kiriman-{wave}", kit / "kota" / "masuk", dirs_exist_ok=True)
    monkeypatch.chdir(kit / "kota")
    put_runtime(tmp_path / "runtime", monkeypatch)
    capsys.readouterr()
    walk(page, monkeypatch, capsys)


def test_a_panduan_is_short_and_all_of_them_are_walked() -> None:
    assert {*PANDUAN} == {*(ROOT / "docs" / "panduan").glob("*.md")}
    for page in PANDUAN:
        shown = page.read_text(encoding="utf-8")
        prose = "".join(shown.split("```")[::2])
        assert len(prose.split()) < MOST_WORDS, page.name


def test_both_languages_of_the_tutorial_walk_the_same_few_steps() -> None:
    english, indonesian = ([step.command for step in steps(page)] for page in TUTORIALS)
    assert [command for command in english if not command.startswith(LANGUAGE)] == indonesian
    ours = [command for command in indonesian if command.startswith("kediri-index")]
    assert 0 < len(ours) <= MOST_COMMANDS


@pytest.mark.parametrize(
    ("shown", "is_it"),
    [
        ("a b c", True),
        ("a … c", True),
        ("a …", True),
        ("… c", True),
        ("a b", False),
        ("a … b", False),
        ("b …", False),
        ("a … d", False),
        ("a b c …", False),
    ],
)
def test_lines_are_left_out_only_where_the_page_says_so(shown: str, *, is_it: bool) -> None:
    assert is_shown(["a", "b", "c"], shown.split()) is is_it
