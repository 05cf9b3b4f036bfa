"""Findings that come up while scoring."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

SCORING_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S201",
        Severity.ERROR,
        "target nol",
        "target of zero",
        "target nol: capaian terhadap 0 tidak dapat dihitung",
        "target of zero: achievement against 0 cannot be computed",
        "isi target yang bukan nol, atau ubah cara penilaian indikator ini di definisi",
        "give a target other than zero, or change how the definition scores this indicator",
    ),
    FindingText(
        "S202",
        Severity.WARNING,
        "capaian di bawah nol",
        "achievement below zero",
        "capaian «{value}» terhadap targetnya ({target}) bernilai {share}, di bawah nol{perhaps}",
        "the achievement of «{value}» against its target ({target}) is {share}, below "
        "zero{perhaps}",
        "periksa realisasi, target, dan satuannya",
        "check the actual value, the target and their units",
    ),
    FindingText(
        "S203",
        Severity.ERROR,
        "target belum ada",
        "no target",
        "realisasi «{measure}» tanpa target: capaian tidak dapat dihitung",
        "result «{measure}» without a target: achievement cannot be computed",
        "isi kolom Target",
        "fill in the column Target",
    ),
    FindingText(
        "S204",
        Severity.ERROR,
        "logaritma dari nol atau negatif",
        "logarithm of zero or less",
        "«{value}» tidak lebih dari nol, jadi logaritmanya tidak ada",
        "«{value}» is not above zero, so it has no logarithm",
        "periksa angka dan satuannya",
        "check the number and its unit",
    ),
    FindingText(
        "S305",
        Severity.WARNING,
        "tahun lalu tidak ditemukan",
        "no last year found",
        "{unit}: tidak ada nilai tahun sebelumnya di {value}, jadi perubahannya tidak dihitung",
        "{unit}: no score of a year before in {value}, so no change is computed",
        "periksa nama wilayah dan tahun di berkas itu",
        "check the unit's name and the year in that file",
    ),
)
