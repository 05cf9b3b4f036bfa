"""The map of the code has every package, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

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
