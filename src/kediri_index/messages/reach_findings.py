"""Findings of lint: what a definition can reach, and what it hardly means."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

REACH_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D250",
        Severity.WARNING,
        "nilai tertinggi tidak tercapai",
        "highest score out of reach",
        "daerah dengan isian terbaik mendapat {high}, padahal skala sampai {top}; indikator yang "
        "nilainya tidak sampai ke sana: {count} ({ids})",
        "the best answers give {high}, but the scale goes up to {top}; indicators that stay below: "
        "{count} ({ids})",
        "periksa metode penilaian indikator itu: untuk tingkat tulis `spread: true` atau "
        "`score`; atau ubah `scale`",
        "check how these indicators are scored: for levels write `spread: true` or `score`; or "
        "change `scale`",
    ),
    FindingText(
        "D251",
        Severity.NOTE,
        "nilai terendah tidak tercapai",
        "lowest score out of reach",
        "daerah dengan isian terburuk masih mendapat {low}, padahal skala mulai dari {bottom}; "
        "indikator yang nilainya tidak turun ke sana: {count} ({ids})",
        "the worst answers still give {low}, but the scale starts at {bottom}; indicators that "
        "stay above: {count} ({ids})",
        "biarkan bila memang begitu; jika tidak, periksa metode penilaian indikator itu atau "
        "`scale`",
        "leave it if this is meant; if not, check how these indicators are scored, or change "
        "`scale`",
    ),
    FindingText(
        "D252",
        Severity.WARNING,
        "nilai indeks melewati skala",
        "overall score beyond the scale",
        "nilai indeks dapat terletak dari {low} sampai {high}, padahal skala {bottom} sampai {top}",
        "the overall score can lie between {low} and {high}, but the scale goes from {bottom} to "
        "{top}",
        "sesuaikan `scale`; dengan `aggregate: sum` batas atasnya ialah jumlah bobot dikali "
        "nilai tertinggi",
        "adjust `scale`; with `aggregate: sum` its upper end is the sum of weight times highest "
        "score",
    ),
    FindingText(
        "D253",
        Severity.WARNING,
        "tingkat lebih tinggi bernilai lebih rendah",
        "higher level with a lower score",
        "tingkat {high} bernilai {less}, padahal tingkat {low} bernilai {worth}",
        "level {high} scores {less}, but level {low} scores {worth}",
        "biarkan bila memang begitu; jika tidak, tukar kedua `score`",
        "leave it if this is meant; if not, swap the scores",
    ),
    FindingText(
        "D254",
        Severity.WARNING,
        "to tidak berpengaruh",
        "to without effect",
        "`to` {value} tidak mengubah nilai dengan metode {method}, karena setiap nilai sudah "
        "ditentukan",
        "`to` {value} changes no score of the method {method}, since each score is given",
        "untuk membagi tingkat pada rentang itu tulis `spread: true`; jika tidak, hapus `to`",
        "to divide the levels over that range write `spread: true`; if not, delete `to`",
    ),
    FindingText(
        "D255",
        Severity.WARNING,
        "target di luar valid",
        "target outside valid",
        "target {value} tidak mungkin dicapai, karena realisasi hanya boleh {low} sampai {high}",
        "the target {value} is out of reach, since `valid` goes from {low} to {high}",
        "perbaiki `target` atau `valid`",
        "correct `target` or `valid`",
    ),
    FindingText(
        "D257",
        Severity.ERROR,
        "koma desimal di antara kurung",
        "decimal comma in brackets",
        "di antara kurung, koma memisahkan nilai, sehingga «{value}» dibaca sebagai dua{instead}",
        "within brackets a comma separates values, so «{value}» is read as two{instead}",
        "tulis desimal dengan titik",
        "write decimals with a point",
    ),
    FindingText(
        "D258",
        Severity.ERROR,
        "% tanpa tanda kutip",
        "% without quotes",
        "dalam YAML nilai tidak boleh diawali % tanpa tanda kutip{instead}",
        "in YAML a value cannot begin with % without quotes{instead}",
        "beri tanda kutip",
        "put it in quotes",
    ),
    FindingText(
        "D256",
        Severity.WARNING,
        "jumlah bobot hampir bulat",
        "weights that nearly add up",
        "jumlah bobot di sini {total}, bukan {stated}: {weights}",
        "the weights here add up to {total}, not {stated}: {weights}",
        "perbaiki bobotnya, lalu tulis `weights_sum: {stated}` agar jumlahnya selalu diperiksa",
        "correct the weights, then write `weights_sum: {stated}` so that the sum is always checked",
    ),
)
