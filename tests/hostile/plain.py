"""A definition, a profile and waivers without any fault: what hostile ones are made from."""

from __future__ import annotations

DEFINITION = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Indeks uji
title_en: Test index
language: id
source: Milik sendiri.
year: 2023
scale: {min: 0, max: 4}
publish: {decimals: 2, mode: half_up, round: [overall]}
missing: {answers: error}
weights_sum: 100
kinds:
  pillar: {name: Pilar, name_en: Pillar}
groups:
  - {id: satu, kind: pillar, weight: 50, name: Satu}
  - {id: dua, kind: pillar, weight: 50, name: Dua}
indicators:
  - {id: A-1, in: satu, name: Layanan}
  - {id: B-1, in: dua, name: Wisata}
"""

PROFILE = """\
unit: Kota Uji
opd:
  - {id: dinkes, name: Dinas Kesehatan, short: Dinkes}
  - {id: disdik, name: Dinas Pendidikan}
assign:
  dinkes: [A-1]
  disdik: [B-1]
due: 2023-09-13
history: {2022: 2.50}
"""

WAIVERS = """\
- code: C203
  place: {file: a.xlsx, sheet: Penilaian, cell: C2}
  reason: Sudah dibicarakan
  who: Dewi
  until: 2099-12-31
"""
