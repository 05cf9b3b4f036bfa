"""The map of the code has every package, and nothing that is not there."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType

import kediri_index
from tests.architecture.test_imports import PARTS, ROOT

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


def test_a_cell_takes_the_way_that_is_written_down() -> None:
    section = TEXT.partition("## The way of a cell\n")[2].partition("\n## ")[0]
    way = re.findall(r"^\| `([A-Za-z_.]+)` \| `([a-z_/]+\.py)` \|", section, re.MULTILINE)
    definition = kediri_index.load_definition("kominfo-2023-reguler")
    called: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            file = Path(frame.f_code.co_filename).relative_to(ROOT).as_posix()
            called.append((frame.f_code.co_qualname, file))

    form = PAGE.parents[2] / "examples/kota-contoh/Dinas Komunikasi dan Informatika.xlsx"
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        kediri_index.check(kediri_index.read_workbooks(form), definition)
    finally:
        sys.setprofile(before)
    calls = iter(called)
    assert len(way) > 20
    assert [one for one in way if one not in calls] == []
