"""Indonesian words for keys and values of YAML, and what they are called there."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def _table(lines: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of *lines*, each ``word: meaning, meaning``."""
    pairs = (line.split(": ") for line in lines.strip().split("\n"))
    return {word: tuple(meanings.split(", ")) for word, meanings in pairs}


KEY_WORDS = _table("""
agregasi: aggregate
alasan: reason
arah: direction
bahasa: language
batas: cap, below, up_to
berkas: file
biaya: costs
bobot: weight
bukti: evidence
bukti_dukung: evidence
bulatkan: round
dalam: in
desimal: decimals
di: in
di_bawah: below
dimensi: groups, in
hapus: drop
hilang: missing
indikator: indicators
induk: in, extends
jawaban: answers
jenis: kind, kinds
jenjang: bands
judul: title
jumlah_bobot: weights_sum
kategori: classes
ke: to
kelas: classes
kelompok: groups, in
kode: id, code
kolom: columns
level: levels
maks: max
maksimal: max
maksimum: max
metode: method
minimal: min
minimum: min
nama: name
nilai: score
nomor: printed
opsional: optional
pecahan: fractional
pembulatan: publish
penilaian: score
perangkat_daerah: opd
pertanyaan: questions
pilar: groups, in
predikat: classes
rentang: to, valid
riwayat: history
sahih: valid
sampai: up_to, until
sasaran: target, targets
satuan: unit
sel: cell
singkatan: short
siapa: who
skala: scale
skor: score
sub_pilar: groups, in
subpilar: groups, in
sumber: source
survei: survey
tahun: year, years
tenggat: due
tidak: no
tingkat: levels
versi: version
wilayah: unit
ya: yes
""")
"""Keys as an Indonesian would call them; of several, the one that is known in its place."""

VALUE_WORDS = _table("""
abaikan: exclude
asesor: assessor
benar: true
biarkan: keep
boleh: allow, optional
bulatkan ke atas: half_up
capaian: achievement
dikecualikan: exclude
geometrik: geometric
harmonik: harmonic
iya: true
induk: parent
indonesia: id
inggris: en
jenjang: bands
jumlah: sum
kecualikan: exclude
kesalahan: error
keseluruhan: whole
logaritma: log
maksimum: max
makin rendah: lower
makin rendah makin baik: lower
makin tinggi: higher
makin tinggi makin baik: higher
mandiri: self
menurun: lower
meningkat: higher
minimum: min
naik: higher
negatif: lower
nilai resmi: published
nol: zero
opsional: optional
peringkat: rank
positif: higher
potong: clip
rata-rata: arithmetic, mean, average
rata rata: arithmetic, mean, average
rekonstruksi: reconstructed
rendah: lower
resmi: official, published
sama: same
salah: false, error
sebelum dibulatkan: score
semakin rendah: lower
semakin rendah semakin baik: lower
semakin tinggi: higher
semakin tinggi semakin baik: higher
sendiri: own
terbit: published
tertinggi: max
terendah: min
tidak: false
tinggi: higher
tingkat: levels
tolak: refuse
turun: lower
wajib: required
ya: true
ya/tidak: yes_no
ya atau tidak: yes_no
ya_tidak: yes_no
""")
"""Values likewise; of several, the one that may stand under its key."""


def key_meant(word: str, known: Collection[str]) -> str | None:
    """Return which of the *known* keys *word* is, in Indonesian or in capitals; None if none."""
    said = "_".join(word.casefold().split())
    return next((key for key in (said, *KEY_WORDS.get(said, ())) if key in known), None)


def value_meant(word: str, known: Collection[str]) -> str | None:
    """Return which of the *known* values the Indonesian *word* is, likewise."""
    values = VALUE_WORDS.get(" ".join(word.casefold().replace(",", " ").split()), ())
    return next((value for value in values if value in known), None)
