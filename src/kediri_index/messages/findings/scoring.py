"""Findings that come up while data are prepared and scored, and of statistics."""

from __future__ import annotations

from kediri_index.model.findings import FindingText, Severity

SCORING_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S201",
        Severity.ERROR,
        "target nol",
        "target of zero",
        "target nol: capaian terhadap 0 tidak dapat dihitung",
        "target of zero: achievement against 0 cannot be computed",
        "isi target yang bukan nol, atau ubah cara penilaian indikator ini di definisi",
        "give a target other than zero, or change how the definition scores this indicator",
    ),
    FindingText(
        "S202",
        Severity.WARNING,
        "capaian di bawah nol",
        "achievement below zero",
        "capaian «{value}» terhadap targetnya ({target}) bernilai {share}, di bawah nol{perhaps}",
        "the achievement of «{value}» against its target ({target}) is {share}, below "
        "zero{perhaps}",
        "periksa realisasi, target, dan satuannya",
        "check the actual value, the target and their units",
    ),
    FindingText(
        "S203",
        Severity.ERROR,
        "target belum ada",
        "no target",
        "realisasi «{measure}» tanpa target: capaian tidak dapat dihitung",
        "result «{measure}» without a target: achievement cannot be computed",
        "isi kolom Target",
        "fill in the column Target",
    ),
    FindingText(
        "S204",
        Severity.ERROR,
        "logaritma dari nol atau negatif",
        "logarithm of zero or less",
        "«{value}» tidak lebih dari nol, jadi logaritmanya tidak ada",
        "«{value}» is not above zero, so it has no logarithm",
        "periksa angka dan satuannya",
        "check the number and its unit",
    ),
    FindingText(
        "S305",
        Severity.WARNING,
        "tahun lalu tidak ditemukan",
        "no last year found",
        "{unit}: tidak ada nilai tahun sebelumnya di {value}, jadi perubahannya tidak dihitung",
        "{unit}: no score of a year before in {value}, so no change is computed",
        "periksa nama wilayah dan tahun di berkas itu",
        "check the unit's name and the year in that file",
    ),
)


PANEL_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S401",
        Severity.WARNING,
        "hanya satu wilayah bernilai",
        "only one unit has a value",
        "{name}{year} tidak bernilai, karena metode {method} membandingkan beberapa wilayah, "
        "sedangkan isiannya hanya dari satu",
        "{name}{year} has no score, since the method {method} compares several units, "
        "and only one has a value",
        "sertakan data wilayah lain, atau pilih metode untuk satu wilayah seperti goalposts",
        "add the data of other units, or choose a method for a single one, such as goalposts",
    ),
    FindingText(
        "S402",
        Severity.WARNING,
        "semua wilayah sama, jadi tidak bernilai",
        "the same everywhere, so without a score",
        "{name}{year} tidak bernilai, karena {count} isiannya sama semua ({seen}) dan metode "
        "{method} tidak dapat membedakannya",
        "{name}{year} has no score, since all {count} values are the same ({seen}) and the method "
        "{method} cannot tell them apart",
        "periksa datanya; bila benar, pilih metode dengan batas tetap seperti goalposts",
        "check the data; if they are right, choose a method with fixed bounds, such as goalposts",
    ),
    FindingText(
        "S403",
        Severity.WARNING,
        "semua wilayah sama",
        "the same everywhere",
        "{name}{year} tidak membedakan wilayah, karena {count} isiannya sama semua ({seen}); "
        "nilai menurut metode {method} pun sama",
        "{name}{year} does not tell units apart, since all {count} values are the same ({seen}); "
        "so are their scores by the method {method}",
        "periksa datanya",
        "check the data",
    ),
    FindingText(
        "S404",
        Severity.ERROR,
        "wilayah acuan tidak ada",
        "no such reference unit",
        "{name}{year} tidak bernilai, karena wilayah acuan {reference} tidak ada dalam data",
        "{name}{year} has no score, since the reference unit {reference} is not in the data",
        "sertakan datanya, atau perbaiki unit di definisi",
        "add its data, or correct unit in the definition",
    ),
    FindingText(
        "S405",
        Severity.WARNING,
        "wilayah acuan tanpa isian",
        "reference unit without a value",
        "{name}{year} tidak bernilai, karena wilayah acuan {reference} tidak memiliki isian",
        "{name}{year} has no score, since the reference unit {reference} has no value",
        "lengkapi isian wilayah acuan, atau pilih wilayah acuan lain",
        "complete the value of the reference unit, or choose another one",
    ),
    FindingText(
        "S406",
        Severity.WARNING,
        "wilayah acuan yang terburuk",
        "reference unit is the worst",
        "{name}{year} tidak bernilai, karena isian wilayah acuan {reference} yang terburuk dan "
        "jaraknya menjadi nol",
        "{name}{year} has no score, since the value of the reference unit {reference} is the worst "
        "and there is no distance to it",
        "pilih wilayah acuan lain untuk indikator ini",
        "choose another reference unit for this indicator",
    ),
    FindingText(
        "S407",
        Severity.WARNING,
        "target sudah dicapai semua",
        "target reached by all",
        "{name}{year} tidak bernilai, karena target {target} tidak lebih baik daripada isian "
        "terburuk ({worst})",
        "{name}{year} has no score, since the target {target} is not better than the worst value "
        "({worst})",
        "naikkan target di definisi, atau pakai achievement",
        "set a further target in the definition, or use achievement",
    ),
    FindingText(
        "S408",
        Severity.WARNING,
        "bagian dari tertinggi, padahal makin rendah makin baik",
        "fraction of the highest where lower is better",
        "{name}{year} tidak bernilai: {method} tidak bermakna bila makin rendah makin baik",
        "{name}{year} has no score: {method} has no meaning where lower is better",
        "pilih min_max, atau balik datanya lalu hapus direction: lower",
        "choose min_max, or turn the data round and delete direction: lower",
    ),
    FindingText(
        "S409",
        Severity.WARNING,
        "yang tertinggi tidak di atas nol",
        "highest not above zero",
        "{name}{year} tidak bernilai, karena isian tertingginya {highest} dan tidak dapat menjadi "
        "pembagi yang bermakna",
        "{name}{year} has no score, since its highest value is {highest} and no share of it has a "
        "meaning",
        "periksa datanya, atau pilih min_max",
        "check the data, or choose min_max",
    ),
    FindingText(
        "S410",
        Severity.WARNING,
        "isian lebih sedikit daripada pita",
        "fewer values than bands",
        "{name}{year} dibagi menjadi {bands} pita, padahal isiannya lebih sedikit; ada pita yang "
        "kosong",
        "{name}{year} is split into {bands} bands, but has fewer values; some bands stay empty",
        "kurangi bands, atau sertakan lebih banyak wilayah",
        "lower bands, or add more units",
    ),
    FindingText(
        "S411",
        Severity.WARNING,
        "pembagi kosong atau nol",
        "no denominator",
        "{unit}{name} dianggap kosong, karena pembaginya, {column}, kosong, tidak terbaca, "
        "atau nol",
        "{unit}{name} counts as missing, since {column}, by which it is divided, is empty, "
        "unreadable or zero",
        "isi {column} dengan angka selain nol",
        "fill in {column} with a number other than zero",
    ),
    FindingText(
        "S412",
        Severity.NOTE,
        "wilayah disisihkan",
        "unit left out",
        "{unit}disisihkan, karena hanya {present} dari {expected} indikator terisi; definisi "
        "mensyaratkan sekurang-kurangnya {percent} %",
        "{unit}left out, since only {present} of {expected} indicators are there; the definition "
        "asks for at least {percent} %",
        "lengkapi datanya, atau turunkan min_present pada langkah screen",
        "complete its data, or lower min_present of the step screen",
    ),
    FindingText(
        "S413",
        Severity.ERROR,
        "kolom untuk persiapan tidak ada",
        "column for preparing is missing",
        "kolom «{value}» yang disebut prepare tidak ada dalam data",
        "the column «{value}» that prepare names is not in the data",
        "tambahkan kolom itu pada tabel satu baris satu wilayah, atau perbaiki namanya di definisi",
        "add the column to the table of one row a unit, or correct its name in the definition",
    ),
    FindingText(
        "S414",
        Severity.WARNING,
        "wilayah tanpa kelompok",
        "unit without a group",
        "{unit}kolom {column} kosong, sehingga isian yang kosong tidak dapat diperkirakan",
        "{unit}the column {column} is empty, so what is missing cannot be estimated",
        "isi {column}",
        "fill in {column}",
    ),
    FindingText(
        "S415",
        Severity.WARNING,
        "tahun lalu dinilai tersendiri",
        "last year scored by itself",
        "nilai tahun lalu di {value} dihitung dari datanya sendiri, jadi perubahan angka tidak "
        "hanya berasal dari perubahan isian",
        "last year's scores in {value} come from its own data alone, so a change of the figure is "
        "not only one of the values",
        "gabungkan kedua tahun dalam satu tabel dengan kolom tahun, dan pakai years: pooled",
        "put both years into one table with a column for the year, and use years: pooled",
    ),
    FindingText(
        "S720",
        Severity.ERROR,
        "terlalu banyak daerah untuk dibandingkan",
        "too many units to compare",
        "agregasi copeland membandingkan daerah dua-dua; data ini memerlukan {seen} "
        "perbandingan, batasnya {limit}; sisa berkas ini tidak dibaca",
        "the aggregation copeland compares units in pairs; these data need {seen} comparisons, "
        "the limit is {limit}; the rest of this file was not read",
        "kurangi jumlah daerah, pilih agregasi lain, atau naikkan batasnya dengan {option}",
        "use fewer units or another aggregation, or raise the limit with {option}",
    ),
)


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
