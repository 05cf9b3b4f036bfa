"""Attacks as data, each in a sandbox, held to memory, time and what it may read and write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.attacks import ATTACKS
from tests.hostile.cases import Case
from tests.hostile.judging import judged


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{name}: {case.name}",
            marks=(pytest.mark.attack(name), *([pytest.mark.long] if case.long else [])),
        )
        for name, cases in ATTACKS.items()
        for case in cases
    ],
)
def test_an_attack_does_not_get_through(case: Case, tmp_path: Path) -> None:
    judged(case, tmp_path)
