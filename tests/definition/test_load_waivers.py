"""Files of waivers: what they say, and everything that is wrong with one at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kediri_index.definition.load_profile import load_waivers_file
from kediri_index.errors import WaiversError
from kediri_index.model.findings import Finding, Mark, Source
from kediri_index.model.profile import Waiver

Write = Callable[..., Path]
Refused = Callable[[str], tuple[Finding, ...]]

CELL = """\
- code: C203
  place: {file: masuk/Dinas Sosial.xlsx, sheet: Penilaian, cell: h14}
  reason: Disepakati
  who: Dewi
  until: 2026-12-31
"""


@pytest.fixture
def refused(write: Write) -> Refused:
    def faults(text: str) -> tuple[Finding, ...]:
        with pytest.raises(WaiversError) as caught:
            load_waivers_file(write(text, "waivers.yaml"), shown="waivers.yaml")
        return caught.value.findings

    return faults


def test_waivers_are_read_with_the_places_they_are_written_at(write: Write) -> None:
    whole_file = CELL.replace(", sheet: Penilaian, cell: h14", "")
    assert load_waivers_file(write(CELL + whole_file), shown="w.yaml") == (
        Waiver(
            "C203",
            Source("masuk/Dinas Sosial.xlsx", "Penilaian", "H14"),
            "Disepakati",
            "Dewi",
            date(2026, 12, 31),
            Mark("w.yaml", 1, 9),
            Mark("w.yaml", 5, 10),
        ),
        Waiver(
            "C203",
            Source("masuk/Dinas Sosial.xlsx"),
            "Disepakati",
            "Dewi",
            date(2026, 12, 31),
            Mark("w.yaml", 6, 9),
            Mark("w.yaml", 10, 10),
        ),
    )


@pytest.mark.parametrize("text", ["", "# nothing is accepted\n", "[]\n"])
def test_a_file_without_waivers_has_none(text: str, write: Write) -> None:
    assert load_waivers_file(write(text)) == ()


def test_all_faults_of_waivers_are_found_at_once(refused: Refused) -> None:
    text = """\
- code: C2O3
  place: {file: a.xlsx, sheet: Isi, cel: H14}
  reason: ''
  who: Dewi
  until: 31-12-2026
- code: C101
  who: Dewi
- code: C101
  place: {file: a.xlsx, cell: A0}
  reason: x
  who: Dewi
  until: 2026-02-30
- code: C101
  place: {file: a.xlsx, cell: A0}
  reason: x
  who: Dewi
  until: 2026-12-31
- C101
"""
    assert [(item.code, item.line, item.column, item.value) for item in refused(text)] == [
        ("D602", 1, 9, "C2O3"),
        ("D102", 2, 37, "cel"),
        ("D115", 3, 11, ""),
        ("D111", 5, 10, "31-12-2026"),
        ("D101", 6, 3, None),
        ("D101", 6, 3, None),
        ("D101", 6, 3, None),
        ("D118", 9, 31, "A0"),
        ("D111", 12, 10, "2026-02-30"),
        ("D603", 13, 9, "C101"),
        ("D118", 14, 31, "A0"),
        ("D104", 18, 3, "C101"),
    ]


def test_an_unknown_code_gets_the_nearest(refused: Refused) -> None:
    (finding,) = refused(CELL.replace("C203", "C2033"))
    assert getattr(finding.params["near"], "name", None) == "C203"


@pytest.mark.parametrize("code", ["C*", "'*'", "C2?", "c203", "C203 "])
def test_a_code_is_one_code_in_full(code: str, refused: Refused) -> None:
    found = refused(CELL.replace("code: C203", f"code: '{code.strip(chr(39))}'"))
    assert [item.code for item in found] == ["D602"]


def test_the_same_waiver_by_an_alias_is_found_too(refused: Refused) -> None:
    text = CELL.replace("- code", "- &satu\n  code") + "- *satu\n"
    assert [(item.code, item.value) for item in refused(text)] == [("D603", "C203")]


@pytest.mark.parametrize("text", ["waivers: []\n", "C203\n", "~\n"])
def test_what_is_no_list_is_refused(text: str, refused: Refused) -> None:
    assert [(item.code, item.line) for item in refused(text)] == [("D601", None)]


def test_a_waiver_without_its_dash_is_shown(refused: Refused) -> None:
    found = refused("# Juni\ncode: C203\nreason: x\n")
    assert [(item.code, item.line) for item in found] == [("D601", 2)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- code: [a\n", "D714"),
        ("- a\x00\n", "D006"),
        ("- a\n---\n- b\n", "D008"),
        ("- code: !!python/object/apply:os.system [ls]\n", "D013"),
        ("- " * 300 + "a\n", "D011"),
    ],
)
def test_faults_of_the_yaml_are_those_of_every_file(text: str, code: str, refused: Refused) -> None:
    assert code in [item.code for item in refused(text)]


def test_a_folder_is_no_file_of_waivers(tmp_path: Path) -> None:
    with pytest.raises(WaiversError) as caught:
        load_waivers_file(tmp_path)
    assert [item.code for item in caught.value.findings] == ["D002"]
