"""What the site has beside MkDocs; the build itself is a step of ``.ci/run``."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from pages.site import anchor, on_config, on_page_markdown
from tests.docs.test_links import anchor_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
Nav = Any
SETTINGS: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def _pages(nav: Nav) -> list[str]:
    match nav:
        case dict():
            return [page for part in nav.values() for page in _pages(part)]
        case list():
            return [page for part in nav for page in _pages(part)]
    return [nav]


def test_the_nav_has_every_page_once() -> None:
    config = SimpleNamespace(nav=SETTINGS["nav"], mdx_configs={})
    pages = _pages(on_config(config).nav)
    assert sorted(pages) == sorted(
        path.relative_to(DOCS).as_posix() for path in DOCS.glob("**/*.md")
    )
    sections = [next(iter(entry)) for entry in config.nav if isinstance(entry, dict)]
    assert all(_pages(entry) for entry in config.nav)
    assert set(sections) >= {"How-to", "Reference", "Decisions"}


@pytest.mark.parametrize(
    ("place", "link", "moved"),
    [
        ("how-to/ci.md", "checking.md#waivers", "checking.md#waivers"),
        ("how-to/ci.md", "../decisions", "../decisions/README.md"),
        ("how-to/ci.md", "../../README.md#x", "../repository/README.md#x"),
        ("how-to/ci.md", "../../config/pillars.yaml", "../repository/config/pillars.yaml"),
        ("repository/README.md", "docs/how-to/ci.md", "../how-to/ci.md"),
        ("repository/README.md", "examples/README.md", "examples/README.md"),
        ("how-to/ci.md", "https://example.org/a.md", "https://example.org/a.md"),
        ("how-to/ci.md", "#here", "#here"),
    ],
)
def test_a_link_goes_to_where_the_site_has_what_it_names(place: str, link: str, moved: str) -> None:
    page = SimpleNamespace(file=SimpleNamespace(src_uri=place))
    code = "```text\n[a](../../README.md)\n```\n"
    text = f'See [a]({link}).\n\n{code}\n<img src="{link}">\n'
    expected = f'See [a]({moved}).\n\n{code}\n<img src="{moved}">\n'
    assert on_page_markdown(text, page=page) == expected


def test_a_bar_in_the_code_of_a_table_has_no_backslash() -> None:
    page = SimpleNamespace(file=SimpleNamespace(src_uri="how-to/ci.md"))
    row = r"| `ID\|PATH` | one \| two |"
    assert on_page_markdown(row, page=page) == r"| `ID|PATH` | one \| two |"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Exit codes", "exit-codes"),
        ("With --all: every form", "with---all-every-form"),
        ("Score – class · rank", "score--class--rank"),
        ("model.results.Figure", "modelresultsfigure"),
        ("load_definition", "load_definition"),
    ],
)
def test_a_heading_has_the_name_that_github_gives_it(title: str, name: str) -> None:
    assert anchor(title, "-") == anchor_of(title) == name


def test_nothing_on_the_site_is_loaded_from_elsewhere() -> None:
    assert SETTINGS["theme"]["font"] is False
    assert "http" not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
