"""What ``check --since`` shows at 80 columns, in both languages, and its JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from tests.cli import test_check_since
from tests.cli.conftest import VARIABLES
from tests.golden.test_golden import assert_golden


@pytest.mark.parametrize(
    ("form", "language", "ending"),
    [("text", "id", "txt"), ("text", "en", "txt"), ("json", "en", "json")],
)
def test_a_second_round(
    form: str,
    language: str,
    ending: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    test_check_since.start()
    test_check_since.send("setda.csv", "Setda", *("L-A,9", "L-B,x", "L-C,3", "L-E,9", "L-F,9"))
    call = ("check", "masuk", "--lang", language)
    monkeypatch.setattr(sys, "argv", ["kediri-index", *call])
    assert run((*call, "--report", "json=satu.json", "--quiet")) == 1
    test_check_since.send("setda.csv", "Setda", *("L-D,1", "L-B,x", "L-A,3", "L-C,7"), revision=2)
    capsys.readouterr()
    assert run((*call, "--since", "satu.json", "--format", form)) == 1
    out = capsys.readouterr().out
    assert_golden(f"check-since/second-round-80.{language}.{ending}", out)
