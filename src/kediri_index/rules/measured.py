"""Rows of measured indicators: what stands beside a result, and what it is measured against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kediri_index.model.dataset import Answer, Missing, Reading, says_nothing
from kediri_index.model.definition import PERCENT_WORDS, Indicator, ScoreRule
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import Perhaps, Wording
from kediri_index.model.numbers import with_reading
from kediri_index.model.scoring import Fault
from kediri_index.model.text import exact
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.answers import LeafScore
from kediri_index.scoring.methods.achievement import Achievement
from kediri_index.scoring.rounding import round_half_up
from kediri_index.scoring.score_rule import score_value

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
    FindingText(
        "S307",
        Severity.WARNING,
        "target lain daripada definisinya",
        "another target than the definition's",
        "target «{value}» tidak dipakai; definisi menetapkan {target}",
        "the target «{value}» does not count; the definition sets {target}",
        "samakan targetnya, atau ubah definisinya",
        "make the targets the same, or change the definition",
        for_agency=Wording("samakan targetnya", "make the targets the same"),
    ),
    FindingText(
        "X309",
        Severity.WARNING,
        "satuan lain",
        "another unit of measure",
        "satuan di sini «{value}», sedangkan menurut definisi «{unit}»",
        "the unit of measure here is «{value}», but the definition's is «{unit}»",
        "ubah hasilnya ke satuan definisi, atau perbaiki kolom Satuan",
        "convert the result to the definition's unit, or correct the column Satuan",
        related=("C130",),
    ),
    FindingText(
        "S308",
        Severity.NOTE,
        "nilai mandiri di samping hasil ukur",
        "self-assessed score beside a measured result",
        "nilai mandiri «{value}» tidak dipakai, karena indikator ini diukur",
        "the self-assessed score «{value}» does not count, since this indicator is measured",
        "kosongkan nilai mandirinya",
        "leave the self-assessed score empty",
    ),
    FindingText(
        "S304",
        Severity.NOTE,
        "nilai asesor menggantikan hasil ukur",
        "assessor's score in place of the measured one",
        "nilai asesor «{value}» dipakai sebagai ganti realisasi",
        "the assessor's score «{value}» is used in place of the measured result",
        "kosongkan nilai asesor bila realisasi yang harus dihitung",
        "leave the assessor's score empty if the result should count",
    ),
)

_OF_THE_TARGET = {"S201", "S203"}
PERCENT: Final = 100
TOLERANCE: Final = 1
"""Percentage points: people round, and cut off."""
DECIMALS: Final = 1


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
        leaf = context.leaf(answer.id)
        if unreadable or leaf is None or _surely_good(leaf, indicator.rule):
            continue
        goal = target.number if target is not None else None
        scored = score_value(indicator.rule, measure.number, goal, indicator.direction)
        for fault in scored.faults:
            yield _fault_found(fault, indicator, measure, target)


def _surely_good(leaf: LeafScore, rule: ScoreRule) -> bool:
    """Return whether there is nothing to say: a share below zero ends at the bottom or below."""
    bottom = rule.to[0] if rule.to is not None else 0
    return leaf.overrides or (leaf.score is not None and leaf.score > bottom)


def _fault_found(
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


def stated_achievement(context: UnitContext) -> Iterable[Finding]:
    """Yield S310 where it is neither the share nor the percentage that they make.

    Either the sheet's target or the definition's will do, capped or not.
    """
    if not any(answer.achievement for answer in context.full):
        return
    for indicator, answer in context.measured:
        stated = answer.achievement
        if stated is None or stated.number is None:
            continue
        shares = list(_shares(indicator, answer))
        if shares and not any(_is_share(stated.number, share) for share in shares):
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


def _is_share(stated: Fraction, share: Fraction) -> bool:
    return any(abs(one - PERCENT * share) <= TOLERANCE for one in (stated, PERCENT * stated))


def other_target(context: UnitContext) -> Iterable[Finding]:
    """Yield S307 where the definition fixes the target; of a range, either end is that target."""
    for indicator, answer in context.measured:
        method, said = indicator.rule.method, answer.target
        fixed = method.own_target
        if said is None or said.number is None or fixed is None:
            continue
        if said.number in (fixed if isinstance(fixed, tuple) else (fixed,)):
            continue
        yield Finding.at_cell("S307", said.source, said.text, indicator.id, target=fixed)


def other_measure_unit(context: UnitContext) -> Iterable[Finding]:
    """Yield X309 for each row whose *Satuan* names another than the measured indicator has.

    Case, spaces and brackets do not matter, and percent is percent by any of its names.
    """
    for indicator, answer in context.measured:
        said = answer.measure_unit
        if indicator.unit is None or said is None:
            continue
        if answer.measure is None or answer.measure.number is None:
            continue
        if says_nothing(said.text):
            continue
        if not _names_of(said.text) & _names_of(indicator.unit):
            yield Finding.at_cell("X309", said.source, said.text, indicator.id, unit=indicator.unit)


def _names_of(text: str) -> set[str]:
    """Return what *text* calls the unit: as a whole, and before and within brackets."""
    whole = exact(text)
    parts = {whole, *(part.strip() for part in whole.replace(")", "(").split("("))} - {""}
    return parts | {"%"} if parts & PERCENT_WORDS else parts


def self_beside_measured(context: UnitContext) -> Iterable[Finding]:
    """Yield S308 for each: it does not count."""
    for indicator, answer in context.measured:
        own = answer.self_score
        if own is not None and own.number is not None:
            yield Finding.at_cell("S308", own.source, own.text, indicator.id)


def overridden_measure(context: UnitContext) -> Iterable[Finding]:
    """Yield S304 at the first assessor's score where there is a result too."""
    if not context.measures:
        return
    for answer in context.full:
        leaf = context.leaf(answer.id) if answer.assessor else None
        if leaf is None or not leaf.overrides:
            continue
        if answer.measure is not None and answer.measure.number is not None:
            first = next(one for one in answer.assessor if one.number is not None)
            yield Finding.at_cell("S304", first.source, first.text, leaf.id)
