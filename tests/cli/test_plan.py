from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.analysis.plan.planning import Wish, planned

if TYPE_CHECKING:
    from kediri_index.analysis.plan.current import Current
    from kediri_index.model.plans import Plan
    from tests.cli.running import Cli

KEDIRI = "examples/kota-kediri-2022.xlsx"
MALANG = "examples/kabupaten-malang-2023.xlsx"
KEDIRI_STEPS = (
    {"indicator": "outcome", "from": 3.23, "to": 3.45, "cost": 0.22, "gain": 0.066},
    {"indicator": "quick_win", "from": 3.65, "to": 3.68, "cost": 0.03, "gain": 0.006},
    {"indicator": "output", "from": 3.21, "to": 3.23, "cost": 0.02, "gain": 0.004},
)
pytestmark = pytest.mark.usefixtures("repository")


def result(cli: Cli, *arguments: str) -> dict[str, object]:
    document = json.loads(cli("plan", *arguments, "--format", "json").out)
    assert document["schema"] == "kediri-index/plan/1"
    found: dict[str, object] = document["result"]
    return found


def test_where_only_groups_are_given_it_says_which_rise_to_what(cli: Cli) -> None:
    found = result(cli, KEDIRI)  # the target is the profile's, 3.4
    assert (found["target"], found["reached"], found["optimal"]) == (3.4, True, True)
    assert (found["published_before"], found["published_after"]) == (3.31, 3.4)
    assert found["cost"] == 0.27
    assert found["steps"] == [
        step | {"opd": [], "needs": None, "evidence": []} for step in KEDIRI_STEPS
    ]


def test_117_answers_in_steps_of_a_fifth_are_planned_with_proof(cli: Cli) -> None:
    found = result(cli, MALANG, "--target", "3,2", "--step", "0,2")
    assert (found["reached"], found["optimal"]) == (True, True)
    assert (found["cost"], found["cost_at_least"]) == (9, 9)
    assert found["published_after"] == 3.2
    assert found["best_possible"] == 4


def test_a_target_out_of_reach_ends_with_1_and_prints_the_best_case(cli: Cli) -> None:
    ran = cli("plan", KEDIRI, "--target", "3.9", "--fix", "outcome", "--format", "json")
    found = json.loads(ran.out)["result"]
    assert (ran.code, found["reached"], found["optimal"]) == (1, False, True)
    assert found["best_possible"] == found["published_after"] == 3.77
    ran = cli("plan", KEDIRI, "--target", "3.9", "--fix", "outcome")
    assert ran.code == 1
    assert "Sasaran 3,9 tidak tercapai dengan cara apa pun" in ran.out


def test_nothing_to_do_and_nothing_that_helps(cli: Cli) -> None:
    ran = cli("plan", KEDIRI, "--target", "3.31")
    assert (ran.code, "Sasaran 3,31 sudah tercapai" in ran.out) == (0, True)
    ran = cli("plan", KEDIRI, "--fix", "*")
    assert (ran.code, "tidak ada langkah yang menaikkan" in ran.out) == (1, True)


def test_the_frontier_of_a_whole_evaluation_is_proven(cli: Cli) -> None:
    frontier = result(cli, MALANG, "--target", "3.6", "--frontier")["frontier"]
    assert isinstance(frontier, list)
    assert len(frontier) == 107
    assert all(point["optimal"] for point in frontier)


def test_the_frontier_has_the_least_cost_of_every_figure(cli: Cli) -> None:
    found = result(cli, KEDIRI, "--frontier")
    frontier = found["frontier"]
    assert isinstance(frontier, list)
    assert {"cost": 0, "published": 3.31, "optimal": True}.items() <= frontier[0].items()
    assert [point["published"] for point in frontier] == [
        round(3.31 + at / 100, 2) for at in range(70)
    ]
    assert {"cost": 0.27, "published": 3.4}.items() <= frontier[9].items()


@pytest.mark.parametrize("form", ["table", "md", "csv", "json"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_format_in_both_languages(form: str, language: str, cli: Cli) -> None:
    ran = cli("plan", KEDIRI, "--format", form, "--lang", language, "--frontier", "--verbose")
    assert ran.code == 0
    assert ran.out


def test_csv_has_a_line_a_step_or_a_line_a_figure(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("plan", KEDIRI, "--format", "csv").out)))
    assert [(row["indicator"], row["to"], row["gain"]) for row in rows] == [
        ("outcome", "3.45", "0.066"),
        ("quick_win", "3.68", "0.006"),
        ("output", "3.23", "0.004"),
    ]
    out = cli("plan", KEDIRI, "--format", "csv", "--frontier").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[9] == {
        "cost": "0.27",
        "score": rows[9]["score"],
        "published": "3.4",
        "optimal": "true",
    }


@pytest.mark.parametrize("language", ["id", "en"])
def test_80_columns_are_enough(language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = cli("plan", MALANG, "--target", "3.2", "--frontier", "--lang", language)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_large_costs_have_marks_of_thousands_and_are_no_levels(cli: Cli, tmp_path: Path) -> None:
    costs = tmp_path / "biaya.csv"
    costs.write_text("indicator;cost_per_level\n*;250000000,5\n", encoding="utf-8")
    ran = cli("plan", KEDIRI, "--costs", str(costs))
    assert "biaya terkecil 67.500.000,135 (terbukti)" in ran.out


def test_a_broken_table_of_costs_is_told_line_by_line(cli: Cli, tmp_path: Path) -> None:
    costs = tmp_path / "biaya.csv"
    costs.write_text("indicator,cost_per_level\noutput,x\noutcom,2\n", encoding="utf-8")
    ran = cli("plan", KEDIRI, "--costs", str(costs), "--lang", "en")
    assert ran.code == 2
    assert "nearest: outcome" in ran.err
    assert "S713" in ran.err
    assert ran.err.splitlines()[-1].endswith("2 errors; repair them and run it again")
    ran = cli("plan", KEDIRI, "--costs", str(costs), "--format", "json")
    assert [one["line"] for one in json.loads(ran.out)["findings"]] == [2, 3]


@pytest.mark.parametrize("command", ["plan", "report", "score"])
@pytest.mark.parametrize("target", ["99", "-1", "4.01"])
def test_a_target_that_is_not_on_the_scale_is_wrong_usage(
    command: str, target: str, cli: Cli
) -> None:
    ran = cli(command, KEDIRI, "--target", target, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert f"--target: {target} is not on the scale of the definition, 0 to 4" in ran.err


def test_a_target_beyond_the_scale_is_planned_where_weights_are_added_as_they_are(
    cli: Cli, tmp_path: Path
) -> None:
    definition = tmp_path / "jumlah.yaml"
    definition.write_text(
        "kediri_index: 1\nid: jumlah\nversion: '1'\nstatus: own\ntitle: Jumlah\n"
        "scale: {min: 0, max: 4}\nkinds: {pillar: {name: Pilar}}\naggregate_top: sum\n"
        "groups: [{id: a, kind: pillar, weight: 3, name: A}]\n",
        encoding="utf-8",
    )
    (tmp_path / "data.csv").write_text("unit,year,a\nKota,2023,3\n", encoding="utf-8")
    call = ("plan", str(tmp_path / "data.csv"), "--config", str(definition), "--target", "10.5")
    assert cli(*call).code == 0


def test_what_is_asked_beside_the_target_is_said_again(cli: Cli) -> None:
    ran = cli("plan", MALANG, "--target", "3", "--max-steps", "4", "--fix", "IMP-*")
    assert "tetap: IMP-* · paling banyak 4 langkah" in " ".join(ran.out.split())
    assert "--max-steps 4 --fix 'IMP-*' --frontier" in ran.err
    assert cli("plan", MALANG, "--target", "3", "--quiet").err == ""


def test_one_agency_is_named(cli: Cli) -> None:
    ran = cli("plan", "examples/kota-contoh", "--target", "3.2", "--opd", "bappeda")
    assert "hanya milik bappeda" in " ".join(ran.out.split())
    assert ran.code in {0, 1}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([MALANG], "sasaran tidak disebut"),
        ([KEDIRI, "--target", "tinggi"], "--target: «tinggi» bukan angka"),
        ([KEDIRI, "--step", "0"], "--step: «0» harus lebih dari 0; tulis misalnya 0,2"),
        ([KEDIRI, "--step", "0,1", "--continuous"], "hapus salah satunya"),
        ([KEDIRI, "--max-steps", "2", "--continuous"], "hapus salah satunya"),
        ([KEDIRI, "--max-steps", "1,5"], "--max-steps: «1,5» harus bilangan bulat"),
        ([KEDIRI, "--alternatives", "99"], "harus bilangan bulat dari 0 sampai 50"),
        ([KEDIRI, "--fix", "outcom"], "terdekat: outcome"),
        ([KEDIRI, "--opd", "bapeda"], "terdekat: bappeda"),
        ([KEDIRI, "--opd", "Nope"], "tidak ada «Nope»; yang ada: bappeda, "),
        ([KEDIRI, "--opd", "bappeda"], "tidak mengampu satu isian pun"),
        ([MALANG, "--target", "3", "--opd", "bappeda"], "profil ini milik «Kota Kediri»"),
        ([KEDIRI, "--costs", "tidak-ada.csv"], "tidak-ada.csv: berkas biaya ini tidak ada"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(arguments: list[str], said: str, cli: Cli) -> None:
    ran = cli("plan", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_errors_in_the_data_are_told_and_can_be_let_be(cli: Cli, tmp_path: Path) -> None:
    table = tmp_path / "isian.csv"
    header = "unit,year,baseline,output,outcome,impact,quick_win"
    table.write_text(f"{header}\nKota Kediri,2022,3.6,3.21,3.23,3.07,9\n", encoding="utf-8")
    arguments = ("plan", str(table), "--config", "kominfo-2022-reguler", "--target", "3.4")
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert "C203" in ran.err
    ran = cli(*arguments, "--allow-errors", "--format", "csv")
    assert ran.out.startswith("indicator,from,to")
    assert "--allow-errors" in ran.err


def test_why_there_is_no_plan_stands_on_standard_error(cli: Cli) -> None:
    folder = "examples/findings"
    options = ("--config", f"{folder}/S701/indeks.yaml", "--target", "3", "--lang", "en")
    ran = cli("plan", f"{folder}/S701/isian.csv", *options)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == " No plan was made, for the findings above."


@pytest.mark.parametrize("form", ["table", "md"])
def test_what_is_not_proven_says_so_with_its_bound(
    form: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hurried(current: Current, wish: Wish) -> Plan:
        return planned(current, wish._replace(work=400))

    monkeypatch.setattr("kediri_index.usecases.plan.planned", hurried)
    ran = cli("plan", MALANG, "--target", "3.2", "--frontier", "--format", form, "--lang", "en")
    said = " ".join(ran.out.replace("\\", "").split())
    assert re.search(r"\(not proven to be the least; at most \S+ above it, not below \S+\)", said)
    assert "~ not proven to be the cheapest" in said
    assert ("--limit seconds=100" in ran.err) == (form == "table")
    assert ran.code == 0


def test_beside_csv_it_is_told_on_standard_error(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def hurried(current: Current, wish: Wish) -> Plan:
        return planned(current, wish._replace(work=400))

    asked = ("plan", MALANG, "--target", "3.2", "--format", "csv", "--lang", "en")
    assert "proven" not in cli(*asked).err
    monkeypatch.setattr("kediri_index.usecases.plan.planned", hurried)
    ran = cli(*asked)
    assert "not proven to be the least; at most" in ran.err
    assert "proven" not in ran.out


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_best_that_is_not_proven_is_the_best_found(
    form: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsure(current: Current, wish: Wish) -> Plan:
        return planned(current, wish)._replace(optimal=False, best_proven=False)

    monkeypatch.setattr("kediri_index.usecases.plan.planned", unsure)
    options = ("--target", "3.9", "--max-steps", "2", "--lang", "en", "--format", form)
    ran = cli("plan", KEDIRI, *options)
    assert "best found: 3.70" in ran.out
    assert "No way to the target 3.9 was found" in " ".join(ran.out.split())
    assert "No plan reaches" not in ran.out
    assert ran.code == 1


def test_one_step_is_one(cli: Cli) -> None:
    ran = cli("plan", KEDIRI, "--target", "3.33", "--max-steps", "1", "--lang", "en")
    assert "at most 1 step\n" in ran.out


MEASURED = """\
kediri_index: 1
id: ukur
version: "1"
status: own
title: Ukur
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: Bagian}]
indicators:
  - {id: M-1, in: a, name: Hasil, unit: km, score: {method: goalposts, min: 0, max: 80}}
  - {id: A-1, in: a, name: Jawaban}
"""


@pytest.mark.parametrize(("form", "said"), [("table", " 60 km"), ("md", "| 60 km |")])
def test_a_measured_step_says_the_result_with_its_unit(
    form: str, said: str, cli: Cli, tmp_path: Path
) -> None:
    (tmp_path / "ukur.yaml").write_text(MEASURED, encoding="utf-8")
    table = tmp_path / "isian.csv"
    table.write_text("unit,year,M-1,A-1\nKota Uji,2022,40,4\n", encoding="utf-8")
    options = ("--config", str(tmp_path / "ukur.yaml"), "--target", "3.5", "--format", form)
    ran = cli("plan", str(table), *options)
    assert ran.code == 0
    assert said in ran.out
    table.write_text("unit,year,M-1,A-1\nKota Uji,2022,40,9\n", encoding="utf-8")
    ran = cli("plan", str(table), *options, "--allow-errors")
    assert "dihitung meskipun ada galat" in ran.out


def test_markdown_of_a_target_out_of_reach_and_of_one_that_is_met(cli: Cli) -> None:
    ran = cli("plan", KEDIRI, "--target", "3.9", "--fix", "outcome", "--format", "md")
    assert "**Sasaran 3,9 tidak tercapai" in ran.out
    ran = cli("plan", KEDIRI, "--target", "3", "--format", "md", "--frontier")
    assert "**Sasaran 3 sudah tercapai" in ran.out


def test_accepted_findings_forbid_no_plan(cli: Cli, tmp_path: Path) -> None:
    waivers = tmp_path / "terima.yaml"
    waivers.write_text("[]\n", encoding="utf-8")
    ran = cli("plan", KEDIRI, "--waivers", str(waivers), "--verbose")
    assert ran.code == 0
    assert f"--waivers {waivers}" in ran.err


def test_a_step_without_a_gain_is_explained(cli: Cli, tmp_path: Path) -> None:
    text = MEASURED.replace("id: a, kind: pillar", "id: a, aggregate: min, kind: pillar")
    (tmp_path / "ukur.yaml").write_text(text, encoding="utf-8")
    table = tmp_path / "isian.csv"
    table.write_text("unit,year,M-1,A-1\nKota Uji,2022,40,2\n", encoding="utf-8")
    options = ("--config", str(tmp_path / "ukur.yaml"), "--target", "3", "--lang", "en")
    ran = cli("plan", str(table), *options)
    assert "A step without a gain is needed too" in ran.out


def test_a_step_names_the_evidence_that_it_still_needs(cli: Cli, tmp_path: Path) -> None:
    levels = "{method: levels, levels: {0: belum, 1: rintisan, 2: terkelola}}"
    items = "evidence: {1: [SK tim], 2: [Laporan rapat]}"
    (tmp_path / "bukti.yaml").write_text(
        "kediri_index: 1\nid: bukti\nversion: '1'\nstatus: own\ntitle: Bukti\n"
        "scale: {min: 0, max: 2}\nkinds: {pillar: {name: Pilar}}\n"
        "groups: [{id: a, kind: pillar, name: A}]\n"
        f"indicators: [{{id: T-1, in: a, name: Tim, score: {levels}, {items}}}]\n",
        encoding="utf-8",
    )
    table = tmp_path / "isian.csv"
    table.write_text("Kode,Nilai mandiri\nT-1,1\n", encoding="utf-8")
    options = ("--config", str(tmp_path / "bukti.yaml"), "--target", "2", "--lang", "en")
    screen = cli("plan", str(table), *options).out
    assert "evidence still needed: T-1.1.1 SK tim, T-1.2.1 Laporan rapat" in screen
