"""Columns whose numbers are all off by one power of ten: one finding instead of one a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kediri_index.model.definition import Indicator
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.model.numbers import Scaled
from kediri_index.model.scoring import Range
from kediri_index.rules.magnitude.figures import (
    Doubt,
    Figures,
    SheetColumn,
    down_the_sheet,
    size_of,
)

FINDINGS = (
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


def shares_for_percentages(column: Sequence[tuple[Figures, int]]) -> Iterator[Doubt]:
    """Yield a doubt of each figure of a column where all are shares, with how large one may be."""
    if any(size > largest for figures, largest in column for size in figures.sizes()):
        return
    figures = [figure for one, _ in column for figure in one.each()]
    if len(figures) < FEWEST_SHARES or any(figure.near_target for figure in figures):
        return
    if any(figure.number.denominator != 1 for figure in figures):
        for figure in figures:
            yield Doubt("C154", figure, Fraction(100), {})


def largest_share(indicator: Indicator, ends: Range | None) -> int | None:
    """Return the largest size of a share where *indicator* is in percent; None where none shows.

    It is 1, or a hundredth of a range that ends below 50.
    """
    bounds = indicator.valid or ends
    if not indicator.is_percent or bounds is None or bounds[1] <= 0:
        return None
    return size_of(Fraction(1) if bounds[1] >= HALF else bounds[1] / _HUNDRED)


def folded(
    doubts: Iterable[Doubt], figures: Mapping[SheetColumn, int], judged: Mapping[SheetColumn, int]
) -> tuple[list[Doubt], list[Finding]]:
    """Return the doubts that stay by themselves, and C154 or C158 for each column that is one.

    *figures* counts those of a column, *judged* those that have a target or a range to fit.
    """
    by_factor: dict[tuple[SheetColumn, Fraction | None], list[Doubt]] = {}
    for doubt in doubts:
        by_factor.setdefault((doubt.figure.column, doubt.factor), []).append(doubt)
    alone: list[Doubt] = []
    found: list[Finding] = []
    for (column, factor), together in by_factor.items():
        whole = _is_whole(together, figures.get(column, 0), judged.get(column, 0))
        if factor is None or not whole:
            alone += together
            continue
        first = min(together, key=lambda doubt: down_the_sheet(doubt.figure))
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


def _is_whole(together: list[Doubt], figures: int, judged: int) -> bool:
    """Return whether the doubts are about nearly all of the column that can be judged."""
    if len(together) < FEWEST:
        return False
    own = sum(1 for one in together if not one.by_others)
    return (own >= FEWEST and own * OF >= judged * MOST) or len(together) * OF >= figures * MOST
