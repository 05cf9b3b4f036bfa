"""``--unit`` and ``--year`` filter what is shown of data that hold more than that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli

BY = ("--config", "kominfo-2023-reguler")
TABLE = """\
unit,year,baseline,output,outcome,impact,quick_win
Kota Kediri,2022,3,3,3,2,1
Kota Kediri,2023,3,3,3,3,1
Kota Batu,2023,3,3,4,4,4
"""
COMPARED = """\
kediri_index: 1
id: banding
version: "1"
status: own
title: Indeks Banding
scale: {min: 0, max: 100}
kinds: {pillar: {name: Pilar}}
groups: [{id: a, kind: pillar, name: Pilar}]
indicators:
  - {id: A-1, in: a, name: Satu, unit: poin, direction: higher, score: {method: min_max}}
"""
LONG = "Wilayah,Tahun,Kode,Nilai asesor\n" + "".join(
    f"{unit},2023,{code},{score}\n"
    for unit, score in (("Kota Kediri", 3), ("Kota Batu", "tiga"))
    for code in ("baseline", "output", "outcome", "impact", "quick_win")
)


@pytest.fixture(autouse=True)
def own(project: Path) -> Path:
    (project / "tabel.csv").write_text(TABLE, encoding="utf-8")
    (project / "panjang.csv").write_text(LONG, encoding="utf-8")
    (project / "salah.csv").write_text(TABLE.replace("4,4,4", "4,9,4"), encoding="utf-8")
    return project


def shown(cli: Cli, *line: str) -> list[tuple[str, int, int | None]]:
    ran = cli("score", *line, "--format", "json", *(() if "--config" in line else BY))
    assert ran.code == 0, ran.err
    units = json.loads(ran.out)["result"]["units"]
    return [(one["unit"], one["year"], one["overall"]["rank"]) for one in units]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), [("Kota Kediri", 2022), ("Kota Kediri", 2023), ("Kota Batu", 2023)]),
        (("--unit", "Kota Kediri"), [("Kota Kediri", 2022), ("Kota Kediri", 2023)]),
        (("--unit", "kota  batu"), [("Kota Batu", 2023)]),
        (("--year", "2023"), [("Kota Kediri", 2023), ("Kota Batu", 2023)]),
        (("--unit", "Kota Kediri", "--year", "2022"), [("Kota Kediri", 2022)]),
    ],
)
def test_a_table_of_units_is_shown_as_far_as_it_is_asked_for(
    options: tuple[str, ...], expected: list[tuple[str, int]], cli: Cli
) -> None:
    assert sorted(one[:2] for one in shown(cli, "tabel.csv", *options)) == sorted(expected)


def test_a_rank_is_that_among_all_units(cli: Cli) -> None:
    assert shown(cli, "tabel.csv", "--unit", "Kota Kediri", "--year", "2023") == [
        ("Kota Kediri", 2023, 2)
    ]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("score",),
        ("check",),
        ("trace",),
        ("plan", "--target", "3.9"),
        ("robustness", "--draws", "10"),
        ("report", "--format", "md", "--output", "-"),
    ],
)
def test_what_is_not_there_is_an_error_that_names_what_is(
    command: tuple[str, ...], language: str, cli: Cli
) -> None:
    for options, said in (
        (("--unit", "Kota Kedri"), "Kota Kediri"),
        (("--unit", "Kota Kediri", "--year", "1999"), "2022"),
        (("--year", "1999"), "2022"),
    ):
        call = (command[0], "tabel.csv", *command[1:], *options, *BY, "--lang", language)
        ran = cli(*call)
        assert (ran.code, ran.out) == (2, ""), call
        assert said in ran.err, call


def test_a_table_of_one_unit_is_not_taken_for_another(cli: Cli, own: Path) -> None:
    (own / "satu.csv").write_text("".join(TABLE.splitlines(keepends=True)[:2]), encoding="utf-8")
    for command in ("score", "check"):
        assert cli(command, "satu.csv", "--unit", "Kota Batu", *BY).code == 2
        assert cli(command, "satu.csv", "--year", "1999", *BY).code == 2
        assert cli(command, "satu.csv", "--unit", "Kota Kediri", "--year", "2022", *BY).code == 0


def test_where_the_data_name_none_it_says_whose_they_are(cli: Cli, own: Path) -> None:
    (own / "tanpa.csv").write_text("Kode,Nilai asesor\nbaseline,3\noutput,3\n", encoding="utf-8")
    ran = cli(
        *("score", "tanpa.csv", "--unit", "Kota Kediri", "--year", "2023", "--allow-errors"),
        *("--format", "json", *BY),
    )
    (unit,) = json.loads(ran.out)["result"]["units"]
    assert (unit["unit"], unit["year"]) == ("Kota Kediri", 2023)


@pytest.mark.parametrize("file", ["salah.csv", "panjang.csv"])
def test_findings_on_other_units_are_not_shown_and_do_not_count(file: str, cli: Cli) -> None:
    assert cli("check", file, *BY).code == 1
    ours = cli("check", file, "--unit", "Kota Kediri", *BY)
    assert (ours.code, " 0 galat" in ours.out) == (0, True)
    theirs = cli("check", file, "--unit", "Kota Batu", *BY)
    assert theirs.code == 1
    assert shown(cli, file, "--unit", "Kota Kediri", "--year", "2023")[0][0] == "Kota Kediri"
    assert cli("score", file, "--unit", "Kota Batu", *BY).code == 1


def test_where_units_are_compared_all_of_them_count(cli: Cli, own: Path) -> None:
    (own / "banding.yaml").write_text(COMPARED, encoding="utf-8")
    (own / "b.csv").write_text("unit,year,A-1\nA,2023,10\nB,2023,20\nC,2023,30\n", encoding="utf-8")
    by = ("--config", "banding.yaml", "--format", "json")
    whole = json.loads(cli("score", "b.csv", *by).out)["result"]["units"]
    (one,) = json.loads(cli("score", "b.csv", "--unit", "B", *by).out)["result"]["units"]
    assert one["overall"] == next(unit for unit in whole if unit["unit"] == "B")["overall"]
    (own / "b.csv").write_text("unit,year,A-1\nA,2023,10\nB,2023,20\nC,2023,x\n", encoding="utf-8")
    assert cli("score", "b.csv", "--unit", "B", *by).code == 1


def test_a_form_that_names_another_unit_is_an_error_of_the_form(cli: Cli) -> None:
    ran = cli("score", "kota-kediri-2022.xlsx", "--unit", "Kota Batu", *BY)
    assert ran.code in {1, 2}
    assert "Kota Kediri" in ran.err + ran.out


@pytest.mark.parametrize("command", ["check", "score", "report", "robustness"])
def test_a_file_of_another_unit_among_those_of_the_one_that_is_named_is_a_finding(
    command: str, cli: Cli, project: Path
) -> None:
    rows = "".join(f"{code},3\n" for code in ("baseline", "output", "outcome", "impact"))
    for file, unit in (("satu.csv", "Kota Kediri"), ("dua.csv", "Kota Batu")):
        head = f"Wilayah,{unit}\nTahun,2023\n\nKode,Nilai asesor\n"
        (project / file).write_text(f"{head}{rows}quick_win,3\n", encoding="utf-8")
    ran = cli(command, "satu.csv", "dua.csv", "--unit", "Kota Kediri", *BY, "--lang", "en")
    assert ran.code == 1
    assert "F423    this file is of «Kota Batu»" in ran.out + ran.err


def test_a_finding_that_names_another_unit_in_the_same_file_is_not_shown(
    tmp_path: Path, cli: Cli
) -> None:
    codes = ("baseline", "output", "outcome", "impact", "quick_win")
    rows = [f"Kota A,2023,{one},3" for one in codes] + ["Kota B,2023,output,3"]
    table = tmp_path / "isian.csv"
    table.write_text("\n".join(("unit,year,code,Nilai asesor", *rows)), encoding="utf-8")
    named = {
        one: cli("check", str(table), *BY, "--complete", "--unit", one)
        for one in ("Kota A", "Kota B")
    }
    assert [one.code for one in named.values()] == [0, 1]
    assert ["S101" in one.out for one in named.values()] == [False, True]


MEASURED = COMPARED.replace("unit: poin, ", 'unit: "%", ').replace(
    "method: min_max", "method: goalposts, min: 0, max: 100"
)


@pytest.mark.parametrize(
    ("code", "results", "cells"),
    [
        ("C154", (0.61, 0.64, 0.72, 0.75, 0.83, 0.85, 0.55, 0.58), {"2022": "C2", "2023": "C3"}),
        ("C156", (105, 104, 88, 90, 106, 103, 95, 91), {"2022": "C2", "2023": "C3"}),
    ],
)
def test_what_is_said_of_a_column_is_said_at_a_cell_of_the_year_that_is_asked_for(
    code: str, results: tuple[float, ...], cells: dict[str, str], cli: Cli, own: Path
) -> None:
    rows = (
        f"Kota {'ABCD'[at // 2]},{2022 + at % 2},{result}\n" for at, result in enumerate(results)
    )
    (own / "kolom.csv").write_text(f"unit,year,A-1\n{''.join(rows)}", encoding="utf-8")
    (own / "ukur.yaml").write_text(MEASURED, encoding="utf-8")

    def findings(*more: str) -> list[tuple[str, str]]:
        line = ("score", "kolom.csv", "--config", "ukur.yaml", "--format", "json")
        found = json.loads(cli(*line, *more).out)["findings"]
        return [(one["code"], one["cell"]) for one in found]

    assert findings() == [(code, cells["2022"])]
    for year, cell in cells.items():
        assert findings("--year", year) == [(code, cell)]
    last = {"C154": [(code, "C9")], "C156": []}
    assert findings("--year", "2023", "--unit", "kota  d") == last[code]
