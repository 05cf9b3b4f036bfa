"""The pictures show what the commands print today, and fetch nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from examples.make_pictures import FOLDER, PICTURES, Picture, draw

ROOT = Path(__file__).parents[2]
READMES = [ROOT / name for name in ("README.md", "README.id.md")]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: str(picture.name))
def test_a_picture_is_what_its_command_prints_today_whatever_terminal_draws_it(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TERM": "dumb", "COLUMNS": "40", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KEDIRI_INDEX_LANG", "en")
    assert (FOLDER / picture.name).read_bytes().decode() == draw(picture)


def test_there_are_no_other_pictures() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {picture.name for picture in PICTURES}


def test_a_picture_has_no_address_but_the_name_of_its_format() -> None:
    for picture in PICTURES:
        svg = (FOLDER / picture.name).read_text(encoding="utf-8")
        assert re.findall(r"\w+:/[^\"')\s]*", svg) == ["http://www.w3.org/2000/svg"]
        assert "@font-face" not in svg
        assert "<script" not in svg


@pytest.mark.parametrize("page", READMES, ids=lambda path: path.name)
def test_a_readme_shows_pictures_that_are_there_and_says_what_they_show(page: Path) -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", page.read_text(encoding="utf-8"))
    titles = {f"docs/pictures/{picture.name}": picture.title for picture in PICTURES}
    assert shown
    assert [alt for alt, _ in shown] == [titles[path] for _, path in shown]
