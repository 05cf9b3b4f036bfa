"""Every wrong call: exit code 2, one line on standard error that says what to do instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(project: Path) -> Path:
    """A project with a folder that holds no workbook."""
    (project / "tanpa-isian").mkdir()
    (project / "tanpa-isian" / "catatan.txt").touch()
    return project


@dataclass(frozen=True)
class Wrong:
    """A wrong call, and what its message says in both languages."""

    arguments: tuple[str, ...]
    indonesian: str
    english: str

    def __str__(self) -> str:
        return " ".join(self.arguments).replace("/", "_")


WRONG = [
    *(
        Wrong(
            ("definition", command, "kominfo-2022-reguler", "--config", "ipm-bps", *more),
            "perlu satu definisi, tetapi dua disebut: kominfo-2022-reguler dan, dengan --config, "
            "ipm-bps; hapus salah satunya",
            "one definition is needed, but two are named: kominfo-2022-reguler and, by --config, "
            "ipm-bps; leave out one",
        )
        for command, *more in (("show",), ("weights", "--data", FILE))
    ),
    *(
        Wrong(
            ("compare", FILE, FILE, option, "Kota Kedri"),
            f"galat: {option}: «Kota Kedri» tidak ada dalam berkas ini; terdekat: Kota Kediri",
            f"error: {option}: these files have no «Kota Kedri»; nearest: Kota Kediri; they have",
        )
        for option in ("--unit", "--old-unit")
    ),
    Wrong(
        ("report", FILE, "--output", "laporan.html", "--format", "docx"),
        "--format docx dan --output laporan.html tidak dapat dipakai bersama",
        "--format docx and --output laporan.html do not go together",
    ),
    Wrong(
        ("trace", FILE, "--depth", "9" * 23),
        "--depth: «99999999999999999999999» terlalu besar; paling besar 999999999999999999",
        "--depth: «99999999999999999999999» is too large; the most is 999999999999999999",
    ),
    Wrong(
        ("score", "kota-kediri.csv"),
        "kota-kediri.csv: berkas atau folder ini tidak ada; terdekat: kota-kediri-2022.xlsx",
        "kota-kediri.csv: there is no such file or folder; nearest: kota-kediri-2022.xlsx",
    ),
    Wrong(
        ("score", "nope.xlsx"),
        "nope.xlsx: berkas atau folder ini tidak ada; periksa",
        "nope.xlsx: there is no such file or folder; check",
    ),
    *(
        Wrong(
            ("definition", *words, option, value),
            f"{option} berlaku hanya bersama --data",
            f"{option} means something only together with --data",
        )
        for words in (("lint",), ("diff", "kominfo-2022-reguler", "kominfo-2023-reguler"))
        for option, value in (("--unit", "Kota Kediri"), ("--year", "2022"), ("--decimal", ","))
    ),
    Wrong(
        ("score", FILE, "--output", "tanpa-isian/catatan.txt"),
        "tanpa-isian/catatan.txt: berkas ini sudah ada",
        "tanpa-isian/catatan.txt: this file exists",
    ),
    Wrong(
        ("robustness", FILE, "--save-draws", "satu.csv", "--output", "satu.csv"),
        "satu.csv: ",
        "satu.csv: two outputs",
    ),
    Wrong(
        ("score", "kota-kediri-2023.xlsx"),
        "kota-kediri-2023.xlsx: berkas atau folder ini tidak ada; terdekat: kota-kediri-2022.xlsx",
        "kota-kediri-2023.xlsx: there is no such file or folder; nearest: kota-kediri-2022.xlsx",
    ),
    Wrong(
        ("check", "tiada/isian.xlsx"),
        "tiada/isian.xlsx: berkas atau folder ini tidak ada; periksa",
        "tiada/isian.xlsx: there is no such file or folder; check",
    ),
    Wrong(
        ("score", "tanpa-isian"),
        "tanpa-isian: folder ini tidak berisi berkas .xlsx",
        "tanpa-isian: there is no .xlsx or .csv file in this folder",
    ),
    Wrong(("score", "masuk/*.xlsx"), "tidak ada berkas yang cocok", "no file matches"),
    Wrong(
        ("score", FILE, "--previous", "tiada.xlsx"),
        "tiada.xlsx: berkas atau folder ini tidak ada",
        "tiada.xlsx: there is no such file",
    ),
    Wrong(
        ("score", FILE, "--config", "kominfo-2022-regular"),
        "definisi «kominfo-2022-regular» tidak ditemukan; terdekat: kominfo-2022-reguler; id yang ",
        "there is no definition «kominfo-2022-regular»; nearest: kominfo-2022-reguler; known ids",
    ),
    Wrong(
        ("score", FILE, "--config", "tiada.yaml"),
        "definisi «tiada.yaml» tidak ditemukan",
        "there is no definition «tiada.yaml»",
    ),
    Wrong(
        ("score", FILE, "--previous", FILE, "--previous-config", "tiada"),
        "definisi «tiada» tidak ditemukan",
        "there is no definition «tiada»",
    ),
    Wrong(
        ("score", FILE, "--profile", "tiada.yaml"),
        "tiada.yaml: profil ini tidak ada",
        "tiada.yaml: there is no such profile",
    ),
    Wrong(
        ("definition", "show", "tiada"), "definisi «tiada» tidak", "there is no definition «tiada»"
    ),
    Wrong(
        ("definition", "lint", "tiada"), "definisi «tiada» tidak", "there is no definition «tiada»"
    ),
    Wrong(
        ("scor", FILE),
        "perintah «scor» tidak ada; terdekat: score; daftar perintah: kediri-index --help",
        "there is no command «scor»; nearest: score; the commands: kediri-index --help",
    ),
    Wrong(
        ("definition", "lst"),
        "perintah «lst» tidak ada; terdekat: list; daftar perintah: kediri-index definition --help",
        "there is no command «lst»; nearest: list; the commands: kediri-index definition --help",
    ),
    Wrong(
        ("definition",),
        "perintah belum diberikan: list, show, lint, diff, weights, schema",
        "a command is missing: list, show, lint, diff, weights, schema",
    ),
    Wrong(
        ("score",),
        "belum diberikan; cara pakai: kediri-index score --help",
        "is missing; usage: kediri-index score --help",
    ),
    Wrong(
        ("score", FILE, "--previos", FILE),
        "opsi --previos tidak ada; terdekat: --previous; daftar opsi: kediri-index score --help",
        "there is no option --previos; nearest: --previous; the options: kediri-index score --help",
    ),
    Wrong(
        ("plan", FILE, "--opd", "Dinkes", "--target", "3.4"),
        "--opd: dalam profil dan definisi tidak ada OPD",
        "--opd: neither the profile nor the definition names an agency",
    ),
    Wrong(
        ("score", FILE, "--format", "tabel"),
        "--format: «tabel» tidak dikenal; terdekat: table; pilih salah satu: "
        "table, html, xlsx, json, csv, md",
        "--format: «tabel» is not known; nearest: table; choose one of: "
        "table, html, xlsx, json, csv, md",
    ),
    Wrong(
        ("check", FILE, "--format", "csv"),
        "--format: «csv» tidak dikenal",
        "--format: «csv» is not known",
    ),
    Wrong(
        ("check", FILE, "--fail-on", "errors"),
        "terdekat: error; pilih salah satu: error, warning, note",
        "nearest: error; choose one of: error, warning, note",
    ),
    Wrong(
        ("score", FILE, "--value", "mandiri"),
        "--value: «mandiri» tidak dikenal; pilih salah satu: self, assessor, assessor-else-self",
        "--value: «mandiri» is not known; choose one of: self, assessor, assessor-else-self",
    ),
    Wrong(("score", FILE, "--lang", "fr"), "--lang: «fr» tidak", "--lang: «fr» is not known"),
    Wrong(
        ("score", FILE, "--target", "tinggi"),
        "--target: «tinggi» bukan angka; tulis misalnya 3,4",
        "--target: «tinggi» is no number; write it as 3.4",
    ),
    Wrong(("score", FILE, "--target", "90%"), "--target: «90%» bukan", "--target: «90%» is no"),
    Wrong(("score", FILE, "--year", "dua"), "--year: «dua» bukan tahun", "--year: «dua» is no"),
    Wrong(("score", FILE, "--year", "22"), "--year: «22» ", "--year: «22» "),
    Wrong(("score", FILE, "--decimal", ";"), "--decimal: «;» tidak", "--decimal: «;» is not known"),
    Wrong(
        ("score", FILE, "--limit", "cell=5"),
        "--limit cell: batas ini tidak ada; terdekat: cells; yang ada: file_bytes",
        "--limit cell: there is no such limit; nearest: cells; known: file_bytes",
    ),
    *(
        Wrong(
            ("check", FILE, "--limit", form),
            f"--limit {form}: harus NAMA=ANGKA",
            f"--limit {form}: it takes NAME=NUMBER",
        )
        for form in ("cells", "cells=", "cells=-1", "cells=1e6", "cells=banyak", "=5")
    ),
    Wrong(
        ("definition", "schema", "profil"),
        "«profil» tidak dikenal; terdekat: profile; pilih salah satu: definition, profile",
        "«profil» is not known; nearest: profile; choose one of: definition, profile",
    ),
    Wrong(
        ("definition", "show", "--resolved", "--format", "xlsx", "--output", "a.xlsx"),
        "--resolved dan --format xlsx tidak dapat dipakai bersama",
        "--resolved and --format xlsx do not go together",
    ),
    Wrong(("score", FILE, "--output"), "--output", "--output"),
    Wrong(("definition", "list", "tiada"), "tiada", "tiada"),
    Wrong(("score", FILE, "--quiet=3"), "--quiet", "--quiet"),
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_wrong_call_is_one_line_with_what_to_do_and_nothing_is_printed(
    wrong: Wrong, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, mark, sentence in (
        ("id", "galat", wrong.indonesian),
        ("en", "error", wrong.english),
    ):
        monkeypatch.setenv("KEDIRI_INDEX_LANG", language)
        ran = cli(*wrong.arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"kediri-index: {mark}: ")
        assert sentence in ran.err
        assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_wrong_calls_message_in_indonesian_has_no_english_sentence(
    wrong: Wrong, cli: Cli
) -> None:
    said = cli(*wrong.arguments).err.casefold()
    assert not [
        word
        for word in (
            "option ",
            "requires",
            "argument",
            "unexpected",
            "does not",
            "no such",
            "usage",
        )
        if word in said
    ]


def test_a_commands_help_is_that_of_the_command_which_was_called(cli: Cli) -> None:
    assert "kediri-index score --help" in cli("score", FILE, "--output").err
    assert "kediri-index score --help" in cli("score", FILE, "--quiet=3").err


def test_a_year_that_is_no_number_is_not_told_to_be_written_with_a_point(cli: Cli) -> None:
    assert "3.4" not in cli("score", FILE, "--year", "dua").err


def test_the_choices_of_a_mark_can_be_told_apart(cli: Cli) -> None:
    assert ",, ." not in cli("score", FILE, "--decimal", ";").err


def test_an_argument_is_named_by_its_word_and_not_by_the_programs_own(cli: Cli) -> None:
    assert "of:" not in cli("definition", "schema", "profil").err


def test_a_definition_that_the_environment_asks_for_and_nobody_has_is_refused(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEDIRI_INDEX_CONFIG", "entah/di-mana.yaml")
    ran = cli("score", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert "«entah/di-mana.yaml»" in ran.err
    assert "KEDIRI_INDEX_CONFIG" in ran.err
    assert cli("score", FILE, "--config", "kominfo-2022-reguler").code == 0


def test_two_definitions_of_one_id_are_named_both(cli: Cli, folder: Path) -> None:
    (folder / "config").mkdir()
    for name in ("satu.yaml", "dua.yaml"):
        (folder / "config" / name).write_text(ANSWERS, encoding="utf-8")
    ran = cli("score", FILE, "--config", "uji")
    assert ran.code == 2
    assert "config/dua.yaml, config/satu.yaml" in ran.err


def test_a_wrong_call_names_control_characters_without_obeying_them(cli: Cli) -> None:
    ran = cli("score", "\x1b[31mmerah.xlsx")
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_nothing_is_written_by_a_wrong_call(cli: Cli, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    cli("score", "tiada.xlsx", "--output", "hasil.txt")
    cli("score", FILE, "--config", "tiada", "--output", "hasil.txt")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "options",
    [("--unit", ""), ("--unit", "  "), ("--opd", ""), ("--profile", ""), ("--unit", "--config")],
)
def test_a_name_that_is_none_is_wrong_usage(cli: Cli, options: tuple[str, str]) -> None:
    ran = cli("check", FILE, *options)
    assert (ran.code, ran.out) == (2, "")
    assert options[0] in ran.err


def test_an_agency_that_the_profile_does_not_list_is_wrong_usage_with_the_nearest(
    cli: Cli, project: Path
) -> None:
    profile = "unit: Kota Kediri\nopd: [{id: dinkes, name: Dinas Kesehatan}]\n"
    (project / "profil.yaml").write_text(profile, encoding="utf-8")
    ran = cli("check", FILE, "--profile", "profil.yaml", "--opd", "Dinas Kesehtan", "--lang", "en")
    assert ran.code == 2
    assert (
        "«Dinas Kesehtan» in the profile profil.yaml; nearest: Dinas Kesehatan; known: dinkes"
        in ran.err
    )
