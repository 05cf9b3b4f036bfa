"""The measured result that a score takes, where the scoring method says it."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.model.definition import Group, Indicator
from kediri_index.model.scoring import Reads
from kediri_index.scoring.leaf import score_value


def need_of(node: Group | Indicator, score: Fraction, target: Fraction | None) -> Fraction | None:
    """Return the raw value that makes *score*; None for answers, and where no single one does.

    *target* is the sheet's, for an achievement that reads it.
    """
    if isinstance(node, Group) or node.rule.method.reads is not Reads.MEASURE:
        return None
    raw = node.rule.method.raw_of(_share(node, score), target, node.direction)
    if raw is None or score_value(node.rule, raw, target, node.direction).value != score:
        return None
    return raw


def _share(indicator: Indicator, score: Fraction) -> Fraction:
    rule = indicator.rule
    if not rule.method.onto or rule.to is None:
        return score
    low, high = rule.to
    return (score - low) / (high - low)
