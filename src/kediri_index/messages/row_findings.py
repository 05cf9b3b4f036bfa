"""Findings that need several rows, several files, or the whole definition to see."""

from __future__ import annotations

from kediri_index.messages.finding_text import FindingText
from kediri_index.model.findings import Severity

ROW_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "X301",
        Severity.ERROR,
        "kode tidak dikenal",
        "unknown code",
        "kode tidak dikenal: {value}{nearest}",
        "unknown code: {value}{nearest}",
        "perbaiki kodenya; kode yang ada: kediri-index definition show {used}",
        "correct the code; the known ones: kediri-index definition show {used}",
    ),
    FindingText(
        "X302",
        Severity.ERROR,
        "baris tanpa kode",
        "row without a code",
        "baris tanpa kode, dan tidak ada indikator bernama persis «{value}»{nearest}",
        "row without a code, and no indicator is named exactly «{value}»{nearest}",
        "isi kolom Kode",
        "fill in the column Kode",
    ),
    FindingText(
        "X305",
        Severity.ERROR,
        "nama yang dimiliki beberapa indikator",
        "name that several indicators have",
        "baris tanpa kode, dan nama «{value}» dimiliki beberapa indikator: {ids}",
        "row without a code, and the name «{value}» is that of several indicators: {ids}",
        "isi kolom Kode",
        "fill in the column Kode",
    ),
    FindingText(
        "X303",
        Severity.ERROR,
        "indikator dua kali dengan nilai berbeda",
        "indicator twice with different values",
        "{indicator} sudah ada di {other} dengan nilai lain ({first}; di sini {value})",
        "{indicator} already stands at {other} with another value ({first}; here {value})",
        "hapus yang salah; antara dua berkas satu OPD, beri revisi lebih tinggi pada yang berlaku",
        "delete the wrong one; of two files of one OPD, give the valid one a higher revision",
    ),
    FindingText(
        "X304",
        Severity.WARNING,
        "indikator dua kali dengan nilai sama",
        "indicator twice with the same value",
        "{indicator} sudah ada di {other} dengan nilai yang sama; dihitung satu kali",
        "{indicator} already stands at {other} with the same value; it counts once",
        "hapus salah satu baris",
        "delete one of the rows",
    ),
    FindingText(
        "X306",
        Severity.WARNING,
        "berkas mengulang berkas lain",
        "file repeats another",
        "ke-{count} baris berkas ini sama dengan {other}; dihitung satu kali",
        "all {count} rows of this file are the same as in {other}; they count once",
        "hapus salah satu berkas",
        "delete one of the files",
    ),
    FindingText(
        "X308",
        Severity.WARNING,
        "jawaban hanya ada di revisi lama",
        "answer only in an old revision",
        "{indicator} dijawab di sini, tetapi tidak di penggantinya, {other}; tidak dihitung",
        "{indicator} is answered here, but not in what supersedes it, {other}; it does not count",
        "isi juga di revisi baru bila masih berlaku",
        "fill it in in the new revision if it still holds",
    ),
)
