"""Trends over several years are those of plain formulas, and parts those of the two ends."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kediri_index import compare
from kediri_index.model.profile import Hints
from kediri_index.usecases.inputs import Submission
from tests.findings.building import TOP, csv_table, definition

BY = definition(
    f"{TOP}missing: {{answers: exclude}}\n"
    "groups: [{id: a, kind: pillar, name: A}, {id: b, kind: pillar, name: B}]\n"
    "indicators:\n  - {id: a-1, in: a, name: a}\n  - {id: b-1, in: b, name: b}\n"
)
YEARS = st.lists(st.integers(2000, 2030), min_size=3, max_size=8, unique=True).map(sorted)
CELL = st.sampled_from(["", "0", "0.5", "1", "2", "3", "4"])
UNITS = 3


@settings(max_examples=60)
@given(data=st.data(), years=YEARS)
def test_trends_are_least_squares_and_parts_add_up(data: st.DataObject, years: list[int]) -> None:
    lines = [
        f"Kota {unit},{year},{data.draw(CELL)},{data.draw(CELL)}\n"
        for unit in range(UNITS)
        for year in years
    ]
    files = Submission((csv_table(f"unit,year,a-1,b-1\n{''.join(lines)}"),))
    outcome = compare(None, files, BY, detail=True, allow_errors=True)
    found = outcome.years
    if found is None:
        return
    assert found.years == tuple(years)
    for unit in found.units:
        overall = [one.side.overall.score if one else None for one in unit.years]
        for scores, trend in (
            (overall, unit.trend),
            *((one.scores, one.trend) for one in unit.groups),
        ):
            there = [
                (year, score)
                for year, score in zip(years, scores, strict=True)
                if score is not None
            ]
            if len(there) < 2 or trend is None:
                assert trend is None
                continue
            x, y = [one for one, _ in there], [float(one) for _, one in there]
            slope = np.polyfit(np.array(x) - np.mean(x), y, 1)[0]
            assert float(trend.slope) == pytest.approx(slope, rel=1e-12, abs=1e-12)
            assert trend.change == there[-1][1] - there[0][1]
            assert trend.per_year * (x[-1] - x[0]) == trend.change
            if min(y[0], y[-1]) > 0:
                growth = (y[-1] / y[0]) ** (1 / (x[-1] - x[0])) - 1
                assert trend.growth_rate == pytest.approx(growth, rel=1e-12, abs=1e-15)
            else:
                assert trend.growth_rate is None
    for one in outcome.units.units if outcome.units else ():
        assert one.parts is not None
        players = sum((part.contribution for part in one.parts.players()), Fraction(0))
        assert abs(players + one.parts.weights + one.parts.set - one.change) < Fraction(1, 10**9)
        name = one.new.unit
        ends = Hints(name, years[-1]), Hints(name, years[0])
        alone = compare(files, files, BY, hints=ends[0], old_hints=ends[1], allow_errors=True)
        assert alone.comparison is not None
        assert one.parts.contributions == alone.comparison.contributions
