"""What errors say: where, what was seen, the rule, what to do; one sentence each."""

from __future__ import annotations

from kediri_index.messages.wording import Wording

ERROR_TEXTS: dict[str, Wording] = {
    "error": Wording("galat", "error"),
    "path-not-found": Wording(
        "{path}: berkas atau folder ini tidak ada{nearest}; periksa ejaannya",
        "{path}: there is no such file or folder{nearest}; check its spelling",
    ),
    "path-unreadable": Wording(
        "{path}: tidak dapat dibaca ({reason}); periksa hak aksesnya",
        "{path}: cannot be read ({reason}); check its permissions",
    ),
    "path-not-ordinary": Wording(
        "{path}: bukan berkas biasa; beri berkas .xlsx atau .csv, atau foldernya",
        "{path}: not an ordinary file; give an .xlsx or .csv file, or its folder",
    ),
    "folder-without-workbooks": Wording(
        "{path}: folder ini tidak berisi berkas .xlsx atau .csv; beri folder yang berisi isian",
        "{path}: there is no .xlsx or .csv file in this folder; give the folder with the sheets",
    ),
    "no-match": Wording(
        "{path}: tidak ada berkas yang cocok dengan pola ini; periksa polanya",
        "{path}: no file matches this pattern; check the pattern",
    ),
    "definition-not-found": Wording(
        "definisi «{name}» tidak ditemukan{near}; id yang ada: {known}; "
        "beri salah satu id itu, atau berkas YAML, dengan --config",
        "there is no definition «{name}»{near}; known ids: {known}; "
        "give one of them, or a YAML file, with --config",
    ),
    "variable-definition-not-found": Wording(
        "variabel {variable} menunjuk definisi «{name}», yang tidak ditemukan{near}; "
        "id yang ada: {known}; perbaiki atau hapus variabelnya",
        "the variable {variable} names the definition «{name}», which is not there{near}; "
        "known ids: {known}; correct the variable or unset it",
    ),
    "definition-ambiguous": Wording(
        "id definisi «{name}» ada di beberapa berkas: {paths}; beri berkasnya dengan --config",
        "the definition id «{name}» stands in several files: {paths}; give one with --config",
    ),
    "profile-not-found": Wording(
        "{path}: profil ini tidak ada; periksa ejaannya",
        "{path}: there is no such profile; check its spelling",
    ),
    "definition-broken": Wording(
        "definisi tidak dapat dipakai: {count} galat; perbaiki, lalu periksa dengan "
        "kediri-index definition lint {path}",
        "the definition cannot be used: {count} errors; repair it and check it with "
        "kediri-index definition lint {path}",
    ),
    "profile-broken": Wording(
        "profil {path} tidak dapat dipakai: {count} galat; perbaiki, atau tunjuk profil lain "
        "dengan --profile",
        "the profile {path} cannot be used: {count} errors; repair it, or point to another one "
        "with --profile",
    ),
    "waivers-not-found": Wording(
        "{path}: berkas pengecualian ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of waivers; check its spelling",
    ),
    "waivers-broken": Wording(
        "pengecualian di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the waivers in {path} cannot be used: {count} errors; repair them and run it again",
    ),
    "report-form": Wording(
        "--report {value}: harus FORMAT=BERKAS, misalnya junit=hasil.xml",
        "--report {value}: it takes FORMAT=FILE, such as junit=results.xml",
    ),
    "report-format": Wording(
        "--report {value}: format ini tidak ada{nearest}; yang ada: {known}",
        "--report {value}: there is no such format{nearest}; known: {known}",
    ),
    "output-twice": Wording(
        "{path}: dua keluaran akan ditulis ke berkas ini; beri nama lain kepada salah satunya",
        "{path}: two outputs would be written to this file; give one of them another name",
    ),
    "output-exists": Wording(
        "{path}: berkas ini sudah ada; beri nama lain, atau --force untuk menggantinya",
        "{path}: this file exists already; give another name, or --force to replace it",
    ),
    "output-is-input": Wording(
        "{path}: berkas ini juga dibaca, dan masukan tidak pernah diubah; beri nama lain",
        "{path}: this file is read too, and an input is never changed; give another name",
    ),
    "output-failed": Wording(
        "{path}: tidak dapat ditulis ({reason}); berkas lama, bila ada, tetap utuh",
        "{path}: cannot be written ({reason}); the old file, if any, is whole",
    ),
    "no-number": Wording(
        "{option}: «{value}» bukan angka; tulis misalnya 3,4",
        "{option}: «{value}» is no number; write it as 3.4",
    ),
    "no-year": Wording(
        "{option}: «{value}» bukan tahun; tulis dengan empat angka, misalnya 2023",
        "{option}: «{value}» is no year; write it with four digits, such as 2023",
    ),
    "option-needs-value": Wording(
        "opsi {value} memerlukan nilai; cara pakai: {command} --help",
        "the option {value} takes a value; usage: {command} --help",
    ),
    "option-takes-no-value": Wording(
        "opsi {value} tidak memakai nilai; cara pakai: {command} --help",
        "the option {value} takes no value; usage: {command} --help",
    ),
    "extra-argument": Wording(
        "«{value}» berlebih; cara pakai: {command} --help",
        "«{value}» is one too many; usage: {command} --help",
    ),
    "unknown-limit": Wording(
        "--limit {value}: batas ini tidak ada{nearest}; yang ada: {known}",
        "--limit {value}: there is no such limit{nearest}; known: {known}",
    ),
    "limit-form": Wording(
        "--limit {value}: harus NAMA=ANGKA, misalnya cells=10000000",
        "--limit {value}: it takes NAME=NUMBER, such as cells=10000000",
    ),
    "no-such-command": Wording(
        "perintah «{value}» tidak ada{nearest}; daftar perintah: {command} --help",
        "there is no command «{value}»{nearest}; the commands: {command} --help",
    ),
    "no-such-option": Wording(
        "opsi {value} tidak ada{nearest}; daftar opsi: {command} --help",
        "there is no option {value}{nearest}; the options: {command} --help",
    ),
    "missing-command": Wording(
        "perintah belum diberikan: {known}; cara pakai: {command} --help",
        "a command is missing: {known}; usage: {command} --help",
    ),
    "missing-argument": Wording(
        "{value} belum diberikan; cara pakai: {command} --help",
        "{value} is missing; usage: {command} --help",
    ),
    "bad-value": Wording(
        "{option}: «{value}» tidak dikenal{nearest}; pilih salah satu: {known}",
        "{option}: «{value}» is not known{nearest}; choose one of: {known}",
    ),
    "usage": Wording("{reason}; cara pakai: {command} --help", "{reason}; usage: {command} --help"),
    "bug": Wording(
        "program ini gagal ({reason}); laporkan bersama perintah ini dan keluaran --debug",
        "this program failed ({reason}); report it with this command and the output of --debug",
    ),
    "interrupted": Wording("dihentikan", "interrupted"),
}
