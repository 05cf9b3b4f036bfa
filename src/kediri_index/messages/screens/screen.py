"""What the screens say: titles of columns, counts, the next command; ``explain``."""

from __future__ import annotations

from kediri_index.model.language import Wording

SCREEN_TEXTS: dict[str, Wording] = {
    # head of a score
    "version": Wording("versi {version}", "version {version}"),
    "status.official": Wording("resmi", "official"),
    "status.reconstructed": Wording("direkonstruksi", "reconstructed"),
    "status.own": Wording("milik sendiri", "own"),
    "superseded-by": Wording("digantikan oleh {index}", "superseded by {index}"),
    "unit-unknown": Wording("wilayah tidak disebut", "unit not named"),
    "lead.assessor": Wording("nilai asesor", "assessor's scores"),
    "lead.measured": Wording("hasil ukur", "measured results"),
    "definition-line": Wording(
        "Definisi {id}, versi {version}, sha256 {sha256}",
        "Definition {id}, version {version}, sha256 {sha256}",
    ),
    "lead.self": Wording("nilai mandiri", "self-assessed scores"),
    "lead.assessor-else-self": Wording(
        "nilai asesor, atau mandiri bila tidak ada", "assessor's scores, else self-assessed"
    ),
    "answered": Wording("{answered} dari {expected} isian", "{answered} of {expected} answers"),
    "answered-of-index": Wording(
        "{answered} dari {expected} isian indeks", "{answered} of the index's {expected} answers"
    ),
    "change.published": Wording(
        "{sign} dari {year} (terbit {previous})", "{sign} from {year} (published {previous})"
    ),
    "change.recomputed": Wording(
        "{sign} dari {year} (hitung ulang {previous})", "{sign} from {year} (recomputed {previous})"
    ),
    "change.other-basis": Wording(
        "tidak dibandingkan dengan {year} ({previous}, {then}), karena nilai ini {now}",
        "not compared with {year} ({previous}, {then}), because this score is {now}",
    ),
    "basis.self": Wording("nilai mandiri", "self-assessed"),
    "basis.assessor": Wording("nilai asesor", "assessor's"),
    "basis.mixed": Wording("sebagian nilai mandiri", "partly self-assessed"),
    "official": Wording("nilai resmi {score}", "published score {score}"),
    "units-self": Wording(
        "Nilai mandiri, bukan nilai asesor: {count} dari {all} daerah.",
        "Self-assessed, not an assessor's: {count} of {all} units.",
    ),
    "last-year": Wording("tahun lalu", "last year"),
    "target": Wording("sasaran {target}: selisih {gap}", "target {target}: gap {gap}"),
    "class": Wording("kelas {name}", "class {name}"),
    "no-overall": Wording("tidak bernilai", "no score"),
    "score-page.kind": Wording("Nilai indeks", "Scores"),
    "partial": Wording(
        "dihitung meskipun ada galat (--allow-errors)", "scored in spite of errors (--allow-errors)"
    ),
    "totals": Wording(
        "nilai mandiri {own} ({own_answers} isian) · nilai asesor {assessed} "
        "({assessed_answers} isian) · yang dipakai: {lead}",
        "self-assessed {own} ({own_answers} answers) · assessor's {assessed} "
        "({assessed_answers} answers) · in use: {lead}",
    ),
    # tables
    "column.weight": Wording("Bobot", "Weight"),
    "column.score": Wording("Nilai", "Score"),
    "column.contribution": Wording("Sumbangan", "Contribution"),
    "column.unit": Wording("Daerah", "Unit"),
    "column.year": Wording("Tahun", "Year"),
    "column.rank": Wording("Peringkat", "Rank"),
    "column.change": Wording("Perubahan", "Change"),
    "column.code": Wording("Kode", "Code"),
    "column.indicator": Wording("Indikator", "Indicator"),
    "column.value": Wording("Isian", "Answer"),
    "column.interval": Wording("Selang 90%", "90% interval"),
    "column.respondents": Wording("{interval} ({count} responden)", "{interval} (n = {count})"),
    "column.cell": Wording("Sel", "Cell"),
    "column.effective-weight": Wording("Bobot akhir", "Effective weight"),
    "column.answers": Wording("Terisi", "Answered"),
    "column.class": Wording("Kelas", "Class"),
    "column.status": Wording("Status", "Status"),
    "column.version": Wording("Versi", "Version"),
    "column.title": Wording("Judul", "Title"),
    "column.path": Wording("Berkas", "File"),
    "column.method": Wording("Penilaian", "Scoring"),
    "column.opd": Wording("OPD", "OPD"),
    "column.group": Wording("Bagian", "Group"),
    "overall": Wording("Keseluruhan", "Overall"),
    "kind-in": Wording("{kind} (dalam {parent})", "{kind} (in {parent})"),
    "from-children": Wording("dari {count} {kind}", "from {count} ({kind})"),
    "target-mark": Wording("sasaran │ {target}", "target │ {target}"),
    "contributions-rounded": Wording(
        "Sumbangan dibulatkan sebelum dijumlahkan, menurut aturan definisi ini.",
        "Contributions are rounded before they are added, by this definition's rule.",
    ),
    "contributions-exact": Wording(
        "Sumbangan dibulatkan hanya untuk tampilan; yang dijumlahkan angka lengkapnya.",
        "Contributions are rounded for display only; what is added are the exact figures.",
    ),
    "contributions-none": Wording(
        "Tanpa sumbangan, karena nilai keseluruhan bukan jumlah bagiannya: {aggregation}.",
        "No contributions, since the overall is not the sum of its parts: {aggregation}.",
    ),
    "no-detail": Wording(
        "{kind}: tidak ada rinciannya, karena nilai di atasnya sudah jadi.",
        "{kind}: no detail, since the score above is given.",
    ),
    # what was left out
    "units-incomplete": Wording(
        "{count} wilayah belum lengkap; rinciannya dengan --detail.",
        "{count} units are not complete; --detail shows what is missing.",
        "1 unit is not complete; --detail shows what is missing.",
    ),
    "columns-left-out": Wording(
        "{count} kolom tidak muat di layar ini; semuanya ada dengan --format csv.",
        "{count} columns do not fit this screen; --format csv has them all.",
        "1 column does not fit this screen; --format csv has them all.",
    ),
    "column.part": Wording("Bagian", "Part"),
    "column.state": Wording("Keadaan", "State"),
    "column.revision": Wording("Revisi", "Revision"),
    "column.step": Wording("Langkah", "Step"),
    "column.before": Wording("Semula", "Before"),
    "column.after": Wording("Menjadi", "After"),
    "column.gap": Wording("Selisih", "Gap"),
    "omitted": Wording("Tidak dihitung: {ids} ({reason})", "Left out: {ids} ({reason})"),
    "as-zero": Wording("Dihitung nol: {ids} ({reason})", "Counted as zero: {ids} ({reason})"),
    "and-more": Wording("{ids} dan {count} lagi", "{ids} and {count} more"),
    "missing.not_applicable": Wording("tidak berlaku", "not applicable"),
    "missing.not_collected": Wording("belum ada data", "not collected"),
    "missing.not_due": Wording("belum jatuh tempo", "not due yet"),
    "missing.unreadable": Wording("tidak terbaca", "not readable"),
    "missing.empty": Wording("belum diisi", "not filled in"),
    "missing.undefined": Wording(
        "tidak ada nilainya di antara wilayah ini", "no score among these units"
    ),
    "no-score.left_out": Wording(
        "datanya terlalu sedikit, jadi disisihkan", "too few data, so it was left out"
    ),
    "no-score.no_answers": Wording("tanpa jawaban yang dihitung", "no answer that counts"),
    "no-score-of-parts": Wording("tidak ada bagian yang bernilai", "none of its parts has a score"),
    "no-score.too_few": Wording("terlalu sedikit jawaban", "too few answers"),
    "no-score.zero_weights": Wording("jumlah bobot nol", "weights sum to zero"),
    "no-score.negative": Wording("ada nilai negatif", "a score is negative"),
    "no-score.mean_not_positive": Wording(
        "rata-ratanya tidak di atas nol", "the mean is not above zero"
    ),
    "no-score.one_unit": Wording("tidak ada wilayah pembanding", "no other unit to compare with"),
    "combined-by": Wording("Nilai keseluruhan: {aggregation}", "Overall: {aggregation}"),
    "prepared": Wording("Disiapkan sebelum dinilai: {steps}.", "Prepared before scoring: {steps}."),
    "prepared.denominate": Wording(
        "{count} isian dibagi", "{count} values divided", "{count} value divided"
    ),
    "prepared.gone": Wording(
        "{count} isian tanpa pembagi",
        "{count} values without a denominator",
        "{count} value without a denominator",
    ),
    "prepared.nothing": Wording("tidak ada yang perlu diubah", "nothing had to be changed"),
    "prepared.impute": Wording(
        "{count} isian kosong diperkirakan",
        "{count} missing values estimated",
        "{count} missing value estimated",
    ),
    "prepared.screen": Wording(
        "{count} wilayah disisihkan", "{count} units left out", "{count} unit left out"
    ),
    "prepared.treat": Wording(
        "{count} isian disesuaikan karena pencilan",
        "{count} values changed for outliers",
        "{count} value changed for outliers",
    ),
    "range-if-missing": Wording(
        "Bila yang belum ada bernilai terburuk atau terbaik: {low} sampai {high}.",
        "If what is missing were worst or best: {low} to {high}.",
    ),
    # findings
    "no-findings": Wording("Tanpa temuan.", "No findings."),
    "count.files": Wording("{count} berkas", "{count} files", "{count} file"),
    "count.clean": Wording("{count} bersih", "{count} clean"),
    "count.errors": Wording("{count} galat", "{count} errors", "{count} error"),
    "count.warnings": Wording("{count} peringatan", "{count} warnings", "{count} warning"),
    "count.notes": Wording("{count} catatan", "{count} notes", "{count} note"),
    "count.indicators": Wording("{count} indikator", "{count} indicators", "{count} indicator"),
    "forms.without": Wording(
        "Tanpa formulir, karena tidak mengampu indikator: {names}",
        "Without a form, since they answer for nothing: {names}",
    ),
    "forms.surveyed": Wording(
        "Tanpa formulir, karena indikatornya dinilai dari survei: {names}; minta lembar jawaban "
        "survei, satu baris per responden dengan pertanyaannya sebagai judul kolom",
        "Without a form, since their indicators are scored from a survey: {names}; ask for the "
        "sheet of answers, a row per respondent with the questions as headers",
    ),
    "forms.in-none": Wording(
        "Tidak ada di lembar mana pun, karena belum ada OPD yang mengampunya: {ids}",
        "In no form, since no agency answers for them: {ids}",
    ),
    "next.send": Wording(
        "Kirim ke OPD; yang kembali diperiksa dengan: kediri-index check FOLDER",
        "Send them to the agencies; check what comes back: kediri-index check DIR",
    ),
    "count.absent": Wording(
        "{count} karena baris atau nilainya tidak ada (check: --complete)",
        "{count} of them are about absent rows or scores (check: --complete)",
        "1 of them is about absent rows or scores (check: --complete)",
    ),
    "count.waived": Wording("{count} dikecualikan", "{count} waived"),
    "column.severity": Wording("Tingkat", "Severity"),
    "column.place": Wording("Tempat", "Place"),
    "column.finding": Wording("Temuan", "Finding"),
    "column.repair": Wording("Perbaikan", "Repair"),
    "column.reason": Wording("Alasan", "Reason"),
    "column.who": Wording("Siapa", "Who"),
    "column.until": Wording("Sampai", "Until"),
    "across-files": Wording("lintas berkas", "across files"),
    "clean": Wording("tanpa temuan", "no findings"),
    "waived": Wording("Dikecualikan", "Waived"),
    "waived-by": Wording("{reason} ({who}, sampai {until})", "{reason} ({who}, until {until})"),
    "annotated": Wording(
        "{annotations} dari {count} temuan menjadi anotasi; sisanya ada di sini.",
        "{annotations} of {count} findings are annotations; the rest stand here.",
    ),
    "summary-cut": Wording(
        "{count} temuan lagi tidak muat di ringkasan ini; daftar lengkap: check --report md=BERKAS",
        "{count} more findings have no room in this summary; all of them: check --report md=FILE",
        "{count} more finding has no room in this summary; all of them: check --report md=FILE",
    ),
    "not-annotated": Wording(
        "{count} temuan lagi tidak menjadi anotasi; daftar lengkap: check --report md=BERKAS",
        "{count} more findings are no annotations; all of them: check --report md=FILE",
        "1 more finding is no annotation; all of them: check --report md=FILE",
    ),
    "progress.reading": Wording("membaca", "reading"),
    "progress.checking": Wording("memeriksa", "checking"),
    "progress.computing": Wording("menghitung", "computing"),
    "progress.dividing": Wording("membagi perubahan", "dividing the change"),
    "next.detail": Wording(
        "Dari mana angka ini?  kediri-index score {again} --detail",
        "Where do the figures come from?  kediri-index score {again} --detail",
    ),
    "found.both": Wording(
        "Memakai definisi {definition} dan profil {profile}",
        "Using the definition {definition} and the profile {profile}",
    ),
    "found.definition": Wording(
        "Memakai definisi {definition}", "Using the definition {definition}"
    ),
    "found.profile": Wording("Memakai profil {profile}", "Using the profile {profile}"),
    "found.passed-over": Wording(
        "{path} tidak dipakai, karena milik pengguna lain atau di luar folder proyek; bila memang "
        "ini yang dimaksud, sebutkan dengan {option}",
        "{path} is not used, because it belongs to another user or lies outside the project "
        "folder; if you mean it, name it with {option}",
    ),
    "used.definition": Wording("definisi: {path} ({sha256}…)", "definition: {path} ({sha256}…)"),
    "used.profile": Wording("profil: {path}", "profile: {path}"),
    "since.new": Wording("Baru: {count}", "New: {count}"),
    "since.left": Wording("Masih ada: {count}", "Left: {count}"),
    "since.repaired": Wording("Sudah diperbaiki: {count}", "Repaired: {count}"),
    "since.elsewhere": Wording(
        "{count} hasil pemeriksaan lama ada di berkas yang kali ini tidak diperiksa",
        "{count} earlier findings are in files that are not checked this time",
        "1 earlier finding is in a file that is not checked this time",
    ),
    "used.previous": Wording(
        "tahun lalu: {path} (previous di {profile})", "last year: {path} (previous in {profile})"
    ),
    "used.file": Wording("berkas: {path} ({layout})", "file: {path} ({layout})"),
    "layout.long": Wording("satu baris satu indikator", "one row an indicator"),
    "layout.wide": Wording("satu baris satu wilayah", "one row a unit"),
    "layout.none": Wording("tanpa tabel", "no table"),
    "next.trace": Wording(
        "Dari mana angka ini?  kediri-index trace {again}",
        "Where do the figures come from?  kediri-index trace {again}",
    ),
    "next.check": Wording(
        "Temuan selengkapnya: kediri-index check {again} --complete",
        "All findings: kediri-index check {again} --complete",
    ),
    "next.score": Wording(
        "Hitung: kediri-index score {again}", "Score: kediri-index score {again}"
    ),
    "next.allow-errors": Wording(
        "Hitung yang ada saja: kediri-index score {again} --allow-errors",
        "Score what is there: kediri-index score {again} --allow-errors",
    ),
    "refused": Wording(
        "Tidak dihitung, karena ada {count} galat.",
        "Not scored, since there are {count} errors.",
        "Not scored, since there is 1 error.",
    ),
}


EXPLAIN_TEXTS: dict[str, Wording] = {
    "family.cell": Wording("Isi sel", "What a cell holds"),
    "family.row": Wording("Baris dan indikatornya", "Rows and their indicators"),
    "family.scoring": Wording("Penilaian", "Scoring"),
    "family.file": Wording("Berkas dan susunannya", "Files and their layout"),
    "family.definition": Wording("Definisi dan profil", "Definitions and profiles"),
    "family.rule": Wording("Aturan pemeriksaan", "Rules of the check"),
    "severity.error": Wording("galat", "error"),
    "severity.warning": Wording("peringatan", "warning"),
    "severity.note": Wording("catatan", "note"),
    "weight.error": Wording(
        "Ini galat: selama belum diperbaiki, tidak ada nilai yang dihitung.",
        "This is an error: until it is repaired, nothing is scored.",
    ),
    "weight.warning": Wording(
        "Ini peringatan: nilai tetap dihitung, tetapi periksalah dahulu.",
        "This is a warning: scores are computed all the same, but look at it first.",
    ),
    "weight.note": Wording(
        "Ini catatan: untuk diketahui, tidak menghalangi apa pun.",
        "This is a note: good to know, and in the way of nothing.",
    ),
    "explain.message": Wording("Bunyinya", "It says"),
    "explain.repair": Wording("Perbaikan", "Repair"),
    "explain.example": Wording("Contoh", "Example"),
    "explain.none": Wording(
        "tidak ada, karena berkas saja tidak dapat memicunya",
        "none, since a file alone cannot cause it",
    ),
    "explain.try": Wording("Coba sendiri di folder {folder}", "Try it in the folder {folder}"),
    "explain.related": Wording("Lihat juga", "See also"),
    "explain.more": Wording(
        "Arti satu kode: kediri-index explain {code}",
        "What a code means: kediri-index explain {code}",
    ),
    "explain.page": Wording("Semua temuan", "All findings"),
    "explain.about": Wording(
        "Setiap temuan punya kode, yang artinya tidak pernah berubah. Contohnya ada di "
        "examples/findings, juga dalam program yang terpasang; yang di sini dibaca dari sana. "
        "Galat harus diperbaiki sebelum ada nilai, peringatan perlu dilihat, catatan untuk "
        "diketahui.",
        "Each finding has a code, whose meaning never changes. The examples stand in "
        "examples/findings, in an installed program too; what is shown here was read from there. "
        "An error must be repaired before there is a score, a warning wants a look, a note is "
        "good to know.",
    ),
    "explain.column.family": Wording("tentang", "about"),
    "explain.column.codes": Wording("kode", "codes"),
    "explain.column.count": Wording("banyaknya", "how many"),
    "explain.column.code": Wording("kode", "code"),
    "explain.column.title": Wording("temuan", "finding"),
    "explain.column.severity": Wording("beratnya", "severity"),
    "explain.made": Wording("Halaman ini dibuat dengan", "This page is made by"),
    "completion-installed": Wording(
        "pelengkapan untuk {shell} dipasang di {path}; berlaku di terminal yang baru dibuka",
        "completion for {shell} stands in {path}; it works in a terminal opened anew",
    ),
    "next.explain": Wording(
        "Apa arti {code}?  kediri-index explain {code}",
        "What does {code} mean?  kediri-index explain {code}",
    ),
}
