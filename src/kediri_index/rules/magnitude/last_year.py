"""A result that is a power of ten off the same unit's result of last year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Final

from kediri_index.model.answers import full_answers, plain_numbers
from kediri_index.model.dataset import UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import FindingText, Severity
from kediri_index.model.numbers import NEAR, NEAR_TEN, factor_near
from kediri_index.model.scoring import Range
from kediri_index.rules.magnitude.figures import Doubt, Measured

FINDINGS = (
    FindingText(
        "C157",
        Severity.WARNING,
        "jauh dari hasil tahun lalu",
        "far from last year's result",
        "«{value}» jauh dari hasil tahun lalu ({last}); mungkin {maybe}?",
        "«{value}» is far from last year's result ({last}); perhaps {maybe}?",
        "periksa satuan angka ini dan angka tahun lalu; bila keduanya memang benar, catat sebagai "
        "pengecualian",
        "check the units of this number and last year's; if both are right, add a waiver",
    ),
)

_TENS: Final = frozenset({Fraction(10), Fraction(1, 10)})


def compared_with(before: Definition, now: Definition) -> frozenset[str]:
    """Return the indicators whose results may be compared: those in the same unit of measure."""
    then = {one.id: one for one in before.all_indicators()}
    return frozenset(
        one.id
        for one in now.all_indicators()
        if (last := then.get(one.id)) is not None
        and (one.unit == last.unit or (one.is_percent and last.is_percent))
    )


def results_of(unit: UnitData, ids: Collection[str]) -> dict[str, Fraction]:
    """Return the results of *unit* for the indicators *ids*."""
    found = {column.id: number for column, number in plain_numbers(unit) if column.measured}
    for answer in full_answers(unit):
        if answer.measure is not None and answer.measure.number is not None:
            found[answer.id] = answer.measure.number
    return {name: number for name, number in found.items() if name in ids}


def far_from_last_year(measured: Measured, before: Mapping[str, Fraction]) -> Iterator[Doubt]:
    """Yield C157 where a power of ten brings the result to last year's.

    A result near its own target is no slip, and nothing is said where an assessor's score counts.
    """
    figure, last = measured.figure, before.get(measured.figure.indicator.id)
    if last is None or measured.assessed or figure.number * last <= 0:
        return
    number, then = abs(figure.number), abs(last)
    factor = factor_near(number, then, percent=figure.indicator.is_percent)
    if factor is None or _is_near(measured.goal, figure.number):
        return
    if factor in _TENS and not then <= number * factor * NEAR_TEN <= then * NEAR_TEN * NEAR_TEN:
        return
    yield Doubt("C157", figure, factor, {"last": last, "maybe": figure.number * factor})


def _is_near(goal: Fraction | Range | None, number: Fraction) -> bool:
    """Return whether *number* is half to twice its target."""
    if goal is None:
        return False
    low, high = goal if isinstance(goal, tuple) else (goal, goal)
    return low <= number * NEAR and number <= high * NEAR
