"""``survey:`` in a definition: what it says when it says little, and what cannot be."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kediri_index.definition.load_definition import load_definition_file
from kediri_index.errors import DefinitionError
from kediri_index.model.survey import Survey
from tests.findings.building import ANSWERS, ONE_GROUP, TOP, definition

WITHOUT_SCALE = TOP.replace("scale: {min: 0, max: 4}\n", "")


def asked(survey: str, top: str = TOP) -> str:
    return f"{top}{ONE_GROUP}indicators:\n  - {{id: A-1, in: a, name: Satu, survey: {survey}}}\n"


def survey_of(text: str) -> Survey:
    (indicator,) = definition(text).all_indicators()
    assert indicator.survey is not None
    return indicator.survey


def test_what_is_left_out_is_the_name_the_scale_the_mean_and_everybody() -> None:
    assert survey_of(asked("{}")) == Survey({"A-1": "Satu"}, (Fraction(0), Fraction(4)))


def test_words_give_the_scale_where_none_is_said() -> None:
    said = survey_of(asked("{answers: {1: tidak setuju, 3: setuju}}"))
    assert [*said.scale] == [1, 3]
    assert said.answers == {Fraction(1): "tidak setuju", Fraction(3): "setuju"}


def test_a_share_has_its_threshold() -> None:
    assert survey_of(asked("{combine: {share_at_least: 3}}")).share_at_least == 3
    assert survey_of(asked("{combine: mean}")).share_at_least is None


@pytest.mark.parametrize(
    ("survey", "expected"),
    [
        ("{scale: {min: 4, max: 1}}", ["D220"]),
        ("{answers: {2: setuju}}", ["D220"]),
        ("{scale: {min: 1, max: 4}, answers: {0: tidak setuju}}", ["D230"]),
        ("{answers: {1: Ya, 2: ya}}", ["D249", "D249"]),
        ("{answers: {1: tidak setuju, 2: '2'}}", ["D249"]),
        ("{answers: {setuju: 4, kurang: 1}}", ["D106", "D106"]),
        ("{combine: share_at_least}", ["D121"]),
        ("{combine: {share_at_least: 3, least: 1}}", ["D121"]),
        ("{combine: median}", ["D113"]),
        ("{min_respondents: 0}", ["D108"]),
        ("{pertanyaan: {P1: Satu}}", ["D701"]),
        ("ya", ["D104"]),
    ],
)
def test_a_fault_is_found_at_its_place(survey: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "uji.yaml").write_text(asked(survey), encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_definition_file(tmp_path / "uji.yaml")
    assert [one.code for one in refused.value.findings] == expected
    assert {one.line for one in refused.value.findings} == {11}


def test_without_any_scale_one_has_to_be_said(tmp_path: Path) -> None:
    (tmp_path / "uji.yaml").write_text(asked("{}", WITHOUT_SCALE), encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_definition_file(tmp_path / "uji.yaml")
    assert [(one.code, one.params["key"]) for one in refused.value.findings] == [("D101", "scale")]


def test_a_survey_is_part_of_the_meaning_and_its_absence_is_not() -> None:
    assert definition(ANSWERS).sha256.startswith("50a0d1097520")  # before there was the key
    hashes = {
        definition(asked(said)).sha256
        for said in ("{}", "{min_respondents: 2}", "{groups: [warga]}", "{questions: {P1: Satu}}")
    }
    assert len(hashes) == 4
    assert definition(asked("{}")).sha256 == definition(asked("{combine: mean}")).sha256
