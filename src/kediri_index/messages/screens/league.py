"""What a report of many units says."""

from __future__ import annotations

from kediri_index.model.language import Wording

LEAGUE_TEXTS: dict[str, Wording] = {
    "league.kind": Wording("Laporan perbandingan daerah", "Report of all units"),
    "league.units": Wording("{count} daerah", "{count} units", "{count} unit"),
    "league.headline": Wording(
        "{best} tertinggi ({high}), {worst} terendah ({low})",
        "{best} is highest ({high}), {worst} lowest ({low})",
    ),
    "league.headline.alike": Wording(
        "Semua daerah yang dinilai bernilai {score}", "All scored units have the score {score}"
    ),
    "league.headline.unscored": Wording("Belum ada daerah yang bernilai", "No unit has a score"),
    "league.fact.units": Wording("Daerah yang dinilai", "Units scored"),
    "league.fact.units-note": Wording("dari {total} daerah", "of {total} units"),
    "league.fact.incomplete": Wording(
        "{count} belum lengkap isiannya",
        "{count} have missing answers",
        "{count} has missing answers",
    ),
    "league.fact.complete": Wording("semua lengkap isiannya", "none has missing answers"),
    "league.fact.median": Wording("Nilai tengah", "Median score"),
    "league.fact.median-note": Wording(
        "separuh daerah di antara {low} dan {high}",
        "half of the units lie between {low} and {high}",
    ),
    "league.fact.moved": Wording("Sejak {year}", "Since {year}"),
    "league.fact.moved-note": Wording(
        "dari {count} daerah yang dapat dibandingkan",
        "of {count} units that can be compared",
        "of {count} unit that can be compared",
    ),
    "league.fact.class": Wording("Predikat terbanyak", "Most frequent class"),
    "league.fact.class-note": Wording("{count} dari {total} daerah", "{count} of {total} units"),
    "league.unscored": Wording("Tanpa nilai: {names}.", "Without a score: {names}."),
    "league.partial": Wording(
        "Sementara: dihitung meskipun ada {count} kesalahan pada data.",
        "Provisional: scored in spite of {count} errors in the data.",
        "Provisional: scored in spite of {count} error in the data.",
    ),
    "league.best": Wording("Lima tertinggi", "The five highest"),
    "league.worst": Wording("Lima terendah", "The five lowest"),
    "league.rose": Wording("Naik terbanyak", "The largest rises"),
    "league.ranked": Wording("{unit}: {score} (peringkat {rank})", "{unit}: {score} (rank {rank})"),
    "league.risen": Wording("{unit}: {change} menjadi {score}", "{unit}: {change} to {score}"),
    # the ranking
    "league.ranking": Wording("Peringkat", "Ranking"),
    "league.all": Wording("Semua daerah", "All units"),
    "league.among": Wording("Di antara {count} daerah", "Among {count} units"),
    "league.ranking-named": Wording(
        "Diagram menyebut {listed} dari {count} daerah dengan nama; yang lain digambar sebagai "
        "titik kecil menurut urutannya.",
        "The chart names {listed} of {count} units; the others are small dots in their order.",
    ),
    "league.ranking-figures": Wording(
        "Semua angkanya ada pada tabel semua daerah.", "The table of all units has all figures."
    ),
    "league.chart.ranking": Wording("Nilai setiap daerah", "Score of each unit"),
    "league.chart.ranking-cut": Wording(
        "Nilai setiap daerah (sumbu mulai dari {first})",
        "Score of each unit (the axis begins at {first})",
    ),
    "league.chart.ranking-description": Wording(
        "Titik untuk setiap daerah menurut nilainya, dari yang tertinggi: {units}",
        "A dot for each unit by its score, from the highest: {units}",
    ),
    "league.legend.score": Wording("nilai", "score"),
    "league.legend.interval": Wording(
        "rentang bila isian yang belum ada terburuk atau terbaik",
        "range if missing answers were worst or best",
    ),
    "league.scrolls": Wording(
        "Geser diagram ke samping untuk lajur lainnya.", "Scroll the chart sideways for the strips."
    ),
    "league.bands": Wording("Bidang di latar, dari kiri:", "Areas behind, from the left:"),
    "league.strips": Wording("Lajur di kanan:", "Strips at the right:"),
    "league.strips-from": Wording(
        "Lajur di kanan, masing-masing dari {low} sampai {high}:",
        "Strips at the right, each from {low} to {high}:",
    ),
    "league.folded": Wording("{first}–{last}: {count} daerah", "{first}–{last}: {count} units"),
    "league.table.units": Wording("Daerah menurut peringkat", "Units by rank"),
    "league.table.parts": Wording("Kolom bernomor: {names}.", "Numbered columns: {names}."),
    "league.column.interval": Wording("Rentang", "Range"),
    "league.column.rank-change": Wording("Naik/turun peringkat", "Ranks up or down"),
    "league.column.class": Wording("Predikat", "Class"),
    "league.column.score": Wording("Nilai", "Score"),
    "book.sheet.units": Wording("Daerah", "Units"),
    # how scores are spread
    "league.spread": Wording("Sebaran nilai", "How scores are spread"),
    "league.chart.spread": Wording("Banyaknya daerah menurut nilai", "Number of units by score"),
    "league.chart.spread-description": Wording(
        "Banyaknya daerah pada setiap rentang nilai: {columns}",
        "Number of units in each range of scores: {columns}",
    ),
    "league.legend.units": Wording("daerah", "units"),
    "league.legend.own": Wording("di sini {unit}", "{unit} is here"),
    "league.legend.median": Wording("nilai tengah {median}", "median {median}"),
    "league.from-to": Wording("{start} sampai di bawah {end}", "{start} to below {end}"),
    "league.from-to-last": Wording("{start} sampai {end}", "{start} to {end}"),
    "league.table.spread": Wording("Daerah menurut nilai", "Units by score"),
    "league.column.from": Wording("Dari", "From"),
    "league.column.below": Wording("Sampai", "To"),
    "league.column.units": Wording("Daerah", "Units"),
    "league.column.share": Wording("Bagian", "Share"),
    "league.spread-note": Wording(
        "Nilai pada batas atas dihitung pada rentang berikutnya, kecuali di rentang terakhir.",
        "A score at the upper end counts in the next range, except in the last one.",
    ),
    "league.chart.classes": Wording(
        "Banyaknya daerah menurut predikat", "Number of units by class"
    ),
    "league.chart.classes-description": Wording(
        "Banyaknya daerah pada setiap predikat: {classes}",
        "Number of units in each class: {classes}",
    ),
    "league.table.classes": Wording("Daerah menurut predikat", "Units by class"),
    "league.column.bounds": Wording("Batas nilai", "Scores"),
    "league.bounds.below": Wording("di bawah {end}", "below {end}"),
    "league.bounds.up-to": Wording("sampai {end}", "up to {end}"),
    "league.bounds.from": Wording("mulai {start}", "from {start}"),
    "league.bounds.above": Wording("di atas {start}", "above {start}"),
    # what moved
    "league.movers": Wording("Perubahan sejak {year}", "What moved since {year}"),
    "league.chart.movers": Wording(
        "Kenaikan dan penurunan nilai terbesar", "Largest rises and falls in score"
    ),
    "league.chart.rank-movers": Wording(
        "Kenaikan dan penurunan peringkat terbesar", "Largest rises and falls in rank"
    ),
    "league.chart.movers-description": Wording(
        "Yang berubah paling banyak: {units}", "What moved most: {units}"
    ),
    "league.table.movers": Wording(
        "Daerah yang paling banyak naik atau turun", "Units that rose or fell most"
    ),
    "league.moved-count": Wording(
        "Dari {count} daerah yang dapat dibandingkan, {up} naik, {down} turun, {same} tetap. "
        "Perubahan setiap daerah ada pada tabel semua daerah.",
        "Of {count} units that can be compared, {up} rose, {down} fell and {same} stayed. The "
        "table of all units has the change of each.",
        "Of {count} unit that can be compared, {up} rose, {down} fell and {same} stayed. The table "
        "of all units has the change of each.",
    ),
    "league.own-moved": Wording(
        "{unit}: nilai {before} menjadi {after} ({change}), peringkat {rank_before} menjadi "
        "{rank}.",
        "{unit}: score {before} to {after} ({change}), rank {rank_before} to {rank}.",
    ),
    "league.column.rank-before": Wording("Peringkat sebelumnya", "Rank before"),
    "league.column.rank-now": Wording("Peringkat kini", "Rank now"),
    # one unit among its peers
    "league.overall": Wording("Nilai indeks", "Overall score"),
    "league.standing": Wording("Kedudukan {unit}", "Where {unit} stands"),
    "league.standing.above": Wording(
        "Peringkat {rank} dari {total} daerah yang bernilai, {gap} di atas nilai tengah "
        "({median}).",
        "Rank {rank} of {total} units with a score, {gap} above the median ({median}).",
    ),
    "league.standing.below": Wording(
        "Peringkat {rank} dari {total} daerah yang bernilai, {gap} di bawah nilai tengah "
        "({median}).",
        "Rank {rank} of {total} units with a score, {gap} below the median ({median}).",
    ),
    "league.standing.at": Wording(
        "Peringkat {rank} dari {total} daerah yang bernilai, sama dengan nilai tengah ({median}).",
        "Rank {rank} of {total} units with a score, at the median ({median}).",
    ),
    "league.standing.said": Wording(
        "{name}: {score}, peringkat {rank}, nilai tengah {median}",
        "{name}: {score}, rank {rank}, median {median}",
    ),
    "league.rank-of": Wording("{rank} dari {total}", "{rank} of {total}"),
    "league.chart.standing": Wording("Peringkat di antara daerah lain", "Ranks among all units"),
    "league.chart.standing-description": Wording(
        "Kedudukan pada setiap nilai: {places}", "The place in each score: {places}"
    ),
    "league.legend.others": Wording("sebaran daerah lain", "spread of the others"),
    "league.table.standing": Wording("Peringkat per bagian", "Rank by part"),
    "league.column.among": Wording("Dari", "Of"),
    "league.strengths": Wording("Keunggulan", "Strengths"),
    "league.weaknesses": Wording("Kelemahan", "Weaknesses"),
    "league.table.strengths": Wording(
        "Indikator dengan peringkat terbaik", "Indicators with the best ranks"
    ),
    "league.table.weaknesses": Wording(
        "Indikator dengan peringkat terendah", "Indicators with the lowest ranks"
    ),
    "league.neighbours": Wording("Daerah di sekitarnya", "Neighbours in rank"),
    "league.table.neighbours": Wording(
        "Daerah dengan peringkat terdekat", "Units with the nearest ranks"
    ),
    # groups of units
    "league.groups": Wording("Kelompok daerah: {name}", "Groups of units: {name}"),
    "league.groups.none": Wording("tanpa {name}", "without {name}"),
    "league.groups.place-none": Wording("Tanpa {name}.", "Without {name}."),
    "league.groups.place": Wording("Di {value} ({name}).", "In {value} ({name})."),
    "league.groups.place-rank": Wording(
        "Peringkat {rank} dari {total} di {value} ({name}).",
        "Rank {rank} of {total} in {value} ({name}).",
    ),
    "league.groups.ends": Wording(
        "Rata-rata tertinggi: {best} ({high}, {best_units}); terendah: {worst} ({low}, "
        "{worst_units}).",
        "Highest mean: {best} ({high}, {best_units}); lowest: {worst} ({low}, {worst_units}).",
    ),
    "league.groups.without": Wording("Tanpa {name}: {units}.", "Without {name}: {units}."),
    "league.groups.chart": Wording(
        "Nilai setiap daerah menurut {name}", "Score of each unit by {name}"
    ),
    "league.groups.description": Wording(
        "Titik untuk setiap daerah pada garis kelompoknya, dengan tanda pada rata-rata: {groups}",
        "A dot for each unit on the line of its group, with a mark at the mean: {groups}",
    ),
    "league.groups.said": Wording(
        "{value}: {units}, rata-rata {mean}, {low} sampai {high}",
        "{value}: {units}, mean {mean}, {low} to {high}",
    ),
    "league.groups.unit": Wording("daerah", "unit"),
    "league.groups.mean-of": Wording("rata-rata kelompok", "mean of the group"),
    "league.groups.by": Wording("Daerah menurut {name}", "Units by {name}"),
    "league.groups.by-table": Wording(
        "Daerah setiap {name}, menurut peringkat", "The units of each {name}, by rank"
    ),
    "league.groups.rank": Wording("Peringkat dalam kelompok", "Rank in group"),
    "league.groups.rank-short": Wording("# kelompok", "# group"),
    "league.groups.unscored": Wording("Tanpa nilai", "Without a score"),
    "league.groups.mean": Wording("Rata-rata", "Mean"),
    "league.groups.median": Wording("Nilai tengah", "Median"),
    "league.groups.lowest": Wording("Terendah", "Lowest"),
    "league.groups.highest": Wording("Tertinggi", "Highest"),
    "league.groups.table": Wording("Nilai menurut {name}", "Scores by {name}"),
    "league.groups.parts": Wording("Rata-rata setiap bagian", "Means of each part"),
    "league.groups.parts-by": Wording(
        "Rata-rata bagian menurut {name}", "Means of the parts by {name}"
    ),
    "league.groups.note": Wording(
        "Dihitung dari nilai resmi daerah yang bernilai; setiap daerah sama bobotnya.",
        "Computed from the published scores of the units that have one; each unit counts the same.",
    ),
    # how parts go together
    "league.relations": Wording("Hubungan antar-{kind}", "How each {kind} goes with the others"),
    "league.chart.relations": Wording("Korelasi antar-{kind}", "Correlation of every two ({kind})"),
    "league.chart.relations-description": Wording(
        "Korelasi setiap dua {kind}: {pairs}", "Correlation of every two ({kind}): {pairs}"
    ),
    "league.legend.together": Wording("naik bersama", "rise together"),
    "league.legend.against": Wording("berlawanan", "go against each other"),
    "league.table.relations": Wording("Korelasi antar-{kind}", "Correlations ({kind})"),
    "league.relations-most": Wording(
        "Paling sejalan: {first} dan {second} ({correlation}).",
        "Most alike: {first} and {second} ({correlation}).",
    ),
    "league.relations-least": Wording(
        "Paling berlawanan: {first} dan {second} ({correlation}).",
        "Most opposed: {first} and {second} ({correlation}).",
    ),
    "league.relations-note": Wording(
        "Korelasi Pearson atas nilai {count} daerah: 1 berarti selalu naik bersama, 0 tidak "
        "berhubungan, -1 selalu berlawanan. Korelasi bukan sebab.",
        "Pearson's correlation over the scores of {count} units: 1 means that they always rise "
        "together, 0 that they are not related, -1 that they always go against each other. "
        "Correlation is not a cause.",
    ),
    # the workbook of all steps
    "steps.sheet.raw": Wording("Data mentah", "Raw"),
    "steps.about.raw": Wording(
        "Isian seperti dibaca; dari beberapa asesor rata-ratanya",
        "Values as read; of several assessors the mean",
    ),
    "steps.sheet.denominate": Wording("Dibagi", "Denominated"),
    "steps.about.denominate": Wording("Setelah pembagian", "After division"),
    "steps.sheet.impute": Wording("Imputasi", "Imputed"),
    "steps.about.impute": Wording("Setelah imputasi", "After imputation"),
    "steps.sheet.screen": Wording("Disaring", "Screened"),
    "steps.about.screen": Wording("Setelah penyaringan daerah", "After units were left out"),
    "steps.sheet.treat": Wording("Pencilan", "Treated"),
    "steps.about.treat": Wording("Setelah perlakuan pencilan", "After outlier treatment"),
    "steps.sheet.normalised": Wording("Normalisasi", "Normalised"),
    "steps.about.normalised": Wording("Nilai tiap indikator", "Score of each indicator"),
    "steps.sheet.aggregated": Wording("Agregasi", "Aggregated"),
    "steps.about.aggregated": Wording(
        "Nilai indeks dan kelompok", "Overall score and scores of groups"
    ),
    "steps.sheet.groups": Wording("Kelompok daerah", "Groups of units"),
    "steps.column.code": Wording("Kode", "Code"),
    "steps.column.name": Wording("Nama", "Name"),
    "steps.column.kind": Wording("Jenis", "Kind"),
    "steps.column.in": Wording("Kelompok", "In group"),
    "steps.column.weight": Wording("Bobot", "Weight"),
    "steps.column.effective": Wording("Bobot efektif", "Effective weight"),
    "steps.column.direction": Wording("Arah", "Direction"),
    "steps.column.method": Wording("Metode", "Method"),
    "steps.column.fitted": Wording("Dihitung dari semua daerah", "Computed over the units"),
    "steps.score": Wording("Nilai indeks", "Overall score"),
    "steps.published": Wording("Nilai resmi", "Published score"),
    "steps.rank": Wording("Peringkat", "Rank"),
    "steps.class": Wording("Predikat", "Class"),
    "steps.direction.higher": Wording("makin tinggi makin baik", "higher is better"),
    "steps.direction.lower": Wording("makin rendah makin baik", "lower is better"),
    "steps.fitted.worst": Wording("terburuk = {value}", "worst = {value}"),
    "steps.fitted.best": Wording("terbaik = {value}", "best = {value}"),
    "steps.fitted.mean": Wording("rata-rata = {value}", "mean = {value}"),
    "steps.fitted.sd": Wording("simpangan baku = {value}", "standard deviation = {value}"),
    "steps.treated": Wording(
        "{how}: {count} isian diubah",
        "{how}: {count} values changed",
        "{how}: {count} value changed",
    ),
    "steps.legend": Wording(
        "Sel berwarna kuning: isiannya diubah oleh langkah di lembar itu.",
        "A yellow cell: the step of its sheet changed the value.",
    ),
    "steps.legend-overridden": Wording(
        "Sel berwarna biru: nilai asesor dipakai sebagai pengganti realisasi, "
        "yang tampak di lembar lain.",
        "A blue cell: an assessor's score counts instead of the actual value, which the other "
        "sheets show.",
    ),
}
