"""What ``compare``, ``definition diff`` and the statistics of an index say."""

from __future__ import annotations

from kediri_index.model.language import Wording

COMPARE_TEXTS: dict[str, Wording] = {
    "help.compare": Wording(
        "Menjelaskan mengapa nilai keseluruhan berubah: sumbangan setiap bagian dan setiap "
        "indikator, bobot yang berubah, serta isian yang ditambah atau dihapus.",
        "Says why the overall changed: what each part and each indicator contributed, changed "
        "weights, and questions that were added or dropped.",
    ),
    "compare.assessed": Wording("Dasar penilaian: {parts}.", "Assessment: {parts}."),
    "help.compare.short": Wording(
        "Menjelaskan mengapa nilai berubah.", "Says why the score changed."
    ),
    "help.option.compare-old": Wording(
        "Berkas atau folder yang lama, misalnya tahun lalu.",
        "The old file or folder, such as last year's.",
    ),
    "help.option.compare-new": Wording("Berkas atau folder yang baru.", "The new file or folder."),
    "help.metavar.compare-old": Wording("LAMA", "OLD"),
    "help.metavar.compare-new": Wording("BARU", "NEW"),
    "help.option.old-config": Wording(
        "Definisi untuk berkas lama. Tanpa ini: yang disebut berkasnya, lalu definisi berkas baru.",
        "The definition of the old file. Without it: the one that the file names, else the new "
        "file's.",
    ),
    "help.option.compare-unit": Wording(
        "Wilayah yang dibandingkan, bila berkas memuat beberapa; namanya, bila berkas tidak "
        "menyebutnya.",
        "The unit to compare, where files hold several; its name, where they name none.",
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
    "compare.part": Wording("Bagian", "Part"),
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
        "{path}: bukan repositori git ({reason}); --against memerlukannya, tanpa itu bandingkan "
        "dua berkas",
        "{path}: not a git repository ({reason}); --against needs one, without it compare two "
        "files",
    ),
    "git-no-ref": Wording(
        "--against: git tidak mengenal «{ref}» di sini; periksa ejaannya, atau ambil dahulu dengan "
        "git fetch (di CI: fetch-depth: 0)",
        "--against: git knows no «{ref}» here; check its spelling, or fetch it first with "
        "git fetch (in CI: fetch-depth: 0)",
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
