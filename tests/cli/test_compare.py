"""The command ``compare``: what it prints, and what it says to wrong usage."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

KEDIRI = ("examples/kota-kediri-2022.xlsx", "examples/kota-kediri-2023.xlsx")
MALANG = ("examples/kabupaten-malang-2022.xlsx", "examples/kabupaten-malang-2023.xlsx")
MEETING = ("--old-unit", "Kota A", "--old-year", "2023", "--unit", "Kota B")
pytestmark = pytest.mark.usefixtures("repository")


@pytest.fixture
def wide(tmp_path: Path) -> str:
    path = tmp_path / "banyak.csv"
    rows = ("Kota A,2022,1,2,3,4,1", "Kota A,2023,2,2,3,4,1", "Kota B,2023,3,3,3,3,3")
    path.write_text(
        "".join(
            f"{row}\n" for row in ("unit,year,baseline,output,outcome,impact,quick_win", *rows)
        ),
        encoding="utf-8",
    )
    return str(path)


def test_json_has_the_promised_names_and_parts_that_add_up(cli: Cli) -> None:
    ran = cli("compare", *MALANG, "--format", "json")
    document = json.loads(ran.out)
    result = document["result"]
    assert (ran.code, document["schema"]) == (0, "kediri-index/compare/1")
    assert {"change", "change_published", "contributions", "weights", "set", "method"} <= set(
        result
    )
    players = [one for one in result["contributions"] if one["player"]]
    total = sum(one["contribution"] for one in players) + result["weights"] + result["set"]
    assert abs(total - result["change"]) < 1e-9
    groups = [one for one in result["contributions"] if not one["player"]]
    for group in groups:
        below = [one for one in players if one["in"] == group["id"]]
        assert abs(sum(one["contribution"] for one in below) - group["contribution"]) < 1e-9
    assert (result["old"]["year"], result["new"]["year"]) == (2022, 2023)


def test_json_names_the_ministrys_basis(cli: Cli) -> None:
    result = json.loads(cli("compare", *KEDIRI, "--format", "json").out)["result"]
    assert (result["change_published"], result["basis"]) == (-0.12, "recomputed")
    assert (result["old"]["published"], result["old"]["published_as_new"]) == ("3.31", "3.32")


def test_csv_rows_that_are_players_add_up(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("compare", *MALANG, "--format", "csv").out)))
    total = sum(float(row["contribution"]) for row in rows if row["player"] == "true")
    assert total == pytest.approx(0.4363778918214402, abs=1e-9)


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_same_file_twice_is_said_in_a_plain_sentence(form: str, cli: Cli) -> None:
    ran = cli("compare", KEDIRI[0], KEDIRI[0], "--format", form, "--lang", "en")
    assert ran.code == 0
    assert "Nothing changed" in ran.out
    assert "Output" not in ran.out


def test_a_city_is_held_against_another(cli: Cli) -> None:
    ran = cli("compare", KEDIRI[1], MALANG[1], "--lang", "en")
    assert ran.code == 0
    assert "Kabupaten Malang · 2023 (2.94) is 0.26 below Kota Kediri · 2023 (3.20)" in " ".join(
        ran.out.split()
    )
    assert "S603" in ran.out


def test_the_rules_of_rounding_are_spoken_of_only_where_they_differ(cli: Cli) -> None:
    assert "recomputed" in cli("compare", *KEDIRI, "--lang", "en").out
    assert "recomputed" not in cli("compare", KEDIRI[0], KEDIRI[0], "--lang", "en").out


def test_a_year_of_a_table_is_held_against_another(wide: str, cli: Cli) -> None:
    options = ("--unit", "Kota A", "--old-year", "2022", "--year", "2023", "--lang", "en")
    ran = cli("compare", wide, wide, *options)
    assert ran.code == 0
    assert "Kota A rose by 0.10" in ran.out


def test_units_of_one_table_are_held_against_each_other(wide: str, cli: Cli) -> None:
    ran = cli("compare", wide, wide, *MEETING, "--lang", "en")
    assert ran.code == 0
    assert "is 0.50 above" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((KEDIRI[0],), f"compare OLD {KEDIRI[0]}"),
        ((KEDIRI[0], "tidak-ada.xlsx"), "tidak-ada.xlsx"),
        ((*KEDIRI, "--unit", "Kota Kedir"), "Kota Kediri"),
        ((*KEDIRI, "--old-year", "22"), "--old-year"),
        ((*KEDIRI, "--year", "2021"), "--year"),
        ((*KEDIRI, "--old-config", "kominfo-2022-regular"), "kominfo-2022-reguler"),
        ((*KEDIRI, "--output", KEDIRI[0]), KEDIRI[0]),
        ((*KEDIRI, "--waivers", "tidak-ada.yaml"), "tidak-ada.yaml"),
        (("-", "-"), "only one of the two"),
    ],
)
def test_wrong_usage_is_told_in_one_useful_sentence(
    arguments: tuple[str, ...], said: str, cli: Cli
) -> None:
    ran = cli("compare", *arguments, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert said in line


def test_several_units_must_be_told_apart(wide: str, cli: Cli) -> None:
    ran = cli("compare", wide, KEDIRI[1], "--lang", "en")
    assert ran.code == 2
    assert "choose one with --old-year" in ran.err
    ran = cli("compare", KEDIRI[1], wide, "--year", "2023", "--lang", "en")
    assert ran.code == 2
    assert "Kota A, Kota B; choose one with --unit" in ran.err


@pytest.mark.parametrize("more", [(), ("--old-year", "2022", "--year", "2023")])
@pytest.mark.parametrize("twice", [False, True])
def test_the_only_unit_of_both_years_of_a_file_is_compared(
    wide: str, more: tuple[str, ...], *, twice: bool, cli: Cli
) -> None:
    ran = cli("compare", wide, *([wide] if twice else []), *more, "--lang", "en")
    assert ran.code == 0
    assert "Kota A rose by 0.10: from" in ran.out
    assert "1 unit has no data of 2022: Kota B." in ran.out
    found = json.loads(cli("compare", wide, *more, "--format", "json").out)["result"]
    assert found["not_compared"] == [{"unit": "Kota B", "reason": "only_new"}]
    assert "years" not in found


def test_a_file_with_errors_is_not_compared(tmp_path: Path, cli: Cli) -> None:
    wrong = tmp_path / "salah.csv"
    wrong.write_text(
        "unit,year,baseline,output,outcome,impact,quick_win\nKota Kediri,2023,9,2,3,4,1\n",
        encoding="utf-8",
    )
    ran = cli("compare", KEDIRI[0], str(wrong), "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "C203" in ran.err
    assert "Not compared, since there " in ran.err
    document = json.loads(cli("compare", KEDIRI[0], str(wrong), "--format", "json").out)
    assert document["result"] is None


HEADER = "unit,year,baseline,output,outcome,impact,quick_win"


def test_what_is_wrong_in_a_file_is_said_once_though_it_is_both(tmp_path: Path, cli: Cli) -> None:
    wrong = tmp_path / "salah.csv"
    wrong.write_text(f"{HEADER}\nKota Kediri,2023,9,2,3,4,1\n", encoding="utf-8")
    ran = cli("compare", str(wrong), str(wrong), "--lang", "en")
    assert (ran.code, ran.err.count("C203")) == (1, 1)
    assert "there is 1 error" in ran.err


def test_of_several_units_the_one_of_the_profile_beside_the_files_is_meant(
    tmp_path: Path, wide: str, cli: Cli
) -> None:
    (tmp_path / "profile.yaml").write_text(
        "unit: Kota B\nopd: [{id: dinas, name: Dinas}]\n", encoding="utf-8"
    )
    ran = cli("compare", KEDIRI[1], wide, "--year", "2023", "--lang", "en")
    assert ran.code == 0
    assert "Kota Kediri · 2023 → Kota B · 2023" in ran.out


def test_every_answer_is_shown_on_request(cli: Cli) -> None:
    short, long = (
        cli("compare", *MALANG, "--lang", "en", *options).out for options in ((), ("--detail",))
    )
    assert "30 other answers: +0.163" in short
    assert all(f"OUT-{number} " in long for number in ("02", "05", "17"))  # they did not change
    assert max(map(len, long.splitlines())) <= 120


def test_the_published_score_stands_beside_the_recomputed_one(cli: Cli) -> None:
    """In both languages, in every format for people, and in JSON; equal ones once."""
    pair = ("compare", *KEDIRI)
    for form in ("table", "md"):
        said = " ".join(cli(*pair, "--format", form).out.split())
        assert "turun 0,12: dari 3,32, nilai resmi 3,31 (2022) menjadi 3,20 (2023)." in said
    english = " ".join(cli(*pair, "--lang", "en").out.split())
    assert "fell by 0.12: from 3.32, published score 3.31 (2022) to 3.20 (2023)." in english
    result = json.loads(cli(*pair, "--format", "json").out)["result"]
    assert (result["old"]["official"], result["new"]["official"]) == (3.31, 3.2)


def test_what_the_profile_does_not_know_has_no_published_score(wide: str, cli: Cli) -> None:
    ran = cli("compare", wide, wide, *MEETING, "--format", "json")
    result = json.loads(ran.out)["result"]
    assert (result["old"]["official"], result["new"]["official"]) == (None, None)


def test_different_assessments_are_not_offered_with_errors(tmp_path: Path, cli: Cli) -> None:
    """What no option can compare is not suggested: --value is, in the finding."""
    for name, column in (("lama", "Nilai mandiri"), ("baru", "Nilai asesor")):
        text = f"Kode,{column}\n" + "".join(
            f"{code},3\n" for code in ("baseline", "output", "outcome", "impact", "quick_win")
        )
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    ran = cli("compare", str(tmp_path / "lama.csv"), str(tmp_path / "baru.csv"))
    assert (ran.code, "S341" in ran.err) == (1, True)
    assert "--value self" in ran.err
    assert "--allow-errors" not in ran.err


def test_files_without_an_answer_are_not_compared(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "kosong.csv").write_text("unit,year,baseline\n", encoding="utf-8")
    kept = ("--config", "kominfo-2022-reguler", "--format", "json")
    ran = cli("compare", str(tmp_path / "kosong.csv"), KEDIRI[0], *kept)
    document = json.loads(ran.out)
    assert (ran.code, document["result"]) == (1, None)


REGIONS = (
    *("examples/wilayah-contoh-2022/wilayah.csv", "examples/wilayah-contoh/wilayah.csv"),
    *("--config", "examples/wilayah-contoh/indeks.yaml"),
)


def test_many_units_are_compared_as_each_is_alone(cli: Cli) -> None:
    many = json.loads(cli("compare", *REGIONS, "--detail", "--format", "json").out)["result"]
    assert len(many["units"]) == 19
    for one in many["units"][::6]:
        alone = cli("compare", *REGIONS, "--unit", one["unit"], "--format", "json").out
        result = json.loads(alone)["result"]
        assert {key: one[key] for key in result} == result


def test_movers_of_many_units_have_the_sums_of_what_moved_them(cli: Cli) -> None:
    result = json.loads(cli("compare", *REGIONS, "--format", "json").out)["result"]
    assert "contributions" not in result["units"][0]
    for by in ("score", "rank"):
        for way in ("up", "down"):
            moved = result["movers"][by][way]
            assert 1 <= len(moved["units"]) <= 5
            parts = [one["contribution"] for one in moved["contributions"] if one["in"] is None]
            assert sum(parts) + moved["weights"] + moved["set"] == pytest.approx(moved["change"])
            changes = [one["change"] for one in moved["units"]]
            assert sum(changes) == pytest.approx(moved["change"])


def test_movers_are_those_of_the_report(cli: Cli) -> None:
    movers = json.loads(cli("compare", *REGIONS, "--format", "json").out)["result"]["movers"]
    named = {one["unit"] for way in movers["score"].values() for one in way["units"]}
    old, new, *config = REGIONS
    page = cli("report", new, *config, "--previous", old, "--format", "md", "--lang", "en").out
    section = page.partition("Units that rose or fell most")[2].partition("\n#")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("|")]
    assert named <= set(rows[2:])  # its ranks are those among all units of either year


def test_csv_of_many_units_has_a_row_per_unit_or_with_detail_per_node(cli: Cli) -> None:
    def rows(*more: str) -> list[dict[str, str]]:
        out = cli("compare", *REGIONS, "--format", "csv", *more).out
        return list(csv.DictReader(io.StringIO(out)))

    units, nodes = rows(), rows("--detail")
    assert [one["unit"] for one in units[:2]] == ["Kabupaten Rekaan 19", "Kabupaten Rekaan 14"]
    for one in units[::7]:
        parts = [
            float(node["contribution"])
            for node in nodes
            if node["unit"] == one["unit"] and node["player"] == "true"
        ]
        assert sum(parts) == pytest.approx(float(one["change"]), abs=0.011)


def test_units_without_a_counterpart_or_a_score_are_named(cli: Cli, tmp_path: Path) -> None:
    config, old, new = (tmp_path / one for one in ("uji.yaml", "lalu.csv", "kini.csv"))
    config.write_text(ANSWERS.replace("kinds:", "missing: {answers: exclude}\nkinds:"))
    head = "unit,year,A-1,A-2\n"
    old.write_text(f"{head}A,2022,1,1\nB,2022,2,2\nC,2022,,\nD,2022,1,1\n")
    new.write_text(f"{head}A,2023,2,1\nB,2023,2,2\nC,2023,3,3\nE,2023,1,1\n")
    call = ("compare", str(old), str(new), "--config", str(config))
    result = json.loads(cli(*call, "--format", "json").out)["result"]
    assert [one["unit"] for one in result["units"]] == ["B", "A"]
    said = {one["unit"]: one["reason"] for one in result["not_compared"]}
    assert said == {"C": "no_score", "D": "only_old", "E": "only_new"}
    screen = " ".join(cli(*call, "--lang", "en").out.split())
    assert "1 unit has no data of 2022: E." in screen
    assert "1 unit has no data of 2023: D." in screen
    assert "1 unit has no score on one side: C." in screen


def test_a_unit_that_only_changed_its_name_is_suspected(cli: Cli, tmp_path: Path) -> None:
    config, data = tmp_path / "uji.yaml", tmp_path / "panel.csv"
    config.write_text(ANSWERS)
    rows = ("A", "B", "Kabupaten Contoh", "Kota Nusa 1")
    renamed = ("A", "B", "Kab. Contoh", "Kota Nusa 2")
    years = ((name, year) for names, year in ((rows, 2022), (renamed, 2023)) for name in names)
    data.write_text("unit,year,A-1,A-2\n" + "".join(f"{one},{year},1,2\n" for one, year in years))
    call = ("compare", str(data), "--config", str(config), "--format", "md")
    said = cli(*call, "--lang", "en").out
    assert "Perhaps one unit with two names: Kabupaten Contoh → Kab. Contoh; spell" in said
    assert "Mungkin satu daerah dengan dua nama: Kabupaten Contoh → Kab. Contoh;" in (
        cli(*call, "--lang", "id").out
    )


def test_how_contributions_of_many_units_were_computed_is_said_once(
    cli: Cli, tmp_path: Path
) -> None:
    config, old, new = (tmp_path / one for one in ("uji.yaml", "lalu.csv", "kini.csv"))
    config.write_text(ANSWERS.replace("kinds:", "missing: {answers: exclude}\nkinds:"))
    old.write_text("unit,year,A-1,A-2\nA,2022,1,\nB,2022,2,2\n")
    new.write_text("unit,year,A-1,A-2\nA,2023,2,3\nB,2023,3,2\n")
    ran = cli("compare", str(old), str(new), "--config", str(config), "--lang", "en")
    assert ran.out.count("Contributions are exact") == 1
    assert "over every combination" in ran.out


def test_many_units_on_a_screen_are_those_that_moved_most_unless_all_are_asked_for(
    cli: Cli, tmp_path: Path
) -> None:
    sides = []
    for year in (2022, 2023):
        path = tmp_path / f"{year}.csv"
        rows = (f"Kota {at},{year},{at % 5},2,{(at * year) % 4},2,1" for at in range(30))
        path.write_text("\n".join(("unit,year,baseline,output,outcome,impact,quick_win", *rows)))
        sides.append(str(path))
    options = ("--config", "kominfo-2023-reguler", "--lang", "en")
    ran, every = cli("compare", *sides, *options), cli("compare", *sides, *options, "--detail")
    assert "Moved most" in ran.out
    assert "All units: kediri-index compare" in ran.err
    shown, whole = (one.out.count("Kota ") for one in (ran, every))
    assert shown < 20
    assert whole >= 30
    assert "All units:" not in every.err
