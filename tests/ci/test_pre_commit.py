"""The hooks: what pre-commit needs of them, and what they do with the files it names."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kediri_index.cli.run import run
from tests.ci.routes import HOOKS, ROOT, named, words
from tests.shipped import SHIPPED

CHECK, LINT = HOOKS.values()
SALAH = "examples/kota-contoh-salah"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with sheets, definitions, and files that are neither."""
    for folder in ("config", SALAH):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "config" / "waivers.yaml").write_text("[]\n")
    monkeypatch.chdir(tmp_path)


def ran(hook: dict[str, Any], files: Sequence[str]) -> int:
    return run(words(hook, files))


def test_they_are_called_by_the_names_that_the_page_tells() -> None:
    page = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"- id: (\S+)", page)) == set(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_they_have_what_pre_commit_requires_and_never_run_twice_at_once(name: str) -> None:
    hook = HOOKS[name]
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert set(hook) <= {
        *("id", "name", "description", "entry", "language", "files", "exclude"),
        *("args", "require_serial"),
    }
    assert (hook["language"], hook["require_serial"]) == ("python", True)


def test_sheets_are_checked_together(capsys: pytest.CaptureFixture[str]) -> None:
    files = named(CHECK, Path())
    assert {Path(one).suffix for one in files} == {".xlsx", ".csv"}
    same = [one for one in files if "Dinas Sosial" in one]
    assert len(same) == 2
    told = []
    for together in (same[:1], same[1:], same):
        assert ran(CHECK, together) == 0
        told.append("X306" in capsys.readouterr().out)
    assert told == [False, False, True]  # two files of one agency with the same answers
    assert ran(CHECK, [one for one in files if "Lingkungan Hidup" in one]) == 1


def test_definitions_are_checked_and_profiles_and_waivers_are_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = named(LINT, Path())
    assert sorted(Path(one).stem for one in files) == [
        "pillars" if name == "kominfo-2023-reguler" else name for name in SHIPPED
    ]
    assert ran(LINT, files) == 0
    with Path("config/six-pillars.yaml").open("a", encoding="utf-8") as file:
        file.write("tanpa_arti: 1\n")
    capsys.readouterr()
    assert ran(LINT, files) == 1
    assert "config/six-pillars.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["-x.csv", "--output=x.csv", "--waivers=config/waivers.csv"])
def test_a_sheet_that_is_called_like_an_option_is_a_sheet(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    file.write_text("Kode,Nilai mandiri\nX-1,x\n", encoding="utf-8")
    assert name in named(CHECK, Path())
    assert ran(CHECK, [name]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].strip() == name
    assert f"kediri-index score ./{name} " in told.err
