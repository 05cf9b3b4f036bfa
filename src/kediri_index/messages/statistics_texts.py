"""What the screen says of the statistics of an index."""

from __future__ import annotations

from kediri_index.model.wording import Wording

STATISTICS_TEXTS: dict[str, Wording] = {
    "statistics.indicators": Wording(
        "Nilai asli indikator · {count} wilayah", "Raw values of indicators · {count} units"
    ),
    "statistics.indicators-years": Wording(
        "Nilai asli indikator · {observations} baris: {count} wilayah, tahun {years}",
        "Raw values of indicators · {observations} observations: {count} units, years {years}",
        "Raw values of indicators · {observations} observations: {count} unit, years {years}",
    ),
    "statistics.prepared": Wording("olahan", "prepared"),
    "statistics.groups": Wording(
        "Bagian tiap kelompok · menurut nilai", "Parts of each group · by their scores"
    ),
    "statistics.overall": Wording("Keseluruhan", "Overall"),
    "statistics.legend": Wording(
        "Pengaruh: andil sebuah bagian dalam naik turunnya nilai kelompok; korelasi: dengan nilai "
        "kelompok.",
        "Influence: a part's share in what moves the group's score; correlation: with that score.",
    ),
    "statistics.column.n": Wording("Ada", "n"),
    "statistics.column.minimum": Wording("Min.", "Lowest"),
    "statistics.column.median": Wording("Nilai tengah", "Median"),
    "statistics.column.maximum": Wording("Maks.", "Highest"),
    "statistics.column.mean": Wording("Rerata", "Mean"),
    "statistics.column.sd": Wording("Simp. baku", "St. dev."),
    "statistics.column.skewness": Wording("Menceng", "Skew"),
    "statistics.column.kurtosis": Wording("Runcing", "Kurtosis"),
    "statistics.column.part": Wording("Kelompok dan bagiannya", "Group and its parts"),
    "statistics.column.influence": Wording("Pengaruh", "Influence"),
    "statistics.column.correlation": Wording("Korelasi", "Correlation"),
    "statistics.column.alpha": Wording("Alfa Cronbach", "Cronbach's alpha"),
}
