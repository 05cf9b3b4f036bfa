"""Who of the 37 regions of 2022 would have moved under 2023's weights and rounding, by how much."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.cli.run import run
from kediri_index.model.comparison import EffectOnData
from kediri_index.usecases.diff import effect
from kediri_index.usecases.inputs import load_definition
from tests.published.tables import shipped_rows, submission, wide_csv

BEFORE, AFTER = "kominfo-2022-kppn", "kominfo-2023-reguler"
WEIGHTS = {"baseline": 10, "output": 20, "outcome": 30, "impact": 20, "quick_win": 20}

Rows = list[dict[str, str]]


@pytest.fixture
def rows() -> Rows:
    found = shipped_rows("kppn-2022")
    assert len(found) == 37
    return found


@pytest.fixture
def moved(rows: Rows, tmp_path: Path) -> EffectOnData:
    files = submission(tmp_path / "a.csv", rows)
    return effect(files, load_definition(BEFORE), load_definition(AFTER))


def by_2023(row: Mapping[str, str]) -> Fraction:
    """The weighted sum of the printed dimensions, rounded once: computed here by itself."""
    total = sum(weight * Fraction(row[one]) for one, weight in WEIGHTS.items()) / 100
    return Fraction(int(100 * total + Fraction(1, 2)), 100)


def test_before_is_what_was_published_and_after_is_the_rule_of_2023(
    rows: Rows, moved: EffectOnData
) -> None:
    assert moved.units is not None
    assert {one.unit: one.change for one in moved.units} == {
        row["region"]: by_2023(row) - Fraction(row["overall"]) for row in rows
    }
    published = {one.unit: one.before.overall.published for one in moved.units if one.before}
    assert published == {row["region"]: Fraction(row["overall"]) for row in rows}


def test_those_who_move_most_stand_first(moved: EffectOnData) -> None:
    units = moved.units or ()
    sizes = [abs(one.change or Fraction(0)) for one in units]
    assert sizes == sorted(sizes, reverse=True)
    assert [(one.unit, one.change) for one in units[:2]] == [
        ("KAB. HUMBANG HASUNDUTAN", Fraction("0.16")),
        ("KOTA BAU BAU", Fraction("-0.13")),
    ]
    assert sum(bool(size) for size in sizes) == 32
    assert sum(one.changed_rank for one in units) == 23


def test_the_command_tells_it(
    rows: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(wide_csv(tmp_path / "kppn-2022.csv", rows))
    words = ["definition", "diff", BEFORE, AFTER, "--data", data]
    assert run([*words, "--lang", "en"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "32 of 37 units would move: 8 up, 24 down." in out
    assert "KAB. HUMBANG HASUNDUTAN +0.16; KOTA BAU BAU -0.13." in out
    assert run([*words, "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)["result"]
    weights = {one["path"]: one["after"] for one in result["changes"] if one["kind"] == "weight"}
    assert weights == {"groups.impact.weight": 20, "groups.quick_win.weight": 20}
    assert len(result["scores"]["units"]) == 37
