"""A result far from its target, or a power of ten off the unit's result of last year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from kediri_index.model.answers import full_answers, plain_numbers
from kediri_index.model.dataset import UnitData
from kediri_index.model.definition import Definition
from kediri_index.model.findings import FindingText, Severity
from kediri_index.model.language import Perhaps
from kediri_index.model.numbers import NEAR, NEAR_TEN, factor_near
from kediri_index.model.scoring import Range
from kediri_index.rules.magnitude.figures import Measured, SlipDoubt, signed_size

_OF_TARGETS = (
    FindingText(
        "C150",
        Severity.WARNING,
        "realisasi lebih dari 3 kali target",
        "actual value more than 3 times its target",
        "«{value}» lebih dari 3 kali targetnya ({target}){perhaps}",
        "«{value}» is more than 3 times its target ({target}){perhaps}",
        "periksa satuan realisasi dan target; bila angkanya memang benar, catat sebagai "
        "pengecualian",
        "check the units of the actual value and the target; if both are right, add a waiver",
        related=("S202",),
    ),
    FindingText(
        "C151",
        Severity.WARNING,
        "realisasi kurang dari 1/50 target",
        "actual value below 1/50 of its target",
        "«{value}» kurang dari 1/50 targetnya ({target}){perhaps}",
        "«{value}» is below 1/50 of its target ({target}){perhaps}",
        "periksa satuan realisasi dan target; bila angkanya memang benar, catat sebagai "
        "pengecualian",
        "check the units of the actual value and the target; if both are right, add a waiver",
    ),
)

BEYOND: Final = 3
BELOW: Final = 50


def far_from_target(measured: Measured) -> Iterator[SlipDoubt]:
    """Yield C150 or C151 where the result lies so far from its target, with what would fit.

    What is scored otherwise than as an achievement may lie anywhere, unless a power of ten brings
    it to the target. An achievement below zero has S202, which shows the same.
    """
    figure, goal = measured.figure, measured.goal
    if goal is None:
        return
    low, high = goal if isinstance(goal, tuple) else (goal, goal)
    number = figure.number
    if number <= 0 or low <= 0:
        return
    if number > BEYOND * high:
        code, nearest = "C150", high
    elif number * BELOW < low:
        code, nearest = "C151", low
    else:
        return
    factor = factor_near(number, nearest, percent=figure.indicator.is_percent)
    if factor is None and not figure.indicator.rule.method.has_target:
        return
    maybe = None if factor is None else number * factor
    yield SlipDoubt(code, figure, factor, {"target": nearest, "perhaps": Perhaps(maybe)})


def perhaps_far(sizes: Iterable[int | None], goal: Fraction | Range) -> Iterator[int]:
    """Yield the positions of numbers that may be as far; *sizes* are theirs, with their signs."""
    low, high = map(signed_size, goal if isinstance(goal, tuple) else (goal, goal))
    for at, size in enumerate(sizes):
        if size is not None and size > 0 and not (low < BELOW * size and size < BEYOND * high):
            yield at


def is_below_zero(measured: Measured) -> bool:
    """Return whether S202 names the result: it makes an achievement below zero."""
    indicator, goal = measured.figure.indicator, measured.goal
    method = indicator.rule.method
    if not method.has_target or measured.assessed:
        return False
    target = goal if isinstance(goal, Fraction) else None
    faults = method.score(measured.figure.number, target, indicator.direction).faults
    return any(fault.code == "S202" for fault in faults)


_OF_LAST_YEAR = (
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
        related=("C153", "C158"),
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
    measures = {answer.id: answer.measure for answer in full_answers(unit)}
    found |= {
        name: measure.number
        for name, measure in measures.items()
        if measure is not None and measure.number is not None
    }
    return {name: number for name, number in found.items() if name in ids}


def far_from_last_year(measured: Measured, before: Mapping[str, Fraction]) -> Iterator[SlipDoubt]:
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
    yield SlipDoubt("C157", figure, factor, {"last": last, "maybe": figure.number * factor})


def _is_near(goal: Fraction | Range | None, number: Fraction) -> bool:
    """Return whether *number* is half to twice its target."""
    if goal is None:
        return False
    low, high = goal if isinstance(goal, tuple) else (goal, goal)
    return low <= number * NEAR and number <= high * NEAR


FINDINGS = (*_OF_TARGETS, *_OF_LAST_YEAR)
