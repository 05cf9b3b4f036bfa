"""What the lint says of the slips of people who know no YAML, and what it corrects by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import test_golden
from tests.golden.test_golden import HERE, LANGUAGES, Printed, assert_golden
from tests.golden.yaml_slips import SLIPS, Slip

printed = test_golden.printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_each_slip_and_what_is_corrected(
    language: str, printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = (_said(slip, language, printed) for slip in SLIPS)
    assert_golden(f"slips/{language}.txt", "\n".join(said))


def _said(slip: Slip, language: str, printed: Printed) -> str:
    file = Path("indeks.yaml")
    file.write_bytes(slip.data())
    lint = ("definition", "lint", "indeks.yaml", "--lang", language)
    found = printed(*lint, code=1)
    fixed = printed(*lint, "--fix", "--force", code=0 if slip.certain else 1)
    return f"## {slip.name}\n\n{found}\n{fixed}"


def test_no_golden_file_of_slips_is_left_over() -> None:
    assert {path.name for path in (HERE / "slips").iterdir()} == {f"{one}.txt" for one in LANGUAGES}
