"""Figures that a power of ten makes like others beside them, alone or a whole column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.language import Spread
from kediri_index.model.numbers import NEAR, NEAR_TEN, Scaled
from kediri_index.model.scoring import Range
from kediri_index.rules.magnitude.figures import (
    APART,
    ONE,
    AskedRows,
    Figures,
    SheetColumn,
    SheetFigure,
    SlipDoubt,
    down_the_sheet,
    is_wide_score,
    size_of,
)

_OF_SLIPS = (
    FindingText(
        "C130",
        Severity.WARNING,
        "satuan mungkin tertukar",
        "perhaps a slip of the unit",
        "«{value}» jauh dari angka yang sebanding ({beside}); mungkin {maybe}?",
        "«{value}» is far from comparable figures ({beside}); perhaps {maybe}?",
        "periksa satuannya, dan perbaiki angkanya bila keliru",
        "check the unit, and correct the number if it is wrong",
        related=("C154", "C205"),
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
        related=("C130",),
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

Each = Callable[[], Iterable[SheetFigure]]
"""Yields figures, made when one of them may have slipped."""


def beside_target(result: SheetFigure, target: SheetFigure) -> Iterator[SlipDoubt]:
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


def _is_fraction(target: SheetFigure, result: SheetFigure) -> bool:
    """Return whether the target is below one, or no whole number, where the result is not so."""
    if target.indicator.is_percent:
        return target.size <= ONE < result.size
    return target.number.denominator != 1 == result.number.denominator


def _slip(code: str, figure: SheetFigure, factor: Fraction, beside: Spread) -> SlipDoubt:
    params = {"maybe": figure.number * factor, "beside": beside}
    return SlipDoubt(code, figure, factor, params)


def beside_percentages(sizes: list[int], figures: Each) -> Iterator[SlipDoubt]:
    """Yield C130 for those of a unit's percentages that are about a hundred times off."""
    return _slips(sorted(sizes), figures, HUNDRED, FEWEST_BESIDE)


def beside_other_units(figures: Figures) -> Iterator[SlipDoubt]:
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
) -> Iterator[SlipDoubt]:
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


_OF_COLUMNS = (
    FindingText(
        "C154",
        Severity.WARNING,
        "satuan seluruh kolom mungkin keliru",
        "whole column perhaps in another unit",
        "{count} angka pada kolom ini baru wajar bila {scaled}, misalnya «{value}» menjadi {maybe}",
        "{count} numbers in this column fit only if they are {scaled}, for example «{value}» "
        "becomes {maybe}",
        "periksa satuan kolom ini, dan tulis angkanya dalam satuan yang diminta",
        "check the unit of the column, and write its numbers in the unit of the definition",
    ),
    FindingText(
        "C158",
        Severity.WARNING,
        "seluruh kolom jauh dari hasil tahun lalu",
        "a whole column far from last year's results",
        "{count} angka pada kolom ini baru mendekati hasil tahun lalu bila {scaled}, misalnya "
        "«{value}» menjadi {maybe} (tahun lalu {last})",
        "{count} numbers in this column are like last year's only if they are {scaled}: for "
        "example «{value}» becomes {maybe} (last year {last})",
        "periksa satuan kolom ini pada kedua tahun, dan tulis angkanya dalam satuan yang diminta",
        "check the unit of the column in both years, and write its numbers in the unit of the "
        "definition",
        related=("C154",),
    ),
)

FEWEST: Final = 3
"""So many numbers make a column."""
FEWEST_SHARES: Final = 5
HALF: Final = 50
_HUNDRED: Final = 100
MOST: Final = 4
OF: Final = 5
"""Of the numbers in a column, four of five show the same factor."""


def shares_for_percentages(column: Sequence[tuple[Figures, int]]) -> Iterator[SlipDoubt]:
    """Yield a doubt of each figure of a column where all are shares, with how large one may be."""
    if any(size > largest for figures, largest in column for size in figures.sizes()):
        return
    figures = [figure for one, _ in column for figure in one.each()]
    if len(figures) < FEWEST_SHARES or any(figure.near_target for figure in figures):
        return
    if any(figure.number.denominator != 1 for figure in figures):
        for figure in figures:
            yield SlipDoubt("C154", figure, Fraction(100), {})


def largest_share(indicator: Indicator, ends: Range | None) -> int | None:
    """Return the largest size of a share where *indicator* is in percent; None where none shows.

    It is 1, or a hundredth of a range that ends below 50.
    """
    bounds = indicator.valid or ends
    if not indicator.is_percent or bounds is None or bounds[1] <= 0:
        return None
    return size_of(Fraction(1) if bounds[1] >= HALF else bounds[1] / _HUNDRED)


def folded_slips(
    doubts: Iterable[SlipDoubt],
    figures: Mapping[SheetColumn, int],
    judged: Mapping[SheetColumn, int],
    asked: AskedRows,
) -> tuple[list[SlipDoubt], list[Finding]]:
    """Return the doubts that stay by themselves, and C154 or C158 for each column that is one.

    *figures* counts those of a column, *judged* those that have a target or a range to fit. The
    cell of the finding is in one of the *asked* rows where the column has one there.
    """
    by_factor: dict[tuple[SheetColumn, Fraction | None], list[SlipDoubt]] = {}
    for doubt in doubts:
        by_factor.setdefault((doubt.figure.column, doubt.factor), []).append(doubt)
    alone: list[SlipDoubt] = []
    found: list[Finding] = []
    for (column, factor), together in by_factor.items():
        whole = _is_whole(together, figures.get(column, 0), judged.get(column, 0))
        if factor is None or not whole:
            alone += together
            continue
        first = min(together, key=lambda doubt: down_the_sheet(doubt.figure, asked))
        reading = first.figure.read()
        ids = {one.figure.indicator.id for one in together}
        by_last_year = all(one.code == "C157" for one in together)
        beside = {"last": first.params["last"]} if by_last_year else {}
        found.append(
            Finding.at_cell(
                "C158" if by_last_year else "C154",
                reading.source,
                reading.text,
                ids.pop() if len(ids) == 1 else None,
                count=len(together),
                scaled=Scaled(factor),
                maybe=first.maybe,
                **beside,
            )
        )
    return alone, found


def _is_whole(together: list[SlipDoubt], figures: int, judged: int) -> bool:
    """Return whether the doubts are about nearly all of the column that can be judged."""
    if len(together) < FEWEST:
        return False
    own = sum(1 for one in together if not one.by_others)
    return (own >= FEWEST and own * OF >= judged * MOST) or len(together) * OF >= figures * MOST


FINDINGS = (*_OF_SLIPS, *_OF_COLUMNS)
