"""Archives made to hurt, each verified in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.bundles import BESIDE, CASES
from tests.hostile.cases import FINDINGS, Case
from tests.hostile.judging import called, harmless, judged, prepared

pytestmark = pytest.mark.attack("an archive")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_archive_is_told_in_full_and_harms_nobody(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@pytest.mark.parametrize("case", BESIDE, ids=lambda case: case.name)
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_what_stands_inside_harms_nobody_in_any_format(
    form: str, case: Case, tmp_path: Path
) -> None:
    asked = case._replace(arguments=("--format", form))
    ran = called(asked, prepared(asked, tmp_path).data)
    harmless(ran)
    assert ran.code == FINDINGS
