"""Groups, or the whole, that have answers but no score."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kediri_index.model.aggregation import NoScore
from kediri_index.model.finding_params import OfUnit
from kediri_index.model.findings import Finding, FindingText, Severity
from kediri_index.rules.context import UnitContext
from kediri_index.scoring.fold import Inner

FINDINGS = (
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
    block, at, data = context.block, context.at, context.data
    reasons = block.without_score[at]
    for inner in block.inners if reasons else ():
        reason = reasons.get(inner.id)
        code = None if reason is None else _CODES.get(reason)
        if reason is None or code is None or not block.figures(inner.id).completeness[at].answered:
            continue
        node = block.nodes.get(inner.id)
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
    block, at = context.block, context.at
    match reason:
        case NoScore.TOO_FEW:
            return {"percent": 100 * (inner.min_present or Fraction(0))}
        case NoScore.ZERO_WEIGHTS:
            return {"children": tuple(block.counted(inner, at))}
    return {"aggregation": inner.aggregate.name, "children": block.undefined_by(inner, at)}
