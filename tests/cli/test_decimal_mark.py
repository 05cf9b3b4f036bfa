"""Tables that programs wrote, with points or with commas: scored, and one note says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.findings.building import ANSWERS

if TYPE_CHECKING:
    from tests.cli.running import Cli

REGIONS = 514
pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def own(project: Path) -> Path:
    """A project of two questions with tables of three decimals."""
    (project / "config").mkdir()
    text = ANSWERS.replace("max: 4", "max: 1000000")
    (project / "config" / "pillars.yaml").write_text(text, encoding="utf-8")
    points = [f"Kota {n},2022,{n % 97 + 1}.{n + 100},{n % 89}.5" for n in range(REGIONS)]
    commas = [row.replace(",", ";").replace(".", ",") for row in points]
    both = [row.replace(",", ";") for row in points[:200]] + commas[200:]
    for name, rows, delimiter in (
        ("titik", points, ","),
        ("koma", commas, ";"),
        ("campur", both, ";"),
        ("tanpa", [row.removesuffix(".5") for row in points], ","),
    ):
        table = "\n".join([delimiter.join(("unit", "year", "A-1", "A-2")), *rows])
        (project / f"{name}.csv").write_text(table, encoding="utf-8")
    return project


@pytest.mark.parametrize(("file", "mark"), [("titik.csv", "."), ("koma.csv", ",")])
def test_a_table_of_three_decimals_is_scored_with_one_note(file: str, mark: str, cli: Cli) -> None:
    for language, says in (("en", "shows that the decimal mark"), ("id", "tanda desimal tabel")):
        for command in ("check", "score"):
            ran = cli(command, file, "--lang", language)
            assert (ran.code, ran.out.count("F456"), ran.out.count(says)) == (0, 1, 1)
    ran = cli("score", file, "--format", "json")
    found = json.loads(ran.out)
    (note,) = [one for one in found["findings"] if one["code"] == "F456"]
    assert (ran.code, note["cell"], note["value"]) == (0, "D2", f"0{mark}5")
    units = found["result"]["units"]
    assert len(units) == REGIONS
    first = next(unit for unit in units if unit["unit"] == "Kota 0")
    assert first["overall"]["score"] == pytest.approx((1.1 + 0.5) / 2)


@pytest.mark.parametrize("command", ["check", "score"])
@pytest.mark.parametrize(
    ("file", "says"), [("campur.csv", "«0.5» in D2 shows"), ("tanpa.csv", "no other number")]
)
def test_a_table_of_both_marks_or_of_none_has_one_error_that_counts(
    command: str, file: str, says: str, cli: Cli
) -> None:
    ran = cli(command, file, "--lang", "en", "--format", "json")
    errors = [one for one in json.loads(ran.out)["findings"] if one["severity"] == "error"]
    assert (ran.code, [one["code"] for one in errors]) == (1, ["F457"])
    assert "with two readings: 514, namely «1.100» in C2 (1.1 or 1100)" in errors[0]["message"]
    assert says in errors[0]["message"]
    assert "--decimal" in errors[0]["hint"]


@pytest.mark.parametrize(("mark", "score"), [(".", (1.1 + 0.5) / 2), (",", (1100 + 0.5) / 2)])
def test_standard_input_and_the_mark_that_is_named(
    mark: str, score: float, own: Path, cli: Cli
) -> None:
    for name in ("titik", "campur"):
        data = (own / f"{name}.csv").read_bytes()
        assert "F45" in cli("check", "-", stdin=data).out
        assert "F45" not in cli("check", "-", "--decimal", mark, stdin=data).out
        ran = cli("score", "-", "--decimal", mark, "--format", "json", stdin=data)
        units = json.loads(ran.out)["result"]["units"]
        first = next(unit for unit in units if unit["unit"] == "Kota 0")
        assert first["overall"]["score"] == pytest.approx(score)


def test_very_many_files_have_a_note_or_an_error_each(own: Path, cli: Cli) -> None:
    folder = own / "masuk"
    folder.mkdir()
    for number in range(256):
        cells = ("1.234", "2.5" if number else "2.345")
        rows = "".join(f"A-{n},{cell}\n" for n, cell in enumerate(cells, 1))
        head = f"Wilayah,Kota {number}\nTahun,2022\nKode,Nilai asesor\n"
        (folder / f"{number}.csv").write_text(head + rows, encoding="utf-8")
    ran = cli("check", "masuk", "--format", "json")
    found = [one["code"] for one in json.loads(ran.out)["findings"]]
    assert (found.count("F456"), found.count("F457")) == (255, 1)
