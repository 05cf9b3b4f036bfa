"""What ``trace``, ``compare``, ``plan``, ``robustness`` and the commands of ``definition`` say."""

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
    "trace.survey.mean": Wording(
        "rata-rata {count} responden: {value}",
        "mean of {count} respondents: {value}",
        "mean of {count} respondent: {value}",
    ),
    "trace.survey.share": Wording(
        "{percent}% dari {count} responden memberi sedikitnya {least}",
        "{percent}% of {count} respondents gave at least {least}",
        "{percent}% of {count} respondent gave at least {least}",
    ),
    "trace.survey.interval": Wording("selang 90% {interval}", "90% interval {interval}"),
    "trace.survey.cells": Wording("jawaban di {cells}", "answers in {cells}"),
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
    "trace.own": Wording("menurut fungsi «{name}»", "by the function «{name}»"),
    "trace.own-said": Wording(
        "menurut fungsi «{name}»: {said}", "by the function «{name}»: {said}"
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
    "trace.prepared.treat.box_cox": Wording(
        "{before} disesuaikan menjadi {after} karena pencilan (Box-Cox, pangkat {power})",
        "{before} changed to {after} for outliers (Box-Cox, power {power})",
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


COMPARE_TEXTS: dict[str, Wording] = {
    "help.compare": Wording(
        "Menjelaskan mengapa nilai keseluruhan berubah: sumbangan setiap bagian dan setiap "
        "indikator, bobot yang berubah, serta isian yang ditambah atau dihapus. Berkas dengan "
        "banyak daerah: daerah mana yang paling berubah, dan karena apa.",
        "Says why the overall changed: what each part and each indicator contributed, changed "
        "weights, and questions that were added or dropped. Of files with many units: which moved "
        "most, and what moved them.",
    ),
    "compare.assessed": Wording("Dasar penilaian: {parts}.", "Assessment: {parts}."),
    "help.compare.short": Wording(
        "Menjelaskan mengapa nilai berubah.", "Says why the score changed."
    ),
    "help.option.compare-old": Wording(
        "Berkas, folder, atau arsip yang lama, misalnya tahun lalu. Bila hanya satu yang disebut, "
        "itu yang baru, dan tahun lalu dicari lewat kunci previous di profil, atau di berkas itu "
        "sendiri bila memuat beberapa tahun.",
        "The old file, folder or archive, such as last year's. A single path is the new one; the "
        "key previous of the profile then names last year's, or the file itself holds "
        "several years.",
    ),
    "help.option.compare-new": Wording(
        "Berkas atau folder yang baru. Bila lebih dari dua tahun: semuanya, dari yang terlama.",
        "The new file or folder. Of more than two years: all of them, from the oldest.",
    ),
    "compare.no-previous": Wording(
        "{path}: hanya ada satu tahun, dan profil tidak menyebut tahun lalu; tulis "
        "kediri-index compare LAMA {path}, atau isi kunci previous di profile.yaml",
        "{path}: there is only one year, and the profile names no last year; type "
        "kediri-index compare OLD {path}, or add the key previous to profile.yaml",
    ),
    "compare.years-order": Wording(
        "tahun berkas-berkas itu {years}; sebutkan yang terlama dahulu, setiap tahun satu kali",
        "the files are of {years}; name the oldest first, and each year once",
    ),
    "compare.no-two-years": Wording(
        "{path}: tahun pertama ({first}) harus sebelum tahun terakhir ({last}); pilih dengan "
        "--old-year dan --year dari {years}",
        "{path}: the first year ({first}) must be before the last ({last}); choose them with "
        "--old-year and --year from {years}",
    ),
    "compare.unit-of-one-year": Wording(
        "{path} hanya memuat tahun {year} untuk {unit}; tulis kediri-index compare LAMA {path}",
        "{path} has only {year} of {unit}; type kediri-index compare OLD {path}",
    ),
    "help.metavar.compare-old": Wording("LAMA", "OLD"),
    "help.metavar.compare-new": Wording("BARU", "NEW"),
    "help.option.old-config": Wording(
        "Definisi untuk berkas lama. Tanpa ini: yang disebut berkasnya, lalu definisi berkas baru.",
        "The definition of the old file. Without it: the one that the file names, else the new "
        "file's.",
    ),
    "help.option.compare-unit": Wording(
        "Satu daerah saja, bila berkas memuat beberapa; namanya, bila berkas tidak menyebutnya.",
        "One unit alone, where files hold several; its name, where they name none.",
    ),
    "help.option.old-unit": Wording(
        "Wilayah di berkas lama, bila bukan yang sama: kota dengan kota.",
        "The unit in the old file, where it is another: city against city.",
    ),
    "help.option.compare-year": Wording(
        "Tahun di berkas baru, bila berkas memuat beberapa.",
        "The year in the new file, where it holds several.",
    ),
    "help.option.old-year": Wording(
        "Tahun di berkas lama, bila berkas memuat beberapa.",
        "The year in the old file, where it holds several.",
    ),
    "help.option.compare-detail": Wording(
        "Tampilkan semua tingkat dan setiap indikator, juga yang tidak berubah.",
        "Show every level and every indicator, unchanged ones too.",
    ),
    # misuse
    "compare.standard-input-twice": Wording(
        "hanya satu dari keduanya dapat dibaca dari masukan baku (-); simpan yang lain sebagai "
        "berkas dan tulis namanya",
        "only one of the two can be standard input (-); save the other as a file and name it",
    ),
    # the sentence
    "compare.rise": Wording(
        "Nilai {unit} naik {size}: dari {before} ({old}) menjadi {after} ({new}).",
        "{unit} rose by {size}: from {before} ({old}) to {after} ({new}).",
    ),
    "compare.fall": Wording(
        "Nilai {unit} turun {size}: dari {before} ({old}) menjadi {after} ({new}).",
        "{unit} fell by {size}: from {before} ({old}) to {after} ({new}).",
    ),
    "compare.level": Wording(
        "Nilai {unit} tetap {after} ({old} dan {new}).",
        "{unit} stayed at {after} ({old} and {new}).",
    ),
    "compare.same": Wording(
        "Tidak ada yang berubah: semua isian, bobot, dan pertanyaannya sama.",
        "Nothing changed: all answers, weights and questions are the same.",
    ),
    "compare.most-up": Wording(
        "Kenaikan terbesar dari {name} ({size}).", "The largest rise is from {name} ({size})."
    ),
    "compare.most-down": Wording(
        "Penurunan terbesar dari {name} ({size}).", "The largest fall is from {name} ({size})."
    ),
    "compare.above": Wording(
        "Nilai {new} ({after}) lebih tinggi {size} daripada {old} ({before}).",
        "{new} ({after}) is {size} above {old} ({before}).",
    ),
    "compare.below": Wording(
        "Nilai {new} ({after}) lebih rendah {size} daripada {old} ({before}).",
        "{new} ({after}) is {size} below {old} ({before}).",
    ),
    "compare.equal": Wording(
        "Nilai {new} sama dengan {old}: {after}.", "{new} and {old} have the same: {after}."
    ),
    "compare.ahead": Wording(
        "Paling unggul di {name} ({size}).", "It is ahead most in {name} ({size})."
    ),
    "compare.behind": Wording(
        "Paling tertinggal di {name} ({size}).", "It is behind most in {name} ({size})."
    ),
    "compare.the-old": Wording("yang lama", "the old one"),
    "compare.the-new": Wording("yang baru", "the new one"),
    "compare.set-note": Wording(
        "{added} isian ditambah dan {dropped} dihapus; kode yang sama dibandingkan satu per satu.",
        "{added} answers were added and {dropped} dropped; equal codes are compared one by one.",
    ),
    # tables
    "compare.old": Wording("Lama", "Old"),
    "compare.new": Wording("Baru", "New"),
    "compare.opd": Wording("Per OPD", "By OPD"),
    "compare.largest": Wording("Indikator terbesar", "Largest indicators"),
    "compare.every": Wording("Semua isian", "All answers"),
    "compare.weights": Wording("Bobot dan aturan hitung", "Weights and rules"),
    "compare.set": Wording("Isian ditambah/dihapus", "Added or dropped"),
    "compare.change": Wording("Perubahan", "Change"),
    "compare.rest": Wording(
        "{count} isian lain: {size}. Semuanya: --detail",
        "{count} other answers: {size}. All of them: --detail",
        "1 other answer: {size}. All of them: --detail",
    ),
    "compare.opd-note": Wording(
        "Isian yang diampu beberapa OPD dihitung pada masing-masing.",
        "An answer of several OPD is counted for each.",
    ),
    # many units
    "compare.units-moved": Wording(
        "Dari {count} daerah, {up} naik, {down} turun, {same} tetap; rata-rata {mean}.",
        "Of {count} units, {up} rose, {down} fell and {same} stayed; the mean change is {mean}.",
        "Of {count} unit, {up} rose, {down} fell and {same} stayed; the mean change is {mean}.",
    ),
    "compare.units-none": Wording(
        "Tidak ada daerah yang dapat dibandingkan.", "No unit can be compared."
    ),
    "compare.furthest.up": Wording(
        "Kenaikan terbesar: {unit} ({size}).", "The largest rise: {unit} ({size})."
    ),
    "compare.furthest.down": Wording(
        "Penurunan terbesar: {unit} ({size}).", "The largest fall: {unit} ({size})."
    ),
    "compare.rank-moved.up": Wording(
        "Peringkat yang paling naik: {unit}, dari {before} menjadi {after}.",
        "The largest rise in rank: {unit}, from {before} to {after}.",
    ),
    "compare.rank-moved.down": Wording(
        "Peringkat yang paling turun: {unit}, dari {before} menjadi {after}.",
        "The largest fall in rank: {unit}, from {before} to {after}.",
    ),
    "compare.moved-most": Wording("Paling berubah", "Moved most"),
    "compare.rank-before": Wording("# lama", "Old #"),
    "compare.movers.up": Wording("Naik ({count})", "Rises ({count})"),
    "compare.movers.down": Wording("Turun ({count})", "Falls ({count})"),
    "compare.units-rest": Wording(
        "{count} indikator lain: --detail",
        "{count} other indicators: --detail",
        "1 other indicator: --detail",
    ),
    "compare.rank-change": Wording("Peringkat ±", "Rank ±"),
    "compare.rank-change.short": Wording("# ±", "# ±"),
    "compare.units-ranks": Wording(
        "Peringkat: di antara semua daerah pada tahunnya; Peringkat ± dan peringkat yang paling "
        "naik dan turun: di antara {count} daerah yang dibandingkan.",
        "Rank: among all units of the year; Rank ± and the largest moves in rank: among the "
        "{count} units that are compared.",
        "Rank: among all units of the year; Rank ± and the largest moves in rank: among the "
        "{count} unit that is compared.",
    ),
    "compare.units-means": Wording(
        "Naik dan Turun: kontribusi rata-rata pada daerah yang paling banyak naik dan turun, atas "
        "perubahan sebelum pembulatan.",
        "Rises and Falls: mean contributions in the units that rose and fell most, to the change "
        "before any rounding.",
    ),
    "compare.units-means.up": Wording(
        "Naik: kontribusi rata-rata pada daerah yang paling banyak naik, atas perubahan sebelum "
        "pembulatan.",
        "Rises: mean contributions in the units that rose most, to the change before any rounding.",
    ),
    "compare.units-means.down": Wording(
        "Turun: kontribusi rata-rata pada daerah yang paling banyak turun, atas perubahan sebelum "
        "pembulatan.",
        "Falls: mean contributions in the units that fell most, to the change before any rounding.",
    ),
    "compare.units-sampled": Wording(
        "Kontribusi sebagian daerah adalah taksiran nilai Shapley dari urutan acak yang tetap; "
        "jumlahnya tepat.",
        "Contributions of some units are Shapley values estimated from fixed random orders; their "
        "sum is exact.",
    ),
    "compare.not-compared.only_new": Wording(
        "{count} daerah hanya ada di berkas baru:",
        "{count} units are only in the new files:",
        "{count} unit is only in the new files:",
    ),
    "compare.not-compared.only_old": Wording(
        "{count} daerah hanya ada di berkas lama:",
        "{count} units are only in the old files:",
        "{count} unit is only in the old files:",
    ),
    "compare.not-compared.year": Wording(
        "{count} daerah tidak punya data {year}:",
        "{count} units have no data of {year}:",
        "{count} unit has no data of {year}:",
    ),
    "compare.renamed": Wording(
        "Mungkin satu daerah dengan dua nama: {pairs}; samakan penulisannya.",
        "Perhaps one unit with two names: {pairs}; spell it alike everywhere.",
    ),
    "compare.not-compared.no_score": Wording(
        "{count} daerah tidak bernilai pada salah satu sisi:",
        "{count} units have no score on one side:",
        "{count} unit has no score on one side:",
    ),
    "compare.not-compared.other_basis": Wording(
        "{count} daerah dinilai dengan dasar yang berbeda (mandiri, asesor):",
        "{count} units are assessed differently on the two sides (self-assessed, assessor):",
        "{count} unit is assessed differently on the two sides (self-assessed, assessor):",
    ),
    "next.compare-unit": Wording(
        "Mengapa satu daerah berubah: kediri-index compare {again} --unit NAMA",
        "Why one unit moved: kediri-index compare {again} --unit NAME",
    ),
    "next.compare-units": Wording(
        "Semua daerah: kediri-index compare {again} --detail",
        "All units: kediri-index compare {again} --detail",
    ),
    # several years
    "compare.years.trend": Wording(
        "Dari {first} sampai {last} rata-rata {per_year} per tahun; kemiringan garis tren {slope} "
        "per tahun.",
        "From {first} to {last} the mean change is {per_year} a year; the slope of the trend line "
        "is {slope} a year.",
    ),
    "compare.years.growth": Wording(
        "Laju pertumbuhan majemuk {rate} per tahun.", "The compound growth rate is {rate} a year."
    ),
    "compare.years.per-year": Wording("Per tahun", "Per year"),
    "compare.years.slope": Wording("Tren", "Slope"),
    "compare.years.growth-rate": Wording("Laju", "Growth"),
    "compare.years.ranks-title": Wording(
        "Peringkat di antara {count} daerah yang berperingkat pada setiap tahun",
        "Ranks among the {count} units that have a rank in every year",
        "Ranks among the {count} unit that has a rank in every year",
    ),
    "compare.years.rank-moves": Wording(
        "Peringkat yang paling naik dan turun: di antara {count} daerah yang bernilai pada tahun "
        "pertama dan terakhir.",
        "The largest moves in rank: among the {count} units with a score in both the first and the "
        "last year.",
        "The largest moves in rank: among the {count} unit with a score in both the first and the "
        "last year.",
    ),
    "compare.years.note": Wording(
        "Per tahun: perubahan dari tahun pertama ke tahun terakhir dibagi jarak tahunnya. Tren: "
        "kemiringan garis kuadrat terkecil melalui semua tahun. Keduanya sebelum pembulatan.",
        "Per year: the change from the first to the last year, divided by the years between them. "
        "Slope: of the line of least squares through all years. Both before any rounding.",
    ),
    "compare.years.rate-note": Wording(
        "Laju: laju pertumbuhan majemuk per tahun (CAGR), dari nilai pertama dan terakhir.",
        "Growth: compound annual growth rate (CAGR), of the first and the last score.",
    ),
    "compare.years.no-growth": Wording(
        "Laju pertumbuhan majemuk hanya ada bila skala mulai dari 0 dan kedua nilainya di atas 0.",
        "There is a compound growth rate only where the scale starts at 0 and both scores are "
        "above it.",
    ),
    "compare.years.gaps": Wording(
        "Tidak ada data tahun {years}; jarak tahunnya tetap dihitung.",
        "There are no data of {years}; the distance in years counts nevertheless.",
    ),
    "compare.years.no-score": Wording(
        "Tidak bernilai pada {year}: {units}.", "No score in {year}: {units}."
    ),
    "compare.years.left-out": Wording(
        "Nilai {year} tidak ikut dalam tren karena skala atau dasar penilaiannya berbeda: {units}.",
        "The score of {year} is left out of the trend, since its scale or assessment is another: "
        "{units}.",
    ),
    "compare.years.definitions": Wording("Definisi: {listed}.", "Definitions: {listed}."),
    # what is said below
    "compare.basis": Wording(
        "Nilai {old} dihitung ulang dengan aturan pembulatan {new}, seperti cara kementerian: "
        "{before}.",
        "{old} is recomputed by the rounding rules of {new}, as the ministry does: {before}.",
    ),
    "compare.basis.other": Wording(
        "Nilai {old} terbit {published}; dihitung ulang dengan aturan pembulatan {new}, seperti "
        "cara kementerian: {before}.",
        "{old} was published as {published}; recomputed by the rounding rules of {new}, as the "
        "ministry does: {before}.",
    ),
    "compare.unrounded": Wording(
        "Sumbangan menjelaskan perubahan sebelum pembulatan: {change}.",
        "Contributions explain the change before any rounding: {change}.",
    ),
    "compare.definitions": Wording(
        "Dua definisi: {old} untuk {before}, {new} untuk {after}.",
        "Two definitions: {old} for {before}, {new} for {after}.",
    ),
    "compare.method.closed_form": Wording(
        "Sumbangan tepat (nilai Shapley, rumus langsung).",
        "Contributions are exact (Shapley values, in closed form).",
    ),
    "compare.method.enumeration": Wording(
        "Sumbangan tepat (nilai Shapley, semua kombinasi diperiksa).",
        "Contributions are exact (Shapley values, over every combination).",
    ),
    "compare.method.nested": Wording(
        "Sumbangan dibagi tingkat demi tingkat (nilai Owen); jumlahnya tepat.",
        "Contributions are divided level by level (Owen values); their sum is exact.",
    ),
    "compare.method.sampled": Wording(
        "Kontribusi adalah taksiran nilai Shapley dari {orders} urutan acak yang tetap (kesalahan "
        "baku setiap baris paling besar {error}); jumlahnya tepat. "
        "--limit seconds=N menambah urutan.",
        "Contributions are Shapley values estimated from {orders} fixed random orders (standard "
        "error of each row at most {error}); their sum is exact. --limit seconds=N adds orders.",
    ),
    "next.compare-detail": Wording(
        "Setiap isian: kediri-index compare {again} --detail",
        "Every answer: kediri-index compare {again} --detail",
    ),
    "next.compare-check": Wording(
        "Temuan selengkapnya: kediri-index check BERKAS --complete",
        "All findings: kediri-index check FILE --complete",
    ),
    "next.compare-allow": Wording(
        "Bandingkan meskipun begitu: kediri-index compare {again} --allow-errors",
        "Compare nevertheless: kediri-index compare {again} --allow-errors",
    ),
    "compare.refused": Wording(
        "Tidak dibandingkan, karena ada {count} galat; perbaiki dahulu.",
        "Not compared, since there are {count} errors; repair them first.",
        "Not compared, since there is 1 error; repair it first.",
    ),
}


DIFF_TEXTS: dict[str, Wording] = {
    "diff.side": Wording("{id}, versi {version}", "{id}, version {version}"),
    "diff.before": Wording("Sebelum", "Before"),
    "diff.after": Wording("Sesudah", "After"),
    "diff.change": Wording("Selisih", "Difference"),
    "diff.where": Wording("Letak", "Where"),
    "diff.top": Wording("tingkat teratas", "the top level"),
    "diff.yes": Wording("ya", "yes"),
    "diff.no": Wording("tidak", "no"),
    "diff.more": Wording(
        "… dan {count} lagi (--detail menampilkan semua)",
        "… and {count} more (--detail shows all)",
    ),
    "diff.same": Wording("Maknanya sama.", "Same meaning."),
    "diff.same-but": Wording(
        "Maknanya sama, kecuali id dan tahunnya.", "Same meaning but for the id and the year."
    ),
    # a definition against its earlier state
    "diff.state.same": Wording("makna sama", "same meaning"),
    "diff.state.changed": Wording("berubah: {count} hal", "{count} changes", "1 change"),
    "diff.state.raised": Wording(
        "berubah: {count} hal, versi {before} → {after}",
        "{count} changes, version {before} → {after}",
        "1 change, version {before} → {after}",
    ),
    "diff.state.new": Wording("baru", "new"),
    "diff.state.removed": Wording("dihapus", "removed"),
    "diff.state.unreadable": Wording(
        "tidak dapat dibandingkan: berkas yang dahulu punya {count} galat",
        "cannot be compared: the earlier file has {count} errors",
        "cannot be compared: the earlier file has 1 error",
    ),
    # what a change is about
    "change-kind.identity": Wording("Id", "Id of the definition"),
    "change-kind.year": Wording("Tahun definisi", "Year of the definition"),
    "change-kind.scale": Wording("Skala", "Scale"),
    "change-kind.publish": Wording("Pembulatan", "Rounding"),
    "change-kind.missing": Wording("Jawaban kosong", "Missing answers"),
    "change-kind.class": Wording("Kelas penilaian", "Classes"),
    "change-kind.aggregation": Wording("Cara menggabungkan", "Aggregation"),
    "change-kind.preparation": Wording("Penyiapan data", "Preparation"),
    "change-kind.weight": Wording("Bobot (bobot akhir)", "Weights (effective weight)"),
    "change-kind.added": Wording("Ditambah", "Added"),
    "change-kind.removed": Wording("Dihapus", "Removed"),
    "change-kind.moved": Wording("Berpindah kelompok", "In another group"),
    "change-kind.question": Wording("Pertanyaan", "Questions"),
    "change-kind.scoring": Wording("Cara menilai", "Scoring of indicators"),
    "change-kind.group": Wording("Nama dan jenis kelompok", "Names and kinds of groups"),
    "change-kind.evidence": Wording("Bukti dukung", "Evidence"),
    "change-kind.opd": Wording("OPD pengampu", "Agencies (OPD) that answer"),
    "change-kind.tag": Wording("Tag", "Tags"),
    "change-kind.printed": Wording("Kode tercetak", "Printed codes"),
    "change-kind.other": Wording("Lainnya", "Other"),
    # what it does to data
    "diff.moved": Wording(
        "{moved} dari {count} wilayah berubah nilainya: {up} naik, {down} turun.",
        "{moved} of {count} units would move: {up} up, {down} down.",
        "{moved} of 1 unit would move: {up} up, {down} down.",
    ),
    "diff.largest": Wording("Terbesar: {units}.", "Largest: {units}."),
    "diff.ranks": Wording(
        "{count} wilayah berganti peringkat.", "{count} units change rank.", "1 unit changes rank."
    ),
    "diff.classes": Wording(
        "{count} wilayah berganti kelas.", "{count} units change class.", "1 unit changes class."
    ),
    "diff.none-moves": Wording(
        "Tidak ada nilai yang berubah dari {count} wilayah.",
        "None of {count} units would move.",
        "The unit would not move.",
    ),
    "diff.groups-of": Wording("{unit}: bagian yang berubah", "{unit}: groups that change"),
    "diff.without-score": Wording(
        "Tanpa nilai di salah satu sisi: {units}", "Without a score on one side: {units}"
    ),
    "diff.made-for": Wording(
        "Data ini dibuat untuk definisi lain: {ids}", "These data were made for: {ids}"
    ),
    "diff.refused": Wording(
        "Nilai tidak dibandingkan, karena data ini punya galat: {before} menurut {id_before}, "
        "{after} menurut {id_after}.",
        "Scores are not compared, since the data have errors: {before} under {id_before}, "
        "{after} under {id_after}.",
    ),
    "diff.no-answers": Wording(
        "Nilai tidak dibandingkan, karena data ini tidak menjawab apa pun dari: {ids}.",
        "Scores are not compared, since the data answer nothing of: {ids}.",
    ),
    "next.diff-errors": Wording(
        "Bandingkan yang dapat dihitung saja: ulangi dengan --allow-errors",
        "Compare what can be scored: run it again with --allow-errors",
    ),
    # errors
    "git-missing": Wording(
        "git tidak ditemukan, padahal --against membaca riwayatnya; pasang git, atau bandingkan "
        "dua berkas: kediri-index definition diff LAMA BARU",
        "there is no git here, and --against reads its history; install git, or compare two "
        "files: kediri-index definition diff OLD NEW",
    ),
    "git-no-repository": Wording(
        "{path}: bukan repositori git; --against memerlukannya, tanpa itu bandingkan dua berkas",
        "{path}: not a git repository; --against needs one, without it compare two files",
    ),
    "git-no-ref": Wording(
        "--against: git tidak mengenal «{ref}» di sini; periksa ejaannya, atau ambil dahulu dengan "
        "git fetch (di CI: fetch-depth: 0)",
        "--against: git knows no «{ref}» here; check its spelling, or fetch it first with "
        "git fetch (in CI: fetch-depth: 0)",
    ),
    "git-refused": Wording(
        "{path}: bukan repositori git yang boleh dibaca; kata git: {reason}",
        "{path}: not a git repository that may be read; git says: {reason}",
    ),
    "git-failed": Wording(
        "git {command} gagal: {reason}; periksa repositorinya dengan git fsck",
        "git {command} failed: {reason}; look at the repository with git fsck",
    ),
    "git-name": Wording(
        "{path}: nama ini di repositori berarti tempat lain di Windows, jadi tidak dibaca; ganti "
        "namanya tanpa .., titik dua, dan garis miring terbalik",
        "{path}: this name in the repository means another place on Windows, so it is not read; "
        "rename it without .., colons and backslashes",
    ),
    "not-in-repository": Wording(
        "{path}: tidak berada dalam repositori {folder}, sehingga tidak punya riwayat di sana; "
        "beri berkas di dalamnya",
        "{path}: not in the repository {folder}, so it has no history there; give a file within",
    ),
    "no-definitions-here": Wording(
        "{path}: tidak ada definisi dalam folder config di sini atau di atasnya; beri berkas "
        "definisinya",
        "{path}: there is no definition in a config folder here or above; give the definition's "
        "file",
    ),
    "diff-needs-two": Wording(
        "definition diff membandingkan dua definisi, atau satu dengan --against REF; beri keduanya",
        "definition diff compares two definitions, or one with --against REF; give both",
    ),
    "diff-data-of-one": Wording(
        "--data dengan --against memakai satu definisi saja, padahal ada {count}; beri satu",
        "--data with --against takes one definition, and there are {count}; give one",
    ),
    "diff-no-earlier": Wording(
        "{path}: definisi ini tidak ada atau tidak terbaca di {ref}, sehingga --data tidak punya "
        "pembanding; beri ref lain",
        "{path}: this definition is not there at {ref}, or cannot be read, so --data has nothing "
        "to compare with; give another ref",
    ),
}


WEIGHTS_TEXTS: dict[str, Wording] = {
    "weights.heading": Wording(
        "Usulan bobot · {method} · {observations} baris data",
        "Proposed weights · {method} · {observations} observations",
    ),
    "weights.by-group": Wording("Bobot di dalam kelompok", "Weights within each group"),
    "weights.method.pca": Wording("analisis komponen utama", "principal components"),
    "weights.method.entropy": Wording("entropi", "entropy"),
    "weights.method.equal-influence": Wording("pengaruh setara", "equal influence"),
    "weights.method.critic": Wording("CRITIC", "CRITIC"),
    "weights.column.pca": Wording("Muatan", "Loading"),
    "weights.column.entropy": Wording("Sisa entropi", "Left by entropy"),
    "weights.column.equal-influence": Wording("Korelasi", "Correlation"),
    "weights.column.critic": Wording("Informasi", "Information"),
    "weights.column.kept": Wording("Keterangan", "Remark"),
    "weights.kept": Wording("bobot tetap", "keeps its weights"),
    "weights.figure.pca": Wording(
        "Muatan: pada komponen utama pertama dari korelasi antarbagian.",
        "Loading: on the first principal component of the parts' correlations.",
    ),
    "weights.figure.entropy": Wording(
        "Sisa entropi, 1 - entropi: makin besar, makin berbeda nilai antarwilayah.",
        "Left by entropy, 1 - entropy: the larger, the more the scores differ between units.",
    ),
    "weights.figure.equal-influence": Wording(
        "Korelasi: setiap bagian dengan nilai kelompok, bila bobot usulan dipakai.",
        "Correlation: of each part with the group's score, under the proposed weights.",
    ),
    "weights.figure.critic": Wording(
        "Informasi: simpangan baku dikali jumlah (1 - korelasi dengan bagian lain).",
        "Information: standard deviation times the sum of (1 - correlation with another part).",
    ),
    "weights.moves": Wording("Wilayah yang paling bergeser", "Units that move farthest"),
    "weights.more": Wording(
        "dan {count} wilayah lain", "and {count} more units", "and 1 more unit"
    ),
    "weights.none": Wording(
        "Tidak ada bobot yang diusulkan: setiap kelompok tetap memakai bobotnya.",
        "No weights are proposed: every group keeps its own.",
    ),
    "weights.written": Wording(
        "Bobot usulan ditulis ke {path}.", "The proposed weights are written to {path}."
    ),
    "weights.title": Wording("{title} · bobot {method}", "{title} · weights {method}"),
    "weights.source": Wording(
        "bobot dihitung dari {observations} baris data dengan metode {method}; selebihnya {id} "
        "versi {version}",
        "weights computed from {observations} observations by the method {method}; otherwise {id} "
        "version {version}",
    ),
    "weights.comment": Wording(
        "Bobot usulan untuk {id} versi {version}, dihitung dari {observations} baris data dengan "
        "metode {method}. Selebihnya sama dengan definisi itu.",
        "Weights proposed for {id} version {version}, computed from {observations} observations by "
        "the method {method}. Everything else is as in that definition.",
    ),
    "next.weights-output": Wording(
        "Tulis sebagai definisi: kediri-index definition weights {again} --output BERKAS.yaml",
        "Write them as a definition: kediri-index definition weights {again} --output FILE.yaml",
    ),
    "next.weights-errors": Wording(
        "Hitung dari yang ada saja: kediri-index definition weights {again} --allow-errors",
        "Compute from what is there: kediri-index definition weights {again} --allow-errors",
    ),
    # errors
    "weights-without-data": Wording(
        "definition weights menghitung bobot dari data beberapa wilayah; sebutkan berkasnya "
        "dengan --data",
        "definition weights computes weights from the data of several units; name the file with "
        "--data",
    ),
    "weights-either": Wording(
        "--output - menulis definisi ke keluaran baku, tempat --format json juga menulis; pilih "
        "satu",
        "--output - writes the definition to standard output, as --format json does; choose one",
    ),
    "weights-outside": Wording(
        "{path}: definisi di sini tidak boleh memperluas {base}, yang berada di luar folder "
        "proyeknya; tulis di dalam folder proyek, atau beri --allow-outside",
        "{path}: a definition here must not extend {base}, which is outside its project folder; "
        "write into the project folder, or give --allow-outside",
    ),
}


STATISTICS_TEXTS: dict[str, Wording] = {
    "fix.title": Wording("Perbaikan", "Corrections"),
    "fix.untouched": Wording(
        "{path}: tidak ada yang diperbaiki secara otomatis; berkas tidak diubah",
        "{path}: nothing to correct automatically; the file is left as it is",
    ),
    "fix.shipped": Wording(
        "{path}: definisi bawaan program tidak diubah; buat salinannya dengan kediri-index init "
        "FOLDER --config ID",
        "{path}: a definition that comes with the program is not changed; make a copy of it with "
        "kediri-index init DIR --config ID",
    ),
    "fix.nothing": Wording(
        "Tidak ada definisi milik Anda di folder ini; sebutkan berkasnya: kediri-index definition "
        "lint BERKAS --fix",
        "There is no definition of yours in this folder; name its file: kediri-index definition "
        "lint FILE --fix",
    ),
    "fix.encoding": Wording(
        "{path}: disimpan sebagai UTF-8 di {output}, semula {encoding}",
        "{path}: saved as UTF-8 in {output}, before it was {encoding}",
    ),
    "fix.written": Wording(
        "{path}: {count} baris diperbaiki, ditulis ke {output}",
        "{path}: {count} lines corrected, written to {output}",
        "{path}: {count} line corrected, written to {output}",
    ),
    "fix.in-place": Wording(
        "{path}: {count} baris diperbaiki",
        "{path}: {count} lines corrected",
        "{path}: {count} line corrected",
    ),
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
    "statistics.legend": Wording(
        "Pengaruh: andil sebuah bagian dalam naik turunnya nilai kelompok; korelasi: dengan nilai "
        "kelompok.",
        "Influence: a part's share in what moves the group's score; correlation: with that score.",
    ),
    "statistics.denominators": Wording(
        "Korelasi dengan pembagi · nilai asli", "Correlation with denominators · raw values"
    ),
    "statistics.denominators-none": Wording(
        "Tidak ada indikator yang korelasinya dengan {denominators} melewati ±{limit}.",
        "No indicator has a correlation beyond ±{limit} with {denominators}.",
    ),
    "statistics.denominators-legend": Wording(
        "Hanya korelasi di luar ±{limit}; semuanya ada di JSON. Olahan: setelah langkah prepare.",
        "Correlations beyond ±{limit}; JSON has all. Prepared: after the steps of prepare.",
    ),
    "statistics.column.denominator": Wording("Pembagi", "Denominator"),
    "statistics.column.by-rank": Wording("Peringkat", "By rank"),
    "statistics.column.as-prepared": Wording("Olahan", "Prepared"),
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


PLAN_TEXTS: dict[str, Wording] = {
    "plan.least": Wording("biaya terkecil {cost} {proof}", "least cost {cost} {proof}"),
    "plan.in-levels": Wording("{cost} tingkat", "{cost} levels"),
    "plan.proven": Wording("(terbukti)", "(proven)"),
    "plan.not-proven": Wording(
        "(belum terbukti termurah; selisih paling besar {gap}, tidak mungkin kurang dari {least})",
        "(not proven to be the least; at most {gap} above it, not below {least})",
    ),
    "plan.best": Wording("terbaik yang mungkin: {best}", "best possible: {best}"),
    "plan.out-of-reach": Wording(
        "Sasaran {target} tidak tercapai dengan cara apa pun; langkah di bawah menuju yang "
        "terbaik, {best}.",
        "No plan reaches the target {target}; the steps below lead to the best, {best}.",
    ),
    "plan.best-found": Wording("terbaik yang ditemukan: {best}", "best found: {best}"),
    "plan.not-found": Wording(
        "Cara mencapai sasaran {target} tidak ditemukan; langkah di bawah menuju nilai terbaik "
        "yang ditemukan, {best}.",
        "No way to the target {target} was found; the steps below lead to the best that was, "
        "{best}.",
    ),
    "plan.stuck": Wording(
        "Sasaran {target} tidak tercapai: tidak ada langkah yang menaikkan nilai terbit.",
        "No plan reaches the target {target}: no step raises the published score.",
    ),
    "plan.there-already": Wording(
        "Sasaran {target} sudah tercapai; tidak perlu langkah.",
        "The target {target} is met already; no step is needed.",
    ),
    "plan.target": Wording("sasaran {target}", "target {target}"),
    "plan.movable": Wording(
        "{count} isian boleh naik", "{count} answers may rise", "1 answer may rise"
    ),
    "plan.only-opd": Wording("hanya milik {name}", "only those of {name}"),
    "plan.fixed": Wording("tetap: {ids}", "fixed: {ids}"),
    "plan.most-steps": Wording(
        "paling banyak {count} langkah", "at most {count} steps", "at most 1 step"
    ),
    "plan.gains": Wording(
        "Sumbangan: kenaikan nilai keseluruhan sebelum dibulatkan, menurut urutan langkah.",
        "Gain: the rise of the overall score before rounding, in the order of the steps.",
    ),
    "plan.gains-nothing": Wording(
        "Langkah tanpa sumbangan pun perlu: nilai baru naik bersama langkah lainnya.",
        "A step without a gain is needed too: the score rises only with the other steps.",
    ),
    "plan.others": Wording(
        "Rencana lain yang sama biaya dan jumlah langkahnya, dengan perbedaannya:",
        "Other plans of the same cost and as few steps, and where they differ:",
    ),
    "plan.instead": Wording("{others}, bukan {ours}", "{others} instead of {ours}"),
    "plan.more": Wording(
        "Masih ada yang lain; --alternatives menampilkan lebih banyak.",
        "There are more; --alternatives shows them.",
    ),
    "plan.frontier": Wording(
        "Biaya terkecil untuk setiap nilai terbit", "Least cost of each published score"
    ),
    "plan.frontier-unproven": Wording(
        "~ belum terbukti sebagai yang termurah", "~ not proven to be the cheapest"
    ),
    "plan.refused": Wording(
        "Rencana tidak dibuat karena temuan di atas.",
        "No plan was made, for the findings above.",
    ),
    "column.from": Wording("dari", "from"),
    "column.to": Wording("ke", "to"),
    "column.cost": Wording("biaya", "cost"),
    "column.gain": Wording("sumbangan", "gain"),
    "column.evidence": Wording("bukti dukung", "evidence"),
    "column.need": Wording("hasil yang diperlukan", "result needed"),
    "column.published": Wording("terbit", "published"),
    "column.unrounded": Wording("sebelum dibulatkan", "before rounding"),
    "plan.evidence": Wording(
        "bukti dukung yang masih diperlukan: {items}", "evidence still needed: {items}"
    ),
    "plan.sum": Wording("Jumlah", "Sum"),
    "next.plan-work": Wording(
        "Belum terbukti termurah. Cari lebih lama: kediri-index plan {again} --limit seconds=100",
        "Not proven to be the least. Search longer: kediri-index plan {again} --limit seconds=100",
    ),
    "next.frontier": Wording(
        "Berapa biaya nilai lain?  kediri-index plan {again} --frontier",
        "What would other scores cost?  kediri-index plan {again} --frontier",
    ),
    # errors
    "plan-no-target": Wording(
        "sasaran tidak disebut, dan profil tidak memuatnya untuk tahun ini; tulis misalnya "
        "--target 3,4, atau isi targets dalam profil",
        "no target is named, and the profile has none for this year; write --target 3.4, say, or "
        "fill in targets in the profile",
    ),
    "plan-no-step": Wording(
        "{option}: «{value}» harus lebih dari 0; tulis misalnya {example}",
        "{option}: «{value}» must be above 0; write {example}, say",
    ),
    "plan-no-count": Wording(
        "{option}: «{value}» harus bilangan bulat dari 0 sampai {most}",
        "{option}: «{value}» must be a whole number from 0 to {most}",
    ),
    "plan-step-small": Wording(
        "--step {step}: terlalu halus untuk skala ini; pakai paling sedikit {least}, atau "
        "--continuous",
        "--step {step}: too fine for this scale; use at least {least}, or --continuous",
    ),
    "plan-too-fine": Wording(
        "--continuous: definisi ini membulatkan bagian-bagiannya pada {decimals} desimal, terlalu "
        "halus untuk dicari satu per satu; pakai --step",
        "--continuous: this definition rounds its parts to {decimals} decimals, too many figures "
        "to search one by one; use --step",
    ),
    "plan-lines-continuous": Wording(
        "--continuous memerlukan biaya per tingkat, sedangkan biaya {names} ditulis per langkah; "
        "tulis cost_per_level, atau hilangkan --continuous",
        "--continuous takes costs per level, and those of {names} are written by the step; write "
        "cost_per_level, or leave out --continuous",
    ),
    "plan-unknown-id": Wording(
        "--fix: «{value}» bukan id indikator atau kelompok dalam definisi ini{nearest}; lihat "
        "kediri-index definition show",
        "--fix: «{value}» is no id of an indicator or a group in this definition{nearest}; see "
        "kediri-index definition show",
    ),
    "target-off-scale": Wording(
        "--target: {value} di luar skala definisi ini, yaitu {low} sampai {high}",
        "--target: {value} is not on the scale of the definition, {low} to {high}",
    ),
    "plan-no-opd": Wording(
        "--opd: dalam profil dan definisi tidak ada OPD",
        "--opd: neither the profile nor the definition names an agency (OPD)",
    ),
    "plan-unknown-opd": Wording(
        "--opd: dalam profil dan definisi tidak ada «{value}»{nearest}; yang ada: {known}",
        "--opd: neither the profile nor the definition has «{value}»{nearest}; known: {known}",
    ),
    "plan-opd-nothing": Wording(
        "--opd: {value} tidak mengampu satu isian pun dalam definisi ini; lengkapi assign dalam "
        "profil",
        "--opd: {value} answers for nothing in this definition; complete assign in the profile",
    ),
    "costs-not-found": Wording(
        "{path}: berkas biaya ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of costs; check its spelling",
    ),
    "costs-broken": Wording(
        "biaya di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the costs in {path} cannot be used: {count} errors; repair them and run it again",
        "the costs in {path} cannot be used: 1 error; repair it and run it again",
    ),
    # help
    "help.plan": Wording(
        "Mencari langkah termurah agar nilai terbit mencapai sasaran, dan membuktikannya.",
        "Finds the cheapest steps by which the published score reaches a target, with proof.",
    ),
    "help.plan.short": Wording(
        "Mencari langkah termurah menuju sasaran.", "Finds the cheapest steps to a target."
    ),
    "help.option.plan-target": Wording(
        "Nilai terbit yang hendak dicapai; bila tidak disebut, sasaran dalam profil.",
        "The published score to reach; else the profile's target of the year.",
    ),
    "help.option.costs": Wording(
        "CSV biaya: indicator,from,to,cost atau indicator,cost_per_level[,max].",
        "Costs as CSV: indicator,from,to,cost or indicator,cost_per_level[,max].",
    ),
    "help.option.step": Wording(
        "Jarak antarnilai yang mungkin, misalnya 0,2; bila tidak disebut, tingkat definisi.",
        "Distance of possible scores, such as 0.2; else the definition's levels.",
    ),
    "help.option.continuous": Wording(
        "Nilai boleh naik berapa pun; hanya untuk rata-rata tertimbang.",
        "Let scores rise by any amount; for weighted means only.",
    ),
    "help.option.plan-opd": Wording(
        "Hanya isian milik OPD ini yang boleh naik.", "Only what this OPD answers for may rise."
    ),
    "help.option.fix": Wording(
        "Id yang tidak boleh naik, boleh dengan *; dapat diulang. Id kelompok: seluruh isinya.",
        "An id that may not rise, * allowed; repeatable. A group's id: all that is in it.",
    ),
    "help.option.max-steps": Wording(
        "Paling banyak sekian isian yang naik.", "At most so many answers rise."
    ),
    "help.option.alternatives": Wording(
        "Paling banyak sekian rencana lain yang sama baik.",
        "At most so many equal plans beside it.",
    ),
    "help.option.frontier": Wording(
        "Juga biaya terkecil untuk setiap nilai terbit.", "Also the least cost of every score."
    ),
    "help.metavar.id": Wording("ID|POLA", "ID|PATTERN"),
}


ROBUSTNESS_TEXTS: dict[str, Wording] = {
    "robustness.between": Wording(
        "Dalam 9 dari 10 simulasi, nilainya antara {low} dan {high}.",
        "In 9 of 10 draws the score is between {low} and {high}.",
    ),
    "robustness.always": Wording(
        "Dalam 9 dari 10 simulasi, nilainya tetap {low}.",
        "In 9 of 10 draws the score stays {low}.",
    ),
    "robustness.ranked": Wording(
        "Peringkat {rank} dari {count}; dalam 9 dari 10 simulasi, peringkatnya {spread}.",
        "Rank {rank} of {count}; in 9 of 10 draws its rank is {spread}.",
    ),
    "robustness.reaching": Wording(
        "Peluang mencapai sasaran {target}: {share}.",
        "The chance of meeting the target {target}: {share}.",
    ),
    "robustness.no-score": Wording(
        "Tidak ada simulasi yang menghasilkan nilai.", "No draw has a score."
    ),
    "robustness.without-score": Wording(
        "{share} simulasi tidak menghasilkan nilai.", "{share} of the draws have no score."
    ),
    "robustness.scored": Wording("Bernilai", "Scored"),
    "robustness.drawn": Wording("{draws} simulasi (benih {seed}).", "{draws} draws (seed {seed})."),
    "robustness.drawn-once": Wording("1 simulasi (benih {seed}).", "1 draw (seed {seed})."),
    "robustness.evaluations": Wording(
        "Untuk mengukur pengaruh: {draws} simulasi lagi.", "To measure influence: {draws} more."
    ),
    "robustness.what": Wording("Yang diacak:", "What is drawn:"),
    "robustness.assumed": Wording(
        "Karena tidak disebut, yang diacak:", "What is drawn, since nothing was said of it:"
    ),
    "robustness.factor.top": Wording("bobot tingkat teratas", "weights of the top level"),
    "robustness.factor.weights": Wording("bobot di dalam {name}", "weights in {name}"),
    "robustness.factor.weight_sets": Wording("himpunan bobot", "sets of weights"),
    "robustness.factor.methods": Wording("metode penilaian", "scoring methods"),
    "robustness.factor.aggregations": Wording("cara penggabungan", "aggregations"),
    "robustness.factor.treatments": Wording("penanganan pencilan", "treatments of outliers"),
    "robustness.factor.imputations": Wording("imputasi", "imputations"),
    "robustness.factor.missing": Wording("isian kosong", "missing answers"),
    "robustness.factor.uncertain": Wording("isian yang tidak pasti", "uncertain values"),
    "robustness.as-file": Wording(
        "{count} isian, sebagaimana tertulis di berkasnya", "{count}, as their file says"
    ),
    "robustness.change": Wording(
        "{count} bobot, masing-masing ± {change}: {names}",
        "{count} weights, each ± {change}: {names}",
        "{count} weight, ± {change}: {names}",
    ),
    "robustness.change-groups": Wording(
        "{count} bobot, masing-masing ± {change}: bobot di {groups} kelompok",
        "{count} weights, each ± {change}: weights in {groups} groups",
        "{count} weight, ± {change}",
    ),
    "robustness.all-sets": Wording(
        "{count} himpunan, masing-masing satu kali", "{count} sets, each once", "1 set, once"
    ),
    "robustness.some-set": Wording("satu dari {count}", "one of {count}"),
    "robustness.one-of": Wording("salah satu dari {names}", "one of {names}"),
    "robustness.over-scale": Wording(
        "{count} isian, di mana saja pada skalanya", "{count}, anywhere on their scale"
    ),
    "robustness.mean": Wording("Rata-rata", "Mean"),
    "robustness.interval": Wording("9 dari 10 simulasi", "9 of 10 draws"),
    "robustness.rank-interval": Wording("Peringkat, 9 dari 10", "Rank, 9 of 10"),
    "robustness.rank-short": Wording("Peringkat", "Ranks"),
    "robustness.probable-class": Wording("Kelas paling mungkin", "Likeliest class"),
    "robustness.target": Wording("Sasaran tercapai", "Target met"),
    "robustness.probability": Wording("Peluang", "Chance"),
    "robustness.sobol": Wording("Apa yang paling berpengaruh", "What matters most"),
    "robustness.sobol-ranks": Wording(
        "Apa yang paling menggeser peringkat", "What moves the ranks most"
    ),
    "robustness.first": Wording("Sendiri", "Alone"),
    "robustness.total": Wording("Bersama yang lain", "With the others"),
    "robustness.sobol-more": Wording(
        "{count} faktor lagi berpengaruh lebih kecil.",
        "{count} more factors matter less.",
        "1 more factor matters less.",
    ),
    "robustness.sobol-note": Wording(
        "Bagian dari keragaman hasil simulasi; dalam kurung, selang kepercayaan 95 %.",
        "Share in the variance of the draws; in brackets, the 95 % confidence interval.",
    ),
    "robustness.without-group": Wording("Tanpa kelompok", "Without the group"),
    "robustness.without-indicator": Wording("Tanpa indikator", "Without the indicator"),
    "robustness.mean-shift": Wording("Pergeseran peringkat rata-rata", "Mean rank shift"),
    "robustness.mean-short": Wording("Rata-rata geser", "Mean"),
    "robustness.max-shift": Wording("Terjauh", "Largest"),
    "robustness.correlation": Wording("Korelasi nilai", "Correlation"),
    "robustness.leave-out-more": Wording(
        "{count} lagi berpengaruh lebih kecil.",
        "{count} more matter less.",
        "1 more matters less.",
    ),
    "robustness.leave-out-note": Wording(
        "Bila tidak dihitung, seolah-olah tidak ada dalam definisi; bobot yang lain di kelompoknya "
        "tetap sebanding.",
        "If it is left out, as if the definition did not have it; the weights of the others keep "
        "their proportions.",
    ),
    "robustness.no-sobol": Wording(
        "Hasil simulasi tidak beragam, jadi tidak ada pengaruh yang dapat diukur.",
        "The draws do not vary, so no influence can be measured.",
    ),
    "robustness.legend": Wording(
        "9 dari 10 simulasi: 5 % terendah dan 5 % tertinggi tidak dihitung.",
        "9 of 10 draws: without the lowest and the highest 5 %.",
    ),
    "robustness.next": Wording(
        "Apa yang paling berpengaruh? kediri-index robustness {again} --sobol",
        "What matters most? kediri-index robustness {again} --sobol",
    ),
    "robustness.next-missing": Wording(
        "Acak isian yang kosong: kediri-index robustness {again} --missing",
        "Draw what is missing: kediri-index robustness {again} --missing",
    ),
    "help.robustness": Wording(
        "Menghitung seberapa pasti nilai, kelas, dan peringkat, bila bobot, metode, cara "
        "penggabungan, atau isian kosong berlainan: ribuan simulasi yang dapat diulang dengan "
        "benihnya.",
        "Tells how sure score, class and rank are if weights, methods, aggregations or missing "
        "answers were others: thousands of draws, repeatable by their seed.",
    ),
    "help.robustness.short": Wording(
        "Seberapa pasti nilai, kelas, peringkat.", "Tells how sure scores and ranks are."
    ),
    "help.option.draws": Wording("Banyaknya simulasi.", "How many draws."),
    "help.option.seed": Wording(
        "Benih acak: benih yang sama memberi hasil yang sama.",
        "The seed of the draws: the same seed gives the same result.",
    ),
    "help.option.weights": Wording(
        "Setiap bobot dikalikan faktor acak antara 1 dikurangi dan 1 ditambah angka ini, misalnya "
        "0,25.",
        "Each weight times a random factor between 1 less this and 1 plus this, such as 0.25.",
    ),
    "help.option.weight-sets": Wording(
        "CSV berisi himpunan bobot, satu per baris: set,<id>,…; bila hanya ini, setiap himpunan "
        "dihitung tepat satu kali.",
        "A CSV of sets of weights, one a row: set,<id>,…; alone, each set counts exactly once.",
    ),
    "help.option.methods": Wording(
        "Metode penilaian antarwilayah yang diacak, misalnya min_max,z_score.",
        "Scoring methods over units of which one is drawn, such as min_max,z_score.",
    ),
    "help.option.aggregations": Wording(
        "Cara penggabungan yang diacak untuk semua kelompok, misalnya "
        "arithmetic,geometric,power:2.",
        "Ways to combine, of which one is drawn for all groups, such as "
        "arithmetic,geometric,power:2.",
    ),
    "help.option.treatments": Wording(
        "Penanganan pencilan yang diacak, misalnya as_defined,none,winsorise:3,box_cox; angka di "
        "belakang titik dua: paling banyak isian yang digeser.",
        "Treatments of outliers of which one is drawn, such as as_defined,none,winsorise:3,"
        "box_cox; the number behind a colon: how many values are moved at most.",
    ),
    "help.option.imputations": Wording(
        "Imputasi isian kosong yang diacak, misalnya none,mean,median,group_mean.",
        "Imputations of missing values of which one is drawn, such as none,mean,median,group_mean.",
    ),
    "help.option.missing": Wording(
        "Isian kosong diacak pada skalanya.", "Missing answers are drawn over their scale."
    ),
    "help.option.uncertain": Wording(
        "CSV berisi isian yang tidak pasti, satu per baris: unit,indicator,sd (sebaran normal) "
        "atau unit,indicator,low,high (sebaran seragam).",
        "A CSV of uncertain values, one per row: unit,indicator,sd (normal) or "
        "unit,indicator,low,high (uniform).",
    ),
    "help.option.save-draws": Wording(
        "Simpan setiap simulasi ke berkas CSV ini: apa yang diacak dan hasilnya.",
        "Save every draw in this CSV file: what was drawn and what came of it.",
    ),
    "help.option.sobol": Wording(
        "Hitung juga pengaruh setiap faktor (indeks Sobol).",
        "Compute the influence of each factor too (Sobol indices).",
    ),
    "help.option.leave-out": Wording(
        "Tampilkan juga nilai dan peringkat bila setiap indikator dan kelompok tidak dihitung.",
        "Show too what leaving out each indicator and each group does to scores and ranks.",
    ),
    "help.metavar.names": Wording("NAMA,…", "NAME,…"),
    "robustness-nothing-varies": Wording(
        "tidak ada yang dapat diacak: --weights perlu kelompok dengan beberapa bagian, --missing "
        "perlu isian kosong; pilih yang lain, misalnya --aggregations arithmetic,geometric",
        "there is nothing to draw: --weights wants a group of several parts, --missing a missing "
        "answer; choose another, such as --aggregations arithmetic,geometric",
    ),
    "too-many-draws": Wording(
        "--draws {draws}: terlalu banyak untuk {units} daerah; paling banyak {most}",
        "--draws {draws}: too many for this number of units, {units}; at most {most}",
    ),
    "too-many-to-save": Wording(
        "--draws {draws}: terlalu banyak untuk disimpan dengan --save-draws bagi {units} daerah; "
        "paling banyak {most}, atau jalankan tanpa --save-draws",
        "--draws {draws}: too many to save with --save-draws for this number of units, {units}; at "
        "most {most}, or run without --save-draws",
    ),
    "weight-change": Wording(
        "--weights: {value} di luar jangkauan; tulis bagian dari bobot, di atas 0 sampai 1, "
        "misalnya 0,25 untuk seperempat",
        "--weights: {value} is out of range; write a share of the weight, above 0 and up to 1, "
        "such as 0.25 for a quarter",
    ),
    "copeland-alternative": Wording(
        "--aggregations: copeland menghitung wilayah yang dikalahkan, bukan nilai pada skala, jadi "
        "tidak dapat menggantikan cara lain; pilih rata-rata",
        "--aggregations: copeland counts units that are beaten and gives no score on the scale, so "
        "it cannot stand in for other ways; choose a mean",
    ),
    "sum-alternative": Wording(
        "--aggregations: sum menjumlahkan bobot dikali nilai tanpa membaginya, sehingga "
        "skalanya berbeda dari rata-rata dan keduanya tidak dapat saling menggantikan; pilih "
        "rata-rata, atau tanpa "
        "--aggregations",
        "--aggregations: sum adds weight times score without dividing, so its scale differs "
        "from that of a mean and neither can replace the other; choose means, or leave out "
        "--aggregations",
    ),
    "aggregation-parameter": Wording(
        "--aggregations: {value} perlu parameter; tulis misalnya {example}",
        "--aggregations: {value} takes a parameter; write it as {example}",
    ),
    "drawing-one-unit": Wording(
        "{option}: pilihan ini membandingkan daerah, padahal datanya satu daerah; beri tabel "
        "dengan satu baris untuk setiap daerah",
        "{option}: this compares units, but the data are of one; give a table with one row per "
        "unit",
    ),
    "imputation-without-groups": Wording(
        "--imputations: {value} perlu kolom kelompok, padahal definisi {id} tidak punya langkah "
        "impute dengan `by`; tambahkan `by` di `prepare` definisi itu, atau pilih mean atau median",
        "--imputations: {value} needs a column of groups, but no impute step of the definition "
        "{id} has `by`; add `by` under `prepare` in the definition, or choose mean or median",
    ),
    "missing-alternative": Wording(
        "--missing dan --imputations sama-sama menentukan pengganti isian kosong; pilih salah satu",
        "--missing and --imputations both decide what replaces a missing value; choose one",
    ),
    "uncertain-alternative": Wording(
        "--uncertain dan {option}: isian yang diacak tidak melalui `prepare`, jadi keduanya tidak "
        "dapat dipakai bersama; jalankan masing-masing",
        "--uncertain and {option}: a drawn value does not pass through `prepare`, so they cannot "
        "be combined; run the command once for each",
    ),
    "methods-none": Wording(
        "--methods: definisi {id} tidak punya indikator yang dinilai antarwilayah atau dengan "
        "goalposts, jadi tidak ada yang dapat diganti",
        "--methods: the definition {id} scores no indicator over units or by goalposts, so there "
        "is nothing to replace",
    ),
    "uncertain-not-found": Wording(
        "{path}: berkas isian yang tidak pasti ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of uncertain values; check its spelling",
    ),
    "uncertain-encoding": Wording(
        "{path}: berkas ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8",
        "{path}: this file is not UTF-8 text; save it again as CSV in UTF-8",
    ),
    "uncertain-broken": Wording(
        "isian yang tidak pasti di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu "
        "ulangi",
        "the uncertain values in {path} cannot be used: {count} errors; correct them and run it "
        "again",
        "the uncertain values in {path} cannot be used: {count} error; correct it and run it again",
    ),
    "weight-sets-not-found": Wording(
        "{path}: berkas himpunan bobot ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of sets of weights; check its spelling",
    ),
    "weight-sets-encoding": Wording(
        "{path}: himpunan bobot ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8",
        "{path}: these sets of weights are no UTF-8 text; save them anew as CSV in UTF-8",
    ),
    "weight-sets-broken": Wording(
        "himpunan bobot di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the sets of weights in {path} cannot be used: {count} errors; repair them and run it "
        "again",
        "the sets of weights in {path} cannot be used: {count} error; repair it and run it again",
    ),
}
