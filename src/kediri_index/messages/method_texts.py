"""What the scoring methods and their parameters mean."""

from __future__ import annotations

from kediri_index.messages.wording import Wording

METHOD_TEXTS: dict[str, Wording] = {
    "as_given": Wording("Isian adalah nilainya.", "The value is the score."),
    "levels": Wording(
        "Isian adalah nilainya, bila termasuk tingkat yang didaftar.",
        "The value is the score, if it is one of the listed levels.",
    ),
    "levels.levels": Wording(
        "Nilai yang mungkin, masing-masing dengan artinya.",
        "The values there can be, each with its meaning.",
    ),
    "yes_no": Wording("Nilai untuk jawaban ya atau tidak.", "The score of a yes or of a no."),
    "yes_no.yes": Wording("Nilai untuk ya.", "The score of a yes."),
    "yes_no.no": Wording("Nilai untuk tidak.", "The score of a no."),
    "achievement": Wording(
        "Capaian: R/T; (2T - R)/T bila yang lebih rendah lebih baik; 1 di dalam rentang target.",
        "Achievement: R/T; (2T - R)/T where lower is better; 1 inside a target range.",
    ),
    "achievement.cap": Wording(
        "Capaian tertinggi yang diakui; 1 sama dengan 100 persen.",
        "The highest achievement that counts; 1 is 100 percent.",
    ),
    "achievement.target": Wording(
        "Target, atau rentang target. Tanpa kunci ini: kolom Target di isian.",
        "The target, or a range. Without it: the sheet's column Target.",
    ),
    "goalposts": Wording(
        "(x - min)/(max - min); dari ujung lain bila yang lebih rendah lebih baik.",
        "(x - min)/(max - min); from the other end where lower is better.",
    ),
    "goalposts.min": Wording("Patok bawah.", "The lower goalpost."),
    "goalposts.max": Wording("Patok atas.", "The upper goalpost."),
    "goalposts.transform": Wording(
        "Logaritma realisasi dan kedua patok lebih dahulu.",
        "Logarithms of the result and both goalposts first.",
    ),
    "bands": Wording(
        "Nilai jenjang pertama yang batasnya belum tercapai.",
        "The score of the first band whose bound the result stays under.",
    ),
    "bands.bands": Wording(
        "Jenjang; batasnya naik, yang terakhir tanpa batas.",
        "The bands; bounds rise, the last one has none.",
    ),
    "band": Wording("Satu jenjang dari metode bands.", "One band of the method bands."),
    "band.score": Wording("Nilai jenjang ini.", "The score of this band."),
    "band.below": Wording(
        "Batas atas yang sudah termasuk jenjang berikutnya.",
        "The upper bound, which itself belongs to the next band.",
    ),
    "band.up_to": Wording(
        "Batas atas yang masih termasuk jenjang ini.",
        "The upper bound, which itself belongs to this band.",
    ),
    "min_max": Wording(
        "(x - min)/(max - min) di antara semua wilayah.",
        "(x - min)/(max - min) among all units.",
    ),
    "z_score": Wording(
        "mean + sd (x - m)/s; m rata-rata semua wilayah, s simpangan bakunya (n - 1).",
        "mean + sd (x - m)/s; m is the mean of all units, s their standard deviation (n - 1).",
    ),
    "z_score.mean": Wording("Nilai bagi wilayah yang rata-rata.", "The score of an average unit."),
    "z_score.sd": Wording(
        "Jarak nilai untuk satu simpangan baku.", "How much one standard deviation is worth."
    ),
    "rank": Wording(
        "1 untuk yang terendah, n untuk yang terbaik.",
        "1 for the lowest, n for the best.",
    ),
    "borda": Wording("Peringkat dikurangi 1.", "The rank less 1."),
    "percentile_rank": Wording("(peringkat - 1)/(n - 1).", "(rank - 1)/(n - 1)."),
    "by_rank.ties": Wording(
        "Peringkat bagi nilai yang sama: yang terkecil (min) atau rata-ratanya (average).",
        "The rank of equal values: the smallest of theirs (min) or its mean (average).",
    ),
    "distance_to_max": Wording(
        "1 - (max - x)/(max - min) di antara semua wilayah.",
        "1 - (max - x)/(max - min) among all units.",
    ),
    "distance_to_reference": Wording(
        "1 - (r - x)/(r - min); r realisasi wilayah acuan pada tahun yang sama.",
        "1 - (r - x)/(r - min); r is the reference unit's result of the same year.",
    ),
    "distance_to_reference.unit": Wording("Wilayah acuan.", "The reference unit."),
    "distance_to_reference.cap": Wording(
        "Bagian tertinggi; true sama dengan 1. Tanpa kunci ini: tanpa batas.",
        "The highest share; true is 1. Without it: no bound.",
    ),
    "distance_to_target": Wording(
        "(x - min)/(target - min); min realisasi terburuk di antara semua wilayah.",
        "(x - min)/(target - min); min is the worst result among all units.",
    ),
    "distance_to_target.target": Wording("Targetnya.", "The target."),
    "distance_to_target.cap": Wording(
        "Bagian tertinggi; true sama dengan 1. Tanpa kunci ini: tanpa batas.",
        "The highest share; true is 1. Without it: no bound.",
    ),
    "fraction_of_max": Wording(
        "x/max, hanya bila yang lebih tinggi lebih baik.",
        "x/max, only where higher is better.",
    ),
    "quantile_bands": Wording(
        "Jenjang menurut kuantil: naik satu untuk setiap batas yang dicapai.",
        "Bands by quantiles: one higher for each cut point that is reached.",
    ),
    "quantile_bands.bands": Wording(
        "Banyaknya jenjang, atau nilai setiap jenjang.",
        "How many bands there are, or the score of each.",
    ),
    "over_units.years": Wording(
        "Semua tahun bersama (pooled) atau setiap tahun sendiri (each).",
        "All years together (pooled) or each year by itself.",
    ),
}
