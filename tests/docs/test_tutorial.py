"""The tutorial is walked in both languages, in a folder of its own, as its reader walks it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import NamedTuple

import pytest

from kediri_index.cli.run import run

ROOT = Path(__file__).parents[2]
KIT = ROOT / "examples" / "tahun-pertama"
ENGLISH, INDONESIAN = (
    ROOT / "docs" / "tutorial" / name for name in ("first-year.md", "tahun-pertama.md")
)
LANGUAGE = "export KEDIRI_INDEX_LANG="
MOST_COMMANDS = 15
SHORT = "…"
"""A line of its own that stands for lines left out."""
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_SHA256 = re.compile(r"\bsha256 [0-9a-f]{64}\b")
"""Of a file that is another with each version of the program."""


class Step(NamedTuple):
    """A command of the tutorial, and the lines that stand below it."""

    command: str
    shown: tuple[str, ...]


def steps(page: Path) -> Iterator[Step]:
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = one.splitlines()
            yield Step(command, tuple(shown))


def walk(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what *command* does in a shell."""
    if command.startswith(LANGUAGE):
        monkeypatch.setenv("KEDIRI_INDEX_LANG", command.removeprefix(LANGUAGE))
        return
    name, *words = shlex.split(command)
    if name == "cd":
        os.chdir(*words)
    elif name == "cp":
        pattern, folder = words
        files = glob(pattern)  # noqa: PTH207 - a pattern from this folder, as a shell's
        assert files
        for file in files:
            shutil.copy(file, folder)
    elif name == "cat":
        sys.stdout.write(Path(*words).read_text(encoding="utf-8"))
    else:
        assert name == "kediri-index"
        monkeypatch.setattr("sys.argv", ["kediri-index", *words])
        run(words)


def is_shown(printed: list[str], shown: list[str]) -> bool:
    """Return whether *shown* is *printed*, but for lines left out where it says so."""
    if SHORT not in shown:
        return printed == shown
    cut = shown.index(SHORT)
    head, tail = shown[:cut], shown[cut + 1 :]
    if printed[:cut] != head:
        return False
    rest = printed[cut:]
    return any(is_shown(rest[start:], tail) for start in range(1, len(rest) + 1))


@pytest.mark.parametrize("page", [ENGLISH, INDONESIAN], ids=["en", "id"])
def test_each_step_of_the_tutorial_prints_what_its_page_shows(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.delenv("KEDIRI_INDEX_LANG", raising=False)
    monkeypatch.chdir(shutil.copytree(KIT, tmp_path / "tahun-pertama"))
    for step in steps(page):
        walk(step.command, monkeypatch)
        printed = _SHA256.sub("sha256 …", "".join(capsys.readouterr())).splitlines()
        shown = [_SHA256.sub("sha256 …", line) for line in step.shown]
        if not is_shown(printed, shown):
            assert [step.command, *printed] == [step.command, *shown]


def test_both_languages_walk_the_same_steps() -> None:
    english, indonesian = ([step.command for step in steps(page)] for page in (ENGLISH, INDONESIAN))
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
def test_lines_may_be_left_out_only_where_the_page_says_so(shown: str, is_it: bool) -> None:  # noqa: FBT001 - a case's answer
    assert is_shown(["a", "b", "c"], shown.split()) is is_it
