"""What a rule is given, built in the words of a test."""

from __future__ import annotations

from kediri_index.engine.leaf_scores import leaf_scores
from kediri_index.model.dataset import Lead, UnitData
from kediri_index.model.definition import Definition
from kediri_index.rules import UnitContext


def context(definition: Definition, data: UnitData, *, complete: bool = True) -> UnitContext:
    return UnitContext(definition, data, leaf_scores(definition, data, Lead.ASSESSOR), complete)
