"""What the comparison of two definitions says."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
