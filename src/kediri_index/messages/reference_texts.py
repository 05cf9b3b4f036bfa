"""What the reference of the keys says around their meanings."""

from __future__ import annotations

from kediri_index.model.wording import Wording

REFERENCE_TEXTS: dict[str, Wording] = {
    "page": Wording("Rujukan kunci", "Reference of the keys"),
    "about": Wording(
        "Setiap kunci yang dapat ditulis, dengan arti, isi, bawaan dan contohnya; setiap contoh "
        "dapat dipakai seperti tertulis. Penjelasan yang lebih panjang ada di "
        "[definition.md](definition.md) (bahasa Inggris).",
        "Every key that can be written, with its meaning, what it takes, its default and an "
        "example; each example can be used as it stands. What there is to explain stands in "
        "[definition.md](definition.md).",
    ),
    "made": Wording("Halaman ini dibuat dengan", "This page is made by"),
    "of.definition": Wording("Definisi", "Definition"),
    "of.profile": Wording("Profil", "Profile"),
    "of.waivers": Wording("Temuan yang diterima", "Waivers"),
    "column.key": Wording("kunci", "key"),
    "column.meaning": Wording("arti", "meaning"),
    "column.holds": Wording("isi", "takes"),
    "column.default": Wording("bawaan", "default"),
    "column.example": Wording("contoh", "example"),
    "column.method": Wording("metode", "method"),
    "column.parameter": Wording("parameter metode", "parameter"),
    "column.reads": Wording("membaca", "reads"),
    "column.outside": Wording("di luar rentang", "beyond the range"),
    "column.form": Wording("tulisan", "written"),
    "required": Wording("harus ada", "required"),
    "method": Wording(
        "Metode penilaian. Yang membandingkan wilayah (min_max dan seterusnya) memerlukan data "
        "beberapa wilayah sekaligus.",
        "The scoring methods. Those that compare units (min_max and what follows) need the data of "
        "several at once.",
    ),
    "aggregate": Wording("Cara menggabung nilai anak.", "How the scores of children are combined."),
    "reads.score": Wording("kolom nilai", "the score columns"),
    "reads.measure": Wording("Realisasi", "Realisasi"),
    "holds.text": Wording("teks", "text"),
    "holds.id": Wording(
        "id: huruf, lalu huruf, angka, - dan _", "id: a letter, then letters, digits, - and _"
    ),
    "holds.id-pattern": Wording("id, boleh dengan *", "id, perhaps with *"),
    "holds.number": Wording("angka", "number"),
    "holds.integer": Wording("bilangan bulat", "whole number"),
    "holds.flag": Wording("true atau false", "true or false"),
    "holds.day": Wording("tanggal: tahun-bulan-hari", "date: year-month-day"),
    "holds.cell": Wording("alamat sel", "address of a cell"),
    "holds.pair": Wording("dua angka: [a, b]", "two numbers: [a, b]"),
    "holds.number-or-pair": Wording("angka, atau [a, b]", "number, or [a, b]"),
    "holds.cap": Wording("angka, true atau false", "number, true or false"),
    "holds.bands": Wording(
        "bilangan bulat, atau daftar angka", "whole number, or a list of numbers"
    ),
    "holds.between": Wording("{what} dari {low} sampai {high}", "{what} from {low} to {high}"),
    "holds.from": Wording("{what} mulai {low}", "{what} from {low} up"),
    "holds.many": Wording("daftar: {what}", "list: {what}"),
    "holds.mapping": Wording("{name}: {what}", "{name}: {what}"),
}
"""``reads.measure`` is a column's name, ``holds.mapping`` has no words: the same in both."""
