"""What the definition wants answered and is not: an empty cell, or no row at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kediri_index.model.dataset import Answer, Missing
from kediri_index.model.definition import Unanswered
from kediri_index.model.finding_params import OfUnit
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import UnitContext
from kediri_index.rules.shared_values import gaps
from kediri_index.scoring.fold import Node
from kediri_index.scoring.leaves import LeafScore
from kediri_index.scoring.presence import children_of, is_leaf

FINDINGS = (
    FindingText(
        "C101",
        Severity.ERROR,
        "belum diisi",
        "not filled in",
        "belum diisi, padahal definisi mewajibkan jawaban",
        "not filled in, but the definition wants an answer",
        "isi nilainya, atau tulis «tidak berlaku» bila memang tidak berlaku",
        "fill it in, or write «n/a» if it does not apply",
    ),
    FindingText(
        "C102",
        Severity.ERROR,
        "dinyatakan belum ada",
        "said to be missing",
        "«{value}» berarti belum ada jawaban, padahal definisi mewajibkannya",
        "«{value}» means that there is no answer yet, but the definition wants one",
        "isi nilainya begitu tersedia",
        "fill in the value as soon as it is known",
    ),
    FindingText(
        "S101",
        Severity.ERROR,
        "tidak ada barisnya",
        "no row for it",
        "{unit}tidak ada jawaban untuk {name} ({count} isian: {ids})",
        "{unit}no answer to {name} ({count} expected: {ids})",
        "tambahkan berkas OPD yang menjawabnya, atau hitung yang ada saja dengan --allow-errors",
        "add the file of the OPD that answers it, or score what is there with --allow-errors",
    ),
)


def unanswered(context: UnitContext) -> Iterable[Finding]:
    """Yield C101 or C102 for a row without an answer, S101 for rows that are not there."""
    wanted = context.definition.missing.answers is Unanswered.ERROR
    if wanted and context.block.missing[context.at]:
        for node in context.definition.groups:
            yield from _below(node, context)


def _below(node: Node, context: UnitContext) -> Iterator[Finding]:
    if not context.applies(node.id) or context.has_score(node.id):
        return
    leaf = context.leaf(node.id)
    if is_leaf(node, context.presence) or not _touched(node, context):
        if leaf is not None:
            yield from _in_row(leaf, context)
        elif context.complete:
            yield _finding(node, list(_leaf_ids(node, context)), context)
    else:
        absent = []
        for child in children_of(node):
            if is_leaf(child, context.presence) and not context.says(child.id):
                absent.append(child)
            else:
                yield from _below(child, context)
        missing = [child for child in absent if context.applies(child.id)]
        if missing and context.complete:
            yield _finding(node, [child.id for child in missing], context)


def _touched(node: Node, context: UnitContext) -> bool:
    """Return whether the data say anything below *node*."""
    return any(context.says(child.id) or _touched(child, context) for child in children_of(node))


def _in_row(leaf: LeafScore, context: UnitContext) -> Iterator[Finding]:
    """Yield what is wrong with a row without an answer; an unreadable one is named elsewhere.

    A row without the column that counts is named at its beginning.
    """
    if leaf.missing in {Missing.NOT_APPLICABLE, Missing.UNREADABLE}:
        return
    answer = context.prepared(leaf.id)
    if answer.shares is not None and answer.shares.needs_all:
        yield from gaps(context, leaf, answer.shares)
        return
    if leaf.missing is Missing.EMPTY and _is_unreadable(answer):
        return
    source = leaf.sources[0] if leaf.sources else answer.row
    code = "C101" if leaf.missing is Missing.EMPTY else "C102"
    yield Finding.at_cell(code, source, leaf.raw or None, leaf.id)


def _is_unreadable(answer: Answer) -> bool:
    """Return whether the row holds an answer, if in another column, that could not be read."""
    readings = (answer.self_score, *answer.assessor, answer.measure)
    return any(one is not None and one.missing is Missing.UNREADABLE for one in readings)


def _finding(node: Node, ids: list[str], context: UnitContext) -> Finding:
    data = context.data
    return Finding(
        "S101",
        file=context.only_file,
        indicator=ids[0] if len(ids) == 1 else None,
        params={
            "unit": OfUnit(data.unit, data.year if data.wide_files else None),
            "name": node.label,
            "count": len(ids),
            "ids": tuple(ids),
        },
    )


def _leaf_ids(node: Node, context: UnitContext) -> Iterator[str]:
    if is_leaf(node, context.presence):
        yield node.id
    for child in children_of(node):
        if context.applies(child.id) and not context.answered(child.id):
            yield from _leaf_ids(child, context)
