"""A scoring method that only says how one value is scored, over as many units as come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import pytest

from kediri_index.api.read import Submission
from kediri_index.api.score import score
from kediri_index.definition import score_models
from kediri_index.model.scoring import Direction, Outside, Reads, Scored, ScoringMethod
from kediri_index.scoring.methods import METHODS
from tests.findings.building import HERE, ONE_GROUP, TOP, csv_table, definition


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
def _with_threshold(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(METHODS, "alone", {**METHODS.alone, "threshold": Threshold})
    yield
    score_models.method_spec.cache_clear()
    score_models.score_adapter.cache_clear()


@pytest.mark.usefixtures("_with_threshold")
@pytest.mark.parametrize("count", [3, 100])
def test_a_method_that_scores_one_value_scores_many(count: int) -> None:
    used = definition(
        f"{TOP}score: {{method: threshold, bound: 0.7}}\n{ONE_GROUP}"
        "indicators:\n  - {id: A-1, in: a, name: Satu}\n  - {id: A-2, in: a, name: Dua}\n"
    )
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
