"""What the workbook of a yearly report says beside the report's own words."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
