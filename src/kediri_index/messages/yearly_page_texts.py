"""The texts around the figures of the yearly report: its page, its charts, its document."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
