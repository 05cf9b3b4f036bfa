"""Whole outputs of ``plan``, in the folder ``plan`` beside this test."""

from __future__ import annotations

import json
import sys

import pytest

from kediri_index.cli.run import run
from tests.golden.test_golden import (
    ENVELOPE,
    HERE,
    LANGUAGES,
    ROOT,
    Printed,
    assert_golden,
)

KEDIRI = "examples/kota-kediri-2022.xlsx"
MALANG = ("examples/kabupaten-malang-2023.xlsx", "--step", "0.2", "--target")
CASES = {
    "kota-kediri-2022": ((KEDIRI,), 0),
    "kabupaten-malang-2023": ((*MALANG, "3.2"), 0),
    "out-of-reach": ((*MALANG, "3.6", "--fix", "IMP-*", "--max-steps", "6"), 1),
    "any-amount": ((KEDIRI, "--continuous", "--frontier", "--target", "3.35"), 0),
}
WIDTHS = ("80", "120")


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return a function that runs ``plan`` in the repository."""
    for variable in ("FORCE_COLOR", "KEDIRI_INDEX_CONFIG", "KEDIRI_INDEX_LANG", "NO_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(ROOT)

    def run_line(*arguments: str, code: int = 0, width: str = "80") -> str:
        monkeypatch.setenv("COLUMNS", width)
        monkeypatch.setattr(sys, "argv", ["kediri-index", "plan", *arguments])
        assert run(["plan", *arguments]) == code
        return capsys.readouterr().out

    return run_line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_a_plan_for_people(case: str, language: str, printed: Printed) -> None:
    arguments, code = CASES[case]
    for width in WIDTHS:
        out = printed(*arguments, "--lang", language, code=code, width=width)
        assert_golden(f"plan/{case}-{width}.{language}.txt", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_as_markdown(language: str, printed: Printed) -> None:
    arguments, _ = CASES["kabupaten-malang-2023"]
    out = printed(*arguments, "--lang", language, "--format", "md")
    assert_golden(f"plan/kabupaten-malang-2023.{language}.md", out)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_plan_for_programs(form: str, printed: Printed) -> None:
    out = printed(KEDIRI, "--format", form)
    assert_golden(f"plan/kota-kediri-2022.{form}", out)
    assert printed(KEDIRI, "--format", form, "--lang", "en") == out
    if form == "json":
        assert list(json.loads(out)) == ENVELOPE


def test_no_golden_file_is_left_over() -> None:
    made = {
        *(f"{case}-{width}.{one}.txt" for case in CASES for width in WIDTHS for one in LANGUAGES),
        *(f"kabupaten-malang-2023.{language}.md" for language in LANGUAGES),
        *(f"kota-kediri-2022.{form}" for form in ("json", "csv")),
    }
    assert {path.name for path in (HERE / "plan").iterdir()} == made
