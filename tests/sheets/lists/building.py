"""Small lists of indicators, as three offices keep them, and the definitions they mean."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import openpyxl

from kediri_index.model.language import Label, Language
from kediri_index.model.limits import Limits
from kediri_index.model.workbook import Workbook
from kediri_index.sheets.lists.read import AskedIndex, ListRead, Reader, read_list
from kediri_index.sheets.reading.read import read_workbook
from tests.findings.building import percent, xlsx

Rows = Sequence[Sequence[object]]
HIGHER = "semakin tinggi semakin baik"
LOWER = "semakin rendah semakin baik"
ACHIEVED = "capaian terhadap target"
NAMED = AskedIndex("uji", 2026, Label("Uji"), None, Language.ID)


def merged(data: bytes, *ranges: str) -> bytes:
    """The workbook with cells of its first sheet merged."""
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    for one in ranges:
        book.worksheets[0].merge_cells(one)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, path: str = "daftar.xlsx") -> ListRead:
    """What is read of a list."""
    return read_from(read_workbook(path, data, Limits()))


def read_from(workbook: Workbook) -> ListRead:
    found = read_list(workbook)
    return found.read(NAMED) if isinstance(found, Reader) else found


def of_sheets(sheets: Mapping[str, Rows], path: str = "daftar.xlsx") -> ListRead:
    return read(xlsx(sheets), path)


def of_rows(*rows: Sequence[object]) -> ListRead:
    return of_sheets({"Daftar": rows})


def with_codes_and_merged_pillars() -> bytes:
    """Codes, a title block, pillars and their weights in merged cells, sums, a signature."""
    rows: Rows = (
        ("PEMERINTAH KOTA CONTOH: BAPPEDA",),
        ("Indeks Kota Cerdas Kota Contoh Tahun 2026",),
        ("Sumber: RPJMD Kota Contoh 2025-2029",),
        (),
        (
            *("No", "Kode", "Pilar", "Bobot", "Indikator Kinerja", "Bobot (%)", "Satuan"),
            *("Target 2026", "Arah", "Cara Penilaian", "Perangkat Daerah", "Sumber Data"),
        ),
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
        (
            *(1, "TK-1", "Smart Governance", percent(0.4), "Indeks SPBE", 60, "indeks"),
            *(3.5, None, ACHIEVED, "Dinas Komunikasi dan Informatika (Diskominfo)", "KemenPANRB"),
        ),
        (
            *(2, "TK-2", None, None, "Waktu layanan perizinan", 40, "hari", 5),
            *("Semakin rendah, semakin baik", ACHIEVED, "Dinas Penanaman Modal dan PTSP", None),
        ),
        (
            *(3, "EK-1", "Smart Economy", percent(0.6), "Penduduk miskin", 50, "%", "≤ 7,5%"),
            *("minimasi", "Capaian terhadap target, maks. 100%", "Bappeda; Dinsos", "BPS"),
        ),
        (
            *(4, "EK-2", None, None, "Portal UMKM", 50, None, None),
            *(None, "Ya/Tidak", "Diskominfo", None),
        ),
        ("Jumlah", None, None, percent(1), None, 200),
        ("Kediri, 2 Desember 2025",),
    )
    return merged(xlsx({"IKU 2026": rows}), "C7:C8", "D7:D8", "C9:C10", "D9:D10")


WITH_CODES = """\
kediri_index: 1
id: kota-contoh-2026
version: "1"
status: own
title: Indeks Kota Cerdas Kota Contoh Tahun 2026
source: RPJMD Kota Contoh 2025-2029
year: 2026
scale: {min: 0, max: 100}
kinds: {pillar: {name: Pilar}}
groups:
  - {id: smart-governance, kind: pillar, weight: 40, name: Smart Governance}
  - {id: smart-economy, kind: pillar, weight: 60, name: Smart Economy}
indicators:
  - id: TK-1
    in: smart-governance
    weight: 60
    name: Indeks SPBE
    unit: indeks
    score: {method: achievement, target: 3.5}
  - id: TK-2
    in: smart-governance
    weight: 40
    name: Waktu layanan perizinan
    unit: hari
    direction: lower
    score: {method: achievement, target: 5}
  - id: EK-1
    in: smart-economy
    weight: 50
    name: Penduduk miskin
    unit: "%"
    direction: lower
    score: {method: achievement, target: 7.5, cap: 1}
  - id: EK-2
    in: smart-economy
    weight: 50
    name: Portal UMKM
    score: {method: yes_no, yes: 100, no: 0}
"""

FLAT = """\
Pilar;Sub pilar;Indikator;Satuan;Target;Arah;Cara penilaian;OPD
Tata kelola;Layanan;Kepuasan masyarakat;;;;skala 1-4;Bagian Organisasi
Tata kelola;Layanan;Aduan ditindaklanjuti;%;90;tinggi;;Diskominfo
Tata kelola;Data;Kematangan data;;;;level 1 s.d. 5;Diskominfo / Bappeda
Ekonomi;;Pengangguran terbuka;%;;semakin tinggi semakin buruk;minimum 2, maksimum 12;Disnaker
"""

OF_FLAT = """\
kediri_index: 1
id: kota-contoh-2027
version: "1"
status: own
title: Indeks Kota Contoh 2027
year: 2027
scale: {min: 0, max: 100}
kinds: {pillar: {name: Pilar}, sub_pillar: {name: Sub pilar}}
groups:
  - id: tata-kelola
    kind: pillar
    weight: 1
    name: Tata kelola
    groups:
      - {id: layanan, kind: sub_pillar, name: Layanan}
      - {id: data, kind: sub_pillar, name: Data}
  - {id: ekonomi, kind: pillar, weight: 1, name: Ekonomi}
indicators:
  - id: TAT-01
    in: layanan
    name: Kepuasan masyarakat
    score:
      method: levels
      levels: {1: Tingkat 1, 2: Tingkat 2, 3: Tingkat 3, 4: Tingkat 4}
      spread: true
      fractional: true
  - id: TAT-02
    in: layanan
    name: Aduan ditindaklanjuti
    unit: "%"
    score: {method: achievement, target: 90}
  - id: TAT-03
    in: data
    name: Kematangan data
    score:
      method: levels
      levels: {1: Tingkat 1, 2: Tingkat 2, 3: Tingkat 3, 4: Tingkat 4, 5: Tingkat 5}
      spread: true
  - id: EKO-01
    in: ekonomi
    name: Pengangguran terbuka
    unit: "%"
    direction: lower
    score: {method: goalposts, min: 2, max: 12}
"""


def of_texts_with_a_second_sheet() -> bytes:
    """Numbers as texts, directions in the name or remarks, weights of pillars on another sheet."""
    return xlsx(
        {
            "Daftar Indikator": (
                ("Judul", "Indeks Daya Saing Daerah"),
                ("Daerah", "Kabupaten Contoh"),
                ("Tahun", "2026"),
                ("Skala", "0 s.d. 4"),
                ("Predikat", "Rendah < 2; Sedang < 3; Tinggi"),
                (),
                (
                    *("No.", "Aspek", "Nama Indikator", "Bobot Indikator", "Satuan", "Target"),
                    *("Metode", "OPD Pengampu", "Keterangan"),
                ),
                (
                    *(
                        "1",
                        "Lingkungan",
                        "Indeks kualitas lingkungan hidup",
                        "55 %",
                        "poin",
                        "65,5",
                    ),
                    *("min 40 maks 80", "DLH", "makin tinggi makin baik"),
                ),
                (
                    *("2", "Lingkungan", "Timbulan sampah (semakin rendah semakin baik)", "45 %"),
                    *("ton", "1.250,5", "capaian", "DLH dan PUPR", None),
                ),
                (
                    *("3", "Manusia", "Angka harapan hidup", "100 %", "tahun", "74,25"),
                    *("< 60 = 1; < 70 = 2; < 74 = 3; selebihnya = 4", "Dinkes\nBappeda", None),
                ),
            ),
            "Bobot": (
                ("Bobot aspek",),
                ("Aspek", "Bobot"),
                ("Lingkungan", "0,35"),
                ("Manusia", "0,65"),
            ),
        }
    )


OF_TEXTS = """\
kediri_index: 1
id: kabupaten-contoh-2026
version: "1"
status: own
title: Indeks Daya Saing Daerah
year: 2026
scale: {min: 0, max: 4}
classes: [{name: Rendah, below: 2}, {name: Sedang, below: 3}, {name: Tinggi}]
kinds: {aspect: {name: Aspek}}
groups:
  - {id: lingkungan, kind: aspect, weight: 0.35, name: Lingkungan}
  - {id: manusia, kind: aspect, weight: 0.65, name: Manusia}
indicators:
  - id: LIN-01
    in: lingkungan
    weight: 55
    name: Indeks kualitas lingkungan hidup
    unit: poin
    score: {method: goalposts, min: 40, max: 80}
  - id: LIN-02
    in: lingkungan
    weight: 45
    name: Timbulan sampah (semakin rendah semakin baik)
    unit: ton
    direction: lower
    score: {method: achievement, target: 1250.5}
  - id: MAN-01
    in: manusia
    weight: 100
    name: Angka harapan hidup
    unit: tahun
    score:
      method: bands
      bands: [{below: 60, score: 1}, {below: 70, score: 2}, {below: 74, score: 3}, {score: 4}]
"""
