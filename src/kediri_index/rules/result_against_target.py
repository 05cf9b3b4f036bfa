"""Results that have to be scored against the sheet's target, which may stand in another file."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kediri_index.model.dataset import Missing, Reading
from kediri_index.model.definition import Indicator, ScoreRule
from kediri_index.model.findings import Finding
from kediri_index.model.magnitude import with_reading
from kediri_index.model.meant import Perhaps
from kediri_index.model.scoring import Fault
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.leaf import score_value
from kediri_index.scoring.leaf_score import LeafScore

_OF_THE_TARGET = {"S201", "S203"}


def result_against_target(context: UnitContext) -> Iterable[Finding]:
    """Yield the faults of each achievement: S201, S203 at the target, S202, C203 at the result.

    Nothing is said where an assessor's score counts instead, nor of an unreadable target, which
    has its own finding.
    """
    for indicator, answer in context.measured:
        measure, target = answer.measure, answer.target
        if measure is None or measure.number is None or not indicator.rule.method.reads_target:
            continue
        unreadable = target is not None and target.missing is Missing.UNREADABLE
        if unreadable or _surely_good(context.leaves[answer.id], indicator.rule):
            continue
        goal = target.number if target is not None else None
        scored = score_value(indicator.rule, measure.number, goal, indicator.direction)
        for fault in scored.faults:
            yield _finding(fault, indicator, measure, target)


def _surely_good(leaf: LeafScore, rule: ScoreRule) -> bool:
    """Return whether there is nothing to say: a share below zero ends at the bottom or below."""
    bottom = rule.to[0] if rule.to is not None else 0
    return leaf.overrides or (leaf.score is not None and leaf.score > bottom)


def _finding(
    fault: Fault, indicator: Indicator, measure: Reading, target: Reading | None
) -> Finding:
    number, percent = measure.number or Fraction(0), indicator.is_percent
    params = with_reading(fault, number, indicator.valid, percent=percent)
    if fault.code == "C203":
        params["perhaps"] = Perhaps(None)
    if fault.code == "S203":
        params["measure"] = measure.text
    seen = target if target is not None and fault.code in _OF_THE_TARGET else measure
    return Finding.at_cell(fault.code, seen.source, seen.text or None, indicator.id, **params)
