"""Findings about panel methods and the steps of ``prepare`` in a definition."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

PREPARE_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D240",
        Severity.ERROR,
        "bukan satu langkah",
        "not one step",
        "{value} bukan tepat satu langkah; setiap butir prepare memuat satu dari denominate, "
        "impute, screen, treat",
        "{value} is not exactly one step; each item of prepare holds one of denominate, impute, "
        "screen, treat",
        "tulis setiap langkah sebagai butir sendiri, menurut urutannya",
        "write each step as an item of its own, in their order",
    ),
    FindingText(
        "D245",
        Severity.ERROR,
        "langkah untuk indikator yang tidak ada",
        "step for an indicator that is not there",
        "denominate menyebut indikator «{value}», yang tidak ada di definisi ini{near}",
        "denominate names the indicator «{value}», which this definition does not have{near}",
        "perbaiki id-nya, atau hapus barisnya",
        "correct the id, or delete the line",
    ),
    FindingText(
        "D242",
        Severity.ERROR,
        "langkah tanpa kelompok",
        "step without groups",
        "metode {value} membutuhkan {key}: kolom yang menyebut kelompok setiap wilayah",
        "the method {value} needs {key}: the column that says the group of each unit",
        "tambahkan {key}, atau pilih mean atau median",
        "add {key}, or choose mean or median",
    ),
    FindingText(
        "D243",
        Severity.WARNING,
        "kunci tidak berpengaruh",
        "key without effect",
        "{value} tidak berpengaruh pada metode {method}",
        "{value} has no effect under the method {method}",
        "hapus kunci itu, atau pilih metode lain",
        "delete the key, or choose another method",
    ),
    FindingText(
        "D244",
        Severity.ERROR,
        "sd tidak positif",
        "sd not positive",
        "sd {value} harus di atas nol, agar nilai yang lebih baik tetap lebih tinggi",
        "an sd of {value} must be above zero, so that better values keep higher scores",
        "tulis sd di atas nol, misalnya 1 atau 10",
        "write an sd above zero, such as 1 or 10",
    ),
)
