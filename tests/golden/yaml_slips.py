"""Definitions as people write them who know no YAML: one fault each, in a small index."""

from __future__ import annotations

from typing import NamedTuple

BASE = """\
kediri_index: 1
id: indeks-kota
version: "1"
status: own
title: Indeks Kota Cerdas
source: Peraturan Wali Kota Nomor 5 Tahun 2026
scale: {min: 0, max: 100}
kinds:
  pilar: {name: Pilar}
groups:
  - id: ekonomi
    kind: pilar
    weight: 60
    name: Ekonomi
  - id: lingkungan
    kind: pilar
    weight: 40
    name: Lingkungan
indicators:
  - id: EKO-01
    in: ekonomi
    name: Pertumbuhan ekonomi
    unit: persen
    weight: 50
    direction: higher
  # angka dari BPS
  - id: EKO-02
    in: ekonomi
    name: Tingkat pengangguran
    unit: persen
    weight: 50
    direction: lower
  - {id: LIN-01, in: lingkungan, name: Sampah terkelola, unit: persen, valid: [0, 100]}
score: {method: achievement, target: 90}
"""
"""Without a fault."""


class Slip(NamedTuple):
    """A fault: *old* texts of the base and the *new* ones in their place, in an *encoding*.

    *meant* are texts in place of the old ones where the file means something else than the base.
    *lists* tells whether lines beside the fault move with it.
    """

    name: str
    edits: tuple[tuple[str, str], ...]
    encoding: str = "utf-8"
    meant: tuple[tuple[str, str], ...] = ()
    certain: bool = True
    lists: bool = False

    def data(self) -> bytes:
        """Return the bytes of the file with the fault."""
        return _edited(self.edits).encode(self.encoding)

    def intended(self) -> str:
        """Return the text of the file that was meant."""
        return _edited(self.meant)


def _edited(edits: tuple[tuple[str, str], ...]) -> str:
    text = BASE
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


def _name(new: str) -> tuple[tuple[str, str], ...]:
    return (("name: Ekonomi\n", f"name: {new}\n"),)


TABBED = BASE.partition("groups:")[2].partition("indicators:")[0]

SLIPS = (
    Slip("kunci berbahasa Indonesia", (("weight:", "bobot:"), ("    name:", "    nama:"))),
    Slip(
        "nilai berbahasa Indonesia",
        (
            ("direction: higher", "direction: semakin tinggi semakin baik"),
            ("direction: lower", "direction: rendah"),
            ("status: own", "status: sendiri"),
        ),
    ),
    Slip(
        "bobot dengan tanda persen",
        (
            ("weight: 60", "weight: 60%"),
            ("weight: 40", "weight: 40 %"),
            ("weight: 50", "weight: 50%"),
        ),
    ),
    Slip(
        "koma desimal",
        (
            ("weight: 60", "weight: 62,5"),
            ("weight: 40", "weight: '37,5'"),
            ("max: 100", "max: 98,5"),
        ),
        meant=(
            ("weight: 60", "weight: 62.5"),
            ("weight: 40", "weight: 37.5"),
            ("max: 100", "max: 98.5"),
        ),
    ),
    Slip(
        "persen tanpa tanda kutip",
        (("unit: persen", "unit: %"),),
        meant=(("unit: persen", 'unit: "%"'),),
    ),
    Slip(
        "titik dua di dalam teks",
        _name("Ekonomi: kota dan desa"),
        meant=_name('"Ekonomi: kota dan desa"'),
    ),
    Slip(
        "tab sebagai indentasi", ((TABBED, TABBED.replace("    ", "\t\t").replace("  -", "\t-")),)
    ),
    Slip(
        "tanda kutip lengkung",
        (*_name("“Ekonomi: kota”"), ("unit: persen", "unit: \u2018persen\u2019")),
        meant=_name('"Ekonomi: kota"'),
    ),
    Slip(
        "spasi tak terputus",
        (
            ("    weight: 50", "    weight:\xa050"),
            ("    kind: pilar", "\xa0\xa0\xa0\xa0kind: pilar"),
        ),
    ),
    Slip(
        "tanda hubung tanpa spasi",
        (("  - id: ekonomi", "  -id: ekonomi"), ("  - id: EKO-02", "  -id: EKO-02")),
    ),
    Slip(
        "titik dua tanpa spasi",
        (("weight: 40", "weight:40"), ("unit: persen\n", "unit = persen\n")),
    ),
    Slip(
        "indentasi tidak lurus",
        (("    weight: 60", "     weight: 60"), ("    name: Lingkungan", "   name: Lingkungan")),
        certain=False,
    ),
    Slip(
        "daftar tanpa tanda hubung",
        (("  - id: ekonomi", "    id: ekonomi"), ("  - id: lingkungan", "    id: lingkungan")),
        lists=True,
    ),
    Slip("isi tidak menjorok", (("scale: {min: 0, max: 100}", "scale:\nmin: 0\nmax: 100"),)),
    Slip("kunci ganda", (("    weight: 40", "    weight: 40\n    weight: 45"),), certain=False),
    Slip(
        "tanda khusus di awal teks",
        (
            *_name("@ekonomi"),
            ("Pertumbuhan", "`Pertumbuhan`"),
            ("name: Tingkat", "name: *Tingkat"),
            ("name: Lingkungan", "name: &Lingkungan hidup"),
        ),
        meant=(
            *_name('"@ekonomi"'),
            ("name: Pertumbuhan ekonomi", 'name: "`Pertumbuhan` ekonomi"'),
            ("name: Tingkat pengangguran", 'name: "*Tingkat pengangguran"'),
            ("name: Lingkungan", 'name: "&Lingkungan hidup"'),
        ),
    ),
    Slip(
        "lokasi Windows di antara tanda kutip",
        (("source: Peraturan Wali Kota Nomor 5 Tahun 2026", 'source: "C:\\Data\\Perwali.pdf"'),),
        meant=(
            ("source: Peraturan Wali Kota Nomor 5 Tahun 2026", "source: 'C:\\Data\\Perwali.pdf'"),
        ),
    ),
    Slip("berkas UTF-16", (), "utf-16"),
    Slip(
        "berkas ANSI (Windows-1252)",
        (("Peraturan Wali Kota Nomor", "Perwali – Nomor"),),
        "cp1252",
        (("Peraturan Wali Kota Nomor", "Perwali – Nomor"),),
    ),
    Slip(
        "tanda pisah dari Word",
        (("  - id: ekonomi", "  – id: ekonomi"), ("  - id: EKO-02", "  • id: EKO-02")),
    ),
    Slip("tanda kutip tidak ditutup", _name('"Ekonomi'), certain=False),
    Slip(
        "tanda kutip di dalam tanda kutip",
        _name("'Ekonomi Jum'at'"),
        meant=_name('"Ekonomi Jum\'at"'),
    ),
    Slip(
        "koma di antara kurung kurawal",
        (("name: Sampah terkelola", "name: Sampah, limbah, dan air"),),
        meant=(("name: Sampah terkelola", 'name: "Sampah, limbah, dan air"'),),
    ),
    Slip("rentang dengan tanda hubung", (("valid: [0, 100]", "valid: 0 - 100"),)),
    Slip("angka dengan dua bacaan", (("weight: 60", "weight: 1,250"),), certain=False),
)
