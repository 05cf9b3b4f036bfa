"""Write an invented project folder whose definition asks for evidence level by level.

Two agencies, three indicators of maturity, and what an assessor said of their papers. Nothing in
it is of a real city. Run as ``python -m examples.make_bukti_rekaan``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from examples.finding_examples.workbooks import Row, Sheet, workbook
from examples.make_examples import FOLDER

PROJECT = FOLDER / "bukti-rekaan"
YEAR, UNIT = 2026, "Kota Rekaan"
INVENTED = "CONTOH: semua isian di berkas ini rekaan"
DEFINITION = """\
# Contoh rekaan: tiga indikator kematangan dengan butir bukti dukung per tingkat.
kediri_index: 1
id: bukti-rekaan
version: "1"
status: own
title: Kematangan layanan (contoh rekaan)
title_en: Maturity of services (invented example)
year: 2026
scale: {min: 1, max: 3}
score: {method: levels, levels: {1: Rintisan, 2: Terkelola, 3: Terpadu}}
kinds: {aspek: {name: Aspek, name_en: Aspect}}
groups:
  - {id: tata-kelola, kind: aspek, weight: 60, name: Tata kelola, name_en: Governance}
  - {id: layanan, kind: aspek, weight: 40, name: Layanan, name_en: Services}
indicators:
  - id: T-1
    in: tata-kelola
    name: Tim koordinasi
    name_en: Coordination team
    opd: diskominfo
    evidence:
      1: [SK tim]
      2: [Laporan rapat tahunan, Rencana kerja]
      3: [Laporan evaluasi]
  - id: T-2
    in: tata-kelola
    name: Peta rencana
    name_en: Roadmap
    opd: bappeda
    evidence:
      1: [Draf peta rencana]
      2: [Perwal peta rencana]
      3: [Laporan peninjauan]
  - id: L-1
    in: layanan
    name: Layanan pengaduan
    name_en: Complaints service
    opd: diskominfo
    evidence:
      1: [Tangkapan layar kanal]
      2: [Prosedur baku]
      3: [Rekap tindak lanjut]
"""
PROFILE = """\
# Rekaan, seperti semua di folder ini.
unit: Kota Rekaan
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika, short: Diskominfo}
  - {id: bappeda, name: Badan Perencanaan Pembangunan Daerah, short: Bappeda}
due: 2099-12-31
"""
ANSWERS: dict[str, tuple[Row, ...]] = {
    "Dinas Komunikasi dan Informatika": (("T-1", 3, 2), ("L-1", 2, 2)),
    "Badan Perencanaan Pembangunan Daerah": (("T-2", 2, 1),),
}
"""Code, self-assessed level, assessor's level."""
ITEMS: dict[str, tuple[Row, ...]] = {
    "Dinas Komunikasi dan Informatika": (
        ("T-1.1.1", "SK tim", "sk-tim.pdf", "diterima", None),
        ("T-1.2.1", "Laporan rapat tahunan", "rapat.pdf", "diterima", None),
        ("T-1.2.2", "Rencana kerja", "rencana.pdf", "diterima", None),
        ("T-1.3.1", "Laporan evaluasi", None, "belum ada", None),
        ("L-1.1.1", "Tangkapan layar kanal", "kanal.png", "diterima", None),
        ("L-1.2.1", "Prosedur baku", "prosedur.pdf", "diterima", None),
        ("L-1.3.1", "Rekap tindak lanjut", None, None, None),
    ),
    "Badan Perencanaan Pembangunan Daerah": (
        ("T-2.1.1", "Draf peta rencana", "draf.pdf", "diterima", None),
        ("T-2.2.1", "Perwal peta rencana", "perwal.pdf", "perlu perbaikan", "belum ditandatangani"),
        ("T-2.3.1", "Laporan peninjauan", None, None, None),
    ),
}
"""Code, item, file, status and note."""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write an invented project with evidence.")
    parser.add_argument(
        "--output", type=Path, default=PROJECT, metavar="DIR", help="default: beside this script"
    )
    for path in write_all(parser.parse_args().output):
        print(f"wrote {path}")


def write_all(folder: Path) -> list[Path]:
    """Write definition, profile and the workbooks below *folder*; return their paths."""
    texts = {"config/pillars.yaml": DEFINITION, "config/profile.yaml": PROFILE}
    files = {name: text.encode() for name, text in texts.items()}
    files |= {f"masuk/{opd}.xlsx": _sent(opd) for opd in ANSWERS}
    paths = []
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths


def _sent(opd: str) -> bytes:
    about: tuple[Row, ...] = (("Wilayah", UNIT), ("Tahun", YEAR), ("OPD", opd), ("Revisi", 1))
    answers = (("Kode", "Nilai mandiri", "Nilai asesor"), *ANSWERS[opd])
    items = (("Kode", "Bukti", "Berkas/tautan", "Status", "Catatan"), *ITEMS[opd])
    return workbook(
        {
            "Identitas": Sheet(((INVENTED,), *about)),
            "Penilaian": Sheet(answers),
            "Bukti dukung": Sheet(items),
        }
    )


if __name__ == "__main__":
    main()
