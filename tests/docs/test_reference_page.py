"""The reference pages are what the program prints, and what the guide says of keys is true."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from pages.made import COMMAND

DOCS = Path(__file__).parents[2] / "docs" / "reference"
Print = Callable[..., str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Print:
    def schema(*arguments: str) -> str:
        assert run(["definition", "schema", *arguments]) == 0
        return capsys.readouterr().out

    return schema


@pytest.mark.parametrize(("language", "name"), [("id", "kunci.md"), ("en", "keys.md")])
def test_the_page_is_what_the_program_prints(language: str, name: str, printed: Print) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert page == printed("--format", "md", "--lang", language), f"write it anew: {COMMAND}"


@pytest.mark.parametrize("name", ["kunci.md", "keys.md"])
def test_every_link_of_the_page_goes_somewhere(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    headings = [name.replace("\\", "") for name in re.findall(r"^#+ (.+)$", page, re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    links = set(re.findall(r"\]\(#(.+?)\)", page))
    assert links
    assert links <= set(headings)


@pytest.mark.parametrize("of", ["definition", "profile", "waivers"])
def test_the_page_of_one_file_is_a_part_of_the_whole(of: str, printed: Print) -> None:
    part = printed(of, "--format", "md", "--lang", "en")
    assert f"schema {of} --format md" in part
    assert part.partition("\n## ")[2] in (DOCS / "keys.md").read_text(encoding="utf-8")


def test_a_schema_describes_its_keys_in_the_language_asked_for(printed: Print) -> None:
    said = [
        json.loads(printed("profile", "--lang", language))["properties"]["due"]["description"]
        for language in ("id", "en")
    ]
    assert said == ["Batas waktu pengumpulan isian.", "The day by which sheets are due."]
