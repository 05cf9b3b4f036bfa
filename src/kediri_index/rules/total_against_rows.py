"""Rows that sum up others, against the figures above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Block, Reading, Total
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import DataContext
from kediri_index.scoring.rounding import round_half_up

FINDINGS = (
    FindingText(
        "X322",
        Severity.NOTE,
        "baris jumlah berbeda dengan isinya",
        "total differs from its rows",
        "baris ini menyebut «{value}», padahal baris-baris di atasnya menghasilkan {computed}",
        "this row says «{value}», but the rows above it make {computed}",
        "perbaiki rumus atau rentangnya; baris ini sendiri tidak dihitung",
        "correct its formula or range; the row itself does not count",
    ),
)

MOST_DECIMALS = 2


def total_against_rows(context: DataContext) -> Iterable[Finding]:
    """Yield X322 for a mean or sum that is that of none of the blocks it may sum up.

    Figures are compared at the decimals that the total is written with, two at most; a tie may
    have been rounded either way.
    """
    for total in context.data.totals:
        number = total.reading.number
        if number is None or not total.blocks:
            continue
        decimals = _decimals(total.reading, number)
        written, half = round_half_up(number, decimals), Fraction(1, 2 * 10**decimals)
        computed = [figure for block in total.blocks for figure in _figures(block, total)]
        nearest = min(computed, key=lambda one: abs(one - written))
        if abs(nearest - written) > half:
            yield Finding.at_cell(
                "X322",
                total.reading.source,
                total.reading.text,
                computed=round_half_up(nearest, MOST_DECIMALS),
            )


def _figures(block: Block, total: Total) -> Iterator[Fraction]:
    """Yield what *block* makes: its sum, its mean, or both where the total is called both."""
    if total.is_sum:
        yield block.added
    if total.or_mean or not total.is_sum:
        yield block.added / block.size


def _decimals(reading: Reading, number: Fraction) -> int:
    """Return the decimals that count: those written, zeros at the end too, two at most."""
    needed = 0
    while needed < MOST_DECIMALS and (number * 10**needed).denominator != 1:
        needed += 1
    mark = max(reading.text.rfind(","), reading.text.rfind("."))
    written = reading.text[mark + 1 :].rstrip("% ") if mark >= 0 else ""
    digits = int("0" + "".join(filter(str.isdecimal, reading.text)))
    is_decimal = digits == abs(number) * 10 ** len(written)  # else a percentage, or thousands
    return min(len(written), MOST_DECIMALS) if is_decimal else needed
