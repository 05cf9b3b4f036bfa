"""The figure in a group's row against what the rows below the group make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Answer, Missing
from kediri_index.model.definition import Group, Unanswered
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.exact import Exact
from kediri_index.scoring.fold import Node, fold
from kediri_index.scoring.leaves import leaf_score
from kediri_index.scoring.presence import children_of, is_leaf
from kediri_index.scoring.rounding import round_half_up

FINDINGS = (
    FindingText(
        "S301",
        Severity.ERROR,
        "nilai kelompok berbeda dengan rinciannya",
        "given score differs from its parts",
        "nilai {name} di sini {given}, padahal isian di bawahnya menghasilkan {computed}",
        "the given score of {name} is {given}, but the answers below it make {computed}",
        "hapus nilai kelompok itu, atau perbaiki rinciannya",
        "delete the given score, or correct its parts",
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
    leaves = context.block.exact(context.at).leaves
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
        if is_leaf(child, context.presence):
            yield child
        elif isinstance(child, Group):
            yield from _leaves_below(child, context)
