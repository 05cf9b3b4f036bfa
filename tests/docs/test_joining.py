"""What a stranger needs to cite the project, report to it and write about it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from pages.citation import project
from pages.man_page import man_page

ROOT = Path(__file__).parents[2]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
PAPER = (ROOT / "paper" / "paper.md").read_text(encoding="utf-8")
HEAD, BODY = PAPER.removeprefix("---\n").split("\n---\n", 1)
SOURCES = ("*.md", "docs/**/*.md", "*.yml", "*.cff", ".github/**/*.yml", "paper/*")
"""Where an address of the project may stand."""


def test_the_citation_has_what_the_format_asks_for() -> None:
    said: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(said)
    assert (said["cff-version"], said["version"]) == ("1.2.0", project()["version"])
    assert all(set(one) & {"name", "family-names"} for one in said["authors"])


def test_every_address_of_the_project_is_that_of_pyproject() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    source = urls["Source"]
    assert all(url.startswith(source) for url in urls.values())
    host = re.escape(source.removesuffix("/kediri-index").rsplit("/", 1)[0])
    found = {
        url
        for pattern in SOURCES
        for path in ROOT.glob(pattern)
        if path.is_file()
        for url in re.findall(rf"{host}/[\w-]+/kediri-index\b", path.read_text(encoding="utf-8"))
    }
    assert found == {source}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_one(path: Path) -> None:
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "labels"}
    asked = [one for one in form["body"] if one["type"] != "markdown"]
    assert len({one["id"] for one in asked}) == len(asked) > 0
    for one in asked:
        assert one["type"] in {"input", "textarea"}
        assert one["attributes"]["label"]


def test_whoever_reports_a_wrong_score_is_asked_for_an_archive() -> None:
    form = yaml.safe_load(next(one for one in FORMS if "score" in one.stem).read_text("utf-8"))
    (archive,) = (one for one in form["body"] if one.get("id") == "archive")
    assert archive["validations"]["required"]
    assert "kediri-index bundle" in form["body"][0]["attributes"]["value"]


def test_the_manual_page_names_every_command_and_no_line_is_a_request_by_accident() -> None:
    lines = man_page().splitlines()
    requests = {line.split()[0] for line in lines if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".SS", ".PP", ".TP", ".B"}
    sections = [line.removeprefix(".SS ").replace("\\-", "-") for line in lines if ".SS" in line]
    assert {"score", "check", "page", "definition lint"} <= set(sections)
    assert not [line for line in lines if re.search(r"(?<!\\)-", line)]  # or it is a hyphen


def test_the_paper_has_the_head_the_parts_and_the_length_that_joss_asks_for() -> None:
    head: dict[str, Any] = yaml.safe_load(HEAD)
    assert {"title", "tags", "authors", "affiliations", "date", "bibliography"} <= set(head)
    places = {one["index"] for one in head["affiliations"]}
    assert {one["affiliation"] for one in head["authors"]} <= places
    parts = re.findall(r"^# (.+)$", BODY, re.MULTILINE)
    assert {"Summary", "Statement of need", "Acknowledgements", "References"} <= set(parts)
    assert 250 <= len(BODY.split()) <= 1750


def test_the_paper_cites_what_its_bibliography_has() -> None:
    entries = re.findall(
        r"^@\w+\{(\w+),", (ROOT / "paper" / "paper.bib").read_text("utf-8"), re.MULTILINE
    )
    assert set(re.findall(r"@(\w+)", BODY)) == set(entries)


@pytest.mark.parametrize(
    ("figure", "row"),
    [
        ("0.15 s", r"^\| score, 117 questions \|.*\| 153 ms"),
        ("7.2 s", r"^\| check of 15,000 workbooks.*\| 7\.15 s"),
        ("1.0 s", r"^\| 500 units, score as CSV \|.*\| 0\.99 s"),
        ("2.1 times", r"^\| 500 units, score as CSV \|.*\| 2\.1 ×"),
    ],
)
def test_a_figure_of_the_paper_was_measured(figure: str, row: str) -> None:
    assert figure in BODY
    speed = (ROOT / "docs" / "explanation" / "speed.md").read_text(encoding="utf-8")
    assert re.search(row, speed, re.MULTILINE)
