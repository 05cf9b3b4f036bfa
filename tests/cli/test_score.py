from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from tests.findings.building import ANSWERS, xlsx

if TYPE_CHECKING:
    from tests.cli.running import Cli

FILE = "kota-kediri-2022.xlsx"
pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def own(project: Path) -> Path:
    """A definition of two questions, the project's own, and a file that answers both."""
    (project / "config").mkdir()
    (project / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    (project / "isian.csv").write_text(
        "wilayah,tahun,kode,nilai mandiri,nilai asesor\n"
        "Kota Uji,2022,A-1,4,3\nKota Uji,2022,A-2,4,2\n",
        encoding="utf-8",
    )
    return project


def test_the_overall_stands_first_with_its_change_target_and_answers(cli: Cli) -> None:
    profile = str(ROOT / "config" / "profile.yaml")
    ran = cli("score", FILE, "--profile", profile)
    assert ran.code == 0
    head = ran.out.splitlines()[:3]
    assert head[0].startswith(" Kota Kediri · 2022 ")
    assert head[2].startswith("   3,31   ▲ +0,25 dari 2021")
    assert "sasaran 3,4: selisih -0,09" in head[2]
    assert "10 dari 10 isian" in ran.out
    assert "Tanpa temuan." in ran.out


def test_the_result_alone_is_on_standard_output_and_talk_on_standard_error(cli: Cli) -> None:
    ran = cli("score", FILE)
    assert "kediri-index trace" not in ran.out
    assert ran.err.split() == [
        "Dari",
        "mana",
        "angka",
        "ini?",
        "kediri-index",
        "trace",
        FILE,
        "impact",
    ]


def test_quiet_leaves_the_result_alone(cli: Cli) -> None:
    loud, quiet = cli("score", FILE), cli("score", FILE, "--quiet")
    assert (quiet.code, quiet.err) == (0, "")
    assert quiet.out == loud.out
    assert cli("score", FILE, "-q", "--format", "json").err == ""


def test_verbose_tells_which_files_are_in_use(cli: Cli) -> None:
    ran = cli("score", FILE, "--verbose", "--profile", str(ROOT / "config" / "profile.yaml"))
    said = "".join(ran.err.split())
    assert str(ROOT / "config" / "kominfo-2022-reguler.yaml") in said
    assert str(ROOT / "config" / "profile.yaml") in said
    assert FILE in said


def test_detail_shows_every_indicator_with_its_cell(cli: Cli, own: Path) -> None:
    (own / "isian.csv").write_text(
        "wilayah,tahun,kode,nilai asesor\nKota Uji,2022,A-1,3\nKota Uji,2022,A-2,2\n",
        encoding="utf-8",
    )
    plain, detailed = cli("score", "isian.csv"), cli("score", "isian.csv", "--detail")
    assert "Layanan daring" not in plain.out
    row = next(line for line in detailed.out.splitlines() if "Layanan daring" in line)
    assert row.split() == ["A-1", "Layanan", "daring", "3", "3,00", "50", "%", "D2"]


@pytest.mark.parametrize("form", ["table", "md"])
def test_where_both_scores_are_there_both_totals_are_shown(form: str, cli: Cli, own: Path) -> None:
    ran = cli("score", "isian.csv", "--format", form)
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert "nilai mandiri 4,00 (2 isian) · nilai asesor 2,50 (2 isian)" in said
    assert "yang dipakai: nilai asesor" in said
    assert own


def test_csv_has_points_whatever_the_language(cli: Cli) -> None:
    indonesian = cli("score", FILE, "--format", "csv")
    english = cli("score", FILE, "--format", "csv", "--lang", "en")
    assert indonesian.out == english.out
    rows = list(csv.DictReader(io.StringIO(indonesian.out)))
    assert rows[0]["score"] == "3.31466666666667"
    assert rows[0]["published"] == "3.31"
    assert [row["path"] for row in rows[4:6]] == ["impact", "impact/governance"]


def test_json_is_the_same_in_both_languages_where_nothing_is_found(cli: Cli) -> None:
    indonesian = cli("score", FILE, "--format", "json")
    assert indonesian.out == cli("score", FILE, "--format", "json", "--lang", "en").out
    assert json.loads(indonesian.out)["result"]["units"][0]["overall"]["published"] == "3.31"


def test_while_there_are_errors_nothing_is_printed_but_the_findings(cli: Cli, own: Path) -> None:
    (own / "salah.csv").write_text("wilayah,kode,nilai asesor\nKota Uji,A-1,9\n", encoding="utf-8")
    for form in ("table", "csv", "md"):
        ran = cli("score", "salah.csv", "--format", form)
        assert (ran.code, ran.out) == (1, "")
        assert "C203" in ran.err
        assert "S101" in ran.err
        assert "kediri-index score salah.csv --allow-errors" in ran.err


def test_a_refused_score_in_json_is_an_envelope_without_a_result(cli: Cli, own: Path) -> None:
    (own / "salah.csv").write_text("wilayah,kode,nilai asesor\nKota Uji,A-1,9\n", encoding="utf-8")
    ran = cli("score", "salah.csv", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 1
    assert document["result"] is None
    assert [one["code"] for one in document["findings"]] == ["F421", "S101", "C203"]
    assert "partial" not in document


def test_errors_may_be_let_be_and_every_output_says_so(cli: Cli, own: Path) -> None:
    (own / "salah.csv").write_text(
        "wilayah,kode,nilai asesor\nKota Uji,A-1,9\nKota Uji,A-2,3\n", encoding="utf-8"
    )
    table = cli("score", "salah.csv", "--allow-errors")
    assert table.code == 0
    assert "(--allow-errors)" in table.out
    assert "Tidak dihitung: A-1 (tidak terbaca)" in table.out
    assert "(--allow-errors)" in cli("score", "salah.csv", "--allow-errors", "--format", "md").out
    document = json.loads(cli("score", "salah.csv", "--allow-errors", "--format", "json").out)
    assert document["partial"] is True
    assert document["result"]["units"][0]["overall"]["score"] == 3.0


@pytest.mark.usefixtures("repository")
def test_a_file_that_is_anothers_by_mistake_is_no_second_unit_and_lacks_nothing(cli: Cli) -> None:
    folder = "examples/kota-contoh-salah"
    ran = cli("score", folder, "--allow-errors")
    assert "Kabupaten Contoh" not in ran.out
    assert "3,38   nilai mandiri, 96 dari 111 isian indeks" in ran.out
    assert "tidak dibandingkan dengan 2022" in ran.out
    complete = cli("check", folder, "--complete").out
    assert complete.count("«Kabupaten Contoh»") == 1  # its file, and nothing that it lacks
    assert complete.count("Kabupaten Contoh") == 1
    page = cli("report", folder, "--allow-errors", "--format", "md").out
    assert "Kabupaten Contoh" in page
    assert "## Di antara" not in page


def test_a_partial_csv_says_so_on_standard_error(cli: Cli, own: Path) -> None:
    (own / "salah.csv").write_text("wilayah,kode,nilai asesor\nKota Uji,A-1,3\n", encoding="utf-8")
    ran = cli("score", "salah.csv", "--allow-errors", "--format", "csv")
    assert ran.out.startswith("unit,year,path")
    assert "--allow-errors" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "F103"),
        ("kosong.xlsx", xlsx({"Penilaian": []}), "F401"),
        ("lain.xlsx", xlsx({"Penilaian": [("Nama", "Skor"), ("x", 3)]}), "F402"),
        ("nol.csv", b"", "F101"),
        ("halaman.csv", b"<html><table></table></html>", "F105"),
    ],
    ids=["xls", "empty", "other", "nothing", "page"],
)
def test_a_file_that_cannot_be_scored_is_a_finding_and_exit_1(
    name: str, data: bytes, code: str, cli: Cli, project: Path
) -> None:
    (project / name).write_bytes(data)
    for options in ([], ["--allow-errors"]):
        ran = cli("score", name, *options)
        assert (ran.code, ran.out) == (1, "")
        assert code in ran.err
        assert "Tidak dihitung" in ran.err
        assert "kediri-index score" not in ran.err
    ran = cli("check", name)
    assert (ran.code, code in ran.out) == (1, True)


def test_a_workbook_for_another_definition_is_refused_by_score_and_check(cli: Cli) -> None:
    for command in ("score", "check"):
        ran = cli(command, FILE, "--config", "six-pillars")
        assert ran.code == 1
        assert "F405" in ran.out + ran.err
        assert "--config kominfo-2022-reguler" in " ".join((ran.out + ran.err).split())


def test_a_workbook_brings_its_own_definition(cli: Cli, repository: Path) -> None:
    ran = cli("score", str(repository / "examples" / FILE), "--format", "json")
    used = json.loads(ran.out)["definition"]
    assert used["id"] == "kominfo-2022-reguler"
    assert used["path"] == "config/kominfo-2022-reguler.yaml"


def test_a_broken_definition_is_exit_2_with_every_fault(cli: Cli, project: Path) -> None:
    broken = ANSWERS.replace("in: a, name: Waktu", "in: b, name: Waktu").replace("own", "punya")
    (project / "rusak.yaml").write_text(broken, encoding="utf-8")
    for command in ("score", "check", "definition show"):
        asked = () if command.startswith("definition") else (FILE, "--config")
        ran = cli(*command.split(), *asked, "rusak.yaml")
        assert (ran.code, ran.out) == (2, "")
        assert "D113" in ran.err
        assert "D202" in ran.err
        assert "definisi tidak dapat dipakai: 2 galat" in ran.err
        assert "kediri-index definition lint rusak.yaml" in ran.err


@pytest.mark.parametrize(
    "data",
    [
        b"wilayah,tahun,kode,nilai asesor\nKota Uji,2022,A-1,3\nKota Uji,2022,A-2,2\n",
        xlsx(
            {
                "Identitas": [("Wilayah", "Kota Uji"), ("Tahun", 2022)],
                "Penilaian": [("Kode", "Nilai asesor"), ("A-1", 3), ("A-2", 2)],
            }
        ),
    ],
    ids=["csv", "xlsx"],
)
def test_a_hyphen_is_standard_input(data: bytes, cli: Cli, own: Path) -> None:
    ran = cli("score", "-", "--format", "json", stdin=data)
    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["inputs"][0]["path"] == "-"
    assert document["result"]["units"][0]["overall"]["score"] == 2.5
    assert own


def test_unit_year_and_decimal_fill_in_what_the_file_does_not_say(cli: Cli, own: Path) -> None:
    (own / "isian.csv").write_text("kode;nilai asesor\nA-1;1,200\nA-2;3\n", encoding="utf-8")
    options = ("--unit", "Kota Lain", "--year", "2019", "--decimal", ",", "--format", "json")
    document = json.loads(cli("score", "isian.csv", *options).out)
    (unit,) = document["result"]["units"]
    assert (unit["unit"], unit["year"], unit["overall"]["score"]) == ("Kota Lain", 2019, 2.1)
    assert [one["code"] for one in document["findings"]] == ["F306"]


def test_value_chooses_which_score_leads(cli: Cli, own: Path) -> None:
    document = json.loads(cli("score", "isian.csv", "--format", "json").out)
    (unit,) = document["result"]["units"]
    assert (unit["value"], unit["overall"]["score"]) == ("assessor", 2.5)
    assert unit["overall"]["self"] == {"score": 4.0, "published": "4.00", "answered": 2}
    document = json.loads(cli("score", "isian.csv", "--value", "self", "--format", "json").out)
    assert document["result"]["units"][0]["overall"]["score"] == 4.0
    assert own


@pytest.mark.parametrize("target", ["3.4", "3,4", "3.400"])
def test_a_target_may_be_written_with_a_point_or_a_comma(target: str, cli: Cli) -> None:
    document = json.loads(cli("score", FILE, "--target", target, "--format", "json").out)
    overall = document["result"]["units"][0]["overall"]
    assert (overall["target"], overall["gap"]) == (3.4, -0.09)


def test_last_years_file_is_computed_again_by_this_years_rule(cli: Cli) -> None:
    this = str(ROOT / "examples" / "kota-kediri-2023.xlsx")
    document = json.loads(cli("score", this, "--previous", FILE, "--format", "json").out)
    overall = document["result"]["units"][0]["overall"]
    assert (overall["previous"], overall["change"]) == (3.32, -0.12)
    assert (overall["previous_basis"], overall["previous_year"]) == ("recomputed", 2022)


def test_last_years_definition_is_this_years_where_its_file_names_none(cli: Cli, own: Path) -> None:
    (own / "lalu.csv").write_text("unit,year,A-1,A-2\nKota Uji,2021,2,2\n", encoding="utf-8")
    ran = cli("score", "isian.csv", "--previous", "lalu.csv", "--format", "json")
    assert json.loads(ran.out)["result"]["units"][0]["overall"]["change"] == 0.5


def test_a_folder_and_a_pattern_are_scored_as_one(cli: Cli, own: Path) -> None:
    (own / "masuk").mkdir()
    for name, row in (("a.csv", "A-1,3"), ("b.csv", "A-2,2")):
        (own / "masuk" / name).write_text(f"kode,nilai asesor\n{row}\n", encoding="utf-8")
    (own / "masuk" / "~$a.xlsx").touch()
    for path in ("masuk", "masuk/*.csv"):
        ran = cli("score", path, "--unit", "Kota Uji", "--format", "json")
        document = json.loads(ran.out)
        assert [one["path"] for one in document["inputs"]] == ["masuk/a.csv", "masuk/b.csv"]
        assert document["result"]["units"][0]["overall"]["score"] == 2.5


def test_the_next_command_can_be_copied_where_a_path_has_spaces(cli: Cli, project: Path) -> None:
    (project / FILE).rename(project / "OPD Dinkes.xlsx")
    ran = cli("score", "OPD Dinkes.xlsx")
    assert "kediri-index trace 'OPD Dinkes.xlsx' impact" in ran.err


def test_the_next_command_asks_with_the_same_definition(cli: Cli, own: Path) -> None:
    (own / "lain.yaml").write_text(ANSWERS.replace("id: uji", "id: lain"), encoding="utf-8")
    ran = cli("score", "isian.csv", "--config", "lain.yaml")
    assert "--config lain.yaml" in ran.err


def test_a_text_table_has_no_sheet(cli: Cli, own: Path) -> None:
    (own / "isian.csv").write_text("wilayah,kode,nilai asesor\nKota Uji,A-1,9\n", encoding="utf-8")
    document = json.loads(cli("score", "isian.csv", "--format", "json").out)
    assert document["inputs"][0]["sheet"] is None
    assert {one["sheet"] for one in document["findings"]} == {None}


@pytest.mark.parametrize("command", ["score", "report", "robustness", "plan --target 4"])
def test_verbose_says_what_was_read_also_where_nothing_is_scored(
    command: str, cli: Cli, own: Path
) -> None:
    text = (own / "isian.csv").read_text(encoding="utf-8")
    (own / "lebih.csv").write_text(text.replace("A-1,4,3", "A-1,4,9"), encoding="utf-8")
    name, *more = command.split()
    ran = cli(name, "lebih.csv", *more, "--verbose", "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "config/pillars.yaml" in ran.err
    assert "lebih.csv (one row an indicator)" in ran.err
