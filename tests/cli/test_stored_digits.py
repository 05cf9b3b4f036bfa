"""A number is shown as a spreadsheet shows it: 15 significant digits, a percentage as one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kediri_index.model.numbers import Digits, PercentDigits, joined, stored_digits
from kediri_index.sheets.numbers import stored_number
from tests.findings.building import ONE_GROUP, TOP, percent, xlsx

if TYPE_CHECKING:
    from tests.cli.running import Cli

TEXT = f"""{TOP}{ONE_GROUP}
indicators:
  - {{id: M-1, in: a, name: Satu, score: {{method: goalposts, min: 0, max: 10}}}}
  - {{id: M-2, in: a, name: Dua, unit: "%", score: {{method: goalposts, min: 0, max: 100}}}}
  - {{id: A-1, in: a, name: Tiga}}
"""
BINARY = 9.449999999999999
"""What 9.45 becomes in a chain of formulas; a spreadsheet shows 9.45."""
COMMON = ("b.xlsx", "--config", "uji.yaml", "--unit", "Kota Uji", "--year", "2022")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("9.4499999999999993", "9.45"),
        ("9.449999999999999", "9.45"),
        ("-0.30000000000000004", "-0.3"),
        ("123456789012345.6", "123456789012346"),
        ("1.5E7", "15000000"),
        ("2.5E-3", "0.0025"),
        ("2.75", "2.75"),
        ("3.50", "3.50"),
        ("0", "0"),
        ("-1.2345678901234567E-5", "-0.0000123456789012346"),
    ],
)
def test_digits_are_those_that_a_spreadsheet_shows(stored: str, shown: str) -> None:
    number = stored_number(stored)
    assert number is not None
    assert stored_digits(stored, number) == shown


def test_a_percentage_among_several_cells_is_one() -> None:
    assert joined([PercentDigits("0.85")]) == "0.85"
    cells = [PercentDigits("0.85"), PercentDigits("-1.2345"), Digits("3.5"), PercentDigits("0.005")]
    assert joined(cells) == "85 %; -123.45 %; 3.5; 0.5 %"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rows = [
        ("Kode", "Realisasi", "Nilai asesor"),
        ("M-1", BINARY, None),
        ("M-2", percent(0.85), None),
        ("A-1", None, 3.3000000000000003),
    ]
    (tmp_path / "b.xlsx").write_bytes(xlsx({"Penilaian": rows}))
    (tmp_path / "uji.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "call",
    [
        ("score", "--detail"),
        ("score", "--format", "md", "--detail"),
        ("report", "--format", "md"),
        ("report", "--format", "html"),
        ("trace",),
        ("trace", "--format", "md"),
    ],
    ids=" ".join,
)
def test_text_shows_them_with_a_percentage_as_one(cli: Cli, call: tuple[str, ...]) -> None:
    ran = cli(call[0], *COMMON, *call[1:], "--lang", "id")
    assert ran.code == 0
    assert "9,45" in ran.out
    assert "9.449" not in ran.out
    assert "9,449" not in ran.out
    assert "3,3" in ran.out
    assert "3.30000000" not in ran.out
    if call[0] != "trace":
        assert "85 %" in ran.out.replace("\u00a0", " ")
        assert ">0,85<" not in ran.out


@pytest.mark.usefixtures("here")
def test_json_has_them(cli: Cli) -> None:
    document = json.loads(cli("score", *COMMON, "--format", "json").out)
    raw = {one["id"]: one["raw"] for one in document["result"]["units"][0]["indicators"]}
    assert raw == {"M-1": "9.45", "M-2": "0.85", "A-1": "3.3"}


def test_a_finding_has_them(cli: Cli, here: Path) -> None:
    rows = [("Kode", "Nilai asesor"), ("A-1", 4.6000000000000005)]
    (here / "b.xlsx").write_bytes(xlsx({"Penilaian": rows}))
    document = json.loads(cli("check", *COMMON, "--format", "json").out)
    assert [one["value"] for one in document["findings"]] == ["4.6"]
