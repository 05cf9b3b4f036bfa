"""What the keys of methods, profiles and waivers mean, and the reference around them."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from kediri_index.model.language import Described, Wording
from kediri_index.scoring.methods import METHODS


def described_parameters() -> Iterator[tuple[str, Described]]:
    """Yield the parameters that a method's file describes, such as ``z_score.mean``."""
    for name, method in METHODS.items():
        described: dict[str, Described] = getattr(sys.modules[method.__module__], "KEYS", {})
        yield from ((f"{name}.{key}", one) for key, one in described.items())


METHOD_TEXTS: dict[str, Wording] = {
    **{name: sys.modules[method.__module__].MEANING for name, method in METHODS.items()},
    **{key: Wording(one.indonesian, one.english) for key, one in described_parameters()},
    "level": Wording(
        "Satu tingkat dari metode levels; teks saja berarti namanya.",
        "One level of the method levels; a text alone is its name.",
    ),
    "level.name": Wording(
        "Nama tingkat ini; isian boleh menyebutnya.", "The name of this level; a cell may hold it."
    ),
    "level.score": Wording(
        "Nilai tingkat ini; bawaan: tingkat itu sendiri.",
        "The score of this level; by default the level itself.",
    ),
    "band": Wording("Satu jenjang dari metode bands.", "One band of the method bands."),
    "band.score": Wording("Nilai jenjang ini.", "The score of this band."),
    "band.below": Wording(
        "Batas atas yang sudah termasuk jenjang berikutnya.",
        "The upper bound, which itself belongs to the next band.",
    ),
    "band.up_to": Wording(
        "Batas atas yang masih termasuk jenjang ini.",
        "The upper bound, which itself belongs to this band.",
    ),
    "by_rank.ties": Wording(
        "Peringkat bagi nilai yang sama: yang terkecil (min) atau rata-ratanya (average).",
        "The rank of equal values: the smallest of theirs (min) or its mean (average).",
    ),
    "over_units.years": Wording(
        "Semua tahun bersama (pooled) atau setiap tahun sendiri (each).",
        "All years together (pooled) or each year by itself.",
    ),
}


PROFILE_KEY_TEXTS: dict[str, Wording] = {
    "profile": Wording(
        "Profil menyatakan milik siapa penilaian ini: wilayah, OPD, target, hasil yang lalu.",
        "A profile says whose the index is: the region, its agencies, targets, past results.",
    ),
    "profile.unit": Wording(
        "Nama wilayah. Profil hanya berlaku untuk data wilayah ini.",
        "The region's name. The profile counts for its own data only.",
    ),
    "profile.also": Wording(
        "Ejaan lain dari nama wilayah.", "Other spellings of the region's name."
    ),
    "profile.opd": Wording("OPD wilayah ini.", "The region's agencies (OPD)."),
    "profile.assign": Wording(
        "Indikator yang dijawab setiap OPD; * mewakili akhiran apa pun.",
        "The indicators that each agency answers for; * stands for any characters.",
    ),
    "profile.shared": Wording(
        "Nilai yang dihitung bila beberapa OPD mengampu satu indikator, menurut id indikator; "
        "* mewakili karakter apa pun. Tanpa kunci ini nilai semua OPD harus sama.",
        "The value that counts if several agencies are responsible for an indicator, by its id; "
        "* means any characters. Without it, all agencies must give the same value.",
    ),
    "shared.lead": Wording(
        "OPD yang nilai dan bobotnya dihitung.",
        "The agency whose value counts, and which has the whole weight.",
    ),
    "shared.combine": Wording(
        "Cara menggabungkan nilai: same (harus sama), mean (rata-rata), atau sum (jumlah "
        "realisasi). mean dan sum memerlukan nilai dari setiap OPD.",
        "How the values become one: same (must be equal), mean, or sum (of actual values). "
        "mean and sum need a value from each agency.",
    ),
    "shared": Wording(
        "Nilai yang dihitung untuk satu indikator bersama: tepat satu kunci.",
        "Which value of a shared indicator counts: exactly one of these keys.",
    ),
    "profile.columns": Wording(
        "Judul kolom lain yang dipakai isian wilayah ini, untuk kolom yang dikenal.",
        "Other headers that this region's sheets use, for columns that are known.",
    ),
    "profile.due": Wording("Batas waktu pengumpulan isian.", "The day by which sheets are due."),
    "profile.definitions": Wording(
        "Definisi yang dimaksud history dan targets; * mewakili akhiran apa pun. Tanpa kunci ini: "
        "semua.",
        "The definitions that history and targets speak of; * stands for any characters. Without "
        "it: all.",
    ),
    "profile.history": Wording(
        "Nilai keseluruhan yang sudah terbit, menurut tahun.",
        "Published overall scores, by year.",
    ),
    "profile.history_value": Wording(
        "Dasar penilaian angka di history: assessor (nilai asesor atau hasil resmi), self (nilai "
        "mandiri), atau mixed (sebagian nilai mandiri). Perubahan hanya dihitung antara nilai "
        "berdasar sama.",
        "Whose assessment the figures in history are: assessor (also published results), self, or "
        "mixed. A change is computed only between scores of the same assessment.",
    ),
    "profile.targets": Wording(
        "Target nilai keseluruhan, menurut tahun.", "Targets of the overall score, by year."
    ),
    "profile.costs": Wording(
        "Biaya meningkatkan indikator, menurut id; * mewakili akhiran apa pun.",
        "What raising an indicator costs, by its id; * stands for any characters.",
    ),
    "opd": Wording("Satu OPD.", "One agency (OPD)."),
    "opd.id": Wording(
        "Nama tetap OPD; assign dan definisi merujuk kepadanya.",
        "The agency's lasting name; assign and the definition refer to it.",
    ),
    "opd.name": Wording("Nama OPD.", "The agency's name."),
    "opd.short": Wording("Nama pendeknya.", "Its short name."),
    "opd.also": Wording("Ejaan lain yang dipakai isian.", "Other spellings that sheets use."),
    "waivers": Wording(
        "Daftar temuan yang diterima: berkasnya langsung berupa daftar, masing-masing dengan kunci "
        "ini.",
        "Findings that were accepted: the file is a list, each entry with these keys.",
    ),
    "waivers.code": Wording("Kode temuan.", "The finding's code."),
    "waivers.place": Wording("Tempat temuan.", "Where the finding stands."),
    "waivers.reason": Wording("Alasan menerimanya.", "Why it is accepted."),
    "waivers.who": Wording("Siapa yang menerimanya.", "Who accepted it."),
    "waivers.until": Wording("Hari terakhir berlakunya.", "The last day on which this is good."),
    "place": Wording("Tempat temuan.", "The place of a finding."),
    "place.file": Wording(
        "Akhir letak berkas, mulai dari nama berkas atau foldernya.",
        "The end of the file's path, from a folder's or the file's name on.",
    ),
    "place.sheet": Wording(
        "Lembarnya. Tanpa kunci ini: semua lembar.", "The sheet. Without it: every sheet."
    ),
    "place.cell": Wording(
        "Selnya. Tanpa kunci ini: seluruh lembar.", "The cell. Without it: the whole sheet."
    ),
}


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
