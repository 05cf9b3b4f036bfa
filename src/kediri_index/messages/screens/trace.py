"""What ``trace`` says: how a score came about, in words."""

from __future__ import annotations

from kediri_index.model.language import Wording

TRACE_TEXTS: dict[str, Wording] = {
    # help
    "help.trace": Wording(
        "Menelusuri sebuah nilai sampai ke berkas, lembar dan sel isiannya, dan ke baris "
        "definisinya. Tanpa BAGIAN: nilai keseluruhan.",
        "Follows a score down to the workbook, sheet and cell of each answer, and to the line of "
        "the definition. Without NODE: the overall.",
    ),
    "help.trace.short": Wording(
        "Menelusuri nilai sampai ke selnya.", "Follows a score down to its cells."
    ),
    "help.option.traced": Wording(
        "Berkas .xlsx atau .csv, foldernya, atau - untuk masukan standar; yang terakhir boleh id "
        "atau nama bagian atau indikator, misalnya impact.",
        "Files .xlsx or .csv, their folder, or - for standard input; the last may be the id or "
        "name of a group or indicator, such as impact.",
    ),
    "help.option.node": Wording(
        "Bagian atau indikator yang ditelusuri, bila namanya juga nama berkas.",
        "The group or indicator to follow, where its name is a file's too.",
    ),
    "help.option.depth": Wording(
        "Berapa tingkat ke bawah yang ditampilkan. Tanpa ini: semuanya, di layar sebanyak yang "
        "enak dibaca.",
        "How many levels down are shown. Without it: all, on a screen as many as are read.",
    ),
    "help.option.one-unit": Wording(
        "Wilayah yang ditelusuri, bila berkas memuat beberapa; namanya, bila berkas tidak "
        "menyebutnya.",
        "The unit to follow, where the files hold several; its name, where they name none.",
    ),
    "help.option.one-year": Wording(
        "Tahun yang ditelusuri, bila berkas memuat beberapa; tahunnya, bila berkas tidak "
        "menyebutnya.",
        "The year to follow, where the files hold several; the year, where they name none.",
    ),
    "help.metavar.traced": Wording("BERKAS… [BAGIAN]", "PATH… [NODE]"),
    "help.metavar.node": Wording("BAGIAN", "NODE"),
    "trace.title": Wording("Asal angka: {whose}", "Where the figures come from: {whose}"),
    "trace.definition": Wording("definisi {path}", "definition {path}"),
    "trace.file": Wording("isian {path}", "answers {path}"),
    "trace.files": Wording(
        "{count} berkas isian", "{count} files of answers", "{count} file of answers"
    ),
    "trace.files-in": Wording(
        "{count} berkas isian di {folder}",
        "{count} files of answers in {folder}",
        "{count} file of answers in {folder}",
    ),
    # how children were combined
    "trace.children": Wording("{count} {kind}", "{count} parts ({kind})", "{count} part ({kind})"),
    "trace.indicators": Wording("{count} indikator", "{count} indicators", "{count} indicator"),
    "trace.parts": Wording("{count} bagian", "{count} parts", "{count} part"),
    "trace.only-part": Wording(
        "sama dengan {name}, satu-satunya bagiannya", "that of {name}, its only part"
    ),
    "trace.terms": Wording(
        "{formula}; tiap suku = bobot × nilai, dibulatkan sebelum dijumlahkan",
        "{formula}; each term = weight × score, rounded before the sum",
    ),
    "trace.mean": Wording("rata-rata {children}", "mean of {children}"),
    "trace.weighted-mean": Wording(
        "rata-rata tertimbang {children}", "weighted mean of {children}"
    ),
    "trace.sum": Wording("jumlah bobot × nilai {children}", "sum of weight × score of {children}"),
    "trace.geometric": Wording("rata-rata geometrik {children}", "geometric mean of {children}"),
    "trace.harmonic": Wording("rata-rata harmonik {children}", "harmonic mean of {children}"),
    "trace.power": Wording(
        "rata-rata pangkat {parameter} dari {children}",
        "power mean of {children}, exponent {parameter}",
    ),
    "trace.min": Wording(
        "nilai terendah dari {children}, yaitu {names}", "lowest of {children}: {names}"
    ),
    "trace.max": Wording(
        "nilai tertinggi dari {children}, yaitu {names}", "highest of {children}: {names}"
    ),
    "trace.median": Wording("nilai tengah (median) dari {children}", "median of {children}"),
    "trace.weighted-median": Wording(
        "nilai tengah (median) tertimbang dari {children}", "weighted median of {children}"
    ),
    "trace.mpi": Wording(
        "indeks Mazziotta–Pareto dari {children}", "Mazziotta–Pareto index of {children}"
    ),
    "trace.mpi-minus": Wording(
        "rata-rata {mean} dikurangi {penalty} karena nilai bagian-bagiannya tidak merata",
        "mean {mean} less {penalty}, since its parts are uneven",
    ),
    "trace.mpi-plus": Wording(
        "rata-rata {mean} ditambah {penalty} karena nilai bagian-bagiannya tidak merata",
        "mean {mean} plus {penalty}, since its parts are uneven",
    ),
    "trace.combined": Wording("{name} dari {children}", "{name} of {children}"),
    "trace.copeland": Wording(
        "jumlah wilayah yang diungguli dikurangi jumlah yang mengungguli, dibandingkan menurut "
        "{children} (Copeland)",
        "units that it beats less units that beat it, compared by {children} (Copeland)",
    ),
    "trace.duels": Wording(
        "di antara {units} wilayah: mengungguli {won}, diungguli {lost}",
        "among {units} units: beats {won}, is beaten by {lost}",
    ),
    "trace.unrounded": Wording(
        "dihitung dari angka yang belum dibulatkan, jadi angka yang tercetak tidak tepat "
        "menghasilkannya",
        "computed from unrounded figures, so the printed ones do not give it exactly",
    ),
    "trace.rounded-here": Wording(
        "dibulatkan ke {decimals} desimal", "rounded to {decimals} decimals"
    ),
    "trace.some-count": Wording(
        "hanya {count} dari {total} bagian yang dihitung, dengan bobot yang disesuaikan",
        "only {count} of {total} parts count, with weights adjusted",
        "only {count} of {total} parts counts, with weights adjusted",
    ),
    # why there is none
    "trace.no-score": Wording("tidak bernilai", "no score"),
    "trace.too-few": Wording(
        "terlalu sedikit jawaban: {count} dari {total} bagian bernilai, padahal paling sedikit "
        "{percent} %",
        "too few answers: {count} of {total} parts have a score, and {percent} % must",
    ),
    "trace.because-of": Wording("karena {names}", "because of {names}"),
    "trace.unused-option": Wording(
        "bagian pilihan tanpa jawaban; tidak dihitung", "an option without answers; left out"
    ),
    "trace.above-given": Wording(
        "tidak dihitung, karena nilai di atasnya sudah jadi",
        "does not count, since the score above it is given",
    ),
    "trace.above-without-score": Wording(
        "tidak dihitung, karena bagian di atasnya tidak bernilai",
        "does not count, since what is above it has no score",
    ),
    "trace.below-not-used": Wording(
        "jawaban di bawahnya tidak dihitung", "the answers below it do not count"
    ),
    "trace.not-counted": Wording("tidak dihitung", "left out"),
    "trace.as-zero": Wording("dihitung nol", "counted as zero"),
    # how an answer was scored
    "trace.given": Wording("nilai jadi dari berkas", "given in the file"),
    "trace.overrides": Wording(
        "nilai asesor menggantikan hasil ukur", "the assessor's score replaces the measured one"
    ),
    "trace.assessor": Wording("nilai asesor {raw}", "assessor's score {raw}"),
    "trace.self": Wording("nilai mandiri {raw}", "self-assessed score {raw}"),
    "trace.shared.same": Wording(
        "nilai {count} OPD yang sama: {values}",
        "same value of {count} agencies: {values}",
        "same value of {count} agency: {values}",
    ),
    "trace.shared.mean": Wording(
        "rata-rata {count} OPD ({values}): {value}",
        "mean of {count} agencies ({values}): {value}",
        "mean of {count} agency ({values}): {value}",
    ),
    "trace.shared.sum": Wording(
        "jumlah {count} OPD ({values}): {value}",
        "sum of {count} agencies ({values}): {value}",
        "sum of {count} agency ({values}): {value}",
    ),
    "trace.shared.scores": Wording(
        "rata-rata {count} OPD: {values}",
        "mean of {count} agencies: {values}",
        "mean of {count} agency: {values}",
    ),
    "trace.assessors": Wording(
        "rata-rata {count} asesor: {values}",
        "mean of {count} assessors: {values}",
        "mean of {count} assessor: {values}",
    ),
    "trace.level": Wording("artinya «{meaning}»", "that is «{meaning}»"),
    "trace.level-score": Wording(
        "tingkat {level} bernilai {score}", "level {level} scores {score}"
    ),
    "trace.levels-scored": Wording("masing-masing bernilai {values}", "which score {values}"),
    "trace.between-levels": Wording(
        "{raw} terletak di antara tingkat {low} dan {high}",
        "{raw} lies between levels {low} and {high}",
    ),
    "trace.between-levels-scored": Wording(
        "{raw} terletak di antara tingkat {low} (nilai {below}) dan {high} (nilai {above}): "
        "{score}",
        "{raw} lies between level {low} (score {below}) and {high} (score {above}): {score}",
    ),
    "trace.yes": Wording("jawaban «ya» bernilai {score}", "the answer «yes» scores {score}"),
    "trace.no": Wording("jawaban «tidak» bernilai {score}", "the answer «no» scores {score}"),
    "trace.achievement": Wording(
        "capaian = realisasi {raw} ÷ target {target} = {percent} %",
        "achievement = result {raw} ÷ target {target} = {percent} %",
    ),
    "trace.achievement-lower": Wording(
        "makin rendah makin baik, capaian = (2 × target {target} - realisasi {raw}) ÷ {target} = "
        "{percent} %",
        "lower is better, achievement = (2 × target {target} - result {raw}) ÷ {target} = "
        "{percent} %",
    ),
    "trace.achievement-below": Wording(
        "di bawah target, capaian = realisasi {raw} ÷ {target} = {percent} %",
        "below the target, achievement = result {raw} ÷ {target} = {percent} %",
    ),
    "trace.achievement-above": Wording(
        "di atas target, capaian = (2 × {target} - realisasi {raw}) ÷ {target} = {percent} %",
        "above the target, achievement = (2 × {target} - result {raw}) ÷ {target} = {percent} %",
    ),
    "trace.in-target": Wording(
        "realisasi {raw} di dalam target {to}: capaian 100 %",
        "result {raw} within the target {to}: achievement 100 %",
    ),
    "trace.not-scored": Wording(
        "«{raw}» tidak dapat dinilai, lihat temuannya", "«{raw}» cannot be scored, see its finding"
    ),
    "trace.without-target": Wording(
        "targetnya tidak ada, atau nol", "its target is absent, or zero"
    ),
    "trace.capped": Wording("paling tinggi {percent} %", "at most {percent} %"),
    "trace.goalposts": Wording(
        "letak antara {low} dan {high}: ({raw} - {low}) ÷ ({high} - {low}) = {share}",
        "place between {low} and {high}: ({raw} - {low}) ÷ ({high} - {low}) = {share}",
    ),
    "trace.goalposts-lower": Wording(
        "makin rendah makin baik, letak antara {high} dan {low}: ({high} - {raw}) ÷ "
        "({high} - {low}) = {share}",
        "lower is better, place between {high} and {low}: ({high} - {raw}) ÷ ({high} - {low}) = "
        "{share}",
    ),
    "trace.goalposts-log": Wording(
        "letak antara {low} dan {high} menurut logaritma: (ln {raw} - ln {low}) ÷ "
        "(ln {high} - ln {low}) = {share}",
        "place between {low} and {high} by logarithms: (ln {raw} - ln {low}) ÷ "
        "(ln {high} - ln {low}) = {share}",
    ),
    "trace.goalposts-log-lower": Wording(
        "makin rendah makin baik, letak antara {high} dan {low} menurut logaritma: "
        "(ln {high} - ln {raw}) ÷ (ln {high} - ln {low}) = {share}",
        "lower is better, place between {high} and {low} by logarithms: "
        "(ln {high} - ln {raw}) ÷ (ln {high} - ln {low}) = {share}",
    ),
    "trace.band-below": Wording(
        "{raw} di bawah {bound}: nilai {score}", "{raw} is below {bound}: score {score}"
    ),
    "trace.band-up-to": Wording(
        "{raw} tidak lebih dari {bound}: nilai {score}",
        "{raw} is not above {bound}: score {score}",
    ),
    "trace.band-from": Wording(
        "{raw} mencapai {bound}: nilai {score}", "{raw} reaches {bound}: score {score}"
    ),
    "trace.band-above": Wording(
        "{raw} di atas {bound}: nilai {score}", "{raw} is above {bound}: score {score}"
    ),
    "trace.band-any": Wording("{raw}: nilai {score}", "{raw}: score {score}"),
    "trace.onto": Wording("pada rentang {to}: {score}", "on the range {to}: {score}"),
    "trace.clipped": Wording("dibatasi pada {to}", "kept within {to}"),
    # how a value was scored among several units
    "trace.between-units": Wording(
        "letak antara wilayah terburuk ({worst}) dan terbaik ({best}): ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
        "place between the worst unit ({worst}) and the best ({best}): ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
    ),
    "trace.to-reference": Wording(
        "letak antara wilayah terburuk ({worst}) dan {unit} ({best}): ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
        "place between the worst unit ({worst}) and {unit} ({best}): ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
    ),
    "trace.to-target": Wording(
        "letak antara wilayah terburuk ({worst}) dan target {best}: ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
        "place between the worst unit ({worst}) and the target {best}: ({raw} - {worst}) ÷ "
        "({best} - {worst}) = {share}",
    ),
    "trace.of-highest": Wording(
        "bagian dari nilai tertinggi semua wilayah: {raw} ÷ {best} = {share}",
        "share of the highest value of all units: {raw} ÷ {best} = {share}",
    ),
    "trace.at-most": Wording("paling tinggi {cap}", "at most {cap}"),
    "trace.z-score": Wording(
        "jarak dari rata-rata semua wilayah, dalam simpangan baku: ({raw} - {mean}) ÷ {sd}",
        "distance from the mean of all units, in standard deviations: ({raw} - {mean}) ÷ {sd}",
    ),
    "trace.z-score-lower": Wording(
        "makin rendah makin baik, jarak dari rata-rata semua wilayah, dalam simpangan baku: "
        "({mean} - {raw}) ÷ {sd}",
        "lower is better, distance from the mean of all units, in standard deviations: "
        "({mean} - {raw}) ÷ {sd}",
    ),
    "trace.z-shifted": Wording(
        "dikalikan {sd}, lalu ditambah {mean}", "times {sd}, and {mean} added"
    ),
    "trace.rank": Wording(
        "{raw} ada pada urutan {rank} dari {total} wilayah, dihitung dari yang terburuk",
        "{raw} is number {rank} of {total} units, counted from the worst",
    ),
    "trace.rank-less-one": Wording("urutan dikurangi 1: {score}", "less 1: {score}"),
    "trace.percentile": Wording(
        "peringkat persentil ({rank} - 1) ÷ ({total} - 1) = {share}",
        "percentile rank ({rank} - 1) ÷ ({total} - 1) = {share}",
    ),
    "trace.quantile-band": Wording(
        "{raw} di golongan ke-{band} dari {bands} menurut kuantil semua wilayah: nilai {score}",
        "{raw} is in band {band} of {bands} by the quantiles of all units: score {score}",
    ),
    # what prepare changed
    "trace.prepared.denominate": Wording(
        "{before} dibagi {how} menjadi {after}", "{before} divided by {how} is {after}"
    ),
    "trace.prepared.impute": Wording(
        "isian kosong diperkirakan {after} ({how})", "missing value estimated as {after} ({how})"
    ),
    "trace.prepared.treat": Wording(
        "{before} disesuaikan menjadi {after} karena pencilan ({how})",
        "{before} changed to {after} for outliers ({how})",
    ),
    # lines of the tree
    "trace.weight": Wording("bobot {weight}", "weight {weight}"),
    "trace.effective-weight": Wording("bobot akhir {weight}", "effective weight {weight}"),
    "trace.contribution": Wording("sumbangan {contribution}", "contribution {contribution}"),
    "trace.role.target": Wording("target di {place}", "target in {place}"),
    "trace.role.divisor": Wording("pembagi di {place}", "divisor in {place}"),
    "trace.line": Wording("definisi baris {line}", "definition line {line}"),
    "trace.line-of": Wording("{file} baris {line}", "{file} line {line}"),
    "trace.folded": Wording("… {what} lagi", "… {what} more"),
    "next.trace": Wording(
        "Dari mana angka ini?  kediri-index trace {again}",
        "Where do the figures come from?  kediri-index trace {again}",
    ),
    "next.trace-more": Wording(
        "Sampai ke sel: kediri-index trace {again}   ·   semuanya: --depth {depth}",
        "Down to the cells: kediri-index trace {again}   ·   everything: --depth {depth}",
    ),
    "next.trace-allow-errors": Wording(
        "Telusuri yang ada saja: kediri-index trace {again} --allow-errors",
        "Trace what is there: kediri-index trace {again} --allow-errors",
    ),
    "next.trace-depth": Wording("Lebih dalam: --depth {depth}", "Further down: --depth {depth}"),
}
