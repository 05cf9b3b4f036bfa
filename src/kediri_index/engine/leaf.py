"""The score of one reading: the method, then the range of the score."""

from __future__ import annotations

from fractions import Fraction

from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.model.definition import ScoreRule
from kediri_index.model.scoring import Direction, Fault, Outside, Range, Scored


def score_value(
    rule: ScoreRule, raw: Fraction, target: Fraction | None, direction: Direction
) -> Scored:
    """Return the score of *raw* under *rule*, on the rule's range."""
    scored = rule.method.score(raw, target, direction)
    if scored.value is None:
        return scored
    value = scored.value
    if rule.method.onto and rule.to is not None:
        low, high = rule.to
        value = low + value * (high - low)
    if rule.to is None or rule.outside is Outside.KEEP or _between(rule.to, value):
        return scored if value is scored.value else Scored(value, scored.faults)
    beyond = _beyond(value, rule.to, rule.outside)
    return Scored(beyond.value, scored.faults + beyond.faults)


def bounds_of(rule: ScoreRule) -> Range | None:
    """Return the lowest and the highest score that *rule* can give; None where it has no bounds."""
    low, high = rule.method.extremes()
    if rule.method.onto and rule.to is not None:
        bottom, height = rule.to[0], rule.to[1] - rule.to[0]
        low = None if low is None else bottom + low * height
        high = None if high is None else bottom + high * height
    if rule.to is not None and rule.outside is not Outside.KEEP:
        low = rule.to[0] if low is None else max(low, rule.to[0])
        high = rule.to[1] if high is None else min(high, rule.to[1])
    return None if low is None or high is None else (low, high)


def given_rule(scale: Range | None) -> ScoreRule:
    """Return how a score that is given directly, a group's or an assessor's, is read."""
    return ScoreRule(AsGiven(), scale, Outside.ERROR)


def _between(bounds: Range, value: Fraction) -> bool:
    """Return whether *value* lies within *bounds*, at a third of what comparing Fractions takes."""
    over, under = value.as_integer_ratio()
    low_over, low_under = bounds[0].as_integer_ratio()
    high_over, high_under = bounds[1].as_integer_ratio()
    return low_over * under <= over * low_under and over * high_under <= high_over * under


def _beyond(value: Fraction, to: Range, outside: Outside) -> Scored:
    """Return what a score outside *to* becomes."""
    if outside is Outside.CLIP:
        return Scored(min(max(value, to[0]), to[1]))
    return Scored(None, (Fault("C203", {"low": to[0], "high": to[1], "score": value}),))
