"""What the page of dependencies says of their ranges is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "decisions" / "0005-dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OF_USERS = [*PROJECT["dependencies"], *EXTRAS["docx"]]


@pytest.mark.parametrize("requirement", OF_USERS)
def test_a_dependency_has_a_floor_and_a_ceiling_and_a_row_that_says_both(requirement: str) -> None:
    found = re.fullmatch(r"([\w-]+)(>=[\d.]+,<[\d.]+)", requirement)
    assert found is not None
    assert re.search(rf"^\| {found[1]} \| `{found[2]}` \|", PAGE, re.MULTILINE)


def test_every_tool_of_development_is_named() -> None:
    names = {re.split(r"[<>=]", one)[0].casefold() for one in EXTRAS["dev"]}
    assert not {name for name in names if name not in PAGE.casefold()}


def test_tests_run_with_what_users_install() -> None:
    assert {*EXTRAS["docx"]} <= {*EXTRAS["dev"]}
