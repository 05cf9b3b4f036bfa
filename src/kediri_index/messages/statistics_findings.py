"""Findings about an index as data of several units show it: ``definition lint --data``."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

STATISTICS_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S501",
        Severity.ERROR,
        "statistik perlu beberapa wilayah",
        "statistics need several units",
        "data ini hanya memuat {count} wilayah; statistik membandingkan beberapa wilayah",
        "units with data here: {count}; statistics compare several",
        "berikan tabel dengan satu baris untuk setiap wilayah",
        "give a table with one row a unit",
    ),
    FindingText(
        "S502",
        Severity.NOTE,
        "terlalu sedikit wilayah untuk dinilai",
        "too few units to judge by",
        "hanya ada {count} baris data; di bawah {enough}, pencilan, korelasi, dan alfa dapat "
        "terjadi karena kebetulan, jadi angkanya ditampilkan tanpa dinilai",
        "there are {count} observations; below {enough} outliers, correlations and alpha may come "
        "by chance, so the figures are shown and not judged",
        "tambahkan wilayah atau tahun bila ada",
        "add units or years where there are any",
    ),
    FindingText(
        "S503",
        Severity.WARNING,
        "indikator tidak membedakan",
        "constant indicator",
        "{value} sama di semua {count} baris data, yaitu {figure}, jadi tidak membedakan wilayah",
        "{value} is the same in all {count} observations, {figure}, so it tells no units apart",
        "ganti indikatornya, atau perhalus cara mengukurnya",
        "replace the indicator, or measure it more finely",
    ),
    FindingText(
        "S504",
        Severity.WARNING,
        "pencilan",
        "outliers",
        "{value} memiliki pencilan: kemencengan {skewness}, keruncingan {kurtosis}; yang "
        "terjauh: {units}",
        "{value} has outliers: skewness {skewness}, kurtosis {kurtosis}; farthest out: {units}",
        "periksa angka-angka itu; bila benar, pertimbangkan patokan, logaritma, atau pembagi",
        "check these figures; if they are right, consider goalposts, a logarithm or a denominator",
    ),
    FindingText(
        "S505",
        Severity.WARNING,
        "indikator kembar",
        "collinear indicators",
        "nilai {value} hampir sejalan penuh dengan {others}, jadi hal yang sama dihitung berulang",
        "the scores of {value} nearly repeat those of {others}, so one thing counts more than once",
        "hapus salah satunya, gabungkan, atau bagi bobotnya",
        "drop one of them, combine them, or share the weight between them",
    ),
    FindingText(
        "S506",
        Severity.WARNING,
        "berlawanan arah dengan kelompoknya",
        "against its group",
        "{value} berlawanan arah dengan bagian lain dari {group}: korelasi rata-rata {siblings}, "
        "dan {correlation} dengan nilai kelompok",
        "{value} goes against the other parts of {group}: mean correlation {siblings}, and "
        "{correlation} with the group's score",
        "periksa direction dan cara penilaiannya, atau pindahkan ke kelompok lain",
        "check its direction and its scoring, or move it to another group",
    ),
    FindingText(
        "S507",
        Severity.NOTE,
        "saling meniadakan",
        "cancelling each other",
        "{value} dan {other} saling meniadakan di {group}: korelasi {correlation}",
        "{value} and {other} cancel each other in {group}: correlation {correlation}",
        "pastikan keduanya memang perlu di kelompok yang sama",
        "make sure that both belong in the same group",
    ),
    FindingText(
        "S508",
        Severity.WARNING,
        "bagian kelompok tidak sejalan",
        "a group that disagrees",
        "bagian-bagian {name} tidak mengukur satu hal yang sama: alfa Cronbach {alpha}, di bawah "
        "{limit_alpha}",
        "the parts of {name} do not measure one thing: Cronbach's alpha {alpha}, below "
        "{limit_alpha}",
        "pecah kelompok itu, pindahkan yang tidak sejalan, atau pastikan keragamannya disengaja",
        "split the group, move what does not fit, or make sure that the variety is meant",
    ),
    FindingText(
        "S509",
        Severity.WARNING,
        "pengaruh tidak sebanding dengan bobot",
        "influence out of proportion to the weight",
        "{value} berbobot {weight} % di {group}, tetapi pengaruhnya {influence} %",
        "{value} has a weight of {weight} % in {group}, but an influence of {influence} %",
        "samakan sebaran nilainya lewat cara penilaian, atau sesuaikan bobotnya",
        "even out the spread of its scores by how they are scored, or adapt its weight",
    ),
)
