"""The score of one reading: the method, then the range of the score."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from kediri_index.model.definition import Definition, Group, Indicator, ScoreRule
from kediri_index.model.language import Sentence, Sentences, Spread
from kediri_index.model.scoring import (
    UNIT_RANGE,
    Direction,
    Fault,
    Number,
    Outside,
    Range,
    Scored,
)
from kediri_index.scoring.methods.as_given import AsGiven

if TYPE_CHECKING:
    from kediri_index.scoring.arrays.values import Values


def score_value(
    rule: ScoreRule, raw: Fraction, target: Fraction | None, direction: Direction
) -> Scored:
    """Return the score of *raw* under *rule*, on the rule's range."""
    scored = rule.method.score(raw, target, direction)
    if scored.value is None:
        return scored
    value = onto(rule, scored.value)
    if rule.to is None or rule.outside is Outside.KEEP or between(rule.to, value):
        return scored if value is scored.value else Scored(value, scored.faults)
    beyond = _beyond(value, rule.to, rule.outside)
    return Scored(beyond.value, scored.faults + beyond.faults)


def score_values(
    rule: ScoreRule, raw: Values, target: Values | None, direction: Direction
) -> Values:
    """Return the scores of *raw* under *rule*, on the rule's range; NaN where there is none."""
    values: Values = onto(rule, rule.method.scores(raw, target, direction))
    if rule.to is None or rule.outside is Outside.KEEP:
        return values
    return values.clipped(*rule.to) if rule.outside is Outside.CLIP else values.within(*rule.to)


def onto(rule: ScoreRule, score: Number) -> Number:
    """Return what the method of *rule* gives as a score: a share is put onto the rule's range."""
    if not rule.method.onto or rule.to is None:
        return score
    low, high = rule.to
    return low + score * (high - low)


def said_of_range(to: Range | None, score: Fraction) -> Sentences:
    """Return what a share is worth on the range *to*, where that is not from 0 to 1."""
    if to is None or to == UNIT_RANGE:
        return ()
    return (Sentence("trace.onto", {"to": Spread(*to), "score": score}),)


def bounds_of(rule: ScoreRule) -> Range | None:
    """Return the lowest and the highest score that *rule* can give; None where it has no bounds."""
    low, high = (None if end is None else onto(rule, end) for end in rule.method.extremes())
    if rule.to is not None and rule.outside is not Outside.KEEP:
        low = rule.to[0] if low is None else max(low, rule.to[0])
        high = rule.to[1] if high is None else min(high, rule.to[1])
    return None if low is None or high is None else (low, high)


def bounds_of_leaf(definition: Definition, node: Group | Indicator) -> Range | None:
    """Return the lowest and the highest score of a leaf: of a given group, those of the scale."""
    return bounds_of(node.rule) if isinstance(node, Indicator) else definition.scale


def bounds_of_overall(definition: Definition) -> Range | None:
    """Return between which scores every overall lies; None where weights or rules set no end."""
    combined = (definition.aggregate_top, *(one.aggregate for one in definition.all_groups()))
    bounds = [definition.scale, *(bounds_of(one.rule) for one in definition.all_indicators())]
    ranges = [one for one in bounds if one is not None]
    if len(ranges) < len(bounds) or not all(one.keeps_scale for one in combined):
        return None
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def readings_of(rule: ScoreRule) -> Range | None:
    """Return between which numbers a reading lies that *rule* scores; None where any may be."""
    return rule.method.readings() or rule.to


def given_rule(scale: Range | None) -> ScoreRule:
    """Return how a score that is given directly, a group's or an assessor's, is read."""
    return ScoreRule(AsGiven(), scale, Outside.ERROR)


def between(bounds: Range, value: Fraction) -> bool:
    """Return whether *value* lies within *bounds*, at a third of what comparing Fractions takes."""
    return within(bounds)(value)


def within(bounds: Range) -> Callable[[Fraction], bool]:
    """Return what tells whether a value lies within *bounds*."""
    low_over, low_under = bounds[0].as_integer_ratio()
    high_over, high_under = bounds[1].as_integer_ratio()
    if low_under == high_under == 1:  # nearly all

        def lies_within_wholes(value: Fraction) -> bool:
            over, under = value.as_integer_ratio()
            return low_over * under <= over <= high_over * under

        return lies_within_wholes

    def lies_within(value: Fraction) -> bool:
        over, under = value.as_integer_ratio()
        return low_over * under <= over * low_under and over * high_under <= high_over * under

    return lies_within


def _beyond(value: Fraction, to: Range, outside: Outside) -> Scored:
    """Return what a score outside *to* becomes."""
    if outside is Outside.CLIP:
        return Scored(min(max(value, to[0]), to[1]))
    return Scored(None, (Fault("C203", {"low": to[0], "high": to[1], "score": value}),))
