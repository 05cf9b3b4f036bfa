"""Workbooks made to hurt, each checked in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import cells, containers, delimited, paths, xml_parts
from tests.hostile.cases import Case, each
from tests.hostile.judging import judged

pytestmark = pytest.mark.attack("a workbook")

CASES = (
    *containers.CASES,
    *xml_parts.CASES,
    *cells.CASES,
)


@each(CASES)
def test_a_hostile_workbook_is_told_in_full_and_harms_nobody(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@each(delimited.CASES)
def test_a_hostile_text_table_is_told_in_full(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@each(paths.CASES)
def test_a_hostile_path_is_read_or_refused(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)
