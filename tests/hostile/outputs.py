"""Every command in every format, over files that hold hostile text wherever a text can come from.

A new output joins by one line in ``LINES``, a new option that is echoed by one in ``ARGUMENTS``, a
new place of text by one in ``written``. Each text has a start of its own, since a spreadsheet or a
log looks at that first, and then all that could break out further on.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.making import sheet, text_cell, workbook

STARTS = {
    "a formula": "=cmd|' /C calc'!A0",
    "a command of a log": " ::error file=a::b",
    "orders to a screen": "\x1b]8;;http://contoh.test\x07x\x1b]8;;\x07\x9b31m\x00",
    "a page": "<script>alert(1)</script><img src=x onerror=alert(1)>]]><!--",
}
FURTHER = (
    "\x1b[2J\x00 _x000B_ \u202e\u2066\u200b\U000e0041\u2028 ##vso[task.x]y ##[error]z ##teamcity[a]"
    ' \x1b[0Ksection_start:1:a\r\x1b[0K x;=1+1 ";@SUM(A1);\t-1+1 `|** [d](javascript:alert(1))'
    " ![e](http://contoh.test) <b onload=x> ]]> &amp; [red]f[/red] {value} %0A::warning::e"
)
BREAKS = "\n::error::g\r\n=1+1\r##[error]h\n"


class Line(NamedTuple):
    """A call with the formats that it can print, and the exit codes that it may have.

    ``{out}`` is a folder that it may write into, ``{text}`` a hostile text, ``{seen}`` what is seen of it.
    """

    words: Sequence[str]
    formats: Sequence[str] = ("",)
    codes: Sequence[int] = (0,)


TABLE = ("table", "json", "csv", "md")
TEXT = ("text", "json")
FINDINGS = ("text", "json", "jsonl", "github", "junit", "md", "html")
USES = ("--config", "uji.yaml", "--profile", "profil.yaml")
DATA = ("w.csv", *USES, "--allow-errors")
ONE = ("satu.xlsx", *USES, "--allow-errors")
PAIR = ("definition", "diff", "lama.yaml", "uji.yaml")
REFUSED = (1, 2)

LINES = {
    "check": Line(
        ("check", "masuk", *USES, "--waivers", "terima.yaml", "--verbose", "--mark", "{out}"),
        FINDINGS,
        (1,),
    ),
    "check since": Line(("check", "masuk", *USES, "--since", "ronde.json"), FINDINGS, (1,)),
    "check complete": Line(("check", "w.csv", *USES, "--complete"), TEXT, (0, 1)),
    "score": Line(("score", *DATA, "--detail", "--verbose"), TABLE),
    "score of one": Line(("score", *ONE, "--previous", "lama.xlsx", "--detail"), TABLE),
    "score refused": Line(("score", "masuk", *USES), TABLE, (1,)),
    "compare": Line(("compare", "lama.xlsx", *ONE, "--old-config", "uji.yaml", "--detail"), TABLE),
    "trace": Line(("trace", *ONE), ("tree", "json", "md")),
    "plan": Line(("plan", *ONE, "--target", "3.5", "--alternatives", "1"), TABLE),
    "frontier": Line(("plan", *ONE, "--target", "3.5", "--frontier"), TABLE),
    "robustness": Line(
        ("robustness", *DATA, "--draws", "20", "--weights", "0.2", "--save-draws", "{out}/d.csv"),
        TABLE,
    ),
    "weight sets": Line(("robustness", *ONE, "--weight-sets", "bobot.csv"), TABLE),
    "reports": Line(("report", *ONE, "--previous", "lama.xlsx", "--all", "{out}"), ("json",)),
    "report": Line(("report", *ONE), ("html", "docx", "xlsx", "md")),
    "bundle": Line(("bundle", "masuk", *USES, "--allow-errors", "-o", "{out}/a.zip"), TEXT),
    "verify": Line(("verify", "arsip.zip"), ("text", "json", "md"), range(10)),
    "verify what was changed": Line(("verify", "ubah.zip"), ("text", "json", "md"), range(1, 10)),
    "status": Line(("status", "masuk", *USES, "--messages", "{out}"), TABLE, (0, 1)),
    "template": Line(("template", *USES, "--all", "{out}", "--year", "2023"), TEXT),
    "init": Line(
        (*("init", "{out}/kota", "--unit", "{seen}", "--year", "2023"), "--opd", "{seen}"), TEXT
    ),
    "init from a list": Line(
        ("init", "{out}/kota", "--from", "daftar.csv", "--year", "2023"), TEXT
    ),
    "a list with faults": Line(("init", "{out}/kota", "--from", "salah.csv"), TEXT, (1,)),
    "show as a list": Line(
        ("definition", "show", "--config", "uji.yaml", "--output", "-"), ("xlsx",)
    ),
    "next year": Line(("init", "{out}/baru", "--next-year", "lalu"), TEXT),
    "next year refused": Line(("init", "{out}/baru", "--next-year", "."), TEXT, (1,)),
    "show": Line(("definition", "show", "--config", "uji.yaml"), TEXT),
    "resolved": Line(("definition", "show", "--config", "uji.yaml", "--resolved")),
    "lint": Line(("definition", "lint", "uji.yaml", "--data", "w.csv"), TEXT, (0, 1)),
    "diff": Line((*PAIR, "--detail"), TABLE, (0, 1)),
    "diff of scores": Line((*PAIR, "--data", "w.csv"), TABLE, (0, 1)),
    "list": Line(("definition", "list"), TEXT),
    "broken definition": Line(("check", "masuk", "--config", "rusak.yaml"), FINDINGS, (2,)),
    "broken profile": Line(("score", "w.csv", "--profile", "rusak.yaml"), TABLE, (2,)),
    "broken waivers": Line(("check", "w.csv", *USES, "--waivers", "rusak.yaml"), TEXT, (2,)),
    "broken weight sets": Line(("robustness", *ONE, "--weight-sets", "w.csv"), TABLE, (2,)),
    "broken costs": Line(("plan", *ONE, "--costs", "w.csv"), TABLE, (2,)),
}
ARGUMENTS = (
    ("{text}",),
    ("--{text}",),
    ("check", "{text}"),
    ("score", "--config", "{text}", "w.csv"),
    ("score", *DATA, "--{text}"),
    ("score", *DATA, "--unit", "{text}?"),
    ("score", *DATA, "--year", "{text}"),
    ("score", *DATA, "--format", "{text}"),
    ("score", *DATA, "--lang", "{text}"),
    ("score", *DATA, "--limit", "{text}=1"),
    ("score", *DATA, "--target", "{text}"),
    ("score", *DATA, "-o", "tidak/{name}"),
    ("check", *DATA[:-1], "--report", "{text}=x"),
    ("check", *DATA[:-1], "--waivers", "{text}"),
    ("trace", *ONE, "--node", "{text}"),
    ("plan", *ONE, "--fix", "{text}"),
    ("plan", *ONE, "--costs", "{text}"),
    ("robustness", *ONE, "--methods", "{text}"),
    ("robustness", *ONE, "--aggregations", "{text}"),
    ("status", "masuk", "--due", "{text}"),
    ("template", *USES, "--opd", "{text}"),
    ("init", "baru", "--ci", "{text}"),
    ("init", "baru", "--from", "{text}"),
    ("template", "--list", "{text}"),
    ("explain", "{text}"),
    ("verify", "{text}"),
    ("definition", "{text}"),
    ("definition", "diff", "{text}", "uji.yaml"),
    ("definition", "diff", "--against", "{text}"),
)
"""Calls that are refused, and say why with what was typed; ``{name}`` is a name of a file."""


def written(folder: Path, start: str) -> None:
    """Write a project into *folder* with hostile text that begins with *start* in every place."""
    whole = start + FURTHER
    name = whole.replace("/", "\u2215").replace("\0", "")[:60]
    if os.name == "nt":  # which refuses such names
        name = "isian"
    said = _yaml(whole + BREAKS)
    texts = {key: _yaml(f"{start}{key}{FURTHER}{BREAKS}") for key in "ABCDEFGHIJ"}
    (folder / "uji.yaml").write_text(
        f"""\
kediri_index: 1
id: uji
version: {said}
status: own
title: {said}
title_en: {said}
language: id
source: {said}
year: 2023
scale: {{min: 0, max: 4}}
missing: {{answers: exclude}}
prepare: [{{impute: {{method: mean}}}}]
classes: [{{name: {texts["A"]}, below: 2}}, {{name: {texts["B"]}}}]
kinds:
  pillar: {{name: {texts["C"]}, name_en: {texts["C"]}}}
groups:
  - {{id: satu, kind: pillar, weight: 50, name: {texts["D"]}}}
  - {{id: dua, kind: pillar, weight: 50, name: {texts["E"]}}}
indicators:
  - {{id: A-1, in: satu, name: {texts["F"]}}}
  - {{id: B-1, in: dua, name: {texts["G"]}}}
""",
        encoding="utf-8",
    )
    (folder / "lama.yaml").write_text(
        (folder / "uji.yaml")
        .read_text("utf-8")
        .replace("id: uji", "id: lama")
        .replace("weight: 50", "weight: 40", 1)
        .replace("name: ", "name: x", 0),
        encoding="utf-8",
    )
    (folder / "profil.yaml").write_text(
        f"""\
unit: {said}
opd:
  - {{id: dinkes, name: {texts["H"]}, short: {texts["I"]}, also: [{texts["J"]}]}}
  - {{id: disdik, name: Dinas Pendidikan}}
assign: {{dinkes: [A-1], disdik: [B-1]}}
due: 2023-09-13
history: {{2022: 2.50}}
""",
        encoding="utf-8",
    )
    (folder / "terima.yaml").write_text(
        f"- code: C121\n  place: {{file: {_yaml(name + '.xlsx')}}}\n  reason: {said}\n"
        f"  who: {said}\n  until: 2099-12-31\n",
        encoding="utf-8",
    )
    unit = _quoted(whole + BREAKS)
    (folder / "w.csv").write_text(
        f"unit,A-1,B-1\n{unit},3,\nK2,1,2\n{_quoted(whole + 'x')},2,1\n",
        encoding="utf-8",
        newline="",
    )
    head = f"Kode,Pilar,Indikator,Satuan,Target,Arah,Cara penilaian,OPD,Sumber data,{unit}\n"
    cells = [_quoted(f"{start}{key}{FURTHER}{BREAKS}") for key in "ABCDEF"]
    row = ",".join(("A-1", *cells[:3], "5,tinggi,capaian", *cells[3:]))
    (folder / "daftar.csv").write_text(f"{unit}\n{head}{row}\n", encoding="utf-8", newline="")
    faulty_row = ",".join(("A-1", *cells, *cells[:3]))
    (folder / "salah.csv").write_text(f"{head}{faulty_row}\n", encoding="utf-8", newline="")
    (folder / "rusak.yaml").write_text(
        f"{said}: x\nkediri_index: {said}\nid: {said}\nversion: [{said}]\nstatus: {said}\n"
        f"title: {{{said}: 1}}\nextends: {said}\nscale: {{min: {said}, max: 1}}\nkinds: {said}\n"
        f"indicators: [{{id: A, in: {said}, name: x, score: {said}}}]\nunit: [{said}]\n",
        encoding="utf-8",
    )
    (folder / "bobot.csv").write_text(f"set,satu,dua\n{unit},1,2\n", encoding="utf-8", newline="")
    (folder / "masuk").mkdir()
    told = _stored(whole)
    faulty = (("A-1", told, "3", told), (told, told, "2", ""), ("B-1", "", told, told))
    for path, year, rows in (
        (f"masuk/{name}.xlsx", told, faulty),
        ("lama.xlsx", "2022", (("A-1", told, "2", told), ("B-1", told, "1", ""))),
        ("satu.xlsx", "2023", (("A-1", told, "3", told), ("B-1", told, "2", ""))),
    ):
        (folder / path).write_bytes(_workbook(told, year, rows))
    _write_last_year(folder / "lalu", folder, "Kode,Nilai asesor\nA-1,3\nB-1,2\n")
    _write_round(folder / "ronde.json", f"masuk/{name}.xlsx", whole)


def _write_last_year(last: Path, folder: Path, answers: str) -> None:
    """Write a project of the year before, of the definition and the profile in *folder*."""
    for below in ("config", "masuk"):
        (last / below).mkdir(parents=True)
    for name, source in (("pillars", "uji"), ("profile", "profil")):
        text = (folder / f"{source}.yaml").read_text("utf-8")
        (last / f"config/{name}.yaml").write_text(text, encoding="utf-8")
    waivers = (folder / "terima.yaml").read_text("utf-8").replace("2099-12-31", "2023-12-31")
    (last / "config/waivers.yaml").write_text(waivers, encoding="utf-8")
    (last / "masuk/w.csv").write_text(answers, encoding="utf-8", newline="")


def _write_round(path: Path, file: str, whole: str) -> None:
    """Write a report of the round before that somebody has changed."""
    said = dict.fromkeys(("sheet", "cell", "value", "message", "indicator"), whole + BREAKS)
    place = {"code": "C203", "file": file, "line": None, "column": None}
    document = {
        "schema": "kediri-index/check/1",
        "definition": {"id": "uji", "version": whole + BREAKS},
        "inputs": [{"path": file, "opd": None}],
        "result": {},
        "findings": [{**said, **place}],
    }
    path.write_text(json.dumps(document), encoding="utf-8")


def _yaml(text: str) -> str:
    """Return *text* in quotes, each character that YAML refuses or folds by its number."""
    signs = (
        char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}" for char in text
    )
    return f'"{"".join(signs)}"'


def _quoted(text: str) -> str:
    return '"' + text.replace("\0", "").replace('"', '""') + '"'


def _named(text: str) -> str:
    """Return *text* as a name of a sheet has it, which knows no numbers of characters."""
    return re.sub(r"_x00[01]._", "", text)


def _stored(text: str) -> str:
    """Return *text* as a cell stores it: control characters are written by their numbers."""
    return "".join(f"_x{ord(char):04X}_" if char < " " or char == "\x9b" else char for char in text)


def _workbook(text: str, year: str, rows: Sequence[Sequence[str]]) -> bytes:
    header = ("Kode", "Indikator", "Nilai mandiri", "Bukti dukung", text)
    answers = _rows([header, *((*row, text) for row in rows)])
    told = (("Wilayah", text), ("Tahun", year), ("OPD", text), ("Revisi", text), ("Definisi", text))
    return workbook(sheet(answers), sheet(_rows(told)), names=(_named(text), "Identitas"))


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(
            text_cell(f"{column}{number}", cell)
            for column, cell in zip("ABCDE", cells, strict=False)
        )
        + "</row>"
        for number, cells in enumerate(rows, 1)
    )
