"""The pages on reading a finding speak of what is really found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kediri_index.usecases.check import check
from kediri_index.usecases.inputs import load_definition, read_workbooks
from tests.docs.walking import ROOT

PAGE = (ROOT / "docs" / "how-to" / "membaca-temuan.md").read_text(encoding="utf-8")
MOST_OFTEN = PAGE.partition("## Yang paling sering")[2].partition("##")[0]
WRONG = [
    value
    for row in re.findall(r"^\| (`[^|]*) \|", MOST_OFTEN, re.MULTILINE)
    for value in re.findall(r"`([^`]+)`", row)
]
RIGHT = re.findall(r"`(\d+)`", MOST_OFTEN)

MEASURED, SCORED = ("terukur", "R-1", "Realisasi"), ("uji", "U-1", "Nilai asesor")
"""A definition, an indicator of it, and the column of its answer."""


@pytest.mark.parametrize(("values", "found"), [(WRONG, 1), (RIGHT, 0)], ids=["wrong", "right"])
def test_what_the_page_calls_wrong_is_found_and_what_it_says_to_write_is_not(
    values: list[str], found: int, tmp_path: Path
) -> None:
    assert len(values) > 3
    path = tmp_path / "isian.csv"
    for value in values:
        kind, code, column = MEASURED if not value.endswith("%") else SCORED
        definition = load_definition(ROOT / "examples" / "findings" / "definisi" / f"{kind}.yaml")
        text = f'Kode,Target,{column}\n{code},,"{value}"\n'
        path.write_text(text, encoding="utf-8")
        findings = check(read_workbooks(path), definition).findings
        spelt = [one for one in findings if one.cell == "C2" and one.code != "C152"]
        assert len(spelt) == found, value  # how large it may be is another question
