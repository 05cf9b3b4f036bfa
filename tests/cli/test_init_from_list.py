"""Lists of indicators as offices keep them become a scored index, with no YAML typed."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
import pytest

from kediri_index.cli.run import run
from kediri_index.definition.load_definition import load_definition_file
from tests.findings.building import definition
from tests.sheets.forms.forms import filled
from tests.sheets.lists import building

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.cli.running import Cli


class Case(NamedTuple):
    """A list, the options beside it, the definition it means, what is filled in, and the score."""

    file: str
    data: bytes
    options: tuple[str, ...]
    meaning: str
    forms: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, Mapping[str, object]]
    score: str
    taken: tuple[str, ...]


CASES = (
    Case(
        "iku.xlsx",
        building.with_codes_and_merged_pillars(),
        ("--unit", "Kota Contoh"),
        building.WITH_CODES,
        {
            "Dinas Komunikasi dan Informatika": ("TK-1", "EK-2"),
            "Dinas Penanaman Modal dan PTSP": ("TK-2",),
            "Bappeda": ("EK-1",),
            "Dinsos": ("EK-1",),
        },
        {
            "TK-1": {"Realisasi": 2.8},
            "TK-2": {"Realisasi": 6},
            "EK-1": {"Realisasi": 7.5},
            "EK-2": {"Nilai mandiri": "ya"},
        },
        # 0.4 x (0.6 x 80 + 0.4 x 80) + 0.6 x 100
        "92.00",
        ("F534", "F539"),
    ),
    Case(
        "daftar.csv",
        building.FLAT.encode(),
        ("--unit", "Kota Contoh", "--year", "2027"),
        building.OF_FLAT,
        {
            "Bagian Organisasi": ("TAT-01",),
            "Diskominfo": ("TAT-02", "TAT-03"),
            "Bappeda": ("TAT-03",),
            "Disnaker": ("EKO-01",),
        },
        {
            "TAT-01": {"Nilai mandiri": 2.5},
            "TAT-02": {"Realisasi": 45},
            "TAT-03": {"Nilai mandiri": 3},
            "EKO-01": {"Realisasi": 7},
        },
        "50.00",
        ("F306", "F530", "F533", "F539"),
    ),
    Case(
        "daya saing.xlsx",
        building.of_texts_with_a_second_sheet(),
        (),
        building.OF_TEXTS,
        {
            "DLH": ("LIN-01", "LIN-02"),
            "PUPR": ("LIN-02",),
            "Dinkes": ("MAN-01",),
            "Bappeda": ("MAN-01",),
        },
        {
            "LIN-01": {"Realisasi": 60},
            "LIN-02": {"Realisasi": 1250.5},
            "MAN-01": {"Realisasi": 73.9},
        },
        # 0.35 x (0.55 x 2 + 0.45 x 4) + 0.65 x 3
        "2.97",
        (),
    ),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_list_becomes_a_scored_index(
    case: Case, cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(case.file).write_bytes(case.data)
    made = cli("init", "kota", "--from", case.file, *case.options, "--format", "json")
    document = json.loads(made.out)
    assert (made.code, {one["code"] for one in document["findings"]}) == (0, set(case.taken))
    assert document["definition"]["sha256"] == definition(case.meaning).sha256
    assert cli("definition", "lint", "kota/config/pillars.yaml").code == 0
    monkeypatch.chdir(here / "kota")
    assert {path.stem for path in Path("isian").iterdir()} == set(case.forms)
    for name, ids in case.forms.items():
        form = Path("isian", f"{name}.xlsx").read_bytes()
        answers = {one: case.answers[one] for one in ids}
        Path("masuk", f"{name}.xlsx").write_bytes(filled(form, answers))  # type: ignore[arg-type] # columns are texts
    checked = cli("check", "masuk", "--complete", "--format", "json")
    assert (checked.code, json.loads(checked.out)["result"]["errors"]) == (0, 0)
    (unit,) = json.loads(cli("score", "masuk", "--format", "json").out)["result"]["units"]
    assert unit["overall"]["published"] == case.score
    assert (unit["overall"]["completeness"], unit["year"]) == (1, definition(case.meaning).year)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_its_copy_with_codes_means_the_same(case: Case, cli: Cli) -> None:
    Path(case.file).write_bytes(case.data)
    first = cli("init", "satu", "--from", case.file, *case.options, "--format", "json")
    copies = [path for path in Path("satu").iterdir() if "(berkode)" in path.name]
    coded = case.file != "iku.xlsx"
    assert len(copies) == coded
    for copy in copies:
        second = cli("init", "dua", "--from", str(copy), *case.options, "--format", "json")
        hashes = {json.loads(ran.out)["definition"]["sha256"] for ran in (first, second)}
        assert len(hashes) == 1
        assert [path for path in Path("dua").iterdir() if "(berkode)" in path.name] == []


def test_the_screen_says_what_was_made_and_what_to_type_next(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("daftar.csv").write_text(building.FLAT, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    ran = cli("init", "kota", "--from", "daftar.csv", "--year", "2027")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "dari daftar.csv" in lines
    assert "4 indikator, 4 OPD, skala 0–100" in lines
    assert "Tata kelola 50 % 3 3" in lines
    assert "formulir isian kota/isian, 4 berkas" in lines
    assert "daftar berkode kota/daftar (berkode).csv, 4 kode baru" in lines
    assert "Nama daerah belum ada: tulis di kota/config/profile.yaml" in ran.err
    assert "di folder kota: kediri-index status masuk" in ran.err


def test_what_has_two_readings_is_asked_at_once_and_nothing_is_written(cli: Cli) -> None:
    rows = (
        "Pilar,Indikator,Bobot,Satuan,Target,Arah,OPD",
        "Ekonomi,UMKM digital,60,unit,1.234,tinggi,Dinkop",
        "Ekonomi,Penduduk miskin,30,%,,,",
    )
    Path("daftar.csv").write_text("\n".join(rows), encoding="utf-8")
    ran = cli("init", "kota", "--from", "daftar.csv")
    assert ran.code == 1
    asked = {word for word in ran.err.split() if word.startswith("F5")}
    assert asked >= {"F509", "F515", "F518", "F520"}
    assert "belum ada yang ditulis" in ran.err
    assert not Path("kota").exists()
    english = json.loads(cli("init", "k", "--from", "daftar.csv", "--format", "json").out)
    assert english["result"] is None
    assert not Path("k").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("--from", "daftar.csv"), ("--config", "six-pillars")),
        (("--from", "daftar.csv"), ("--opd", "Bappeda")),
        (("--from", "daftar.csv"), ("--blank",)),
        (("--blank",), ("--config", "six-pillars")),
    ],
)
def test_what_cannot_be_meant_together_is_wrong_usage(
    first: tuple[str, ...], second: tuple[str, ...], cli: Cli
) -> None:
    Path("daftar.csv").write_text(building.FLAT, encoding="utf-8")
    ran = cli("init", "kota", *first, *second)
    assert (ran.code, Path("kota").exists()) == (2, False)
    assert first[0] in ran.err
    assert second[0] in ran.err


def test_a_blank_project_lints_clean_and_scores(cli: Cli, here: Path) -> None:
    assert cli("init", "kota", "--blank", "--unit", "Kota Uji", "--year", "2026").code == 0
    path = here / "kota" / "config" / "pillars.yaml"
    text = path.read_text(encoding="utf-8")
    body = text.partition("\n\n")[2].splitlines()
    assert sum(line.startswith("# ") for line in body) == 6
    linted = json.loads(cli("definition", "lint", str(path), "--format", "json").out)
    assert linted["findings"] == []
    own = text.replace("Nama pilar", "Ekonomi").replace("Nama indikator", "Penduduk miskin")
    path.write_text(own, encoding="utf-8")
    assert cli("definition", "lint", str(path)).code == 0
    found = load_definition_file(path).definition
    assert [one.label.main for one in found.all_indicators()] == ["Penduduk miskin"]


def test_an_empty_list_is_written_and_asks_to_be_filled_in(cli: Cli) -> None:
    ran = cli("template", "--list", "daftar.xlsx")
    assert (ran.code, ran.out.strip()) == (0, "daftar.xlsx")
    assert "kediri-index init FOLDER-BARU --from daftar.xlsx" in ran.err
    first = Path("daftar.xlsx").read_bytes()
    assert cli("template", "--list", "daftar.xlsx").code == 2
    assert cli("template", "--list", "daftar.xlsx", "--force").code == 0
    assert Path("daftar.xlsx").read_bytes() == first
    assert cli("template", "--list", "daftar.csv").code == 2
    assert cli("template", "--list", "lain.xlsx", "--all", "isian").code == 2
    ran = cli("init", "kota", "--from", "daftar.xlsx", "--format", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert (finding["code"], finding["sheet"], finding["cell"]) == ("F556", "Daftar", "C4")
    assert "mulai di sel ini" in finding["hint"]


def test_an_empty_list_may_go_to_standard_output_where_it_stands_alone(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["template", "--list", "-"]) == 0
    out, err = capsysbinary.readouterr()
    assert openpyxl.load_workbook(io.BytesIO(out)).sheetnames[0] == "Daftar"
    assert err == b""


def test_a_folder_is_no_list(cli: Cli) -> None:
    ran = cli("init", "kota", "--from", ".")
    assert (ran.code, ran.out, Path("kota").exists()) == (2, "", False)
    assert ".: ini folder, bukan daftar indikator; beri berkas .xlsx atau .csv" in ran.err


def test_the_weights_of_one_cell_are_not_a_range(cli: Cli) -> None:
    rows = ("Pilar,Indikator,Bobot,Satuan,Target,Arah,OPD", "Ekonomi,UMKM,60,%,80,tinggi,Dinkop")
    Path("daftar.csv").write_text("\n".join(rows), encoding="utf-8")
    ran = cli("init", "kota", "--from", "daftar.csv")
    assert "bobot C2 berjumlah 60: 60" in " ".join(ran.err.split())


def test_a_definition_shown_from_elsewhere_keeps_its_agencies(
    cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("daftar.csv").write_text(building.FLAT, encoding="utf-8")
    assert cli("init", "kota", "--from", "daftar.csv", "--year", "2027").code == 0
    asked = ("definition", "show", "--format", "xlsx", "--quiet", "--output")
    assert cli(*asked, "luar.xlsx", "kota/config/pillars.yaml").code == 0
    monkeypatch.chdir(here / "kota")
    assert cli(*asked, "dalam.xlsx", "config/pillars.yaml").code == 0
    assert Path("dalam.xlsx").read_bytes() == (here / "luar.xlsx").read_bytes()
    assert "OPD" in openpyxl.load_workbook("dalam.xlsx").sheetnames


def test_a_definition_becomes_a_list_that_says_what_it_cannot_hold(cli: Cli) -> None:
    assert cli("definition", "show", "six-pillars", "--format", "xlsx").code == 2
    whole = cli("definition", "show", "six-pillars", "--format", "xlsx", "--output", "a.xlsx")
    assert (whole.code, whole.out) == (0, "")
    assert "tidak" not in whole.err.casefold()
    again = json.loads(cli("init", "kota", "--from", "a.xlsx", "--format", "json").out)
    shown = json.loads(cli("definition", "show", "six-pillars", "--format", "json").out)
    assert again["definition"]["sha256"] == shown["definition"]["sha256"]
    part = cli("definition", "show", "idm-2016", "--format", "xlsx", "--output", "b.xlsx")
    assert "kelompok tanpa indikator (idm-social, idm-economic, idm-environment)" in part.err
    assert "tidak sama artinya dengan idm-2016" in part.err


def test_a_list_that_leaves_nothing_open_has_nothing_taken_and_no_copy(cli: Cli) -> None:
    head = ("Skala: 0–100", "", "Kode,Pilar,Indikator,OPD,Cara penilaian")
    rows = ("A-1,Ekonomi,UMKM,Dinkop,ya/tidak", "A-2,Ekonomi,Ekspor,Dinkop,ya/tidak")
    Path("daftar.csv").write_text("\n".join((*head, *rows)), encoding="utf-8")
    ran = cli("init", "kota", "--from", "daftar.csv", "--unit", "Kota Uji", "--lang", "en")
    assert ran.code == 0
    assert "2 indicators, 1 agencies, scale 0 to 100" in ran.out
    assert "What was taken so" not in ran.out
    assert "list with codes" not in ran.out
    assert not list(Path("kota").glob("*.csv"))


def test_a_list_without_agencies_has_one_form(cli: Cli) -> None:
    head = ("Skala: 0–100", "", "Kode,Pilar,Indikator,Cara penilaian")
    rows = ("A-1,Ekonomi,UMKM,ya/tidak", "A-2,Ekonomi,Ekspor,ya/tidak")
    Path("daftar.csv").write_text("\n".join((*head, *rows)), encoding="utf-8")
    ran = cli("init", "kota", "--from", "daftar.csv", "--unit", "Kota Uji", "--lang", "en")
    assert (ran.code, len(list(Path("kota/isian").glob("*.xlsx")))) == (0, 1)
    assert "there is no column of agencies; one form asks for all indicators" in ran.out
