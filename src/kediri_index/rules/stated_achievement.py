"""The achievement (capaian) that a sheet states, against its own result and target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kediri_index.model.dataset import Answer
from kediri_index.model.definition import Indicator
from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Finding, Severity
from kediri_index.model.wide_answers import full_answers
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.rounding import round_half_up

FINDINGS = (
    FindingText(
        "S310",
        Severity.WARNING,
        "capaian berbeda dengan hitungannya",
        "achievement other than computed",
        "capaian di sini «{value}», padahal realisasi terhadap target menghasilkan {computed} %",
        "the achievement here is «{value}», but the result against its target makes {computed} %",
        "periksa target, realisasi, dan rumus capaiannya; yang dihitung target dan realisasi",
        "check target, result and the achievement's formula; the first two are what counts",
    ),
)

PERCENT: Final = 100
TOLERANCE: Final = 1
"""Percentage points: people round, and cut off."""
DECIMALS: Final = 1


def stated_achievement(context: UnitContext) -> Iterable[Finding]:
    """Yield S310 where it is neither the share nor the percentage that they make.

    Either the sheet's target or the definition's will do, capped or not.
    """
    if not any(answer.achievement for answer in full_answers(context.data)):
        return
    for indicator, answer in context.measured:
        stated = answer.achievement
        if stated is None or stated.number is None:
            continue
        shares = list(_shares(indicator, answer))
        if shares and not any(_same(stated.number, share) for share in shares):
            yield Finding.at_cell(
                "S310",
                stated.source,
                stated.text,
                indicator.id,
                computed=round_half_up(PERCENT * shares[0], DECIMALS),
            )


def _shares(indicator: Indicator, answer: Answer) -> Iterator[Fraction]:
    method, measure, target = indicator.rule.method, answer.measure, answer.target
    if not method.has_target or measure is None or measure.number is None:
        return
    _, cap = method.extremes()
    said = target.number if target is not None else None
    for goal in (said, method.own_target):
        uncapped = Achievement(target=goal)
        share = uncapped.score(measure.number, None, indicator.direction).value
        if share is not None:
            yield share
            if cap is not None and share > cap:
                yield cap


def _same(stated: Fraction, share: Fraction) -> bool:
    return any(abs(one - PERCENT * share) <= TOLERANCE for one in (stated, PERCENT * stated))
