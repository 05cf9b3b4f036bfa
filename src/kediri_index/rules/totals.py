"""Figures that sum up others: in rows of totals, and in the rows of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Answer, Missing, Reading, Summands, Total
from kediri_index.model.definition import Group, Indicator, Unanswered
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import DataContext, UnitContext
from kediri_index.scoring.answers import children_of, is_leaf, leaf_score
from kediri_index.scoring.exact import Exact
from kediri_index.scoring.fold import Node, fold
from kediri_index.scoring.rounding import round_half_up

_OF_ROWS = (
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


def _figures(block: Summands, total: Total) -> Iterator[Fraction]:
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


_OF_GROUPS = (
    FindingText(
        "S301",
        Severity.ERROR,
        "nilai kelompok berbeda dengan rinciannya",
        "given score differs from its parts",
        "nilai {name} di sini {given}, padahal isian di bawahnya menghasilkan {computed}",
        "the given score of {name} is {given}, but the answers below it make {computed}",
        "hapus nilai kelompok itu, atau perbaiki rinciannya",
        "delete the given score, or correct its parts",
        related=("S311",),
    ),
    FindingText(
        "S311",
        Severity.WARNING,
        "baris kelompok berbeda dengan indikatornya",
        "group row differs from its indicators",
        "baris {name} berisi {given}, padahal indikator di bawahnya menghasilkan {computed}; "
        "yang dipakai adalah indikatornya",
        "the row of {name} has {given}, but the indicators below it give {computed}; the "
        "indicators count",
        "periksa rumus atau angka pada baris kelompok itu, atau kosongkan",
        "check the formula or figure in the row of the group, or clear it",
        related=("S312", "X322"),
    ),
    FindingText(
        "S312",
        Severity.NOTE,
        "baris kelompok tidak dibandingkan",
        "group row not compared",
        "«{value}» pada baris {name} tidak dapat dibaca sebagai nilai; yang dipakai adalah "
        "isian di bawahnya: {computed}",
        "«{value}» in the row of {name} cannot be read as a score; "
        "the values below it count: {computed}",
        "perbaiki rumus atau angkanya, atau kosongkan baris kelompok itu",
        "correct the formula or figure, or clear the row of the group",
    ),
)


def given_against_computed(context: UnitContext) -> Iterable[Finding]:
    """Yield a finding for each row of a group that does not say what the rows below it make.

    S301 where those are given groups alone, S311 where they are indicators, both compared at the
    published decimals; S312 where the row's figure cannot be read. While a value below is missing
    there is nothing to compare.
    """
    stated = context.data.stated
    for group in context.definition.all_groups() if stated else ():
        rows = stated.get(group.id, ())
        computed = _computed(group, context) if rows else None
        if computed is not None:
            for row in rows:
                yield from _compared(group, row, computed, context)


def _compared(
    group: Group, row: Answer, computed: Fraction, context: UnitContext
) -> Iterator[Finding]:
    leaf = leaf_score(context.definition, row, context.lead)
    if leaf.score is None and leaf.missing is not Missing.UNREADABLE:
        return
    given = None
    if leaf.score is None:
        code = "S312"
    else:
        given = round_half_up(leaf.score, context.definition.publish.decimals)
        if given == computed:
            return
        code = "S301" if _is_given_below(group, context) else "S311"
    yield Finding.at_cell(
        code,
        leaf.sources[0],
        leaf.raw,
        group.id,
        name=group.label,
        computed=computed,
        **({} if given is None else {"given": given}),
    )


def _computed(group: Group, context: UnitContext) -> Fraction | None:
    """Return what the rows below *group* make, None where some are missing."""
    definition = context.definition
    excludes = definition.missing.answers is Unanswered.EXCLUDE
    is_there = context.says if excludes else context.has_score
    if not all(is_there(leaf.id) for leaf in _leaves_below(group, context)):
        return None
    alone = definition._replace(groups=(group,))
    leaves = context.tree.unit(context.at).leaves
    computed = fold(alone, leaves, Exact(context.among())).published[group.id]
    return None if computed is None else round_half_up(computed, definition.publish.decimals)


def _is_given_below(group: Group, context: UnitContext) -> bool:
    """Return whether all leaves below *group* are given scores of groups that have parts."""
    return all(children_of(leaf) for leaf in _leaves_below(group, context))


def _leaves_below(group: Group, context: UnitContext) -> Iterator[Node]:
    """Yield the leaves that are expected below *group*."""
    for child in group.children:
        if not context.applies(child.id):
            continue
        if isinstance(child, Indicator) or is_leaf(child, context.presence):
            yield child
        else:
            yield from _leaves_below(child, context)


FINDINGS = (*_OF_ROWS, *_OF_GROUPS)
