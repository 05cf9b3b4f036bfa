from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from kediri_index.cli.run import run

EXAMPLES = Path(__file__).parents[2] / "examples"
DAMAGED = "RSUD Kota Contoh.xlsx"
_LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])
_HEADING = re.compile(r" (?P<file>.+\.[a-z]+)(?: · (?P<sheet>.+))?")
_FINDING = re.compile(r"[✗!·] (?P<cell>[A-Z]+[0-9]+)?\s+(?P<code>[A-Z][0-9]{3})  .*")


class Found(NamedTuple):
    """Where a finding stands, as the list of faults names it."""

    file: str
    sheet: str
    cell: str
    code: str


@pytest.fixture(autouse=True)
def in_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.delenv("KEDIRI_INDEX_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "96")


def planted() -> list[Found]:
    with (EXAMPLES / "kota-contoh-salah" / "faults.csv").open(encoding="utf-8") as file:
        return [Found(**row) for row in csv.DictReader(file)]


def test_thirty_faults_are_planted_of_at_least_twenty_kinds_and_most_files_have_none() -> None:
    faults = planted()
    assert len(faults) == len(set(faults)) == 30
    assert len({fault.code for fault in faults}) >= 20
    files = {path.name for path in (EXAMPLES / "kota-contoh-salah").iterdir()}
    assert {fault.file for fault in faults} < files
    assert len(files - {fault.file for fault in faults}) >= 10


@_LANGUAGES
def test_check_finds_exactly_what_was_planted(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", "kota-contoh-salah", "--format", "json", "--lang", language])
    found = [
        Found(
            one["file"].removeprefix("kota-contoh-salah/"),
            one["sheet"] or "",
            one["cell"] or "",
            one["code"],
        )
        for one in json.loads(capsys.readouterr().out)["findings"]
    ]
    assert sorted(found) == sorted(planted())
    assert code == 1


@_LANGUAGES
def test_the_text_names_every_planted_fault_at_its_place(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "kota-contoh-salah", "--lang", language]) == 1
    found = []
    file = sheet = ""
    for line in capsys.readouterr().out.splitlines():
        if heading := _HEADING.fullmatch(line):
            file, sheet = heading["file"], heading["sheet"] or ""
        elif finding := _FINDING.fullmatch(line):
            name = file.removeprefix("kota-contoh-salah/")
            found.append(Found(name, sheet, finding["cell"] or "", finding["code"]))
    assert sorted(found) == sorted(planted())


@_LANGUAGES
def test_check_finds_nothing_in_the_clean_city(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in ([], ["--complete"]):
        arguments = ["check", "kota-contoh", *options, "--format", "json", "--lang", language]
        assert run(arguments) == 0
        assert json.loads(capsys.readouterr().out)["findings"] == []


def test_score_scores_the_clean_city_from_all_its_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["score", "kota-contoh", "--format", "json"]) == 0
    (unit,) = json.loads(capsys.readouterr().out)["result"]["units"]
    assert (unit["unit"], unit["year"]) == ("Kota Contoh", 2023)
    assert unit["overall"]["published"] == "3.09"


def test_a_damaged_file_among_thirty_is_one_finding_and_the_others_are_still_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kota"
    shutil.copytree("kota-contoh", folder)
    whole = (folder / DAMAGED).read_bytes()
    (folder / DAMAGED).write_bytes(whole[: len(whole) // 2])
    shutil.copy("kota-contoh-salah/Dinas Kesehatan.xlsx", folder)
    assert run(["check", str(folder), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    found = [(Path(one["file"]).name, one["code"]) for one in report["findings"]]
    assert found == [("Dinas Kesehatan.xlsx", "C110"), (DAMAGED, "F110")]
    read = Counter(Path(one["path"]).suffix for one in report["inputs"])
    assert read == {".xlsx": 30}
