"""Findings about a file of waivers: exceptions that somebody accepted until a day."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

WAIVER_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D601",
        Severity.ERROR,
        "bukan daftar pengecualian",
        "no list of waivers",
        "berkas ini harus berisi daftar pengecualian, masing-masing dengan code, place, reason, "
        "who, until",
        "this file must hold a list of waivers, each with code, place, reason, who, until",
        "mulai tiap pengecualian dengan tanda hubung, misalnya: - code: …",
        "begin each waiver with a hyphen, such as: - code: …",
    ),
    FindingText(
        "D602",
        Severity.ERROR,
        "kode temuan tidak dikenal",
        "unknown code of a finding",
        "tidak ada temuan berkode «{value}»{near}; satu pengecualian menyebut satu kode",
        "there is no finding with the code «{value}»{near}; a waiver names one code",
        "salin kodenya dari keluaran check",
        "copy the code from the output of check",
    ),
    FindingText(
        "D603",
        Severity.ERROR,
        "pengecualian ganda",
        "waiver listed twice",
        "pengecualian «{value}» untuk {place} sudah ada di {first}",
        "the waiver of «{value}» for {place} is listed already at {first}",
        "hapus salah satu",
        "delete one of them",
    ),
    FindingText(
        "D604",
        Severity.ERROR,
        "pengecualian kedaluwarsa",
        "expired waiver",
        "pengecualian «{waived}» untuk {place} berlaku sampai {value}; temuannya kembali dihitung",
        "the waiver of «{waived}» for {place} was good until {value}; the finding counts again",
        "perbaiki selnya lalu hapus pengecualian ini, atau sepakati tanggal baru dengan {who}",
        "repair the cell and delete the waiver, or agree on a new date with {who}",
    ),
    FindingText(
        "D605",
        Severity.WARNING,
        "pengecualian tidak terpakai",
        "unused waiver",
        "pengecualian «{value}» untuk {place} tidak cocok dengan temuan mana pun",
        "the waiver of «{value}» for {place} matches no finding",
        "hapus bila selnya sudah benar, atau periksa nama berkas, lembar, dan selnya",
        "delete it if the cell is right by now, or check the names of file, sheet and cell",
    ),
)
