from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.cli.values import given_day, today
from kediri_index.errors import UsageError

if TYPE_CHECKING:
    from tests.cli.running import Cli

GOOD = "examples/kota-contoh"
BAD = "examples/kota-contoh-salah"
pytestmark = pytest.mark.usefixtures("repository")


@pytest.fixture
def masuk(tmp_path: Path) -> Path:
    """A folder with the profile of Kota Contoh, and no file."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    shutil.copy(Path(GOOD, "profile.yaml").resolve(), folder)
    return folder


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize(("folder", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_exit_code_tells_whether_all_is_complete(
    folder: str, code: int, form: str, cli: Cli
) -> None:
    assert cli("status", folder, "--format", form).code == code


def test_an_empty_folder_is_a_board_of_missing_agencies(masuk: Path, cli: Cli) -> None:
    ran = cli("status", str(masuk), "--format", "json")
    result = json.loads(ran.out)["result"]
    assert ran.code == 1
    assert (result["expected_opd"], result["complete_opd"]) == (30, 0)
    assert {row["state"] for row in result["opd"]} == {"missing"}


def test_one_file_too_few_is_a_missing_agency(masuk: Path, cli: Cli) -> None:
    for path in Path(GOOD).glob("*.xlsx"):
        if path.stem != "Dinas Sosial":
            shutil.copy(path, masuk)
    ran = cli("status", str(masuk), "--due", "2000-01-01", "--lang", "en")
    assert ran.code == 1
    assert "29 of 30 complete" in ran.out
    assert f"due 1 January 2000 · {(today() - date(2000, 1, 1)).days:,} days ago" in ran.out
    assert [
        line.split("  ")[0].strip() for line in ran.out.splitlines() if "– missing" in line
    ] == ["Dinas Sosial"]


def test_an_error_in_a_file_of_nobody_is_no_clean_folder(masuk: Path, cli: Cli) -> None:
    for path in Path(GOOD).glob("*.xlsx"):
        shutil.copy(path, masuk)
    (masuk / "unduhan.xlsx").write_bytes(b"PK\x03\x04")
    ran = cli("status", str(masuk))
    assert ran.code == 1
    assert "30 dari 30 lengkap" in ran.out
    assert "unduhan.xlsx" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tidak-ada"], "tidak ada"),
        (["README.md"], "bukan folder"),
        ([GOOD, "--due", "13-09-2026"], "«13-09-2026» bukan tanggal"),
        ([GOOD, "--unit", "Kota Lain"], "milik «Kota Contoh», bukan «Kota Lain»"),
        ([GOOD, "--profile", "x.yaml"], "profil ini tidak ada"),
    ],
)
def test_what_gives_no_board_ends_with_2(arguments: list[str], said: str, cli: Cli) -> None:
    ran = cli("status", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_without_a_profile_or_a_list_of_agencies_there_is_no_board(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Cli
) -> None:
    (tmp_path / "masuk").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = cli("status", "masuk")
    assert (ran.code, "profil wilayah tidak ditemukan" in ran.err) == (2, True)
    (tmp_path / "masuk" / "profile.yaml").write_text("unit: Kota Uji\n", encoding="utf-8")
    ran = cli("status", "masuk")
    assert (ran.code, "tidak memuat OPD" in ran.err) == (2, True)


def test_messages_are_written_for_who_is_not_complete(tmp_path: Path, cli: Cli) -> None:
    folder = tmp_path / "surat" / "september"
    ran = cli("status", BAD, "--messages", str(folder), "--format", "json")
    rows = json.loads(ran.out)["result"]["opd"]
    assert ran.code == 1
    assert sorted(path.stem for path in folder.iterdir()) == sorted(
        row["id"] for row in rows if row["state"] != "complete"
    )
    data = folder.joinpath("dlh.txt").read_bytes()  # as Notepad of any Windows opens it
    assert data.startswith("\N{BYTE ORDER MARK}Hal: ".encode())
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert f"18 surat ditulis ke {folder}" in ran.err


def test_messages_that_are_there_stay_unless_forced_and_old_ones_are_named(
    tmp_path: Path, cli: Cli
) -> None:
    tmp_path.joinpath("dlh.txt").write_text("lama", encoding="utf-8")
    tmp_path.joinpath("setwan.txt").write_text("lama", encoding="utf-8")
    ran = cli("status", BAD, "--messages", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert "dlh.txt: berkas ini sudah ada" in ran.err
    assert len([*tmp_path.glob("*.txt")]) == 2
    ran = cli("status", BAD, "--messages", str(tmp_path), "--force", "--lang", "en")
    assert ran.code == 1
    assert tmp_path.joinpath("dlh.txt").read_text(encoding="utf-8-sig").startswith("Subject: ")
    assert tmp_path.joinpath("setwan.txt").read_text(encoding="utf-8") == "lama"
    assert "since their OPD is complete: setwan.txt" in ran.err


def test_a_folder_of_messages_that_cannot_be_is_an_error(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "surat").touch()
    ran = cli("status", BAD, "--messages", str(tmp_path / "surat"))
    assert (ran.code, "tidak dapat ditulis" in ran.err) == (2, True)


def test_csv_has_a_row_an_agency(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("status", BAD, "--format", "csv").out)))
    assert len(rows) == 30
    row = next(row for row in rows if row["id"] == "disdukcapil")
    assert (row["state"], row["answered"], row["expected"], row["revision"]) == (
        "complete",
        "3",
        "3",
        "2",
    )
    assert row["superseded"] == f"{BAD}/Dinas Kependudukan dan Pencatatan Sipil.xlsx"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_format_says_how_many_values_of_an_agency_do_not_apply(
    language: str, masuk: Path, cli: Cli
) -> None:
    rows = "OPD,Dinas Kesehatan\n\nKode,Nilai asesor\nOUT-16,n/a\n"
    (masuk / "Dinas Kesehatan.csv").write_text(rows, encoding="utf-8")

    def board(form: str) -> str:
        return cli("status", str(masuk), "--format", form, "--lang", language).out

    (row,) = [one for one in csv.DictReader(io.StringIO(board("csv"))) if one["id"] == "dinkes"]
    (same,) = [one for one in json.loads(board("json"))["result"]["opd"] if one["id"] == "dinkes"]
    assert (row["not_applicable"], same["not_applicable"]) == ("1", ["OUT-16"])
    said = {"id": "1 tidak berlaku", "en": "1 n/a"}[language]
    assert f"- Dinas Kesehatan: {said}\n" in board("md")
    assert said in board("table")


def test_the_board_says_what_comes_next(cli: Cli) -> None:
    used, then = cli("status", GOOD).err.splitlines()
    assert used == f" Memakai profil {GOOD}/profile.yaml"
    assert then == f" Hitung: kediri-index score {GOOD}"
    err = cli("status", BAD, "--due", "2026-09-13").err
    assert f"kediri-index check {BAD}\n" in err
    assert f"kediri-index status {BAD} --due 2026-09-13 --messages surat/\n" in err
    assert cli("status", BAD, "--quiet").err == ""


@pytest.mark.parametrize("columns", ["60", "80", "100", "120", "200"])
@pytest.mark.parametrize("folder", [GOOD, BAD])
def test_no_line_is_wider_than_the_terminal(
    folder: str, columns: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = cli("status", folder, "--lang", "en").out.splitlines()
    assert [line for line in lines if len(line) > int(columns)] == []


def test_every_file_of_the_folder_is_on_the_board_or_beside_it(cli: Cli) -> None:
    document = json.loads(cli("status", BAD, "--format", "json").out)
    result = document["result"]
    named = [
        *(path for row in result["opd"] for path in (*row["files"], *row["superseded"])),
        *(other["path"] for other in result["other_files"]),
    ]
    there = {str(path) for path in Path(BAD).iterdir() if path.suffix in {".xlsx", ".xls"}}
    assert len(named) == len(set(named))
    assert set(named) == there


def test_a_day_is_written_as_people_write_it_for_machines() -> None:
    assert given_day("--due", None) is None
    assert given_day("--due", "2026-09-13") == date(2026, 9, 13)
    for wrong in ("20260913", "2026-02-30", "2026-W01-1", ""):
        with pytest.raises(UsageError):
            given_day("--due", wrong)


def test_the_board_of_an_index_of_no_year_has_none_and_letters_name_the_cell_of_a_text_table(
    tmp_path: Path, cli: Cli
) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    (tmp_path / "uji.yaml").write_text(
        "kediri_index: 1\nid: uji\nversion: '1'\nstatus: own\ntitle: Uji\n"
        "scale: {min: 0, max: 4}\nkinds: {pillar: {name: Pilar}}\n"
        "groups: [{id: a, kind: pillar, name: A}]\n"
        "indicators: [{id: A-1, in: a, name: Satu, opd: setda}]\n",
        encoding="utf-8",
    )
    profile = tmp_path / "profile.yaml"
    profile.write_text("{unit: Kota Uji, opd: [{id: setda, name: Setda}]}\n", encoding="utf-8")
    options = ("--config", str(tmp_path / "uji.yaml"), "--profile", str(profile), "--lang", "en")
    assert cli("status", str(folder), *options).out.startswith(" Kota Uji\n")
    (folder / "isian.csv").write_text("OPD,Setda\n\nKode,Nilai mandiri\nA-1,9\n", encoding="utf-8")
    messages = tmp_path / "surat"
    cli("status", str(folder), *options, "--messages", str(messages))
    letter = (messages / "setda.txt").read_text(encoding="utf-8")
    assert "1. isian.csv, cell B4\n" in letter
