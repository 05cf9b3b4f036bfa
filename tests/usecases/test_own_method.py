"""A scoring method that only says how one value is scored, over as many units as come."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import ClassVar

import pytest

from kediri_index.cli.run import run
from kediri_index.model.scoring import Direction, Outside, Reads, Scored, ScoringMethod
from kediri_index.scoring.methods import METHODS
from kediri_index.usecases.inputs import Submission
from kediri_index.usecases.score import score
from tests.findings.building import HERE, ONE_GROUP, TOP, csv_table, definition

DEFINITION = (
    f"{TOP}score: {{method: threshold, bound: 0.7}}\n{ONE_GROUP}"
    "indicators:\n  - {id: A-1, in: a, name: Satu}\n  - {id: A-2, in: a, name: Dua}\n"
)


@dataclass(frozen=True, slots=True)
class Threshold(ScoringMethod):
    """All or nothing."""

    bound: Fraction

    name: ClassVar[str] = "threshold"
    reads: ClassVar[Reads] = Reads.MEASURE
    onto: ClassVar[bool] = True
    default_outside: ClassVar[Outside] = Outside.ERROR

    def score(self, raw: Fraction, target: Fraction | None, direction: Direction) -> Scored:
        del target, direction
        return Scored(Fraction(raw >= self.bound))


@pytest.fixture
def _with_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(METHODS, "alone", {**METHODS.alone, "threshold": Threshold})


@pytest.mark.usefixtures("_with_threshold")
@pytest.mark.parametrize("count", [3, 100])
def test_a_method_that_scores_one_value_scores_many(count: int) -> None:
    used = definition(DEFINITION)
    rows = [(Fraction(unit % 15, 10), Fraction(unit % 7, 10)) for unit in range(count)]
    lines = "".join(
        f"Kota {unit:03},{float(one)},{float(two)}\n" for unit, (one, two) in enumerate(rows)
    )
    found = score(Submission((csv_table(f"unit,A-1,A-2\n{lines}"),)), used, hints=HERE)
    assert found.units is not None, found.findings
    high = used.scale[1] if used.scale else Fraction(1)
    assert [unit.overall.score for unit in found.units] == [
        high * sum(one >= Fraction(7, 10) for one in row) / 2 for row in rows
    ]


@pytest.mark.usefixtures("_with_threshold")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "isian.csv"],
        ["score", "isian.csv", "--format", "json"],
        ["trace", "isian.csv", "--node", "A-1"],
        ["report", "isian.csv", "--format", "xlsx", "--output", "laporan.xlsx"],
        ["plan", "isian.csv", "--target", "4"],
        ["robustness", "isian.csv", "--draws", "20", "--weights", "0.1"],
        ["template", "--year", "2026", "--output", "formulir.xlsx"],
        ["definition", "show", "uji.yaml"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_takes_a_method_that_only_scores_one_value(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("uji.yaml").write_text(DEFINITION, encoding="utf-8")
    Path("isian.csv").write_text("Kode,Realisasi\nA-1,0.9\nA-2,0.5\n", encoding="utf-8")
    given = [] if arguments[0] == "definition" else ["--config", "uji.yaml"]
    whose = ["--unit", "Kota Contoh", "--year", "2026"] if "isian.csv" in arguments else []
    assert run([*arguments, *given, *whose, "--lang", "en"]) == 0
