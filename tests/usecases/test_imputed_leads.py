"""Missing scores are imputed from those that are scored: few units, and many in arrays."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from kediri_index import load_definition, read_frame, score
from kediri_index.model.dataset import Lead

DEFINITION = {
    "kediri_index": 1,
    "id": "uji",
    "version": "1",
    "status": "own",
    "title": "Uji",
    "scale": {"min": 0, "max": 10},
    "missing": {"answers": "exclude"},
    "prepare": [{"impute": {"method": "mean"}}],
    "kinds": {"pillar": {"name": "Pilar"}},
    "groups": [{"id": "a", "kind": "pillar", "name": "A"}],
    "indicators": [
        {"id": "A-1", "in": "a", "name": "Satu"},
        {"id": "A-2", "in": "a", "name": "Dua"},
        {"id": "A-3", "in": "a", "name": "Tiga", "score": {"method": "min_max"}},
    ],
}
COLUMNS = (
    *("Wilayah", "Tahun", "Kode", "Nilai mandiri", "Nilai asesor 1", "Nilai asesor 2", "Realisasi"),
)
Row = tuple[str, int, str, int | None, int | None, int | None, int | None]


def _rows(units: int) -> list[Row]:
    """Each indicator has any of two assessors and a self-assessment, or only one of them."""
    drawn = random.Random(units)  # noqa: S311 - no secret

    def number() -> int | None:
        return None if drawn.random() < 0.7 else drawn.randint(0, 10)

    rows: list[Row] = []
    for unit in (f"U{at:02}" for at in range(units)):
        rows += ((unit, 2026, code, number(), number(), number(), None) for code in ("A-1", "A-2"))
        rows.append((unit, 2026, "A-3", None, number(), None, drawn.randint(0, 100)))
    return rows


def _lead_of(rows: Sequence[Row]) -> Lead:
    alone = any(own is not None and one is other is None for *_, own, one, other, _ in rows)
    return Lead.SELF if alone else Lead.ASSESSOR


def _scored(row: Row, lead: Lead) -> float:
    *_, own, one, other, _ = row
    assessed = [each for each in (one, other) if each is not None]
    itself = np.nan if own is None else float(own)
    mean = float(np.mean(assessed)) if assessed else np.nan
    if lead is Lead.ASSESSOR_ELSE_SELF:
        return mean if assessed else itself
    return itself if lead is Lead.SELF else mean


@pytest.mark.parametrize("units", [12, 70])
@pytest.mark.parametrize("value", [None, *Lead])
def test_the_mean_is_that_of_the_scores_that_count(units: int, value: Lead | None) -> None:
    rows = _rows(units)
    frame: Mapping[str, list[object]] = {
        name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)
    }
    definition = load_definition(DEFINITION)
    outcome = score(read_frame(frame, definition), definition, value=value, allow_errors=True)
    for place, code in enumerate(("A-1", "A-2")):
        whose = {row[0]: row for row in rows if row[2] == code}
        leads = {
            name: value or _lead_of([row for row in rows if row[0] == name and row[2] != "A-3"])
            for name in whose
        }
        known = np.array([_scored(row, leads[name]) for name, row in whose.items()])
        wanted = np.where(np.isnan(known), np.nanmean(known), known)
        assert np.isnan(known).any()
        for unit, number in zip(outcome.units or (), wanted, strict=True):
            assert unit.indicators[place].figure.score == pytest.approx(number, rel=1e-12)
