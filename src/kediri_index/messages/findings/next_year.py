"""What is found about the year that ended, where the next one begins."""

from __future__ import annotations

from kediri_index.model.findings import FindingText, Severity

FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "F550",
        Severity.ERROR,
        "berkas proyek tahun lalu tidak ada",
        "file of last year's project missing",
        "{value} tidak ada di folder tahun lalu, jadi tidak ada yang dapat dilanjutkan",
        "last year's folder has no {value}, so there is nothing to carry on",
        "beri folder yang ditulis oleh kediri-index init, dengan config di dalamnya",
        "give a folder that kediri-index init wrote, with config in it",
    ),
    FindingText(
        "F551",
        Severity.ERROR,
        "isian tahun lalu tidak ada",
        "no submissions of last year",
        "folder ini tidak berisi isian di {received} dan tidak berisi {archive}",
        "this folder has no submissions in {received}, and no {archive}",
        "salin isian tahun lalu ke {received}, atau arsipnya sebagai {archive}",
        "copy last year's submissions into {received}, or their archive as {archive}",
    ),
    FindingText(
        "F552",
        Severity.ERROR,
        "nilai tahun lalu tidak diketahui",
        "last year's score not known",
        "nilai indeks tahun lalu tidak dapat dihitung: {reason}",
        "last year's overall score cannot be computed: {reason}",
        "perbaiki isiannya, lalu ulangi",
        "correct the submissions, then repeat this",
    ),
    FindingText(
        "F553",
        Severity.ERROR,
        "arsip dan isian berbeda nilai",
        "archive and submissions differ",
        "arsip ini bernilai {kept}, sedangkan isian di {folder} bernilai {computed}",
        "this archive has the score {kept}, but the submissions in {folder} have {computed}",
        "bila isiannya yang benar, buat arsipnya lagi dengan kediri-index bundle; bila arsipnya, "
        "pindahkan isian itu",
        "if the submissions are right, make the archive again with kediri-index bundle; if the "
        "archive is, move the submissions away",
    ),
    FindingText(
        "F554",
        Severity.WARNING,
        "nilai tahun lalu tidak masuk history",
        "last year's score not in history",
        "nilai {year} hasil hitungan, {computed}, tidak ditulis ke history: {reason}",
        "the computed score of {year}, {computed}, is not written to history: {reason}",
        "periksa mana yang diterbitkan, lalu tulis di kunci history di profile.yaml yang baru",
        "check which one was published, then write it in history of the new profile.yaml",
    ),
    FindingText(
        "F555",
        Severity.NOTE,
        "pengecualian lama tidak dibawa",
        "expired waiver left behind",
        "pengecualian untuk {place} ({waived}) berlaku sampai {value}, jadi tidak dibawa",
        "the waiver for {place} ({waived}) counted until {value}, so it is left behind",
        "bila masih perlu, tulis lagi di waivers.yaml yang baru dengan until yang baru",
        "if it is still needed, write it in the new waivers.yaml with a new until",
    ),
    FindingText(
        "F557",
        Severity.WARNING,
        "ada tahun yang terlewati",
        "a year left out",
        "folder lama berisi tahun {last}, sedangkan folder baru untuk {year}; hasil {last} dipakai "
        "sebagai tahun lalu",
        "the old folder is of {last}, but the new one of {year}; the results of {last} serve as "
        "last year's",
        "bila seharusnya {next}, ulangi tanpa --year, dengan --force",
        "if it should be {next}, repeat this without --year, with --force",
    ),
)
