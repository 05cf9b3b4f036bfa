"""A result far from its target: beyond three times it, or below a fiftieth of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kediri_index.model.finding_params import Perhaps
from kediri_index.model.findings import FindingText, Severity
from kediri_index.model.numbers import factor_near
from kediri_index.model.scoring import Range
from kediri_index.rules.magnitude.figures import Doubt, Measured, signed_size

FINDINGS = (
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


def far_from_target(measured: Measured) -> Iterator[Doubt]:
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
    yield Doubt(code, figure, factor, {"target": nearest, "perhaps": Perhaps(maybe)})


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
