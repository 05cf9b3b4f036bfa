from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from kediri_index.messages.catalogue import CATALOGUE

if TYPE_CHECKING:
    from tests.cli.running import Cli

pytestmark = pytest.mark.usefixtures("repository")

TWO_READINGS = """\
 C121 · two readings
 What a cell holds. This is an error: until it is repaired, nothing is scored.

 It says  two readings: «1.234» can mean 1.234 or 1234
 Repair   write it without a thousands separator, or name the decimal mark (--decimal , or \
--decimal .)
 Example  C121.xlsx · Penilaian · C2

    A     B       C
 1  Kode  Target  Realisasi
 2  R-1           1.234 ◄

 See also  C122 one of two readings taken
           F457 decimal mark not certain
           C123 a percentage where none belongs
           C124 a fraction in place of one number
           C125 a comparison in place of one number

 Try it in the folder examples/findings: kediri-index check C121.xlsx --config definisi/terukur.yaml
"""


def test_a_code_is_explained_by_its_message_its_repair_and_its_example(cli: Cli) -> None:
    assert cli("explain", "C121", "--lang", "en") == (0, TWO_READINGS, "")


def test_a_code_may_be_typed_in_small_letters_and_more_than_once(cli: Cli) -> None:
    assert cli("explain", "c121", "C121", "--lang", "en").out == TWO_READINGS


def test_several_codes_are_explained_in_the_order_asked_for(cli: Cli) -> None:
    out = cli("explain", "F103", "D211", "C121").out
    assert re.findall(r"^ ([A-Z]\d{3}) ·", out, re.MULTILINE) == ["F103", "D211", "C121"]


def test_a_fault_of_a_definition_is_pointed_at_in_its_line(cli: Cli) -> None:
    lines = cli("explain", "D211").out.splitlines()
    (at,) = (number for number, line in enumerate(lines) if line.strip() == "^")
    assert lines[at - 1][lines[at].index("^") :].startswith("30, name: Pelayanan}")


def test_a_code_that_no_file_can_cause_is_explained_with_its_figures_left_open(cli: Cli) -> None:
    out = cli("explain", "R001", "--lang", "en").out
    assert "the rule «…» stopped because of …, so what it checks is not known" in out
    assert "none, since a file alone cannot cause it" in out
    assert "Try it" not in out


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        (
            ("C120",),
            "kode temuan «C120» tidak ada; terdekat: C119; daftar",
            "there is no finding's code «C120»; nearest: C119; the codes",
        ),
        (
            ("CI21",),
            "kode temuan «CI21» tidak ada; terdekat: C121",
            "there is no finding's code «CI21»; nearest: C121",
        ),
        (
            ("C121", "xyz"),
            "kode temuan «xyz» tidak ada; daftar kode: kediri-index explain",
            "there is no finding's code «xyz»; the codes: kediri-index explain",
        ),
    ],
)
def test_an_unknown_code_is_a_wrong_call_that_names_the_nearest(
    arguments: tuple[str, ...], indonesian: str, english: str, cli: Cli
) -> None:
    for language, sentence in (("id", indonesian), ("en", english)):
        ran = cli("explain", *arguments, "--lang", language)
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_a_code_all_are_listed_family_by_family(language: str, cli: Cli) -> None:
    ran = cli("explain", "--lang", language)
    listed = re.findall(r"^ ([A-Z]\d{3})  ", ran.out, re.MULTILINE)
    assert sorted(listed) == sorted(CATALOGUE)
    assert list(dict.fromkeys(code[0] for code in listed)) == ["C", "X", "S", "F", "D", "R"]
    assert "kediri-index explain C121" in ran.err
    assert cli("explain", "--quiet").err == ""


def test_json_has_the_texts_and_the_example_with_its_cells(cli: Cli) -> None:
    document = json.loads(cli("explain", "c110", "--lang", "en", "--format", "json").out)
    assert document["schema"] == "kediri-index/explain/1"
    assert document["result"]["codes"] == [
        {
            "code": "C110",
            "severity": "error",
            "family": "cell",
            "title": "not a number",
            "message": "not a number: «tiga»; this cell takes a number",
            "hint": "write digits: 3",
            "related": ["C111", "C112", "C113", "C114", "C115"],
            "example": {
                "folder": "examples/findings",
                "files": ["C110.xlsx"],
                "command": "kediri-index check C110.xlsx --config definisi/uji.yaml",
                "file": "C110.xlsx",
                "sheet": "Penilaian",
                "cell": "C2",
                "line": None,
                "column": None,
                "value": "tiga",
                "excerpt": {
                    "columns": ["A", "B", "C"],
                    "rows": [
                        {"row": 1, "cells": ["Kode", "Indikator", "Nilai asesor"]},
                        {"row": 2, "cells": ["U-1", "Layanan daring", "tiga"]},
                    ],
                },
            },
        }
    ]


def test_json_without_a_code_lists_all(cli: Cli) -> None:
    codes = json.loads(cli("explain", "--format", "json").out)["result"]["codes"]
    assert [one["code"] for one in codes] == sorted(CATALOGUE)
    assert {tuple(one) for one in codes} == {("code", "severity", "family", "title")}


def test_what_the_environment_asks_for_does_not_change_an_example(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEDIRI_INDEX_CONFIG", "tiada.yaml")
    assert cli("explain", "C121", "--lang", "en").out == TWO_READINGS


@pytest.mark.parametrize("call", [("explain",), ("definition", "schema"), ("definition", "list")])
def test_help_promises_no_more_than_a_command_without_data_has(
    call: tuple[str, ...], cli: Cli
) -> None:
    assert "--verbose" not in cli(*call, "--help").out
    assert cli(*call, "--verbose").out == cli(*call).out
