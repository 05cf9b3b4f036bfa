"""Groups by agency (OPD): where the two meet, the mean score of what is answered."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kediri_index.model.dataset import Missing
from kediri_index.model.definition import Group
from kediri_index.model.results import Completeness, IndicatorResult, UnitResult
from kediri_index.model.yearly import Crossing


def crossings(
    groups: tuple[Group, ...], result: UnitResult, owners: Mapping[str, tuple[str, ...]]
) -> tuple[Crossing, ...]:
    """Return a crossing for each group and agency that answers for an indicator below it.

    *owners* has the agencies of each indicator. What does not count, since a score above it is
    given, or does not apply, is left out. Scores are plain means, without weights.
    """
    indicators = {one.id: one for one in result.indicators if _counts(one)}
    found: dict[tuple[str, str], list[IndicatorResult]] = {}
    for group in groups:
        for indicator in (node.id for node in group.at_or_below()):
            if indicator in indicators:
                for opd in owners.get(indicator, ()):
                    found.setdefault((opd, group.id), []).append(indicators[indicator])
    return tuple(_crossing(opd, group, own) for (opd, group), own in found.items())


def _counts(one: IndicatorResult) -> bool:
    if one.missing is None:
        return bool(one.effective_weight)
    return one.missing is not Missing.NOT_APPLICABLE


def _crossing(opd: str, group: str, own: list[IndicatorResult]) -> Crossing:
    scores = [one.figure.score for one in own if one.figure.score is not None]
    mean = sum(scores, start=Fraction(0)) / len(scores) if scores else None
    return Crossing(opd, group, mean, Completeness(len(scores), len(own), None))
