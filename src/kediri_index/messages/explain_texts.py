"""What ``explain`` and the reference page of findings say around the texts of the catalogue."""

from __future__ import annotations

from kediri_index.model.wording import Wording

EXPLAIN_TEXTS: dict[str, Wording] = {
    "family.cell": Wording("Isi sel", "What a cell holds"),
    "family.row": Wording("Baris dan indikatornya", "Rows and their indicators"),
    "family.scoring": Wording("Penilaian", "Scoring"),
    "family.file": Wording("Berkas dan susunannya", "Files and their layout"),
    "family.definition": Wording("Definisi dan profil", "Definitions and profiles"),
    "family.rule": Wording("Aturan pemeriksaan", "Rules of the check"),
    "severity.error": Wording("galat", "error"),
    "severity.warning": Wording("peringatan", "warning"),
    "severity.note": Wording("catatan", "note"),
    "weight.error": Wording(
        "Ini galat: selama belum diperbaiki, tidak ada nilai yang dihitung.",
        "This is an error: until it is repaired, nothing is scored.",
    ),
    "weight.warning": Wording(
        "Ini peringatan: nilai tetap dihitung, tetapi periksalah dahulu.",
        "This is a warning: scores are computed all the same, but look at it first.",
    ),
    "weight.note": Wording(
        "Ini catatan: untuk diketahui, tidak menghalangi apa pun.",
        "This is a note: good to know, and in the way of nothing.",
    ),
    "explain.message": Wording("Bunyinya", "It says"),
    "explain.repair": Wording("Perbaikan", "Repair"),
    "explain.example": Wording("Contoh", "Example"),
    "explain.none": Wording(
        "tidak ada, karena berkas saja tidak dapat memicunya",
        "none, since a file alone cannot cause it",
    ),
    "explain.try": Wording("Coba sendiri", "Try it"),
    "explain.related": Wording("Lihat juga", "See also"),
    "explain.more": Wording(
        "Arti satu kode: kediri-index explain {code}",
        "What a code means: kediri-index explain {code}",
    ),
    "explain.page": Wording("Semua temuan", "All findings"),
    "explain.about": Wording(
        "Setiap temuan punya kode, yang artinya tidak pernah berubah. Contohnya ada di "
        "examples/findings, juga dalam program yang terpasang; yang di sini dibaca dari sana. "
        "Galat harus diperbaiki sebelum ada nilai, peringatan perlu dilihat, catatan untuk "
        "diketahui.",
        "Each finding has a code, whose meaning never changes. The examples stand in "
        "examples/findings, in an installed program too; what is shown here was read from there. "
        "An error must be repaired before there is a score, a warning wants a look, a note is "
        "good to know.",
    ),
    "explain.column.family": Wording("tentang", "about"),
    "explain.column.codes": Wording("kode", "codes"),
    "explain.column.count": Wording("banyaknya", "how many"),
    "explain.column.code": Wording("kode", "code"),
    "explain.column.title": Wording("temuan", "finding"),
    "explain.column.severity": Wording("beratnya", "severity"),
    "explain.made": Wording("Halaman ini dibuat dengan", "This page is made by"),
    "completion-installed": Wording(
        "pelengkapan untuk {shell} dipasang di {path}; berlaku di terminal yang baru dibuka",
        "completion for {shell} stands in {path}; it works in a terminal opened anew",
    ),
    "next.explain": Wording(
        "Apa arti {code}?  kediri-index explain {code}",
        "What does {code} mean?  kediri-index explain {code}",
    ),
}
