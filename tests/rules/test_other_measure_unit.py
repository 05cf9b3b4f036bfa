from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.dataset import Answer, Missing, Reading, Said, UnitData
from kediri_index.model.findings import Finding
from kediri_index.rules.measured import other_measure_unit
from kediri_index.scoring.methods.goalposts import Goalposts
from tests.rules.building import at, context, measured
from tests.scoring.building import group, index

POSTS = Goalposts(Fraction(0), Fraction(100))


def found(
    said: str | None, unit: str | None = "%", number: Fraction | None = Fraction(50)
) -> list[Finding]:
    """Find faults with a row whose column *Satuan*, C2, says *said*."""
    missing = None if number is not None else Missing.EMPTY
    answer = Answer(
        "M-1",
        at("A2"),
        measure=Reading(number, missing, "50", at("D2")),
        measure_unit=None if said is None else Said(said, at("C2")),
    )
    definition = index(group("a", measured("M-1", POSTS, unit=unit)))
    return list(other_measure_unit(context(definition, UnitData("Kota", 2023, {"M-1": answer}))))


def test_another_unit_is_named_at_its_cell_with_the_definitions() -> None:
    assert found("orang") == [Finding.at_cell("X309", at("C2"), "orang", "M-1", unit="%")]


@pytest.mark.parametrize("said", ["%", "Persen", "persen (%)", "(%)", "percent"])
def test_percent_is_percent_by_any_of_its_names(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize("said", ["Rp  juta", "RP JUTA", "juta (Rp juta)"])
def test_case_spaces_and_brackets_do_not_matter(said: str) -> None:
    assert found(said, unit="Rp juta") == []


def test_nothing_is_said_without_a_result_a_unit_in_the_sheet_or_one_in_the_definition() -> None:
    assert found("orang", number=None) == []
    assert found(None) == []
    assert found("orang", unit=None) == []


@pytest.mark.parametrize("said", ["-", "n/a", "tidak ada"])
def test_a_word_for_none_names_no_unit(said: str) -> None:
    assert found(said) == []


def test_brackets_alone_are_nothing_in_common() -> None:
    assert [one.code for one in found("orang (jiwa)", "buah (unit)")] == ["X309"]


def test_a_row_that_names_no_unit_ends_no_search() -> None:
    names = ("silent", "gone", "nothing", "other")
    tree = index(group("a", *(measured(name, POSTS, unit="%") for name in names)))
    result = Reading(Fraction(50), None, "50", at("D2"))
    row = Answer("other", at("A2"), measure=result, measure_unit=Said("orang", at("C2")))
    rows = (
        row._replace(id="silent", measure_unit=None),
        row._replace(id="gone", measure=None),
        row._replace(id="nothing", measure_unit=Said("-", at("C2"))),
        row,
    )
    data = UnitData("Kota", 2023, {one.id: one for one in rows})
    assert [one.indicator for one in other_measure_unit(context(tree, data))] == ["other"]
