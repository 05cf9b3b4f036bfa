from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from tests.cli.running import Cli

EXAMPLE = ROOT / "examples" / "wilayah-contoh"
LINT = ("definition", "lint", "indeks.yaml", "--data", "wilayah.csv")


@pytest.fixture
def regions(project: Path) -> Path:
    """A folder with the invented index and its twenty regions."""
    for file in EXAMPLE.iterdir():
        shutil.copy(file, project)
    return project


@pytest.mark.usefixtures("regions")
def test_warnings_of_the_statistics_fail_only_where_they_are_told_to(cli: Cli) -> None:
    ran = cli(*LINT)
    assert (ran.code, ran.err) == (0, "")
    assert "S504" in ran.out
    assert cli(*LINT, "--fail-on", "warning").code == 1


@pytest.mark.usefixtures("regions")
def test_both_tables_stand_within_80_columns(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("id", "en"):
        out = cli(*LINT, "--lang", language).out
        assert max(map(len, out.splitlines())) <= 80
        rows = [line.split() for line in out.splitlines()]
        comma = "," if language == "id" else "."
        assert ["LAY-1", "20", *(f.replace(".", comma) for f in ("78.1", "80.35"))] in [
            row[:4] for row in rows
        ]


def test_years_are_named_and_what_cannot_be_computed_is_a_dash(cli: Cli, regions: Path) -> None:
    (regions / "dua.csv").write_text(
        "unit,year,KES-1,KES-2\nA,2022,70.1,\nA,2023,70.2,\n", encoding="utf-8"
    )
    out = cli("definition", "lint", "indeks.yaml", "--data", "dua.csv", "--lang", "en").out
    assert out.splitlines()[0].endswith("· 2 observations: 1 unit, years 2022, 2023")
    assert ["KES-2", "0", *"–––––––"] in [line.split() for line in out.splitlines()]


def test_a_unit_and_a_year_that_the_data_do_not_name_can_be_given(cli: Cli, regions: Path) -> None:
    index = regions / "indeks.yaml"
    text = index.read_text(encoding="utf-8")
    index.write_text(re.sub(r"(?m)^year: .*\n", "", text), encoding="utf-8")
    (regions / "satu.csv").write_text("Kode,Realisasi\nKES-1,70.1\n", encoding="utf-8")
    lint = ("definition", "lint", "indeks.yaml", "--data", "satu.csv", "--format", "json")

    def said(*more: str) -> set[str]:
        found = json.loads(cli(*lint, *more).out)["findings"]
        return {one["code"] for one in found} & {"F408", "F421"}

    assert said() == {"F408", "F421"}
    assert said("--unit", "Kota A") == {"F421"}
    assert said("--unit", "Kota A", "--year", "2023") == set()
    assert cli(*lint, "--year", "dua").code == 2


@pytest.mark.usefixtures("regions")
def test_json_has_indicators_groups_and_pairs(cli: Cli) -> None:
    document = json.loads(cli(*LINT, "--format", "json").out)
    assert document["schema"] == "kediri-index/definition-lint/1"
    assert document["definition"]["id"] == "wilayah-contoh"
    assert [file["path"] for file in document["inputs"]] == ["wilayah.csv"]
    assert document["result"]["files"] == ["indeks.yaml"]
    statistics = document["result"]["statistics"]
    assert (statistics["observations"], statistics["units"], statistics["years"]) == (
        20,
        20,
        [2023],
    )
    by_id = {row["id"]: row for row in statistics["indicators"]}
    assert by_id["KES-2"]["present_share"] == 0.95
    assert by_id["DIK-3"]["constant"]
    assert by_id["HID-1"]["skewed"]
    assert {"unit": "Kabupaten Rekaan 8", "year": 2023, "value": 352.4} in by_id["HID-1"][
        "outliers"
    ]
    assert [group["id"] for group in statistics["groups"]] == [
        None,
        "kesehatan",
        "pendidikan",
        "penghidupan",
        "pelayanan",
    ]
    assert len(statistics["pairs"]) == 10 * 9 // 2 + 4 * 3 // 2
    siblings = [(pair["a"], pair["b"]) for pair in statistics["pairs"] if pair["siblings"]]
    assert ("DIK-1", "DIK-2") in siblings
    assert ("KES-1", "DIK-2") not in siblings


def test_what_a_step_changed_is_described_below_what_was_measured(cli: Cli, regions: Path) -> None:
    with (regions / "indeks.yaml").open("a", encoding="utf-8") as stream:
        stream.write("prepare: [impute: {method: mean}, treat: {method: winsorise}]\n")
    out = cli(*LINT, "--lang", "en").out
    lines = [line.split() for line in out.splitlines()]
    at = next(number for number, line in enumerate(lines) if line[:1] == ["HID-1"])
    assert (lines[at][4], lines[at + 1][0]) == ("352.4", "prepared")
    assert float(lines[at + 1][4]) < 352.4
    assert sum(line[:1] == ["prepared"] for line in lines) == 1
    assert "S504" not in out
    assert "  olahan " in cli(*LINT, "--lang", "id").out
    found = json.loads(cli(*LINT, "--format", "json").out)["result"]["statistics"]["indicators"]
    by_id = {row["id"]: row for row in found}
    assert (by_id["HID-1"]["skewed"], by_id["HID-1"]["prepared"]["skewed"]) == (True, False)
    assert by_id["HID-2"]["missing"] == 1
    assert "prepared" not in by_id["HID-2"]


@pytest.mark.usefixtures("regions")
def test_without_data_nothing_is_said_of_statistics(cli: Cli) -> None:
    document = json.loads(cli("definition", "lint", "indeks.yaml", "--format", "json").out)
    assert "statistics" not in document["result"]
    assert (document["definition"], document["inputs"]) == (None, [])


def test_one_unit_is_exit_1_and_says_what_statistics_need(cli: Cli, regions: Path) -> None:
    header, first, *_ = (regions / "wilayah.csv").read_text(encoding="utf-8").splitlines()
    (regions / "satu.csv").write_text(f"{header}\n{first}\n", encoding="utf-8")
    ran = cli("definition", "lint", "indeks.yaml", "--data", "satu.csv", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 1
    assert [one["code"] for one in document["findings"]] == ["S501"]
    assert document["result"]["statistics"] is None


def test_several_files_add_up(cli: Cli, regions: Path) -> None:
    header, *rows = (regions / "wilayah.csv").read_text(encoding="utf-8").splitlines()
    parts = []
    for number, part in enumerate((rows[:8], rows[8:])):
        name = f"bagian-{number}.csv"
        (regions / name).write_text("\n".join([header, *part, ""]), encoding="utf-8")
        parts += ["--data", name]
    together = json.loads(cli("definition", "lint", "indeks.yaml", *parts, "--format", "json").out)
    alone = json.loads(cli(*LINT, "--format", "json").out)
    assert [row["mean"] for row in together["result"]["statistics"]["indicators"]] == [
        row["mean"] for row in alone["result"]["statistics"]["indicators"]
    ]


@pytest.mark.usefixtures("repository")
def test_without_a_name_it_is_the_definition_that_the_data_are_scored_by(cli: Cli) -> None:
    ran = cli("definition", "lint", "--data", "examples/kota-kediri-2022.xlsx", "--format", "json")
    document = json.loads(ran.out)
    assert document["definition"]["id"] == "kominfo-2022-reguler"
    assert document["result"]["files"] == ["config/kominfo-2022-reguler.yaml"]


def test_a_broken_definition_is_told_as_ever_and_nothing_is_computed(
    cli: Cli, regions: Path
) -> None:
    path = regions / "indeks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("in: pelayanan", "in: x"), "utf-8")
    ran = cli(*LINT, "--format", "json")
    assert ran.code == 1
    document = json.loads(ran.out)
    assert {one["code"] for one in document["findings"]} == {"D202"}
    assert "statistics" not in document["result"]


@pytest.mark.usefixtures("regions")
def test_data_are_for_one_definition(cli: Cli) -> None:
    ran = cli("definition", "lint", "indeks.yaml", "six-pillars", "--data", "wilayah.csv")
    assert (ran.code, ran.out) == (2, "")
    assert "indeks.yaml, six-pillars" in ran.err
    assert cli("definition", "lint", "indeks.yaml", "--data", "tiada.csv").code == 2


@pytest.mark.usefixtures("regions")
def test_the_output_never_takes_the_place_of_the_data(cli: Cli) -> None:
    assert cli(*LINT, "--output", "wilayah.csv", "--force").code == 2
    assert cli(*LINT, "--output", "indeks.yaml", "--force").code == 2


@pytest.mark.usefixtures("regions")
def test_too_few_units_are_no_fault_of_one_of_several_files(cli: Cli, regions: Path) -> None:
    head, first, *_ = (regions / "wilayah.csv").read_text(encoding="utf-8").splitlines()
    for name in ("a.csv", "b.csv"):
        (regions / name).write_text(f"{head}\n{first}\n", encoding="utf-8")
    several = cli(*LINT[:3], "--data", "a.csv", "--data", "b.csv", "--format", "json")
    places = {one["code"]: one["file"] for one in json.loads(several.out)["findings"]}
    assert places["S501"] is None
    alone = cli(*LINT[:3], "--data", "a.csv", "--format", "json")
    places = {one["code"]: one["file"] for one in json.loads(alone.out)["findings"]}
    assert places["S501"] == "a.csv"


@pytest.mark.usefixtures("regions")
@pytest.mark.parametrize("call", [LINT, ("definition", "show", "indeks.yaml")])
def test_verbose_tells_more_than_without(cli: Cli, call: tuple[str, ...]) -> None:
    said = cli(*call, "--lang", "en", "--verbose").err
    assert "definition: indeks.yaml (" in said
    assert ("file: wilayah.csv" in said) is ("--data" in call)


ASEM = (*("definition", "lint", "asem.yaml"), "--data", "asem.csv")


@pytest.fixture
def countries(project: Path) -> Path:
    """A folder with the index of COINr's example and its countries."""
    for file in (ROOT / "examples" / "asem").iterdir():
        shutil.copy(file, project)
    return project


@pytest.mark.usefixtures("countries")
def test_what_goes_with_a_denominator_has_a_table_and_json_has_all(cli: Cli) -> None:
    out = cli(*ASEM, "--lang", "en").out
    lines = [line.split() for line in out.splitlines()]
    at = lines.index(["Correlation", "with", "denominators", "·", "raw", "values"])
    assert lines[at + 2] == ["Code", "Denominator", "n", "Correlation", "By", "rank", "Prepared"]
    assert ["Goods", "GDP", "51", "0.80", "0.93", "-0.38"] in lines[at + 3 : at + 15]
    assert lines[at + 15] == []
    assert "Korelasi dengan pembagi · nilai asli" in cli(*ASEM, "--lang", "id").out
    found = json.loads(cli(*ASEM, "--format", "json").out)["result"]["statistics"]["denominators"]
    assert len(found) == 49 * 4
    by_pair = {(row["indicator"], row["denominator"]): row for row in found}
    goods = by_pair["Goods", "GDP"]
    assert goods["divides"]
    assert not by_pair["Goods", "Energy"]["divides"]
    assert goods["pearson_p"] < 1e-11
    assert goods["prepared"]["pearson"] < 0
    assert "prepared" not in by_pair["LPI", "GDP"]


@pytest.mark.usefixtures("regions")
def test_a_denominator_that_nothing_goes_with_is_said(cli: Cli) -> None:
    out = cli(*LINT, "--denominator", "HID-1", "--lang", "en").out
    assert " No indicator has a correlation beyond ±0.6 with HID-1.\n" in out
    assert "Tidak ada indikator yang korelasinya dengan HID-1 melewati ±0,6." in (
        cli(*LINT, "--denominator", "HID-1", "--lang", "id").out
    )


@pytest.mark.usefixtures("regions")
@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            (*LINT, "--denominator", "HID-11"),
            (
                "the data have no column «HID-11», and the definition has no indicator with that "
                "id; nearest: HID-1; write the name as in the header"
            ),
        ),
        ((*LINT[:3], "--denominator", "HID-1"), "means something only together with --data"),
        ((*LINT, "--denominator", ""), "--denominator"),
    ],
)
def test_a_denominator_that_cannot_be_is_a_wrong_call(
    cli: Cli, call: tuple[str, ...], said: str
) -> None:
    ran = cli(*call, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
