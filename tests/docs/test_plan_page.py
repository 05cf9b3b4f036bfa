"""What the page about plans says to programs is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kediri_index import load_definition
from kediri_index.model.limits import Limits
from kediri_index.sheets.costs import read_costs

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]


def test_the_python_of_the_page_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "how-to" / "plan.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "docs/how-to/plan.md", "exec"), {})  # noqa: S102 - the page's own example
    assert capsys.readouterr().out.startswith("OUP-06 4.0 3.0\n")


def test_its_tables_of_costs_can_be_read() -> None:

    page = (ROOT / "docs" / "how-to" / "plan.md").read_text(encoding="utf-8")
    definition = load_definition(ROOT / "config" / "pillars.yaml")
    tables = re.findall(r"```text\n(indicator,.*?)```", page, re.DOTALL)
    assert len(tables) == 2
    for table in tables:
        costs = read_costs("biaya.csv", table.encode(), definition, Limits())
        assert costs.findings == ()
        assert costs.rules
