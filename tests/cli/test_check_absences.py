"""``check --complete`` names what is not there: agencies, then indicators, each once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.findings.building import ANSWERS, xlsx

if TYPE_CHECKING:
    from tests.cli.running import Cli

THIRD = "  - {id: A-3, in: a, name: Antrean, name_en: Queues}\n"
FOURTH = "  - {id: A-4, in: a, name: Keluhan, name_en: Complaints}\n"
PROFILE = """unit: Kota Uji
opd:
  - {id: dukcapil, name: Dinas Dukcapil}
  - {id: dinkes, name: Dinas Kesehatan}
  - {id: dishub, name: Dinas Perhubungan}
assign: {dukcapil: [A-1, A-2], dinkes: [A-3], dishub: [A-1]}
"""
NO_FILE = "belum ada berkas yang dapat dipakai"
Row = tuple[str, object]
pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def own(project: Path) -> Path:
    """Four indicators that may stay empty, three agencies, and one file: A-1 of Dukcapil."""
    (project / "config").mkdir()
    definition = ANSWERS + THIRD + FOURTH
    (project / "config" / "pillars.yaml").write_text(definition, encoding="utf-8")
    (project / "masuk").mkdir()
    (project / "masuk" / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    _send(project, "dukcapil", "Dinas Dukcapil", ("A-1", 3))
    return project


def _send(project: Path, name: str, opd: str | None, *rows: Row, unit: str = "Kota Uji") -> None:
    about = [("Wilayah", unit), ("Tahun", 2022), *([("OPD", opd)] if opd else [])]
    sheets = {"Identitas": about, "Penilaian": [("Kode", "Nilai asesor"), *rows]}
    (project / "masuk" / f"{name}.xlsx").write_bytes(xlsx(sheets))


def _lenient(project: Path) -> None:
    path = project / "config" / "pillars.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"missing: {{answers: exclude}}\n{text}", encoding="utf-8")


def _absent(cli: Cli, *options: str) -> Any:  # noqa: ANN401 - what JSON holds
    ran = cli("check", "masuk", "--complete", "--format", "json", *options)
    return json.loads(ran.out)["result"]["absent"]


def test_each_agency_without_a_file_and_each_value_that_is_not_there_is_named_once(
    cli: Cli, own: Path
) -> None:
    _lenient(own)
    assert _absent(cli) == [
        {
            "unit": "Kota Uji",
            "year": 2022,
            "opd": [
                {"id": "dinkes", "name": "Dinas Kesehatan", "indicators": ["A-3"]},
                {"id": "dishub", "name": "Dinas Perhubungan", "indicators": []},
            ],
            "indicators": [
                {"id": "A-2", "name": "Waktu layanan", "opd": ["dukcapil"]},
                {"id": "A-4", "name": "Keluhan", "opd": []},
            ],
        }
    ]
    ran = cli("check", "masuk", "--complete")
    assert [line.removeprefix("   - ") for line in ran.out.split("\n\n")[0].splitlines()] == [
        " Yang belum ada · Kota Uji 2022",
        f"Dinas Kesehatan: {NO_FILE}; 1 indikator tanpa isian: A-3 Antrean",
        "Dinas Perhubungan: belum ada berkas atas namanya",
        "Dinas Dukcapil: 1 indikator tanpa isian: A-2 Waktu layanan",
        "1 indikator tanpa isian dan tanpa OPD pengampu: A-4 Keluhan",
    ]
    assert ran.code == 0  # told, not found: the definition does without


def test_the_page_names_them_too(cli: Cli, own: Path) -> None:
    _lenient(own)
    page = cli("check", "masuk", "--complete", "--format", "html", "--lang", "en").out
    assert "Dinas Kesehatan: no usable file; 1 indicator without a value: A-3 Queues" in page


def test_what_a_finding_names_is_not_listed_again(cli: Cli) -> None:
    ran = cli("check", "masuk", "--complete")
    listed = ran.out[ran.out.index("Yang belum ada") :]
    assert "Dinas Kesehatan: belum ada" in listed
    assert "A-2" not in listed
    assert "A-2" in ran.out  # S101


def test_without_complete_nothing_is_said_of_it(cli: Cli, own: Path) -> None:
    _lenient(own)
    assert "Yang belum ada" not in cli("check", "masuk").out
    document = json.loads(cli("check", "masuk", "--format", "json").out)
    assert "absent" not in document["result"]


def test_a_value_that_cannot_be_read_is_not_absent(cli: Cli, own: Path) -> None:
    _lenient(own)
    _send(own, "dukcapil", "Dinas Dukcapil", ("A-1", 3), ("A-2", "tiga koma"))
    (unit,) = _absent(cli)
    assert [one["id"] for one in unit["indicators"]] == ["A-4"]


def test_one_table_of_all_agencies_lacks_no_agency(cli: Cli, own: Path) -> None:
    _lenient(own)
    _send(own, "dukcapil", None, *((f"A-{number}", 3) for number in range(1, 5)))
    assert _absent(cli) == []


def test_many_units_are_listed_up_to_twenty(cli: Cli, own: Path) -> None:
    _lenient(own)
    (own / "masuk" / "profile.yaml").unlink()
    for number in range(22):
        _send(own, f"k{number}", None, ("A-1", 3), unit=f"Kota {number:02}")
    ran = cli("check", "masuk", "--complete")
    assert ran.out.count("Yang belum ada · ") == 20
    assert "3 daerah lagi; semuanya ada di --format json, kunci result.absent" in ran.out
    assert len(_absent(cli)) == 23


def test_of_a_table_of_units_only_the_one_asked_for_is_told(cli: Cli, own: Path) -> None:
    _lenient(own)
    rows = ("wilayah,tahun,kode,nilai asesor", "Kota A,2022,A-1,3", "Kota B,2022,A-1,3")
    (own / "semua.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    ran = cli("check", "semua.csv", "--complete", "--unit", "Kota B", "--format", "json")
    assert [one["unit"] for one in json.loads(ran.out)["result"]["absent"]] == ["Kota B"]


def test_a_score_and_an_archive_do_not_know_of_it(cli: Cli, own: Path) -> None:
    _lenient(own)
    assert cli("bundle", "masuk", "--output", "arsip.zip").code == 0
    found = json.loads(cli("score", "masuk", "--format", "json").out)
    assert [one["code"] for one in found["findings"]] == []
