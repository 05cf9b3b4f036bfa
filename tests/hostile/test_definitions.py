"""Definitions, profiles and waivers made to hurt, each read in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import companions, definitions
from tests.hostile.cases import Case
from tests.hostile.judging import judged

pytestmark = pytest.mark.attack("a definition, a profile, waivers")


@pytest.mark.parametrize("case", definitions.CASES, ids=lambda case: case.name)
def test_a_hostile_definition_is_told_in_full(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@pytest.mark.parametrize("case", definitions.COMPARED, ids=lambda case: case.name)
def test_a_hostile_definition_or_name_is_compared_or_refused(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)


@pytest.mark.parametrize(
    "case", [*companions.PROFILES, *companions.WAIVED], ids=lambda case: case.name
)
def test_a_hostile_profile_or_list_of_waivers_is_told(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)
