"""Parameters of panel methods that make sense."""

from __future__ import annotations

from collections.abc import Iterator

from kediri_index.definition.draft import at
from kediri_index.definition.nodes import MarkedMapping
from kediri_index.model.findings import Finding
from kediri_index.model.scoring import PanelMethod, Range
from kediri_index.scoring.normalisations.distance_to_reference import DistanceToReference
from kediri_index.scoring.normalisations.distance_to_target import DistanceToTarget
from kediri_index.scoring.normalisations.quantile_bands import QuantileBands
from kediri_index.scoring.normalisations.z_score import ZScore


def check_panel(
    method: PanelMethod, node: MarkedMapping, indicator: str | None, allowed: Range | None
) -> Iterator[Finding]:
    """Yield parameters of *method* that its formula cannot use, and scores not *allowed*."""
    match method:
        case ZScore() if method.sd <= 0:
            yield at("D244", node.place("sd"), node.text("sd"), indicator)
        case DistanceToReference() | DistanceToTarget() if method.cap is not None:
            if method.cap <= 0:
                yield at("D235", node.place("cap"), node.text("cap"), indicator)
        case QuantileBands(bands=tuple() as scores) if allowed is not None:
            for score, item in zip(scores, node.scalars("bands"), strict=True):
                if not allowed[0] <= score <= allowed[1]:
                    low, high = allowed
                    yield at("D230", item.mark, item.text, indicator, low=low, high=high)
