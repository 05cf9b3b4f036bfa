"""What agencies (OPD) read: the board, letters, marked copies."""

from __future__ import annotations

from kediri_index.model.language import Wording

STATUS_TEXTS: dict[str, Wording] = {
    "board.due": Wording("batas {day}", "due {day}"),
    "board.complete": Wording("{count} dari {total} lengkap", "{count} of {total} complete"),
    "board.filled": Wording("Isian", "Filled"),
    "board.errors": Wording("Galat", "Errors"),
    "board.warnings": Wording("Peringatan", "Warnings"),
    "board.overdue": Wording("{days} hari terlewat", "{days} days ago"),
    "board.not-applicable": Wording("{count} tidak berlaku", "{count} n/a"),
    "board.evidence": Wording(
        "bukti dukung: {accepted} diterima, {sent} dikirim, {to_revise} perlu perbaikan, "
        "{missing} belum ada",
        "evidence: {accepted} accepted, {sent} sent, {to_revise} to revise, {missing} missing",
    ),
    "board.nothing-assigned": Wording("tidak ada tugas", "nothing assigned"),
    "board.superseded": Wording("digantikan: {name}", "superseded: {name}"),
    "board.superseded-revision": Wording(
        "digantikan: {name} (revisi {revision})", "superseded: {name} (revision {revision})"
    ),
    "board.perhaps": Wording("lihat di bawah: {names}", "see below: {names}"),
    "board.several-files": Wording("{count} berkas: {names}", "{count} files: {names}"),
    "board.other-files": Wording("Berkas di luar papan", "Files beside the board"),
    "board.unassigned": Wording(
        "Tanpa OPD pengampu: {count} isian ({answered} terisi), bobot {weight}: {ids}",
        "Assigned to no OPD: {count} answers ({answered} filled in), weight {weight}: {ids}",
        "Assigned to no OPD: {count} answer ({answered} filled in), weight {weight}: {ids}",
    ),
    # what a unit lacks, in check --complete
    "absent.title": Wording("Yang belum ada", "What is missing"),
    "absent.agency": Wording("{opd}: belum ada berkas atas namanya", "{opd}: no file in its name"),
    "absent.agency-answers": Wording(
        "{opd}: belum ada berkas yang dapat dipakai; {count} indikator tanpa isian: {indicators}",
        "{opd}: no usable file; {count} indicators without a value: {indicators}",
        "{opd}: no usable file; 1 indicator without a value: {indicators}",
    ),
    "absent.answers": Wording(
        "{opd}: {count} indikator tanpa isian: {indicators}",
        "{opd}: {count} indicators without a value: {indicators}",
        "{opd}: 1 indicator without a value: {indicators}",
    ),
    "absent.nobodys-answers": Wording(
        "{count} indikator tanpa isian dan tanpa OPD pengampu: {indicators}",
        "{count} indicators without a value or a responsible agency: {indicators}",
        "1 indicator without a value or a responsible agency: {indicators}",
    ),
    "absent.more": Wording(
        "{count} daerah lagi; semuanya ada di --format json, kunci result.absent",
        "{count} more units; --format json has all of them in result.absent",
        "1 more unit; --format json has all of them in result.absent",
    ),
    "state.missing": Wording("belum", "missing"),
    "state.faulty": Wording("salah", "faulty"),
    "state.incomplete": Wording("sebagian", "incomplete"),
    "state.complete": Wording("lengkap", "complete"),
    # why a file is on no agency's row
    "other-file.no_opd": Wording(
        "tidak menyebut OPD; isi OPD pada lembar Identitas",
        "names no OPD; fill in OPD on the sheet Identitas",
    ),
    "other-file.unknown_opd": Wording(
        "OPD «{said}» tidak ada dalam profil; perbaiki namanya, atau tambahkan ejaan ini di also",
        "the profile has no OPD «{said}»; correct the name, or add this spelling under also",
    ),
    "other-file.unreadable": Wording("tidak terbaca", "not readable"),
    "other-file.other_unit": Wording("untuk wilayah lain: «{said}»", "of another unit: «{said}»"),
    "other-file.other_year": Wording("untuk tahun lain: {said}", "of another year: {said}"),
    "other-file.passed_over": Wording("dilewati", "passed over"),
    "other-file.nearest": Wording("mungkin dari {name}?", "perhaps from {name}?"),
    # what comes next
    "next.check-folder": Wording(
        "Temuan selengkapnya: kediri-index check {again}",
        "All findings: kediri-index check {again}",
    ),
    "next.messages": Wording(
        "Surat untuk OPD: kediri-index status {again} --messages surat/",
        "Messages to the OPD: kediri-index status {again} --messages messages/",
    ),
    "messages-written": Wording(
        "{count} surat ditulis ke {path}",
        "{count} messages written to {path}",
        "1 message written to {path}",
    ),
    "messages-outdated": Wording(
        "tidak perlu dikirim lagi, karena OPD-nya sudah lengkap: {names}",
        "not to be sent any more, since their OPD is complete: {names}",
    ),
}


LETTER_TEXTS: dict[str, Wording] = {
    "letter.number": Wording("Nomor: {number}", "Number: {number}"),
    "letter.attached": Wording("Lampiran: -", "Attachments: -"),
    "letter.subject": Wording("Hal: {title}, {opd}: {state}", "Subject: {title}, {opd}: {state}"),
    "letter.state.missing": Wording("isian belum diterima", "sheet not received"),
    "letter.state.faulty": Wording("isian perlu diperbaiki", "sheet to be corrected"),
    "letter.state.incomplete": Wording("isian belum lengkap", "sheet not complete"),
    "letter.state.complete": Wording("bukti dukung perlu perbaikan", "evidence to be revised"),
    "letter.to": Wording("Yth. {head}", "To {head}"),
    "letter.at": Wording("di {place}", "{place}"),
    "letter.greeting": Wording("Dengan hormat,", "Dear Sir or Madam,"),
    "letter.opening.missing": Wording(
        "Isian {opd} untuk {title} belum kami terima.",
        "We have not received the sheet of {opd} for {title} yet.",
    ),
    "letter.opening.faulty": Wording(
        "Terima kasih, isian {opd} untuk {title} sudah kami terima. Masih ada yang perlu "
        "diperbaiki sebelum dapat dihitung.",
        "Thank you, we have received the sheet of {opd} for {title}. Some of it needs correcting "
        "before it can be scored.",
    ),
    "letter.opening.incomplete": Wording(
        "Terima kasih, isian {opd} untuk {title} sudah kami terima, tetapi belum lengkap.",
        "Thank you, we have received the sheet of {opd} for {title}, but it is not complete yet.",
    ),
    "letter.opening.complete": Wording(
        "Terima kasih, isian {opd} untuk {title} sudah lengkap. Menurut asesor, masih ada bukti "
        "dukung yang perlu perbaikan.",
        "Thank you, the sheet of {opd} for {title} is complete. According to the assessor, some "
        "of its evidence is to be revised.",
    ),
    "letter.due": Wording("Batas waktunya {day}.", "It is due on {day}."),
    "letter.late": Wording(
        "Batas waktunya, {day}, sudah lewat {count} hari.",
        "It was due on {day}, {count} days ago.",
        "It was due on {day}, 1 day ago.",
    ),
    "letter.received": Wording("Berkas yang kami terima: {names}.", "Received: {names}."),
    "letter.revision": Wording("{name} (revisi {revision})", "{name} (revision {revision})"),
    "letter.perhaps": Wording(
        "Ada berkas yang mungkin dari {opd}, tetapi belum dapat kami hitung:",
        "There is a file that may be from {opd}, but cannot be counted as it is:",
    ),
    "letter.perhaps.no_opd": Wording(
        "berkas ini tidak menyebut OPD; isi OPD pada lembar Identitas",
        "it names no OPD; fill in OPD on the sheet Identitas",
    ),
    "letter.perhaps.unknown_opd": Wording(
        "berkas ini menyebut OPD «{said}», nama yang tidak kami kenal; perbaiki OPD pada lembar "
        "Identitas",
        "it says it is from the OPD «{said}», a name we do not know; correct OPD on the sheet "
        "Identitas",
    ),
    "letter.perhaps.unreadable": Wording("berkas ini tidak terbaca", "it cannot be read"),
    "letter.perhaps.because": Wording(
        "{reason}, karena {message}; {repair}", "{reason}: {message}; {repair}"
    ),
    "letter.perhaps.other_unit": Wording(
        "berkas ini menyebut wilayah «{said}»; perbaiki Wilayah pada lembar Identitas",
        "it names the unit «{said}»; correct Wilayah on the sheet Identitas",
    ),
    "letter.perhaps.other_year": Wording(
        "berkas ini menyebut tahun {said}; perbaiki Tahun pada lembar Identitas",
        "it names the year {said}; correct Tahun on the sheet Identitas",
    ),
    "letter.faults": Wording("Yang perlu diperbaiki:", "To be corrected:"),
    "letter.doubts": Wording("Mohon diperiksa juga:", "Please look at these as well:"),
    "letter.unfilled": Wording(
        "Yang belum diisi ({count} dari {expected}):", "Not filled in ({count} of {expected}):"
    ),
    "letter.not-applicable": Wording(
        "{count} isian dinyatakan tidak berlaku ({ids}); pastikan memang demikian.",
        "{count} values are n/a ({ids}); please make sure that they do not apply.",
        "{count} value is n/a ({ids}); please make sure that it does not apply.",
    ),
    "letter.not-read": Wording(
        "Isian yang belum dapat dibaca ({count}):", "Answers that could not be read yet ({count}):"
    ),
    "letter.to-fill": Wording("Yang perlu diisi ({count}):", "To be filled in ({count}):"),
    "letter.place": Wording(
        "{file}, lembar {sheet}, sel {cell}", "{file}, sheet {sheet}, cell {cell}"
    ),
    "letter.place.sheet": Wording("{file}, lembar {sheet}", "{file}, sheet {sheet}"),
    "letter.place.cell": Wording("{file}, sel {cell}", "{file}, cell {cell}"),
    "letter.repair": Wording("Yang perlu dilakukan: {repair}", "What to do: {repair}"),
    "letter.says": Wording("{place}, tertulis «{said}»", "{place}, where «{said}» stands"),
    "letter.no-row": Wording(
        "baris dengan kode ini tidak ada; tambahkan", "there is no row of this code; add one"
    ),
    "shared.same": Wording(
        "diampu bersama {others}; isian semua OPD harus sama",
        "shared with {others}; the values of all must be equal",
    ),
    "shared.mean": Wording(
        "diampu bersama {others}; yang dihitung rata-rata isian semua OPD",
        "shared with {others}; the mean of all values counts",
    ),
    "shared.sum": Wording(
        "diampu bersama {others}; isi bagian OPD Anda saja, semuanya dijumlahkan",
        "shared with {others}; enter your own part, the parts are added up",
    ),
    "shared.lead": Wording(
        "diampu bersama {others}; yang dihitung isian OPD Anda",
        "shared with {others}; your value counts",
    ),
    "shared.beside": Wording(
        "diampu bersama {others}; yang dihitung isian {lead}",
        "shared with {others}; the value of {lead} counts",
    ),
    "letter.more": Wording("dan {count} lagi.", "and {count} more."),
    "letter.ask.missing": Wording(
        "Mohon isi dan kirim berkasnya. Bila sudah dikirim, mohon beri tahu kami.",
        "Please fill it in and send it. If it was sent already, please let us know.",
    ),
    "letter.ask.perhaps": Wording(
        "Bila memang dari {opd}, mohon perbaiki lalu kirim ulang. Bila bukan, mohon isi dan kirim "
        "berkasnya.",
        "If it is from {opd}, please correct it and send it again. If not, please fill in the "
        "sheet and send it.",
    ),
    "letter.ask.faulty": Wording(
        "Mohon perbaiki pada berkas yang sama, naikkan angka Revisi pada lembar Identitas, lalu "
        "kirim ulang.",
        "Please correct it in the same file, raise Revisi on the sheet Identitas, and send it "
        "again.",
    ),
    "letter.ask.new-file": Wording(
        "Mohon kerjakan semuanya pada berkas baru itu, isi Revisi pada lembar Identitas dengan "
        "angka yang lebih tinggi daripada di berkas lama, lalu kirim berkas baru itu. Berkas lama "
        "tidak perlu diperbaiki.",
        "Please do all of it in the new file, enter a higher Revisi on the sheet Identitas than "
        "the old file has, and send the new file. The old file does not need correcting.",
    ),
    "letter.ask.incomplete": Wording(
        "Mohon lengkapi pada berkas yang sama, naikkan angka Revisi pada lembar Identitas, lalu "
        "kirim ulang.",
        "Please complete it in the same file, raise Revisi on the sheet Identitas, and send it "
        "again.",
    ),
    "letter.ask.complete": Wording(
        "Mohon perbaiki bukti dukungnya pada berkas yang sama, naikkan angka Revisi pada lembar "
        "Identitas, lalu kirim ulang.",
        "Please revise the evidence in the same file, raise Revisi on the sheet Identitas, and "
        "send it again.",
    ),
    "letter.thanks": Wording(
        "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
        "Thank you for your attention and cooperation.",
    ),
}

_WITHOUT_OLD_FILE = ("F405", "F406", "F429")
_TOO_ODD = (
    *("F102", "F113", "F114", "F115", "F116"),
    *("F205", "F206", "F207", "F208", "F224"),
    *("F225", "F226", "F227", "F228", "F443", "F444"),
)
IN_NEW_FILE = frozenset((*_WITHOUT_OLD_FILE, *_TOO_ODD))
"""Findings that cannot be repaired in the file itself: the answers go into another one."""

MARKING_TEXTS: dict[str, Wording] = {
    "mark-inside": Wording(
        "{path}: folder salinan ada di dalam {folder}, yang dibaca, sehingga lain kali salinannya "
        "terbaca sebagai kiriman; beri folder lain dengan --mark",
        "{path}: the folder for copies lies in {folder}, which is read, so that next time the "
        "copies would be read as submissions; give another folder with --mark",
    ),
    "mark-same-name": Wording(
        "{path}: salinannya akan bernama sama dengan salinan {other}; periksa keduanya "
        "sendiri-sendiri, masing-masing dengan folder --mark lain",
        "{path}: its copy would have the same name as that of {other}; check the two by "
        "themselves, each with another folder for --mark",
    ),
    "mark-stdin": Wording(
        "masukan standar (-) tidak punya nama untuk salinannya; dengan --mark, beri nama berkasnya",
        "standard input (-) has no name that a copy could get; with --mark, name the file",
    ),
    "mark-no-workbook": Wording(
        "{path}: tidak dapat ditandai karena bukan .xlsx yang terbaca; kirim temuannya sebagai "
        "teks, misalnya dengan --report md=temuan.md",
        "{path}: cannot be marked, since it is no readable .xlsx; send its findings as text, for "
        "instance with --report md=findings.md",
    ),
    "mark-part": Wording(
        "{path}: tidak dapat ditandai karena bagian {part} di dalamnya rusak; kirim temuannya "
        "sebagai teks, misalnya dengan --report md=temuan.md",
        "{path}: cannot be marked, since the part {part} in it is damaged; send its findings as "
        "text, for instance with --report md=findings.md",
    ),
    "mark-large": Wording(
        "{path}: tidak dapat ditandai karena berisi {seen} sel, sedangkan batasnya {limit}; "
        "naikkan dengan {option}, atau kirim temuannya sebagai teks, misalnya dengan --report "
        "md=temuan.md",
        "{path}: cannot be marked, since it has {seen} cells where at most {limit} are allowed; "
        "raise that with {option}, or send its findings as text, for instance with --report "
        "md=findings.md",
    ),
    "mark-differs": Wording(
        "{path}: salinan bertandanya tidak berisi nilai yang sama, jadi tidak ditulis; laporkan "
        "ini dengan berkasnya, dan kirim temuannya sebagai teks",
        "{path}: its marked copy would not hold the same values, so none was written; report this "
        "with the file, and send its findings as text",
    ),
    "mark-failed": Wording(
        "{path}: salinan bertandanya gagal dibuat ({error}); laporkan ini dengan berkasnya, dan "
        "kirim temuannya sebagai teks",
        "{path}: its marked copy could not be made ({error}); report this with the file, and send "
        "its findings as text",
    ),
    "mark-changed": Wording(
        "{path}: berkas ini berubah sesudah dibaca, jadi tidak ditandai; periksa sekali lagi",
        "{path}: this file was changed after it was read, so it is not marked; check it again",
    ),
    "mark.sheet": Wording("Daftar perbaikan", "What to correct"),
    "mark.title": Wording(
        "Daftar perbaikan untuk {name}: {counts}", "What to correct in {name}: {counts}"
    ),
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
    "mark.seen": Wording("Hasil pemeriksaan", "Finding"),
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
