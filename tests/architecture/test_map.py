"""The map of the code has every package, and nothing that is not there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kediri_index.cli.run import run
from kediri_index.usecases import inputs
from tests.architecture.test_imports import PARTS, ROOT

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "code.md"
TEXT = PAGE.read_text(encoding="utf-8")
NAMED = {
    name
    for name in re.findall(r"`([a-z_/]+(?:/|\.py))`", TEXT)
    if not name.startswith(("tests/", "src/"))
}


def test_every_package_is_on_the_map() -> None:
    packages = {
        f"{path.parent.relative_to(ROOT).as_posix()}/" for path in ROOT.rglob("*/__init__.py")
    }
    assert packages - NAMED == set()


def test_everything_on_the_map_is_there() -> None:
    # a bare name such as ``shown.py`` stands for the files of that name in several folders
    missing = {
        name
        for name in NAMED
        if not ROOT.joinpath(name).exists()
        and ("/" in name.rstrip("/") or not list(ROOT.rglob(name)))
    }
    assert missing == set()


def test_a_package_imports_what_its_row_says() -> None:
    rows = re.findall(r"^\| `([a-z]+)/` \|[^|]*\| ([^|]*) \|$", TEXT, re.MULTILINE)
    said = {package: set(re.findall(r"`([a-z_]+)`", imports)) for package, imports in rows}
    allowed = {part: {one.partition(".")[0] for one in own} for part, own in PARTS.items()}
    folders = {part for part in PARTS if ROOT.joinpath(part).is_dir()}
    assert said == {part: allowed[part] for part in folders}


WAY = TEXT.partition("## The way of a cell\n")[2].partition("\n## ")[0]
FORM = PAGE.parents[2] / "examples/kota-contoh/Dinas Komunikasi dan Informatika.xlsx"


def on_the_way(part: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| `([A-Za-z_.]+)` \| `([a-z_/]+\.py)` \|", part, re.MULTILINE)


def called_by(*arguments: str) -> Iterator[tuple[str, str]]:
    """The functions of the program that a command calls, in order."""
    called: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            file = Path(frame.f_code.co_filename).relative_to(ROOT).as_posix()
            called.append((frame.f_code.co_qualname, file))

    read_workbook = vars(inputs)["read_workbook"]  # a test before may have read the file
    getattr(read_workbook, "cache_clear", tuple)()
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run([*arguments, "--config", "kominfo-2023-reguler"])
    finally:
        sys.setprofile(before)
    return iter(called)


def test_a_cell_takes_the_way_that_is_written_down_to_its_score() -> None:
    way = on_the_way(WAY.partition("### From the bytes to a finding")[0])
    calls = called_by("score", str(FORM), "--allow-errors")
    assert len(way) > 35
    assert [one for one in way if one not in calls] == []


def test_a_cell_with_a_fault_takes_the_way_that_is_written_down_to_its_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = load_workbook(FORM)
    next(sheet for sheet in book if sheet["H14"].value is not None)["H14"] = 36
    book.save(tmp_path / "form.xlsx")
    way = on_the_way(WAY.partition("### From the bytes to a finding")[2])
    calls = called_by("check", str(tmp_path / "form.xlsx"))
    assert len(way) > 6
    assert [one for one in way if one not in calls] == []
    assert re.search(r"H14 .*C203", capsys.readouterr().out)
