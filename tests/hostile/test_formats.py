"""Hostile text in every place that is shown, in every format: it stays text."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.hostile.judging import harmless, obeyed
from tests.hostile.making import HEADERS, row, sheet, text_cell, workbook
from tests.hostile.plain import DEFINITION, PROFILE
from tests.hostile.running import Ran, bounded

pytestmark = pytest.mark.attack("text in an output")

TEXTS = {
    "orders to a screen": "_x001B_[2J_x001B_]8;;http://contoh.test_x0007_klik_x009B_31m",
    "a clipboard": "_x001B_]52;c;aGk=_x0007_",
    "turned round": "\u202e3.3\u2066\u200b\u200f\U000e0041",
    "markup": "[bold red]x[/bold red][link=http://contoh.test]y[/link][/]",
    "a page": "<script>alert(1)</script><img src=x onerror=alert(1)>]]><!--",
    "Markdown": "`a` | b | **c** [d](javascript:alert(1)) ![e](http://contoh.test) # f",
    "a formula": "=cmd|' /C calc'!A0",
    "another formula": "@SUM(1+1)*cmd",
    "annotations": "x\n::error file=a::b\r\n##[error]c%0A::warning::d",
    "YAML": 'x: !!python/object/apply:os.system ["id"]',
}
MARKUP = ("<script", "<img", "<!--")
FORMATS = ("text", "json", "jsonl", "github", "junit", "md")


def _definition(text: str) -> str:
    """Return the definition with *text* as its title and as the names of all that it has."""
    said = json.dumps(
        text.replace("_x001B_", "").replace("_x0007_", "").replace("_x009B_", ""),
        ensure_ascii=False,
    )
    named = DEFINITION.replace("title: Indeks uji", f"title: {said}")
    for name in ("Pilar", "Satu", "Layanan"):
        named = named.replace(f"name: {name}", f"name: {said}")
    return named


def _folder(folder: Path, text: str) -> None:
    """Write a workbook with *text* wherever a file can say anything, and what goes with it."""
    (folder / "uji.yaml").write_text(_definition(text), encoding="utf-8")
    profile = PROFILE.replace("short: Dinkes", f"short: {json.dumps(text, ensure_ascii=False)}")
    (folder / "profil.yaml").write_text(profile, encoding="utf-8")
    rows = HEADERS + row(2, text, text_cell("C2", "3")) + row(3, "A-1", text_cell("C3", text))
    rows += row(4, "B-1", '<c r="C4"><v>2</v></c>')
    said = "".join(
        f'<row r="{number}">{text_cell(f"A{number}", label)}{text_cell(f"B{number}", text)}</row>'
        for number, label in enumerate(("Wilayah", "Tahun", "OPD", "Revisi", "Definisi"), 1)
    )
    name = text.replace("\r", "").replace("\n", " ")
    data = workbook(sheet(rows), sheet(said), names=(name, "Identitas"))
    (folder / "masuk").mkdir()
    (folder / "masuk" / "a.xlsx").write_bytes(data)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_never_breaks_out_of_a_report(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    _folder(folder, text)
    reports = [f"--report={name}=lapor.{name}" for name in FORMATS]
    line = ["check", "masuk", "--config", "uji.yaml", *reports]
    ran = bounded(folder, line, variables={"GITHUB_ACTIONS": "true"})
    harmless(ran)
    assert ran.code == 1
    assert not [one for one in ran.out.decode().splitlines() if one.lstrip().startswith("::")]
    said = {name: (folder / f"lapor.{name}").read_text("utf-8") for name in FORMATS}
    assert {name: obeyed(one) for name, one in said.items()} == {name: set() for name in said}
    findings = json.loads(said["json"])["findings"]
    lines = [json.loads(one) for one in said["jsonl"].splitlines()]
    codes = [one["code"] for one in findings]
    assert [one["code"] for one in lines] == codes
    assert {"X301"} <= set(codes)
    assert len(ET.fromstring(said["junit"]).findall(".//testcase")) == len(codes)  # noqa: S314 - our own
    commands = said["github"].splitlines()
    assert len(commands) == min(len(codes), 10)
    assert all(one.startswith(("::error ", "::warning ", "::notice ")) for one in commands)
    _holds_no_markup(said["md"])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_never_breaks_out_of_a_score_or_a_board(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    _folder(folder, text)
    data = workbook(
        sheet(HEADERS + row(2, "A-1", text_cell("C2", "3")) + row(3, "B-1", text_cell("C3", "2")))
    )
    (folder / "b.xlsx").write_bytes(data)
    unit = text.replace("\n", " ").replace("\r", " ")
    score = ["score", "b.xlsx", "--config", "uji.yaml", "--unit", unit, "--detail"]
    for name in ("csv", "md", "table"):
        ran = bounded(folder, [*score, "--format", name])
        harmless(ran)
        assert ran.code == 0, ran.err
        if name == "csv":
            _holds_no_formula(ran)
        elif name == "md":
            _holds_no_markup(ran.out.decode())
    board = ["status", "masuk", "--config", "uji.yaml", "--profile", "profil.yaml"]
    ran = bounded(folder, [*board, "--messages", "pesan"])
    harmless(ran)
    assert ran.code in {1, 2}
    for letter in folder.glob("pesan/*"):
        assert obeyed(letter.read_text("utf-8")) == set()
    ran = bounded(folder, ["definition", "show", "--config", "uji.yaml"])
    harmless(ran)
    assert ran.code == 0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_never_breaks_out_of_a_comparison_or_statistics(
    text: str, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    _folder(folder, text)
    (folder / "lama.yaml").write_text(DEFINITION.replace("id: uji", "id: lama"), encoding="utf-8")
    filled = _definition(text).replace("missing:", "prepare:\n  - impute: {method: mean}\nmissing:")
    (folder / "isi.yaml").write_text(filled, encoding="utf-8")
    said = text.replace("\n", " ").replace("\r", " ").replace('"', '""')
    (folder / "w.csv").write_text(
        f'unit,A-1,B-1\n"{said}",3,\n"K2",1,2\n"{said}x",2,1\n', encoding="utf-8"
    )
    compared = ["definition", "diff", "lama.yaml", "uji.yaml", "--data", "w.csv"]
    scored = ["score", "w.csv", "--config", "isi.yaml", "--allow-errors", "--detail"]
    for line in (compared, scored, scored[:-1]):
        for name in ("table", "json", "csv", "md"):
            ran = bounded(folder, [*line, "--format", name])
            harmless(ran)
            assert ran.code in {0, 1}, (name, ran.err)
            if name == "json":
                json.loads(ran.out)
            elif name == "csv":
                _holds_no_formula(ran)
            elif name == "md":
                _holds_no_markup(ran.out.decode())
    for name in ("text", "json"):
        line = ["definition", "lint", "uji.yaml", "--data", "w.csv", "--format", name]
        harmless(bounded(folder, line))


def _holds_no_formula(ran: Ran) -> None:
    """Assert that no field of a CSV is one that a spreadsheet program would run."""
    for line in csv.reader(StringIO(ran.out.decode())):
        for field in line:
            assert field[:1] not in {"=", "@", "+"}
            assert field[:1] != "-" or field[1:].replace(".", "").isdigit()


def _holds_no_markup(text: str) -> None:
    """Assert that Markdown renders to no element, link or image of the text's own."""
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text).casefold()
    assert not [one for one in (*MARKUP, "<a ", "<strong>c") if one in page]
