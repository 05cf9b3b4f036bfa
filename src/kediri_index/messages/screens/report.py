"""The texts around the figures of the yearly report, and its command."""

from __future__ import annotations

from kediri_index.model.language import Wording

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


YEARLY_PAGE_TEXTS: dict[str, Wording] = {
    "yearly.chart.moved": Wording(
        "Sumbangan terhadap perubahan nilai", "Contributions to the change of the score"
    ),
    "yearly.chart.moved-description": Wording(
        "Diagram batang: berapa setiap bagian menaikkan atau menurunkan nilai keseluruhan. {parts}",
        "Bar chart of how much each part raised or lowered the overall score. {parts}",
    ),
    "yearly.chart.years": Wording(
        "Nilai keseluruhan dan sasarannya", "The overall score and its target"
    ),
    "yearly.chart.years-cut": Wording(
        "Nilai keseluruhan dan sasarannya (sumbu tegak mulai dari {first})",
        "The overall score and its target (the vertical axis begins at {first})",
    ),
    "yearly.chart.years-description": Wording(
        "Diagram garis: nilai keseluruhan menurut tahun, dengan sasarannya. {parts}",
        "Line chart of the overall score by year, with its target. {parts}",
    ),
    "yearly.chart.bars": Wording("{kind}: nilai", "{kind}: scores"),
    "yearly.chart.radar": Wording("{kind}: bentuk keseluruhan", "{kind}: the whole shape"),
    "yearly.chart.bars-description": Wording(
        "Diagram batang: nilai setiap bagian. {parts}",
        "Bar chart of the score of each part. {parts}",
    ),
    "yearly.chart.radar-description": Wording(
        "Diagram radar: nilai setiap bagian, dari tengah ke luar. {parts}",
        "Radar chart of the score of each part, from the middle outwards. {parts}",
    ),
    "yearly.chart.board": Wording("Keadaan isian OPD", "How far the agencies (OPD) are"),
    "yearly.chart.board-description": Wording(
        "Diagram: jumlah OPD menurut keadaan isiannya. {parts}",
        "Chart of how many agencies are how far. {parts}",
    ),
    "yearly.page.skip": Wording("Langsung ke isi", "Skip to the content"),
    "yearly.page.contents": Wording("Isi laporan", "Contents"),
    "yearly.page.figures": Wording("Angka diagram ini sebagai tabel", "The figures of this chart"),
    "yearly.page.theme": Wording("Terang/gelap", "Light/dark"),
    "yearly.page.filter": Wording("Saring tabel ini", "Filter this table"),
    "yearly.page.shown": Wording("{shown} dari {total} baris", "{shown} of {total} rows"),
    "yearly.page.sort": Wording("Urutkan menurut kolom ini", "Sort by this column"),
    "yearly.page.scale": Wording("Letak nilai pada skala", "Where the score stands on the scale"),
    "yearly.page.at-a-glance": Wording("Sekilas", "At a glance"),
    "yearly.docx.table": Wording("Tabel", "Table"),
    "yearly.docx.figure": Wording("Gambar", "Figure"),
}


BOOK_TEXTS: dict[str, Wording] = {
    # its sheets; one word each, since formulas name them
    "book.sheet.summary": Wording("Ringkasan", "Summary"),
    "book.sheet.scores": Wording("Skor", "Scores"),
    "book.sheet.answers": Wording("Jawaban", "Answers"),
    "book.sheet.recap": Wording("Rekap", "Recap"),
    "book.sheet.report": Wording("Laporan", "Report"),
    "book.sheet.findings": Wording("Temuan", "Findings"),
    "book.sheet.sources": Wording("Sumber", "Sources"),
    "book.sheet.definition": Wording("Definisi", "Definition"),
    # the summary
    "book.live": Wording(
        "Angka di lembar ini dan di lembar Skor dan Rekap dihitung dari lembar Jawaban: ubah sel "
        "kuning di sana, dan semuanya ikut berubah. Lembar Laporan berisi keadaan ketika laporan "
        "dibuat.",
        "The figures of this sheet and of the sheets Scores and Recap are computed from the sheet "
        "Answers: change a yellow cell there and all of them follow. The sheet Report has them as "
        "they were when the report was made.",
    ),
    "book.score": Wording("Nilai terbit", "Published score"),
    "book.exact": Wording("Nilai tanpa pembulatan", "Score without rounding"),
    "book.scale": Wording("Skala", "Scale"),
    "book.scale-of": Wording("{low} sampai {high}", "{low} to {high}"),
    "book.gap": Wording("Selisih dari sasaran", "Gap to the target"),
    "book.basis": Wording("Dasar penilaian", "Assessed by"),
    "book.official": Wording("Nilai resmi {year}", "Published score of {year}"),
    "book.last-year": Wording("Nilai {year}", "Score of {year}"),
    "book.last-year-unknown": Wording("Nilai tahun sebelumnya", "Score of the year before"),
    "book.change": Wording("Perubahan dari tahun sebelumnya", "Change from the year before"),
    "book.years": Wording("Nilai dan sasaran", "Score and target"),
    "book.contributions": Wording("Sumbangan pada nilai", "Contributions to the score"),
    "book.moved": Wording(
        "Sumbangan pada perubahan, ketika laporan dibuat",
        "Contributions to the change, when the report was made",
    ),
    # the scores
    "book.scores-note": Wording(
        "Setiap blok memuat anggota satu bagian. «Nilai» tanpa pembulatan; «Nilai terbawa» sudah "
        "dibulatkan pada tahap yang ditetapkan definisi dan dipakai di tingkat atasnya; «Nilai "
        "terbit» adalah yang diumumkan.",
        "Each block has the parts of one group. «Score» has no rounding in it; «Carried» is "
        "rounded at the stages that the definition names and is what the level above uses; "
        "«Published» is what is announced.",
    ),
    "book.overall": Wording("Nilai keseluruhan", "Overall"),
    "book.column.share": Wording("Bobot di bagiannya", "Share in its group"),
    "book.column.carried": Wording("Nilai terbawa", "Carried"),
    "book.column.published": Wording("Nilai terbit", "Published"),
    "book.column.how": Wording("Cara menghitung", "How it is computed"),
    "book.column.counted": Wording("Jawaban yang dihitung", "Answers that count"),
    "book.column.answered": Wording("Jawaban bernilai", "Answers with a score"),
    "book.column.applies": Wording("Berlaku", "Applies"),
    "book.column.reached": Wording("Bobot sampai nilai ini", "Weight up to this score"),
    "book.column.reached-carried": Wording(
        "Bobot sampai nilai terbawa ini", "Weight up to this carried score"
    ),
    "book.given": Wording("nilai diberikan langsung", "the score is given"),
    "book.compared": Wording(
        "nilai tetap: dari perbandingan dengan wilayah lain, yang tidak ada di buku kerja ini",
        "a fixed value: it comes from comparing units that are not in this workbook",
    ),
    # the answers
    "book.answers-note": Wording(
        "Sel kuning boleh diubah. Sel kosong berarti belum dijawab; tulis «{word}» bila indikator "
        "memang tidak berlaku. Untuk ya atau tidak, tulis nilainya. Sel merah pada kolom Nilai: "
        "isian itu tidak mungkin atau tidak terbaca, sehingga tidak bernilai.",
        "Yellow cells may be changed. An empty cell is not answered; write «{word}» where an "
        "indicator does not apply. For yes or no, write its score. A red cell in the column Score: "
        "that answer is not possible or cannot be read, and has no score.",
    ),
    "book.between": Wording(
        "Isikan angka dari {low} sampai {high}, atau «{word}».",
        "Give a number from {low} to {high}, or «{word}».",
    ),
    "book.target-between": Wording(
        "Isikan angka dari {low} sampai {high}.", "Give a number from {low} to {high}."
    ),
    "book.column.doubtful": Wording("Perlu diperiksa", "To look at"),
    "book.doubtful": Wording("Isian yang perlu diperiksa", "Answers to look at"),
    "book.missing-words": Wording(
        "Kata yang boleh ditulis bila tidak ada nilai",
        "Words that may stand where there is no score",
    ),
    "book.column.printed": Wording("Kode instrumen", "Printed code"),
    "book.column.assessor": Wording("Asesor {number}", "Assessor {number}"),
    "book.column.measure": Wording("Realisasi", "Result"),
    "book.column.target": Wording("Target", "Target of the sheet"),
    "book.fixed": Wording(
        "nilai tetap: tidak dapat dihitung dari sel di baris ini saja",
        "a fixed value: the cells of this row alone do not give it",
    ),
    "book.fixed-over-units": Wording(
        "nilai tetap: dihitung terhadap wilayah lain, yang tidak ada di buku kerja ini",
        "a fixed value: it is relative to other units, which are not in this workbook",
    ),
    "book.inapplicable": Wording("Tidak berlaku", "Not applicable"),
    "book.method.as_given": Wording("nilai apa adanya", "the score as given"),
    "book.method.levels": Wording("tingkat", "a level"),
    "book.method.yes_no": Wording("ya {yes}, tidak {no}", "yes {yes}, no {no}"),
    "book.method.achievement": Wording("capaian terhadap target", "result against target"),
    "book.method.goalposts": Wording("di antara {low} dan {high}", "between {low} and {high}"),
    "book.method.goalposts-log": Wording(
        "di antara {low} dan {high}, menurut logaritma", "between {low} and {high}, by logarithm"
    ),
    "book.method.bands": Wording("menurut rentang", "by bands"),
    # the recap
    "book.recap-note": Wording(
        "Satu baris satu indikator, menurut urutan dan kode instrumen, siap disalin ke formulir "
        "kementerian. «Isian» adalah jawaban yang dihitung; bila ada kolom Mandiri, di situlah "
        "penilaian mandiri.",
        "One row an indicator, in the order and with the codes of the instrument, ready to be "
        "typed into the ministry's form. «Answer» is the one that counts; where there is a column "
        "Self, it has the self-assessment.",
    ),
    "book.column.unit": Wording("Satuan", "Measured in"),
    "book.column.number": Wording("No.", "No"),
    "book.column.evidence": Wording("Bukti dukung", "Evidence"),
    "book.report-note": Wording(
        "Keadaan ketika laporan dibuat; lembar ini tidak ikut berubah bila jawaban diubah.",
        "As things were when the report was made; this sheet does not follow changed answers.",
    ),
    "book.classes": Wording("Nama kelas, dari yang terendah", "Names of the classes, from below"),
    "book.page": Wording("Halaman", "Page"),
    "book.page-of": Wording("dari", "of"),
}
