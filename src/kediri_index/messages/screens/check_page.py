"""Texts of the page that checks submissions in a browser, and of the command that writes it."""

from __future__ import annotations

from kediri_index.model.language import Wording

CHECK_PAGE_TEXTS: dict[str, Wording] = {
    # the command
    "help.page": Wording(
        "Menulis satu berkas HTML yang memeriksa isian di peramban OPD: tanpa Python, tanpa "
        "internet, dengan definisi dan profil ini di dalamnya.",
        "Write one HTML file that checks submissions in an agency's browser: no Python, no "
        "internet, with this definition and profile inside.",
    ),
    "help.page.short": Wording(
        "Menulis halaman pemeriksa untuk peramban OPD.",
        "Write a page that checks submissions in a browser.",
    ),
    "help.option.page-into": Wording(
        "Tulis halaman ke berkas ini, berakhiran .html.  [bawaan: periksa.html]",
        "Write the page to this file, which ends in .html.  [default: periksa.html]",
    ),
    "page-ending": Wording(
        "-o {path}: halaman adalah berkas .html; beri nama seperti periksa.html",
        "-o {path}: a page is an .html file; give a name such as periksa.html",
    ),
    "page-file.fingerprint": Wording("Sidik halaman: {value}", "Fingerprint: {value}"),
    "page-file.next-open": Wording(
        "Buka berkas ini di peramban untuk mencobanya; kirimkan ke OPD apa adanya, lewat surel, "
        "USB atau server kantor.",
        "Open the file in a browser to try it; send it to agencies as it is, by mail, USB stick or "
        "an office server.",
    ),
    "page-file.next-compare": Wording(
        "Kirimkan juga sidiknya lewat jalan lain: halaman menampilkannya di bagian bawah.",
        "Send the fingerprint by another way too: the page shows it at its bottom.",
    ),
    # the page: its script fills in what is in braces
    "page.title": Wording("Periksa formulir isian", "Check your submission"),
    "page.kind": Wording("Pemeriksaan isian", "Submission check"),
    "page.skip": Wording("Langsung ke isi", "Skip to content"),
    "page.offline": Wording(
        "Pilih satu atau beberapa berkas Excel. Berkas diperiksa di komputer ini; tidak ada yang "
        "dikirim ke mana pun, dan internet tidak diperlukan.",
        "Choose one or more Excel files. They are checked on this computer; nothing is sent "
        "anywhere, and no internet is needed.",
    ),
    "page.too-old": Wording(
        "Halaman ini perlu peramban yang lebih baru, dengan JavaScript: Chrome, Edge, Firefox atau "
        "Safari dari tahun 2024 atau sesudahnya.",
        "This page needs a newer browser with JavaScript: Chrome, Edge, Firefox or Safari of 2024 "
        "or later.",
    ),
    "page.cannot-start": Wording(
        "Halaman ini tidak dapat dimulai ({reason}). Coba dengan Chrome, Edge atau Firefox yang "
        "terbaru; bila tetap gagal, mintalah berkas halaman ini sekali lagi kepada pengirimnya.",
        "This page cannot start ({reason}). Try a recent Chrome, Edge or Firefox; if it still "
        "fails, ask the sender for this page's file once more.",
    ),
    "page.changed": Wording(
        "Halaman ini telah diubah setelah dibuat, sehingga hasilnya tidak dapat dipercaya. "
        "Sidiknya {found}, seharusnya {made}. Mintalah berkas yang asli kepada pengirimnya.",
        "This page was changed after it was made, so its results cannot be trusted. Its "
        "fingerprint is {found} and should be {made}. Ask the sender for the original file.",
    ),
    "page.stage.unpack": Wording("Membuka halaman …", "Opening the page …"),
    "page.stage.runtime": Wording("Menyiapkan program …", "Preparing the program …"),
    "page.stage.python": Wording("Menjalankan Python …", "Starting Python …"),
    "page.stage.library": Wording("Menyiapkan pustaka …", "Preparing the libraries …"),
    "page.stage.program": Wording("Memuat definisi dan aturan …", "Loading definition and rules …"),
    "page.ready": Wording("Siap.", "Ready."),
    "page.agency": Wording("OPD Anda", "Your agency"),
    "page.agency-of-file": Wording("seperti tertulis dalam berkas", "as the file says"),
    "page.about-agency": Wording(
        "Pilih hanya bila berkas tidak menyebut OPD-nya, atau untuk formulir kosong.",
        "Choose one only if the file does not name its agency, or for a blank form.",
    ),
    "page.drop": Wording("Letakkan berkas di sini, atau", "Drop files here, or"),
    "page.choose": Wording("Pilih berkas …", "Choose files …"),
    "page.form": Wording("Simpan formulir kosong", "Save a blank form"),
    "page.stop": Wording("Batalkan", "Cancel"),
    "page.checking": Wording(
        "Memeriksa {count} berkas …", "Checking {count} files …", "Checking the file …"
    ),
    "page.writing": Wording("Menyiapkan berkas …", "Preparing the file …"),
    "page.stopped": Wording("Dibatalkan. Siap.", "Cancelled. Ready."),
    "page.failed": Wording("Tidak berhasil: {reason}", "This failed: {reason}"),
    "page.refused": Wording(
        "Berkas tidak dapat diperiksa; alasannya di bawah ini.",
        "The files could not be checked; the reason is below.",
    ),
    "page.clean": Wording("Tidak ada kesalahan.", "No errors."),
    "page.saved": Wording("Disimpan: {names}", "Saved: {names}"),
    "page.not-taken": Wording(
        "Dilewati, karena bukan berkas isian: {names}", "Skipped, since not a submission: {names}"
    ),
    "page.no-letters": Wording("tidak ada yang perlu disurati", "no agency needs a letter"),
    "page.found": Wording(
        "{count} kesalahan perlu diperbaiki.",
        "{count} errors need to be repaired.",
        "{count} error needs to be repaired.",
    ),
    "page.result": Wording("Hasil pemeriksaan", "Result"),
    "page.column.file": Wording("Berkas", "File"),
    "page.column.found": Wording("Hasil", "Result"),
    "page.column.marked": Wording("Salinan bertanda", "Marked copy"),
    "page.count.errors": Wording("{count} kesalahan", "{count} errors", "{count} error"),
    "page.count.warnings": Wording("{count} peringatan", "{count} warnings", "{count} warning"),
    "page.count.notes": Wording("{count} catatan", "{count} notes", "{count} note"),
    "page.count.none": Wording("tidak ada kesalahan", "no errors"),
    "page.save": Wording("Simpan salinan", "Save the copy"),
    "page.save-findings": Wording("Simpan daftar perbaikan", "Save the findings"),
    "page.save-letters": Wording("Simpan ringkasan untuk surat", "Save a summary as a letter"),
    "page.findings-file": Wording("daftar perbaikan.html", "findings.html"),
    "page.findings-frame": Wording(
        "Daftar perbaikan menurut lembar dan sel", "Findings by sheet and cell"
    ),
    "page.score": Wording("Nilai sementara", "Score so far"),
    "page.score-frame": Wording("Nilai sementara", "Score so far"),
    "page.fingerprint": Wording("Sidik halaman:", "Fingerprint of this page:"),
    "page.licences": Wording(
        "Lisensi perangkat lunak di dalamnya", "Licences of the software inside"
    ),
}
