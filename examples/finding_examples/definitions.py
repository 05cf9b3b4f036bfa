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
    "delapan.yaml": _top("delapan", "Delapan butir") + _EXCLUDE + _GROUPS + _same(8),
}
"""By the name of the file, in the folder ``definisi``."""
