"""What a yearly report says, and the command that writes it."""

from __future__ import annotations

from kediri_index.model.language import Wording

YEARLY_TEXTS: dict[str, Wording] = {
    # the first page
    "yearly.kind": Wording("Laporan tahunan", "Yearly report"),
    "yearly.of": Wording("dari {high}", "of {high}"),
    "yearly.no-score-mark": Wording("belum bernilai", "no score"),
    "yearly.scored": Wording(
        "{unit} memperoleh nilai {score} pada skala {low} sampai {high}.",
        "{unit} scores {score} on a scale from {low} to {high}.",
    ),
    "yearly.scored-plain": Wording("{unit} memperoleh nilai {score}.", "{unit} scores {score}."),
    "yearly.in-class": Wording("Kelasnya {name}.", "Its class is {name}."),
    "yearly.rank": Wording(
        "Peringkatnya {rank} di antara {count} wilayah dalam data ini.",
        "Its rank is {rank} of {count} in these data.",
    ),
    "yearly.unscored": Wording(
        "{unit} belum memperoleh nilai: {reason}.", "{unit} has no score yet: {reason}."
    ),
    "yearly.target": Wording("Sasaran", "Target"),
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
    "yearly.none": Wording("tidak ada", "none"),
    "yearly.no-target-note": Wording("untuk tahun ini", "for this year"),
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
    "yearly.unknown": Wording("tidak diketahui", "unknown"),
    "yearly.no-previous-note": Wording(
        "nilai tahun sebelumnya tidak ada", "no score of the year before"
    ),
    "yearly.unfit-previous-note": Wording(
        "berkas tahun sebelumnya tidak cocok; lihat temuan",
        "last year's file does not fit; see the findings",
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
    "yearly.no-reasons": Wording(
        "Sebab perubahan tidak dapat dirinci, karena isian tahun sebelumnya tidak disertakan.",
        "Why it moved cannot be told, since the answers of the year before were not given.",
    ),
    "yearly.no-comparison": Wording(
        "Sebab perubahan tidak dapat dirinci dari isian tahun sebelumnya yang disertakan; "
        "penjelasannya ada di antara temuan.",
        "Why it moved cannot be told from the answers of the year before that were given; the "
        "findings say what is wrong with them.",
    ),
    "yearly.no-change": Wording(
        "Nilai tahun sebelumnya tidak diketahui, sehingga tidak ada yang dapat dibandingkan.",
        "The score of the year before is not known, so there is nothing to compare with.",
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
    "yearly.column.old": Wording("Semula", "Before"),
    "yearly.column.new": Wording("Menjadi", "After"),
    "yearly.column.to-change": Wording("Sumbangan", "Contribution"),
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
    "yearly.steps-no-target": Wording(
        "Langkah menuju sasaran tidak dihitung, karena tidak ada sasaran.",
        "No steps towards a target are computed, since there is none.",
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
    "yearly.column.gain": Wording("Tambahan nilai", "Gain"),
    # years
    "yearly.years": Wording(
        "Nilai dan sasaran dari tahun ke tahun", "Score and target over the years"
    ),
    "yearly.table.years": Wording("Nilai dan sasaran menurut tahun", "Score and target by year"),
    "yearly.no-year": Wording(
        "Belum ada tahun yang diketahui nilainya.", "No year's score is known."
    ),
    "yearly.one-year": Wording(
        "Baru satu tahun yang diketahui nilainya.", "Only one year's score is known."
    ),
    # parts
    "yearly.parts": Wording("Perbandingan: {kind}", "Comparison: {kind}"),
    "yearly.legend-before": Wording(
        "Tanda kelabu dan garis putus-putus: nilai tahun sebelumnya.",
        "Grey marks and the dashed line: the scores of the year before.",
    ),
    "yearly.legend-target": Wording(
        "Garis sasaran menunjukkan sasaran nilai keseluruhan ({target}), bukan sasaran setiap "
        "bagian.",
        "The target line is the target of the overall score ({target}), not one of each part.",
    ),
    "yearly.target-mark": Wording("sasaran {target}", "target {target}"),
    "yearly.column.part": Wording("Bagian", "Part"),
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
    "yearly.column.state": Wording("Keadaan", "State"),
    "yearly.column.answered": Wording("Terisi", "Answered"),
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
    "yearly.heat-nobody": Wording(
        "Nilai menurut OPD tidak dapat dirinci, karena tidak ada isian yang ditetapkan bagi suatu "
        "OPD.",
        "There are no scores by agency, since no answer is assigned to any.",
    ),
    "yearly.heat-none": Wording(
        "Nilai menurut OPD tidak dapat dirinci, karena isian ini tidak memuat jawaban setiap "
        "indikator.",
        "There are no scores by agency, since these data have no answers to single indicators.",
    ),
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
    "yearly.indicators-none": Wording(
        "Isian ini memuat nilai jadi, bukan jawaban setiap indikator; sumbernya ada di tabel di "
        "atas.",
        "These data hold scores that are given, not answers to single indicators; the tables above "
        "name their cells.",
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
    "yearly.column.file": Wording("Berkas", "File"),
    "yearly.column.sheet": Wording("Lembar", "Sheet"),
    "yearly.column.revision": Wording("Revisi", "Revision"),
    "yearly.column.counts": Wording("Dipakai", "In use"),
    "yearly.counts": Wording("ya", "yes"),
    "yearly.superseded": Wording("tidak, digantikan {name}", "no, superseded by {name}"),
    "yearly.not-read": Wording("tidak, tanpa tabel", "no, without a table"),
    "yearly.of-year-before": Wording("untuk perbandingan", "for the comparison"),
    # definition
    "yearly.definition": Wording("Definisi yang dipakai", "The definition"),
    "yearly.definition.id": Wording("Kode definisi", "Definition id"),
    "yearly.definition.title": Wording("Judul", "Title"),
    "yearly.definition.version": Wording("Versi", "Version"),
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
