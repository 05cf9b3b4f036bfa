"""Walks a page of the documents as its reader does: block by block, in one folder."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kediri_index.cli.run import run
from tests.form_once import forms_written_once

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = tuple(
    ROOT / "docs" / "tutorial" / name for name in ("first-year.md", "tahun-pertama.md")
)
"""The same tutorial in English and in Indonesian."""
GUIDES = tuple(
    ROOT / "docs" / "how-to" / name
    for name in (
        *("own-index.md", "from-list.md", "another-city.md", "survey.md", "next-year.md"),
        "groups.md",
    )
)
WAVES = {
    "mulai": 0,
    "indeks-sendiri": 0,
    "formulir": 0,
    "status": 1,
    "memeriksa": 1,
    "halaman-pemeriksa": 1,
    "nilai": 2,
    "laporan": 2,
    "tahun-berikutnya": 2,
}
"""The pages in Indonesian, and how many waves of workbooks an analyst has when she reads them."""
PANDUAN = tuple(ROOT / "docs" / "panduan" / f"{name}.md" for name in WAVES)
LANGUAGE = "export KEDIRI_INDEX_LANG="
SHORT = "…"
"""A line of its own that stands for lines left out."""

_BLOCK = re.compile(r'```(\w+)(?: title="([^"]+)")?\n(.*?)```', re.DOTALL)
_SHA256 = re.compile(r"\bsha256 [0-9a-f]{64}\b")
"""Of a file that is another with each version of the program."""


class Step(NamedTuple):
    """A command, and the lines that stand below it; or a text that goes into *file*."""

    command: str
    shown: tuple[str, ...] = ()
    file: str | None = None


def steps(page: Path) -> Iterator[Step]:
    """Yield what there is to do on *page*, in order."""
    for kind, file, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if file:
            yield Step(kind, tuple(block.splitlines()), file)
        elif kind == "console":
            for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *shown = one.splitlines()
                yield Step(command, tuple(shown))


def walk(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Do all that *page* says, in the working folder; fail where it shows what is not so."""
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.delenv("KEDIRI_INDEX_LANG", raising=False)
    forms_written_once(monkeypatch)
    for step in steps(page):
        if step.file is not None:
            _write(Path(step.file), step.shown, changes=step.command == "diff")
            continue
        _do(step.command, monkeypatch)
        printed = _SHA256.sub("sha256 …", "".join(capsys.readouterr())).splitlines()
        shown = [_SHA256.sub("sha256 …", line) for line in step.shown]
        if not is_shown(printed, shown):
            assert [step.command, *printed] == [step.command, *shown]


def _write(file: Path, lines: tuple[str, ...], *, changes: bool) -> None:
    if not changes:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert (old[0], new[0]) == ("-", "+")
        assert text.count(f"{old[1:]}\n") == 1
        text = text.replace(f"{old[1:]}\n", f"{new[1:]}\n")
    file.write_text(text, encoding="utf-8")


def _do(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
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
        sys.stdout.write(Path(*words).read_text(encoding="utf-8-sig"))
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
