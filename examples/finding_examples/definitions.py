"""The definitions that the examples are checked with: small, and invented."""

from __future__ import annotations

from collections.abc import Mapping


def _top(name: str, title: str) -> str:
    return f"""\
kediri_index: 1
id: {name}
version: "1"
status: own
title: {title}
scale: {{min: 0, max: 4}}
kinds: {{pillar: {{name: Pilar, name_en: Pillar}}}}
"""


_GROUPS = "groups: [{id: pelayanan, kind: pillar, name: Pelayanan, name_en: Services}]\n"
_TWO = """\
indicators:
  - {id: U-1, in: pelayanan, name: Layanan daring, name_en: Online services}
  - {id: U-2, in: pelayanan, name: Waktu layanan, name_en: Time of service}
"""
_NESTED = """\
groups:
  - id: tata-kelola
    kind: pillar
    name: Tata kelola
    name_en: Governance
    groups: [{id: pelayanan, kind: pillar, name: Pelayanan, name_en: Services}]
"""
_EVIDENCE = """\
indicators:
  - id: T-1
    in: pelayanan
    name: Tim pelayanan
    name_en: Service team
    score: {method: levels, levels: {0: belum, 1: rintisan, 2: terkelola}}
    evidence: {1: [SK tim], 2: [Laporan rapat]}
"""
_SURVEY = """\
indicators:
  - {id: S-1, in: pelayanan, name: Layanannya cepat, survey: {min_respondents: 2}}
  - {id: S-2, in: pelayanan, name: Petugasnya ramah, survey: {}}
  - id: S-3
    in: pelayanan
    name: Fasilitasnya bersih
    survey: {answers: {1: Tidak setuju, 2: Ragu-ragu, 3: Setuju, 4: Sangat setuju}}
  - {id: S-4, in: pelayanan, name: Biayanya wajar, survey: {groups: [warga, pelaku usaha]}}
  - id: S-5
    in: pelayanan
    name: Kegunaan
    survey: {questions: {U-1: Bermanfaat bagi saya, U-2: Menghemat waktu}}
  - {id: S-6, in: pelayanan, name: Manfaat, survey: {questions: {V-1: Bermanfaat bagi saya}}}
"""
_SURVEY_OF_TEN = """\
indicators:
  - id: S-1
    in: pelayanan
    name: Kepuasan
    survey:
      questions: {P1: Satu, P2: Dua, P3: Tiga, P4: Empat, P5: Lima, P6: Enam, P7: Tujuh,
        P8: Delapan, P9: Sembilan, P10: Sepuluh}
"""
_EXCLUDE = "missing: {answers: exclude}\n"
_MEASURED = """\
indicators:
  - id: T-1
    in: pelayanan
    name: Pengelolaan aduan
    score: {method: levels, levels: {0: Belum, 2: Sebagian, 4: Semua}}
  - {id: Y-1, in: pelayanan, name: Peraturan daerah, score: {method: yes_no, yes: 4, no: 0}}
  - {id: M-1, in: pelayanan, name: Warga terlayani, score: {method: achievement, to: [0, 4]}}
  - {id: P-1, in: pelayanan, name: Cakupan jaringan, unit: "%", score: {method: achievement}}
  - id: R-1
    in: pelayanan
    name: Titik wifi publik
    valid: [0, 9000]
    score: {method: goalposts, min: 0, max: 100}
  - id: L-1
    in: pelayanan
    name: Kunjungan laman
    score: {method: goalposts, min: 1, max: 100, transform: log}
  - id: S-1
    in: pelayanan
    name: Loket terpadu
    score: {method: achievement, target: 10, to: [0, 4]}
"""
_AMONG_UNITS = """\
indicators:
  - {id: MM-1, in: pelayanan, name: Warga terlayani, score: {method: min_max}}
  - {id: PR-1, in: pelayanan, name: Titik wifi publik, score: {method: rank}}
  - id: AC-1
    in: pelayanan
    name: Kunjungan laman
    score: {method: distance_to_reference, unit: Kota Acuan}
  - id: TG-1
    in: pelayanan
    name: Loket terpadu
    score: {method: distance_to_target, target: 10}
  - {id: BT-1, in: pelayanan, name: Cakupan jaringan, score: {method: fraction_of_max}}
  - id: WL-1
    in: pelayanan
    name: Waktu layanan
    direction: lower
    score: {method: fraction_of_max}
  - {id: PT-1, in: pelayanan, name: Aduan selesai, score: {method: quantile_bands, bands: 4}}
"""
_PREPARED = """\
prepare:
  - denominate: {D-1: Penduduk}
  - impute: {method: group_mean, by: Pulau}
  - screen: {min_present: 0.5}
score: {method: goalposts, min: 0, max: 10}
indicators:
  - {id: D-1, in: pelayanan, name: Titik wifi per penduduk}
  - {id: D-2, in: pelayanan, name: Loket terpadu}
"""


def _same(count: int) -> str:
    lines = (f"  - {{id: B-{n}, in: pelayanan, name: Butir {n}}}\n" for n in range(1, count + 1))
    return f"indicators:\n{''.join(lines)}"


def _combined(name: str, title: str, aggregation: str) -> str:
    top = _top(name, title).replace("min: 0", "min: -4")
    return top + f"aggregate: {aggregation}\naggregate_top: arithmetic\n" + _GROUPS + _TWO


DEFINITIONS: Mapping[str, str] = {
    "uji.yaml": _top("uji", "Dua pertanyaan") + _GROUPS + _TWO,
    "terukur.yaml": _top("terukur", "Satu pertanyaan tiap metode") + _GROUPS + _MEASURED,
    "berbukti.yaml": _top("berbukti", "Jawaban dengan bukti")
    + _GROUPS
    + _TWO
    + "evidence: required\n",
    "berlaku.yaml": _top("berlaku", "Pertanyaan yang selalu berlaku")
    + _GROUPS
    + _TWO
    + "missing: {not_applicable: refuse}\n",
    "senama.yaml": _top("senama", "Dua pertanyaan bernama sama")
    + _GROUPS
    + _TWO.replace("Waktu layanan", "Layanan daring"),
    "lengkap.yaml": _top("lengkap", "Semua jawaban harus ada")
    + "missing: {answers: exclude, min_present: 1}\n"
    + _GROUPS
    + _TWO,
    "tak-berbobot.yaml": _top("tak-berbobot", "Satu jawaban tanpa bobot")
    + _EXCLUDE
    + _GROUPS
    + _TWO.replace("name: Layanan", "weight: 0, name: Layanan").replace(
        "name: Waktu", "weight: 1, name: Waktu"
    ),
    "faktor.yaml": _combined("faktor", "Rata-rata geometrik", "geometric"),
    "seimbang.yaml": _combined("seimbang", "Indeks Mazziotta–Pareto", "{mpi: -1}"),
    "antarwilayah.yaml": _combined("antarwilayah", "Copeland antarwilayah", "copeland"),
    "bertanding.yaml": _top("bertanding", "Wilayah dibandingkan satu dengan yang lain")
    + "aggregate_top: copeland\n"
    + _GROUPS
    + _TWO,
    "skala-lima.yaml": _top("skala-lima", "Dua pertanyaan, skala 0–5").replace("max: 4", "max: 5")
    + _GROUPS
    + _TWO,
    "diinterpolasi.yaml": _top("diinterpolasi", "Dua pertanyaan, satu di antara dua batas")
    + _GROUPS
    + _TWO.replace("U-2,", "U-2, score: {method: goalposts, min: 0, max: 10},"),
    "panel.yaml": _top("panel", "Wilayah dinilai satu terhadap yang lain")
    + _EXCLUDE
    + _GROUPS
    + _AMONG_UNITS,
    "disiapkan.yaml": _top("disiapkan", "Data disiapkan sebelum dinilai")
    + _EXCLUDE
    + _GROUPS
    + _PREPARED,
    "bertingkat.yaml": _top("bertingkat", "Kelompok di dalam kelompok") + _NESTED + _TWO,
    "bukti.yaml": _top("bukti", "Bukti per tingkat") + _GROUPS + _EVIDENCE,
    "survei.yaml": _top("survei", "Survei kepada responden") + _EXCLUDE + _GROUPS + _SURVEY,
    "survei-panjang.yaml": _top("survei-panjang", "Survei sepuluh pertanyaan")
    + _GROUPS
    + _SURVEY_OF_TEN,
    "delapan.yaml": _top("delapan", "Delapan butir") + _EXCLUDE + _GROUPS + _same(8),
}
"""By the name of the file, in the folder ``definisi``."""
