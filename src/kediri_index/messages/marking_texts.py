"""What a marked copy says, and what is said of it."""

from __future__ import annotations

from kediri_index.model.wording import Wording

MARKING_TEXTS: dict[str, Wording] = {
    "mark.sheet": Wording("Temuan kediri-index", "kediri-index findings"),
    "mark.title": Wording("Temuan pada {name}", "Findings on {name}"),
    "mark.introduction": Wording(
        "Mohon perbaiki sel yang berwarna; komentar di sel itu menyebutkan apa yang salah dan apa "
        "yang perlu dilakukan. Isi sel tidak diubah. Warna, komentar, dan lembar ini tidak dibaca "
        "sebagai isian, jadi boleh dibiarkan.",
        "Please correct the coloured cells; the comment on each says what is wrong and what to do. "
        "What the cells hold was not changed. Colours, comments and this sheet are not read as "
        "answers, so they may stay.",
    ),
    "mark.introduction.file": Wording(
        "Mohon perbaiki berkas ini menurut daftar di bawah. Isi sel tidak diubah. Lembar ini tidak "
        "dibaca sebagai isian, jadi boleh dibiarkan.",
        "Please correct this file by the list below. What the cells hold was not changed. This "
        "sheet is not read as answers, so it may stay.",
    ),
    "mark.revision": Wording(
        "Setelah selesai, naikkan angka Revisi pada lembar {sheet}, lalu kirim ulang.",
        "When all is done, raise Revisi on the sheet {sheet} and send the file again.",
    ),
    "mark.place": Wording("Tempat", "Place"),
    "mark.severity": Wording("Tingkat", "Severity"),
    "mark.code": Wording("Kode", "Code"),
    "mark.seen": Wording("Temuan", "Finding"),
    "mark.repair": Wording("Yang perlu dilakukan", "What to do"),
    "mark.whole-file": Wording("seluruh berkas", "whole file"),
    "mark.more": Wording(
        "Daftar ini terpotong karena terlalu panjang untuk satu lembar.",
        "This list is cut, since it is too long for one sheet.",
    ),
    "copies-written": Wording(
        "{count} salinan bertanda ditulis ke {path}",
        "{count} marked copies written to {path}",
        "{count} marked copy written to {path}",
    ),
    "copies-none": Wording(
        "Tidak ada berkas yang perlu ditandai; tidak ada yang ditulis ke {path}",
        "No file needs marks; nothing was written to {path}",
    ),
    "copies-clean": Wording(
        "Sudah tanpa temuan; salinan tanpa tanda ditulis untuk {names}",
        "Without findings now; a copy without marks was written of {names}",
    ),
    "copies-outdated": Wording(
        "Salinan lama yang tidak diperlukan lagi, tidak disentuh: {names}",
        "Old copies that are no longer needed, not touched: {names}",
    ),
    "next.send-copies": Wording(
        "Kirim salinannya ke OPD; yang kembali diperiksa dengan: kediri-index check FOLDER",
        "Send the copies to the agencies; check what comes back: kediri-index check DIR",
    ),
}
