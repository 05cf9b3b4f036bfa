"""What ``compare`` says: why an overall changed."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
