"""Commands on a screen may be copied: what a shell would read in a name is quoted."""

from __future__ import annotations

import shlex
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from kediri_index.cli import quoting

if TYPE_CHECKING:
    from tests.cli.running import Cli

pytestmark = pytest.mark.attack("shell")

NAMES = ("$(touch kena).yaml", "a b.yaml", "`id`.yaml", "-x.yaml", "a;b.yaml", "it's.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_for_a_broken_definition_is_one_word(
    name: str, project: Path, cli: Cli
) -> None:
    (project / name).write_text("kediri_index: 1\n", encoding="utf-8")
    (project / "x.csv").write_text("Kode,Nilai asesor\n", encoding="utf-8")
    told = cli("score", "x.csv", f"--config=./{name}", "--lang", "en").err
    command = told.rpartition("check it with ")[2].strip()
    assert Path(shlex.split(command)[-1]).name == name
    assert len(shlex.split(command)) == 4


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("data.xlsx", "data.xlsx"),
        (r"C:\Data\isian.xlsx", r"C:\Data\isian.xlsx"),
        ("Dinas Kesehatan.xlsx", '"Dinas Kesehatan.xlsx"'),
        ("a&calc.xlsx", '"a&calc.xlsx"'),
        ("a;b|c.xlsx", '"a;b|c.xlsx"'),
        ("it's.xlsx", '"it\'s.xlsx"'),
        ("%PATH%.xlsx", "…"),
        ("$(calc).xlsx", "…"),
        ("`calc`.xlsx", "…"),
    ],
)
def test_words_for_cmd_and_powershell(
    word: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, "os", SimpleNamespace(name="nt"))
    assert quoting.shell_quoted(word) == shown
