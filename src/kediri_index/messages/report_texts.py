"""The command ``report``: its help, its errors, what it says when it is done."""

from __future__ import annotations

from kediri_index.model.wording import Wording

REPORT_TEXTS: dict[str, Wording] = {
    "help.report": Wording(
        "Menulis laporan tahunan: satu berkas HTML dengan diagram (--output laporan.html), "
        "dokumen Word (--output laporan.docx), Markdown, atau semua bentuk sekaligus (--all).",
        "Writes the yearly report: one HTML file with charts (--output report.html), a Word "
        "document (--output report.docx), Markdown, or every format at once (--all).",
    ),
    "help.report.short": Wording("Menulis laporan tahunan.", "Writes the yearly report."),
    "help.option.report-format": Wording(
        "Bentuk laporan. Tanpa ini: menurut akhiran nama --output, atau html. json mencetak daftar "
        "berkas yang ditulis.",
        "Format of the report. Without it: by the ending of --output, else html. json prints the "
        "list of the files that were written.",
    ),
    "help.option.all-reports": Wording(
        "Semua bentuk laporan, ke dalam folder ini.",
        "Every format of the report, into this folder.",
    ),
    "help.option.report-previous": Wording(
        "Berkas tahun lalu: laporan merinci apa yang berubah dan mengapa.",
        "Last year's file: the report tells what moved and why.",
    ),
    "help.option.one-unit-report": Wording(
        "Wilayah yang dilaporkan, bila berkas memuat beberapa.",
        "The unit that is reported on, where the files hold several.",
    ),
    "help.option.one-year-report": Wording(
        "Tahun yang dilaporkan, bila berkas memuat beberapa.",
        "The year that is reported on, where the files hold several.",
    ),
    "help.metavar.report-folder": Wording("FOLDER_LAPORAN", "DIR"),
    "report-either": Wording(
        "{first} dan {second} tidak dapat dipakai bersama; hapus salah satunya",
        "{first} and {second} do not go together; leave one out",
    ),
    "report-nowhere": Wording(
        "--format json mencetak daftar berkas yang ditulis, tetapi ke mana menulisnya tidak "
        "disebut; tambahkan --all FOLDER atau --output BERKAS",
        "--format json prints the list of the files that are written, but nothing says where to; "
        "add --all DIR or --output FILE",
    ),
    "report-ending": Wording(
        "{path}: akhiran ini bukan format laporan; pakai salah satu: {known}, atau sebut formatnya "
        "dengan --format",
        "{path}: this ending is no format of a report; use one of: {known}, or say the format with "
        "--format",
    ),
    "report-to-screen": Wording(
        "laporan {format} tidak untuk dibaca di layar ini; tulis ke berkas dengan --output "
        "laporan.{format}, atau baca dengan --format md",
        "a report as {format} is not for reading on this screen; write it to a file with --output "
        "report.{format}, or read it with --format md",
    ),
    "reports-exist": Wording(
        "{path}: {count} laporan sudah ada di folder ini; ganti dengan --force, atau pilih folder "
        "lain",
        "{path}: {count} reports are in this folder already; replace them with --force, or choose "
        "another folder",
        "{path}: a report is in this folder already; replace it with --force, or choose another "
        "folder",
    ),
    "report-left-out": Wording(
        "Bentuk {format} tidak ditulis, karena perlu paket tambahan yang belum terpasang; pasang "
        'dengan pip install "kediri-index[{extra}]"',
        "The format {format} was left out, since it needs packages that are not installed; install "
        'them with pip install "kediri-index[{extra}]"',
    ),
    "next.report-allow-errors": Wording(
        "Laporkan yang ada saja, sebagai angka sementara: kediri-index report {again} "
        "--allow-errors",
        "Report what is there, as provisional figures: kediri-index report {again} --allow-errors",
    ),
    "next.previous": Wording(
        "Agar laporan merinci mengapa nilai berubah, tambahkan --previous BERKAS_TAHUN_LALU",
        "For the report to tell why the score moved, add --previous LAST_YEARS_FILE",
    ),
}
