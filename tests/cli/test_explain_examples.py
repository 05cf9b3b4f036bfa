"""The examples of all codes, explained: where each finding is, on the screen and on the page."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kediri_index.archive.next_year import NextYearWanted, next_year
from kediri_index.archive.verify import verify
from kediri_index.messages.catalogue import CATALOGUE
from kediri_index.model.findings import ExplainedCode, Grid, Lines
from kediri_index.usecases import examples as example_run
from kediri_index.usecases.examples import examples_folder, examples_in, explain, finding_of
from pages.made import COMMAND
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kediri_index.model.findings import Example, Finding
    from kediri_index.usecases.examples import Run
    from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("repository")

FOLDER = examples_folder()
EXAMPLES = examples_in(FOLDER)
FURTHER = {
    "verify": lambda given, limits: verify(given.paths[0], limits=limits).findings,
    "init": lambda given, limits: (
        next_year(
            NextYearWanted(given.next_year, date(2026, 1, 1), given.year), limits, given.paths[0]
        ).findings
    ),
}
IN_AN_ARCHIVE = {"F464", "F465", "F466", "F468", "F469"}
"""What is at a place of a file that stands in an archive."""


@pytest.fixture(scope="module")
def found() -> dict[str, Finding | None]:
    """What the examples have given so far, by their codes."""
    return {}


@pytest.fixture
def examples_run_once(found: dict[str, Finding | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests that ask for all examples run each of them once."""

    def run_once(example: Example, folder: Path, further: Mapping[str, Run]) -> Finding | None:
        if example.code not in found:
            found[example.code] = finding_of(example, folder, further)
        return found[example.code]

    monkeypatch.setattr(example_run, "finding_of", run_once)


@pytest.fixture
def explained(examples_run_once: None) -> dict[str, ExplainedCode]:
    """Every code, with what its example gives."""
    del examples_run_once  # before it
    return {one.code: one for one in explain(CATALOGUE, FURTHER)}


def test_an_example_gives_its_finding_at_the_place_that_the_list_names(
    explained: dict[str, ExplainedCode],
) -> None:
    for code, example in EXAMPLES.items():
        finding = explained[code].finding
        assert finding is not None, code
        assert finding.code == code
        place = (finding.file, finding.sheet, finding.cell, finding.line, finding.column)
        named = (example.file, example.sheet, example.cell, example.line, example.column)
        assert place == named, code
        assert (finding.value or None) == example.value, code


def test_an_examples_files_are_there_and_the_faulty_one_is_among_them(
    explained: dict[str, ExplainedCode],
) -> None:
    elsewhere = {*IN_AN_ARCHIVE, "D002", "F550", "F551", "F552", "F557"}  # a folder, or not there
    for code, example in EXAMPLES.items():
        files = explained[code].files
        assert all((FOLDER / name).is_file() for name in files), code
        assert example.file in files or code in elsewhere, code


def test_a_place_in_a_file_is_shown_from_near(explained: dict[str, ExplainedCode]) -> None:
    for code, example in EXAMPLES.items():
        match explained[code].excerpt:
            case Grid(columns, rows, row, column):
                assert example.cell == f"{column}{row}", code
                assert column in columns, code
                assert row in [one.number for one in rows], code
                assert all(len(one.cells) == len(columns) for one in rows), code
            case Lines(first, lines, line):
                assert example.line == line, code
                assert first <= line < first + len(lines), code
            case None:
                assert example.cell is None or code in IN_AN_ARCHIVE, code


@pytest.mark.no_cover
@pytest.mark.usefixtures("examples_run_once")
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_example_commands_a_terminal_and_no_line_but_a_command_is_longer_than_a_narrow_one(
    language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = cli("explain", *CATALOGUE, "--lang", language).out.splitlines()
    assert all(line.isprintable() for line in lines)
    assert [line for line in lines if len(line) > 60 and "kediri-index " not in line] == []


@pytest.mark.usefixtures("examples_run_once")
@pytest.mark.parametrize(("language", "name"), [("id", "temuan.md"), ("en", "findings.md")])
def test_the_reference_page_is_what_the_command_writes(language: str, name: str, cli: Cli) -> None:
    page = cli("explain", "--format", "md", "--lang", language).out
    kept = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert page == kept, f"write it anew: {COMMAND}"
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == [
        code for letter in "CXSFDR" for code in sorted(CATALOGUE) if code[0] == letter
    ]
