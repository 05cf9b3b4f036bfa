"""A cell may hold the name of a level."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.findings.building import ONE_GROUP, TOP, checked, codes, long_sheet

SCORED = "levels: {1: {name: Rintisan, score: 0}, 2: {name: Kurang baik, score: 2}, 3: Terpadu}"
NAMED = "levels: {0: Belum, 1: '7', 2: Sama, 3: sama, 4: Penuh}"


def text(said: str) -> str:
    asks = f"{{id: A-1, in: a, name: Satu, score: {{method: levels, {said}}}}}"
    return f"{TOP}{ONE_GROUP}indicators: [{asks}]\n"


@pytest.mark.parametrize(
    ("said", "level"),
    [("rintisan", "1"), (" RINTISAN ", "1"), ("kurang  Baik", "2"), ("3", "3"), ("2,6", "2.6")],
)
def test_a_name_is_its_level_in_any_case_and_with_any_spaces(said: str, level: str) -> None:
    found = checked(
        long_sheet(("Kode", "Nilai asesor"), ("A-1", said)), text=text(f"{SCORED}, fractional: on")
    )
    assert found.findings == ()
    (answer,) = found.data.units[0].answers.values()
    assert answer.assessor[0].number == Fraction(level)
    assert answer.assessor[0].text == said


@pytest.mark.parametrize(
    ("said", "code"), [("Belum", "C102"), ("7", "C204"), ("Sama", "C110"), ("Penu", "C110")]
)
def test_a_name_that_says_something_else_is_no_name(said: str, code: str) -> None:
    found = checked(long_sheet(("Kode", "Nilai asesor"), ("A-1", said)), text=text(NAMED))
    assert codes(found.findings) == [code]
