"""What the form for agencies says, in its guide and beside its cells."""

from __future__ import annotations

from kediri_index.model.wording import Wording

FORM_TEXTS: dict[str, Wording] = {
    # the column Periksa
    "form.check.digits": Wording("tulis dengan angka", "write it in digits"),
    "form.check.no-percent": Wording("tulis tanpa persen", "write it without percent"),
    "form.check.no-target": Wording("target belum diisi", "the target is not filled in"),
    "form.left": Wording(
        "baris belum beres; kolom Periksa menyebut sebabnya",
        "rows to go; the column Periksa says why",
    ),
    "form.ready": Wording(
        "Kolom Periksa kosong: isian siap dikirim.",
        "The column Periksa is empty: the form is ready to be sent.",
    ),
    # what may be chosen
    "form.yes": Wording("ya", "yes"),
    "form.no": Wording("tidak", "no"),
    "form.not-applicable": Wording("tidak berlaku", "n/a"),
    # what an indicator asks for
    "form.ask.number": Wording("angka", "a number"),
    "form.ask.range": Wording("angka {range}", "a number {range}"),
    "form.ask.measure": Wording("angka dalam {unit}", "a number in {unit}"),
    "form.ask.possible": Wording("yang mungkin {range}", "possible are {range}"),
    "form.ask.target": Wording("sasaran {target}", "target {target}"),
    "form.ask.own-target": Wording("isi juga Target", "fill in Target too"),
    "form.ask.yes-no": Wording("«ya» atau «tidak»", "«yes» or «no»"),
    "form.ask.levels": Wording("pilih tingkat {levels}", "choose a level {levels}"),
    "form.ask.evidence": Wording("bukti dukung wajib", "evidence is required"),
    # the sheet Petunjuk
    "form.guide.title": Wording("Cara mengisi", "How to fill in this form"),
    "form.guide.cells": Wording(
        "Isilah sel kuning pada lembar Penilaian. Sel putih sudah terisi dan terkunci; sel "
        "abu-abu tidak berlaku untuk baris itu.",
        "Fill in the yellow cells of the sheet Penilaian. White cells are filled in and locked; "
        "grey ones do not apply to their row.",
    ),
    "form.guide.scores": Wording(
        "Nilai mandiri diisi oleh OPD. Nilai asesor dibiarkan kosong: asesor yang mengisinya.",
        "Nilai mandiri is the agency's own score. Leave Nilai asesor empty: the assessor fills "
        "it in.",
    ),
    "form.guide.measures": Wording(
        "Realisasi adalah hasil yang dicapai, dalam satuan yang tertulis di kolom Satuan. Target "
        "diisi hanya bila selnya kuning.",
        "Realisasi is the result that was reached, in the unit of the column Satuan. Fill in "
        "Target only where its cell is yellow.",
    ),
    "form.guide.numbers": Wording(
        "Tulis satu angka saja, misalnya 3,25: tanpa satuan, tanpa pemisah ribuan, bukan rentang. "
        "Persen ditulis angkanya, misalnya 85.",
        "Write one number, such as 3.25: no unit, no thousands separator, no range. Of a "
        "percentage write the figure, such as 85.",
    ),
    "form.guide.inapplicable": Wording(
        "Bila sebuah indikator memang tidak berlaku di wilayah ini, tulis: tidak berlaku.",
        "Where an indicator does not apply to this region at all, write: n/a.",
    ),
    "form.guide.evidence": Wording(
        "Bukti dukung: tautan atau nama dokumen yang menunjukkan jawaban itu benar.",
        "Bukti dukung: a link to, or the name of, the document that shows the answer to be true.",
    ),
    "form.guide.check": Wording(
        "Kolom Periksa menyebut apa yang masih keliru di baris itu. Bila seluruhnya kosong, "
        "isian siap dikirim.",
        "The column Periksa says what is still wrong with its row. When all of it is empty, the "
        "form is ready to be sent.",
    ),
    "form.guide.last-year": Wording(
        "Kolom Tahun lalu hanya pembanding; isinya tidak dibaca.",
        "The column Tahun lalu is there to compare with; it is not read.",
    ),
    "form.guide.layout": Wording(
        "Jangan menggabung sel, menyisipkan baris, atau mengubah kode dan judul kolom.",
        "Do not merge cells, insert rows, or change codes and the headers of columns.",
    ),
    "form.guide.again": Wording(
        "Bila mengirim ulang, naikkan angka Revisi di lembar Identitas, dan isi Tanggal.",
        "When you send it again, raise Revisi on the sheet Identitas, and fill in Tanggal.",
    ),
    "form.guide.each": Wording("Yang diisi per indikator", "What each indicator asks for"),
    "form.guide.about": Wording("Yang ditanyakan", "What it is about"),
    "form.guide.ask": Wording("Yang diisi", "To fill in"),
}
