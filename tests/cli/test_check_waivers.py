"""``check --waivers``: accepted findings are shown, and do not count."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kediri_index.cli import values
from tests.cli.running import Cli
from tests.findings.building import ANSWERS
from tests.present.format_readers import READERS

WAIVERS = """\
- code: C203
  place: {file: galat.csv, cell: D2}
  reason: Nilai di luar skala memang disepakati
  who: Dewi
  until: 2026-12-31
- code: X301
  place: {file: galat.csv}
  reason: Kode lama
  who: Budi
  until: 2026-12-31
"""
BOTH = ("--waivers", "waivers.yaml")
pytestmark = pytest.mark.usefixtures("own")


@pytest.fixture
def own(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a file of two errors, both of which are accepted, on a day in September."""
    monkeypatch.setattr(values, "today", lambda: date(2026, 9, 13))
    (project / "config").mkdir()
    (project / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    rows = "wilayah,tahun,kode,nilai asesor\nKota Uji,2022,A-1,9\nKota Uji,2022,A-9,1\n"
    (project / "galat.csv").write_text(rows, encoding="utf-8")
    (project / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    return project


def test_what_was_accepted_does_not_count(cli: Cli) -> None:
    assert cli("check", "galat.csv").code == 1
    for fail_on in ("error", "note"):
        ran = cli("check", "galat.csv", *BOTH, "--fail-on", fail_on)
        assert ran.code == 0
    assert ran.out.splitlines() == [
        " Dikecualikan",
        "",
        " galat.csv",
        (
            "  D2       C203    nilai di luar skala: «9»; harus 0–4"
            " · Nilai di luar skala memang disepakati (Dewi, sampai 2026-12-31)"
        ),
        (
            "  C3       X301    kode tidak dikenal: A-9; terdekat: A-2"
            " · Kode lama (Budi, sampai 2026-12-31)"
        ),
        "",
        (
            " 1 berkas · 1 bersih · 0 galat, 0 peringatan, 0 catatan, 2 dikecualikan"
            " · 0 dari 2 isian indeks"
        ),
    ]


def test_json_says_so_of_each_and_counts_them(cli: Cli) -> None:
    document = json.loads(cli("check", "galat.csv", *BOTH, "--format", "json").out)
    counted = {"files": 1, "errors": 0, "warnings": 0, "notes": 0, "waived": 2}
    assert counted.items() <= document["result"].items()
    assert [(one["code"], one["waived"]) for one in document["findings"]] == [
        ("C203", True),
        ("X301", True),
    ]


@pytest.mark.parametrize("form", READERS)
def test_every_format_that_has_room_shows_them_as_accepted(form: str, cli: Cli) -> None:
    ran = cli("check", "galat.csv", *BOTH, "--format", form)
    told = [(one.code, one.waived) for one in dict(READERS)[form](ran.out)]  # type: ignore[index]
    assert ran.code == 0
    assert told == ([] if form == "github" else [("C203", True), ("X301", True)])


def test_after_its_day_a_waiver_is_an_error_and_the_finding_counts_again(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "today", lambda: date(2027, 1, 1))
    ran = cli("check", "galat.csv", *BOTH)
    assert ran.code == 1
    assert [word for word in ran.out.split() if word in {"C203", "X301", "D604"}] == [
        *("C203", "X301", "D604", "D604"),
    ]
    assert "2 dikecualikan" not in ran.out


def test_a_waiver_that_matches_nothing_is_a_warning(cli: Cli, own: Path) -> None:
    (own / "waivers.yaml").write_text(WAIVERS.replace("D2", "D7"), encoding="utf-8")
    ran = cli("check", "galat.csv", *BOTH, "--format", "json")
    assert ran.code == 1
    assert [(one["code"], one["file"], one["line"]) for one in json.loads(ran.out)["findings"]] == [
        ("C203", "galat.csv", None),
        ("X301", "galat.csv", None),
        ("D605", "waivers.yaml", 1),
    ]


def test_broken_waivers_end_the_check_with_every_fault(cli: Cli, own: Path) -> None:
    broken = WAIVERS.replace("C203", "C2O3").replace("until: 2026-12-31\n- ", "until: besok\n- ")
    (own / "waivers.yaml").write_text(broken, encoding="utf-8")
    ran = cli("check", "galat.csv", *BOTH)
    assert (ran.code, ran.out) == (2, "")
    assert "1:9" in ran.err
    assert "«C2O3»; terdekat: C213" in ran.err
    assert "5:10" in ran.err
    assert "pengecualian di waivers.yaml tidak dapat dipakai: 2 galat" in ran.err
    document = json.loads(cli("check", "galat.csv", *BOTH, "--format", "json").out)
    assert document["result"] is None
    assert [one["code"] for one in document["findings"]] == ["D602", "D111"]


def test_waivers_that_are_not_there_are_an_error_of_usage(cli: Cli) -> None:
    ran = cli("check", "galat.csv", "--waivers", "tidak-ada.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "tidak-ada.yaml: berkas pengecualian ini tidak ada" in ran.err


def test_the_limits_of_definitions_hold_for_waivers(cli: Cli) -> None:
    ran = cli("check", "galat.csv", *BOTH, "--limit", "definition_bytes=50")
    assert ran.code == 2
    assert "D004" in ran.err
