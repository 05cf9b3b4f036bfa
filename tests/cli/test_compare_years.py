"""``compare`` of several years: scores and ranks by year, trends, and what is said of them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("repository")


PANEL = (
    "A,2019,1,1\nB,2019,2,2\nC,2019,3,1\nA,2020,2,1\nB,2020,2,1\n"
    "A,2022,3,2\nB,2022,2,1\nC,2022,2,2\nA,2023,4,2\nB,2023,3,1\nC,2023,1,2\n"
)


@pytest.fixture
def panel(tmp_path: Path) -> tuple[str, ...]:
    """Write one file of four years, and one of each year; 2020 lacks a unit, 2021 is missing."""
    config, path = tmp_path / "uji.yaml", tmp_path / "panel.csv"
    config.write_text(ANSWERS)
    head = "unit,year,A-1,A-2\n"
    path.write_text(head + PANEL)
    for year in (2019, 2020, 2022, 2023):
        rows = (row for row in PANEL.splitlines() if f",{year}," in row)
        (tmp_path / f"{year}.csv").write_text(head + "\n".join(rows))
    return (str(path), "--config", str(config))


def test_years_of_one_file_and_of_several_come_to_the_same(
    panel: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    files = [str(tmp_path / f"{year}.csv") for year in (2019, 2020, 2022, 2023)]
    one, several = (
        json.loads(cli("compare", *given, *panel[1:], "--format", "json").out)["result"]
        for given in (panel[:1], files)
    )
    assert one == several
    assert [year["year"] for year in one["years"]] == [2019, 2020, 2022, 2023]
    assert one["ranked_every_year"] == 2
    found = {unit["unit"]: unit for unit in one["trends"]}
    assert found["A"]["trend"]["growth_rate"] == pytest.approx(3 ** (1 / 4) - 1)
    assert found["A"]["trend"]["per_year"] == 0.5
    assert found["C"]["years"][1] is None
    assert found["C"]["trend"]["points"] == 3
    assert [year["shared_rank"] for year in found["A"]["years"]] == [2, 1, 1, 1]
    ends = json.loads(cli("compare", files[0], files[3], *panel[1:], "--format", "json").out)
    assert {key: one[key] for key in ends["result"]} == ends["result"]


@pytest.mark.parametrize("unit", ["A", "C"])
def test_one_unit_over_the_years_has_its_groups_and_ranks(
    unit: str, panel: tuple[str, ...], cli: Cli
) -> None:
    ran = cli("compare", *panel, "--unit", unit, "--lang", "en")
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert f"{unit} · 2019 → 2023" in said
    assert "the slope of the trend line" in said
    assert "There are no data of" in said
    rows = list(
        csv.DictReader(io.StringIO(cli("compare", *panel, "--unit", unit, "--format", "csv").out))
    )
    assert [row["id"] for row in rows] == ["overall", "a"]
    assert {row["change"] for row in rows} == {"2" if unit == "A" else "-0.5"}


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_one_unit_over_the_years_has_the_figures_and_ranks_that_it_has_among_all(
    name: str, panel: tuple[str, ...], cli: Cli
) -> None:
    every, alone = (
        json.loads(cli("compare", *panel, *more, "--format", "json").out)["result"]
        for more in ((), ("--unit", name))
    )
    assert alone["trends"] == [one for one in every["trends"] if one["unit"] == name]
    assert alone["ranked_every_year"] == every["ranked_every_year"] == 2


def test_a_year_in_between_without_the_unit_is_a_gap_in_one_file_as_in_several(
    panel: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    files = [str(tmp_path / f"{year}.csv") for year in (2019, 2020, 2022, 2023)]
    call = (*panel[1:], "--unit", "C", "--format", "json")
    one, several = (
        json.loads(cli("compare", *given, *call).out)["result"] for given in (panel[:1], files)
    )
    assert one == several
    (unit,) = one["trends"]
    assert [year and year["rank"] for year in unit["years"]] == [1, None, 2, 3]
    assert [year["year"] for year in one["years"]] == [2019, 2020, 2022, 2023]
    (tmp_path / "2019.csv").write_text("unit,year,A-1,A-2\nC,2019,3,1\n")
    alone = ("compare", files[0], files[1], files[3], *panel[1:])
    ran = cli(*alone, "--lang", "en")
    assert "C · 2019 → 2023" in ran.out
    assert "2 units have no data of 2019: A, B." in " ".join(ran.out.split())
    assert "2020" in ran.out
    (tmp_path / "2023.csv").write_text("unit,year,A-1,A-2\nD,2023,3,1\n")
    ran = cli(*alone, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "no unit is on both sides" in ran.err


def test_years_between_two_that_are_named(panel: tuple[str, ...], cli: Cli) -> None:
    def years(*more: str) -> list[int]:
        out = cli("compare", *panel, *more, "--format", "json").out
        return [one["year"] for one in json.loads(out)["result"]["years"]]

    assert years("--old-year", "2020") == [2020, 2022, 2023]
    assert years("--year", "2022") == [2019, 2020, 2022]
    assert (
        "--old-year: there are no data"
        in cli("compare", *panel, "--old-year", "2018", "--lang", "en").err
    )


def test_years_out_of_their_order_are_wrong_usage(
    panel: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    files = [str(tmp_path / f"{year}.csv") for year in (2020, 2019, 2023)]
    ran = cli("compare", *files, *panel[1:], "--lang", "en")
    assert ran.code == 2
    assert "2020, 2019, 2023" in ran.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--year", "2020", "--old-year", "2022"), "the first year (2022) must be before the last"),
        (("--year", "2019"), "the first year (2019) must be before the last (2019)"),
        (("--old-year", "2023"), "choose them with --old-year and --year from 2019, 2020, 2022"),
        (("--unit", "D"), "has only 2023 of D"),
    ],
)
def test_one_file_of_several_years_with_no_two_to_compare_says_which_it_has(
    more: tuple[str, ...], said: str, panel: tuple[str, ...], cli: Cli
) -> None:
    with Path(panel[0]).open("a") as file:
        file.write("D,2023,1,1\n")
    ran = cli("compare", *panel, *more, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_score_on_another_scale_is_left_out_of_the_trend(
    panel: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    config = tmp_path / "uji.yaml"
    config.write_text(ANSWERS.replace("{min: 0, max: 4}", "{min: 1, max: 5}"))
    rows = PANEL.replace("A,2023,4", "A,2023,5").replace("A,2019,1,1", "A,2019,,")
    (tmp_path / "panel.csv").write_text("unit,year,A-1,A-2\n" + rows)
    ran = cli("compare", *panel, "--lang", "en", "--allow-errors")
    assert "only where the scale starts at 0" in " ".join(ran.out.split())
    assert "1 unit has no score on one side: A." in " ".join(ran.out.split())


def test_the_note_on_means_names_the_columns_that_are_there(tmp_path: Path, cli: Cli) -> None:
    config, data = tmp_path / "uji.yaml", tmp_path / "panel.csv"
    config.write_text(ANSWERS)

    def note(*later: int) -> str:
        rows = "".join(f"K{at},2022,2,2\nK{at},2023,{one},2\n" for at, one in enumerate(later))
        data.write_text(f"unit,year,A-1,A-2\n{rows}")
        out = cli("compare", str(data), "--config", str(config), "--format", "md", "--lang", "en")
        found = [line for line in out.out.splitlines() if "mean contributions" in line]
        return found[0].partition(":")[0] if found else ""

    assert note(3, 4) == "- Rises"
    assert note(1, 0) == "- Falls"
    assert note(3, 1) == "- Rises and Falls"
    assert note(2, 2) == ""


def test_a_row_without_a_year_among_several_years_is_wrong_usage(
    panel: tuple[str, ...], cli: Cli
) -> None:
    with Path(panel[0]).open("a") as file:
        file.write("D,,1,1\n")
    ran = cli("compare", *panel, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "these files hold several years: 2019, 2020, 2022, 2023, –" in ran.err


def test_a_score_in_between_that_does_not_count_is_named_with_the_reason(
    panel: tuple[str, ...], tmp_path: Path, cli: Cli
) -> None:
    rows = PANEL.replace("B,2020,2,1", "B,2020,n/a,n/a")
    (tmp_path / "panel.csv").write_text("unit,year,A-1,A-2\n" + rows)
    said = " ".join(cli("compare", *panel, "--lang", "en").out.split())
    assert "No score in 2020: B." in said
    assert "left out of the trend" not in said
    (tmp_path / "lama.yaml").write_text(ANSWERS.replace("{min: 0, max: 4}", "{min: 1, max: 5}"))
    files = [str(tmp_path / f"{year}.csv") for year in (2020, 2022, 2023)]
    more = ("--old-config", str(tmp_path / "lama.yaml"))
    said = " ".join(cli("compare", *files, *panel[1:], *more, "--lang", "en").out.split())
    assert "The score of 2020 is left out of the trend, since its scale" in said


def test_ranks_are_listed_of_the_units_that_every_year_ranks(
    panel: tuple[str, ...], cli: Cli
) -> None:
    out = cli("compare", *panel, "--lang", "en", "--format", "md").out
    ranks = out.split("Ranks among the 2 units")[1].split("\n\n")[1]
    assert [line.split(" | ")[0] for line in ranks.splitlines()[2:]] == ["| A", "| B"]


def test_the_note_on_ranks_is_about_the_tables_that_are_there(
    panel: tuple[str, ...], cli: Cli
) -> None:
    said = " ".join(cli("compare", *panel, "--lang", "en").out.split())
    assert "The largest moves in rank: among the 3 units with a score in both" in said
    assert "Rank: among all units of the year" not in said


def test_growth_rates_have_one_decimal_each(panel: tuple[str, ...], cli: Cli) -> None:
    out = cli("compare", *panel, "--lang", "en", "--format", "md").out
    rates = re.findall(r"[+-]?[0-9.]+ %", out)
    assert rates == [f"{100 * (3 ** (1 / 4) - 1):+.1f} %", "0.0 %", "-6.9 %"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("form", ["table", "md"])
def test_years_are_shown_in_both_languages(
    form: str, language: str, panel: tuple[str, ...], cli: Cli
) -> None:
    out = cli("compare", *panel, "--format", form, "--lang", language).out
    heading = {"id": "Peringkat di antara 2 daerah", "en": "Ranks among the 2 units"}[language]
    assert heading in out
    assert "2020" in out
