"""The cells that a trace names hold the values that it says, and every answer is among them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from kediri_index import load_definition, load_profile, read_workbooks, score, trace
from kediri_index.model.definition import Definition
from kediri_index.model.traced import Trace, TracedNode

ROOT = Path(__file__).parents[2]
CASES = {
    "kota-kediri-2022.xlsx": "kominfo-2022-reguler",
    "kota-kediri-2023.xlsx": "kominfo-2023-reguler",
    "kabupaten-malang-2022.xlsx": "kominfo-2022-kppn",
    "kabupaten-malang-2023.xlsx": "kominfo-2023-kppn",
    "kota-denpasar-2021.xlsx": "spbe-2020",
    "kota-contoh": "kominfo-2023-reguler",
}


@cache
def traced(name: str) -> tuple[Definition, Trace]:
    definition = load_definition(CASES[name])
    folder = ROOT / "examples" / name
    profile = load_profile(folder / "profile.yaml") if folder.is_dir() else None
    outcome = trace(read_workbooks(folder), definition, profile)
    assert outcome.trace is not None, outcome.findings
    return definition, outcome.trace


@cache
def values(file: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(file, data_only=True)


def counting(trace_: Trace) -> list[TracedNode]:
    """The answers that count."""
    return [node for node in trace_.node.walk() if node.used and node.combined is None][0:]


@pytest.mark.parametrize("name", CASES)
def test_each_cell_holds_the_value_that_is_said_of_it(name: str) -> None:
    seen = [one for node in counting(traced(name)[1]) for one in node.seen]
    assert seen
    for one in seen:
        assert one.source.sheet is not None
        assert one.source.cell is not None
        held = values(one.source.file)[one.source.sheet][one.source.cell].value
        assert Fraction(str(held)).limit_denominator(10**9) == one.number


@pytest.mark.parametrize("name", CASES)
def test_every_answer_that_counts_is_there_once_and_they_add_up(name: str) -> None:
    definition, found = traced(name)
    leaves = counting(found)
    scored = score(read_workbooks(ROOT / "examples" / name), definition)
    assert scored.units is not None
    assert len(leaves) == scored.units[0].completeness.answered
    assert len({node.id for node in leaves}) == len(leaves)
    assert all(len(node.sources) == 1 for node in leaves)
    parts = [node.contribution.score or Fraction(0) for node in leaves]
    assert sum(parts) == found.node.figure.score


@pytest.mark.parametrize("name", CASES)
def test_each_line_of_the_definition_has_the_id(name: str) -> None:
    for node in traced(name)[1].node.walk():
        mark = node.defined_at
        assert mark is not None
        if node.label is not None:
            lines = Path(mark.file).read_text(encoding="utf-8").splitlines()
            assert f"id: {node.id}" in lines[mark.line - 1]
            assert mark.column <= lines[mark.line - 1].index("id:") + 1
