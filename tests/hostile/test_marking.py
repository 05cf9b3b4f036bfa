"""Marked copies of hostile workbooks: whole, well-formed, and read as the file itself is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.hostile.cases import Case
from tests.hostile.judging import judged
from tests.hostile.marking import CASES
from tests.hostile.running import bounded

pytestmark = pytest.mark.attack("a marked copy")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_workbook_is_marked_or_said_not_to_be(case: Case, tmp_path: Path) -> None:
    told = judged(case, tmp_path)
    folder = tmp_path / "data"
    copy = folder / "tanda" / "a.xlsx"
    assert copy.exists() is not bool(case.shows)
    if case.shows:
        return
    made, given = _parts(copy), _parts(folder / "a.xlsx")
    for name, data in made.items():
        if given.get(name) != data and not name.endswith(".vml"):
            ET.fromstring(data)  # noqa: S314 - our own
    again = ["check", "tanda/a.xlsx", "--config", "uji.yaml", "--unit", "Kota Uji"]
    ran = bounded(folder, [*again, "--format", "jsonl"])
    assert _findings(ran.out) == _findings(told.out)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {one.orig_filename: package.read(one) for one in package.infolist()}


def _findings(out: bytes) -> list[dict[str, object]]:
    said = [json.loads(line) for line in out.decode().splitlines()]
    return [{**one, "file": None} for one in said]
