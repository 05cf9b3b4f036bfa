"""What the keys of a profile and of a list of waivers mean."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
