from __future__ import annotations

import subprocess
import sys

import pytest

from kediri_index.definition.library import DEFAULT_FILE, shipped_folder
from kediri_index.definition.lint import lint_together
from kediri_index.definition.load_definition import load_definition_file
from kediri_index.definition.load_profile import load_profile_file
from tests.shipped import SHIPPED

DEFINITIONS = sorted(
    path for path in shipped_folder().glob("*.yaml") if path.name != "profile.yaml"
)


def test_the_promised_definitions_are_shipped() -> None:
    assert [load_definition_file(path).definition.id for path in DEFINITIONS] == SHIPPED


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.name)
def test_every_shipped_definition_loads_without_a_finding(path: str) -> None:
    assert load_definition_file(path).findings == ()


def test_the_shipped_profile_loads_without_a_finding() -> None:
    loaded = load_profile_file(shipped_folder() / "profile.yaml")
    assert loaded.findings == ()
    assert loaded.profile.unit == "Kota Kediri"


def test_an_id_means_the_same_in_every_shipped_definition() -> None:
    assert lint_together(load_definition_file(path).definition for path in DEFINITIONS) == ()


def test_a_clean_definition_and_profile_load_without_pydantic() -> None:
    folder = shipped_folder()
    code = (
        "import sys\n"
        "from kediri_index.definition.load_definition import load_definition_file\n"
        "from kediri_index.definition.load_profile import load_profile_file\n"
        f"load_definition_file({str(folder / DEFAULT_FILE)!r})\n"
        f"load_definition_file({str(folder / 'six-pillars.yaml')!r})\n"
        f"load_profile_file({str(folder / 'profile.yaml')!r})\n"
        "print([name for name in ('pydantic', 'pydantic_core', 'openpyxl') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
