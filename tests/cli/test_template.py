from __future__ import annotations

import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from kediri_index.cli.run import run
from kediri_index.sheets.forms.form import ANSWERS_SHEET
from kediri_index.sheets.tables.columns import Column
from tests.cli.conftest import ROOT
from tests.sheets.forms.forms import columns_of, filled, rows_of

if TYPE_CHECKING:
    from tests.cli.running import Cli, Ran

BAPPEDA = "Badan Perencanaan Pembangunan Daerah.xlsx"


@pytest.fixture(autouse=True)
def kediri(project: Path) -> Path:
    """A project folder with Kota Kediri's own definition and profile."""
    (project / "config").mkdir()
    for name in ("pillars.yaml", "profile.yaml", "six-pillars.yaml"):
        shutil.copy(ROOT / "config" / name, project / "config")
    return project


def codes(ran: Ran) -> list[str]:
    """The code of each cell that has a finding."""
    findings = json.loads(ran.out)["findings"]
    return [one["code"] for one in findings for _ in range(one.get("count", 1))]


@pytest.mark.parametrize("name", ["bappeda", "Badan Perencanaan Pembangunan Daerah", "BAPPEDA"])
def test_an_agencys_form_is_named_after_it_unless_a_file_is_given(
    name: str, cli: Cli, kediri: Path
) -> None:
    ran = cli("template", "--opd", name)
    assert (ran.code, ran.out) == (0, f" {BAPPEDA} · 27 indikator\n")
    assert "kediri-index check FOLDER" in ran.err
    assert cli("template", "--opd", name, "--output", "isian.xlsx").code == 0
    assert (kediri / "isian.xlsx").read_bytes() == (kediri / BAPPEDA).read_bytes()


def test_every_agency_of_the_profile_gets_its_own_and_together_they_ask_for_everything(
    cli: Cli, kediri: Path
) -> None:
    ran = cli("template", "--all", "isian/2023")
    assert ran.code == 0
    names = sorted(path.name for path in (kediri / "isian" / "2023").iterdir())
    assert len(names) == 7
    assert names[0] == "Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah.xlsx"
    checked = cli("check", "isian/2023", "--complete", "--format", "json")
    assert codes(checked) == ["C101"] * 111
    assert [one["opd"] for one in json.loads(checked.out)["inputs"]].count(None) == 0


def test_a_form_of_the_whole_region_asks_for_everything(cli: Cli) -> None:
    assert cli("template", "--output", "semua.xlsx").out == " semua.xlsx · 111 indikator\n"
    assert codes(cli("check", "semua.xlsx", "--format", "json")) == ["C101"] * 111


def test_a_definition_of_given_scores_alone_has_no_form(cli: Cli, kediri: Path) -> None:
    ran = cli("template", "--output", "x.xlsx", "--config", "idm-2016", "--year", "2016")
    assert (ran.code, ran.out) == (2, "")
    assert "idm-2016 tidak memiliki indikator, hanya kelompok yang nilainya sudah ada" in ran.err
    assert not (kediri / "x.xlsx").exists()


def test_a_form_may_go_to_standard_output_where_it_stands_alone(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["template", "--opd", "bappeda", "--output", "-"]) == 0
    out, err = capsysbinary.readouterr()
    book = openpyxl.load_workbook(io.BytesIO(out))
    assert len(rows_of(book[ANSWERS_SHEET])) == 27
    assert err == b" Memakai definisi config/pillars.yaml dan profil config/profile.yaml\n"


def test_the_json_names_every_file_with_its_hash(cli: Cli, kediri: Path) -> None:
    ran = cli("template", "--opd", "bappeda", "--format", "json", "--quiet")
    document = json.loads(ran.out)
    data = (kediri / BAPPEDA).read_bytes()
    assert list(document) == ["schema", "tool", "definition", "inputs", "result", "findings"]
    assert document["schema"] == "kediri-index/template/1"
    assert document["definition"]["id"] == "kominfo-2023-reguler"
    assert (document["inputs"], document["findings"]) == ([], [])
    assert document["result"] == {
        "files": [
            {
                "path": BAPPEDA,
                "sha256": hashlib.sha256(data).hexdigest(),
                "opd": "bappeda",
                "indicators": 27,
            }
        ]
    }
    assert ran.err == ""


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        ((), "lembar isian untuk siapa? Beri --opd NAMA", "a form for whom? Give --opd NAME"),
        (
            ("--all", "x", "--opd", "bappeda"),
            "--all dan --opd tidak dapat dipakai bersama",
            "--all and --opd do not go together",
        ),
        (
            ("--all", "x", "--output", "y.xlsx"),
            "--all dan --output tidak dapat dipakai bersama",
            "--all and --output do not go together",
        ),
        (
            ("--opd", "bappeda", "--output", "-", "--format", "json"),
            "--output - dan --format json tidak dapat dipakai bersama",
            "--output - and --format json do not go together",
        ),
        (
            ("--opd", "bappeda", "--output", "isian.csv"),
            "isian.csv: lembar isian adalah berkas .xlsx",
            "isian.csv: a form is an .xlsx file",
        ),
        (
            ("--opd", "Bapeda"),
            "OPD «Bapeda» tidak ada di profil config/profile.yaml; terdekat: bappeda; yang ada",
            "there is no agency (OPD) «Bapeda» in the profile config/profile.yaml; nearest: ",
        ),
        (
            ("--opd", "bappeda", "--config", "six-pillars"),
            "tahun lembar isian belum diketahui: definisi six-pillars tidak menyebutnya",
            "the form's year is not known: the definition six-pillars names none; give --year",
        ),
        (
            ("--opd", "bappeda", "--year", "26"),
            "--year: «26» bukan tahun",
            "--year: «26» is no year",
        ),
        (
            ("--opd", "bappeda", "--previous", "kota-kediri-2023.xlsx"),
            "kota-kediri-2023.xlsx: berkas atau folder ini tidak ada; terdekat: ",
            "kota-kediri-2023.xlsx: there is no such file or folder",
        ),
        (
            ("--opd", "bappeda", "--output", "tiada/isian.xlsx"),
            "tiada/isian.xlsx: tidak dapat ditulis",
            "tiada/isian.xlsx: cannot be written",
        ),
        (
            ("--all", "config/pillars.yaml/x"),
            "config/pillars.yaml/x: tidak dapat ditulis",
            "config/pillars.yaml/x: cannot be written",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(
    arguments: tuple[str, ...], indonesian: str, english: str, cli: Cli, kediri: Path
) -> None:
    before = sorted(kediri.rglob("*"))
    for language, said in (("id", indonesian), ("en", english)):
        ran = cli("template", *arguments, "--lang", language)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert ran.err.count("\n") == 1
    assert sorted(kediri.rglob("*")) == before


def test_without_a_profile_there_is_only_the_whole_regions_form(cli: Cli, kediri: Path) -> None:
    (kediri / "config" / "profile.yaml").unlink()
    for arguments in (["--opd", "bappeda"], ["--all", "x"]):
        ran = cli("template", *arguments)
        assert ran.code == 2
        assert "tidak ada profil dengan daftar OPD; tunjuk profilnya dengan --profile" in ran.err
    assert cli("template", "--output", "semua.xlsx", "--unit", "Kota Kediri").code == 0
    assert codes(cli("check", "semua.xlsx", "--format", "json")) == ["C101"] * 111


def test_an_agency_that_answers_for_nothing_gets_no_form_and_is_named(
    cli: Cli, kediri: Path
) -> None:
    profile = kediri / "config" / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    more = "opd:\n  - {id: dinsos, name: Dinas Sosial}\n"
    profile.write_text(text.replace("opd:\n", more, 1), encoding="utf-8")
    ran = cli("template", "--opd", "dinsos")
    assert ran.code == 2
    assert "Dinas Sosial tidak mengampu indikator apa pun" in ran.err
    ran = cli("template", "--all", "isian")
    assert ran.code == 0
    assert len(list((kediri / "isian").iterdir())) == 7
    assert "Tanpa formulir, karena tidak mengampu indikator: Dinas Sosial" in ran.err


def test_for_what_respondents_answer_there_is_no_form_and_that_is_said(
    cli: Cli, kediri: Path
) -> None:
    (kediri / "survei.yaml").write_text(
        'kediri_index: 1\nid: survei\nversion: "1"\nstatus: own\ntitle: Survei\nyear: 2026\n'
        "scale: {min: 0, max: 4}\nkinds: {p: {name: Pilar}}\n"
        "groups: [{id: a, kind: p, name: A}]\nindicators:\n"
        "  - {id: S-1, in: a, name: Layanannya cepat, survey: {}}\n"
        "  - {id: L-1, in: a, name: Loket}\n",
        encoding="utf-8",
    )
    (kediri / "profil.yaml").write_text(
        "unit: Kota Uji\nopd: [{id: dinkes, name: Dinkes}, {id: disdik, name: Disdik}]\n"
        "assign: {dinkes: [S-1], disdik: [L-1]}\n",
        encoding="utf-8",
    )
    line = ("template", "--profile", "profil.yaml", "--config", "survei.yaml")
    ran = cli(*line, "--all", "isian")
    assert [path.name for path in (kediri / "isian").iterdir()] == ["Disdik.xlsx"]
    assert "karena indikatornya dinilai dari survei: Dinkes; minta lembar jawaban" in ran.err
    alone = cli(*line, "--opd", "dinkes")
    assert (alone.code, alone.out) == (2, "")
    assert "Dinkes: tidak ada formulir, karena indikatornya (S-1) dinilai dari survei" in alone.err
    survey = kediri / "survei.yaml"
    only = survey.read_text(encoding="utf-8").replace("  - {id: L-1, in: a, name: Loket}\n", "")
    survey.write_text(only, encoding="utf-8")
    profile = kediri / "profil.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("L-1", ""), encoding="utf-8")
    for whole in (("--output", "semua.xlsx"), ("--all", "lagi")):
        assert "survei: tidak ada formulir" in cli(*line, *whole).err


def test_what_stands_in_no_form_is_named(cli: Cli, kediri: Path) -> None:
    """Indicators that nobody was assigned, or whose code *assign* spells otherwise."""
    (kediri / "profil.yaml").write_text(
        "unit: Kota Uji\nopd: [{id: dinkes, name: Dinkes}, {id: disdik, name: Disdik}]\n"
        "assign: {dinkes: [GOV-*, LIV-01], disdik: [SOC-*, ECO-1]}\n",
        encoding="utf-8",
    )
    line = ("template", "--profile", "profil.yaml", "--config", "six-pillars", "--year", "2026")
    ran = cli(*line, "--all", "isian", "--lang", "en")
    assert ran.code == 0
    codes = "BRA-01, BRA-02, BRA-03, BRA-04, ECO-01, ECO-02, ECO-03, ECO-04 and 7 more"
    assert f" In no form, since no agency answers for them: {codes}\n" in ran.err
    assert "form" not in cli(*line, "--opd", "dinkes", "--lang", "en").err
    assert "Tidak ada di lembar mana pun" in cli(*line, "--all", "lagi").err


def test_where_nobody_answers_for_anything_nothing_is_written(cli: Cli, kediri: Path) -> None:
    profile = kediri / "config" / "profile.yaml"
    profile.write_text("opd: [{id: dinsos, name: Dinas Sosial}]\n", encoding="utf-8")
    ran = cli("template", "--all", "isian")
    assert (ran.code, ran.out) == (2, "")
    assert "tidak ada OPD yang mengampu indikator dalam definisi kominfo-2023-reguler" in ran.err
    assert not (kediri / "isian").exists()


def test_what_is_there_is_replaced_only_by_force_and_then_all_of_it(cli: Cli, kediri: Path) -> None:
    folder = kediri / "isian"
    folder.mkdir()
    (folder / BAPPEDA).write_bytes(b"lama")
    ran = cli("template", "--all", "isian")
    assert (ran.code, ran.out) == (2, "")
    assert "isian: 1 dari berkas yang akan ditulis sudah ada" in ran.err
    assert [path.read_bytes() for path in folder.iterdir()] == [b"lama"]
    assert cli("template", "--all", "isian", "--force").code == 0
    assert len(list(folder.iterdir())) == 7
    assert cli("template", "--opd", "bappeda", "--output", f"isian/{BAPPEDA}").code == 2


def test_names_that_no_file_may_have_are_changed_and_equal_ones_told_apart(
    cli: Cli, kediri: Path
) -> None:
    (kediri / "config" / "profile.yaml").write_text(
        "opd: [{id: a, name: 'Dinas A/B'}, {id: b, name: 'Dinas A:B'}, {id: c, name: '..'}]\n"
        "assign: {a: 'BAS-*', b: 'OUP-*', c: 'QWN-*'}\n",
        encoding="utf-8",
    )
    assert cli("template", "--all", "isian").code == 0
    assert sorted(path.name for path in (kediri / "isian").iterdir()) == [
        "-.xlsx",
        "Dinas A-B (a).xlsx",
        "Dinas A-B (b).xlsx",
    ]


def test_last_years_answers_are_shown_beside_and_are_no_answers(cli: Cli, kediri: Path) -> None:
    assert cli("template", "--opd", "bappeda", "--year", "2022", "--output", "lalu.xlsx").code == 0
    given: dict[str, dict[Column, object]] = {
        "BAS-04": {Column.SELF: "2,5"},
        "BAS-05": {Column.SELF: 3, Column.ASSESSOR: 1},
    }
    last = kediri / "lalu.xlsx"
    last.write_bytes(filled(last.read_bytes(), given))
    ran = cli("template", "--opd", "bappeda", "--previous", "lalu.xlsx", "--format", "json")
    assert [one["path"] for one in json.loads(ran.out)["inputs"]] == ["lalu.xlsx"]
    sheet = openpyxl.load_workbook(kediri / BAPPEDA)[ANSWERS_SHEET]
    column = columns_of(sheet)[Column.LAST_YEAR]
    said = {code: sheet.cell(row, column).value for code, row in rows_of(sheet).items()}
    assert {code: value for code, value in said.items() if value is not None} == {
        "BAS-04": 2.5,
        "BAS-05": 3,
    }
    assert codes(cli("check", BAPPEDA, "--format", "json")) == ["C101"] * 27


def test_of_what_is_measured_last_years_result_is_shown_and_not_its_score(
    cli: Cli, kediri: Path
) -> None:
    rows = "wilayah,tahun,kode,realisasi,nilai mandiri\nKota Kediri,2025,ECO-02,7.5,\n"
    (kediri / "lalu.csv").write_text(rows, encoding="utf-8")
    options = ("--config", "six-pillars", "--year", "2026", "--previous", "lalu.csv")
    assert cli("template", "--opd", "bappeda", *options).code == 0
    sheet = openpyxl.load_workbook(kediri / BAPPEDA)[ANSWERS_SHEET]
    cell = sheet.cell(rows_of(sheet)["ECO-02"], columns_of(sheet)[Column.LAST_YEAR])
    assert cell.value == 7.5


def test_last_years_file_may_spell_the_region_as_the_profile_does(cli: Cli, kediri: Path) -> None:
    profile = kediri / "config" / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("unit: Kota Kediri\n", "unit: Kota Kediri\nalso: [Kediri]\n"))
    rows = "wilayah,tahun,kode,nilai asesor\nKediri,2022,BAS-04,3\n"
    (kediri / "lalu.csv").write_text(rows, encoding="utf-8")
    assert cli("template", "--opd", "bappeda", "--previous", "lalu.csv").code == 0
    sheet = openpyxl.load_workbook(kediri / BAPPEDA)[ANSWERS_SHEET]
    cell = sheet.cell(rows_of(sheet)["BAS-04"], columns_of(sheet)[Column.LAST_YEAR])
    assert cell.value == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("wilayah,tahun,kode,nilai asesor\n", "tidak ada jawaban tahun lalu yang terbaca"),
        ("bukan,tabel\n1,2\n", "tidak ada jawaban tahun lalu yang terbaca"),
        (
            "wilayah,tahun,kode,nilai asesor\nKota A,2022,BAS-01,3\nKota B,2022,BAS-01,2\n",
            "berkas tahun lalu memuat Kota A, Kota B; beri berkas wilayah ini saja",
        ),
    ],
)
def test_a_file_that_is_not_last_years_of_this_region_is_refused(
    data: str, said: str, cli: Cli, kediri: Path
) -> None:
    (kediri / "lalu.csv").write_text(data, encoding="utf-8")
    ran = cli("template", "--opd", "bappeda", "--previous", "lalu.csv")
    assert (ran.code, ran.out) == (2, "")
    assert f"lalu.csv: {said}" in ran.err


def test_an_input_is_never_written_over(cli: Cli, kediri: Path) -> None:
    assert cli("template", "--output", "lalu.xlsx").code == 0
    last = kediri / "lalu.xlsx"
    last.write_bytes(filled(last.read_bytes(), {"BAS-04": {Column.SELF: 3}}))
    before = last.read_bytes()
    ran = cli("template", "--output", "lalu.xlsx", "--previous", "lalu.xlsx", "--force")
    assert ran.code == 2
    assert last.read_bytes() == before


def test_it_tells_what_it_used_and_keeps_still_where_asked(cli: Cli) -> None:
    ran = cli("template", "--opd", "bappeda", "--verbose", "--quiet")
    assert "definisi: config/pillars.yaml" in ran.err
    assert "profil: config/profile.yaml" in ran.err
    assert "check FOLDER" not in ran.err


def test_the_forms_language_is_the_one_asked_for_and_its_headers_stay(
    cli: Cli, kediri: Path
) -> None:
    assert (
        cli("template", "--opd", "bappeda", "--lang", "en").out == f" {BAPPEDA} · 27 indicators\n"
    )
    book = openpyxl.load_workbook(kediri / BAPPEDA)
    assert book["Petunjuk"]["A1"].value == "How to fill in this form"
    assert Column.SELF in columns_of(book[ANSWERS_SHEET])
