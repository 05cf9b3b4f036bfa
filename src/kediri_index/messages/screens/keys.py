"""What the keys of definitions, profiles and waivers mean, and the reference around them."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from kediri_index.messages.values import worded
from kediri_index.model.language import Described, Language, Wording
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
    "profile.previous": Wording(
        "Isian tahun lalu: arsip dari bundle, atau berkas atau foldernya, dari folder profil ini. "
        "compare dan report memakainya bila tahun lalu tidak disebut.",
        "Last year's submissions: an archive that bundle wrote, or their file or folder, from the "
        "folder of this profile. compare and report use it where last year is not named.",
    ),
    "profile.targets": Wording(
        "Target nilai keseluruhan, menurut tahun.", "Targets of the overall score, by year."
    ),
    "profile.costs": Wording(
        "Biaya meningkatkan indikator, menurut id; * mewakili akhiran apa pun.",
        "What raising an indicator costs, by its id; * stands for any characters.",
    ),
    "profile.unit_groups": Wording(
        "Kelompok daerah: nama pengelompokan, nilainya, dan daerah pada setiap nilai. `--by` "
        "memilih satu; tanpa itu yang pertama dipakai.",
        "Groups of units: the name of the grouping, its values, and the units of each value. "
        "`--by` chooses one; without it, the first is used.",
    ),
    "opd": Wording("Satu OPD.", "One agency (OPD)."),
    "opd.id": Wording(
        "Nama tetap OPD; assign dan definisi merujuk kepadanya.",
        "The agency's lasting name; assign and the definition refer to it.",
    ),
    "opd.name": Wording("Nama OPD.", "The agency's name."),
    "opd.short": Wording("Nama pendeknya.", "Its short name."),
    "opd.also": Wording("Ejaan lain yang dipakai isian.", "Other spellings that sheets use."),
    "opd.head": Wording(
        "Sebutan pimpinannya dalam surat, bila bukan Kepala diikuti nama OPD.",
        "How a letter addresses its head, if that is not Kepala with the agency's name.",
    ),
    "profile.letters": Wording(
        "Pengirim surat kepada OPD dan pembuat berita acara.",
        "Who sends the letters to agencies and draws up the minutes.",
    ),
    "letters": Wording(
        "Pengirim surat dan pembuat berita acara.",
        "Who sends letters and draws up minutes.",
    ),
    "letters.office": Wording("Perangkat daerah pengirim.", "The sending office."),
    "letters.place": Wording("Tempat surat ditandatangani.", "Where letters are signed."),
    "letters.number": Wording(
        "Nomor surat, atau bagiannya yang sudah tetap.",
        "The number of the letters, or the part of it that is known.",
    ),
    "letters.signatories": Wording(
        "Penanda tangan: yang pertama menandatangani surat, semuanya menandatangani berita acara.",
        "Who signs: the first signs letters, all of them sign minutes.",
    ),
    "letters.letterhead": Wording(
        "Dokumen Word berisi kop surat, dilihat dari folder profil. Surat juga ditulis sebagai "
        ".docx.",
        "A Word document with the letterhead, seen from the profile's folder. Letters are written "
        "as .docx too.",
    ),
    "signatories": Wording("Satu penanda tangan.", "Someone who signs."),
    "signatories.name": Wording("Namanya.", "The name."),
    "signatories.position": Wording("Jabatannya.", "The position."),
    "signatories.number": Wording(
        "NIP, seperti hendak ditulis.", "The number (NIP), as it is to be written."
    ),
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
        "definition.md (bahasa Inggris).",
        "Every key that can be written, with its meaning, what it takes, its default and an "
        "example; each example can be used as it stands. What there is to explain stands in "
        "definition.md.",
    ),
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
    "holds.mean-or-share": Wording(
        "mean, atau {{share_at_least: angka}}", "mean, or {{share_at_least: number}}"
    ),
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


_DEFINITION_TEXTS: dict[str, Wording] = {
    "definition": Wording(
        "Definisi menyatakan apa yang dinilai: kelompok, bobot, indikator, skala, pembulatan.",
        "A definition says what an index is: its groups, weights, indicators, scale, rounding.",
    ),
    "definition.kediri_index": Wording(
        "Format berkas ini.",
        "The format of the file.",
    ),
    "definition.extends": Wording(
        "Definisi lain, menurut id atau letak berkasnya, yang diubah oleh berkas ini. Kelompok dan "
        "indikator digabung menurut id, kunci lain diganti.",
        "Another definition, by its id or path, that this file changes. Groups and indicators are "
        "merged by id, other keys are replaced.",
    ),
    "definition.id": Wording(
        "Nama tetap definisi ini; isian dan hasil merujuk kepadanya.",
        "The definition's lasting name; workbooks and results refer to it.",
    ),
    "definition.version": Wording(
        "Versi definisi. Makna yang berubah menjadi versi baru.",
        "The version. A changed meaning is a new version.",
    ),
    "definition.status": Wording(
        "Asal definisi: resmi (official), disusun ulang dari hasil yang terbit (reconstructed), "
        "atau milik sendiri (own). Tercetak pada setiap nilai.",
        "Where the definition comes from: official, reconstructed from published results, or one's "
        "own. It is printed with every score.",
    ),
    "definition.title": Wording(
        "Judul, dalam bahasa yang disebut language.",
        "The title, in the language that language names.",
    ),
    "definition.title_en": Wording("Judul dalam bahasa Inggris.", "The title in English."),
    "definition.title_id": Wording("Judul dalam bahasa Indonesia.", "The title in Indonesian."),
    "definition.language": Wording(
        "Bahasa semua nama, dan bahasa keluaran selama tidak diminta lain.",
        "The language of all names, and of the output unless another is asked for.",
    ),
    "definition.source": Wording(
        "Sumber definisi, misalnya peraturannya.",
        "Where the definition is found, such as its regulation.",
    ),
    "definition.superseded_by": Wording(
        "Indeks atau definisi yang menggantikannya; definition list menampilkannya.",
        "The index or definition that replaced it; definition list shows it.",
    ),
    "definition.year": Wording(
        "Tahun bagi data yang tidak menyebut tahun.",
        "The year of data that name none.",
    ),
    "definition.scale": Wording(
        "Nilai terendah dan tertinggi. Tanpa kunci ini nilai tidak berbatas.",
        "The lowest and the highest score. Without it scores have no bounds.",
    ),
    "definition.publish": Wording(
        "Cara angka yang diterbitkan dibulatkan.",
        "How published figures are rounded.",
    ),
    "definition.missing": Wording(
        "Akibat indikator yang belum dijawab.",
        "What unanswered indicators do.",
    ),
    "definition.evidence": Wording(
        "Apakah setiap jawaban harus menyebut bukti dukungnya.",
        "Whether every answer must name its evidence.",
    ),
    "definition.classes": Wording(
        "Kelas nilai (predikat), dari yang terendah; batasnya naik, yang terakhir tanpa batas.",
        "The classes of scores, from the lowest up; bounds rise, the last class has none.",
    ),
    "definition.classes_on": Wording(
        "Angka yang menentukan kelas dan peringkat: nilai tanpa pembulatan (score) atau yang "
        "diterbitkan (published).",
        "Which figure decides class and rank: the score without rounding, or the published one.",
    ),
    "definition.aggregate": Wording(
        "Cara nilai anak digabung, di setiap kelompok dan pada nilai keseluruhan.",
        "How the scores of children are combined, in every group and in the overall.",
    ),
    "definition.aggregate_top": Wording(
        "Cara menggabung untuk nilai keseluruhan saja. Tanpa kunci ini: seperti aggregate.",
        "How the overall alone is combined. Without it: as aggregate says.",
    ),
    "definition.weights_sum": Wording(
        "Jumlah yang harus dicapai bobot tingkat teratas.",
        "What the weights of the top level must add up to.",
    ),
    "definition.weights_of": Wording(
        "Bobot adalah bagian dari induknya (parent) atau dari seluruh indeks (whole); pada yang "
        "kedua, bobot anak berjumlah sama dengan bobot induknya.",
        "Weights are shares of their parent, or of the whole index; then the weights of children "
        "add up to their parent's.",
    ),
    "definition.score": Wording(
        "Cara menilai indikator yang tidak menyebutnya sendiri.",
        "How indicators are scored that do not say it themselves.",
    ),
    "definition.prepare": Wording(
        "Langkah yang mengubah data semua wilayah sebelum dinilai, menurut urutannya.",
        "Steps that change the data of all units before they are scored, in this order.",
    ),
    "definition.kinds": Wording(
        "Nama tingkat kelompok (dimensi, pilar), menurut urutan tabelnya. Harus ada, "
        "kecuali dari extends.",
        "The names of the kinds of groups (dimension, pillar), in the order of their tables. "
        "Required, unless extends has them.",
    ),
    "definition.tags": Wording(
        "Ciri yang dapat dipakai untuk mengelompokkan ulang indikator.",
        "Attributes by which indicators can be regrouped.",
    ),
    "definition.groups": Wording(
        "Kelompok tingkat teratas; semuanya menjadi nilai keseluruhan. Harus ada, kecuali "
        "dari extends.",
        "The groups of the top level; together they are the overall. Required, unless extends has "
        "them.",
    ),
    "definition.indicators": Wording(
        "Semua indikator; masing-masing berada di satu kelompok.",
        "All indicators; each stands in one group.",
    ),
    "name.name": Wording(
        "Nama, dalam bahasa yang disebut language.",
        "The name, in the language that language names.",
    ),
    "name.name_en": Wording("Nama dalam bahasa Inggris.", "The name in English."),
    "name.name_id": Wording("Nama dalam bahasa Indonesia.", "The name in Indonesian."),
    "declared.drop": Wording(
        "Menghapus bagian ini dari definisi yang diubah (extends).",
        "Removes this part of the definition that is changed (extends).",
    ),
    "scale": Wording("Batas nilai.", "The bounds of scores."),
    "scale.min": Wording("Nilai terendah yang mungkin.", "The lowest score there can be."),
    "scale.max": Wording("Nilai tertinggi yang mungkin.", "The highest score there can be."),
    "publish": Wording("Pembulatan angka yang diterbitkan.", "The rounding of published figures."),
    "publish.decimals": Wording(
        "Banyaknya angka di belakang koma.", "How many decimals there are."
    ),
    "publish.mode": Wording(
        "Pembulatan angka yang tepat di tengah: menjauhi nol.",
        "Where a tie goes: away from zero.",
    ),
    "publish.round": Wording(
        "Tahap yang dibulatkan; hasilnya dipakai di atasnya. Yang mungkin: indicators, sebuah "
        "jenis kelompok, terms (bobot × nilai di tingkat teratas), overall.",
        "The stages that are rounded; what stands above is computed with the result. They are "
        "indicators, a kind of groups, terms (each weight × score of the top level), overall.",
    ),
    "missing": Wording("Indikator yang belum dijawab.", "Indicators without an answer."),
    "missing.answers": Wording(
        "Jawaban yang tidak ada adalah galat (error), dikeluarkan sehingga bobotnya dibagi kepada "
        "saudaranya (exclude), atau dihitung 0 (zero).",
        "A missing answer is an error, is left out so that its siblings are weighted anew "
        "(exclude), or counts as 0 (zero).",
    ),
    "missing.not_applicable": Wording(
        "Apakah isian boleh «tidak berlaku» (n/a): diterima dan dikeluarkan dari nilai (allow), "
        "atau ditolak sebagai kesalahan dan dihitung belum diisi (refuse).",
        "Whether a value may be n/a: it is accepted and left out of the score (allow), or it is "
        "an error and counts as missing (refuse).",
    ),
    "missing.min_present": Wording(
        "Bagian anak langsung yang harus ada, menurut banyaknya; di bawah itu kelompok, juga "
        "keseluruhan, tidak diberi nilai.",
        "The share of direct children, by number, that must be there; below it a group, and the "
        "overall, has no score.",
    ),
    "classes": Wording("Satu kelas nilai.", "One class of scores."),
    "classes.below": Wording(
        "Batas atas yang sudah termasuk kelas berikutnya.",
        "The upper bound, which itself belongs to the next class.",
    ),
    "classes.up_to": Wording(
        "Batas atas yang masih termasuk kelas ini.",
        "The upper bound, which itself belongs to this class.",
    ),
    "kinds": Wording(
        "Satu jenis kelompok, atau satu ciri indikator; kuncinya adalah idnya.",
        "A kind of groups, or an attribute of indicators; its key is its id.",
    ),
    "groups": Wording(
        "Satu kelompok: indikator, atau kelompok di bawahnya.",
        "One group: of indicators, or of further groups.",
    ),
    "groups.id": Wording(
        "Nama tetap kelompok, sekali saja dalam berkas ini (juga di antara indikator).",
        "The group's lasting name, once in the file (indicators included).",
    ),
    "groups.kind": Wording("Jenisnya, salah satu dari kinds.", "What it is, one of kinds."),
    "groups.weight": Wording(
        "Bobot di antara saudaranya. Tanpa kunci ini: banyaknya jawaban yang dihitung di bawahnya.",
        "The weight among its siblings. Without it: how many answers count below it.",
    ),
    "groups.optional": Wording(
        "Kelompok tanpa satu jawaban pun dianggap tidak berlaku, bukan belum dijawab.",
        "Without any answer it does not apply, rather than being unanswered.",
    ),
    "groups.aggregate": Wording(
        "Cara nilai anaknya digabung. Tanpa kunci ini: seperti aggregate di tingkat berkas.",
        "How its children are combined. Without it: as aggregate at the top of the file says.",
    ),
    "groups.min_present": Wording(
        "Seperti missing.min_present, untuk kelompok ini saja.",
        "As missing.min_present, for this group alone.",
    ),
    "groups.weights_sum": Wording(
        "Jumlah yang harus dicapai bobot anaknya.",
        "What the weights of its children must add up to.",
    ),
    "groups.groups": Wording("Kelompok di bawahnya.", "The groups inside it."),
    "indicators": Wording(
        "Satu indikator: pertanyaan yang dinilai, atau besaran yang diukur.",
        "One indicator: a question that is assessed, or a quantity that is measured.",
    ),
    "indicators.id": Wording(
        "Nama tetap indikator, sekali saja dalam berkas ini; artinya sama di setiap definisi.",
        "The indicator's lasting name, once in the file; it means the same in every definition.",
    ),
    "indicators.in": Wording("Id kelompok tempatnya.", "The id of the group that it stands in."),
    "indicators.weight": Wording(
        "Bobot di antara saudaranya. Tanpa kunci ini: 1.",
        "The weight among its siblings. Without it: 1.",
    ),
    "indicators.printed": Wording(
        "Nomornya di dokumen aslinya.", "The number that the original document prints."
    ),
    "indicators.tags": Wording(
        "Cirinya, menurut id di tags.", "Its attributes, by their ids in tags."
    ),
    "indicators.unit": Wording("Satuan realisasinya.", "What its result is measured in."),
    "indicators.valid": Wording(
        "Realisasi terendah dan tertinggi yang mungkin; di luar itu ada temuan.",
        "The lowest and the highest result there can be; what lies beyond is a finding.",
    ),
    "indicators.direction": Wording(
        "Yang lebih tinggi lebih baik (higher), atau yang lebih rendah (lower).",
        "Whether a higher or a lower result is better.",
    ),
    "indicators.opd": Wording(
        "OPD yang menjawabnya, menurut id di profil.",
        "The agencies that answer for it, by their ids in the profile.",
    ),
    "indicators.not_applicable": Wording(
        "Seperti missing.not_applicable, untuk indikator ini saja.",
        "Like missing.not_applicable, for this indicator only.",
    ),
    "indicators.evidence": Wording(
        "Seperti evidence di tingkat berkas, untuk indikator ini saja; atau butir bukti per "
        "tingkat: suatu tingkat memerlukan butirnya sendiri dan semua butir di bawahnya.",
        "As evidence at the top of the file, for this indicator alone; or the items of evidence by "
        "level: a level needs its own items and all those below it.",
    ),
    "indicators.survey": Wording(
        "Nilainya dari survei: jawaban responden pada lembar dengan satu baris per responden.",
        "Its value comes from a survey: the answers in a sheet with one row per respondent.",
    ),
    "survey": Wording(
        "Bagaimana jawaban responden menjadi nilai indikator.",
        "How the answers of respondents become the value of the indicator.",
    ),
    "survey.questions": Wording(
        "Pertanyaannya, menurut kodenya. Tanpa kunci ini: nama indikator, dengan id-nya.",
        "The questions by code. Without it: the indicator's name, by its id.",
    ),
    "survey.scale": Wording(
        "Angka jawaban terendah dan tertinggi. Tanpa kunci ini: dari answers, atau scale di "
        "tingkat berkas.",
        "The lowest and highest number of an answer. Without it: those of answers, or scale at the "
        "top of the file.",
    ),
    "survey.answers": Wording(
        "Jawaban dalam kata, menurut angkanya.", "The answers in words, by their numbers."
    ),
    "survey.combine": Wording(
        "Nilainya rata-rata responden (mean), atau bagian responden yang rata-rata jawabannya "
        "sedikitnya sekian (share_at_least): dalam persen bila satuan indikator %, selain itu "
        "0 sampai 1.",
        "The value is the mean of the respondents (mean), or the share of them whose own mean is "
        "at least this (share_at_least): in percent if the indicator's unit is %, else from 0 "
        "to 1.",
    ),
    "survey.min_respondents": Wording(
        "Jumlah responden yang harus ada.", "How many respondents there must be."
    ),
    "survey.groups": Wording(
        "Kelompok yang disurvei; responden lain tidak dihitung, dan disebutkan.",
        "The groups surveyed; other respondents do not count, and are named.",
    ),
    "survey.group_column": Wording(
        "Judul kolom kelompok responden. Tanpa kunci ini: Kelompok, Kelompok responden, Kategori "
        "responden atau Jenis responden.",
        "The header of the column with the respondents' groups. Without it: Kelompok, Kelompok "
        "responden, Kategori responden, Jenis responden or Group.",
    ),
    "indicators.score": Wording(
        "Cara menilainya. Tanpa kunci ini: seperti score di tingkat berkas.",
        "How it is scored. Without it: as score at the top of the file says.",
    ),
    "score": Wording(
        "Cara data mentah menjadi nilai: sebuah metode dengan parameternya, di bawah.",
        "How raw data become a score: a method and its parameters, below.",
    ),
    "score.method": Wording("Metodenya.", "The method."),
    "score.to": Wording(
        "Rentang nilai. Tanpa kunci ini: skala.",
        "The range of the score. Without it: the scale.",
    ),
    "score.outside": Wording(
        "Nilai di luar rentang dijadikan batasnya (clip), dibiarkan (keep), atau galat (error). "
        "Tanpa kunci ini: menurut metodenya.",
        "A score beyond the range is set to its end (clip), left (keep), or an error. Without it: "
        "as the method says.",
    ),
    "prepare": Wording(
        "Satu langkah; hanya satu dari kunci ini.", "One step; just one of these keys."
    ),
    "prepare.denominate": Wording(
        "Membagi indikator dengan kolom lain, atau dengan indikator lain.",
        "Divides indicators by another column, or by another indicator.",
    ),
    "prepare.impute": Wording("Menaksir data yang tidak ada.", "Estimates missing values."),
    "prepare.screen": Wording(
        "Mengeluarkan wilayah yang datanya terlalu sedikit; tetap tampil, tanpa nilai.",
        "Leaves out units with too few values; they are shown all the same, without a score.",
    ),
    "prepare.treat": Wording("Menangani pencilan.", "Treats outliers."),
    "impute": Wording("Cara menaksir.", "How values are estimated."),
    "impute.method": Wording(
        "Rata-rata atau median wilayah, semuanya atau sekelompok (group_); data terakhir wilayah "
        "itu (carry_forward); garis lurus antara dua tahun (linear_in_time).",
        "The mean or median of the units, of all or of those of a group; the unit's last value "
        "(carry_forward); the straight line between two years (linear_in_time).",
    ),
    "impute.by": Wording(
        "Kolom yang menyebut kelompok wilayah, untuk group_mean dan group_median.",
        "The column that names the units' groups, for group_mean and group_median.",
    ),
    "impute.beyond": Wording(
        "Untuk linear_in_time: sebelum data pertama dan sesudah data terakhir tetap kosong "
        "(missing) atau memakai data terdekat (nearest).",
        "For linear_in_time: before the first value and after the last one, leave a gap "
        "(missing) or take the nearest value (nearest).",
    ),
    "impute.years": Wording(
        "Semua tahun bersama (pooled) atau setiap tahun sendiri (each).",
        "All years together (pooled) or each year by itself.",
    ),
    "screen": Wording("Syarat kelengkapan.", "How complete a unit must be."),
    "screen.min_present": Wording(
        "Bagian indikator yang harus ada pada sebuah wilayah.",
        "The share of the indicators that a unit must have.",
    ),
    "treat": Wording(
        "Pencilan: kolom lolos bila kemencengan atau kurtosisnya di bawah batas.",
        "Outliers: a column passes whose skewness or kurtosis is below its bound.",
    ),
    "treat.method": Wording(
        "Menarik ujungnya ke data berikutnya (winsorise), lalu, bila belum cukup, memakai "
        "logaritma (winsorise_then_log).",
        "Moves its end in to the next value (winsorise), and takes logarithms where that is not "
        "enough (winsorise_then_log).",
    ),
    "treat.winmax": Wording(
        "Banyaknya data yang paling banyak digeser.", "How many values are moved at most."
    ),
    "treat.skew": Wording("Batas kemencengan mutlak.", "The bound of the absolute skewness."),
    "treat.kurtosis": Wording("Batas kelebihan kurtosis.", "The bound of the excess kurtosis."),
    "treat.log": Wording(
        "Logaritma kolom (log), dicerminkan bila ekornya di bawah (log_signed), atau "
        "transformasi Box-Cox (box_cox).",
        "The logarithm of the column (log), mirrored where the tail is the low one "
        "(log_signed), or the Box-Cox transform (box_cox).",
    ),
    "treat.power": Wording(
        "Untuk box_cox: pangkat λ. Bila tidak diisi, dipakai pangkat dengan kemungkinan "
        "(likelihood) terbesar antara -5 dan 5.",
        "For box_cox: the power λ. If you leave it out, the one of maximum likelihood from "
        "-5 to 5.",
    ),
    "treat.combine": Wording(
        "Logaritma diambil dari data yang sudah digeser, bukan dari data semula.",
        "Logarithms are taken of the moved values, rather than of those that were there.",
    ),
    "treat.years": Wording(
        "Semua tahun bersama (pooled) atau setiap tahun sendiri (each).",
        "All years together (pooled) or each year by itself.",
    ),
}

KEY_TEXTS: dict[str, Wording] = {**_DEFINITION_TEXTS, **METHOD_TEXTS, **PROFILE_KEY_TEXTS}


def key_text(key: str, language: Language) -> str:
    """Return what *key* means."""
    return _in_language(KEY_TEXTS[key], language)


def reference_text(key: str, language: Language, **params: object) -> str:
    """Return a text of the reference itself, its braces filled with *params*."""
    named = {name: worded(value, language) for name, value in params.items()}
    return _in_language(REFERENCE_TEXTS[key], language).format_map(named)


def _in_language(wording: Wording, language: Language) -> str:
    return wording.english if language is Language.EN else wording.indonesian
