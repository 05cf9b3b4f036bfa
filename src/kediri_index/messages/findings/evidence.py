"""Findings about items of evidence by level (S840 to S847)."""

from __future__ import annotations

from kediri_index.model.findings import FindingText, Severity

FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S840",
        Severity.WARNING,
        "bukti untuk tingkat yang dinyatakan belum ada",
        "no evidence for the claimed level",
        "tingkat {level} dinyatakan, tetapi bukti ini belum ada: {items}",
        "level {level} is claimed, but this evidence is missing: {items}",
        "isi kolom Berkas/tautan, atau nyatakan tingkat yang buktinya lengkap",
        "fill in the column Berkas/tautan, or claim the level whose evidence is complete",
        related=("S847",),
    ),
    FindingText(
        "S841",
        Severity.WARNING,
        "bukti perlu perbaikan",
        "evidence to revise",
        "bukti «{item}» perlu perbaikan{note}",
        "the evidence «{item}» needs revision{note}",
        "perbaiki buktinya, isi kembali kolom Berkas/tautan, dan ubah Status menjadi «dikirim»",
        "revise it, fill in the column Berkas/tautan again, and change Status to «sent»",
    ),
    FindingText(
        "S842",
        Severity.WARNING,
        "status bukti tidak dikenal",
        "unknown status of evidence",
        "«{value}» bukan status bukti; yang dikenal: belum ada, dikirim, diterima, perlu perbaikan",
        "«{value}» is not a status of evidence; known are: missing, sent, accepted, to revise",
        "pilih salah satu dari daftar di sel itu",
        "choose one from the list of the cell",
    ),
    FindingText(
        "S843",
        Severity.WARNING,
        "butir bukti tidak ada di definisi",
        "evidence item not in the definition",
        "butir bukti «{item}» tidak ada di definisi{nearest}; barisnya tidak dihitung",
        "the definition has no evidence item «{item}»{nearest}; its row is not counted",
        "salin kode dan buktinya dari formulir",
        "copy code and item from the form",
    ),
    FindingText(
        "S844",
        Severity.WARNING,
        "kode dan butir bukti tidak cocok",
        "code and evidence item that differ",
        "baris ini berkode «{known}», tetapi buktinya «{said}»; barisnya tidak dihitung",
        "the code of this row is that of «{known}», but its item is «{said}»; the row is not "
        "counted",
        "salin kode dan buktinya dari formulir",
        "copy code and item from the form",
    ),
    FindingText(
        "S845",
        Severity.WARNING,
        "nilai asesor di atas bukti yang diterima",
        "assessor's score above the accepted evidence",
        "asesor memberi {level}, tetapi bukti ini belum diterima: {items}",
        "the assessor gave {level}, but this evidence is not accepted: {items}",
        "periksa nilai asesor, atau tandai buktinya diterima",
        "check the assessor's score, or mark the evidence as accepted",
    ),
    FindingText(
        "S846",
        Severity.WARNING,
        "butir bukti ganda dengan isi berbeda",
        "evidence item twice with different content",
        "butir bukti «{item}» sudah ada di {other} dengan isi lain",
        "the evidence item «{item}» is already at {other} with other content",
        "gabungkan menjadi satu baris",
        "put both into one row",
    ),
    FindingText(
        "S847",
        Severity.WARNING,
        "lembar bukti dukung tidak ada",
        "no sheet of evidence",
        "tidak ada lembar Bukti dukung, padahal definisi meminta bukti per tingkat untuk {count} "
        "isian di berkas ini",
        "there is no sheet Bukti dukung, but the definition asks for evidence by level of answers "
        "in this file ({count})",
        "isi lembar Bukti dukung dari formulir yang dibuat template",
        "fill in the sheet Bukti dukung of the form that template makes",
    ),
)
