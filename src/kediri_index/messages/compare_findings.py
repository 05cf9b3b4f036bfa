"""Findings about two results that are compared."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

COMPARE_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S601",
        Severity.ERROR,
        "tidak bernilai, jadi tidak dapat dibandingkan",
        "no score to compare",
        "{unit}nilai keseluruhannya tidak ada, jadi perubahannya tidak dapat dijelaskan",
        "{unit}there is no overall score, so that no change can be explained",
        "lihat sebabnya dengan kediri-index score, lalu lengkapi isiannya",
        "see the reason with kediri-index score, then complete the answers",
    ),
    FindingText(
        "S602",
        Severity.WARNING,
        "yang lama lebih baru",
        "the old one is the later one",
        "yang lama dari tahun {old}, yang baru dari tahun {new}: perubahannya berjalan mundur",
        "the old one is of {old} and the new one of {new}: the change goes back in time",
        "tukar urutan kedua berkas, bila bukan itu maksudnya",
        "swap the two files, unless that is what you mean",
    ),
    FindingText(
        "S603",
        Severity.WARNING,
        "dua wilayah berbeda",
        "two different units",
        "yang lama milik «{old}», yang baru milik «{new}»: selisih antarwilayah, bukan perubahan "
        "dari tahun ke tahun",
        "the old one is of «{old}», the new one of «{new}»: a difference of units, not a change "
        "over time",
        "periksa apakah kedua berkas memang yang dimaksud",
        "check that these are the two files that you mean",
    ),
    FindingText(
        "S604",
        Severity.WARNING,
        "skala berbeda",
        "different scales",
        "skala yang lama {old}, yang baru {new}: sebagian perubahan berasal dari skalanya",
        "the old scale is {old}, the new one {new}: part of the change comes from the scale",
        "bandingkan keduanya dengan satu definisi, dengan --config dan --old-config",
        "compare both by one definition, with --config and --old-config",
    ),
    FindingText(
        "S341",
        Severity.ERROR,
        "dasar penilaian berbeda",
        "scores rest on different assessments",
        "yang lama {old}, yang baru {new}; selisihnya bukan perubahan",
        "the old one is {old}, the new one {new}; their difference is not a change",
        "bandingkan nilai yang sama dengan --value self atau --value assessor, bila kedua tahun "
        "memilikinya",
        "compare the same scores with --value self or --value assessor, if both years have them",
    ),
    FindingText(
        "S605",
        Severity.WARNING,
        "nilai yang dipakai berbeda",
        "different scores count",
        "yang lama memakai {old}, yang baru {new}",
        "the old one is by {old}, the new one by {new}",
        "pilih satu untuk keduanya dengan --value",
        "choose one for both with --value",
    ),
    FindingText(
        "S606",
        Severity.NOTE,
        "cara penilaian berubah",
        "scoring changed",
        "dinilai dengan aturan lain, atau terhadap wilayah lain: {ids}",
        "scored by another rule, or among other units: {ids}",
        "sumbangannya memuat perubahan cara penilaian itu",
        "their contributions include that change of scoring",
    ),
    FindingText(
        "S607",
        Severity.ERROR,
        "nilai dari membandingkan wilayah",
        "a score from comparing units",
        "nilai keseluruhan menurut «{definition}» berasal dari membandingkan wilayah, jadi tidak "
        "tersusun dari isian satu wilayah",
        "by «{definition}» the overall comes from comparing units: it is not made of one unit's "
        "answers",
        "pakai agregasi lain di tingkat teratas (aggregate_top)",
        "choose another aggregation at the top (aggregate_top)",
    ),
)
