"""Findings about plans: ``plan``, and its table of costs."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

PLAN_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "S701",
        Severity.ERROR,
        "nilai dapat turun ketika bagiannya naik",
        "a score that may fall when a part of it rises",
        "{name} dihitung dengan {aggregation}: nilainya dapat turun ketika salah satu bagiannya "
        "naik, atau bergantung pada wilayah lain, jadi langkah termurah tidak dapat dibuktikan",
        "{name} is combined by {aggregation}: it may fall when a part of it rises, or hangs on "
        "other units, so no plan can be proven to be the cheapest",
        "tetapkan semua di bawahnya dengan --fix, atau pakai definisi dengan rata-rata",
        "fix all that is below it with --fix, or use a definition with a mean there",
    ),
    FindingText(
        "S702",
        Severity.ERROR,
        "nilai bergantung pada wilayah lain",
        "a score that hangs on other units",
        "{name} dinilai di antara beberapa wilayah ({method}): kenaikannya mengubah nilai wilayah "
        "lain juga, jadi rencana satu wilayah tidak dapat dihitung",
        "{name} is scored among several units ({method}): its rise changes the scores of the "
        "others too, so one unit's plan cannot be computed",
        "tetapkan dengan --fix, atau nilai dengan patokan tetap (goalposts)",
        "fix it with --fix, or score it by fixed goalposts",
    ),
    FindingText(
        "S703",
        Severity.ERROR,
        "kenaikan sembarang tidak dapat dihitung",
        "rises by any amount cannot be computed",
        "{name} dihitung dengan {aggregation}; --continuous hanya untuk rata-rata tertimbang",
        "{name} is combined by {aggregation}; --continuous is for weighted means only",
        "hilangkan --continuous, dan beri jarak yang halus dengan --step",
        "leave out --continuous, and give a fine --step",
    ),
    FindingText(
        "S704",
        Severity.NOTE,
        "isian kosong tidak direncanakan",
        "unanswered questions in a plan",
        "isian kosong tidak termasuk dalam rencana ({count}): {value}; mengisinya mengubah bobot "
        "isian lain dan dapat menurunkan nilai",
        "what is unanswered is no part of the plan ({count}): {value}; an answer changes the "
        "weights of others and may lower the score",
        "isi dahulu nilainya, lalu ulangi",
        "answer them first, then run it again",
    ),
    FindingText(
        "S705",
        Severity.NOTE,
        "nilai tertinggi tidak diketahui",
        "no highest score",
        "isian tanpa batas nilai tertinggi tidak termasuk dalam rencana ({count}): {value}",
        "answers without a highest score are no part of the plan ({count}): {value}",
        "beri skala atau to dalam definisi, atau kolom max dalam berkas biaya",
        "give the definition a scale or to, or the table of costs a column max",
    ),
    FindingText(
        "S706",
        Severity.ERROR,
        "tidak ada nilai keseluruhan",
        "no overall score",
        "data ini belum memiliki nilai keseluruhan, jadi rencana tidak punya titik awal",
        "these data have no overall score, so that a plan has nowhere to start",
        "lihat alasannya dengan kediri-index score, lengkapi isian, lalu ulangi",
        "see why with kediri-index score, complete the answers, then run it again",
    ),
    FindingText(
        "S707",
        Severity.WARNING,
        "biaya yang tidak dipakai",
        "costs that are not used",
        "ada biaya yang tidak dipakai ({count}): {value}; nilainya dihitung dari bagian-bagiannya, "
        "atau tidak ikut dihitung, jadi tidak dapat dinaikkan sendiri",
        "there are costs that are not used ({count}): {value}; what they are of is computed from "
        "its parts, or does not count, so it cannot rise by itself",
        "tulis biaya untuk isian di bawahnya, atau hapus biaya itu",
        "say what the answers below it cost, or take these costs out",
    ),
    FindingText(
        "S711",
        Severity.ERROR,
        "judul kolom biaya salah",
        "wrong columns in a table of costs",
        "kolom «{value}» tidak sesuai{near}; baris pertama harus salah satu dari: {known}",
        "the columns «{value}» do not fit{near}; the first line is one of: {known}",
        "perbaiki baris judul",
        "correct the first line",
    ),
    FindingText(
        "S712",
        Severity.ERROR,
        "id tidak dikenal dalam berkas biaya",
        "unknown id in a table of costs",
        "«{value}» bukan id indikator atau kelompok dalam definisi ini{near}",
        "«{value}» is no id of an indicator or a group in this definition{near}",
        "perbaiki id-nya, atau hapus barisnya",
        "correct the id, or take the line out",
    ),
    FindingText(
        "S713",
        Severity.ERROR,
        "bukan angka dalam berkas biaya",
        "no number in a table of costs",
        "{column_name}: «{value}» bukan angka yang dapat dipakai; biaya tidak boleh kurang dari 0",
        "{column_name}: «{value}» is no number of use; a cost may not be below 0",
        "tulis angkanya saja, misalnya 2,5",
        "write the number alone, such as 2.5",
    ),
    FindingText(
        "S714",
        Severity.ERROR,
        "langkah yang tidak naik",
        "a step that does not rise",
        "{value}: langkah dari {start} ke {end} harus naik dan tidak melampaui {top}",
        "{value}: a step from {start} to {end} must rise, and not beyond {top}",
        "perbaiki kolom from dan to",
        "correct the columns from and to",
    ),
    FindingText(
        "S715",
        Severity.ERROR,
        "biaya yang sama disebut dua kali",
        "a cost that is said twice",
        "biaya {value} sudah disebut di baris {first}",
        "the cost of {value} stands in line {first} already",
        "hapus salah satunya",
        "take one of them out",
    ),
    FindingText(
        "S716",
        Severity.ERROR,
        "jumlah kolom baris biaya salah",
        "a line of costs with other columns",
        "baris «{value}» berisi {count} nilai untuk {columns} kolom; desimal dengan koma harus "
        "dalam tanda kutip, atau pisahkan kolom dengan titik koma",
        "the line «{value}» has {count} values for {columns} columns; a decimal comma stands in "
        "quotes, or columns are separated by semicolons",
        "isi setiap kolom wajib dengan satu nilai",
        "give each column that is needed one value",
    ),
    FindingText(
        "S717",
        Severity.ERROR,
        "angka biaya bermakna ganda",
        "a number in a table of costs with two readings",
        "{column_name}: «{value}» dapat berarti desimal atau ribuan",
        "{column_name}: «{value}» may be a decimal or thousands",
        "tulis tanpa tanda ribuan, misalnya 2500 atau 2,5",
        "write it without marks of thousands, such as 2500 or 2.5",
    ),
)
