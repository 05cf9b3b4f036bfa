"""The pages that are made from the code are as it makes them now."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kediri_index
from kediri_index.messages.texts import TEXTS
from pages.command_words import ENDS_WITH_1
from pages.commands import called
from pages.made import COMMAND, PRINTED, ROOT, made

FUNCTIONS = [name for name in kediri_index.__all__ if name.islower()]
DOCS = ROOT / "docs" / "reference"


def test_every_page_and_schema_is_as_it_is_made_now() -> None:
    pages = made()
    stale = [path for path, text in pages.items() if _read(path) != text]
    assert stale == [], f"write them anew: {COMMAND}"
    schemas = {f"docs/reference/schemas/{one.name}" for one in (DOCS / "schemas").iterdir()}
    assert schemas <= set(pages), f"left over; write them anew: {COMMAND}"


@pytest.mark.parametrize("spoken", ["id", "en"])
def test_the_pages_of_commands_are_the_same_whatever_language_help_is_in(spoken: str) -> None:
    script = (
        "from pages.commands import commands_md\n"
        "from kediri_index.model.language import Language\n"
        "print(*map(commands_md, Language), sep='')"
    )
    environment = {**os.environ, "KEDIRI_INDEX_LANG": spoken, "PYTHONIOENCODING": "utf-8"}
    made_now = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert (
        made_now == f"{_read('docs/reference/perintah.md')}{_read('docs/reference/commands.md')}\n"
    )


def test_contributing_names_what_writes_them() -> None:
    assert COMMAND in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all((ROOT / path).is_file() for path in PRINTED)


@pytest.mark.parametrize("page", ["commands.md", "perintah.md"])
def test_the_page_of_commands_tells_of_each(page: str) -> None:
    headings = re.findall(r"^## (.+)$", _read(f"docs/reference/{page}"), re.MULTILINE)
    assert headings[2:] == list(called())
    assert set(ENDS_WITH_1) == set(called())


def test_each_page_of_commands_is_in_one_language() -> None:
    texts = [one for key, one in TEXTS.items() if key.startswith("help.option.")]
    for page, other in (("commands", 0), ("perintah", 1)):
        said = _read(f"docs/reference/{page}.md")
        rows = set(re.findall(r"\| ([^|]+) \|$", said, re.MULTILINE))
        assert rows
        assert {one[1 - other] for one in texts} & rows
        assert not {one[other] for one in texts if one[0] != one[1]} & rows


def test_the_page_of_python_tells_of_every_public_name() -> None:
    said = _read("docs/reference/python.md")
    for name in kediri_index.__all__:
        one = getattr(kediri_index, name)
        error = isinstance(one, type) and issubclass(one, Exception)
        heading = f"- `kediri_index.{name}`" if error else f"### {name}\n"
        assert heading in said, name


def _read(path: str) -> str:
    file = Path(ROOT, path)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_tells_what_it_raises(name: str) -> None:
    said = getattr(kediri_index, name).__doc__
    assert re.search(r"\bRaises\b|othing\s+is\s+raised", said), name


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_every_row_of_a_table_has_as_many_cells_as_its_head(page: str) -> None:
    wide = 0
    for number, line in enumerate(_read(f"docs/reference/{page}").splitlines(), 1):
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not cells or not wide or cells == wide, f"{page}:{number}"
        wide = cells
