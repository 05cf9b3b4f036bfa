"""Workbooks made to hurt, each checked in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import cells, containers, delimited, paths, xml_parts
from tests.hostile.cases import Case
from tests.hostile.judging import judged

pytestmark = pytest.mark.attack("a workbook")

CASES = (
    *containers.CASES,
    *xml_parts.CASES,
    *cells.CASES,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_workbook_is_told_in_full_and_harms_nobody(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@pytest.mark.parametrize("case", delimited.CASES, ids=lambda case: case.name)
def test_a_hostile_text_table_is_told_in_full(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@pytest.mark.parametrize("case", paths.CASES, ids=lambda case: case.name)
def test_a_hostile_path_is_read_or_refused(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)
