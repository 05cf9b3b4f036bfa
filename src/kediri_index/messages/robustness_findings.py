"""Findings of ``robustness``: sets of weights, and draws that are not to be trusted."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

ROBUSTNESS_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S801",
        Severity.ERROR,
        "kode tidak dikenal dalam himpunan bobot",
        "unknown code in a set of weights",
        "definisi tidak punya indikator atau kelompok «{value}»{nearest}",
        "the definition has no indicator or group «{value}»{nearest}",
        "perbaiki kodenya, atau hapus kolom ini",
        "correct the code, or delete this column",
    ),
    FindingText(
        "S802",
        Severity.ERROR,
        "bukan bobot",
        "not a weight",
        "bobot {node} di sini «{value}», padahal harus angka yang tidak di bawah nol",
        "the weight of {node} is «{value}» here, but must be a number not below zero",
        "tulis bobotnya dengan angka, misalnya 1.25",
        "write the weight as a number, such as 1.25",
    ),
    FindingText(
        "S803",
        Severity.ERROR,
        "himpunan bobot dengan jumlah kolom lain",
        "set of weights with another number of columns",
        "himpunan «{value}» punya {there} sel, padahal kepala tabel punya {columns}",
        "the set «{value}» has {there} cells, but the header has {columns}",
        "samakan jumlahnya; angka berkoma desimal perlu tanda kutip, atau pemisah titik koma",
        "make them as many; a number with a decimal comma wants quotes, or semicolons between "
        "cells",
    ),
    FindingText(
        "S804",
        Severity.ERROR,
        "bobot disebut dua kali",
        "weight named twice",
        "kolom «{value}» sudah ada di kiri",
        "the column «{value}» is there already, further left",
        "hapus salah satunya",
        "delete one of them",
    ),
    FindingText(
        "S805",
        Severity.ERROR,
        "kolom pertama bukan set",
        "first column is not set",
        "kolom pertama bernama «{value}», padahal harus «set», nama setiap himpunan",
        "the first column is called «{value}», but must be «set», the name of each set",
        "tulis kepala tabel sebagai set,<kode>,…",
        "write the header as set,<code>,…",
    ),
    FindingText(
        "S806",
        Severity.ERROR,
        "tidak ada himpunan bobot",
        "no set of weights",
        "berkas ini tidak memuat satu pun himpunan bobot",
        "this file holds no set of weights",
        "tulis satu himpunan per baris di bawah kepala tabel",
        "write one set a row below the header",
    ),
    FindingText(
        "S811",
        Severity.WARNING,
        "metode yang tidak dapat menggantikan",
        "method that cannot stand in",
        "{value} tidak memberi nilai bagi {count} indikator ({names}); di sana metode definisi "
        "tetap dipakai",
        "{value} has no score for {count} indicators ({names}); there the definition's own method "
        "stays",
        "pastikan itu yang dimaksud, atau hapus metode ini dari --methods",
        "make sure that this is meant, or leave the method out of --methods",
    ),
    FindingText(
        "S812",
        Severity.WARNING,
        "isian kosong yang tidak dapat diacak",
        "missing answer that cannot be drawn",
        "{value} kosong, tetapi nilainya tidak punya batas bawah dan atas, jadi tidak diacak",
        "{value} is missing, but its score has no lowest and highest value, so it is not drawn",
        "beri to pada indikator itu, atau scale pada definisi",
        "give the indicator its range under to, or the definition its scale",
    ),
    FindingText(
        "S813",
        Severity.WARNING,
        "simulasi dengan bagian tanpa nilai",
        "draws in which a part has no score",
        "pada {units} wilayah ada simulasi dengan kelompok yang tidak bernilai, karena bagiannya "
        "tidak dapat digabungkan; paling sering pada {value}: {share} % simulasi",
        "draws of {units} units have a group without a score, since its parts cannot be combined; "
        "most often {value}, in {share} % of the draws",
        "lihat metode dan cara penggabungannya: rata-rata geometrik, misalnya, tidak menerima "
        "nilai negatif",
        "look at the methods and aggregations: a geometric mean, for one, takes no negative score",
    ),
    FindingText(
        "S814",
        Severity.WARNING,
        "simulasi terlalu sedikit: indeks Sobol berjumlah lebih dari 1",
        "too few draws: Sobol indices sum to more than 1",
        "jumlah indeks orde pertama {sum}, padahal paling banyak 1",
        "the first-order indices sum to {sum}, but can be 1 at most",
        "perbesar --draws",
        "raise --draws",
    ),
    FindingText(
        "S815",
        Severity.WARNING,
        "simulasi terlalu sedikit: selang lebih lebar dari nilainya",
        "too few draws: intervals wider than their values",
        "selang kepercayaan indeks Sobol lebih lebar dari indeksnya untuk {count} faktor: {value}",
        "the confidence interval of the Sobol index is wider than the index for {count} factors: "
        "{value}",
        "perbesar --draws",
        "raise --draws",
    ),
    FindingText(
        "S721",
        Severity.ERROR,
        "bobot terlalu banyak",
        "too many weights",
        "berkas ini memuat {seen} bobot; batasnya {limit}",
        "the file contains {seen} weights; the limit is {limit}",
        "kurangi jumlah himpunan, atau naikkan batasnya dengan {option}",
        "use fewer sets, or raise the limit with {option}",
    ),
)
