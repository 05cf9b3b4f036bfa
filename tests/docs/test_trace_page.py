"""The page about ``trace`` names every key of its JSON, and its Python prints what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kediri_index.cli.run import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "trace.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_table_has_the_keys_of_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    run(("trace", "examples/kota-kediri-2022.xlsx", "impact", "--format", "json"))
    result = json.loads(capsys.readouterr().out)["result"]
    rows = re.findall(r"^\| (`.*?) \|", PAGE, flags=re.MULTILINE)
    named = [key.removesuffix("[]") for row in rows for key in re.findall(r"`(.*?)`", row)]
    assert sorted(named) == sorted(result)


def test_the_python_prints_what_stands_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```python\n(.*?)```\n\nIt prints `(.*?)`", PAGE, flags=re.DOTALL)
    assert block is not None
    exec(block[1], {})  # noqa: S102 - what readers of the page would run
    assert capsys.readouterr().out.splitlines()[0] == block[2]
