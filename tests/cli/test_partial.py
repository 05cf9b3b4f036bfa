"""Scores of what can be computed while there are errors: every command says that it is not all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.messages.texts import text
from kediri_index.model.language import Language
from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

FAULTY = "unit,year,A-1,A-2\nKota A,2022,3,9\nKota B,2022,2,1\n"
LATER = FAULTY.replace("2022", "2023")
COMMANDS = (
    ("score", "a.csv"),
    ("trace", "a.csv", "--unit", "Kota A"),
    ("compare", "a.csv", "b.csv", "--unit", "Kota A"),
    ("plan", "a.csv", "--unit", "Kota A", "--target", "3.5"),
    ("robustness", "a.csv", "--draws", "20"),
    ("bundle", "a.csv", "--output", "arsip.zip"),
    ("compare", "a.csv", "b.csv", "--unit", "Kota A", "--format", "csv"),
    ("robustness", "a.csv", "--draws", "20", "--format", "csv"),
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_it_is_said_that_a_result_is_partial(
    arguments: Sequence[str], cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"a.csv": FAULTY, "b.csv": LATER, "uji.yaml": f"{ANSWERS}missing: {{answers: exclude}}"}
    for name, content in files.items():
        Path(name).write_text(content, encoding="utf-8")
    called = (*arguments, "--config", "uji.yaml", "--lang", "en")
    refused, ran = cli(*called), cli(*called, "--allow-errors", "--verbose")
    said = " ".join(text("partial", Language.EN).split())
    assert refused.code == 1
    assert said not in " ".join((refused.out + refused.err).split())
    assert ran.code == 0
    assert said in " ".join((ran.out + ran.err).split())
