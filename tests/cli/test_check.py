from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def own(project: Path) -> Path:
    """A project of two questions with four files: clean, of a note, of a warning, of an error."""
    (project / "config").mkdir()
    (project / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    head = "wilayah,tahun,kode,nilai asesor\n"
    for name, rows in {
        "bersih": ["A-1,3", "A-2,2"],
        "catatan": ['A-1,"1,200"'],
        "peringatan": ["A-1,3", "A-1,3"],
        "galat": ["A-1,9", "A-9,1"],
    }.items():
        text = head + "".join(f"Kota {name},2022,{row}\n" for row in rows)
        (project / f"{name}.csv").write_text(text, encoding="utf-8")
    return project


@pytest.mark.parametrize(
    ("file", "fail_on", "code"),
    [
        ("bersih.csv", "note", 0),
        ("catatan.csv", None, 0),
        ("catatan.csv", "warning", 0),
        ("catatan.csv", "note", 1),
        ("peringatan.csv", None, 0),
        ("peringatan.csv", "warning", 1),
        ("peringatan.csv", "note", 1),
        ("galat.csv", None, 1),
        ("galat.csv", "error", 1),
        ("galat.csv", "note", 1),
    ],
)
def test_the_exit_code_tells_whether_a_finding_weighs_enough(
    file: str, fail_on: str | None, code: int, cli: Cli
) -> None:
    options = ["--fail-on", fail_on] if fail_on else []
    for form in ("text", "json"):
        assert cli("check", file, "--format", form, *options).code == code


def test_notes_are_printed_too(cli: Cli) -> None:
    assert "C122" in cli("check", "catatan.csv").out


def test_a_finding_has_its_file_cell_code_what_was_seen_and_what_to_do(cli: Cli) -> None:
    lines = cli("check", "galat.csv").out.splitlines()
    assert lines[0] == " galat.csv"
    assert lines[1].split()[:3] == ["✗", "D2", "C203"]
    assert "nilai di luar skala: «9»; harus 0–4 · ubah angkanya" in lines[1]
    assert lines[2].split()[:3] == ["✗", "C3", "X301"]
    assert lines[-1] == (
        " 1 berkas · 0 bersih · 2 galat, 0 peringatan, 0 catatan · 0 dari 2 isian indeks"
    )


@pytest.mark.parametrize(
    ("language", "said"), [("id", "1 dari 2 isian indeks"), ("en", "1 of the index's 2 answers")]
)
def test_check_and_score_count_the_same_answers_and_say_of_what(
    language: str, said: str, cli: Cli
) -> None:
    for command in (["check"], ["check", "--complete"], ["score", "--allow-errors"]):
        assert said in " ".join(cli(*command, "catatan.csv", "--lang", language).out.split())
        assert "index" not in cli(*command, "bersih.csv", "--lang", "en").out.split("Definition")[0]
    both = cli("check", "bersih.csv", "catatan.csv", "--lang", language).out
    assert said not in both  # two units, each with answers of its own


def test_all_files_are_checked_and_counted(cli: Cli) -> None:
    ran = cli("check", "bersih.csv", "galat.csv", "catatan.csv", "--lang", "en")
    assert ran.code == 1
    assert "3 files · 1 clean" in ran.out


@pytest.mark.parametrize(("file", "said"), [("galat.csv", "2 errors"), ("bersih.csv", "1 file ")])
def test_english_counts_have_their_singular(file: str, said: str, cli: Cli) -> None:
    out = cli("check", file, "--lang", "en").out
    assert said in out
    assert "1 files" not in out
    assert "1 errors" not in out


def test_json_is_one_envelope(cli: Cli) -> None:
    document = json.loads(cli("check", "galat.csv", "catatan.csv", "--format", "json").out)
    assert document["schema"] == "kediri-index/check/1"
    counts = {"files": 2, "errors": 2, "warnings": 0, "notes": 1, "waived": 0}
    assert document["result"] == counts | {"unit": None, "year": None, "complete": False}
    assert [(one["file"], one["cell"], one["code"]) for one in document["findings"]] == [
        ("catatan.csv", "D2", "C122"),
        ("galat.csv", "D2", "C203"),
        ("galat.csv", "C3", "X301"),
    ]


def test_findings_in_json_have_every_key_and_the_texts_of_the_language(cli: Cli) -> None:
    for language, message in (("id", "kode tidak dikenal: A-9"), ("en", "unknown code: A-9")):
        ran = cli("check", "galat.csv", "--format", "json", "--lang", language)
        second = json.loads(ran.out)["findings"][1]
        assert list(second) == [
            "code",
            "severity",
            "file",
            "sheet",
            "cell",
            "line",
            "column",
            "value",
            "message",
            "hint",
            "indicator",
        ]
        assert second["message"].startswith(message)
        assert (second["severity"], second["value"], second["cell"]) == ("error", "A-9", "C3")
        assert (second["line"], second["column"], second["indicator"]) == (None, None, None)


def test_complete_makes_an_absent_row_a_finding(cli: Cli) -> None:
    assert cli("check", "catatan.csv").code == 0
    ran = cli("check", "catatan.csv", "--complete")
    assert ran.code == 1
    assert "S101" in ran.out


def test_a_lock_file_is_named_among_the_findings(cli: Cli, own: Path) -> None:
    (own / "masuk").mkdir()
    (own / "masuk" / "~$a.xlsx").touch()
    (own / "bersih.csv").rename(own / "masuk" / "bersih.csv")
    ran = cli("check", "masuk")
    assert ran.code == 0
    assert "F415" in ran.out
    assert "1 berkas · 1 bersih" in ran.out


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("bersih.csv", " Hitung: kediri-index score bersih.csv\n"),
        (
            "galat.csv",
            (
                " Apa arti C203?  kediri-index explain C203\n"
                " Hitung yang ada saja: kediri-index score galat.csv --allow-errors\n"
            ),
        ),
        (
            "catatan.csv",
            " Apa arti C122?  kediri-index explain C122\n Hitung: kediri-index score catatan.csv\n",
        ),
    ],
)
def test_the_next_command_is_named_on_standard_error(file: str, said: str, cli: Cli) -> None:
    used = " Memakai definisi config/pillars.yaml\n"
    assert cli("check", file).err == f"{used}{said}"
    assert cli("check", file, "--quiet").err == ""
    assert cli("check", file, "--format", "json").err == used


def test_the_code_to_look_up_is_that_of_the_first_error(cli: Cli) -> None:
    ran = cli("check", "peringatan.csv", "catatan.csv", "galat.csv", "--lang", "en")
    assert ran.out.index("C122") < ran.out.index("C203") < ran.out.index("X304")
    assert ran.err.splitlines()[1] == " What does C203 mean?  kediri-index explain C203"


def test_what_a_cell_holds_cannot_command_a_terminal(cli: Cli, own: Path) -> None:
    row = "Kota Uji,2022,\x1b[31mA-1\u202e,[bold]9[/bold]\n"
    text = f"wilayah,tahun,kode,nilai asesor\n{row}"
    (own / "jahat.csv").write_text(text, encoding="utf-8")
    out = cli("check", "jahat.csv").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[bold]9[/bold]" in out


def test_the_next_command_names_a_few_paths_and_not_thirty(cli: Cli) -> None:
    paths = ["bersih.csv", "catatan.csv", "galat.csv", "peringatan.csv"]
    assert "kediri-index score bersih.csv catatan.csv galat.csv -" in cli("check", *paths[:3]).err
    assert "kediri-index score … -" in cli("check", *paths).err


def test_a_file_that_cannot_be_read_is_not_to_be_scored(cli: Cli, project: Path) -> None:
    (project / "catatan.md").write_text("# Catatan\n", encoding="utf-8")
    ran = cli("check", "catatan.md")
    assert ran.code == 1
    assert "--allow-errors" not in ran.err
    assert "kediri-index explain" in ran.err
