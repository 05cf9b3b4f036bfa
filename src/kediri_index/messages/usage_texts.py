"""What is said of a command line that is typed wrongly."""

from __future__ import annotations

from kediri_index.model.wording import Wording

USAGE_TEXTS: dict[str, Wording] = {
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
}
