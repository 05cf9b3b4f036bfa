"""Formats for machines are UTF-8 on standard output, whatever the console's code page."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import kediri_index
from kediri_index.cli.run import run
from kediri_index.present.formats import Offer, OutputKind, formats_of
from tests.cli.running import Cli

SIGNS = "Kota ✓ Ḥūl → Ψ"
DEFINITION = f"""\
kediri_index: 1
id: kota
version: "1"
status: own
title: "Indeks {SIGNS}"
language: id
scale: {{min: 0, max: 4}}
kinds: {{pillar: {{name: Pilar}}}}
groups: [{{id: a, kind: pillar, name: "Pilar {SIGNS}"}}]
indicators:
  - {{id: A-1, in: a, name: "Soal {SIGNS}", opd: [x]}}
  - {{id: A-2, in: a, name: Dua, opd: [x]}}
"""
PROFILE = f'unit: "{SIGNS}"\nopd: [{{id: x, name: "Dinas {SIGNS}"}}]\n'
ROWS = f"unit,year,A-1,A-2\n{SIGNS},%s,%s,2\n"
NOW, BY = "2023.csv", ("--config", "kota.yaml")
CALLS = {
    Offer.TABLES: (
        ("status", "masuk", *BY, "--profile", "profile.yaml"),
        ("plan", NOW, *BY, "--target", "3"),
        ("compare", "2022.csv", NOW, *BY),
        ("robustness", NOW, *BY, "--draws", "10"),
        ("definition", "diff", "kota.yaml", "lain.yaml"),
    ),
    Offer.SCORE: (("score", NOW, *BY),),
    Offer.CHECK: (("check", "salah.csv", *BY),),
    Offer.TRACE: (("trace", NOW, *BY),),
    Offer.PAGES: (("explain", "C101"), ("verify", "lama.zip")),
    Offer.BRIEF: (
        ("template", *BY, "--year", "2023", "--force", "--output", f"{SIGNS}.xlsx"),
        ("bundle", NOW, *BY, "--force", "--output", f"{SIGNS}.zip"),
        ("init", f"kota {SIGNS}", "--force"),
        ("definition", "list"),
        ("definition", "lint", "kota.yaml"),
    ),
    Offer.SCHEMA: (("definition", "schema"),),
    Offer.REPORT: (("report", NOW, *BY, "--force", "--output"),),
    Offer.SHOW: (("definition", "show", "kota.yaml"),),
}
NO_TEXT = {"docx", "xlsx"}


def written(out: io.TextIOWrapper) -> bytes:
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return out.buffer.getvalue()


def parsed(form: str, said: str) -> None:
    """Read *said* as its readers do; raises where it is not well-formed."""
    match form:
        case "json":
            json.loads(said)
        case "jsonl":
            assert all(json.loads(line) for line in said.splitlines())
        case "junit":
            ET.fromstring(said)  # noqa: S314 - our own
        case "csv":
            assert len({len(row) for row in csv.reader(io.StringIO(said))}) == 1


@pytest.fixture(autouse=True)
def own(project: Path) -> Path:
    for name, text in {
        "kota.yaml": DEFINITION,
        "lain.yaml": DEFINITION.replace("Dua", SIGNS),
        "profile.yaml": PROFILE,
        "2022.csv": ROWS % (2022, 1),
        NOW: ROWS % (2023, 3),
        "salah.csv": ROWS % (2023, SIGNS),
        "masuk/isian.csv": ROWS % (2023, SIGNS),
    }.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return project


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_every_format_for_machines_is_utf8_under_any_code_page(
    encoding: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [*CALLS] == [*Offer]
    assert cli("bundle", NOW, *BY, "--output", "lama.zip").code == 0

    def printed(*call: str) -> bytes:
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "argv", ["kediri-index", *call])
        assert run(call) in {0, 1}, call
        return written(out)

    shown = set()
    for offer, calls in CALLS.items():
        forms = [one for one in formats_of(offer) if one.printed is not OutputKind.SCREEN]
        for call in calls:
            for form in (one for one in forms if one not in NO_TEXT):
                more = [] if call[-1] != "--output" else ["a.md" if form == "json" else "-"]
                text = printed(*call, *more, "--format", form).decode("utf-8")
                parsed(form, text)
                shown |= {offer} if SIGNS in text else set()
    assert {*Offer} - shown == {Offer.SCHEMA}


@pytest.mark.parametrize("form", ["table", "tree"])
def test_a_screen_that_has_not_a_sign_shows_another(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["score" if form == "table" else "trace", NOW, *BY, "--format", form]) == 0
    said = written(out).decode("ascii")
    assert "Kota + Hul > ?" in said
    assert "Indeks Kota + Hul > ?, versi 1" in said


@pytest.mark.parametrize(
    "variables", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_a_process_prints_utf8_in_any_locale(variables: dict[str, str]) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    source = str(Path(kediri_index.__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-m", "kediri_index", "score", NOW, *BY, "--format", "json", "--quiet"],
        env={**kept, "PYTHONPATH": source, **variables},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout.decode("utf-8"))["result"]["units"][0]["unit"] == SIGNS
