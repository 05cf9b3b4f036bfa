"""``check --since``: what was repaired, what is new, what is left since the last round."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.running import Cli

NAMES = "ABCDEFGH"
DEFINITION = """\
kediri_index: 1
id: uji
version: "1"
status: own
title: Uji
year: 2026
scale: {min: 0, max: 4}
kinds: {pillar: {name: Pilar}}
groups: [{id: layanan, kind: pillar, name: Layanan}]
indicators:
""" + "".join(f"  - {{id: L-{one}, in: layanan, name: Layanan {one}}}\n" for one in NAMES)
PROFILE = """\
unit: Kota Uji
opd:
  - {id: setda, name: Setda}
  - {id: dinkes, name: Dinas Kesehatan}
"""
ONE, TWO = "satu.json", "dua.json"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project without submissions."""
    monkeypatch.chdir(tmp_path)
    start()


def start() -> None:
    """Begin a project in the working folder."""
    for folder in ("config", "masuk"):
        Path(folder).mkdir()
    Path("config/pillars.yaml").write_text(DEFINITION, encoding="utf-8")
    Path("config/profile.yaml").write_text(PROFILE, encoding="utf-8")


def send(name: str, opd: str, *rows: str, unit: str = "Kota Uji", revision: int = 1) -> None:
    """Put a sheet of *opd* into the folder: a code and a value a row."""
    head = (f"Wilayah,{unit}", "Tahun,2026", f"OPD,{opd}", f"Revisi,{revision}", "")
    lines = (*head, "Kode,Nilai mandiri", *rows)
    Path("masuk", name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def report(cli: Cli, *options: str, to: str = ONE) -> Any:  # noqa: ANN401 - what JSON says
    ran = cli("check", "masuk", "--report", f"json={to}", "--force", *options)
    assert ran.code in {0, 1}, ran.err
    return json.loads(Path(to).read_text(encoding="utf-8"))


def since(cli: Cli, *options: str) -> Any:  # noqa: ANN401 - what JSON says
    return report(cli, "--since", ONE, *options, to=TWO)["result"]["since"]


def said(findings: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - what JSON says
    return [(one["code"], one["cell"], one["indicator"]) for one in findings]


def test_what_is_repaired_new_and_left(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9", "L-B,x", "L-C,3")
    report(cli)
    send("setda.csv", "Setda", "L-A,3", "L-B,x", "L-C,7")
    found = since(cli)
    assert said(found["new"]) == [("C203", "B9", "L-C")]
    assert said(found["left"]) == [("C110", "B8", "L-B")]
    assert said(found["repaired"]) == [("C203", "B7", "L-A")]
    assert found["repaired"][0]["message"].startswith("nilai di luar")


def test_a_finding_is_the_same_where_its_row_moved_and_its_file_has_another_name(
    cli: Cli,
) -> None:
    send("setda.csv", "Setda", "L-A,9", "L-B,x")
    send("dinkes.csv", "Dinas Kesehatan", "L-C,9", "L-Z,3")
    report(cli)
    Path("masuk/setda.csv").unlink()
    send("setda revisi 2.csv", "Setda", "L-D,3", "L-B,x", "L-A,9", revision=2)
    send("dinkes.csv", "Dinas Kesehatan", "L-Z,3", "L-C,2")
    found = since(cli)
    assert (said(found["new"]), len(found["left"])) == ([], 3)
    assert said(found["repaired"]) == [("C203", "B7", "L-C")]


def test_of_findings_that_were_one_each_cell_is_followed(cli: Cli) -> None:
    send("setda.csv", "Setda", *(f"L-{one},9" for one in NAMES[:6]))
    (folded,) = report(cli)["findings"]
    assert (folded["count"], folded["indicators"]) == (6, [f"L-{one}" for one in NAMES[:6]])
    send(
        "setda.csv", "Setda", "L-H,2", *(f"L-{one},{9 if one in 'CDE' else 2}" for one in "ABCDEF")
    )
    found = since(cli)
    assert found["new"] == []
    assert [(one["range"], one["count"]) for one in found["left"]] == [("B10:B12", 3)]
    assert [(one["range"], one["count"]) for one in found["repaired"]] == [("B7:B8,B12", 3)]


def test_two_findings_that_say_the_same_stay_two(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9", "L-B,9", "L-C,3")
    assert len(report(cli)["findings"]) == 2
    send("setda.csv", "Setda", "L-A,2", "L-B,2", "L-C,3")
    assert said(since(cli)["repaired"]) == [("C203", "B7", "L-A"), ("C203", "B8", "L-B")]


def test_files_that_are_not_checked_again_are_not_called_repaired(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9")
    send("dinkes.csv", "Dinas Kesehatan", "L-C,9")
    report(cli)
    ran = cli("check", "masuk/setda.csv", "--since", ONE, "--format", "json")
    found = json.loads(ran.out)["result"]["since"]
    assert (len(found["left"]), found["repaired"], found["elsewhere"]) == (1, [], 1)
    screen = cli("check", "masuk/setda.csv", "--since", ONE, "--lang", "en").out
    assert "1 earlier finding is in a file that is not checked this time" in screen


@pytest.mark.parametrize("order", [("en", "id"), ("id", "en")])
def test_a_report_in_another_language_holds_the_same_findings(
    order: tuple[str, str], cli: Cli
) -> None:
    first, then = order
    profile = Path("config/profile.yaml")
    profile.write_text(f"{PROFILE}columns: {{Nilai Asessor: [Skor]}}\n", encoding="utf-8")
    send("setda.csv", "Setda", "L-A,9", "L-B,x", "L-Z,3", "L-C,=1/0", "L-D,'1.234'")
    count = len(report(cli, "--lang", first)["findings"])
    found = since(cli, "--lang", then)
    assert count > 3
    assert (len(found["left"]), found["new"], found["repaired"]) == (count, [], [])


def test_a_folder_is_no_report(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9")
    ran = cli("check", "masuk", "--since", "masuk")
    assert (ran.code, ran.out) == (2, "")
    assert "masuk: ini folder, bukan laporan; beri laporan putaran sebelumnya" in ran.err
    assert "json=BERKAS" in ran.err


def test_what_was_accepted_meanwhile_is_neither_new_nor_repaired(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9", "L-B,3")
    report(cli)
    Path("waivers.yaml").write_text(
        "- {code: C203, place: {file: setda.csv}, reason: r, who: w, until: 2099-01-01}\n",
        encoding="utf-8",
    )
    found = since(cli, "--waivers", "waivers.yaml")
    assert (found["new"], found["left"], found["repaired"]) == ([], [], [])


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_screen_shows_three_lists_and_machines_what_they_always_do(
    language: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    send("setda.csv", "Setda", "L-A,9", "L-B,x", "L-C,3")
    report(cli)
    send("setda.csv", "Setda", "L-A,3", "L-B,x", "L-C,7")
    options = ("check", "masuk", "--lang", language)
    ran = cli(*options, "--since", ONE)
    heads = {"id": ("Baru: 1", "Masih ada: 1", "Sudah diperbaiki: 1"), "en": ("New: 1", "Left: 1")}
    places = [ran.out.index(head) for head in heads[language]]
    assert (ran.code, places) == (1, sorted(places))
    assert max(map(len, ran.out.splitlines())) <= 80
    for form in ("md", "junit", "jsonl", "github"):
        assert cli(*options, "--since", ONE, "--format", form) == cli(*options, "--format", form)


def test_the_exit_code_is_that_of_the_check(cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9")
    report(cli)
    send("setda.csv", "Setda", "L-A,3")
    ran = cli("check", "masuk", "--since", ONE)
    assert (ran.code, "C203" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda one: one.update(schema="kediri-index/score/1"), "bukan laporan check"),
        (lambda one: one["definition"].update(version="2"), "untuk definisi uji 2"),
        (lambda one: one["result"].update(unit="Kota Lain"), "untuk Kota Lain"),
        (lambda one: one["result"].update(year=2025), "untuk 2025"),
        (lambda one: one["result"].update(complete=True), "--complete"),
        (lambda one: one["findings"][0].update(code="Z999"), "bukan laporan check"),
        (lambda one: one["findings"][0].update(cell=7), "bukan laporan check"),
        (lambda one: one["findings"][0].update(line="7"), "bukan laporan check"),
        (lambda one: one["findings"][0].update(range="A1:A999999", count=2), "bukan laporan"),
        (lambda one: one.pop("inputs"), "bukan laporan check"),
    ],
)
def test_a_report_of_something_else_is_an_error(change: Any, sentence: str, cli: Cli) -> None:  # noqa: ANN401 - any change
    send("setda.csv", "Setda", "L-A,9")
    document = report(cli)
    change(document)
    Path(ONE).write_text(json.dumps(document), encoding="utf-8")
    ran = cli("check", "masuk", "--since", ONE)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


@pytest.mark.parametrize("text", ["", "[]", "[" * 100_000, "bukan JSON", '{"schema": 1}'])
def test_a_file_that_is_no_report_is_said_to_be_none(text: str, cli: Cli) -> None:
    send("setda.csv", "Setda", "L-A,9")
    Path(ONE).write_text(text, encoding="utf-8")
    ran = cli("check", "masuk", "--since", ONE)
    assert (ran.code, ran.out) == (2, "")
    assert "bukan laporan check" in ran.err
    assert cli("check", "masuk", "--since", "tiada.json").code == 2
    assert cli("check", "masuk", "--since", ONE, "--output", ONE, "--force").code == 2
