"""An accepted error stops no score and no agency, and moves no figure: ``--waivers``."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kediri_index.cli import values
from tests.cli.running import Cli
from tests.findings.building import ANSWERS

ROWS = "wilayah,tahun,kode,nilai asesor\nKota Uji,2022,A-1,9\nKota Uji,2022,A-2,3\n"
FORMATS = ("table", "md", "csv", "json")


def _accept(path: Path, file: str, code: str, cell: str, until: str = "2026-12-31") -> str:
    text = (
        f"- code: {code}\n  place: {{file: {file}, cell: {cell}}}\n"
        f"  reason: disepakati\n  who: Dewi\n  until: {until}\n"
    )
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def own(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one value off the scale, on a day in September."""
    monkeypatch.setattr(values, "today", lambda: date(2026, 9, 13))
    (project / "config").mkdir()
    (project / "config" / "pillars.yaml").write_text(ANSWERS, encoding="utf-8")
    (project / "galat.csv").write_text(ROWS, encoding="utf-8")
    return project


@pytest.mark.parametrize("form", FORMATS)
def test_an_accepted_error_stops_no_score_and_every_format_says_so(
    own: Path, form: str, cli: Cli
) -> None:
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C203", "D2"))
    refused = cli("score", "galat.csv", "--format", form)
    ran = cli("score", "galat.csv", "--format", form, "--lang", "en", *accepted)
    assert (refused.code, ran.code) == (1, 0)
    if form == "json":
        document = json.loads(ran.out)
        assert [one.get("waived") for one in document["findings"] if one["code"] == "C203"] == [
            True
        ]
        assert "partial" not in document
    else:
        assert "1 waived" in (ran.err if form == "csv" else ran.out)


def test_draws_tell_of_it_too(own: Path, cli: Cli) -> None:
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C203", "D2"))
    ran = cli("robustness", "galat.csv", "--draws", "10", "--format", "json", *accepted)
    found = {one["code"]: one.get("waived") for one in json.loads(ran.out)["findings"]}
    assert (ran.code, found["C203"]) == (0, True)


def test_it_moves_no_figure(own: Path, cli: Cli) -> None:
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C203", "D2"))
    waived = json.loads(cli("score", "galat.csv", "--format", "json", *accepted).out)
    allowed = json.loads(cli("score", "galat.csv", "--format", "json", "--allow-errors").out)
    assert waived["result"] == allowed["result"]
    assert waived["result"]["units"][0]["overall"]["answered"] == 1


def test_what_it_is_about_counts_in_no_other_units_score(own: Path, cli: Cli) -> None:
    """A value beyond its range would be the highest of all, by which the others are scored."""
    among = ANSWERS.replace("scale:", "score: {method: min_max}\nscale:", 1)
    (own / "config" / "pillars.yaml").write_text(among, encoding="utf-8")
    rows = "unit,year,A-1,A-2\nKota A,2023,1,1\nKota B,2023,2,2\nKota C,2023,%s,3\n"
    (own / "galat.csv").write_text(rows % "8 - 9", encoding="utf-8")
    (own / "kosong.csv").write_text(rows % "", encoding="utf-8")
    words = ("--format", "json", "--allow-errors")
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C116", "C4"))
    waived = json.loads(cli("score", "galat.csv", "--format", "json", *accepted).out)
    empty = json.loads(cli("score", "kosong.csv", *words).out)
    scores = [
        [unit["overall"]["score"] for unit in one["result"]["units"]] for one in (waived, empty)
    ]
    assert scores[0] == scores[1] == [0, 3, 4]


def test_an_expired_one_stops_the_score(own: Path, cli: Cli) -> None:
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C203", "D2", "2026-09-12"))
    ran = cli("score", "galat.csv", *accepted)
    assert ran.code == 1
    assert "C203" in ran.err
    assert "D604" in ran.err


def test_the_list_is_never_written_over(own: Path, cli: Cli) -> None:
    path = _accept(own / "w.yaml", "galat.csv", "C203", "D2")
    before = (own / "w.yaml").read_bytes()
    ran = cli("score", "galat.csv", "--waivers", path, "--output", path, "--force")
    assert ran.code == 2
    assert (own / "w.yaml").read_bytes() == before


def test_the_next_command_has_the_list_too(own: Path, cli: Cli) -> None:
    _accept(own / "w.yaml", "galat.csv", "C203", "D2", "2026-09-12")
    ran = cli("score", "galat.csv", "--waivers", "w.yaml")
    assert "--waivers w.yaml --allow-errors" in ran.err


@pytest.mark.usefixtures("repository")
def test_an_accepted_error_makes_no_agency_faulty(tmp_path: Path, cli: Cli) -> None:
    name = "Dinas Lingkungan Hidup.xlsx"
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    shutil.copy(Path("examples/kota-contoh-salah", name), masuk)
    shutil.copy(Path("examples/kota-contoh-salah/profile.yaml"), masuk)
    lists = tmp_path / "w.yaml"
    lists.write_text(
        "".join(
            f"- code: {code}\n  place: {{file: {name}, cell: {cell}}}\n  reason: ya\n  who: Dewi\n"
            "  until: 2099-12-31\n"
            for code, cell in (("C105", "H9"), ("C116", "H11"))
        ),
        encoding="utf-8",
    )

    def row(*options: str) -> tuple[str, int, int]:
        ran = cli("status", str(masuk), "--format", "json", *options)
        document = json.loads(ran.out)
        states = {one["id"]: (one["state"], one["errors"]) for one in document["result"]["opd"]}
        accepted = [one for one in document["findings"] if one.get("waived")]
        return (*states["dlh"], len(accepted))

    assert row() == ("faulty", 2, 0)
    assert row("--waivers", str(lists)) == ("incomplete", 0, 2)


@pytest.mark.parametrize("side", ["old", "new"])
def test_an_accepted_error_stops_no_comparison(own: Path, side: str, cli: Cli) -> None:
    (own / "lain.csv").write_text(ROWS.replace("A-1,9", "A-1,4"), encoding="utf-8")
    files = ("galat.csv", "lain.csv") if side == "old" else ("lain.csv", "galat.csv")
    accepted = ("--waivers", _accept(own / "w.yaml", "galat.csv", "C203", "D2"))
    ran = cli("compare", *files, "--lang", "en", *accepted)
    assert (cli("compare", *files).code, ran.code) == (1, 0)
    assert "1 waived" in ran.out
    document = json.loads(cli("compare", *files, "--format", "json", *accepted).out)
    assert [one.get("waived") for one in document["findings"] if one["code"] == "C203"] == [True]
