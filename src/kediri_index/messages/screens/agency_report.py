"""What the reports of agencies (Rapor OPD) say, and the options that ask for them."""

from __future__ import annotations

from kediri_index.model.language import Wording

AGENCY_REPORT_TEXTS: dict[str, Wording] = {
    "help.option.by-opd": Wording(
        "Rapor OPD: satu halaman untuk setiap OPD dan sebuah daftar isi, ke dalam folder ini "
        "(HTML; --format docx atau md untuk bentuk lain).",
        "Agency reports: one page per agency (OPD) and an index, into this folder (HTML; --format "
        "docx or md for another format).",
    ),
    "help.option.report-opd": Wording(
        "Rapor satu OPD saja, satu halaman, sebagai pengganti laporan tahunan.",
        "The report of one agency (OPD), one page, instead of the yearly report.",
    ),
    "agency-report-format": Wording(
        "--format {format}: Rapor OPD ditulis sebagai html, docx, atau md",
        "--format {format}: agency reports are written as html, docx or md",
    ),
    # a page
    "rapor.kind": Wording("Rapor OPD", "Agency report"),
    "rapor.of": Wording("dari {high}", "of {high}"),
    "rapor.mean": Wording(
        "rata-rata {count} indikator", "mean of {count} indicators", "one indicator"
    ),
    "rapor.no-score": Wording("belum bernilai", "no score"),
    "rapor.city": Wording("nilai indeks {score}", "overall score {score}"),
    "rapor.place": Wording("Peringkat", "Place"),
    "rapor.place-of": Wording("{place} dari {count}", "{place} of {count}"),
    "rapor.place-note": Wording("OPD, menurut nilai rata-rata", "agencies, by mean score"),
    "rapor.lost": Wording("Poin yang hilang", "Points lost"),
    "rapor.lost-note": Wording(
        "dari {most} poin nilai indeks yang dapat diberikan",
        "of the {most} points it can give to the overall score",
    ),
    "rapor.lost-unknown": Wording(
        "nilai indeks bukan jumlah bagiannya", "the overall score is not a sum of its parts"
    ),
    "rapor.filled": Wording("Isian", "Values"),
    "rapor.filled-of": Wording("{answered} dari {expected}", "{answered} of {expected}"),
    "rapor.errors": Wording("{count} kesalahan", "{count} errors", "{count} error"),
    "rapor.warnings": Wording("{count} peringatan", "{count} warnings", "{count} warning"),
    "rapor.loses": Wording(
        "Nilai indeks kehilangan {lost} poin di sini, terutama pada {name}.",
        "The overall score loses {lost} points here, most of all at {name}.",
    ),
    "rapor.loses-nothing": Wording(
        "Semua indikatornya bernilai tertinggi.", "All its indicators have the highest score."
    ),
    "rapor.unscored": Wording(
        "Belum ada isian yang bernilai, sehingga OPD ini belum dapat dinilai.",
        "None of its values has a score yet.",
    ),
    "rapor.nothing": Wording(
        "Tidak ada indikator yang diampu OPD ini.", "No indicator is assigned to this agency."
    ),
    "rapor.lower": Wording(
        "Asesor menilai lebih rendah daripada nilai mandiri pada {count} dari {total} indikator.",
        "The assessor scored {count} of {total} indicators lower than the agency itself.",
    ),
    "rapor.shares": Wording(
        "{count} indikator diampu bersama OPD lain; poinnya dibagi.",
        "{count} indicators are shared with other agencies, and so are their points.",
        "{count} indicator is shared with other agencies, and so are its points.",
    ),
    "rapor.indicators": Wording("Indikator", "Indicators"),
    "rapor.chart": Wording("Nilai setiap indikator", "Score of each indicator"),
    "rapor.chart-both": Wording(
        "Nilai mandiri dan nilai asesor", "Self-assessed and assessor's scores"
    ),
    "rapor.chart-description": Wording(
        "Diagram: nilai setiap indikator pada skala {low} sampai {high}. {parts}",
        "Chart of the score of each indicator on the scale from {low} to {high}. {parts}",
    ),
    "rapor.column.self": Wording("mandiri", "self"),
    "rapor.column.assessor": Wording("asesor", "assessor"),
    "rapor.column.score": Wording("nilai", "score"),
    "rapor.column.lost": Wording("hilang", "lost"),
    "rapor.table": Wording("Indikator menurut poin yang hilang", "Indicators by points lost"),
    "rapor.unfilled": Wording("belum", "missing"),
    "rapor.more": Wording(
        "{count} indikator lain tidak ditampilkan; bersama-sama kehilangan {lost} poin.",
        "{count} more indicators are not shown; together they lose {lost} points.",
        "{count} more indicator is not shown; it loses {lost} points.",
    ),
    "rapor.more-plain": Wording(
        "{count} indikator lain tidak ditampilkan.",
        "{count} more indicators are not shown.",
        "{count} more indicator is not shown.",
    ),
    "rapor.steps": Wording("Langkah paling bermanfaat", "Most worthwhile steps"),
    "rapor.steps-many": Wording("Dua langkah paling bermanfaat", "The two most worthwhile steps"),
    "rapor.step": Wording(
        "{name}: dari {start} ke {end}, menambah {gain} pada nilai indeks.",
        "{name}: from {start} to {end}, which adds {gain} to the overall score.",
    ),
    "rapor.steps-of": Wording(
        "Dari rencana {count} langkah menuju {target}.",
        "From a plan of {count} steps towards {target}.",
        "From a plan of {count} step towards {target}.",
    ),
    "rapor.steps-first": Wording(
        "Lengkapi isian lebih dahulu; sesudah itu langkahnya dapat dihitung.",
        "Complete the values first; the steps can be computed then.",
    ),
    "rapor.steps-none": Wording(
        "Tidak ada langkah yang menaikkan nilai indeks.", "No step raises the overall score."
    ),
    "rapor.open": Wording("Yang masih harus diperbaiki", "Still to correct"),
    "rapor.open-none": Wording("Tidak ada.", "Nothing."),
    "rapor.open-unfilled": Wording(
        "{count} isian belum ada: {ids}.",
        "{count} values are missing: {ids}.",
        "{count} value is missing: {ids}.",
    ),
    "rapor.evidence.to_revise": Wording(
        "{count} butir bukti dukung perlu perbaikan: {codes}.",
        "{count} items of evidence are to be revised: {codes}.",
        "{count} item of evidence is to be revised: {codes}.",
    ),
    "rapor.evidence.missing": Wording(
        "{count} butir bukti dukung belum ada: {codes}.",
        "{count} items of evidence are missing: {codes}.",
        "{count} item of evidence is missing: {codes}.",
    ),
    "rapor.open-no-file": Wording("Belum ada formulir yang diterima.", "No form was received."),
    "rapor.open-more": Wording(
        "{count} hal lain ada dalam surat dan salinan bertanda.",
        "{count} more are in the letter and in the marked copy.",
        "{count} more is in the letter and in the marked copy.",
    ),
    # the index
    "rapor.index": Wording("Rapor OPD", "Agency reports"),
    "rapor.index-summary": Wording(
        "Nilai indeks {score} kehilangan {lost} poin pada {count} OPD; paling banyak di {name}.",
        "The overall score of {score} loses {lost} points at {count} agencies, most at {name}.",
        "The overall score of {score} loses {lost} points at {count} agency: {name}.",
    ),
    "rapor.index-counts": Wording(
        "{complete} dari {total} OPD lengkap.", "{complete} of {total} agencies are complete."
    ),
    "rapor.index-table": Wording("OPD menurut poin yang hilang", "Agencies by points lost"),
    "rapor.index-note": Wording(
        "Nilai adalah rata-rata indikator tanpa bobot. Kontribusi dan poin yang hilang dihitung "
        "dengan bobot: bersama-sama keduanya adalah nilai tertinggi yang dapat diberikan OPD itu.",
        "Scores are means of indicators without weights. Contribution and points lost are "
        "weighted: together they are the most that the agency can give.",
    ),
    "rapor.column.missing": Wording("Belum ada", "Missing"),
    "rapor.column.points": Wording("Poin yang hilang", "Points lost"),
}


CHECK_PAGE_TEXTS: dict[str, Wording] = {
    "check-page.kind": Wording("Daftar perbaikan", "Findings"),
    "check-page.choose": Wording("Pilih hasil pemeriksaan", "Choose findings"),
    "check-page.agency": Wording("OPD", "Agency"),
    "check-page.code": Wording("Kode", "Code"),
    "check-page.state": Wording("Keadaan", "State"),
    "check-page.all": Wording("semua", "all"),
    "check-page.waived": Wording("dikecualikan", "waived"),
    "check-page.shown": Wording(
        "{shown} dari {total} hasil pemeriksaan", "{shown} of {total} findings"
    ),
    "check-page.left-out": Wording(
        "{count} hasil pemeriksaan lain, yang paling ringan, tidak dimuat di halaman ini; semuanya "
        "ada dalam --report json=BERKAS.",
        "{count} more findings, the lightest, are not on this page; --report json=FILE has all.",
        "{count} more finding, the lightest, is not on this page; --report json=FILE has all.",
    ),
    "check-page.foot": Wording(
        "dibuat dengan kediri-index {program}", "made with kediri-index {program}"
    ),
}
