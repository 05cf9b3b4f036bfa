"""A figure that a power of ten makes like its target, its unit's percentages or other units'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Indicator
from kediri_index.model.finding_params import Spread
from kediri_index.model.findings import FindingText, Severity
from kediri_index.model.numbers import NEAR, NEAR_TEN
from kediri_index.rules.magnitude.figures import (
    APART,
    ONE,
    Doubt,
    Figure,
    Figures,
    is_wide_score,
)

FINDINGS = (
    FindingText(
        "C130",
        Severity.WARNING,
        "satuan mungkin tertukar",
        "perhaps a slip of the unit",
        "«{value}» jauh dari angka yang sebanding ({beside}); mungkin {maybe}?",
        "«{value}» is far from comparable figures ({beside}); perhaps {maybe}?",
        "periksa satuannya, dan perbaiki angkanya bila keliru",
        "check the unit, and correct the number if it is wrong",
    ),
    FindingText(
        "C153",
        Severity.WARNING,
        "jauh dari angka daerah lain",
        "far from the other units",
        "«{value}» jauh dari angka daerah lain ({beside}); mungkin {maybe}?",
        "«{value}» is far from the figures of the other units ({beside}); perhaps {maybe}?",
        "periksa satuan dan banyaknya angka nol, dan perbaiki angkanya bila keliru",
        "check the unit and the zeros, and correct the number if it is wrong",
    ),
)

HUNDRED: Final = 100
THOUSAND: Final = 1000
FEWEST_BESIDE: Final = 3
"""How many other percentages of a unit show what they are like."""
FEWEST_UNITS: Final = 5
"""How many other units do."""
FEW: Final = 5
"""Of as many figures, one may be a slip."""
TEN: Final = 10
FURTHER: Final = (10**6, 10**9, THOUSAND, HUNDRED)
"""By which a figure may be off that the usual slip of its unit does not explain."""
ALIKE: Final = Fraction(2)
"""Figures within twice the smallest show a slip by ten as well."""
ALIKE_SCORES: Final = Fraction(5, 2)
"""Scores lie on one scale, so that they may spread a little further."""
APART_BY_TEN: Final = 4

Each = Callable[[], Iterable[Figure]]
"""Yields figures, made when one of them may have slipped."""


def beside_target(result: Figure, target: Figure) -> Iterator[Doubt]:
    """Yield the result, or the target, where one is about a hundred times the other.

    What is no percentage is about a thousand times: its mark of thousands was read as a decimal
    one. Of the two it is the target only where that is a fraction and the result is not.
    """
    small, large = sorted((result.size, target.size))
    factor = _factor(result.indicator)
    if not small * factor <= large * NEAR <= small * factor * NEAR * NEAR:
        return
    slipped, other = (target, result) if _is_fraction(target, result) else (result, target)
    taken = Fraction(factor) if slipped.size == small else Fraction(1, factor)
    yield _slip("C130", slipped, taken, Spread(other.number, other.number))


def _factor(indicator: Indicator) -> int:
    return HUNDRED if indicator.is_percent else THOUSAND


def _is_fraction(target: Figure, result: Figure) -> bool:
    """Return whether the target is below one, or no whole number, where the result is not so."""
    if target.indicator.is_percent:
        return target.size <= ONE < result.size
    return target.number.denominator != 1 == result.number.denominator


def _slip(code: str, figure: Figure, factor: Fraction, beside: Spread) -> Doubt:
    params = {"maybe": figure.number * factor, "beside": beside}
    return Doubt(code, figure, factor, params)


def beside_percentages(sizes: list[int], figures: Each) -> Iterator[Doubt]:
    """Yield C130 for those of a unit's percentages that are about a hundred times off."""
    return _slips(sorted(sizes), figures, HUNDRED, FEWEST_BESIDE)


def beside_other_units(figures: Figures) -> Iterator[Doubt]:
    """Yield C130 for the usual slip of the indicator's unit, C153 for any other power of ten."""
    indicator, each, sizes = figures.indicator, figures.each, sorted(figures.sizes())
    usual, alike = _factor(indicator), ALIKE_SCORES if is_wide_score(indicator) else ALIKE
    powers = (usual, *(power for power in FURTHER if power != usual))
    for doubt in (
        *_slips(sizes, each, usual, FEWEST_UNITS, powers),
        *_slips(sizes, each, TEN, FEWEST_UNITS, apart=APART_BY_TEN, alike=alike, near=NEAR_TEN),
    ):
        if doubt.is_valid:
            yield doubt._replace(by_others=True)


def _slips(  # noqa: PLR0913 - how far apart and how much alike
    sizes: list[int],
    figures: Each,
    usual: int,
    fewest: int,
    powers: tuple[int, ...] = (),
    *,
    apart: int = APART,
    alike: int | Fraction = APART,
    near: Fraction = Fraction(NEAR),
) -> Iterator[Doubt]:
    """Yield the few figures far from all others that, times or by a power, lie among them.

    The others have to be alike, and a figure near its own target is no slip. *sizes* are those of
    the *figures*, in order.
    """
    if len(sizes) <= fewest:
        return
    few = max(1, len(sizes) // FEW)
    counts = range(few, 0, -1)
    low = high = 0
    if sizes[few] > apart * sizes[0]:  # else no two of them are so far apart
        low = next((n for n in counts if sizes[n] > apart * sizes[n - 1]), 0)
    if sizes[-1] > apart * sizes[-few - 1]:
        high = next((n for n in counts if sizes[-n] > apart * sizes[-n - 1]), 0)
    among = sizes[low : len(sizes) - high]
    if len(among) == len(sizes) or len(among) < fewest:
        return
    smallest, largest = among[0], among[-1]
    if largest > alike * smallest:
        return
    beside = Spread(Fraction(smallest, ONE), Fraction(largest, ONE))
    for figure in figures():
        if figure.near_target or smallest <= figure.size <= largest:
            continue
        is_small = figure.size < smallest
        for power in powers or (usual,):
            size = figure.size * power if is_small else figure.size // power
            if smallest <= size * near and size <= largest * near:
                factor = Fraction(power) if is_small else Fraction(1, power)
                code = "C153" if power != usual or usual == TEN else "C130"
                yield _slip(code, figure, factor, beside)
                break
