"""What ``init --next-year`` shows at 80 columns, in both languages."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from kediri_index.cli import values
from kediri_index.cli.run import run
from tests.cli import test_next_year
from tests.cli.conftest import VARIABLES
from tests.golden.test_golden import assert_golden


@pytest.mark.parametrize("answers", ["known", "unknown"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_year_that_is_carried_on(
    language: str,
    answers: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(values, "today", lambda: date(2027, 1, 11))
    sheet = test_next_year.ANSWERS if answers == "known" else "Kode,Nilai asesor\nL-1,9\n"
    test_next_year.write_ended(Path("2026"), sheet)
    call = ("init", "2027", "--next-year", "2026", "--lang", language)
    monkeypatch.setattr(sys, "argv", ["kediri-index", *call])
    assert run(call) == int(answers == "unknown")
    shown, said = capsys.readouterr()
    assert_golden(f"init/next-year-{answers}-80.{language}.txt", f"{shown}\n{said}")
