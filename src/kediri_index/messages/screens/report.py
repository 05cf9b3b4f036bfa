"""What a yearly report says, in all its formats, and the command that writes it."""

from __future__ import annotations

from kediri_index.model.language import Wording

YEARLY_TEXTS: dict[str, Wording] = {
    # the first page
    "yearly.kind": Wording("Laporan tahunan", "Yearly report"),
    "yearly.of": Wording("dari {high}", "of {high}"),
    "yearly.stamp": Wording("SEMENTARA", "PROVISIONAL"),
    "yearly.provisional": Wording("sementara", "provisional"),
    "yearly.headline.unscored": Wording("Belum bernilai: {reason}", "No score yet: {reason}"),
    "yearly.headline.score": Wording("Nilai {score}", "Score {score}"),
    "yearly.headline.incomplete": Wording(
        "Nilai sementara {score}: {count} dari {expected} isian belum ada",
        "Provisional score {score}: {count} of {expected} values are missing",
        "Provisional score {score}: {count} of {expected} values is missing",
    ),
    "yearly.headline.range": Wording(
        "Nilai sementara {score}, mungkin menjadi {low} sampai {high}: {count} dari {expected} "
        "isian belum ada",
        "Provisional score {score}, possibly {low} to {high}: {count} of {expected} values are "
        "missing",
        "Provisional score {score}, possibly {low} to {high}: {count} of {expected} values is "
        "missing",
    ),
    "yearly.headline.rose": Wording("Naik {change} menjadi {score}", "Up {change} to {score}"),
    "yearly.headline.fell": Wording("Turun {change} menjadi {score}", "Down {change} to {score}"),
    "yearly.headline.stayed": Wording("Tetap {score}", "Unchanged at {score}"),
    "yearly.headline.cause": Wording(
        "{said}, terutama karena {name}", "{said}, mainly because of {name}"
    ),
    "yearly.headline.class": Wording("predikat {name}", "class {name}"),
    "yearly.headline.rank": Wording("peringkat {rank}", "rank {rank}"),
    "yearly.headline.short": Wording(
        "kurang {gap} dari target {target}", "{gap} short of the target of {target}"
    ),
    "yearly.headline.over": Wording(
        "target {target} terlampaui {gap}", "{gap} above the target of {target}"
    ),
    "yearly.headline.just": Wording("tepat pada target {target}", "exactly the target of {target}"),
    "yearly.of-answers": Wording(
        "{score} dari {count} isian", "{score} from {count} values", "{score} from {count} value"
    ),
    "yearly.next-class": Wording("Predikat berikutnya", "Next class"),
    "yearly.absent": Wording("Tidak tersedia: {names}.", "Not available: {names}."),
    "yearly.absent.target": Wording("target", "a target"),
    "yearly.absent.plan": Wording(
        "rencana peningkatan, sampai {count} isian yang belum ada dilengkapi",
        "a plan, until the {count} missing values are filled in",
        "a plan, until the missing value is filled in",
    ),
    "yearly.absent.previous": Wording("nilai tahun sebelumnya", "last year's score"),
    "yearly.absent.unfit": Wording(
        "pembanding tahun sebelumnya, karena berkasnya tidak cocok (lihat hasil pemeriksaan)",
        "a comparison with last year, whose file does not fit (see the findings)",
    ),
    "yearly.absent.cause": Wording(
        "sebab perubahan, karena isian tahun sebelumnya tidak disertakan",
        "the causes of the change, since last year's values were not given",
    ),
    "yearly.absent.indicators": Wording(
        "isian setiap indikator, karena yang diterima nilai jadi",
        "values of single indicators, since scores of groups were given",
    ),
    "yearly.absent.of-one": Wording(
        "rencana dan sebab perubahan, yang ada di laporan satu daerah (--unit)",
        "a plan and the causes of a change, which the report of one unit has (--unit)",
    ),
    "yearly.absent.agencies": Wording(
        "nilai menurut OPD, karena tidak ada indikator yang ditetapkan bagi suatu OPD",
        "scores by agency (OPD), since no indicator is assigned to any",
    ),
    "yearly.incomplete": Wording(
        "Nilai sementara: {count} dari {expected} isian belum ada.",
        "Provisional: {count} of {expected} values are missing.",
        "Provisional: {count} of {expected} values is missing.",
    ),
    "yearly.partial-and-missing": Wording(
        "Nilai sementara: {missing} dari {expected} isian belum ada, dan data masih memuat "
        "{errors} kesalahan.",
        "Provisional: {missing} of {expected} values are missing, and the data still have {errors} "
        "errors.",
    ),
    "yearly.no-score-mark": Wording("belum bernilai", "no score"),
    "yearly.scored": Wording(
        "{unit} memperoleh nilai {score} pada skala {low} sampai {high}.",
        "{unit} scores {score} on a scale from {low} to {high}.",
    ),
    "yearly.scored-plain": Wording("{unit} memperoleh nilai {score}.", "{unit} scores {score}."),
    "yearly.in-class": Wording("Kelasnya {name}.", "Its class is {name}."),
    "yearly.rank": Wording(
        "Peringkatnya {rank} daerah dalam data ini.", "Its rank is {rank} units in these data."
    ),
    "yearly.unscored": Wording(
        "{unit} belum memperoleh nilai: {reason}.", "{unit} has no score yet: {reason}."
    ),
    "yearly.target": Wording("Target", "Target"),
    "yearly.target-missed": Wording(
        "Sasaran {target} belum tercapai: kurang {gap}.",
        "The target of {target} is not reached: {gap} short.",
    ),
    "yearly.target-met": Wording(
        "Sasaran {target} tercapai dengan kelebihan {gap}.",
        "The target of {target} is reached, with {gap} to spare.",
    ),
    "yearly.target-exact": Wording(
        "Sasaran {target} tepat tercapai.", "The target of {target} is just reached."
    ),
    "yearly.target-none": Wording(
        "Untuk tahun ini tidak ada sasaran.", "There is no target for this year."
    ),
    "yearly.short": Wording("kurang {gap}", "{gap} short"),
    "yearly.over": Wording("tercapai, lebih {gap}", "reached, {gap} over"),
    "yearly.just": Wording("tepat tercapai", "just reached"),
    "yearly.change": Wording("Perubahan", "Change"),
    "yearly.change-note.published": Wording(
        "dari {previous} pada {year}", "from {previous} in {year}"
    ),
    "yearly.change-note.recomputed": Wording(
        "dari {previous} pada {year}, dihitung ulang", "from {previous} in {year}, recomputed"
    ),
    "yearly.not-compared": Wording("tidak dibandingkan", "not compared"),
    "yearly.other-basis-note": Wording(
        "{year}: {previous} ({then}); tahun ini {now}",
        "{year}: {previous} ({then}); this year {now}",
    ),
    "yearly.other-basis": Wording(
        "Nilai ini ({now}) tidak dibandingkan dengan {previous} pada {year} ({then}), karena dasar "
        "penilaiannya berbeda.",
        "This score ({now}) is not compared with {previous} in {year} ({then}), because they rest "
        "on different assessments.",
    ),
    "yearly.own-year": Wording(
        "Nilai {year} adalah {now}; nilai tahun lain menurut hasil resmi atau hitung ulang.",
        "The score of {year} is {now}; those of other years are published or recomputed.",
    ),
    "yearly.rose": Wording(
        "Nilai ini naik {change} dari {previous} pada {year}.",
        "The score rose by {change}, from {previous} in {year}.",
    ),
    "yearly.fell": Wording(
        "Nilai ini turun {change} dari {previous} pada {year}.",
        "The score fell by {change}, from {previous} in {year}.",
    ),
    "yearly.stayed": Wording(
        "Nilai ini sama dengan {previous} pada {year}.",
        "The score is the same as in {year}: {previous}.",
    ),
    "yearly.recomputed": Wording(
        "Yang terbit untuk {year} adalah {published}; dihitung ulang dari berkas tahun itu, "
        "nilainya {previous}.",
        "The published score of {year} is {published}; recomputed from that year's files, it is "
        "{previous}.",
    ),
    "yearly.year-before": Wording("tahun sebelumnya", "the year before"),
    "yearly.best-and-worst": Wording(
        "{kind} tertinggi: {best}; terendah: {worst}.", "Highest {kind}: {best}; lowest: {worst}."
    ),
    "yearly.of-many": Wording("{count} dari {total}", "{count} of {total}"),
    "yearly.filled": Wording("Kelengkapan isian indeks", "Answers of the index"),
    "yearly.nothing-missing": Wording("tidak ada yang kurang", "nothing is missing"),
    "yearly.missing-note": Wording("{count} belum ada", "{count} missing"),
    "yearly.all-there": Wording(
        "Seluruh {count} isian sudah ada.", "All {count} answers are there.", "The answer is there."
    ),
    "yearly.not-all-there": Wording(
        "{count} dari {expected} isian belum ada; daftarnya ada di bawah.",
        "{count} of {expected} answers are missing; they are listed below.",
        "{count} of {expected} answers is missing; it is listed below.",
    ),
    "yearly.partial": Wording(
        "Nilai sementara: dihitung meskipun ada {count} galat pada data.",
        "Provisional: scored in spite of {count} errors in the data.",
        "Provisional: scored in spite of {count} error in the data.",
    ),
    "yearly.other-published": Wording(
        "Perhatian: menurut profil, nilai yang terbit untuk {year} adalah {published}, sedangkan "
        "dari isian ini {score}.",
        "Mind: by the profile the published score of {year} is {published}, but these answers give "
        "{score}.",
    ),
    "yearly.more-na": Wording(
        "{count} isian lain juga dinyatakan tidak berlaku.",
        "{count} more values are not applicable.",
        "{count} more value is not applicable.",
    ),
    # what moved
    "yearly.moved": Wording("Apa yang berubah, dan mengapa", "What moved, and why"),
    "yearly.raised": Wording("Yang menaikkan nilai: {names}.", "What raised it: {names}."),
    "yearly.lowered": Wording("Yang menurunkan nilai: {names}.", "What lowered it: {names}."),
    "yearly.nothing-moved": Wording(
        "Tidak ada bagian yang berubah.", "None of its parts has changed."
    ),
    "yearly.compared": Wording(
        "Dari {old} pada {old_year} menjadi {new} pada {new_year}: {change}.",
        "From {old} in {old_year} to {new} in {new_year}: {change}.",
    ),
    "yearly.part.weights": Wording(
        "Bobot dan aturan hitung yang berubah", "Changed weights and rules"
    ),
    "yearly.part.set": Wording(
        "Indikator yang bertambah atau dihapus", "Indicators added or dropped"
    ),
    "yearly.table.moved": Wording(
        "Sumbangan setiap isian terhadap perubahan", "What each answer contributed to the change"
    ),
    "yearly.moved-note": Wording(
        "Sumbangan semua bagian, bersama bobot dan susunan indikator, berjumlah sama dengan "
        "perubahan nilai yang belum dibulatkan: {change}.",
        "The contributions of all parts, with those of the weights and of the set of indicators, "
        "add up to the change of the unrounded score: {change}.",
    ),
    "yearly.moved-sampled": Wording(
        "Kontribusi adalah taksiran nilai Shapley dari {orders} urutan acak yang tetap (kesalahan "
        "baku setiap baris paling besar {error}); jumlahnya tepat.",
        "Contributions are Shapley values estimated from {orders} fixed random orders (standard "
        "error of each row at most {error}); their sum is exact.",
    ),
    # what is missing
    "yearly.missing": Wording("Apa yang belum ada", "What is missing"),
    "yearly.table.missing": Wording(
        "Isian yang belum ada atau tidak dihitung", "Answers that are missing or left out"
    ),
    "yearly.agencies-open": Wording(
        "{count} dari {total} OPD belum lengkap: {names}.",
        "{count} of {total} agencies (OPD) are not complete: {names}.",
        "{count} of {total} agencies (OPD) is not complete: {names}.",
    ),
    "yearly.column.why": Wording("Keterangan", "Reason"),
    "yearly.as-zero": Wording("{reason}; dihitung nol", "{reason}; counted as zero"),
    # steps
    "yearly.steps": Wording("Tiga langkah yang paling berharga", "Three most worthwhile steps"),
    "yearly.steps-few": Wording("Langkah yang paling berharga", "Most worthwhile steps"),
    "yearly.steps-reach": Wording(
        "Sasaran {target} dapat dicapai dengan {count} langkah, yang membawa nilai ke {after}.",
        "The target of {target} takes {count} steps, which lead to {after}.",
        "The target of {target} takes one step, which leads to {after}.",
    ),
    "yearly.steps-best": Wording(
        "Sasaran {target} tidak tercapai meskipun semua isian setinggi mungkin; nilai terbaik yang "
        "mungkin {best}.",
        "The target of {target} is out of reach even if everything were as high as can be; the "
        "best score possible is {best}.",
    ),
    "yearly.steps-best-found": Wording(
        "Cara mencapai sasaran {target} tidak ditemukan; nilai terbaik yang ditemukan {best}.",
        "No way to the target of {target} was found; the best score that was found is {best}.",
    ),
    "yearly.steps-which": Wording(
        "Yang paling besar hasilnya dibandingkan biayanya:",
        "Those that bring most for what they cost:",
    ),
    "yearly.steps-which-best": Wording(
        "Langkah yang paling besar hasilnya dibandingkan biayanya:",
        "The steps that bring most for what they cost:",
    ),
    "yearly.step": Wording(
        "{name}: dari {start} menjadi {end}, menambah {gain}.",
        "{name}: from {start} to {end}, which adds {gain}.",
    ),
    "yearly.step-need": Wording(
        "{name}: dari {start} menjadi {end}, menambah {gain}; untuk itu hasilnya perlu {need}.",
        "{name}: from {start} to {end}, which adds {gain}; it takes a result of {need}.",
    ),
    "yearly.unanswered": Wording("belum dinilai", "unanswered"),
    "yearly.steps-none": Wording(
        "Sasaran sudah tercapai, dan belum ada sasaran berikutnya.",
        "The target is reached, and there is no later one yet.",
    ),
    "yearly.steps-uncounted": Wording(
        "Langkah menuju sasaran tidak dapat dihitung untuk data ini.",
        "No steps towards a target can be computed for these data.",
    ),
    "yearly.plan": Wording("Rencana menuju {target}", "The plan to {target}"),
    "yearly.plan-best": Wording(
        "Langkah menuju nilai terbaik, {best}", "The steps to the best score, {best}"
    ),
    "yearly.table.steps": Wording("Langkah-langkahnya", "The steps"),
    "yearly.plan-proven": Wording(
        "Terbukti: tidak ada cara yang lebih murah.", "Proven: no other way costs less."
    ),
    "yearly.plan-found": Wording(
        "Ini cara termurah yang ditemukan; belum terbukti tidak ada yang lebih murah.",
        "This is the cheapest way that was found; it is not proven that none costs less.",
    ),
    "yearly.costs-levels": Wording(
        "Biaya dihitung satu untuk setiap tingkat, karena biaya lain tidak diketahui.",
        "Each level costs one, since no other cost is known.",
    ),
    "yearly.column.from": Wording("Dari", "From"),
    "yearly.column.to": Wording("Ke", "To"),
    "yearly.column.cost": Wording("Biaya", "Cost"),
    "yearly.column.takes": Wording("Syarat", "What it takes"),
    "yearly.takes-best": Wording("⚠ perlu nilai maksimum", "⚠ needs the maximum"),
    "yearly.column.gain": Wording("Tambahan nilai", "Gain"),
    # years
    "yearly.years": Wording(
        "Nilai dan sasaran dari tahun ke tahun", "Score and target over the years"
    ),
    "yearly.table.years": Wording("Nilai dan sasaran menurut tahun", "Score and target by year"),
    # parts
    "yearly.losses": Wording("Di mana nilai hilang", "Where points are lost"),
    "yearly.column.lost": Wording("Nilai hilang", "Points lost"),
    "yearly.target-of-all": Wording("target indeks {target}", "target of the index {target}"),
    "yearly.target-mark": Wording("target {target}", "target {target}"),
    "yearly.column.before": Wording("Tahun sebelumnya", "Year before"),
    # groups
    "yearly.groups": Wording("Nilai setiap bagian", "Scores of all parts"),
    "yearly.table.groups": Wording("{kind}: bobot dan nilai", "{kind}: weights and scores"),
    "yearly.column.within": Wording("Dalam", "In"),
    "yearly.column.source": Wording("Sumber", "Source"),
    # agencies
    "yearly.agencies": Wording("OPD", "Agencies (OPD)"),
    "yearly.table.states": Wording("Jumlah OPD menurut keadaan", "Agencies by state"),
    "yearly.column.count": Wording("Jumlah", "Number"),
    "yearly.table.board": Wording("Papan OPD", "The board of agencies (OPD)"),
    "yearly.column.expected": Wording("Diminta", "Expected"),
    "yearly.table.heat": Wording(
        "{kind} menurut OPD: rata-rata nilai isian yang diampu",
        "{kind} by agency (OPD): mean score of what it answers for",
    ),
    "yearly.heat-note": Wording(
        "Rata-rata tanpa bobot; makin pekat warnanya, makin tinggi nilainya. Tanda – berarti OPD "
        "tidak mengampu isian di bagian itu; «kosong» berarti isiannya belum ada.",
        "Means without weights; the deeper the colour, the higher the score. A – means that the "
        "agency answers for nothing there; «empty», that none of its answers are there.",
    ),
    "yearly.heat-empty": Wording("kosong", "empty"),
    "yearly.table.view-opd": Wording(
        "Nilai isian menurut OPD", "Scores of the answers by agency (OPD)"
    ),
    "yearly.view-note": Wording(
        "Rata-rata tanpa bobot dari isiannya; bukan indeks. Sumbangan adalah bagiannya dalam nilai "
        "keseluruhan.",
        "Means of its answers without weights; no index. The contribution is its part of the "
        "overall score.",
    ),
    "yearly.views": Wording("Tampilan lain", "Other views"),
    "yearly.table.view": Wording("Nilai isian menurut {name}", "Scores of the answers by {name}"),
    # indicators
    "yearly.indicators": Wording("Indikator dan isiannya", "Indicators and their answers"),
    "yearly.table.indicators": Wording(
        "Setiap indikator dengan isian, nilai, dan selnya",
        "Each indicator with its answer, its score and its cell",
    ),
    "yearly.column.self": Wording("Mandiri", "Self"),
    "yearly.column.assessor": Wording("Asesor", "Assessor"),
    "yearly.table.prepared": Wording(
        "Isian yang diubah sebelum dinilai", "Answers changed before scoring"
    ),
    # findings
    "yearly.findings": Wording("Temuan dan pengecualian", "Findings and waivers"),
    "yearly.findings-none": Wording(
        "Pemeriksaan data tidak menghasilkan temuan.", "The check of the data found nothing."
    ),
    "yearly.table.findings": Wording("Temuan pada data", "Findings on the data"),
    "yearly.table.waived": Wording("Temuan yang dikecualikan", "Findings that were waived"),
    "yearly.waived-none": Wording("Tidak ada pengecualian.", "Nothing was waived."),
    # minutes
    "minutes.title": Wording("Berita acara hasil penilaian", "Minutes of the results"),
    "minutes.opening": Wording(
        "Pada hari ini, ……………, tanggal …… bulan …………… tahun ……………, bertempat di {place}, kami yang "
        "bertanda tangan di bawah ini menyatakan hasil {title} untuk {unit} sebagai berikut.",
        "On ……………, the …… of …………… ……………, in {place}, we, the undersigned, state the results of "
        "{title} for {unit} as follows.",
    ),
    "minutes.year": Wording("tahun {year}", "in {year}"),
    "minutes.basis": Wording("Dasar penilaian: {basis}.", "Basis: {basis}."),
    "minutes.scores": Wording("Hasil", "Results"),
    "minutes.whole": Wording("Nilai indeks", "Overall score"),
    "minutes.waived": Wording("Pengecualian yang diterima", "Accepted exceptions"),
    "minutes.sources": Wording(
        "Lampiran: dasar penghitungan", "Annex: what the results were computed from"
    ),
    "minutes.table.sources": Wording(
        "Formulir isian yang dihitung, dengan sidik jarinya", "Submissions, with their hashes"
    ),
    "minutes.closing": Wording(
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
        "mestinya.",
        "These minutes were drawn up truthfully, to be used as appropriate.",
    ),
    "minutes.signatures": Wording("Yang bertanda tangan", "Signatures"),
    "minutes.number": Wording("No.", "#"),
    "minutes.name": Wording("Nama", "Name"),
    "minutes.nip": Wording("NIP", "Staff number"),
    "minutes.position": Wording("Jabatan", "Position"),
    "minutes.signature": Wording("Tanda tangan", "Signature"),
    # sources
    "yearly.sources": Wording("Sumber data", "Sources"),
    "yearly.table.sources": Wording(
        "Berkas yang dibaca, dengan sidik jarinya", "The files that were read, with their hashes"
    ),
    "yearly.sources-note": Wording(
        "SHA-256 sebuah berkas berubah bila satu huruf saja di dalamnya berubah: dengan itu dapat "
        "dibuktikan bahwa laporan ini dibuat dari berkas tersebut.",
        "The SHA-256 of a file changes with any letter in it: it proves that this report was made "
        "from that very file.",
    ),
    "yearly.column.sheet": Wording("Lembar", "Sheet"),
    "yearly.column.counts": Wording("Dipakai", "In use"),
    "yearly.counts": Wording("ya", "yes"),
    "yearly.superseded": Wording("tidak, digantikan {name}", "no, superseded by {name}"),
    "yearly.not-read": Wording("tidak, tanpa tabel", "no, without a table"),
    "yearly.of-year-before": Wording("untuk perbandingan", "for the comparison"),
    # definition
    "yearly.definition": Wording("Definisi yang dipakai", "The definition"),
    "yearly.definition.id": Wording("Kode definisi", "Definition id"),
    "yearly.definition.status": Wording("Kedudukan", "Standing"),
    "yearly.definition.hash": Wording("Sidik jari (SHA-256)", "Hash (SHA-256)"),
    "yearly.definition.source": Wording("Dasar", "Source"),
    "yearly.definition.previous": Wording("Definisi tahun sebelumnya", "Last year's definition"),
    "yearly.definition.of": Wording(
        "{id}, versi {version}, SHA-256 {sha256}", "{id}, version {version}, SHA-256 {sha256}"
    ),
    "yearly.definition.overall": Wording("Nilai keseluruhan", "Overall"),
    "yearly.definition.rounding": Wording("Pembulatan", "Rounding"),
    "yearly.definition.lead": Wording("Nilai yang dipakai", "Scores in use"),
    "yearly.definition.program": Wording("Program", "Program"),
    "yearly.rounded": Wording(
        "{decimals} angka di belakang koma, angka 5 dibulatkan ke atas; dibulatkan pada: {stages}",
        "to {decimals} decimals, halves up; rounded at: {stages}",
    ),
    "yearly.stage.indicators": Wording("nilai indikator", "scores of indicators"),
    "yearly.stage.terms": Wording("sumbangan", "contributions"),
    "yearly.stage.overall": Wording("nilai keseluruhan", "overall"),
    "yearly.foot": Wording(
        "Definisi {id} versi {version} · dibuat dengan kediri-index {program}",
        "Definition {id}, version {version} · made with kediri-index {program}",
    ),
    # the page itself
}


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
    "help.option.minutes": Wording(
        "Tulis berita acara hasil penilaian ke berkas ini (.docx atau .md), bukan laporan.",
        "Write the minutes of the results to this file (.docx or .md) instead of a report.",
    ),
    "minutes-ending": Wording(
        "--minutes {path}: berita acara ditulis sebagai .docx atau .md; beri nama berkas seperti "
        "berita-acara.docx",
        "--minutes {path}: minutes are written as .docx or .md; name the file such as minutes.docx",
    ),
    "help.option.all-reports": Wording(
        "Semua bentuk laporan, ke dalam folder ini; bila berkas memuat banyak daerah, satu halaman "
        "per daerah dan index.html.",
        "Every format of the report, into this folder; of files with many units a page per unit "
        "and index.html.",
    ),
    "help.option.report-previous": Wording(
        "Berkas tahun lalu: laporan merinci apa yang berubah dan mengapa.",
        "Last year's file: the report tells what moved and why.",
    ),
    "help.option.one-unit-report": Wording(
        "Wilayah yang dilaporkan, bila berkas memuat beberapa. Tanpa ini: semuanya.",
        "The unit to report on, where the files hold several. Without it: all of them.",
    ),
    "help.option.one-year-report": Wording(
        "Tahun yang dilaporkan, bila berkas memuat beberapa.",
        "The year that is reported on, where the files hold several.",
    ),
    "help.metavar.report-folder": Wording("FOLDER_LAPORAN", "DIR"),
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
    "report.more-files": Wording(
        "dan {count} berkas lain di {folder}",
        "and {count} more files in {folder}",
        "and 1 more file in {folder}",
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
    "yearly.chart.staircase": Wording(
        "Tangga nilai",
        "The score step by step",
    ),
    "yearly.chart.staircase-cut": Wording(
        "Tangga nilai (sumbu mulai dari {first})",
        "The score step by step (the axis begins at {first})",
    ),
    "yearly.chart.staircase-description": Wording(
        "Diagram tangga: nilai bergerak langkah demi langkah. {parts}",
        "Staircase: how the score moves, step by step. {parts}",
    ),
    "yearly.stair.main": Wording("nilai", "score"),
    "yearly.stair.down": Wording("turun", "fell"),
    "yearly.stair.up": Wording("naik", "rose"),
    "yearly.stair.plan": Wording("langkah rencana", "step of the plan"),
    "yearly.stair.rounded-up": Wording(
        "Anak tangga digambar sebelum pembulatan, sampai {exact}; nilai resmi setelah rencana "
        "{published}, jadi targetnya tercapai.",
        "Steps are drawn before rounding, up to {exact}; the published score after the plan is "
        "{published}, which reaches the target.",
    ),
    "yearly.more-parts": Wording("{count} bagian lain", "{count} other parts", "1 other part"),
    "yearly.more-steps": Wording("{count} langkah lain", "{count} other steps", "1 other step"),
    "yearly.after-plan": Wording("Setelah rencana", "After the plan"),
    "yearly.chart.frontier": Wording(
        "Biaya untuk mencapai suatu nilai", "What a higher score costs"
    ),
    "yearly.chart.frontier-description": Wording(
        "Diagram garis: biaya termurah untuk mencapai setiap nilai. {parts}",
        "Line chart: the least cost of each score. {parts}",
    ),
    "yearly.table.frontier": Wording(
        "Biaya termurah untuk mencapai suatu nilai", "The least cost of each score"
    ),
    "yearly.column.proven": Wording("Catatan", "Note"),
    "yearly.unproven": Wording("belum terbukti termurah", "not proven to be the least"),
    "yearly.slider": Wording("Geser ke nilai yang diinginkan", "Move to the score you want"),
    "yearly.chart.losses": Wording(
        "Lebar kolom: bobot; tinggi: nilai; bagian kosong: nilai yang hilang",
        "Width: weight; height: score; empty: points lost",
    ),
    "yearly.chart.losses-description": Wording(
        "Diagram kolom: lebar kolom adalah bobot, tingginya nilai. {parts}",
        "Column chart: columns are as wide as their weights and as high as their scores. {parts}",
    ),
    "yearly.chart.bars.description": Wording(
        "Diagram batang: nilai setiap bagian. {parts}",
        "Bar chart of the score of each part. {parts}",
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
    "yearly.page.scrolls": Wording(
        "Geser tabel ke samping untuk kolom lainnya.", "Scroll sideways for more columns."
    ),
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
    "book.staircase": Wording(
        "Tangga nilai, ketika laporan dibuat",
        "The score step by step, when the report was made",
    ),
    "book.frontier": Wording(
        "Biaya untuk mencapai suatu nilai, ketika laporan dibuat",
        "What a higher score costs, when the report was made",
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
