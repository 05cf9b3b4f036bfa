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
        "{indicator} sudah ada di {other} dengan nilai lain ({first}; di sini {second})",
        "{indicator} already stands at {other} with another value ({first}; here {second})",
        "hapus salah satu baris",
        "delete one of the rows",
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
)
