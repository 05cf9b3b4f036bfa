"""An answer without the evidence (bukti dukung) that the definition wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.dataset import Answer, Said, says_nothing
from kediri_index.model.definition import Evidence, Indicator
from kediri_index.model.findings import Finding, FindingText, Severity, place_key
from kediri_index.model.scoring import Reads
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.leaf import bounds_of, score_value
from kediri_index.scoring.leaves import LeafScore

FINDINGS = (
    FindingText(
        "C104",
        Severity.ERROR,
        "bukti dukung belum ada",
        "no evidence",
        "jawaban ini tanpa bukti dukung, padahal definisi mewajibkannya",
        "this answer names no evidence, but the definition wants it",
        "isi kolom Bukti dukung, atau sesuaikan jawaban dengan bukti yang ada",
        "fill in the column Bukti dukung, or answer what the evidence there is supports",
    ),
    FindingText(
        "C106",
        Severity.ERROR,
        "tidak ada kolom bukti dukung",
        "no column of evidence",
        "lembar ini tidak punya kolom Bukti dukung, padahal definisi mewajibkannya; "
        "jawaban yang memerlukan bukti: {count}",
        "this sheet has no column Bukti dukung, but the definition wants evidence; "
        "answers that need it: {count}",
        "tambahkan kolom Bukti dukung, lalu isi untuk setiap jawaban",
        "add the column Bukti dukung and fill it in for each answer",
    ),
)


def evidence_missing(context: UnitContext) -> Iterable[Finding]:
    """Yield C104 for each, or C106 once for a sheet that has no column for it.

    An answer at the bottom of its range claims nothing and needs none; a table of one row a unit
    has no place for any.
    """
    without_column: dict[tuple[str, str | None], list[Answer]] = {}
    for answer in _without(context):
        said, row = answer.evidence, answer.row
        if said is None:
            without_column.setdefault((row.file, row.sheet), []).append(answer)
        else:
            yield Finding.at_cell("C104", said.source, said.text or None, answer.id)
    for answers in without_column.values():
        found = (Finding.at_cell("C106", one.row, count=len(answers)) for one in answers)
        yield min(found, key=place_key)


def _without(context: UnitContext) -> Iterator[Answer]:
    if context.data.wide_files.issuperset(context.data.files):
        return
    for indicator in context.definition.all_indicators():
        if indicator.evidence is Evidence.OPTIONAL:
            continue
        leaf = context.leaf(indicator.id)
        if leaf is None:
            continue
        answer = context.prepared(indicator.id)
        if _is_there(answer.evidence) or answer.row.file in context.data.wide_files:
            continue
        if _claims(indicator, answer, leaf):
            yield answer


def _is_there(said: Said | None) -> bool:
    return said is not None and said.readable and not says_nothing(said.text)


def _claims(indicator: Indicator, answer: Answer, leaf: LeafScore) -> bool:
    """Return whether any score given, or the one that is measured, is above the lowest."""
    bounds = bounds_of(indicator.rule)
    if indicator.rule.method.reads is Reads.MEASURE:
        measured = answer.measure is not None and answer.measure.number is not None
        if leaf.score is None:
            return measured
        return bounds is None or leaf.score > bounds[0]
    given = (answer.self_score, *answer.assessor)
    numbers = [one.number for one in given if one is not None and one.number is not None]
    return any(bounds is None or _worth(indicator, number) > bounds[0] for number in numbers)


def _worth(indicator: Indicator, number: Fraction) -> Fraction:
    """Return the score of a number that was given, itself where it has none."""
    score = score_value(indicator.rule, number, None, indicator.direction).value
    return number if score is None else score
