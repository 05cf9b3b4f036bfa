"""``--by`` groups the units of a table by a column: what ``score`` prints of that."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from statistics import mean

import openpyxl
import pytest

from tests.cli.running import Cli

BY = ("--config", "kominfo-2023-reguler", "--lang", "en")
TABLE = """\
unit,year,provinsi,baseline,output,outcome,impact,quick_win
Kota Kediri,2022,Jawa Timur,3,3,3,2,1
Kota Kediri,2023,Jawa Timur,3,3,3,3,1
Kota Batu,2023,Jawa Timur,3,3,4,4,4
Kota Denpasar,2023,Bali,4,3,4,4,4
Kota Jauh,2023,,1,1,1,1,1
"""


@pytest.fixture(autouse=True)
def own(project: Path) -> Path:
    (project / "tabel.csv").write_text(TABLE, encoding="utf-8")
    return project


def test_the_table_of_units_and_the_table_of_groups(cli: Cli) -> None:
    ran = cli("score", "tabel.csv", "--by", "provinsi", *BY)
    assert ran.code == 0
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "2 Kota Batu Jawa Timur 1 of 2 2023 3.70 3.00" in "\n".join(lines)
    assert "3 Kota Kediri Jawa Timur 2 of 2 2023 2.60" in "\n".join(lines)
    assert "Groups of units: provinsi" in lines
    assert "2022 Jawa Timur 1 2.40 2.40 2.40 2.40" in "\n".join(lines)
    assert "2023 Bali 1 3.80 3.80 3.80 3.80" in "\n".join(lines)
    assert "2023 Jawa Timur 2 3.15 3.15 2.60 3.70" in "\n".join(lines)
    assert "2023 without provinsi 1 1.00 1.00 1.00 1.00" in "\n".join(lines)
    assert "--by provinsi --detail" in ran.err


def test_one_unit_is_shown_with_its_place_among_all(cli: Cli) -> None:
    of_one = ("score", "tabel.csv", "--by", "provinsi", "--year", "2023", *BY)
    assert "Rank 2 of 2 in Jawa Timur (provinsi)." in cli(*of_one, "--unit", "Kota Kediri").out
    assert " In Bali (provinsi)." in cli(*of_one, "--unit", "Kota Denpasar").out
    assert " Without provinsi." in cli(*of_one, "--unit", "Kota Jauh").out


def test_json_has_the_groups_and_the_place_of_each_unit(cli: Cli) -> None:
    ran = cli("score", "tabel.csv", "--by", "provinsi", "--year", "2023", "--format", "json", *BY)
    result = json.loads(ran.out)["result"]
    assert {one["unit"]: one["unit_group"] for one in result["units"]} == {
        "Kota Batu": {"value": "Jawa Timur", "rank": 1, "scored": 2},
        "Kota Denpasar": {"value": "Bali", "rank": None, "scored": 1},
        "Kota Jauh": {"value": None, "rank": None, "scored": 1},
        "Kota Kediri": {"value": "Jawa Timur", "rank": 2, "scored": 2},
    }
    groups = result["unit_groups"]["groups"]
    assert result["unit_groups"]["name"] == "provinsi"
    assert [(one["year"], one["value"]) for one in groups] == [
        (2023, "Bali"),
        (2023, "Jawa Timur"),
        (2023, None),
    ]
    scores = {one["unit"]: one["overall"]["score"] for one in result["units"]}
    east_java = groups[1]
    assert east_java["units"] == ["Kota Batu", "Kota Kediri"]
    expected = mean(scores[unit] for unit in east_java["units"])
    assert east_java["mean"] == {"score": pytest.approx(expected), "published": "3.15"}
    assert east_java["groups"][2] == {"id": "outcome", "score": 3.5, "published": "3.50"}


def test_without_groups_json_and_csv_are_as_before(cli: Cli) -> None:
    result = json.loads(cli("score", "tabel.csv", "--format", "json", *BY).out)["result"]
    assert "unit_groups" not in result
    assert all("unit_group" not in one for one in result["units"])
    header = cli("score", "tabel.csv", "--format", "csv", *BY).out.splitlines()[0]
    assert header.endswith(",completeness,class,rank")


@pytest.mark.parametrize("count", [1, 70])  # one by one, and as arrays
def test_csv_ends_with_the_group_on_each_row_and_the_rank_on_the_first(
    cli: Cli, own: Path, count: int
) -> None:
    more = "".join(f"Kota {at},2023,=1+1,2,2,2,2,2\n" for at in range(count))
    (own / "lebih.csv").write_text(TABLE + more, encoding="utf-8")
    ran = cli("score", "lebih.csv", "--by", "provinsi", "--format", "csv", *BY)
    rows = [*csv.DictReader(ran.out.splitlines())]
    assert [*rows[0]][-4:] == ["class", "rank", "unit_group", "unit_group_rank"]
    first = {one["unit"]: one for one in rows if one["id"] == "overall" and one["year"] == "2023"}
    assert (first["Kota Kediri"]["unit_group"], first["Kota Kediri"]["unit_group_rank"]) == (
        "Jawa Timur",
        "2",
    )
    assert (first["Kota Jauh"]["unit_group"], first["Kota Jauh"]["unit_group_rank"]) == ("", "")
    assert first["Kota 0"]["unit_group"] == "'=1+1"
    others = [one for one in rows if one["unit"] == "Kota Batu" and one["id"] != "overall"]
    assert {(one["unit_group"], one["unit_group_rank"]) for one in others} == {("Jawa Timur", "")}


def test_the_profile_groups_without_an_option_but_adds_no_column(cli: Cli, own: Path) -> None:
    (own / "profile.yaml").write_text(
        "unit_groups: {pulau: {Jawa: [Kota Kediri, kota batu], Bali: [Kota Denpasar]}}\n",
        encoding="utf-8",
    )
    ran = cli("score", "tabel.csv", *BY)
    assert "Groups of units: pulau" in ran.out
    assert "without pulau" in ran.out
    header = cli("score", "tabel.csv", "--format", "csv", *BY).out.splitlines()[0]
    assert header.endswith(",class,rank")
    header = cli("score", "tabel.csv", "--by", "pulau", "--format", "csv", *BY).out.splitlines()[0]
    assert header.endswith(",unit_group,unit_group_rank")


def test_a_column_that_is_not_there_is_named_with_the_nearest(cli: Cli) -> None:
    ran = cli("score", "tabel.csv", "--by", "provnsi", *BY)
    assert (ran.code, ran.out) == (2, "")
    assert "--by: the data have no column «provnsi»" in ran.err
    assert "nearest: provinsi; known: provinsi" in ran.err
    ran = cli("score", "tabel.csv", "--by", "", *BY)
    assert ran.code == 2


def test_the_workbook_of_steps_has_the_groups_and_the_place_of_each_unit(
    cli: Cli, own: Path
) -> None:
    line = ("score", "tabel.csv", "--by", "provinsi", *BY, "--format", "xlsx", "-o", "langkah.xlsx")
    assert cli(*line).code == 0
    book = openpyxl.load_workbook(own / "langkah.xlsx")
    heads, codes, *rows = book["Groups of units"].iter_rows(values_only=True)
    assert heads[:4] == ("Year", "provinsi", "Units", "Without a score")
    assert codes[:6] == ("year", "value", "units", "unscored", "mean", "median")
    assert codes[8:] == ("baseline", "output", "outcome", "impact", "quick_win")
    found = {row[:2]: row for row in rows}
    assert [*found] == [
        (2022, "Jawa Timur"),
        (2023, "Bali"),
        (2023, "Jawa Timur"),
        (2023, "without provinsi"),
    ]
    assert found[2023, "Jawa Timur"][2:9] == (2, 0, *map(pytest.approx, (3.15, 3.15, 2.6, 3.7, 3)))
    _, codes, *rows = book["Aggregated"].iter_rows(values_only=True)
    places = {row[:2]: row[codes.index("unit_group") :] for row in rows}
    assert places["Kota Kediri", 2023] == ("Jawa Timur", 2)
    assert places["Kota Jauh", 2023] == (None, None)


def test_check_reads_the_column_and_says_what_is_wrong_with_the_groups(cli: Cli, own: Path) -> None:
    (own / "tabel.csv").write_text(TABLE + "Kota Batu,2023,Bali,3,3,4,4,4\n", encoding="utf-8")

    def codes(command: str, *more: str) -> set[tuple[str, str | None]]:
        ran = cli(command, "tabel.csv", *BY, *more, "--format", "json")
        found = json.loads(ran.out)["findings"]
        return {(one["code"], one["cell"]) for one in found if one["code"] != "X304"}

    assert codes("check") == {("F413", "C1")}
    grouped = codes("check", "--by", "Provinsi")
    assert grouped == codes("score", "--by", "provinsi") == {("X303", "C7")}
    unknown = cli("check", "tabel.csv", *BY, "--by", "provins")
    assert (unknown.code, unknown.out) == (2, "")
    assert "nearest: provinsi" in unknown.err
    assert "--by provinsi" in cli("score", "tabel.csv", *BY, "--by", "provinsi").err


def test_check_knows_the_groups_of_the_profile(cli: Cli, own: Path) -> None:
    (own / "profile.yaml").write_text(
        "unit: Kota Kediri\nunit_groups: {kohort: {'2017': [Kota Bat, Kota Kediri]}}\n"
    )
    found = json.loads(cli("check", "tabel.csv", *BY, "--format", "json").out)["findings"]
    assert {one["code"] for one in found} == {"F413", "S416"}
