"""The result of one unit by itself, as tests ask for it."""

from __future__ import annotations

from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.scores import UnitResult
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from kediri_index.scoring.unit_result import NO_SETTINGS, Settings


def score_unit(
    definition: Definition,
    data: UnitData,
    settings: Settings = NO_SETTINGS,
    *,
    lead: Lead | None = None,
) -> UnitResult:
    """Return all scores of one unit; without *lead* the data decide what leads."""
    return Scores(Prepared((data,), definition), value=lead).beside([settings]).result(0)
