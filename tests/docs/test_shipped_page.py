"""The page of the shipped definitions lists what is shipped, and every listed deviation."""

from __future__ import annotations

import re
from pathlib import Path

from kediri_index.usecases.inputs import load_definition
from tests.published.tables import shipped
from tests.shipped import SHIPPED

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "shipped.md").read_text(encoding="utf-8")


def test_every_shipped_definition_has_a_row_with_its_status_and_none_else() -> None:
    rows = re.findall(r"^\| `([\w-]+)` .*\| (\w+) \|$", PAGE.split("\n## ")[0], re.MULTILINE)
    assert dict(rows) == {name: load_definition(name).status.value for name in SHIPPED}


def test_every_deviation_stands_there_with_both_figures() -> None:
    rows = re.findall(r"\| (\d\.\d\d) \| (\d\.\d\d) \|$", PAGE, re.MULTILINE)
    deviations = [
        (deviation.computed, row.printed[node])
        for table in shipped().values()
        for row in table.rows
        for node, deviation in row.deviations.items()
        if (table.definition or "").startswith("spbe-")
    ]
    assert sorted(rows) == sorted(deviations)
