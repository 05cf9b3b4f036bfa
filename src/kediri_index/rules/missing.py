"""What is missing: answers, evidence (bukti dukung), the score of one assessor, and scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kediri_index.model.aggregation import NoScore
from kediri_index.model.dataset import Answer, Missing, Said, says_nothing
from kediri_index.model.definition import Evidence, Indicator, Unanswered
from kediri_index.model.findings import Finding, FindingText, Severity, Source, place_key
from kediri_index.model.language import OfUnit
from kediri_index.model.scoring import Reads
from kediri_index.rules.agencies import gaps
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.answers import LeafScore, children_of, is_leaf
from kediri_index.scoring.fold import Inner, Node
from kediri_index.scoring.score_rule import bounds_of, score_value

_ANSWERS = (
    FindingText(
        "C101",
        Severity.ERROR,
        "belum diisi",
        "not filled in",
        "belum diisi, padahal definisi mewajibkan jawaban",
        "not filled in, but the definition wants an answer",
        "isi nilainya, atau tulis «tidak berlaku» bila memang tidak berlaku",
        "fill it in, or write «n/a» if it does not apply",
        related=("S101",),
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
        related=("C101",),
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
        related=("S302",),
    ),
)


def unanswered(context: UnitContext) -> Iterable[Finding]:
    """Yield C101 or C102 for a row without an answer, S101 for rows that are not there."""
    wanted = context.definition.missing.answers is Unanswered.ERROR
    if wanted and context.tree.missing[context.at]:
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


_EVIDENCE = (
    FindingText(
        "C104",
        Severity.ERROR,
        "bukti dukung belum ada",
        "no evidence",
        "jawaban ini tanpa bukti dukung, padahal definisi mewajibkannya",
        "this answer names no evidence, but the definition wants it",
        "isi kolom Bukti dukung, atau sesuaikan jawaban dengan bukti yang ada",
        "fill in the column Bukti dukung, or answer what the evidence there is supports",
        related=("X321",),
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


def evidence_of_levels(context: UnitContext) -> Iterable[Finding]:
    """Yield S840, S841, S845 and S847 where levels ask for items of evidence; most do not."""
    if context.definition.with_evidence_items:
        from kediri_index.rules.evidence.levels import beside_levels  # noqa: PLC0415 - as said

        yield from beside_levels(context)


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
        if answer.survey is not None:  # the respondents are the evidence
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


_ASSESSORS = (
    FindingText(
        "C103",
        Severity.WARNING,
        "nilai asesor tidak lengkap",
        "an assessor's score is missing",
        "hanya {there} dari {all} nilai asesor terisi; rata-ratanya dari yang terisi",
        "only {there} of {all} assessors' scores are there; the mean is theirs",
        "lengkapi nilai asesor yang kosong",
        "fill in the missing assessors' scores",
    ),
    FindingText(
        "C107",
        Severity.WARNING,
        "kolom nilai asesor kosong",
        "empty column of an assessor",
        "kolom nilai asesor ini kosong di semua {count} baris yang dinilai asesor lain",
        "this assessor's column is empty in all {count} rows that another assessor filled in",
        "isi kolomnya, atau hapus bila tidak ada asesor ini",
        "fill in the column, or delete it if there is no such assessor",
    ),
)

_DIGITS = "0123456789"
_Column = tuple[str, str | None, str]


def incomplete_assessors(context: UnitContext) -> Iterable[Finding]:
    """Yield C103 for each such cell, or C107 once for a column that nobody filled in.

    The mean is that of the scores that are there.
    """
    empty: dict[_Column, list[Finding]] = {}
    filled: set[_Column] = set()
    for answer in _rows(context):
        if not answer.assessor[1:]:
            continue
        there = sum(one.number is not None for one in answer.assessor)
        for reading in answer.assessor:
            column = _column(reading.source)
            if reading.missing is not Missing.EMPTY:
                filled.add(column)
            elif there:
                found = Finding.at_cell(
                    "C103",
                    reading.source,
                    indicator=answer.id,
                    there=there,
                    all=len(answer.assessor),
                )
                empty.setdefault(column, []).append(found)
    for column, findings in empty.items():
        if column in filled or not findings[1:]:
            yield from findings
        else:
            first = min(findings, key=place_key)
            yield first._replace(code="C107", indicator=None, params={"count": len(findings)})


def _rows(context: UnitContext) -> Iterator[Answer]:
    """Yield the answers; of one that several agencies make, each agency's row that counts."""
    for answer in context.full:
        if answer.shares is None:
            yield answer
            continue
        for share in answer.shares.counting:
            if share.answer is not None:
                yield share.answer


def _column(source: Source) -> _Column:
    return source.file, source.sheet, (source.cell or "").rstrip(_DIGITS)


_SCORES = (
    FindingText(
        "S302",
        Severity.WARNING,
        "terlalu sedikit jawaban",
        "too few answers",
        "{unit}{name} tidak bernilai, karena kurang dari {percent} % bagian langsungnya yang "
        "bernilai",
        "{unit}{name} has no score, since less than {percent} % of its direct parts are there",
        "lengkapi jawabannya, atau ubah min_present di definisi",
        "complete the answers, or change min_present in the definition",
    ),
    FindingText(
        "S303",
        Severity.ERROR,
        "jumlah bobot nol",
        "weights that sum to zero",
        "{unit}{name} tidak bernilai, karena jumlah bobot yang terisi ({children}) nol",
        "{unit}{name} has no score, since the weights of what is there ({children}) sum to zero",
        "beri bobot lebih dari nol di definisi",
        "give weights above zero in the definition",
    ),
    FindingText(
        "S320",
        Severity.ERROR,
        "nilai negatif tidak dapat diagregasi",
        "negative score in a mean that takes none",
        "{unit}{name} tidak bernilai, karena agregasi {aggregation} tidak dapat menghitung nilai "
        "negatif ({children})",
        "{unit}{name} has no score, since the aggregation {aggregation} takes no negative scores "
        "({children})",
        "periksa nilai itu, atau pakai agregasi lain di definisi, misalnya arithmetic",
        "check that score, or choose another aggregation in the definition, such as arithmetic",
    ),
    FindingText(
        "S321",
        Severity.ERROR,
        "rata-rata tidak di atas nol",
        "mean not above zero",
        "{unit}{name} tidak bernilai, karena agregasi {aggregation} membagi dengan rata-rata "
        "bagiannya, dan rata-rata itu tidak di atas nol",
        "{unit}{name} has no score, since the aggregation {aggregation} divides by the mean of the "
        "parts, which is not above zero",
        "pakai cara penilaian yang nilainya di atas nol, atau agregasi lain, di definisi",
        "choose scoring with scores above zero, or another aggregation, in the definition",
    ),
    FindingText(
        "S322",
        Severity.ERROR,
        "tidak ada wilayah pembanding",
        "no unit to compare with",
        "{unit}{name} tidak bernilai, karena agregasi {aggregation} membandingkan beberapa wilayah "
        "dan pada tahun itu hanya ada satu yang bernilai",
        "{unit}{name} has no score, since the aggregation {aggregation} compares units, and that "
        "year has only one with scores",
        "sertakan berkas wilayah lain, atau pakai agregasi lain di definisi",
        "add the files of other units, or choose another aggregation in the definition",
    ),
)

_CODES = {
    NoScore.TOO_FEW: "S302",
    NoScore.ZERO_WEIGHTS: "S303",
    NoScore.NEGATIVE: "S320",
    NoScore.MEAN_NOT_POSITIVE: "S321",
    NoScore.ONE_UNIT: "S322",
}


def without_score(context: UnitContext) -> Iterable[Finding]:
    """Yield S302, S303 or S320 to S322 for each, once the data are complete: a part cannot tell."""
    if not context.complete:
        return
    tree, at, data = context.tree, context.at, context.data
    reasons = tree.without_score[at]
    for inner in tree.inners if reasons else ():
        reason = reasons.get(inner.id)
        code = None if reason is None else _CODES.get(reason)
        if reason is None or code is None or not tree.figures(inner.id).completeness[at].answered:
            continue
        node = tree.nodes.get(inner.id)
        yield Finding(
            code,
            file=context.only_file,
            indicator=inner.id or None,
            params={
                "unit": OfUnit(data.unit, data.year if data.wide_files else None),
                "name": context.definition.title if node is None else node.label,
                **_why(reason, inner, context),
            },
        )


def _why(reason: NoScore, inner: Inner, context: UnitContext) -> dict[str, object]:
    tree, at = context.tree, context.at
    match reason:
        case NoScore.TOO_FEW:
            return {"percent": 100 * (inner.min_present or Fraction(0))}
        case NoScore.ZERO_WEIGHTS:
            return {"children": tuple(tree.counted(inner, at))}
    return {"aggregation": inner.aggregate.name, "children": tree.undefined_by(inner, at)}


FINDINGS = (*_ANSWERS, *_EVIDENCE, *_ASSESSORS, *_SCORES)
