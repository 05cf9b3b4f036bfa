"""What the pages of the commands say around the help texts of the program."""

from __future__ import annotations

from kediri_index.model.language import Wording

WORDS: dict[str, Wording] = {
    "title": Wording("Perintah", "Commands"),
    "about": Wording(
        "Semua perintah dengan argumen, opsi, nilai bawaan, dan kode keluarnya. Hal yang sama "
        "dicetak oleh `kediri-index PERINTAH --help`, dalam bahasa yang diminta `--lang` atau "
        "`KEDIRI_INDEX_LANG`. "
        "`--lang`, `--quiet`, `--verbose` dan `--debug` juga boleh mendahului perintah.",
        "All commands with their arguments, options, defaults and exit codes. "
        "`kediri-index COMMAND --help` prints the same, in the language that `--lang` or "
        "`KEDIRI_INDEX_LANG` asks for. "
        "`--lang`, `--quiet`, `--verbose` and `--debug` may come before the command, too.",
    ),
    "other": Wording(
        "In English: [commands.md](commands.md). Isi keluaran JSON: [json.md](json.md).",
        "Dalam bahasa Indonesia: [perintah.md](perintah.md). What the JSON holds: "
        "[json.md](json.md).",
    ),
    "made": Wording(
        "Halaman ini dibuat dari program, dengan `python -m pages`.",
        "This page is made from the program, by `python -m pages`.",
    ),
    "arguments": Wording("argumen", "argument"),
    "options": Wording("opsi", "option"),
    "command": Wording("perintah", "command"),
    "does": Wording("gunanya", "does"),
    "takes": Wording("isinya", "takes"),
    "default": Wording("bawaan", "default"),
    "meaning": Wording("arti", "meaning"),
    "required": Wording("wajib", "required"),
    "repeatable": Wording("boleh berulang", "repeatable"),
    "itself": Wording("Program itu sendiri", "The program itself"),
    "codes": Wording("Kode keluar", "Exit codes"),
    "code": Wording("kode", "code"),
    "codes-about": Wording(
        "Setiap perintah berakhir dengan salah satu kode ini; kapan kodenya 1, disebut pada "
        "perintahnya.",
        "Every command ends with one of these; when it is 1 is told with the command.",
    ),
    "code.0": Wording("Tidak ada yang perlu diperbaiki.", "All is well."),
    "code.1": Wording(
        "Ada temuan yang cukup berat, atau hasil yang diminta tidak tercapai.",
        "There are findings that weigh enough, or what was asked for is not reached.",
    ),
    "code.2": Wording(
        "Tidak ada yang dapat dikerjakan: salah cara pakai, berkas tidak ada, definisi atau profil "
        "rusak, atau paket tambahan belum terpasang.",
        "Nothing could be done: wrong usage, no such path, a broken definition or profile, or an "
        "extra that is not installed.",
    ),
    "code.3": Wording(
        "Arsip tidak terverifikasi, karena ditulis versi lain: tidak ada yang terbukti atau "
        "terbantah (hanya `verify`).",
        "An archive is not verified, since another version wrote it: nothing was proven or "
        "disproven (`verify` only).",
    ),
    "code.70": Wording(
        "Kesalahan di dalam program; pesannya menyebut cara melaporkannya.",
        "A bug in the program; the message says how to report it.",
    ),
    "code.130": Wording("Dihentikan oleh pengguna.", "Interrupted by the user."),
    "exit": Wording("Kode keluar 1:", "Exit code 1:"),
    "exit.none": Wording("tidak pernah", "never"),
    "exit.no-score": Wording(
        "bila temuan tidak memungkinkan hasil. Dengan `--allow-errors` hasilnya tetap dihitung, "
        "dan kodenya 0",
        "where findings stand in the way of a result. With `--allow-errors` there is one, and the "
        "code is 0",
    ),
    "exit.check": Wording(
        "bila ada temuan seberat `--fail-on` atau lebih",
        "where there are findings as heavy as `--fail-on` or heavier",
    ),
    "exit.status": Wording(
        "bila isian suatu OPD belum ada, belum lengkap atau salah",
        "where an agency's sheets are missing, incomplete or faulty",
    ),
    "exit.init": Wording(
        "dengan `--next-year`, bila tahun lalu tidak dapat dilanjutkan. Dengan `--allow-errors` "
        "yang lain tetap dilanjutkan bila hanya nilainya yang tidak diketahui, dan kodenya 0",
        "with `--next-year`, if last year cannot be carried on. With `--allow-errors` the rest is "
        "carried on if only its score is not known, and the code is 0",
    ),
    "exit.plan": Wording(
        "bila sasaran tidak tercapai oleh rencana mana pun (hasilnya tetap dicetak), atau bila "
        "temuan tidak memungkinkan rencana",
        "where no plan reaches the target (its result is printed all the same), or where findings "
        "stand in the way of one",
    ),
    "exit.verify": Wording(
        "bila ada yang berbeda dari yang disimpan, atau dari yang terbit. Arsip dari versi lain "
        "yang tidak menunjukkan perbedaan berakhir dengan kode 3",
        "if anything differs from what is kept, or from what was published. An archive of another "
        "version without a difference ends with 3",
    ),
    "exit.diff": Wording(
        "bila artinya berubah tanpa versi baru (`--against`), atau bila temuan tidak memungkinkan "
        "nilai dari `--data`",
        "where a meaning changed without its version (`--against`), or where findings stand in "
        "the way of scores of `--data`",
    ),
    "exit.weights": Wording(
        "bila temuan tidak memungkinkan nilai, atau bila tidak ada bobot yang dapat ditulis ke "
        "`--output`",
        "if findings stand in the way of scores, or if there are no weights to write to `--output`",
    ),
}

ENDS_WITH_1: dict[str, str] = {
    "init": "init",
    "template": "none",
    "status": "status",
    "check": "check",
    "score": "no-score",
    "compare": "no-score",
    "trace": "no-score",
    "plan": "plan",
    "robustness": "no-score",
    "report": "no-score",
    "page": "none",
    "bundle": "no-score",
    "verify": "verify",
    "explain": "none",
    "definition list": "none",
    "definition show": "none",
    "definition lint": "check",
    "definition diff": "diff",
    "definition weights": "weights",
    "definition schema": "none",
}
"""Why a command's exit code may be 1: the rest of the key of the text."""

METAVARS: dict[str, str] = {
    "all_into": "help.metavar.report-folder",
    "by_opd": "help.metavar.report-folder",
    "mark": "help.metavar.copies",
    "messages": "help.metavar.messages",
}
"""The text of a parameter's value, where one language has the same word for several."""
