from __future__ import annotations

from fractions import Fraction

import pytest

from kediri_index.model.definition import ClassesOn
from kediri_index.model.scores import UnitResult
from kediri_index.scoring.prepare import Prepared
from kediri_index.scoring.scores import Scores
from tests.scoring.building import Value, answer, group, index, question, unit

TREE = index(group("p", question("a")))


def scores(
    *given: tuple[int, Value | None], decides: ClassesOn = ClassesOn.SCORE
) -> tuple[UnitResult, ...]:
    units = tuple(
        unit(*(() if value is None else (answer("a", value),)), name=f"U{place}", year=year)
        for place, (year, value) in enumerate(given)
    )
    return tuple(Scores(Prepared(units, TREE._replace(classes_on=decides))))


def places(*given: tuple[int, Value | None]) -> list[int | None]:
    return [one.rank for one in scores(*given)]


def test_units_are_ranked_from_the_highest_score_with_ties() -> None:
    assert places((2022, 1), (2022, 3), (2022, 3), (2022, 2)) == [4, 1, 1, 3]


def test_each_year_is_ranked_by_itself() -> None:
    assert places((2022, 1), (2023, 4), (2022, 3), (2023, 2)) == [2, 1, 1, 2]


def test_a_unit_alone_in_its_year_has_no_rank() -> None:
    assert places((2022, 1), (2023, 4), (2023, 2)) == [None, 1, 2]


def test_a_unit_without_a_score_has_no_rank() -> None:
    assert places((2022, 1), (2022, None), (2022, 3)) == [2, None, 1]


@pytest.mark.parametrize(
    ("decides", "expected"), [(ClassesOn.SCORE, [2, 1]), (ClassesOn.PUBLISHED, [1, 1])]
)
def test_ranks_come_from_the_unrounded_score_unless_the_definition_says_published(
    decides: ClassesOn, expected: list[int | None]
) -> None:
    units = scores((2022, "3.311"), (2022, "3.312"), decides=decides)
    assert {one.overall.published for one in units} == {Fraction("3.31")}
    assert [one.rank for one in units] == expected
