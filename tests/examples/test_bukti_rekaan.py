"""The invented project with evidence by level: what each command makes of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from examples import make_bukti_rekaan
from kediri_index.cli.run import run
from tests.examples.packages import members

if TYPE_CHECKING:
    import pytest

PROJECT = Path(__file__).parents[2] / "examples" / "bukti-rekaan"


def test_the_committed_files_are_what_the_script_writes(tmp_path: Path) -> None:
    written = make_bukti_rekaan.write_all(tmp_path)
    names = {path.relative_to(tmp_path) for path in written}
    committed = (path for path in PROJECT.rglob("*") if path.is_file())
    assert {path.relative_to(PROJECT) for path in committed} == names
    for path in written:
        other = PROJECT / path.relative_to(tmp_path)
        if path.suffix == ".xlsx":
            assert members(path) == members(other), path.name
        else:
            assert path.read_bytes() == other.read_bytes(), path.name


def test_every_file_says_that_it_is_invented() -> None:
    for path in PROJECT.rglob("*.yaml"):
        assert "rekaan" in path.read_text(encoding="utf-8").splitlines()[0].casefold()
    for path in PROJECT.rglob("*.xlsx"):
        assert "rekaan" in openpyxl.load_workbook(path)["Identitas"]["A1"].value


def test_check_status_letters_and_plan_agree_on_what_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shutil.copytree(PROJECT, tmp_path / "kota"))

    def result(*words: str) -> dict[str, object]:
        capsys.readouterr()
        run([*words, "--format", "json"])
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    checked = result("check", "masuk")
    assert isinstance(checked["findings"], list)
    assert [one["code"] for one in checked["findings"]] == ["S841", "S840"]
    board = result("status", "masuk", "--messages", "surat")["result"]
    assert isinstance(board, dict)
    assert {one["id"]: one["evidence"] for one in board["opd"]} == {
        "diskominfo": {"sent": 0, "accepted": 5, "to_revise": 0, "missing": 2},
        "bappeda": {"sent": 0, "accepted": 1, "to_revise": 1, "missing": 1},
    }
    assert [path.name for path in Path("surat").iterdir()] == ["bappeda.txt"]
    plan = result("plan", "masuk", "--target", "2.5")["result"]
    assert isinstance(plan, dict)
    assert {one["code"] for step in plan["steps"] for one in step["evidence"]} == {
        "T-2.2.1",
        "T-2.3.1",
        "L-1.3.1",
    }
