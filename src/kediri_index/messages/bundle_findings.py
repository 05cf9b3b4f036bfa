"""Findings about an archive that is computed again, and about published results that are."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

_ASK_ANEW_ID = "minta arsip aslinya kepada pembuatnya"
_ASK_ANEW_EN = "ask whoever made the archive for the original"
_COMPARE_ID = "bandingkan dengan arsip aslinya, dan tanyakan siapa yang mengubahnya"
_COMPARE_EN = "compare it with the original archive, and ask who changed it"
_FROM_INPUT_ID = "lihat dulu sel dan berkas yang berbeda; bila tidak ada, hasilnya yang diubah"
_FROM_INPUT_EN = (
    "look at the cells and files that differ; where none does, the results were changed"
)

BUNDLE_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "F460",
        Severity.ERROR,
        "bukan arsip bundle",
        "no bundle",
        "berkas ini bukan arsip yang ditulis oleh perintah bundle, atau daftar isinya rusak",
        "this file is no archive that the command bundle wrote, or its manifest is damaged",
        "beri arsip .zip dari bundle; buku kerja diperiksa dengan check",
        "give a .zip that bundle wrote; a workbook is checked with check",
    ),
    FindingText(
        "F461",
        Severity.ERROR,
        "isi arsip hilang",
        "missing member",
        "{value} tidak ada di dalam arsip, padahal seharusnya ada",
        "{value} is not in the archive, where it has to be",
        _ASK_ANEW_ID,
        _ASK_ANEW_EN,
    ),
    FindingText(
        "F462",
        Severity.ERROR,
        "isi arsip yang tidak terdaftar",
        "member that is not listed",
        "{value} ada di dalam arsip, tetapi tidak ada di daftar isinya",
        "{value} is in the archive, but not in its manifest",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F463",
        Severity.ERROR,
        "isi arsip berubah",
        "changed member",
        "sha256 {value} (dari {source}) tidak lagi sama dengan yang tercatat",
        "the sha256 of {value} (from {source}) is no longer the one recorded",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F464",
        Severity.ERROR,
        "sel berubah",
        "changed cell",
        "di dalam arsip sel ini kini berisi «{now}»; saat diarsipkan isinya «{was}»",
        "in the archive this cell now holds «{now}»; when it was bundled it held «{was}»",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F465",
        Severity.ERROR,
        "sel bertambah",
        "added cell",
        "di dalam arsip sel ini kini berisi «{value}»; saat diarsipkan masih kosong",
        "in the archive this cell now holds «{value}»; when it was bundled it was empty",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F466",
        Severity.ERROR,
        "sel dikosongkan",
        "emptied cell",
        "di dalam arsip sel ini kini kosong; saat diarsipkan isinya «{was}»",
        "in the archive this cell is now empty; when it was bundled it held «{was}»",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F467",
        Severity.ERROR,
        "angka tidak sama",
        "figure that differs",
        "{figure}: di dalam arsip {kept}, dihitung ulang {now}",
        "{figure}: {kept} in the archive, {now} when it is computed again",
        _FROM_INPUT_ID,
        _FROM_INPUT_EN,
    ),
    FindingText(
        "F468",
        Severity.ERROR,
        "temuan yang tidak ada lagi",
        "finding that is gone",
        "temuan «{value}» di sini tercatat di dalam arsip, tetapi kini tidak ditemukan",
        "the finding «{value}» here is kept in the archive, but is not found now",
        _FROM_INPUT_ID,
        _FROM_INPUT_EN,
    ),
    FindingText(
        "F469",
        Severity.ERROR,
        "temuan yang baru ada",
        "finding that is new",
        "temuan «{value}» kini ada di sini, tetapi tidak tercatat di dalam arsip",
        "the finding «{value}» is found here now, but is not kept in the archive",
        _FROM_INPUT_ID,
        _FROM_INPUT_EN,
    ),
    FindingText(
        "F470",
        Severity.ERROR,
        "tidak dapat dihitung ulang",
        "not to be computed again",
        "nilainya tidak dapat dihitung ulang, karena isi yang diperlukan hilang atau rusak",
        "the scores cannot be computed again, since what they need is missing or broken",
        _ASK_ANEW_ID,
        _ASK_ANEW_EN,
    ),
    FindingText(
        "F471",
        Severity.WARNING,
        "versi program lain",
        "another version of the program",
        "arsip ini dibuat dengan versi {value}, sedangkan yang menghitung ulang versi {version}; "
        "perbedaan angka dapat berasal dari sana",
        "this archive was made by version {value} and is computed again by {version}; figures may "
        "differ for that reason",
        'untuk memastikan, hitung ulang dengan pip install "kediri-index=={value}"',
        'to be sure, compute it again after pip install "kediri-index=={value}"',
    ),
    FindingText(
        "F472",
        Severity.WARNING,
        "batas lain",
        "other limits",
        "arsip ini dibuat dengan batas yang lebih longgar; hasilnya dapat berbeda karena itu",
        "this archive was made under wider limits; what it comes to may differ for that reason",
        "bila pembuatnya dipercaya, ulangi dengan {value}",
        "if you trust whoever made it, repeat with {value}",
    ),
    FindingText(
        "F473",
        Severity.ERROR,
        "hasil yang ditulis lain",
        "result that is written otherwise",
        "isi {value} bukan yang ditulis bila dihitung ulang, walaupun angkanya sama",
        "{value} is not what is written when it is computed again, though its figures are the same",
        _COMPARE_ID,
        _COMPARE_EN,
    ),
    FindingText(
        "F474",
        Severity.ERROR,
        "hasil terbit yang lain",
        "published result that differs",
        "{figure}: terbit {kept}, dihitung ulang {now}, seharusnya {expected}",
        "{figure}: published as {kept}, computed again {now}, where {expected} is due",
        "definisi atau program ini berbeda dari yang diterbitkan; pasang ulang paketnya",
        "this definition or program is not the released one; install the package anew",
    ),
    FindingText(
        "F475",
        Severity.ERROR,
        "arsip rusak",
        "damaged archive",
        "{value} terpotong atau rusak, sehingga tidak dapat dibaca",
        "{value} is cut off or damaged, and cannot be read",
        _ASK_ANEW_ID,
        _ASK_ANEW_EN,
    ),
    FindingText(
        "F476",
        Severity.ERROR,
        "wadah arsip yang tidak wajar",
        "archive that no program writes",
        "isi arsip bernama sama, menunjuk ke luar, terkunci, atau ukurannya tidak benar: {value}",
        "members have the same name, lead outside, are locked or lie about their size: {value}",
        "jangan dipercaya dan jangan dibongkar; minta arsip aslinya",
        "do not trust or unpack it; ask for the original archive",
    ),
    FindingText(
        "F477",
        Severity.ERROR,
        "arsip terlalu besar",
        "archive that is too large",
        "{value}: {seen}, sedangkan batasnya {limit}",
        "{value}: {seen}, where the limit is {limit}",
        "bila pembuatnya dipercaya, naikkan batasnya dengan {option}",
        "if you trust whoever made it, raise the limit with {option}",
    ),
    FindingText(
        "F478",
        Severity.ERROR,
        "arsip dari versi yang lebih baru",
        "archive of a later form",
        "arsip ini ditulis oleh versi {value} dalam bentuk yang belum dikenal versi {version}",
        "version {value} wrote this archive in a form that version {version} does not know",
        'perbarui programnya dengan pip install "kediri-index>={value}", lalu hitung ulang',
        'bring the program up to date with pip install "kediri-index>={value}", then compute it '
        "again",
    ),
)

ABOUT_ARCHIVES = frozenset(
    entry.code for entry in BUNDLE_FINDINGS if entry.severity is Severity.ERROR
) - {"F474"}
"""Errors that are no reason to score nothing: they say that an archive is not as it was made."""
